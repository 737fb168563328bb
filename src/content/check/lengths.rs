//! Sentences, paragraphs, titles and first lines are short.

use super::finding;
use super::style::Style;
use super::text::Text;
use crate::content::readability::words;
use crate::content::{ContentProblem, Language, Level, Rule, paragraphs, sentences};
use std::collections::BTreeSet;

/// The longest sentence at the simple level, in words (rule 5).
const LONGEST_SIMPLE: usize = 12;

/// The most sentences in a paragraph (rule 5).
const LONGEST_PARAGRAPH: usize = 3;

/// One text.
pub(super) fn check(text: &Text, style: &Style, findings: &mut Vec<ContentProblem>) {
    let longest = match text.level {
        Level::Clear => style.longest_sentence,
        Level::Simple => LONGEST_SIMPLE,
    };
    let longest_title = style.longest_title;
    for paragraph in paragraphs(&text.text) {
        let all = sentences(paragraph);
        // The lines of a list are no paragraph.
        let count = paragraph.lines().map(|line| sentences(line).len()).max().unwrap_or_default();
        if count > LONGEST_PARAGRAPH {
            let message =
                format!("{count} sentences in a paragraph; at most {LONGEST_PARAGRAPH}, or begin another");
            findings.push(finding(text, Rule::ParagraphLength, message));
        }
        for sentence in all {
            let count = words(sentence).count();
            if count > longest {
                let message = format!(
                    "{count} words in a sentence, at most {longest}; make two of \"{}\"",
                    begin(sentence)
                );
                findings.push(finding(text, Rule::SentenceLength, message));
            }
        }
    }
    let in_card = matches!(text.section.as_str(), "catalogue" | "reuses" | "rights");
    let count = words(&text.text).count();
    if in_card && text.key == "title" && count > longest_title {
        let message = format!("{count} words in a title, at most {longest_title}; say only what it is about");
        findings.push(finding(text, Rule::Short, message));
    }
    let one_line = paragraphs(&text.text).flat_map(sentences).count();
    if text.key == "one_line" && one_line > 1 {
        findings.push(finding(text, Rule::Short, format!("{one_line} sentences; say it in one")));
    }
}

/// A word of the interface that is too long for the simple level has a simple version.
pub(super) fn check_words(texts: &[Text], language: Language, findings: &mut Vec<ContentProblem>) {
    let simple = format!("{}/{}/words.toml", language.code(), Level::Simple.code());
    if texts.iter().all(|text| text.level != Level::Simple) {
        return;
    }
    let has: BTreeSet<&str> =
        texts.iter().filter(|text| text.file == simple).map(|text| text.key.as_str()).collect();
    let words_file = format!("{}/words.toml", language.code());
    for text in texts.iter().filter(|text| text.file == words_file && !has.contains(text.key.as_str())) {
        let longest = LONGEST_SIMPLE;
        let long = paragraphs(&text.text)
            .flat_map(sentences)
            .map(|one| words(one).count())
            .find(|one| *one > longest);
        if let Some(count) = long {
            let message = format!(
                "{count} words in a sentence, at most {longest} at the simple level; write it anew in {simple}"
            );
            findings.push(finding(text, Rule::SentenceLength, message));
        }
    }
}

/// How a sentence begins, to find it again.
fn begin(sentence: &str) -> String {
    let words: Vec<&str> = words(sentence).take(6).collect();
    words.join(" ") + " …"
}
