//! What people in France said when they were asked about AI in care: each as so many out of 100, with who was asked,
//! by whom and when. They show that one's questions are common, and are no argument for anything.

use super::reader::Reader;
use super::{Localised, Rule, Source};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One figure: a sentence with blanks, and the numbers for them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// Its name for machines.
    pub id: String,
    /// The sentence; `{name}` stands for the number of this name.
    pub sentence: Localised,
    /// How many of [`Figure::of`] people, by the name of the blank.
    pub numbers: BTreeMap<String, u32>,
    /// Out of how many.
    pub of: u32,
    /// When people were asked.
    pub year: u32,
    /// Who asked them, as the source is named.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralFile {
    figures: Vec<Neutral>,
    /// Figures of the sources that patients are not shown, and why: for the next editor.
    #[serde(default)]
    #[allow(dead_code)] // Read so that it is checked to be well formed; people read it in the file.
    withheld: Vec<Withheld>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neutral {
    id: String,
    source: String,
    year: u32,
    of: u32,
    numbers: BTreeMap<String, u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // See `withheld`.
struct Withheld {
    what: String,
    source: String,
    why: String,
}

impl Reader<'_> {
    /// The figures with their sentences.
    pub(super) fn figures(&mut self, sources: &BTreeMap<String, Source>) -> Vec<Figure> {
        let Some(NeutralFile { figures, .. }) = self.read("figures.toml") else { return Vec::new() };
        self.check_once("figures.toml", figures.iter().map(|one| one.id.as_str()));
        for one in figures.iter().filter(|one| !sources.contains_key(&one.source)) {
            let message = format!("\"{}\": \"{}\" is not in sources.toml; add it there", one.id, one.source);
            self.report_as(Rule::Source, "figures.toml", message);
        }
        let mut all: Vec<Figure> = figures
            .into_iter()
            .map(|Neutral { id, source, year, of, numbers }| Figure {
                id,
                sentence: Localised::default(),
                numbers,
                of,
                year,
                source: sources.get(&source).map(|source| source.reference.clone()).unwrap_or_default(),
            })
            .collect();
        let ids: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
        for (reading, mut texts) in self.keyed::<String>("figures", &ids) {
            let file = format!("{}/figures.toml", reading.texts());
            for figure in &mut all {
                let Some(sentence) = texts.remove(&figure.id) else { continue };
                for name in figure.numbers.keys().filter(|name| !sentence.contains(&format!("{{{name}}}"))) {
                    self.report(&file, format!("\"{}\" has no blank {{{name}}}; say the number", figure.id));
                }
                figure.sentence.set(reading.language, reading.level, sentence);
            }
        }
        all
    }
}
