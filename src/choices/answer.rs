//! The answers of one visit.

use super::{Id, Request, Sorted};
use serde::{Deserialize, Serialize};

/// What a patient says to a question. Under `Object`, `Yes` leaves the reuse as it is and `No` objects.
///
/// The order of the variants is a wire format: what patients keep on their devices (postcard) has their numbers. Add at the end
/// only; what is shown in another order has a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// I agree; under `Object`: I do not object.
    Yes,
    /// I refuse; under `Object`: I object.
    No,
    /// I want to talk about it first. An answer of equal weight, not a hesitation to be cured.
    TalkFirst,
}

impl Answer {
    /// Every answer, in the one order in which all questions show them (rule 22).
    pub const ALL: [Answer; 3] = [Answer::Yes, Answer::No, Answer::TalkFirst];

    /// The value of the radio button.
    pub fn code(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::TalkFirst => "talk-first",
        }
    }

    /// The answer with this code.
    pub fn from_code(code: &str) -> Option<Answer> {
        Answer::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

/// A question of a use or reuse, as `item.question`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId {
    /// The use or reuse.
    pub item: Id,
    /// The question in it.
    pub question: Id,
}

/// A request about a use or reuse, or (`item: None`) about AI in one's care as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AskedId {
    /// The use or reuse, if it is about one.
    pub item: Option<Id>,
    /// What is asked for.
    pub request: Request,
}

/// A question that the patient may want to put to someone: one that the texts propose, never one typed in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ToAsk {
    /// One of the questions that go with a use, by its position there.
    AboutUse(Id, usize),
    /// One of the questions that go with a worry: the worry, the question.
    AboutWorry(Id, Id),
}

/// What the patient has said so far. What is not in here has not been said: [`Answers::to`] gives `None`, which no
/// part of Éclaire turns into a yes or an objection.
///
/// ```
/// use eclaire::choices::{Answer, Answers, Id, QuestionId};
///
/// let id = |text| Id::parse(text).unwrap();
/// let question = QuestionId { item: id("research"), question: id("reuse") };
/// let mut answers = Answers::default();
/// assert_eq!(answers.to(&question), None);
/// answers.answer(question.clone(), Some(Answer::TalkFirst));
/// assert_eq!(answers.to(&question), Some(Answer::TalkFirst));
/// // Taking an answer back leaves nothing: neither a yes nor a no.
/// answers.answer(question, None);
/// assert!(answers.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    given: Sorted<QuestionId, Answer>,
    asked: Sorted<AskedId, ()>,
    to_ask: Sorted<ToAsk, ()>,
}

impl Answers {
    /// The answer to a question; `None` is "not answered".
    pub fn to(&self, question: &QuestionId) -> Option<Answer> {
        self.given.get(question).copied()
    }

    /// Whether this was asked for.
    pub fn has_asked(&self, asked: &AskedId) -> bool {
        self.asked.get(asked).is_some()
    }

    /// Answers, changes the answer, or with `None` takes it back to "not answered".
    pub fn answer(&mut self, question: QuestionId, answer: Option<Answer>) {
        match answer {
            Some(answer) => self.given.insert(question, answer),
            None => self.given.remove(&question),
        }
    }

    /// Asks for something, or takes that back.
    pub fn ask(&mut self, asked: AskedId, wanted: bool) {
        if wanted {
            self.asked.insert(asked, ());
        } else {
            self.asked.remove(&asked);
        }
    }

    /// Whether the patient wants to ask this.
    pub fn has_picked(&self, to_ask: &ToAsk) -> bool {
        self.to_ask.get(to_ask).is_some()
    }

    /// Picks a question to ask, or puts it back.
    pub fn pick(&mut self, to_ask: ToAsk, wanted: bool) {
        if wanted {
            self.to_ask.insert(to_ask, ());
        } else {
            self.to_ask.remove(&to_ask);
        }
    }

    /// The questions that are answered, each with its answer.
    pub fn given(&self) -> impl Iterator<Item = (&QuestionId, Answer)> {
        self.given.iter().map(|(question, answer)| (question, *answer))
    }

    /// What was asked for.
    pub fn asked(&self) -> impl Iterator<Item = &AskedId> {
        self.asked.iter().map(|(asked, ())| asked)
    }

    /// What the patient wants to ask.
    pub fn picked(&self) -> impl Iterator<Item = &ToAsk> {
        self.to_ask.iter().map(|(to_ask, ())| to_ask)
    }

    /// Takes up answers from another day, where there are none of today.
    pub fn take_up(&mut self, before: &Answers) {
        for (question, answer) in before.given.iter() {
            if self.to(question).is_none() {
                self.given.insert(question.clone(), *answer);
            }
        }
        before.asked.iter().for_each(|(asked, ())| self.ask(asked.clone(), true));
        before.to_ask.iter().for_each(|(to_ask, ())| self.pick(to_ask.clone(), true));
    }

    /// Whether nothing has been said.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.asked.is_empty() && self.to_ask.is_empty()
    }
}
