//! What each use of the catalogue is about, for registers that only point to it.

use super::{Library, Localised};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a use of the catalogue is about, for registers that only point to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Titles {
    /// What it is about.
    pub title: Localised,
    /// The same in a sentence.
    pub about: Localised,
}

impl Library {
    /// Those of every use of the catalogue, by id.
    pub fn titles(&self) -> BTreeMap<String, Titles> {
        let one = |texts: &super::EntryTexts<Localised>| Titles {
            title: texts.title.clone(),
            about: texts.one_line.clone(),
        };
        self.catalogue.iter().map(|(id, entry)| (id.clone(), one(&entry.texts))).collect()
    }
}
