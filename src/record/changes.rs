//! What changed since: a record that was kept, compared with what the page says now.
//!
//! An answer is carried over only if the text it was given to is the same, to the letter; whatever else was said is shown,
//! and left to the patient.

use super::{Behalf, Questionnaire, QuestionnaireItem, Record, RecordItem, RecordQuestion, Wording};
use crate::choices::{Answers, AskedId, Id, QuestionId};
use crate::content::{Language, Localised};

/// What changed since a record was made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// What is new, changed or gone: the page's items first, in its order, then what is gone.
    pub items: Vec<Change>,
    /// The answers that still stand, word for word.
    pub carried: Answers,
    /// For whom the patient answered then.
    pub behalf: Option<Behalf>,
    /// The language of the sheet then, if it was not that of the page.
    pub sheet_language: Option<Language>,
}

/// One item that is not as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its name; `None` for what can be asked about AI in one's care as a whole.
    pub item: Option<Id>,
    /// What it is about: in the words of now or, if it is gone, of then.
    pub title: Localised,
    /// What happened to it.
    pub what: ChangeKind,
    /// What the patient had said about it.
    pub before: Vec<Wording>,
}

/// What happened to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was not there.
    New,
    /// Its text is not the same.
    Changed,
    /// It is not there any more.
    Gone,
}

impl Changes {
    /// Compares a record with what the page says now.
    pub fn since(record: &Record, questionnaire: &Questionnaire) -> Changes {
        let own_sheet_language =
            (record.sheet_language != record.read.language).then_some(record.sheet_language);
        let mut changes =
            Changes { behalf: record.behalf, sheet_language: own_sheet_language, ..Changes::default() };
        for asked in &record.requests {
            let now = questionnaire
                .request_text(asked.request)
                .map(|text| Wording::of(text, record.read, record.sheet_language));
            match now {
                Some(now) if questionnaire.requests.contains(&asked.request) && now == asked.text => {
                    changes.carried.ask(AskedId { item: None, request: asked.request }, true);
                }
                _ => changes.items.push(Change {
                    item: None,
                    title: Localised::default(),
                    what: ChangeKind::Gone,
                    before: vec![asked.text.clone()],
                }),
            }
        }
        for now in &questionnaire.items {
            let before = record.items.iter().find(|item| item.id == now.id);
            let change = |what, before| Change {
                item: Some(now.id.clone()),
                title: now.title.0.clone(),
                what,
                before,
            };
            match before {
                None => changes.items.push(change(ChangeKind::New, Vec::new())),
                Some(item) if now.digest(record.read).is_some_and(|digest| digest == item.digest) => {
                    carry(item, now, &mut changes.carried)
                }
                Some(item) => changes.items.push(change(ChangeKind::Changed, said(item))),
            }
        }
        for item in record.items.iter().filter(|item| questionnaire.item(&item.id).is_none()) {
            changes.items.push(Change {
                item: Some(item.id.clone()),
                title: item.title.localised(),
                what: ChangeKind::Gone,
                before: said(item),
            });
        }
        changes
    }
}

/// What is no choice of the page now is not carried, whatever a file says.
fn carry(item: &RecordItem, now: &QuestionnaireItem, answers: &mut Answers) {
    let asked = |question: &&RecordQuestion| now.questions.iter().any(|one| one.id == question.id);
    for question in item.questions.iter().filter(asked) {
        let id = QuestionId { item: item.id.clone(), question: question.id.clone() };
        answers.answer(id, question.answer);
    }
    for asked in item.requests.iter().filter(|asked| now.requests.contains(&asked.request)) {
        answers.ask(AskedId { item: Some(item.id.clone()), request: asked.request }, true);
    }
}

fn said(item: &RecordItem) -> Vec<Wording> {
    let answers = item.questions.iter().filter_map(|question| question.said.clone());
    answers.chain(item.requests.iter().map(|asked| asked.text.clone())).collect()
}
