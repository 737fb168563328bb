//! What went wrong, in words for a person, with a next step.

use std::fmt;
use std::path::Path;

/// One trouble. The program prints it and exits with 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    what: String,
    next: String,
}

impl Trouble {
    /// What went wrong, and what to do next.
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Trouble {
        Trouble { what: what.into(), next: next.into() }
    }

    /// A file that could not be read or written.
    pub fn file(doing: &str, path: &Path, error: &std::io::Error) -> Trouble {
        let next = "Check that the path is right and that you may read and write there.";
        Trouble::new(format!("{doing} {} did not work: {error}", path.display()), next)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nNext: {}", self.what, self.next)
    }
}
