//! One patient's passage: language, reading level, answers. It lives in memory and nowhere else.
//!
//! A [`Visit`] changes only through [`Event`]s, so that every way into it (a tap, an answer ticked before the program
//! had started, a switch of language) obeys the same rules. This module must not know the browser.

use crate::choices::{Answer, Answers, AskedId, QuestionId, ToAsk};
use crate::content::{Language, Level, Reading};
use crate::record::Behalf;

/// What one patient sees and has said.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The language and the level of the page.
    pub reading: Reading,
    /// What the patient has said.
    pub answers: Answers,
    /// For whom the patient answers, if they said so.
    pub behalf: Option<Behalf>,
    /// Whether the code of the answers is shown. Only an explicit press shows it.
    pub shows_code: bool,
}

/// What can happen during a visit.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The patient reads another language, at the same level.
    Read(Language),
    /// The patient reads at another level, in the same language.
    ReadAt(Level),
    /// The patient answers, changes an answer or (`None`) takes it back.
    Answer(QuestionId, Option<Answer>),
    /// The patient asks for something, or takes that back.
    Ask(AskedId, bool),
    /// The patient picks a question to ask, or puts it back.
    Pick(ToAsk, bool),
    /// The patient says for whom they answer.
    AnswerFor(Behalf),
    /// The patient has the code of the answers shown, or taken away.
    ShowCode(bool),
    /// The patient erases everything said. Language and level stay: they are how one reads, not what one said.
    Erase,
}

impl Visit {
    /// A visit that has just begun.
    pub fn begin(language: Language) -> Visit {
        Visit {
            reading: Reading::clear(language),
            answers: Answers::default(),
            behalf: None,
            shows_code: false,
        }
    }

    /// Lets something happen.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Read(language) => self.reading.language = language,
            Event::ReadAt(level) => self.reading.level = level,
            Event::Answer(question, answer) => self.answers.answer(question, answer),
            Event::Ask(asked, wanted) => self.answers.ask(asked, wanted),
            Event::Pick(to_ask, wanted) => self.answers.pick(to_ask, wanted),
            Event::AnswerFor(behalf) => self.behalf = Some(behalf),
            Event::ShowCode(shows) => self.shows_code = shows,
            Event::Erase => *self = Visit { reading: self.reading, ..Visit::begin(self.reading.language) },
        }
    }
}
