//! The sections of the document, one file each. On a kiosk each becomes a screen.

mod care;
mod glossary;
mod rights;
mod sheet;
mod start;
mod wishes;

pub use care::care;
pub use glossary::glossary;
pub use rights::rights;
pub use sheet::{paper, sheet};
pub use start::start;
pub use wishes::wishes;
