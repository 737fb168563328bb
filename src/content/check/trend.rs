//! Words and readability by language, level and section: a trend to watch, not a gate (rule 7).

use super::text::texts;
use crate::content::{Files, Language, Level, Readability, Reading};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A table for people: for each language and level and each section its words, words per sentence and readability.
pub fn trend(files: &Files) -> String {
    let mut sums: BTreeMap<(Reading, String), Readability> = BTreeMap::new();
    for language in Language::ALL {
        for text in texts(files, language) {
            let reading = Reading { language, level: text.level };
            for section in [text.section.as_str(), "(all)"] {
                let sum = sums.entry((reading, section.to_owned())).or_default();
                *sum += Readability::of(language, &text.text);
            }
        }
    }
    let mut table =
        String::from("language level  section        words  words/sentence  Kandel-Moles or Flesch\n");
    for ((Reading { language, level }, section), sum) in &sums {
        let score = sum.score(*language).unwrap_or_default();
        // Counts of words lose nothing as f64.
        let per_sentence = sum.words as f64 / sum.sentences.max(1) as f64;
        let (language, level) = (language.code(), Level::code(*level));
        // Writing to a text cannot fail.
        let _ = writeln!(
            table,
            "{language:8} {level:6} {section:14} {:>5} {per_sentence:>15.1} {score:>23.0}",
            sum.words
        );
    }
    table
}
