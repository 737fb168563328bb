//! One thing that is wrong with, or missing from, a register file.

use std::fmt;

/// Where in the file: `uses[3].hosting.country`. Empty for the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Path(String);

impl Path {
    /// The path of a field of the object at this path.
    pub fn field(&self, name: &str) -> Path {
        if self.0.is_empty() { Path(name.to_owned()) } else { Path(format!("{}.{name}", self.0)) }
    }

    /// The path as it is written; empty for the file as a whole.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path that is written like this.
    pub fn written(path: &str) -> Path {
        Path(path.to_owned())
    }

    /// Whether this path is that path, or lies inside it.
    pub(super) fn is_within(&self, place: &Path) -> bool {
        self.0.strip_prefix(&place.0).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }

    /// The path of an element of the list at this path, counted from 0 as in JSON tools.
    pub fn index(&self, index: usize) -> Path {
        Path(format!("{}[{index}]", self.0))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "the file" } else { &self.0 })
    }
}

/// What a problem means for patients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The register cannot be shown as it is.
    Error,
    /// A fact is not told. Patients read "not told by the hospital" there; staff find it in this list.
    Gap,
}

/// One finding: where, what was expected, what was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// What it means for patients.
    pub severity: Severity,
    /// Where in the file.
    pub path: Path,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl Problem {
    /// An error.
    pub fn error(path: &Path, expected: impl Into<String>, found: impl Into<String>) -> Problem {
        Problem {
            severity: Severity::Error,
            path: path.clone(),
            expected: expected.into(),
            found: found.into(),
        }
    }

    /// A fact that is not told.
    pub fn gap(path: &Path, expected: impl Into<String>) -> Problem {
        Problem {
            severity: Severity::Gap,
            path: path.clone(),
            expected: expected.into(),
            found: "nothing".to_owned(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One problem is one line, whatever line breaks the file has in its keys and texts.
        let line = format!("{}: expected {}, found {}", self.path, self.expected, self.found);
        f.write_str(&line.replace(char::is_control, " "))
    }
}
