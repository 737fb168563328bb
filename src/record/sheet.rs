//! The sheet: what was asked, agreed to, refused, objected to, wished to be talked about, and left open.

use super::{Record, list_of};
use crate::choices::Id;
use crate::choices::{Answer, Answers, AskedId, QuestionId, Regime, Request};
use crate::content::{Localised, Word};
use crate::register::Register;
use crate::register::{Channel, Say};

/// One line of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    /// The use or reuse; `None` for a request about AI in one's care as a whole.
    pub item: Option<&'a Id>,
    /// The title of the use or reuse.
    pub title: Option<&'a Localised>,
    /// What was asked for, if this is a request.
    pub request: Option<Request>,
    /// The question, if this is one: its id, its words, and who takes the answer.
    pub question: Option<(&'a Id, &'a Localised, Option<Channel>)>,
    /// The regime under which it stands.
    pub regime: Regime,
    /// The answer to the question; `None` is "not answered".
    pub answer: Option<Answer>,
}

/// The lines of the sheet, in the order of the register. Every question is in exactly one list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet<'a> {
    /// What the patient asks for.
    pub asked: Vec<Line<'a>>,
    /// What the patient agrees to.
    pub agreed: Vec<Line<'a>>,
    /// What the patient refuses.
    pub refused: Vec<Line<'a>>,
    /// What the patient objects to.
    pub objected: Vec<Line<'a>>,
    /// What the patient leaves as it is, having been asked.
    pub left_as_is: Vec<Line<'a>>,
    /// What the patient wants to talk about first.
    pub talk_first: Vec<Line<'a>>,
    /// What was not answered. Neither a yes nor an objection.
    pub open: Vec<Line<'a>>,
}

impl<'a> Sheet<'a> {
    /// Sorts the answers of a visit.
    pub fn of(register: &'a Register, answers: &Answers) -> Sheet<'a> {
        let mut sheet = Sheet::default();
        for request in &register.requests {
            if answers.has_asked(&AskedId { item: None, request: *request }) {
                sheet.asked.push(Line {
                    item: None,
                    title: None,
                    request: Some(*request),
                    question: None,
                    regime: Regime::Request,
                    answer: None,
                });
            }
        }
        for one in &register.uses {
            sheet.add(&one.id, &one.title, &one.say, answers);
        }
        for one in &register.reuses {
            sheet.add(&one.id, &one.title, &one.say, answers);
        }
        sheet
    }

    /// The lists with their headings, in the order of the paper; those without a line are left out.
    pub fn lists(&self) -> impl Iterator<Item = (Word, &[Line<'a>])> {
        let lines = |heading| match heading {
            Word::SheetAgreed => &self.agreed,
            Word::SheetRefused => &self.refused,
            Word::SheetObjected => &self.objected,
            Word::SheetLeft => &self.left_as_is,
            Word::SheetTalk => &self.talk_first,
            Word::SheetAsked => &self.asked,
            _ => &self.open,
        };
        let all = Record::LISTS.into_iter().map(move |heading| (heading, lines(heading).as_slice()));
        all.filter(|(_, lines)| !lines.is_empty())
    }

    fn list(&mut self, heading: Word) -> &mut Vec<Line<'a>> {
        match heading {
            Word::SheetAgreed => &mut self.agreed,
            Word::SheetRefused => &mut self.refused,
            Word::SheetObjected => &mut self.objected,
            Word::SheetLeft => &mut self.left_as_is,
            Word::SheetTalk => &mut self.talk_first,
            _ => &mut self.open,
        }
    }

    /// How many lines carry an answer or a request.
    pub fn said(&self) -> usize {
        self.asked.len() + self.said_to_questions()
    }

    /// How many questions there are.
    pub fn questions(&self) -> usize {
        self.said_to_questions() + self.open.len()
    }

    fn said_to_questions(&self) -> usize {
        [&self.agreed, &self.refused, &self.objected, &self.left_as_is, &self.talk_first]
            .iter()
            .map(|l| l.len())
            .sum()
    }

    fn add(&mut self, item: &'a Id, title: &'a Localised, say: &'a Say, answers: &Answers) {
        let line = Line {
            item: Some(item),
            title: Some(title),
            request: None,
            question: None,
            regime: say.regime,
            answer: None,
        };
        for request in &say.requests {
            if answers.has_asked(&AskedId { item: Some(item.clone()), request: *request }) {
                self.asked.push(Line { request: Some(*request), ..line.clone() });
            }
        }
        for question in &say.questions {
            let id = QuestionId { item: item.clone(), question: question.id.clone() };
            let answer = answers.to(&id);
            self.list(list_of(say.regime, answer)).push(Line {
                question: Some((&question.id, &question.text, question.channel)),
                answer,
                ..line.clone()
            });
        }
    }
}
