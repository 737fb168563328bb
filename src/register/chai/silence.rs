//! What stands in a card where an element tells nothing.

use std::fmt;

/// Why there is nothing to take from an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// The card does not have it.
    Missing,
    /// It is empty.
    Empty,
    /// Words that tell nothing, such as "N/A".
    Instead(String),
}

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Silence::Missing => write!(f, "the card does not have it"),
            Silence::Empty => write!(f, "the card leaves it empty"),
            Silence::Instead(text) => write!(f, "the card says “{text}”"),
        }
    }
}
