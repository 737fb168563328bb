//! The content folder in memory.

use super::lines::line_of;
use super::spacing::kept_together;
use super::{ContentProblem, Language, Rule};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// The files under `content/`, by path (`fr/words.toml`). The native program fills it; nothing here reads the disk.
#[derive(Debug, Clone, Default)]
pub struct Files(pub BTreeMap<String, String>);

impl Files {
    /// From one JSON object, path to text; `None` if it is none.
    pub fn from_json(text: &str) -> Option<Files> {
        serde_json::from_str(text).ok().map(Files)
    }

    /// Reads one TOML file; a file that is missing or broken is a problem, and then there is no value.
    pub(super) fn read<T: DeserializeOwned>(
        &self,
        file: &str,
        problems: &mut Vec<ContentProblem>,
    ) -> Option<T> {
        let mut report = |line, rule, message| {
            problems.push(ContentProblem { file: file.to_owned(), line, rule, message });
            None
        };
        let Some(text) = self.0.get(file) else {
            return report(None, Rule::Complete, "the file is missing; write it".to_owned());
        };
        // What a pattern finds is no text.
        let language = file.split('/').next().filter(|_| !file.ends_with("/style.toml"));
        let language = language.and_then(Language::from_code);
        let text = &kept_together(language, text);
        toml::from_str(text).map_or_else(
            |error| {
                let line = error.span().map(|span| line_of(text, span.start));
                report(line, Rule::Readable, error.message().to_owned())
            },
            Some,
        )
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
