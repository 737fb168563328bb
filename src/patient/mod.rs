//! The patients' program: the page, with the kiosk and reading aloud inside.
//!
//! [`Kit`] is the one value it loads. [`Visit`] is what one patient sees and has said; it changes only through [`Event`]s. `view` draws, `listen` turns what is done
//! to controls into events, `start` brings both together. The kiosk is an ordinary page that somebody attends.

pub mod aloud;
mod follow;
pub mod kiosk;
mod kit;
pub mod leaves;
mod sealed;
mod state;
mod stored;
mod supplement;
#[cfg(feature = "ui")]
pub mod view;

#[cfg(feature = "browser")]
mod app;
#[cfg(feature = "browser")]
mod controls;
#[cfg(feature = "browser")]
mod embed;
#[cfg(feature = "browser")]
mod enclosure;
#[cfg(feature = "browser")]
mod letters;
#[cfg(feature = "browser")]
mod listen;
#[cfg(feature = "browser")]
mod listening;
#[cfg(feature = "browser")]
mod meaning;
#[cfg(feature = "browser")]
mod moments;
#[cfg(feature = "browser")]
mod opening;
#[cfg(feature = "browser")]
mod paper;
#[cfg(feature = "browser")]
mod part;
#[cfg(feature = "browser")]
mod reading_position;
#[cfg(feature = "browser")]
pub mod readings;
#[cfg(feature = "browser")]
mod say_here;
#[cfg(feature = "browser")]
pub mod start;
#[cfg(feature = "browser")]
mod translation;
#[cfg(feature = "browser")]
mod walk;

pub use follow::follow;
pub use kit::{Kit, KitLetter, KitPlace, Picked, Unreadable};
pub use state::{Event, Keeping, Named, Visit};
pub use stored::{LiesThere, lies_there};
pub use supplement::Refused;
