//! What a record says, one statement at a time, in the order of the page.

use crate::choices::Answer;
use crate::record::{Record, RecordItem, RecordQuestion, RecordRequest};

/// One thing that a record says. A question without an answer says nothing, and what was only told says nothing of the patient's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Statement<'a> {
    /// The patient has decided.
    Decided {
        /// The use or reuse.
        item: &'a RecordItem,
        /// The question.
        question: &'a RecordQuestion,
        /// Yes; under `Object`: leave it as it is.
        yes: bool,
    },
    /// The patient wants to talk about a question first. Nothing is decided.
    TalkFirst {
        /// The use or reuse.
        item: &'a RecordItem,
        /// The question.
        question: &'a RecordQuestion,
    },
    /// The patient asks for something.
    Asks {
        /// The use or reuse; `None` for AI in one's care as a whole.
        item: Option<&'a RecordItem>,
        /// What.
        request: &'a RecordRequest,
    },
}

/// Everything that a record says.
pub(super) fn statements(record: &Record) -> Vec<Statement<'_>> {
    let mut all: Vec<Statement> =
        record.requests.iter().map(|request| Statement::Asks { item: None, request }).collect();
    for item in &record.items {
        all.extend(item.questions.iter().filter_map(|question| match question.answer? {
            Answer::Yes => Some(Statement::Decided { item, question, yes: true }),
            Answer::No => Some(Statement::Decided { item, question, yes: false }),
            Answer::TalkFirst => Some(Statement::TalkFirst { item, question }),
        }));
        all.extend(item.requests.iter().map(|request| Statement::Asks { item: Some(item), request }));
    }
    all
}
