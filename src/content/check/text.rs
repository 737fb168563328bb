//! The texts that patients read, one by one, with where they stand.

use crate::content::lines::lines;
use crate::content::{Files, Language, Level};

/// One text.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// The file, below `content/`.
    pub(super) file: String,
    /// The kind of file: `catalogue`, `rights`, `words`.
    pub(super) section: String,
    /// The way to it in the file.
    pub(super) key: String,
    /// The line it begins in.
    pub(super) line: usize,
    /// The language.
    pub(super) language: Language,
    /// The level; the words and names that serve every level count as `clear`.
    pub(super) level: Level,
    /// The text.
    pub(super) text: String,
}

/// Files that no patient reads: the checker's own words, and those of the staff's pages.
const NOT_FOR_PATIENTS: [&str; 5] =
    ["style.toml", "hard-words.toml", "desk.toml", "editor.toml", "receiver.toml"];

/// Every text of a language, in the order of the files.
pub(super) fn texts(files: &Files, language: Language) -> Vec<Text> {
    let mut all = Vec::new();
    for (file, content) in &files.0 {
        let Some(below) = file.strip_prefix(language.code()).and_then(|rest| rest.strip_prefix('/')) else {
            continue;
        };
        if NOT_FOR_PATIENTS.contains(&below) {
            continue;
        }
        let (level, below) = match below.split_once('/') {
            Some((level, below)) => (Level::from_code(level).unwrap_or(Level::Clear), below),
            None => (Level::Clear, below),
        };
        let section = below.split(['/', '.']).next().unwrap_or_default().to_owned();
        let names = section == "glossary" && file == &format!("{}/glossary.toml", language.code());
        for line in lines(content) {
            let name = line.key.rsplit('.').next().unwrap_or_default();
            // A term's own spellings are what the texts are checked against.
            if name == "id" || (names && name != "plain") {
                continue;
            }
            all.push(Text {
                file: file.clone(),
                section: section.clone(),
                key: line.key,
                line: line.line,
                language,
                level,
                text: line.text,
            });
        }
    }
    all
}
