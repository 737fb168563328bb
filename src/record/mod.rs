//! What the patient leaves with: the answers, sorted for the sheet.
//!
//! Nothing is sent, so what a patient said counts only when the sheet is handed to someone. This module must not know
//! who the patient is: no identity is ever typed in.

mod sheet;

pub use sheet::{Line, Sheet};
