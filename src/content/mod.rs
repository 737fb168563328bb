//! The words of Éclaire: languages, levels, texts in several languages, and the files under `content/`.
//!
//! Every sentence a patient reads comes from here or from a register, never from code. This module must not know how
//! a text is drawn, and does not read the disk itself: it is handed [`Files`].

mod catalogue;
mod date;
mod files;
mod language;
mod library;
mod localised;
mod rights;
mod source;
mod stage;
mod understanding;
mod words;

pub use catalogue::{Entry, EntryTexts, QuestionTexts, ReuseEntry, ReuseTexts};
pub use date::Date;
pub use files::{ContentProblem, Files};
pub use language::{Direction, Language, Level};
pub use library::Library;
pub use localised::{Localised, Shown};
pub use rights::{Right, RightGroup, RightTexts};
pub use source::{Confidence, Source};
pub use stage::Stage;
pub use understanding::Part;
pub use words::{Word, Words};
