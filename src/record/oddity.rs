//! What in a patient's file is as no page writes it: typed, so that a terminal tells it in English and the desk in French.

use crate::choices::{Answer, Id};
use crate::content::Date;
use std::fmt;

/// Something in a record that no page writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// A part of it is of another kind than it should be, or missing: the line and column where reading ended.
    Shape {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A month in the place of a day.
    NoDay(Date),
    /// A name that stands there twice.
    Twice(String),
    /// A question where there is nothing to decide: of which use.
    NothingToDecide(Id),
    /// An answer without its words, or words without an answer: of which question.
    HalfAnswered(String),
    /// Something that the text does not offer.
    NotOffered(String),
    /// An answer in other words than its own.
    OtherWords {
        /// The question.
        question: String,
        /// The answer, if there is one.
        answer: Option<Answer>,
        /// The words, in French, as much of them as fits into a message.
        said: String,
    },
}

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Oddity::Shape { line, column } => {
                write!(f, "something is missing or of another kind at line {line}, column {column}")
            }
            Oddity::NoDay(month) => write!(f, "day: expected a day, found the month {month}"),
            Oddity::Twice(name) => write!(f, "\"{name}\" stands there twice"),
            Oddity::NothingToDecide(item) => write!(f, "{item}: a question where there is nothing to decide"),
            Oddity::HalfAnswered(question) => {
                write!(f, "{question}: an answer without its words, or the reverse")
            }
            Oddity::NotOffered(what) => write!(f, "{what}: the text does not offer this"),
            Oddity::OtherWords { question, answer, said } => {
                let answer = answer.map_or("", Answer::code);
                write!(f, "{question}: the answer \"{answer}\" does not go with the words “{said}”")
            }
        }
    }
}
