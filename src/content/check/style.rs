//! What to look for in one language: phrases never to write, words that need explaining, who acts, and the few exceptions.

use crate::content::reader::Reader;
use crate::content::{ContentProblem, Language, Rule};
use regex::{Regex, RegexBuilder};
use serde::Deserialize;
use std::collections::BTreeSet;

/// `content/<language>/style.toml` and `hard-words.toml`, ready to use.
pub(super) struct Style {
    pub(super) banned: Vec<Banned>,
    /// What comes before a number to call; `None` only if the file is broken.
    pub(super) called: Option<Regex>,
    pub(super) actors: Actors,
    pub(super) hard: HardWords,
    allowed: Vec<Allowed>,
}

/// A phrase never to write.
pub(super) struct Banned {
    pub(super) pattern: Regex,
    pub(super) rule: Rule,
    pub(super) instead: String,
    /// Which rule of which page forbids it.
    pub(super) source: String,
}

/// Who acts in a use, and what they do.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Actors {
    pub(super) software: Vec<String>,
    pub(super) software_verbs: Vec<String>,
    pub(super) humans: Vec<String>,
    pub(super) human_verbs: Vec<String>,
}

/// Words that patients may not know.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HardWords {
    /// Endings of learned words.
    pub(super) suffixes: Vec<String>,
    /// Words with such an ending, or abbreviations, that everybody knows.
    pub(super) known: BTreeSet<String>,
    /// Hard words without a telling ending.
    pub(super) words: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StyleFile {
    /// What comes before a number to call.
    called: String,
    banned: Vec<BannedFile>,
    actors: Actors,
    #[serde(default)]
    allowed: Vec<Allowed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BannedFile {
    pattern: String,
    /// Capitals matter.
    #[serde(default)]
    exact: bool,
    #[serde(default)]
    typography: bool,
    instead: String,
    #[serde(default)]
    source: String,
}

/// An exception: one text that may break one rule, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowed {
    file: String,
    key: String,
    rule: String,
    why: String,
}

impl Style {
    /// Reads the files of a language.
    pub(super) fn read(reader: &mut Reader, language: Language) -> Style {
        let file = format!("{}/style.toml", language.code());
        let hard = reader.read(&format!("{}/hard-words.toml", language.code())).unwrap_or_default();
        let Some(StyleFile { called, banned, actors, allowed }) = reader.read(&file) else {
            let (banned, actors, allowed) = (Vec::new(), Actors::default(), Vec::new());
            return Style { banned, called: None, actors, hard, allowed };
        };
        let mut patterns = Vec::new();
        let called = match RegexBuilder::new(&called).case_insensitive(true).build() {
            Ok(called) => Some(called),
            Err(error) => {
                reader.report_as(Rule::Readable, &file, format!("\"{called}\": {error}"));
                None
            }
        };
        for one in banned {
            match RegexBuilder::new(&one.pattern).case_insensitive(!one.exact).build() {
                Ok(pattern) => patterns.push(Banned {
                    pattern,
                    rule: if one.typography { Rule::Typography } else { Rule::Banned },
                    instead: one.instead,
                    source: one.source,
                }),
                Err(error) => {
                    reader.report_as(Rule::Readable, &file, format!("\"{}\": {error}", one.pattern))
                }
            }
        }
        Style { banned: patterns, called, actors, hard, allowed }
    }

    /// Takes away the findings that are allowed. An exception without a reason, or one that is no longer needed, is a
    /// finding itself.
    pub(super) fn allow(&self, language: Language, findings: &mut Vec<ContentProblem>) {
        let file = format!("{}/style.toml", language.code());
        let report =
            |message| ContentProblem { file: file.clone(), line: None, rule: Rule::Reference, message };
        let mut wrong = Vec::new();
        for one in &self.allowed {
            let before = findings.len();
            findings.retain(|finding| {
                finding.file != one.file
                    || finding.rule.name() != one.rule
                    || !finding.message.starts_with(&format!("\"{}\":", one.key))
            });
            let what = format!("the exception for {} \"{}\" ({})", one.file, one.key, one.rule);
            if findings.len() == before {
                wrong.push(report(format!("{what} is not needed; delete it")));
            } else if one.why.trim().is_empty() {
                wrong.push(report(format!("{what} has no reason; give one")));
            }
        }
        findings.append(&mut wrong);
    }
}
