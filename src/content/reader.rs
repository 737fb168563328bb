//! Reading content files: whatever is missing, unknown or blank is reported, and reading goes on.

use super::lines::lines;
use super::{ContentProblem, Files, Language, Level, Reading, Rule};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// The files, and what was found wrong with them so far. Each kind of content (rights, letters, glossary) reads its files
/// through it.
pub(super) struct Reader<'a> {
    pub(super) files: &'a Files,
    pub(super) problems: Vec<ContentProblem>,
}

/// How a language is read where texts exist at these levels.
pub(super) fn readings_in(language: Language, levels: &[Level]) -> impl Iterator<Item = Reading> {
    let levels = levels.iter().filter(move |level| language.levels().contains(level));
    levels.map(move |level| Reading { language, level: *level })
}

impl Reader<'_> {
    /// Something that should be there is not.
    pub(super) fn report(&mut self, file: &str, message: String) {
        self.report_as(Rule::Complete, file, message);
    }

    /// A name that leads nowhere.
    pub(super) fn report_reference(&mut self, file: &str, message: String) {
        self.report_as(Rule::Reference, file, message);
    }

    pub(super) fn report_as(&mut self, rule: Rule, file: &str, message: String) {
        self.problems.push(ContentProblem { file: file.to_owned(), line: None, rule, message });
    }

    /// A file that has to be there.
    pub(super) fn read<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        self.check_blanks(file);
        self.files.read(file, &mut self.problems)
    }

    /// The levels in which texts exist. A level begins with its first file; from then on all of it has to be there.
    pub(super) fn levels(&self) -> Vec<Level> {
        let has = |level: &Level| {
            Language::ALL
                .into_iter()
                .any(|language| self.files.has_folder(&Reading { language, level: *level }.texts()))
        };
        Level::ALL.into_iter().filter(has).collect()
    }

    /// Every language and level that there should be a file for.
    pub(super) fn readings(&self) -> Vec<Reading> {
        let levels = self.levels();
        Language::ALL.into_iter().flat_map(|language| readings_in(language, &levels)).collect()
    }

    /// The text files `<language>/<level>/<name>.toml`.
    pub(super) fn texts<T: DeserializeOwned>(&mut self, name: &str) -> Vec<(Reading, T)> {
        let readings = self.readings();
        readings
            .into_iter()
            .filter_map(|reading| Some((reading, self.read(&format!("{}/{name}.toml", reading.texts()))?)))
            .collect()
    }

    /// The text files `<language>/<level>/<name>.toml`, each with exactly these keys.
    pub(super) fn keyed<T: DeserializeOwned>(
        &mut self,
        name: &str,
        keys: &[String],
    ) -> Vec<(Reading, BTreeMap<String, T>)> {
        let all = self.texts::<BTreeMap<String, T>>(name);
        for (reading, texts) in &all {
            let file = format!("{}/{name}.toml", reading.texts());
            for key in keys.iter().filter(|key| !texts.contains_key(*key)) {
                self.report(&file, format!("\"{key}\" is missing; write it in this language"));
            }
            for key in texts.keys().filter(|key| !keys.contains(key)) {
                self.report_reference(
                    &file,
                    format!("\"{key}\" is not in {name}.toml; delete it, or add it there"),
                );
            }
        }
        all
    }

    /// The names of the files in a folder, which hold the facts that are the same in every language; texts that belong to
    /// none of them are reported.
    pub(super) fn ids(&mut self, folder: &str) -> Vec<String> {
        let ids = self.files.names(folder);
        self.check_orphans(folder, &ids);
        ids
    }

    /// A text that nothing names is read by nobody, and is kept up to date by nobody.
    pub(super) fn check_orphans(&mut self, folder: &str, ids: &[String]) {
        for reading in self.readings() {
            let texts = format!("{}/{folder}", reading.texts());
            for id in self.files.names(&texts).iter().filter(|id| !ids.contains(id)) {
                let message = "nothing names this text; delete it, or add its facts".to_owned();
                self.report_reference(&format!("{texts}/{id}.toml"), message);
            }
        }
    }

    /// A name that stands twice: the second would hide the first.
    pub(super) fn check_once<'b>(&mut self, file: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = std::collections::BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.report_reference(file, format!("\"{id}\" stands here twice; delete one"));
            }
        }
    }

    /// A text without a word in it would be shown in another language, and nobody would know why.
    fn check_blanks(&mut self, file: &str) {
        let Some(text) = self.files.0.get(file) else { return };
        for one in lines(text).into_iter().filter(|one| one.text.trim().is_empty()) {
            self.problems.push(ContentProblem {
                file: file.to_owned(),
                line: Some(one.line),
                rule: Rule::Complete,
                message: format!("\"{}\" is empty; write it in this language", one.key),
            });
        }
    }
}
