//! A translation says what the French says: the same numbers, the same places to fill, as many paragraphs; what the letters say, also as
//! many lines. Whether it means the same, only a reader can tell.

use super::finding;
use super::text::Text;
use crate::content::{ContentProblem, Rule, paragraphs};
use std::collections::BTreeMap;

/// The texts of one language, beside those of the French.
pub(super) fn check<'a>(
    texts: impl Iterator<Item = &'a Text>,
    french: &[Text],
    findings: &mut Vec<ContentProblem>,
) {
    let below =
        |text: &Text| text.file.split_once('/').map(|(_, below)| below.to_owned()).unwrap_or_default();
    let french: BTreeMap<(String, &str), &Text> =
        french.iter().map(|text| ((below(text), text.key.as_str()), text)).collect();
    for text in texts {
        let Some(original) = french.get(&(below(text), text.key.as_str())) else { continue };
        let (said, meant) = (facts(&text.text), facts(&original.text));
        let without = |all: &[String], others: &[String]| {
            let mut others = others.to_vec();
            let is_missing = |one: &&String| match others.iter().position(|other| other == *one) {
                Some(at) => {
                    others.remove(at);
                    false
                }
                None => true,
            };
            all.iter().filter(is_missing).cloned().collect::<Vec<_>>().join(", ")
        };
        let (missing, more) = (without(&meant, &said), without(&said, &meant));
        if !missing.is_empty() || !more.is_empty() {
            let message = format!("the French has \"{missing}\" and this \"{more}\" instead; say the same");
            findings.push(finding(text, Rule::Facts, message));
        }
        let (here, there) = (paragraphs(&text.text).count(), paragraphs(&original.text).count());
        if here != there {
            let message = format!("{here} paragraphs, and {there} in French; write as many");
            findings.push(finding(text, Rule::Facts, message));
        }
        let lines = |text: &Text| text.text.lines().filter(|line| !line.trim().is_empty()).count();
        let (here, there) = (lines(text), lines(original));
        if says_letters(text) && here != there {
            let message = format!("{here} lines, and {there} in French; write as many");
            findings.push(finding(text, Rule::Facts, message));
        }
    }
}

/// Whether it says what a French letter says, beside it.
pub(super) fn says_letters(text: &Text) -> bool {
    text.file == format!("{}/letters.toml", text.language.code())
}

/// The numbers of a text, in whatever digits, and its `{placeholders}`.
fn facts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        found.push(format!("{{{name}}}"));
        rest = after;
    }
    let numbers = text.split(|letter: char| !letter.is_numeric()).filter(|number| !number.is_empty());
    found.extend(numbers.map(str::to_owned));
    found
}
