//! All of `content/`, read and joined over languages and levels.

use super::catalogue::EntryFile;
use super::rights::RightsFile;
use super::understanding::UnderstandingFile;
use super::{
    ContentProblem, Entry, EntryTexts, Files, Language, Level, Part, QuestionTexts, ReuseEntry, ReuseTexts,
    Right, RightTexts, Source, Word, Words,
};
use crate::choices::Id;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Every text that Éclaire brings along.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The short texts of the interface, by language.
    pub words: BTreeMap<Language, Words>,
    /// The common uses, by id.
    pub catalogue: BTreeMap<String, Entry>,
    /// The common reuses, by id.
    pub reuses: BTreeMap<String, ReuseEntry>,
    /// The rights, in the order of the page.
    pub rights: Vec<Right>,
    /// How AI in care works.
    pub understanding: Vec<Part>,
    /// Where facts come from, by id.
    pub sources: BTreeMap<String, Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcesFile {
    sources: Vec<Source>,
}

impl Library {
    /// Reads the files. Everything that is wrong is listed, in the order of the files; what can be read is.
    pub fn read(files: &Files) -> (Library, Vec<ContentProblem>) {
        let mut reader = Reader { files, problems: Vec::new() };
        let sources = reader.sources();
        let library = Library {
            words: Language::ALL.into_iter().map(|language| (language, reader.words(language))).collect(),
            catalogue: reader.catalogue(),
            reuses: reader.reuses(),
            rights: reader.rights(&sources),
            understanding: reader.understanding(),
            sources,
        };
        reader.check_sources(&library);
        let mut problems = reader.problems;
        problems.sort();
        (library, problems)
    }

    /// The levels in which texts exist.
    pub fn levels(files: &Files) -> Vec<Level> {
        Level::ALL.into_iter().filter(|level| has_level(files, *level)).collect()
    }
}

fn has_level(files: &Files, level: Level) -> bool {
    Language::ALL
        .into_iter()
        .any(|language| files.has_folder(&format!("{}/{}", language.code(), level.code())))
}

struct Reader<'a> {
    files: &'a Files,
    problems: Vec<ContentProblem>,
}

impl Reader<'_> {
    fn report(&mut self, file: &str, message: String) {
        self.problems.push(ContentProblem { file: file.to_owned(), line: None, message });
    }

    /// Every language and level that there should be a file for.
    fn versions(&self) -> Vec<(Language, Level)> {
        let levels = Library::levels(self.files);
        Language::ALL
            .into_iter()
            .flat_map(|language| levels.iter().map(move |level| (language, *level)))
            .collect()
    }

    /// The text files `<language>/<level>/<folder>/<id>.toml`.
    fn texts<T: serde::de::DeserializeOwned>(&mut self, folder: &str, id: &str) -> Vec<(Language, Level, T)> {
        let versions = self.versions();
        let read = |(language, level): (Language, Level)| {
            let file = format!("{}/{}/{folder}/{id}.toml", language.code(), level.code());
            self.check_blanks(&file);
            Some((language, level, self.files.read(&file, &mut self.problems)?))
        };
        versions.into_iter().filter_map(read).collect()
    }

    /// A text without a word in it would be shown in another language, and nobody would know why.
    fn check_blanks(&mut self, file: &str) {
        for key in self.files.blank_texts(file) {
            self.report(file, format!("\"{key}\" is empty; write it in this language"));
        }
    }

    fn words(&mut self, language: Language) -> Words {
        let file = format!("{}/words.toml", language.code());
        let Some(texts) = self.files.read::<BTreeMap<String, String>>(&file, &mut self.problems) else {
            return Words::none();
        };
        for key in texts.keys().filter(|key| Word::ALL.iter().all(|word| word.key() != key.as_str())) {
            self.report(&file, format!("\"{key}\" is not a word that the interface uses; delete it"));
        }
        for word in Word::ALL.iter().filter(|word| texts.get(word.key()).is_none_or(|t| t.trim().is_empty()))
        {
            self.report(&file, format!("\"{}\" is missing; write it in this language", word.key()));
        }
        Words::new(Word::ALL.iter().map(|word| texts.get(word.key()).cloned().unwrap_or_default()).collect())
    }

    fn entry(&mut self, file: &str) -> Entry {
        let Some(written) = self.files.read::<EntryFile>(file, &mut self.problems) else {
            return Entry::default();
        };
        let mut unknown = Vec::new();
        let entry = written.entry(|message| unknown.push(message));
        for message in unknown {
            self.report(file, message);
        }
        entry
    }

    fn catalogue(&mut self) -> BTreeMap<String, Entry> {
        let mut catalogue = BTreeMap::new();
        for id in self.files.names("catalogue") {
            let file = format!("catalogue/{id}.toml");
            let mut entry = self.entry(&file);
            for (language, level, texts) in self.texts::<EntryTexts<String>>("catalogue", &id) {
                self.check_questions(&file, language, level, &entry.questions, &texts.questions);
                entry.texts.add(language, level, texts);
            }
            catalogue.insert(id, entry);
        }
        catalogue
    }

    fn reuses(&mut self) -> BTreeMap<String, ReuseEntry> {
        let mut reuses = BTreeMap::new();
        for id in self.files.names("reuses") {
            let file = format!("reuses/{id}.toml");
            let facts = self.entry(&file);
            let mut entry = ReuseEntry {
                regime: facts.regime,
                requests: facts.requests,
                questions: facts.questions,
                sources: facts.sources,
                texts: ReuseTexts::default(),
            };
            for (language, level, texts) in self.texts::<ReuseTexts<String>>("reuses", &id) {
                self.check_questions(&file, language, level, &entry.questions, &texts.questions);
                entry.texts.add(language, level, texts);
            }
            reuses.insert(id, entry);
        }
        reuses
    }

    fn rights(&mut self, sources: &BTreeMap<String, Source>) -> Vec<Right> {
        let file = "rights.toml";
        let Some(written) = self.files.read::<RightsFile>(file, &mut self.problems) else {
            return Vec::new();
        };
        let mut rights = Vec::new();
        for right in written.rights {
            let mut texts = RightTexts::default();
            for (language, level, one) in self.texts::<RightTexts<String>>("rights", &right.id) {
                texts.add(language, level, one);
            }
            for id in right.sources.iter().filter(|id| !sources.contains_key(*id)) {
                self.report(file, format!("\"{id}\" is not in sources.toml"));
            }
            let references = right.sources.iter().filter_map(|id| sources.get(id));
            rights.push(Right {
                id: right.id,
                group: right.group,
                sources: references.map(|source| source.reference.clone()).collect(),
                texts,
            });
        }
        rights
    }

    fn understanding(&mut self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut read = Vec::new();
        for (language, level) in self.versions() {
            let file = format!("{}/{}/understanding.toml", language.code(), level.code());
            self.check_blanks(&file);
            let written = self.files.read::<UnderstandingFile>(&file, &mut self.problems);
            let Some(UnderstandingFile { parts: written }) = written else { continue };
            read.push((file, written.iter().map(|part| part.id.clone()).collect::<Vec<_>>()));
            for one in written {
                match parts.iter_mut().find(|part| part.id == one.id) {
                    Some(part) => part.add(language, level, one),
                    None => {
                        let mut part = Part::default();
                        part.add(language, level, one);
                        parts.push(part);
                    }
                }
            }
        }
        for (file, ids) in read {
            for part in parts.iter().filter(|part| !ids.contains(&part.id)) {
                self.report(&file, format!("the part \"{}\" is missing; write it in this language", part.id));
            }
        }
        parts
    }

    fn sources(&mut self) -> BTreeMap<String, Source> {
        let written = self.files.read::<SourcesFile>("sources.toml", &mut self.problems);
        let sources = written.map(|file| file.sources).unwrap_or_default();
        sources.into_iter().map(|source| (source.id.clone(), source)).collect()
    }

    /// Every question of an entry has its texts, in every language.
    fn check_questions(
        &mut self,
        entry: &str,
        language: Language,
        level: Level,
        questions: &[Id],
        texts: &BTreeMap<String, QuestionTexts<String>>,
    ) {
        for question in questions.iter().filter(|question| !texts.contains_key(question.as_str())) {
            let file = format!("{}/{}/{entry}", language.code(), level.code());
            self.report(&file, format!("the question \"{question}\" of {entry} has no texts here"));
        }
    }

    /// Every fact names a source that exists.
    fn check_sources(&mut self, library: &Library) {
        let uses =
            library.catalogue.iter().map(|(id, entry)| (format!("catalogue/{id}.toml"), &entry.sources));
        let reuses = library.reuses.iter().map(|(id, entry)| (format!("reuses/{id}.toml"), &entry.sources));
        for (file, sources) in uses.chain(reuses) {
            let unread = self.problems.iter().any(|problem| problem.file == file);
            if sources.is_empty() && !unread {
                self.report(&file, "no source; name where the facts come from".to_owned());
            }
            for id in sources.iter().filter(|id| !library.sources.contains_key(*id)) {
                self.report(&file, format!("\"{id}\" is not in sources.toml"));
            }
        }
    }
}
