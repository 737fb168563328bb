//! Pictures to touch: each explains one thing in a handful of positions, of which one is shown.
//!
//! What a picture shows of a register is no text: the views draw it. Numbers stand here only where an example is invented, and
//! then its texts say so.

use super::Localised;
use super::reader::Reader;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One picture to touch.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Explorable {
    /// Its name for machines.
    pub id: String,
    /// What it shows, in a few words.
    pub title: Localised,
    /// How to begin, and what of it is invented.
    pub lead: Localised,
    /// The question that its positions answer.
    pub asks: Localised,
    /// What each group of the picture is, with `{number}`.
    pub legend: Vec<Localised>,
    /// What the register tells of it, with `{told}` and `{all}` where it is counted.
    pub here: Localised,
    /// What there was to see, in one sentence.
    pub seen: Localised,
    /// Its positions, in their order; the first is shown first.
    pub positions: Vec<Position>,
    /// Where the facts come from.
    pub sources: Vec<String>,
}

/// One position of a picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Position {
    /// Its name for machines.
    pub id: String,
    /// How many are in each group of the legend, where an example is invented; nothing elsewhere.
    pub numbers: Vec<u32>,
    /// Its name for who chooses.
    pub label: Localised,
    /// What the picture shows in it.
    pub says: Localised,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralFile {
    explorables: Vec<Neutral>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neutral {
    id: String,
    sources: Vec<String>,
    positions: Vec<NeutralPosition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralPosition {
    id: String,
    #[serde(default)]
    numbers: Vec<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    title: String,
    lead: String,
    asks: String,
    #[serde(default)]
    legend: Vec<String>,
    #[serde(default)]
    here: String,
    seen: String,
    positions: BTreeMap<String, PositionTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PositionTexts {
    label: String,
    says: String,
}

/// The file with what is the same in every language.
const FILE: &str = "explore.toml";

impl Reader<'_> {
    /// The pictures with their texts.
    pub(super) fn explorables(&mut self) -> Vec<Explorable> {
        let Some(NeutralFile { explorables }) = self.read(FILE) else { return Vec::new() };
        self.check_once(FILE, explorables.iter().map(|one| one.id.as_str()));
        for one in &explorables {
            self.check_once(FILE, one.positions.iter().map(|position| position.id.as_str()));
            self.check_numbers(one);
        }
        let position =
            |one: NeutralPosition| Position { id: one.id, numbers: one.numbers, ..Position::default() };
        let mut all: Vec<Explorable> = explorables
            .into_iter()
            .map(|one| Explorable {
                id: one.id,
                sources: one.sources,
                positions: one.positions.into_iter().map(position).collect(),
                ..Explorable::default()
            })
            .collect();
        let ids: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
        for (reading, mut texts) in self.keyed::<Texts>("explore", &ids) {
            let file = format!("{}/{FILE}", reading.texts());
            for one in &mut all {
                let Some(mut texts) = texts.remove(&one.id) else { continue };
                let set = |text: &mut Localised, written: String| {
                    text.set(reading.language, reading.level, written);
                };
                set(&mut one.title, texts.title);
                set(&mut one.lead, texts.lead);
                set(&mut one.asks, texts.asks);
                set(&mut one.here, texts.here);
                set(&mut one.seen, texts.seen);
                one.legend.resize(one.legend.len().max(texts.legend.len()), Localised::default());
                for (line, written) in one.legend.iter_mut().zip(texts.legend) {
                    set(line, written);
                }
                for position in &mut one.positions {
                    match texts.positions.remove(&position.id) {
                        Some(written) => {
                            set(&mut position.label, written.label);
                            set(&mut position.says, written.says);
                        }
                        None => {
                            let message = format!(
                                "\"{}.positions.{}\" is missing; write it in this language",
                                one.id, position.id
                            );
                            self.report(&file, message);
                        }
                    }
                }
                for id in texts.positions.keys() {
                    let message =
                        format!("\"{}.positions.{id}\" is not in {FILE}; delete it, or add it there", one.id);
                    self.report_reference(&file, message);
                }
            }
        }
        all
    }

    /// Of two pictures of one kind the second shows as many as the first, or the eye compares what cannot be compared (rule 10).
    fn check_numbers(&mut self, one: &Neutral) {
        let shown = one.positions.iter().filter(|position| !position.numbers.is_empty());
        let sizes: Vec<(usize, u32)> =
            shown.map(|position| (position.numbers.len(), position.numbers.iter().sum())).collect();
        if sizes.iter().any(|size| Some(size) != sizes.first()) {
            let message = format!(
                "\"{}\": not every position has as many groups and as many people; make them equal",
                one.id
            );
            self.report_reference(FILE, message);
        }
    }
}
