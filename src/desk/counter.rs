//! What lies on the desk now, and what can happen there.

use super::Opened;
use crate::content::Date;
use crate::record::{Blank, CodeProblem, FileProblem};

/// What lies on the desk.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Counter {
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
pub enum Happened {
    /// A code was typed, pasted or scanned.
    Code(String),
    /// A file was opened: its bytes, of which one more than [`crate::record::Record::LARGEST`] is enough.
    File(Vec<u8>),
    /// Someone says that they have read it back with the patient, or takes that back.
    ReadBack(bool),
    /// The next patient comes.
    Next,
}

impl Counter {
    /// Lets something happen. `blanks` are the texts this desk knows, the present one first.
    pub fn apply(&mut self, happened: Happened, blanks: &[Blank], today: Option<Date>) {
        let Some(here) = blanks.first() else { return };
        match happened {
            Happened::Code(text) if text.trim().is_empty() => *self = Counter::Empty,
            Happened::Code(text) => {
                *self = match Opened::of_code(&text, blanks, today) {
                    Ok(opened) => Counter::Open(Box::new(opened)),
                    Err(problem) => Counter::Refused(Refusal::Code(problem)),
                }
            }
            Happened::File(bytes) => {
                *self = match Opened::of_file(&bytes, blanks, &here.answer_words, today) {
                    Ok(opened) => Counter::Open(Box::new(opened)),
                    Err(problem) => Counter::Refused(Refusal::File(problem)),
                }
            }
            Happened::ReadBack(done) => {
                if let Counter::Open(opened) = self {
                    opened.read_back = today.filter(|_| done);
                }
            }
            Happened::Next => *self = Counter::Erased,
        }
    }
}
