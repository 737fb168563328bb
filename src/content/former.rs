//! Words of answers that no page shows any more, but files of then carry.

use super::reader::Reader;
use super::{Language, Level, Localised, Word};
use serde::Deserialize;

/// What a word once was.
#[derive(Debug, Clone, PartialEq)]
pub struct Former {
    /// The word.
    pub word: Word,
    /// How it read, in each language.
    pub text: Localised,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    former: Vec<Was>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Was {
    word: String,
    fr: String,
    en: String,
    ar: String,
}

impl Reader<'_> {
    /// The former words.
    pub(super) fn former(&mut self) -> Vec<Former> {
        const FILE: &str = "former-words.toml";
        let Some(File { former }) = self.read(FILE) else { return Vec::new() };
        let mut all = Vec::new();
        for Was { word, fr, en, ar } in former {
            let Some(known) = Word::ALL.iter().find(|one| one.key() == word) else {
                self.report_reference(
                    FILE,
                    format!("\"{word}\" is not a word that the interface uses; delete it"),
                );
                continue;
            };
            let mut text = Localised::default();
            for (language, written) in [(Language::Fr, fr), (Language::En, en), (Language::Ar, ar)] {
                text.set(language, Level::Clear, written);
            }
            all.push(Former { word: *known, text });
        }
        all
    }
}
