//! How the page reaches the patient: page, kiosk, embed or link. A form is a policy, not a program.

#[cfg(feature = "csr")]
mod page;

#[cfg(feature = "csr")]
pub use page::start;

use crate::content::Reading;

/// A way to the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A page with the program: from a hospital's site or a search engine.
    Page,
    /// A page without any script, one a language: the floor for old browsers, printers and search engines.
    Static,
}

impl Form {
    /// Whether the patient may keep answers on the device: only where it is likely to be their own.
    pub fn may_keep(self) -> bool {
        self == Form::Page
    }

    /// The way from a page of this form, in this language and at this level, to the root of the site.
    pub fn above(self, here: Reading) -> String {
        match self {
            Form::Page => String::new(),
            Form::Static => "../".repeat(here.folder().matches('/').count()),
        }
    }

    /// Where the page for another language or level lies, seen from here.
    pub fn address(self, here: Reading, there: Reading) -> String {
        self.above(here) + &there.folder()
    }
}
