//! Every use says, with verbs, what the software does and what a human does (rule 3).

use super::finding;
use super::style::Style;
use super::text::Text;
use crate::content::{ContentProblem, Rule};

/// One text.
pub(super) fn check(text: &Text, style: &Style, findings: &mut Vec<ContentProblem>) {
    if text.section != "catalogue" {
        return;
    }
    let Some(actors) = &style.actors else { return };
    let (who, names, verbs) = match text.key.as_str() {
        "software_does" => ("the software", &actors.software, &actors.software_verbs),
        "human_does" => ("a professional", &actors.humans, &actors.human_verbs),
        _ => return,
    };
    if !has_one(&text.text, names) {
        let message = format!("does not name {who}; begin with one of: {}", names.join(", "));
        findings.push(finding(text, Rule::Actors, message));
    }
    if !has_one(&text.text, verbs) {
        let message = format!("does not say what {who} does; use a verb such as: {}", first(verbs));
        findings.push(finding(text, Rule::Actors, message));
    }
}

fn has_one(text: &str, words: &[String]) -> bool {
    let small = text.to_lowercase();
    let mut all = small.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    all.any(|word| words.iter().any(|one| one == word))
}

fn first(verbs: &[String]) -> String {
    verbs.iter().take(6).map(String::as_str).collect::<Vec<_>>().join(", ")
}
