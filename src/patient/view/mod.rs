//! The views. They draw the prerendered page natively; in the browser the same functions draw what changes.
//!
//! A view is a function from a [`Page`] and a piece of the notice to HTML or, if the patients' program draws it too, from a
//! [`Context`], which holds nothing but what that program loads. It decides nothing: what may be said comes from `choices`,
//! what is shown from `notice`. Everything a patient touches is a native control with `data-`
//! attributes that say what it stands for; `listen` hears to them. Only the sheet changes with the answers, and is
//! drawn anew in the browser; the text of the page is never drawn twice, so that nothing the patient has opened,
//! ticked or translated is lost, and the program stays small.

mod context;
mod document;
pub mod lost;
mod page;
pub mod parts;
pub mod places;
pub mod poster;
mod prose;
pub mod sections;

pub use context::Context;
pub use document::{document, title};
pub use page::Page;
pub use prose::Prose;
