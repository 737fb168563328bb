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

/// All terms, in the order of `content/glossary.toml`, and where to look for their forms.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Glossary {
    terms: Vec<Term>,
    /// The forms of each language by their first word in lower case, the longest form first.
    forms: BTreeMap<Language, BTreeMap<String, Vec<Form>>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Form {
    text: String,
    /// It has a capital letter: it means the term only when written so.
    exact: bool,
    term: usize,
}

/// A form of a term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// The position of its term in the glossary.
    pub term: usize,
}

impl Glossary {
    /// A glossary of these terms.
    pub fn new(terms: Vec<Term>) -> Glossary {
        let mut forms: BTreeMap<Language, BTreeMap<String, Vec<Form>>> = BTreeMap::new();
        for (term, (language, names)) in
            terms.iter().enumerate().flat_map(|(at, one)| one.names.iter().map(move |names| (at, names)))
        {
            for form in &names.forms {
                let first = form.chars().take_while(|one| one.is_alphanumeric());
                let first: String = first.map(|one| small(*language, one)).collect();
                let form = Form { text: form.clone(), exact: form.chars().any(char::is_uppercase), term };
                forms.entry(*language).or_default().entry(first).or_default().push(form);
            }
        }
        let all = forms.values_mut().flat_map(BTreeMap::values_mut);
        all.for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.text.len())));
        Glossary { terms, forms }
    }

    /// The terms.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Where the terms stand in a text in this language, from left to right; the longest form wins. A form with a
    /// capital letter (CE, IRM) is matched as it is written, any other in any case; both only as whole words.
    pub fn mentions(&self, language: Language, text: &str) -> Vec<Mention> {
        let Some(forms) = self.forms.get(&language) else { return Vec::new() };
        let mut found = Vec::new();
        let (mut end, mut is_inside, mut first) = (0, false, String::new());
        for (start, letter) in text.char_indices() {
            let begins = letter.is_alphanumeric() && !is_inside;
            is_inside = letter.is_alphanumeric();
            if !begins || start < end {
                continue;
            }
            let rest = &text[start..];
            let word = rest.chars().take_while(|one| one.is_alphanumeric());
            first.clear();
            first.extend(word.map(|one| small(language, one)));
            // Where the form ends in the text, if it stands there.
            let ends = |form: &Form| {
                let mut left = rest.char_indices();
                let same = |wanted: char, one: char| {
                    one == wanted || (!form.exact && small(language, one) == wanted)
                };
                let is_it =
                    form.text.chars().all(|wanted| left.next().is_some_and(|(_, one)| same(wanted, one)));
                let after = left.next();
                let is_whole = after.is_none_or(|(_, after)| !after.is_alphanumeric());
                (is_it && is_whole).then(|| after.map_or(text.len(), |(end, _)| start + end))
            };
            let form =
                forms.get(&first).and_then(|forms| forms.iter().find_map(|one| Some((one.term, ends(one)?))));
            if let Some((term, ends)) = form {
                end = ends;
                found.push(Mention { at: start..end, term });
            }
        }
        found
    }
}

/// A letter in the lower case of a language: the Turkish I has no dot, and the İ has one. What has no lower case of one letter stays
/// as it is.
fn small(language: Language, letter: char) -> char {
    match (language, letter) {
        (Language::Tr, 'I') => return 'ı',
        (Language::Tr, 'İ') => return 'i',
        // Nearly all of them, in most languages.
        _ if letter.is_ascii() => return letter.to_ascii_lowercase(),
        _ => {}
    }
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) => small,
        _ => letter,
    }
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
        self.check_once("glossary.toml", terms.iter().map(|one| one.id.as_str()));
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
        Glossary::new(all)
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
