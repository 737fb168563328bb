//! What the form shows: one part of the register at a time.

use super::Kind;

/// One part of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// What concerns the register as a whole.
    Register,
    /// The place, its contacts, its text.
    Site,
    /// A use or reuse, by its place in the file.
    Item(Kind, usize),
    /// The catalogue, to add something from it.
    Pick(Kind),
}

impl Pane {
    /// Where a path is edited.
    pub fn of(path: &str) -> Pane {
        for kind in Kind::ALL {
            let index = path.strip_prefix(kind.list()).and_then(|rest| rest.strip_prefix('['));
            if let Some(index) = index.and_then(|rest| rest.split(']').next()?.parse().ok()) {
                return Pane::Item(kind, index);
            }
        }
        let in_site = path.strip_prefix("site").is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        if in_site { Pane::Site } else { Pane::Register }
    }

    /// The path of what it shows; `None` for the catalogue.
    pub fn path(self) -> Option<String> {
        match self {
            Pane::Register => Some(String::new()),
            Pane::Site => Some("site".to_owned()),
            Pane::Item(kind, index) => Some(format!("{}[{index}]", kind.list())),
            Pane::Pick(_) => None,
        }
    }
}
