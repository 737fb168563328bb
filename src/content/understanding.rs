//! "How AI in care works": short parts, each with an example.

use super::{Language, Level, Localised};
use serde::{Deserialize, Serialize};

/// One idea with its example.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Part {
    /// Its name for machines.
    pub id: String,
    /// The idea in a few words.
    pub title: Localised,
    /// The idea in a few sentences.
    pub text: Localised,
    /// An example.
    pub example: Localised,
}

/// `content/<language>/<level>/understanding.toml` as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnderstandingFile {
    pub(super) parts: Vec<PartFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartFile {
    pub(super) id: String,
    title: String,
    text: String,
    example: String,
}

impl Part {
    /// Adds one language's text.
    pub(super) fn add(&mut self, language: Language, level: Level, file: PartFile) {
        self.id = file.id;
        self.title.set(language, level, file.title);
        self.text.set(language, level, file.text);
        self.example.set(language, level, file.example);
    }
}
