//! What stands beside each other as a choice is told at equal length (rules 24 and 25).

use super::finding;
use super::text::Text;
use crate::content::readability::words;
use crate::content::{ContentProblem, Rule, Word};

/// How much shorter one of two may be, in words for what follows, in letters for labels.
const SHORTEST: f64 = 0.7;

/// The words of the interface that stand beside each other as answers.
const LABELS: [(Word, Word); 2] =
    [(Word::AnswerAgree, Word::AnswerRefuse), (Word::AnswerLeave, Word::AnswerObject)];

/// The texts of one language.
pub(super) fn check(texts: &[Text], findings: &mut Vec<ContentProblem>) {
    for yes in texts {
        let Some(question) = yes.key.strip_suffix(".if_yes") else { continue };
        let no = texts.iter().find(|text| text.file == yes.file && text.key == format!("{question}.if_no"));
        let Some(no) = no else { continue };
        let (of_yes, of_no) = (words(&yes.text).count(), words(&no.text).count());
        if !fair(of_yes, of_no) {
            let message = format!("{of_no} words, and {of_yes} for yes; tell both in equal detail");
            findings.push(finding(no, Rule::Pairs, message));
        }
    }
    for (one, other) in LABELS {
        for text in texts.iter().filter(|text| text.section == "words" && text.key == one.key()) {
            let beside = texts.iter().find(|beside| beside.file == text.file && beside.key == other.key());
            let Some(beside) = beside else { continue };
            let (a, b) = (text.text.chars().count(), beside.text.chars().count());
            if !fair(a, b) {
                let message = format!("{b} letters, and {a} for \"{}\"; make them equally long", one.key());
                findings.push(finding(beside, Rule::Pairs, message));
            }
        }
    }
}

fn fair(one: usize, other: usize) -> bool {
    let (short, long) = (one.min(other), one.max(other));
    // Counts of words lose nothing as f64.
    short as f64 >= SHORTEST * long as f64
}
