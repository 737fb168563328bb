//! The five stops of the timeline.

use serde::{Deserialize, Serialize};

/// Where in care a use happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// Before the visit.
    Before,
    /// During the visit.
    During,
    /// After the visit.
    After,
    /// At home.
    Home,
    /// Behind the scenes.
    Behind,
}

impl Stage {
    /// Every stage, in the order of the timeline.
    pub const ALL: [Stage; 5] = [Stage::Before, Stage::During, Stage::After, Stage::Home, Stage::Behind];

    /// The name in files.
    pub fn code(self) -> &'static str {
        match self {
            Stage::Before => "before",
            Stage::During => "during",
            Stage::After => "after",
            Stage::Home => "home",
            Stage::Behind => "behind",
        }
    }
}
