//! One text in several languages, and what is shown when the wanted language is missing.

use super::{Language, Level};
use serde::{Deserialize, Serialize};

/// One text in at least one language. A missing language falls back visibly: [`Localised::pick`] says which language
/// it found, so that the view can mark it (`lang`, and a word to the reader).
///
/// ```
/// use eclaire::content::{Language, Level, Localised};
///
/// let text = Localised::new(Language::Fr, "Le médecin décide.");
/// // A reader of English is shown the French text, and the page can say so.
/// let shown = text.pick(Language::En, Level::Simple).unwrap();
/// assert_eq!((shown.language, shown.level), (Language::Fr, Level::Clear));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Localised {
    versions: Vec<(Language, Level, String)>,
}

/// What [`Localised::pick`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The text.
    pub text: &'a str,
    /// The language it is written in, which may not be the one asked for.
    pub language: Language,
    /// The level it is written at.
    pub level: Level,
}

impl Localised {
    /// A text in one language, at the `clear` level.
    pub fn new(language: Language, text: impl Into<String>) -> Self {
        let mut one = Self::default();
        one.set(language, Level::Clear, text);
        one
    }

    /// Adds or replaces one version. Questionnaire text is not a version.
    pub fn set(&mut self, language: Language, level: Level, text: impl Into<String>) {
        self.put(language, level, text.into());
    }

    /// The same for every kind of text: once in a program, not once for each.
    fn put(&mut self, language: Language, level: Level, text: String) {
        self.versions.retain(|(l, v, _)| (*l, *v) != (language, level));
        if !text.trim().is_empty() {
            // Inserted where it belongs: code that sorts would make every patient's download larger.
            let at = self.versions.partition_point(|(l, v, _)| (*l, *v) < (language, level));
            self.versions.insert(at, (language, level, text));
        }
    }

    /// Whether no language has this text.
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }

    /// Whether there is a text in this language, at any level.
    pub fn has(&self, language: Language) -> bool {
        self.versions.iter().any(|(l, _, _)| *l == language)
    }

    /// The version in exactly this language and at exactly this level.
    pub fn exactly(&self, language: Language, level: Level) -> Option<&str> {
        self.versions().find(|one| (one.language, one.level) == (language, level)).map(|one| one.text)
    }

    /// Whether whoever reads a language that this text lacks is shown this one, at some level.
    pub fn stands_in(&self, language: Language) -> bool {
        let shown = |level: &Level| self.versions().min_by_key(|one| (one.level != *level, one.language));
        Level::ALL.iter().filter_map(shown).any(|one| one.language == language)
    }

    /// Takes a language out, at all its levels.
    pub fn remove(&mut self, language: Language) {
        self.versions.retain(|(one, _, _)| *one != language);
    }

    /// Every version, in the order of languages and levels.
    pub fn versions(&self) -> impl Iterator<Item = Shown<'_>> {
        self.versions.iter().map(|(language, level, text)| Shown { text, language: *language, level: *level })
    }

    /// The text to show to someone who reads `language` at `level`: the same language at the other level comes
    /// before another language; French, which every notice has by law, before the rest.
    pub fn pick(&self, language: Language, level: Level) -> Option<Shown<'_>> {
        self.versions().min_by_key(|shown| (shown.language != language, shown.level != level, shown.language))
    }

    /// Keeps only these languages and levels: a page does not carry what it does not offer. A reader of one of them is shown
    /// the same as before. A language without a text at these levels keeps the level it has, and a text that exists only in
    /// other languages stays: better shown in the wrong language than not shown.
    pub fn keep(&mut self, languages: &[Language], levels: &[Level]) {
        let at_level: Vec<Language> =
            self.versions.iter().filter(|(_, v, _)| levels.contains(v)).map(|(l, _, _)| *l).collect();
        if self.versions.iter().any(|(l, _, _)| languages.contains(l)) {
            self.versions
                .retain(|(l, v, _)| languages.contains(l) && (levels.contains(v) || !at_level.contains(l)));
        }
    }
}
