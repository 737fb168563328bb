//! How the texts are written: every rule that a program can check. What only a reader can judge stays with readers.
//!
//! The rules' numbers are here; the words they look for are in `content/<language>/style.toml` and `hard-words.toml`, so
//! that a new language brings its own. Findings name the file, the line, the rule and what to write instead.

mod actors;
mod facts;
mod lengths;
mod nets;
mod pairs;
mod phrases;
mod sources;
mod style;
mod text;
mod trend;
mod unexplained;

pub use trend::trend;

use super::reader::Reader;
use super::{ContentProblem, Files, Language, Library, Rule};
use style::Style;
use text::Text;

/// Everything that is wrong with the texts: their structure, then how they are written.
pub fn check(files: &Files) -> (Library, Vec<ContentProblem>) {
    check_in(files, &Language::ALL)
}

/// The same; how they are written only in these languages, for whoever writes one and waits for no other.
pub fn check_in(files: &Files, languages: &[Language]) -> (Library, Vec<ContentProblem>) {
    let (library, mut problems) = Library::read(files);
    let mut findings = Vec::new();
    let french = text::texts(files, Language::Fr);
    for language in languages.iter().copied() {
        let mut reader = Reader { files, problems: Vec::new() };
        let style = Style::read(&mut reader, language);
        problems.append(&mut reader.problems);
        let texts = text::texts(files, language);
        for text in &texts {
            lengths::check(text, &style, &mut findings);
            phrases::check(text, &style, &mut findings);
            if language.is_checked() {
                unexplained::check(text, &style, &library.glossary, &mut findings);
            }
            actors::check(text, &style, &mut findings);
            nets::check_numbers(text, &style, &mut findings);
        }
        if language != Language::Fr {
            // Texts that a person has read are written anew, and may say less; what a letter says is never less.
            let held = |text: &&Text| !language.is_checked() || facts::says_letters(text);
            facts::check(texts.iter().filter(held), &french, &mut findings);
        }
        pairs::check(&texts, &mut findings);
        lengths::check_words(&texts, language, &mut findings);
        unexplained::check_glossary(&texts, language, &library.glossary, &mut findings);
        style.allow(language, &mut findings);
    }
    sources::check(&library, &mut findings);
    nets::check(&library, &mut findings);
    problems.append(&mut findings);
    problems.sort();
    problems.dedup();
    (library, problems)
}

/// A finding in a text.
fn finding(text: &Text, rule: Rule, message: String) -> ContentProblem {
    let message = format!("\"{}\": {message}", text.key);
    ContentProblem { file: text.file.clone(), line: Some(text.line), rule, message }
}
