//! The handout: what a professional makes after a visit for a patient to take along: a link, a QR code, a slip, a message, and
//! the line for the patient's file.
//!
//! It holds the uses that were ticked for one patient, in memory, until the next one comes. It knows no patient. This module
//! must not know the browser.

mod choice;
mod file;
mod made;
mod making;
mod place;
mod unread;

pub use choice::{Choice, Chosen, Handed};
pub use file::{PracticeFile, Unreadable};
pub use made::{Handout, NoLink};
pub use making::{Copied, Happened, Making, OnDevice, Origin};
pub use place::{Place, PlaceUse};
pub use unread::Unread;
