//! One patient's passage: language, reading level, answers. It lives in memory and nowhere else.
//!
//! A [`Visit`] changes only through [`Event`]s, so that every way into it (a tap, an answer ticked before the program
//! had started, a switch of language) obeys the same rules. This module must not know the browser.

use crate::choices::{Answer, Answers, AskedId, QuestionId};
use crate::content::{Language, Level};

/// What one patient sees and has said.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The language of the page.
    pub language: Language,
    /// The reading level.
    pub level: Level,
    /// What the patient has said.
    pub answers: Answers,
}

/// What can happen during a visit.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The patient reads another language.
    Read(Language),
    /// The patient answers, changes an answer or (`None`) takes it back.
    Answer(QuestionId, Option<Answer>),
    /// The patient asks for something, or takes that back.
    Ask(AskedId, bool),
    /// The patient erases everything said. Language and level stay: they are how one reads, not what one said.
    Erase,
}

impl Visit {
    /// A visit that has just begun.
    pub fn begin(language: Language) -> Visit {
        Visit { language, level: Level::Clear, answers: Answers::default() }
    }

    /// Lets something happen.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Read(language) => self.language = language,
            Event::Answer(question, answer) => self.answers.answer(question, answer),
            Event::Ask(asked, wanted) => self.answers.ask(asked, wanted),
            Event::Erase => self.answers = Answers::default(),
        }
    }
}
