//! What the desk's page loads besides the questionnaires: its own words, and those of the sheet in every language.

use crate::content::{DeskWords, Language, Level, Reading, Words, nearest};
use serde::{Deserialize, Serialize};

/// The words of the desk's page. Written and read by the same build.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeskFile {
    /// The desk's own words.
    pub words: DeskWords,
    /// The words of the sheet, by language and level.
    pub sheet: Vec<(Reading, Words)>,
}

/// A file of words that cannot be read: it was made by another build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl DeskFile {
    /// As JSON.
    pub fn to_json(&self) -> String {
        // Plain data with text keys: writing it cannot fail.
        #[allow(clippy::unwrap_used)]
        serde_json::to_string(self).unwrap()
    }

    /// From JSON.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn from_json(text: &str) -> Result<DeskFile, Unreadable> {
        serde_json::from_str(text).map_err(|_| Unreadable)
    }

    /// The words of the sheet in a language, at a level if it has it.
    pub fn sheet(&self, language: Language, level: Level) -> &Words {
        nearest(&self.sheet, Reading { language, level })
    }
}
