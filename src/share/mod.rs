//! What can be shared of a page: its address and, behind the `#`, a few words of a closed vocabulary; and what a webmaster
//! pastes to show it, in a look of a closed list.
//!
//! Nothing here says who anyone is, and nothing a patient has said is ever part of it. This module must not know a
//! register, nor the browser.

mod accent;
mod address;
mod code;
mod form;
mod link;
mod look;
mod snippet;
mod theme;

pub use accent::Accent;
pub use address::{AddressProblem, PageAddress, is_address};
pub use code::UseCode;
pub use form::Form;
pub use link::{Link, TooMany};
pub use look::{Corner, Font, Scheme};
pub use snippet::{Oembed, Script, Snippet};
pub use theme::Theme;
