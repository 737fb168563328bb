//! The slots of a questionnaire: everything that can be said, in an order that codes rely on for ever.

use super::{Questionnaire, QuestionnaireItem};
use crate::choices::{Answer, Answers, AskedId, Id, QuestionId, Request};

/// Everything that can be said, in the order of the page: requests in general, then use by use, reuse by reuse, in
/// each its questions and then its requests. An old code stands for these slots for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots(Vec<Slot>);

/// One thing that a questionnaire lets a patient say, by its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    Ask(AskedId),
    Question(QuestionId),
}

impl Slots {
    /// The slots of a questionnaire.
    pub fn of_questionnaire(questionnaire: &Questionnaire) -> Slots {
        let asked = |item: Option<&Id>, request: &Request| {
            Slot::Ask(AskedId { item: item.cloned(), request: *request })
        };
        let mut slots: Vec<Slot> =
            questionnaire.requests.iter().map(|request| asked(None, request)).collect();
        for QuestionnaireItem { id, questions, requests, .. } in &questionnaire.items {
            slots.extend(questions.iter().map(|question| {
                Slot::Question(QuestionId { item: id.clone(), question: question.id.clone() })
            }));
            slots.extend(requests.iter().map(|request| asked(Some(id), request)));
        }
        Slots(slots)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Slot> {
        self.0.iter()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Slot> {
        self.0.get(at)
    }
}

impl Slot {
    /// How many bits an answer takes here.
    pub(super) fn bits(&self) -> u32 {
        match self {
            Slot::Ask(_) => 1,
            Slot::Question(_) => 2,
        }
    }

    /// What was said here; 0 is nothing, never a yes and never an objection.
    pub(super) fn value(&self, answers: &Answers) -> u32 {
        match self {
            Slot::Ask(asked) => u32::from(answers.has_asked(asked)),
            Slot::Question(question) => match answers.to(question) {
                None => 0,
                Some(Answer::Yes) => 1,
                Some(Answer::No) => 2,
                Some(Answer::TalkFirst) => 3,
            },
        }
    }

    /// Says it. `None` if nothing can be said so here.
    pub(super) fn say(&self, value: u32, answers: &mut Answers) -> Option<()> {
        match (self, value) {
            (Slot::Ask(asked), 1) => answers.ask(asked.clone(), true),
            (Slot::Question(question), 1..=3) => {
                let answer = [Answer::Yes, Answer::No, Answer::TalkFirst][value as usize - 1];
                answers.answer(question.clone(), Some(answer));
            }
            _ => return None,
        }
        Some(())
    }
}
