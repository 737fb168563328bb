//! The register editor: a register while someone writes it. For a quality officer who is no developer.
//!
//! [`Draft`] is the file as a tree that loses nothing; [`Work`] is what lies on the table: the draft, what is looked at, what
//! there is to do. What is wrong comes from [`crate::register::check`], what is shown from [`preview`]. This module must not
//! know how a form is drawn, where a file lies, or what a browser is.

mod draft;
mod file;
mod message;
mod pane;
mod path;
mod picker;
pub mod preview;
mod saved;
mod slug;
mod start;
mod todo;
mod unsaved;
mod work;

pub use draft::{Draft, NotARegister};
pub use file::EditorFile;
pub use message::said;
pub use pane::Pane;
pub use picker::{Found, Kind, search};
pub use saved::{SavedPage, Style};
pub use slug::slug;
pub use start::{entry, own};
pub use todo::{SaidOfCard, Todo, TodoList, from_card, not_text, refused};
pub use unsaved::Unsaved;
pub use work::{Happened, Work};
