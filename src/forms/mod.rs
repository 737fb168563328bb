//! How the page reaches the patient: page, kiosk, embed or link. A form is a policy, not a program.

/// A way to the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A page with the program: from a hospital's site or a search engine.
    Page,
    /// A page without any script, one a language: the floor for old browsers, printers and search engines.
    Static,
}

impl Form {
    /// Where the page in another language lies, seen from a page of this form.
    pub fn language_address(self, code: &str) -> String {
        match self {
            Form::Page => format!("{code}/"),
            Form::Static => format!("../{code}/"),
        }
    }
}
