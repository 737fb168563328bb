//! The content folder in memory, and what can be wrong with a file in it.

use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt;

/// The files under `content/`, by path (`fr/words.toml`). Whoever reads the disk fills it.
#[derive(Debug, Clone, Default)]
pub struct Files(pub BTreeMap<String, String>);

/// One finding in a content file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentProblem {
    /// The file, below `content/`.
    pub file: String,
    /// The line, where one is to blame.
    pub line: Option<usize>,
    /// What is wrong, and what to write instead.
    pub message: String,
}

impl fmt::Display for ContentProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content/{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl Files {
    /// Reads one TOML file; a file that is missing or broken is a problem, and then there is no value.
    pub(super) fn read<T: DeserializeOwned>(
        &self,
        file: &str,
        problems: &mut Vec<ContentProblem>,
    ) -> Option<T> {
        let mut report = |line, message| {
            problems.push(ContentProblem { file: file.to_owned(), line, message });
            None
        };
        let Some(text) = self.0.get(file) else { return report(None, "the file is missing".to_owned()) };
        toml::from_str(text).map_or_else(
            |error| {
                let breaks_before = |end: usize| text.bytes().take(end).filter(|byte| *byte == b'\n').count();
                let line = error.span().map(|span| breaks_before(span.start) + 1);
                report(line, error.message().to_owned())
            },
            Some,
        )
    }

    /// Where in a TOML file a text is blank.
    pub(super) fn blank_texts(&self, file: &str) -> Vec<String> {
        let table = self.0.get(file).and_then(|text| text.parse::<toml::Table>().ok());
        let mut found = Vec::new();
        blank_texts(&toml::Value::Table(table.unwrap_or_default()), "", &mut found);
        found
    }

    /// The names (without `.toml`) of the files directly in a folder.
    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let inside = |path: &String| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".toml")?;
            (!name.contains('/')).then(|| name.to_owned())
        };
        self.0.keys().filter_map(inside).collect()
    }

    /// Whether there is a folder with at least one file.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        self.0.keys().any(|path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }
}

fn blank_texts(value: &toml::Value, at: &str, found: &mut Vec<String>) {
    match value {
        toml::Value::String(text) if text.trim().is_empty() => found.push(at.to_owned()),
        toml::Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                blank_texts(item, &format!("{at}[{index}]"), found);
            }
        }
        toml::Value::Table(entries) => {
            let dot = if at.is_empty() { "" } else { "." };
            for (key, item) in entries {
                blank_texts(item, &format!("{at}{dot}{key}"), found);
            }
        }
        _ => {}
    }
}
