//! What a kiosk has around the sections: the first screen, the way through, the bar that is the same on every screen, the
//! question whether anybody is there, the cover.
//!
//! All of it is drawn natively with the document, in each language; the program only shows, hides and fills in.

mod bar;
mod dialogs;
mod shell;
mod welcome;

pub use bar::{bar, contents};
pub use dialogs::dialogs;
pub use shell::{IDLE, shell};
pub use welcome::{version, welcome};
