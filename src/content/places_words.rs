//! The words of the pages that belong to no register: the list of places, which is the first page of a site that shows several, and what
//! stands at an address where there is nothing. No patient's program needs them.

use super::Language;
use super::reader::Reader;
use super::words::words;
use std::collections::BTreeMap;

words! {
    /// The name of one text of these pages.
    PlacesWord {
        Title = "title",
        Lead = "lead",
        Find = "find",
        Missing = "missing",
        LostTitle = "lost_title",
        LostLead = "lost_lead",
        LostOpen = "lost_open",
        LostAsk = "lost_ask",
    }
}

/// The texts of these pages, in every language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlacesWords(BTreeMap<Language, BTreeMap<String, String>>);

impl PlacesWords {
    /// One text. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, language: Language, word: PlacesWord) -> &str {
        self.0.get(&language).and_then(|texts| texts.get(word.key())).map_or("", String::as_str)
    }
}

impl Reader<'_> {
    /// The words of these pages.
    pub(super) fn places_words(&mut self) -> PlacesWords {
        let mut all = BTreeMap::new();
        for language in Language::ALL {
            let file = format!("{}/places.toml", language.code());
            let Some(texts) = self.read::<BTreeMap<String, String>>(&file) else { continue };
            for word in PlacesWord::ALL.iter().filter(|word| !texts.contains_key(word.key())) {
                self.report(&file, format!("\"{}\" is missing; write it in this language", word.key()));
            }
            for key in
                texts.keys().filter(|key| PlacesWord::ALL.iter().all(|word| word.key() != key.as_str()))
            {
                self.report_reference(&file, format!("\"{key}\" is not a word of these pages; delete it"));
            }
            all.insert(language, texts);
        }
        PlacesWords(all)
    }
}
