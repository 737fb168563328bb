//! Questions that a patient may want to ask, by what they worry about. Those by use stand in the catalogue.

use super::Localised;
use super::reader::Reader;
use crate::choices::Id;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One worry and the questions that go with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Worry {
    /// Its name for machines.
    pub id: Id,
    /// The worry, as a patient would say it.
    pub title: Localised,
    /// The questions, each with its name for machines.
    pub questions: Vec<(Id, Localised)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralFile {
    worries: Vec<Neutral>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neutral {
    id: Id,
    questions: Vec<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    title: String,
    questions: BTreeMap<String, String>,
}

impl Reader<'_> {
    /// The worries with their texts.
    pub(super) fn worries(&mut self) -> Vec<Worry> {
        let Some(NeutralFile { worries }) = self.read("worries.toml") else { return Vec::new() };
        let mut all: Vec<Worry> = worries
            .into_iter()
            .map(|one| Worry {
                id: one.id,
                title: Localised::default(),
                questions: one.questions.into_iter().map(|id| (id, Localised::default())).collect(),
            })
            .collect();
        let ids: Vec<String> = all.iter().map(|one| one.id.to_string()).collect();
        for (reading, mut texts) in self.keyed::<Texts>("worries", &ids) {
            let file = format!("{}/worries.toml", reading.texts());
            for worry in &mut all {
                let Some(mut texts) = texts.remove(worry.id.as_str()) else { continue };
                worry.title.set(reading.language, reading.level, texts.title);
                for (id, text) in &mut worry.questions {
                    match texts.questions.remove(id.as_str()) {
                        Some(written) => text.set(reading.language, reading.level, written),
                        None => self.report(&file, format!("\"{}.questions.{id}\" is missing", worry.id)),
                    }
                }
            }
        }
        all
    }
}
