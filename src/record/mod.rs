//! What the patient leaves with: the answers, sorted for the sheet, and the questions to ask.
//!
//! Nothing is sent, so what a patient said counts only when the sheet is handed to someone. This module must not know
//! who the patient is: no identity is ever typed in.

mod behalf;
mod bits;
mod code;
mod fingerprint;
mod picked;
mod qr;
mod sheet;

pub use behalf::Behalf;
pub use code::{Code, CodeProblem, TooLong};
pub use fingerprint::Fingerprint;
pub use picked::{Picked, picked};
pub use qr::Qr;
pub use sheet::{Line, Sheet};
