//! Why a file is no register that can be used here, as staff read it: in French, with the place to look at.

use crate::content::{NotText, PracticeWord, PracticeWords};
use crate::register::{Path, Problem, ProblemKind};

/// Why a file is no register that can be used here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// Its bytes are no text.
    NotText(NotText),
    /// Its text is no JSON, or is cut off: the line and column where reading ended.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// JSON, but not as a register is: where something is missing or not right.
    At(Path),
    /// JSON of another kind.
    Other,
}

impl Unread {
    /// Why a file with this problem is not read.
    pub(super) fn of(problem: Problem) -> Unread {
        match problem.kind {
            ProblemKind::NotJson { line, column, .. } => Unread::NotJson { line, column },
            _ if problem.path.as_str().is_empty() => Unread::Other,
            _ => Unread::At(problem.path),
        }
    }

    /// In French. What exactly belongs at a place of the file is for the register editor to say.
    pub fn told(&self, words: &PracticeWords) -> String {
        let fill = |word, args: &[(&str, &str)]| words.fill(word, args);
        match self {
            Unread::NotText(NotText::TooLarge(largest)) => {
                fill(PracticeWord::UnreadTooLarge, &[("size", &(largest / 1024 / 1024).to_string())])
            }
            Unread::NotText(NotText::Utf16) => fill(PracticeWord::UnreadUtf16, &[]),
            Unread::NotText(NotText::OlderEncoding(at)) => {
                fill(PracticeWord::UnreadOlderEncoding, &[("at", &at.to_string())])
            }
            Unread::NotText(NotText::Pdf | NotText::Binary(_)) => fill(PracticeWord::UnreadBinary, &[]),
            Unread::NotJson { line, column } => fill(
                PracticeWord::UnreadNotJson,
                &[("line", &line.to_string()), ("column", &column.to_string())],
            ),
            Unread::At(path) => fill(PracticeWord::UnreadProblem, &[("path", path.as_str())]),
            Unread::Other => fill(PracticeWord::UnreadOther, &[]),
        }
    }
}
