//! How the page reaches the patient: page, kiosk, embed or link. A form is a policy, not a program.

use crate::content::Reading;

/// A way to the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A page with the program: from a hospital's site or a search engine.
    Page,
    /// A page without any script, one a language: the floor for old browsers, printers and search engines.
    Static,
    /// A sandboxed frame on somebody else's page, which can see nothing of it and of which it sees nothing.
    Embed,
    /// A tablet in a waiting room, used by one patient after the other: a frame that keeps nothing and is thrown away.
    Kiosk,
    /// The same as the embed without any script: where its languages lead while its program does not live.
    Framed,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 5] = [Form::Page, Form::Static, Form::Embed, Form::Kiosk, Form::Framed];

    /// The name of the form, on the root of its page (`data-form`): the program and the style read it there.
    pub fn code(self) -> &'static str {
        match self {
            Form::Page => "page",
            Form::Static => "static",
            Form::Embed => "embed",
            Form::Kiosk => "kiosk",
            Form::Framed => "framed",
        }
    }

    /// The form with this name.
    pub fn from_code(code: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.code() == code)
    }

    /// Whether a page of this form has the program.
    pub fn has_program(self) -> bool {
        !matches!(self, Form::Static | Form::Framed)
    }

    /// Whether it is made for a frame on somebody else's page. There nothing can be answered before the program lives, and has
    /// seen that nobody looks in.
    pub fn is_framed(self) -> bool {
        matches!(self, Form::Embed | Form::Framed)
    }

    /// Whether the patient may keep answers on the device: only where it is likely to be their own.
    pub fn may_keep(self) -> bool {
        self == Form::Page
    }

    /// Whether something may be handed to the device as a file or through its clipboard: not where the next patient could
    /// find it.
    pub fn may_hand_over(self) -> bool {
        self != Form::Kiosk
    }

    /// Whether something can be saved as a file: a frame that is shut off has no downloads.
    pub fn may_save(self) -> bool {
        self.may_hand_over() && !self.is_framed()
    }

    /// Whether a link may say what was used in a visit: only on a page that somebody has opened with it.
    pub fn follows_links(self) -> bool {
        self == Form::Page
    }

    /// The way from a page of this form, in this language and at this level, to the folder of its other languages and levels.
    pub fn above(self, here: Reading) -> String {
        match self {
            Form::Page | Form::Embed => String::new(),
            Form::Kiosk => "../../".to_owned(),
            Form::Static | Form::Framed => "../".repeat(here.folder().matches('/').count()),
        }
    }

    /// The way from a page of this form to the page itself, with the program and in a window of its own.
    pub fn page(self, here: Reading) -> String {
        let out = if self.is_framed() { "../" } else { "" };
        self.above(here) + out
    }

    /// Where the page for another language or level lies, seen from here.
    pub fn address(self, here: Reading, there: Reading) -> String {
        self.above(here) + &there.folder()
    }
}
