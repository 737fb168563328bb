//! What the views are handed that the program draws: its kit, how it is read, and the visit. No register can be asked for here.

use crate::content::{Date, Direction, Language, Localised, Reading, Shown, Word, Words};
use crate::patient::{Kit, Visit};
use crate::record::{Questionnaire, Record, Wording, language_word};
use crate::share::Form;
use crate::view::{IntoMarkup, Markup, shapes};
use leptos::prelude::*;
use std::sync::Arc;

/// What is drawn in one language at one level. Cheap to clone; a switch of language makes a new one and draws it.
#[derive(Clone)]
pub struct Context {
    /// What the program loads: nothing else may be drawn there.
    pub kit: Arc<Kit>,
    /// The language and the level it is shown in.
    pub reading: Reading,
    /// What the patient has said so far.
    pub visit: Arc<Visit>,
    /// How the page reaches the patient.
    pub form: Form,
    /// Today, if a clock is at hand.
    pub today: Option<Date>,
    /// Whether the program draws it, with what was said. What is drawn with the site knows nothing of what anybody has said.
    pub live: bool,
    /// Whether somebody else has put another text in the place of ours: a browser that translates.
    pub translated: bool,
}

impl Context {
    /// A short text that the program draws.
    pub fn word(&self, word: Word) -> &str {
        self.kit.words(self.reading).get(word)
    }

    /// A short text that the program draws, with its placeholders filled.
    pub fn fill(&self, word: Word, args: &[(&str, &str)]) -> String {
        filled(self.kit.words(self.reading), self.reading, word, args)
    }

    /// The same, as it is read in another language.
    pub fn in_language(&self, language: Language) -> Context {
        Context { reading: Reading { language, ..self.reading }, ..self.clone() }
    }

    /// The version of a text that is shown here, if there is one.
    pub fn pick<'a>(&self, text: &'a Localised) -> Option<Shown<'a>> {
        text.pick(self.reading.language, self.reading.level)
    }

    /// A text in the language that is read; in another language it is marked as such, for the eye and for screen readers.
    pub fn text(&self, text: &Localised) -> Markup {
        let (written, other) = self.written(text);
        let Some(other) = other else { return written };
        let note = self.fill(Word::OnlyIn, &[("language", self.language_name(other))]);
        view! { {written} " " <small class="fallback">{note}</small> }.markup()
    }

    /// A name of its own, such as that of the place: it is nobody's translation, so only screen readers are told its language.
    pub fn name(&self, text: &Localised) -> Markup {
        self.written(text).0
    }

    /// A text, and the language in which it is written if that is another one.
    fn written(&self, text: &Localised) -> (Markup, Option<Language>) {
        let Some(shown) = self.pick(text) else { return (Markup::default(), None) };
        let (written, language) = (shapes::text(shown.text), shown.language);
        if language == self.reading.language {
            return (written, None);
        }
        let marked =
            view! { <span lang=language.code() dir=language.direction().attribute()>{written}</span> };
        (marked.markup(), Some(language))
    }

    /// The words of a record, marked in the same way where they are in another language.
    pub fn wording(&self, wording: &Wording) -> Markup {
        self.text(&wording.localised())
    }

    /// What the patient would leave with now: what the sheet shows, and what is kept, saved and handed over. `None` on the general
    /// page.
    pub fn record(&self) -> Option<Record> {
        self.kit.questionnaire().map(|questionnaire| self.record_of(questionnaire))
    }

    /// This questionnaire, answered with what the patient has said.
    pub fn record_of(&self, questionnaire: &Questionnaire) -> Record {
        Record::of(questionnaire, &self.visit.code(questionnaire.fingerprint, self.today))
    }

    /// The name of a language, in the language that is read.
    pub fn language_name(&self, language: Language) -> &str {
        self.word(language_word(language))
    }

    /// A date as people write it in the language that is read.
    pub fn date(&self, date: Date) -> String {
        self.kit.words(self.reading).date(date)
    }
}

/// A short text with its placeholders filled. In a language that is written from right to left, what fills them is kept
/// together (Unicode isolates): a date or a version would be turned around.
pub(super) fn filled(words: &Words, reading: Reading, word: Word, args: &[(&str, &str)]) -> String {
    if reading.language.direction() == Direction::Ltr {
        return words.fill(word, args);
    }
    let isolated: Vec<_> =
        args.iter().map(|(name, value)| (*name, format!("\u{2068}{value}\u{2069}"))).collect();
    let args: Vec<_> = isolated.iter().map(|(name, value)| (*name, value.as_str())).collect();
    words.fill(word, &args)
}
