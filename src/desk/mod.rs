//! The desk: where someone reads what a patient hands in, by code or by file, and turns it into what the hospital needs.
//!
//! It holds one patient's record at a time, in memory, and nothing once it is erased. Reading back with the patient is what
//! turns wishes that are proposed into choices that stand. This module must not know the browser.

mod kit;
mod opened;
mod state;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod view;

#[cfg(feature = "csr")]
mod listen;
#[cfg(feature = "csr")]
pub mod start;

pub use kit::{DeskFile, Unreadable};
pub use opened::{NotThatDay, Opened, Warning};
pub use state::{Event, Refusal, State};
