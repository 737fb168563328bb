//! The glossary: hard words that patients meet, the plain word first, and where they stand in a text.
//!
//! Texts are written plainly, without marks: a word is a reference to its term because it is one of the term's forms
//! ([`Glossary::mentions`]). So no text can forget to refer, and the content checker finds hard words without a term.

use super::reader::Reader;
use super::{Language, Localised};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// One word and what it means.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Term {
    /// Its name for machines.
    pub id: String,
    /// Where the meaning comes from; empty for a plain word of general knowledge.
    pub sources: Vec<String>,
    /// The names in each language.
    pub names: BTreeMap<Language, TermNames>,
    /// What it means.
    pub means: Localised,
}

/// The names of a term in one language.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermNames {
    id: String,
    /// The plain word, which comes first.
    pub plain: String,
    /// The word that professionals say.
    pub term: String,
    /// Every spelling in texts that means this term and nothing else.
    pub forms: Vec<String>,
    /// Patients hear it at the hospital, though no text here says it.
    #[serde(default)]
    pub heard: bool,
}

/// All terms, in the order of `content/glossary.toml`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Glossary(pub Vec<Term>);

/// A form of a term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// The position of its term in the glossary.
    pub term: usize,
}

impl Glossary {
    /// Where the terms stand in a text in this language, from left to right; the longest form wins. A form with a
    /// capital letter (CE, IRM) is matched as it is written, any other in any case; both only as whole words.
    pub fn mentions(&self, language: Language, text: &str) -> Vec<Mention> {
        let lower = lower(text);
        let mut found: Vec<Mention> = Vec::new();
        for (term, names) in
            self.0.iter().enumerate().filter_map(|(at, one)| Some((at, one.names.get(&language)?)))
        {
            for form in &names.forms {
                let exact = form.chars().any(char::is_uppercase);
                let text = if exact { text } else { lower.as_str() };
                let starts = text.match_indices(form.as_str()).map(|(start, _)| start..start + form.len());
                found.extend(starts.filter(|at| is_word(text, at)).map(|at| Mention { at, term }));
            }
        }
        found.sort_by_key(|one| (one.at.start, std::cmp::Reverse(one.at.end)));
        let mut end = 0;
        found.retain(|one| {
            let free = one.at.start >= end;
            if free {
                end = one.at.end;
            }
            free
        });
        found
    }
}

/// In lower case, with every letter at the place it had: one whose lower case is of another length stays as it is.
fn lower(text: &str) -> String {
    let one = |letter: char| {
        let mut small = letter.to_lowercase();
        match (small.next(), small.next()) {
            (Some(small), None) if small.len_utf8() == letter.len_utf8() => small,
            _ => letter,
        }
    };
    text.chars().map(one).collect()
}

fn is_word(text: &str, at: &Range<usize>) -> bool {
    let before = text[..at.start].chars().next_back();
    let after = text[at.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralFile {
    terms: Vec<Neutral>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neutral {
    id: String,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    terms: Vec<TermNames>,
}

impl Reader<'_> {
    /// The terms with their names and meanings.
    pub(super) fn glossary(&mut self) -> Glossary {
        let Some(NeutralFile { terms }) = self.read("glossary.toml") else { return Glossary::default() };
        let mut all: Vec<Term> = terms
            .into_iter()
            .map(|one| Term { id: one.id, sources: one.sources, ..Term::default() })
            .collect();
        for language in Language::ALL {
            self.names(language, &mut all);
        }
        let ids: Vec<String> = all.iter().map(|term| term.id.clone()).collect();
        for (reading, mut texts) in self.keyed::<String>("glossary", &ids) {
            for term in &mut all {
                term.means.set(reading.language, reading.level, texts.remove(&term.id).unwrap_or_default());
            }
        }
        Glossary(all)
    }

    fn names(&mut self, language: Language, all: &mut [Term]) {
        let file = format!("{}/glossary.toml", language.code());
        let Some(NamesFile { terms }) = self.read(&file) else { return };
        for names in terms {
            match all.iter_mut().find(|term| term.id == names.id) {
                Some(term) => drop(term.names.insert(language, names)),
                None => self.report_reference(
                    &file,
                    format!("\"{}\" is not in glossary.toml; add it there", names.id),
                ),
            }
        }
        for term in all.iter().filter(|term| !term.names.contains_key(&language)) {
            self.report(&file, format!("the term \"{}\" is missing; name it in this language", term.id));
        }
    }
}
