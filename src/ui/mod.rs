//! The views. The same functions draw the page in the browser and, natively, the prerendered page.
//!
//! A view is a function from a [`Page`] and a piece of the notice to HTML. It decides nothing: what may be said comes
//! from `choices`, what is shown from `notice`. No browser call in a body: what a handler needs from the browser it
//! reaches through the [`Port`].

mod document;
mod page;
pub mod parts;
mod port;
pub mod screens;

pub use document::{document, title};
pub use page::Page;
pub use port::Port;
