//! What the views of the whole page are handed, which the patients' program never draws: the notice, beside what every view is
//! handed.

use super::context::{Context, filled};
use crate::content::{Language, Level, Localised, Reading, Word};
use crate::notice::Notice;
use crate::patient::{Kit, Visit};
use crate::register::{Register, SiteKind};
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

/// One page in one language at one level. Cheap to clone.
#[derive(Clone)]
pub struct Page {
    /// What every view is handed.
    pub context: Context,
    /// What is shown.
    pub notice: Arc<Notice>,
    /// The terms of the glossary that the page has used so far: the glossary, drawn last, holds these.
    pub met: Arc<Mutex<BTreeSet<usize>>>,
}

impl Deref for Page {
    type Target = Context;

    fn deref(&self) -> &Context {
        &self.context
    }
}

impl Page {
    /// A page of this notice, with what the patients' program is given of it.
    pub fn new(notice: &Arc<Notice>, reading: Reading, form: Form, visit: Visit) -> Page {
        let context = Context {
            kit: Arc::new(Kit::of(notice)),
            reading,
            visit: Arc::new(visit),
            form,
            today: None,
            live: false,
            translated: false,
        };
        Page { context, notice: notice.clone(), met: Arc::default() }
    }

    /// A short text of the interface.
    pub fn word(&self, word: Word) -> String {
        self.notice.words(self.reading).get(word).to_owned()
    }

    /// A short text of the interface, with its placeholders filled.
    pub fn fill(&self, word: Word, args: &[(&str, &str)]) -> String {
        filled(self.notice.words(self.reading), self.reading, word, args)
    }

    /// The same page, as it is read in another language.
    pub fn in_language(&self, language: Language) -> Page {
        Page { context: self.context.in_language(language), ..self.clone() }
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

    /// The levels at which one may read this page, in its language.
    pub fn levels(&self) -> impl Iterator<Item = Level> {
        let language = self.reading.language;
        self.notice.readings().filter(move |one| one.language == language).map(|one| one.level)
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

    /// The register, if there is one that can be shown.
    pub fn register(&self) -> Option<&Register> {
        self.notice.register.as_ref()
    }

    /// What stands where a fact is missing.
    pub fn not_told(&self) -> Markup {
        let practice = self.register().is_some_and(|register| register.site.kind == SiteKind::Practice);
        let word = if practice { Word::NotToldPractice } else { Word::NotTold };
        view! { <em class="not-told">{self.word(word)}</em> }.markup()
    }
}
