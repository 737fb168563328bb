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
    /// What else there is to know.
    #[serde(default)]
    pub note: Option<String>,
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
