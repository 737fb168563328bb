//! The handout: what a professional makes after a visit for a patient to take along: a link, a QR code, a slip, a message, and
//! the line for the patient's file.
//!
//! It holds the uses that were ticked for one patient, in memory, until the next one comes. It knows no patient. This module
//! must not know the browser.

mod choice;
mod handout;
mod kit;
mod place;
mod state;
mod unread;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod view;

#[cfg(feature = "csr")]
mod listen;
#[cfg(feature = "csr")]
pub mod start;

pub use choice::{Choice, ChoiceEvent, Handed};
pub use handout::{Handout, NoLink};
pub use kit::{PracticeFile, Unreadable};
pub use place::{Place, PlaceUse};
pub use state::{Copied, Event, OnDevice, Origin, State};
pub use unread::Unread;
