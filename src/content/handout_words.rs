//! The words of what is handed to patients on paper or in a message: the slip with a link, the poster. In every language,
//! short enough for every level.

use super::Language;
use super::placeholders::fill;
use super::reader::Reader;
use super::words::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// The name of one text of a slip, a message or a poster.
    HandoutWord {
        Title = "title",
        Lead = "lead",
        Scan = "scan",
        Square = "square",
        Named = "named",
        Silence = "silence",
        Ask = "ask",
        AskDesk = "ask_desk",
        Version = "version",
        Reviewed = "reviewed",
        Fingerprint = "fingerprint",
        NoAddress = "no_address",
        Hello = "hello",
    }
}

/// The texts of slips, messages and posters, in every language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HandoutWords(BTreeMap<String, BTreeMap<String, String>>);

impl HandoutWords {
    /// One text. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, language: Language, word: HandoutWord) -> &str {
        self.0.get(language.code()).and_then(|texts| texts.get(word.key())).map_or("", String::as_str)
    }

    /// One text with its `{placeholders}` filled.
    pub fn fill(&self, language: Language, word: HandoutWord, args: &[(&str, &str)]) -> String {
        fill(self.get(language, word), args)
    }
}

impl Reader<'_> {
    /// The words of slips, messages and posters.
    pub(super) fn handout_words(&mut self) -> HandoutWords {
        let mut all = BTreeMap::new();
        for language in Language::ALL {
            let file = format!("{}/handout.toml", language.code());
            let Some(texts) = self.read::<BTreeMap<String, String>>(&file) else { continue };
            for word in HandoutWord::ALL.iter().filter(|word| !texts.contains_key(word.key())) {
                self.report(&file, format!("\"{}\" is missing; write it in this language", word.key()));
            }
            for key in
                texts.keys().filter(|key| HandoutWord::ALL.iter().all(|word| word.key() != key.as_str()))
            {
                self.report_reference(&file, format!("\"{key}\" is not a word of a handout; delete it"));
            }
            all.insert(language.code().to_owned(), texts);
        }
        HandoutWords(all)
    }
}
