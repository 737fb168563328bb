//! "How AI in care works": short parts, each with an example.

use super::Localised;
use super::reader::Reader;
use serde::Deserialize;

/// One idea with its example.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// Its name for machines.
    pub id: String,
    /// The idea in a few words.
    pub title: Localised,
    /// The idea in a few sentences.
    pub text: Localised,
    /// An example.
    pub example: Localised,
    /// Where the facts come from.
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralFile {
    parts: Vec<Neutral>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neutral {
    id: String,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    title: String,
    text: String,
    example: String,
}

impl Reader<'_> {
    /// The parts with their texts.
    pub(super) fn understanding(&mut self) -> Vec<Part> {
        let Some(NeutralFile { parts }) = self.read("understanding.toml") else { return Vec::new() };
        self.check_once("understanding.toml", parts.iter().map(|part| part.id.as_str()));
        let mut all: Vec<Part> = parts
            .into_iter()
            .map(|one| Part { id: one.id, sources: one.sources, ..Part::default() })
            .collect();
        let ids: Vec<String> = all.iter().map(|part| part.id.clone()).collect();
        for (reading, mut texts) in self.keyed::<Texts>("understanding", &ids) {
            for part in &mut all {
                let Some(texts) = texts.remove(&part.id) else { continue };
                part.title.set(reading.language, reading.level, texts.title);
                part.text.set(reading.language, reading.level, texts.text);
                part.example.set(reading.language, reading.level, texts.example);
            }
        }
        all
    }
}
