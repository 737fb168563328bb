//! What every view is handed: the notice, how it is read, and the visit.

use crate::content::{Date, Direction, Language, Level, Localised, Reading, Shown, Word};
use crate::notice::Notice;
use crate::patient::Visit;
use crate::record::{Questionnaire, Record, Wording, language_word};
use crate::register::{Register, SiteKind};
use crate::share::Form;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// One page in one language at one level. Cheap to clone; a switch of language makes a new one and draws it.
#[derive(Clone)]
pub struct Page {
    /// What is shown.
    pub notice: Arc<Notice>,
    /// Everything that can be said, with its words; `None` without a register.
    pub questionnaire: Option<Arc<Questionnaire>>,
    /// The language and the level it is shown in.
    pub reading: Reading,
    /// What the patient has said so far.
    pub visit: RwSignal<Visit>,
    /// How the page reaches the patient.
    pub form: Form,
    /// Today, if a clock is at hand.
    pub today: Option<Date>,
    /// Whether the program draws it, with what was said. What is drawn with the site knows nothing of what anybody has said.
    pub live: bool,
    /// Whether somebody else has put another text in the place of ours: a browser that translates.
    pub translated: bool,
    /// The terms of the glossary that the page has used so far: the glossary, drawn last, holds these.
    pub met: Arc<Mutex<BTreeSet<usize>>>,
}

impl Page {
    /// A short text of the interface.
    pub fn word(&self, word: Word) -> String {
        self.notice.words(self.reading).get(word).to_owned()
    }

    /// A short text with its placeholders filled. In a language that is written from right to left, what fills them is kept
    /// together (Unicode isolates): a date or a version would be turned around.
    pub fn fill(&self, word: Word, args: &[(&str, &str)]) -> String {
        let words = self.notice.words(self.reading);
        if self.reading.language.direction() == Direction::Ltr {
            return words.fill(word, args);
        }
        let isolated: Vec<_> =
            args.iter().map(|(name, value)| (*name, format!("\u{2068}{value}\u{2069}"))).collect();
        let args: Vec<_> = isolated.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words.fill(word, &args)
    }

    /// The same page, as it is read in another language.
    pub fn in_language(&self, language: Language) -> Page {
        Page { reading: Reading { language, ..self.reading }, ..self.clone() }
    }

    /// The version of a text that this page shows, if there is one.
    pub fn pick<'a>(&self, text: &'a Localised) -> Option<Shown<'a>> {
        text.pick(self.reading.language, self.reading.level)
    }

    /// A text in the page's language; in another language it is marked as such, for the eye and for screen readers.
    pub fn text(&self, text: &Localised) -> AnyView {
        let Some(shown) = self.pick(text) else { return ().into_any() };
        let written = shown.text.to_owned();
        if shown.language == self.reading.language {
            return written.into_any();
        }
        let note = self.fill(Word::OnlyIn, &[("language", &self.language_name(shown.language))]);
        view! {
            <span lang=shown.language.code() dir=shown.language.direction().attribute()>{written}</span>
            " "
            <small class="fallback">{note}</small>
        }
        .into_any()
    }

    /// The words of a record, marked in the same way where they are in another language.
    pub fn wording(&self, wording: &Wording) -> AnyView {
        self.text(&wording.localised())
    }

    /// What the patient would leave with now: what the sheet shows, and what is kept, saved and handed over. `None` without a
    /// register.
    pub fn record(&self) -> Option<Record> {
        self.questionnaire.as_deref().map(|questionnaire| self.record_of(questionnaire))
    }

    /// This questionnaire, answered with what the patient has said.
    pub fn record_of(&self, questionnaire: &Questionnaire) -> Record {
        let said = self.visit.with_untracked(|visit| visit.code(questionnaire.fingerprint, self.today));
        Record::of(questionnaire, &said)
    }

    /// Remembers that a term of the glossary was used.
    pub fn meet(&self, term: usize) {
        // A thread that panicked while it held the set leaves a set all the same.
        self.met.lock().unwrap_or_else(PoisonError::into_inner).insert(term);
    }

    /// Whether a term was used.
    pub fn has_met(&self, term: usize) -> bool {
        self.met.lock().unwrap_or_else(PoisonError::into_inner).contains(&term)
    }

    /// The name of a language, in the page's language.
    pub fn language_name(&self, language: Language) -> String {
        self.word(language_word(language))
    }

    /// The name of a level, in the page's language.
    pub fn level_name(&self, level: Level) -> String {
        self.word(match level {
            Level::Clear => Word::LevelClear,
            Level::Simple => Word::LevelSimple,
        })
    }

    /// The text without mark-up, for places that take only text.
    pub fn plain(&self, text: &Localised) -> String {
        self.pick(text).map(|shown| shown.text.to_owned()).unwrap_or_default()
    }

    /// A date as people write it in the page's language.
    pub fn date(&self, date: Date) -> String {
        self.notice.words(self.reading).date(date)
    }

    /// The register, if there is one that can be shown.
    pub fn register(&self) -> Option<&Register> {
        self.notice.register.as_ref()
    }

    /// What stands where a fact is missing.
    pub fn not_told(&self) -> AnyView {
        let practice = self.register().is_some_and(|register| register.site.kind == SiteKind::Practice);
        let word = if practice { Word::NotToldPractice } else { Word::NotTold };
        view! { <em class="not-told">{self.word(word)}</em> }.into_any()
    }
}
