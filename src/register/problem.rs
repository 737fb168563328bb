//! One thing that is wrong with, or missing from, a register file.

use super::path::Path;
use super::problem_kind::{ProblemKind, Severity};
use std::fmt;

/// One finding: where, and what. `Display` says it in one line of English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file.
    pub path: Path,
    /// What should stand there, and what does.
    pub kind: ProblemKind,
}

impl Problem {
    /// What it means for patients.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One problem is one line, whatever line breaks the file has in its keys and texts.
        let line = format!("{}: expected {}, found {}", self.path, self.kind.expected(), self.kind.found());
        f.write_str(&line.replace(char::is_control, " "))
    }
}
