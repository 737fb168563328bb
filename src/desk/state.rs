//! What lies on the desk now, and what can happen there.

use super::Opened;
use crate::content::Date;
use crate::record::{CodeProblem, FileProblem, Questionnaire};

/// What lies on the desk.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum State {
    /// Nothing.
    #[default]
    Empty,
    /// Everything of the last patient was erased.
    Erased,
    /// Something that cannot be read. What was typed stays where it was typed.
    Refused(Refusal),
    /// A record.
    Open(Box<Opened>),
}

/// Why something cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A code.
    Code(CodeProblem),
    /// A file.
    File(FileProblem),
}

/// What can happen at the desk.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A code was typed, pasted or scanned.
    Code(String),
    /// The field was left with this in it, without Enter: some scanners end with a Tab. A right code is read, and anything else waits.
    Left(String),
    /// A file was opened: its bytes, of which one more than [`crate::record::Record::LARGEST`] is enough.
    File(Vec<u8>),
    /// Someone says that they have read it back with the patient, or takes that back.
    ReadBack(bool),
    /// The next patient comes.
    Next,
}

impl State {
    /// Whether a record lies there that was read back with its patient.
    pub fn is_read_back(&self) -> bool {
        matches!(self, State::Open(opened) if opened.read_back.is_some())
    }

    /// Lets something happen. `questionnaires` are the texts this desk knows, the present one first.
    pub fn apply(&mut self, event: Event, questionnaires: &[Questionnaire], today: Option<Date>) {
        let Some(here) = questionnaires.first() else { return };
        match event {
            Event::Code(text) if text.trim().is_empty() => *self = State::Empty,
            Event::Code(text) => {
                *self = match Opened::of_code(&text, questionnaires, today) {
                    Ok(opened) => State::Open(Box::new(opened)),
                    Err(problem) => State::Refused(Refusal::Code(problem)),
                }
            }
            Event::Left(text) => {
                if let Ok(opened) = Opened::of_code(&text, questionnaires, today) {
                    *self = State::Open(Box::new(opened));
                }
            }
            Event::File(bytes) => {
                *self = match Opened::of_file(&bytes, questionnaires, &here.answer_words, today) {
                    Ok(opened) => State::Open(Box::new(opened)),
                    Err(problem) => State::Refused(Refusal::File(problem)),
                }
            }
            Event::ReadBack(done) => {
                if let State::Open(opened) = self {
                    if done {
                        // What cannot be is left in the record, for the page to say.
                        let _ = opened.read_back_on(today, today);
                    } else {
                        opened.not_read_back();
                    }
                }
            }
            Event::Next => *self = State::Erased,
        }
    }
}
