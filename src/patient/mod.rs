//! The patients' program: the page, with the kiosk and reading aloud inside.
//!
//! [`Kit`] is the one value it loads. [`Visit`] is what one patient sees and has said; it changes only through [`Event`]s. `view` draws, `listen` turns what is done
//! to controls into events, `start` brings both together. The kiosk is an ordinary page that somebody attends.

pub mod aloud;
mod follow;
pub mod kiosk;
mod kit;
pub mod leaves;
mod state;
mod stored;
#[cfg(feature = "ui")]
pub mod view;

#[cfg(feature = "csr")]
mod app;
#[cfg(feature = "csr")]
mod controls;
#[cfg(feature = "csr")]
mod embed;
#[cfg(feature = "csr")]
mod enclosure;
#[cfg(feature = "csr")]
mod letters;
#[cfg(feature = "csr")]
mod listen;
#[cfg(feature = "csr")]
mod meaning;
#[cfg(feature = "csr")]
mod paper;
#[cfg(feature = "csr")]
mod reading_position;
#[cfg(feature = "csr")]
pub mod readings;
#[cfg(feature = "csr")]
pub mod start;
#[cfg(feature = "csr")]
mod translation;

pub use follow::follow;
pub use kit::{Kit, KitLetter, KitPlace, Picked, Unreadable};
pub use state::{Event, Keeping, Named, Visit};
pub use stored::{LiesThere, lies_there};
