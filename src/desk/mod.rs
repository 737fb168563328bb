//! The desk: where someone reads what a patient hands in, by code or by file, and turns it into what the hospital needs.
//!
//! It holds one patient's record at a time, in memory, and nothing once it is erased. Reading back with the patient is what
//! turns wishes that are proposed into choices that stand. This module must not know the browser.

mod counter;
mod file;
mod opened;

pub use counter::{Counter, Happened, Refusal};
pub use file::{DeskFile, Unreadable};
pub use opened::{NotThatDay, Opened, Warning};
