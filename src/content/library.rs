//! All of `content/`, read and joined over languages and levels.

use super::reader::Reader;
use super::{
    ContentProblem, DeskWords, EditorTexts, Entry, Explorable, Figure, Files, Former, Glossary, HandoutWords,
    KioskWords, Letters, Level, Moment, Part, PicturesWords, PlacesWords, PracticeWords, QuizQuestion,
    Reading, ReceiverWords, ReuseEntry, Right, Rule, Source, Words, Worry,
};
use std::collections::BTreeMap;

/// Every text that Éclaire brings along.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The levels in which the texts exist.
    pub levels: Vec<Level>,
    /// The short texts of the interface, by language and level.
    pub words: BTreeMap<Reading, Words>,
    /// What words of answers once were.
    pub former: Vec<Former>,
    /// The common uses, by id.
    pub catalogue: BTreeMap<String, Entry>,
    /// The common reuses, by id.
    pub reuses: BTreeMap<String, ReuseEntry>,
    /// What brings somebody here, in the order of the page.
    pub moments: Vec<Moment>,
    /// The rights, in the order of the page.
    pub rights: Vec<Right>,
    /// How AI in care works.
    pub understanding: Vec<Part>,
    /// Hard words and what they mean.
    pub glossary: Glossary,
    /// Check what you understood.
    pub quiz: Vec<QuizQuestion>,
    /// Pictures to touch.
    pub explorables: Vec<Explorable>,
    /// What people in France said.
    pub figures: Vec<Figure>,
    /// Questions to ask, by worry.
    pub worries: Vec<Worry>,
    /// Letters that exercise a right.
    pub letters: Letters,
    /// The words of the desk and of the files for software.
    pub desk_words: DeskWords,
    /// The words for those who build the software that takes the desk's files.
    pub receiver_words: ReceiverWords,
    /// The words of slips, messages and posters.
    pub handout_words: HandoutWords,
    /// The words of the practice's page.
    pub practice_words: PracticeWords,
    /// The words of the page of pictures.
    pub pictures_words: PicturesWords,
    /// The words of the list of places.
    pub places_words: PlacesWords,
    /// The words of the register editor.
    pub editor: EditorTexts,
    /// The words of the staff's screen on the kiosk.
    pub kiosk_words: KioskWords,
    /// Where facts come from, by id.
    pub sources: BTreeMap<String, Source>,
}

impl Library {
    /// Reads the files. Everything that is wrong with their structure is listed, in the order of the files; what can be
    /// read is. How the texts are written is another matter: [`super::check()`].
    pub fn read(files: &Files) -> (Library, Vec<ContentProblem>) {
        let mut reader = Reader { files, problems: Vec::new() };
        let sources = reader.sources();
        let library = Library {
            levels: reader.levels(),
            words: reader.words(),
            former: reader.former(),
            catalogue: reader.catalogue(),
            reuses: reader.reuses(),
            moments: reader.moments(),
            rights: reader.rights(&sources),
            understanding: reader.understanding(),
            glossary: reader.glossary(),
            quiz: reader.quiz(),
            explorables: reader.explorables(),
            figures: reader.figures(&sources),
            worries: reader.worries(),
            letters: reader.letters(),
            desk_words: reader.desk_words(),
            receiver_words: reader.receiver_words(),
            handout_words: reader.handout_words(),
            practice_words: reader.practice_words(),
            pictures_words: reader.pictures_words(),
            places_words: reader.places_words(),
            editor: reader.editor_texts(),
            kiosk_words: reader.kiosk_words(),
            sources,
        };
        reader.check_sources(&library);
        reader.check_lessons(&library);
        reader.check_moments(&library.moments, &library.catalogue);
        let mut problems = reader.problems;
        problems.sort();
        problems.dedup();
        (library, problems)
    }
}

impl Reader<'_> {
    /// Every fact names a source that exists.
    fn check_sources(&mut self, library: &Library) {
        fn listed<'a>(
            file: &str,
            id: &'a str,
            sources: Vec<&'a String>,
        ) -> (String, &'a str, Vec<&'a String>) {
            (file.to_owned(), id, sources)
        }
        let mut named = Vec::new();
        for (id, entry) in &library.catalogue {
            named.push(listed(&format!("catalogue/{id}.toml"), "", entry.sources.iter().collect()));
        }
        for (id, entry) in &library.reuses {
            named.push(listed(&format!("reuses/{id}.toml"), "", entry.sources.iter().collect()));
        }
        for letter in &library.letters.all {
            named.push(listed("letters.toml", letter.id.as_str(), letter.sources.iter().collect()));
        }
        for part in &library.understanding {
            named.push(listed("understanding.toml", &part.id, part.sources.iter().collect()));
        }
        for one in &library.explorables {
            named.push(listed("explore.toml", &one.id, one.sources.iter().collect()));
        }
        // What the page says of itself has its source in the page.
        for one in library.quiz.iter().filter(|one| !one.teaches.starts_with("word/")) {
            named.push(listed("quiz.toml", &one.id, one.sources.iter().collect()));
        }
        // A plain word needs no source; what is named has to exist.
        for term in library.glossary.terms().iter().filter(|term| !term.sources.is_empty()) {
            named.push(listed("glossary.toml", &term.id, term.sources.iter().collect()));
        }
        for (file, id, sources) in named {
            let of = if id.is_empty() { String::new() } else { format!("\"{id}\": ") };
            let unread =
                self.problems.iter().any(|problem| problem.file == file && problem.rule == Rule::Readable);
            if sources.is_empty() && !unread {
                self.report_as(Rule::Source, &file, format!("{of}no source; name where the facts come from"));
            }
            for id in sources.into_iter().filter(|id| !library.sources.contains_key(*id)) {
                self.report_as(
                    Rule::Source,
                    &file,
                    format!("{of}\"{id}\" is not in sources.toml; add it there"),
                );
            }
        }
    }

    /// Every question of the quiz is taught by a text that exists.
    fn check_lessons(&mut self, library: &Library) {
        for one in &library.quiz {
            let known = match one.teaches.split_once('/') {
                Some(("part", id)) => library.understanding.iter().any(|part| part.id == id),
                Some(("right", id)) => library.rights.iter().any(|right| right.id == id),
                Some(("word", key)) => super::Word::ALL.iter().any(|word| word.key() == key),
                _ => false,
            };
            if !known {
                let message =
                    format!("\"{}\": no text \"{}\" teaches it; name one that does", one.id, one.teaches);
                self.report_reference("quiz.toml", message);
            }
        }
    }
}
