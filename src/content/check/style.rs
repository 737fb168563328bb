//! What to look for in one language: phrases never to write, words that need explaining, who acts, and the few exceptions.

use crate::content::reader::Reader;
use crate::content::{ContentProblem, Language, Rule};
use regex::{Regex, RegexBuilder};
use serde::Deserialize;
use std::collections::BTreeSet;

/// `content/<language>/style.toml` and `hard-words.toml`, ready to use.
pub(super) struct Style {
    pub(super) banned: Vec<Banned>,
    /// What comes before a number to call.
    pub(super) called: Option<Regex>,
    /// What comes behind it, where the verb stands at the end.
    pub(super) called_behind: Option<Regex>,
    /// Who acts; `None` where a translation follows the French.
    pub(super) actors: Option<Actors>,
    /// Hard words; none where a translation follows the French.
    pub(super) hard: HardWords,
    /// The longest sentence at the clear level, in words.
    pub(super) longest_sentence: usize,
    /// The longest title of a use or right, in words.
    pub(super) longest_title: usize,
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

/// In words (rule 5); a language that says it in more has its own number, with the reason, in its file.
fn longest_sentence() -> usize {
    20
}

fn longest_title() -> usize {
    8
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct StyleFile {
    /// What comes before a number to call.
    called: Option<String>,
    /// What comes behind it.
    called_behind: Option<String>,
    #[serde(default = "longest_sentence")]
    longest_sentence: usize,
    #[serde(default = "longest_title")]
    longest_title: usize,
    banned: Vec<BannedFile>,
    actors: Option<Actors>,
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
        // Whether a word is hard is judged where a text is written; a translation says what the French says.
        let hard_file = format!("{}/hard-words.toml", language.code());
        let hard = if language.is_checked() { reader.read(&hard_file) } else { None };
        let written = reader.read::<StyleFile>(&file).unwrap_or_default();
        let mut patterns = Vec::new();
        let mut called = |pattern: Option<String>| {
            let pattern = pattern?;
            let built = RegexBuilder::new(&pattern).case_insensitive(true).build();
            built
                .map_err(|error| {
                    reader.report_as(Rule::Readable, &file, format!("\"{pattern}\": {error}"));
                })
                .ok()
        };
        let (called, called_behind) = (called(written.called), called(written.called_behind));
        if called.is_none() && called_behind.is_none() {
            reader.report(&file, "\"called\" is missing; say what comes before a number to call".to_owned());
        }
        if language.is_checked() && written.actors.is_none() {
            reader.report(&file, "\"actors\" is missing; say who acts in a use".to_owned());
        }
        for one in written.banned {
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
        Style {
            banned: patterns,
            called,
            called_behind,
            actors: written.actors,
            hard: hard.unwrap_or_default(),
            longest_sentence: written.longest_sentence,
            longest_title: written.longest_title,
            allowed: written.allowed,
        }
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
