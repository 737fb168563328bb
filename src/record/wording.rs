//! Exact words: a text as it was last shown, with the language of the sheet and French beside it.

use crate::choices::Sorted;
use crate::content::{Language, Level, Localised, Reading};
use serde::{Deserialize, Serialize};

/// A text in the languages that matter to one record: the one read, the one of the sheet, French for the desk. Where a text
/// does not exist in one of them, the version that was shown instead is there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Wording(Sorted<Language, String>);

impl Wording {
    /// What is shown of a text to someone who reads so, with a sheet in this language.
    pub fn of(text: &Localised, read: Reading, sheet_language: Language) -> Wording {
        let mut wording = Wording::default();
        for language in [read.language, sheet_language, Language::Fr] {
            if let Some(shown) = text.pick(language, read.level) {
                wording.0.insert(shown.language, shown.text.to_owned());
            }
        }
        wording
    }

    /// The text in a language, if it exists in it.
    pub fn exactly(&self, language: Language) -> Option<&str> {
        self.0.get(&language).map(String::as_str)
    }

    /// Every version.
    pub fn versions(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// The text in a language or, if it does not exist in it, in the one shown instead; and which that is.
    pub fn shown(&self, language: Language) -> Option<(Language, &str)> {
        let exact = self.exactly(language).map(|text| (language, text));
        exact.or_else(|| self.versions().next())
    }

    /// The text in French or, if it does not exist in French, as it was shown.
    pub fn french(&self) -> &str {
        self.shown(Language::Fr).map_or("", |(_, text)| text)
    }

    /// As a text of its own, at the level for everyone.
    pub fn localised(&self) -> Localised {
        let mut text = Localised::default();
        self.0.iter().for_each(|(language, words)| text.set(*language, Level::Clear, words));
        text
    }
}
