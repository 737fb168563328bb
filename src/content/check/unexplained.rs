//! Every hard word is explained: it is a form of a term in the glossary. And every term is used.

use super::finding;
use super::style::{HardWords, Style};
use super::text::Text;
use crate::content::{ContentProblem, Glossary, Language, Rule};

/// One text.
pub(super) fn check(text: &Text, style: &Style, glossary: &Glossary, findings: &mut Vec<ContentProblem>) {
    let mentions = glossary.mentions(text.language, &text.text);
    let mut at = 0;
    let is_part = |letter: char| letter.is_alphanumeric();
    for word in text.text.split(|letter: char| !is_part(letter)) {
        // Every piece lies in the text, in order.
        let start = word.as_ptr() as usize - text.text.as_ptr() as usize;
        debug_assert!(start >= at);
        at = start;
        let explained = mentions.iter().any(|one| one.at.contains(&start));
        if !word.is_empty() && !explained && is_hard(word, &style.hard) {
            let message = format!(
                "\"{word}\" is not explained; write a plain word, or add it to the forms of a term in the glossary"
            );
            findings.push(finding(text, Rule::Unexplained, message));
        }
    }
}

fn is_hard(word: &str, hard: &HardWords) -> bool {
    let small = word.to_lowercase();
    if hard.known.contains(word) || hard.known.contains(&small) {
        return false;
    }
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    let abbreviation =
        capitals >= 2 && word.chars().all(|letter| letter.is_uppercase() || letter.is_numeric());
    abbreviation || hard.words.contains(&small) || hard.suffixes.iter().any(|suffix| small.ends_with(suffix))
}

/// A form leads to one term; a term is met in a text, or heard at the hospital.
pub(super) fn check_glossary(
    texts: &[Text],
    language: Language,
    glossary: &Glossary,
    findings: &mut Vec<ContentProblem>,
) {
    let file = format!("{}/glossary.toml", language.code());
    let mut report = |message: String| {
        findings.push(ContentProblem { file: file.clone(), line: None, rule: Rule::Reference, message });
    };
    let mut forms = std::collections::BTreeMap::new();
    let mut met = vec![false; glossary.terms().len()];
    for text in texts.iter().filter(|text| text.section != "glossary") {
        for mention in glossary.mentions(language, &text.text) {
            met[mention.term] = true;
        }
    }
    for (term, met) in glossary.terms().iter().zip(met) {
        let Some(names) = term.names.get(&language) else { continue };
        for form in &names.forms {
            if let Some(other) = forms.insert(form.as_str(), term.id.as_str()) {
                report(format!("\"{form}\" leads to \"{other}\" and to \"{}\"; keep one", term.id));
            }
        }
        match (met, names.heard) {
            (false, false) => report(format!(
                "\"{}\" stands in no text; delete it, or say heard = true if patients hear it at the hospital",
                term.id
            )),
            (true, true) => report(format!("\"{}\" stands in a text; delete heard = true", term.id)),
            _ => {}
        }
    }
}
