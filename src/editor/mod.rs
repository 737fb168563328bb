//! The register editor: a register while someone writes it. For a quality officer who is no developer.
//!
//! [`Draft`] is the file as a tree that loses nothing; [`State`] is what lies on the table: the draft, what is looked at, what
//! there is to do. What is wrong comes from [`crate::register::check`], what is shown from [`preview`]. This module must not
//! know how a form is drawn, where a file lies, or what a browser is.

mod draft;
mod entry;
mod kit;
mod message;
mod pane;
mod path;
mod picker;
pub mod preview;
mod remark;
mod saved;
mod slug;
mod state;
mod todo;
mod unsaved;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod view;

#[cfg(feature = "csr")]
mod app;
#[cfg(feature = "csr")]
mod frame;
#[cfg(feature = "csr")]
mod listen;
#[cfg(feature = "csr")]
pub mod start;

pub use draft::{Draft, NotARegister};
pub use entry::{entry, own};
pub use kit::EditorFile;
pub use message::{said, telling};
pub use pane::Pane;
pub use picker::{Found, Kind, search};
pub use remark::{SaidOfCard, remark_text};
pub use saved::{SavedPage, Style};
pub use slug::slug;
pub use state::{Event, State};
pub use todo::{Todo, TodoList, from_card, not_text, refused};
pub use unsaved::Unsaved;
