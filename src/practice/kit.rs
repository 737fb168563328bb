//! What the practice's page loads besides its place: its words, and those of what it makes.

use crate::content::{HandoutWords, Language, PracticeWords, Reading, Titles, Words, nearest};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The texts of the page. Written and read by the same build.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PracticeFile {
    /// The page's own words.
    pub words: PracticeWords,
    /// The words of the slip and the message.
    pub handout: HandoutWords,
    /// The words of dates and languages ([`NAMES_AND_DATES`](crate::content::Word::NAMES_AND_DATES)), and that nobody has read a translation
    /// ([`ON_SLIP`](crate::content::Word::ON_SLIP)).
    pub slip: Vec<(Reading, Words)>,
    /// What each use of the catalogue is about, for registers that are opened here.
    pub titles: BTreeMap<String, Titles>,
}

/// A file of words that cannot be read: it was made by another build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl PracticeFile {
    /// The texts from JSON.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn from_json(text: &str) -> Result<PracticeFile, Unreadable> {
        serde_json::from_str(text).map_err(|_| Unreadable)
    }

    /// The words of dates and languages in a language.
    pub fn of(&self, language: Language) -> &Words {
        nearest(&self.slip, Reading::clear(language))
    }
}
