//! How a text in several languages is written in a file: an object, `{"fr/clear": "…", "ar/clear": "…"}`.
//!
//! A language or level that this program does not know is left out: a newer site may have more of them. In bytes
//! that one build hands to itself (postcard) it is written as it is.

use crate::content::{Language, Level, Localised};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

pub(super) fn serialize<S: Serializer>(text: &Localised, serializer: S) -> Result<S::Ok, S::Error> {
    if !serializer.is_human_readable() {
        return text.serialize(serializer);
    }
    let name = |language: Language, level: Level| format!("{}/{}", language.code(), level.code());
    let all: BTreeMap<String, &str> =
        text.versions().map(|shown| (name(shown.language, shown.level), shown.text)).collect();
    all.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Localised, D::Error> {
    if !deserializer.is_human_readable() {
        return Localised::deserialize(deserializer);
    }
    let mut text = Localised::default();
    for (name, written) in BTreeMap::<String, String>::deserialize(deserializer)? {
        let reading = name.split_once('/');
        let known = reading
            .and_then(|(language, level)| Some((Language::from_code(language)?, Level::from_code(level)?)));
        if let Some((language, level)) = known {
            text.set(language, level, written);
        }
    }
    Ok(text)
}
