//! A place in a register file.

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
        Path::is_written_within(&self.0, &place.0)
    }

    /// This path and every place around it, the file as a whole included.
    pub(super) fn and_around(&self) -> impl Iterator<Item = Path> {
        let ends = self.0.match_indices(['.', '[']).map(|(at, _)| at);
        ends.chain([0, self.0.len()]).map(|end| Path(self.0[..end].to_owned()))
    }

    /// The same of two paths as they are written: the editor's page has them in its attributes.
    pub fn is_written_within(path: &str, place: &str) -> bool {
        let inside = |rest: &str| rest.is_empty() || rest.starts_with(['.', '[']);
        place.is_empty() || path.strip_prefix(place).is_some_and(inside)
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
