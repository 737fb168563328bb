//! What can be shared of a page: its address and, behind the `#`, a few words of a closed vocabulary.
//!
//! Nothing here says who anyone is, and nothing a patient has said is ever part of it. This module must not know a
//! register, nor the browser.

mod address;
mod code;
mod link;

pub use address::{AddressProblem, PageAddress};
pub use code::UseCode;
pub use link::Link;
