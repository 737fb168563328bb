//! Where facts come from: laws, standards, guidance, judgments, the seed documents.

use super::Date;
use super::reader::Reader;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One source, in `content/sources.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name in content files.
    pub id: String,
    /// Its title, in French as published.
    pub title: String,
    /// The article, file or address.
    pub reference: String,
    /// What it is: law, standard, guidance, case, seed.
    pub kind: String,
    /// How sure we are of what it says.
    pub confidence: Confidence,
    /// When somebody last read it.
    pub checked: Option<Date>,
    /// The day by which somebody has to read it again; every law has one, for laws change.
    pub read_again: Option<Date>,
    /// What else there is to know.
    #[serde(default)]
    pub note: Option<String>,
}

/// What the source of a law is called.
const LAW: &str = "law";

impl Source {
    /// Whether it is a text of law: what it says may change without anybody here noticing.
    pub fn is_law(&self) -> bool {
        self.kind == LAW
    }

    /// Whether it has to be read again, on this day or before it.
    pub fn is_due(&self, today: Date) -> bool {
        self.read_again.is_some_and(|by| by == today || by.is_before(today))
    }
}

/// The sources that have to be read again on this day, the longest waiting first.
pub fn due(sources: &BTreeMap<String, Source>, today: Date) -> Vec<&Source> {
    let mut due: Vec<&Source> = sources.values().filter(|source| source.is_due(today)).collect();
    due.sort_by_key(|source| source.read_again);
    due
}

/// The day on which somebody last read a text of law; `None` if nobody ever did.
pub fn law_read(sources: &BTreeMap<String, Source>) -> Option<Date> {
    sources.values().filter(|source| source.is_law()).filter_map(|source| source.checked).max()
}

/// How sure we are of what a source says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Read in the named text.
    Verified,
    /// Read in another text that relays it.
    Relayed,
    /// A well-known law or standard.
    Known,
    /// Not sure: patients are not told it as a fact.
    Uncertain,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcesFile {
    sources: Vec<Source>,
}

impl Reader<'_> {
    /// The sources, by id.
    pub(super) fn sources(&mut self) -> BTreeMap<String, Source> {
        let Some(SourcesFile { sources }) = self.read("sources.toml") else { return BTreeMap::new() };
        self.check_once("sources.toml", sources.iter().map(|source| source.id.as_str()));
        sources.into_iter().map(|source| (source.id.clone(), source)).collect()
    }
}
