//! The record: what one patient leaves with, as a value of its own that needs no register to be understood.
//!
//! Everything that could be said is in it with its exact words, and what was said. A question without an answer stays
//! without one: it is never a yes and never an objection. No name, no date of birth, nothing that was typed in.

use super::{Behalf, Code, Fingerprint, ItemQuestion, Kind, Questionnaire, QuestionnaireItem, Wording};
use crate::choices::{Answer, AskedId, Id, QuestionId, Regime, Request};
use crate::content::{Date, Language, Localised, Purpose, Reading, Word};
use crate::register::Channel;
use serde::{Deserialize, Serialize};

/// What one patient leaves with. It is also kept as bytes without names (postcard): so every field is always written, and the
/// order of the fields must never change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The place.
    pub site: RecordSite,
    /// The hospital's own number of the text that was shown.
    pub notice_version: String,
    /// The SHA-256 of everything that was shown.
    pub fingerprint: Fingerprint,
    /// Made with an invented register.
    #[serde(default)]
    pub example: bool,
    /// The language and level that were shown last. An answer given before a switch is told in the words of after it.
    pub read: Reading,
    /// The language of the sheet, beside French.
    #[serde(rename = "paper")]
    pub sheet_language: Language,
    /// The day, where a clock was at hand.
    #[serde(default)]
    pub day: Option<Date>,
    /// For whom the patient answered, if they said so.
    #[serde(default)]
    pub behalf: Option<Behalf>,
    /// What the patient asks for about AI in their care as a whole.
    #[serde(default)]
    pub requests: Vec<RecordRequest>,
    /// The uses, then the reuses.
    pub items: Vec<RecordItem>,
}

/// The place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordSite {
    /// Its name for machines.
    pub id: Id,
    /// Its name.
    pub name: Wording,
    /// Its data protection officer: e-mail, postal address, telephone, as far as they are told.
    #[serde(default)]
    pub dpo: Vec<String>,
}

/// A use or a reuse, and what was said about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordItem {
    /// Its name for machines.
    pub id: Id,
    /// Use or reuse.
    pub kind: Kind,
    /// What it is about.
    pub title: Wording,
    /// What kind of say the patient has.
    pub regime: Regime,
    /// What it is for, where standards have a word for it.
    #[serde(default)]
    pub purpose: Option<Purpose>,
    /// What its text was: the beginning of its SHA-256.
    #[serde(default, rename = "mark")]
    pub digest: String,
    /// What the patient asks for.
    #[serde(default)]
    pub requests: Vec<RecordRequest>,
    /// What may be decided.
    #[serde(default)]
    pub questions: Vec<RecordQuestion>,
}

/// Something the patient asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordRequest {
    /// What.
    pub request: Request,
    /// In which words.
    pub text: Wording,
}

/// A question, and its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordQuestion {
    /// Its name within the use or reuse.
    pub id: Id,
    /// What it is about.
    pub text: Wording,
    /// Who takes the answer.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// The answer; `None` is "not answered".
    #[serde(default)]
    pub answer: Option<Answer>,
    /// The words of the answer.
    #[serde(default)]
    pub said: Option<Wording>,
    /// What the page said would follow from a yes.
    #[serde(default)]
    pub if_yes: Option<Wording>,
    /// What the page said would follow from a no.
    #[serde(default)]
    pub if_no: Option<Wording>,
}

/// One line of what was said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecordLine<'a> {
    /// The use or reuse; `None` for a request about AI in one's care as a whole.
    pub item: Option<&'a RecordItem>,
    /// What was asked for, if this is a request.
    pub request: Option<&'a RecordRequest>,
    /// The question, if this is one.
    pub question: Option<&'a RecordQuestion>,
}

impl RecordLine<'_> {
    /// Whether its question is one of several about the same item: then the title alone does not say which is meant.
    pub fn is_one_of_several(&self) -> bool {
        self.question.is_some() && self.item.is_some_and(|item| item.questions.len() > 1)
    }
}

/// The list of the sheet in which an answer stands.
pub fn list_of(regime: Regime, answer: Option<Answer>) -> Word {
    match (answer, regime) {
        (None, _) => Word::SheetOpen,
        (Some(Answer::TalkFirst), _) => Word::SheetTalk,
        (Some(Answer::Yes), Regime::Object) => Word::SheetLeft,
        (Some(Answer::Yes), _) => Word::SheetAgreed,
        (Some(Answer::No), Regime::Object) => Word::SheetObjected,
        (Some(Answer::No), _) => Word::SheetRefused,
    }
}

impl Record {
    /// The lists of the sheet, in the order of the paper.
    pub const LISTS: [Word; 7] = [
        Word::SheetAgreed,
        Word::SheetRefused,
        Word::SheetObjected,
        Word::SheetLeft,
        Word::SheetTalk,
        Word::SheetAsked,
        Word::SheetOpen,
    ];

    /// A questionnaire filled in with what was said.
    pub fn of(questionnaire: &Questionnaire, said: &Code) -> Record {
        let wording = |text: &Localised| Wording::of(text, said.reading, said.sheet_language);
        let request = |item: Option<&Id>, request: Request| {
            let asked = AskedId { item: item.cloned(), request };
            let text = questionnaire.request_text(request).map(wording).unwrap_or_default();
            said.answers.has_asked(&asked).then_some(RecordRequest { request, text })
        };
        let question = |item: &QuestionnaireItem, one: &ItemQuestion| {
            let id = QuestionId { item: item.id.clone(), question: one.id.clone() };
            let answer = said.answers.to(&id);
            RecordQuestion {
                id: one.id.clone(),
                text: wording(&one.text.0),
                channel: one.channel,
                answer,
                said: answer.and_then(|answer| questionnaire.answer_text(item.regime, answer)).map(wording),
                if_yes: one.if_yes.as_ref().map(|text| wording(&text.0)),
                if_no: one.if_no.as_ref().map(|text| wording(&text.0)),
            }
        };
        let item = |item: &QuestionnaireItem| RecordItem {
            id: item.id.clone(),
            kind: item.kind,
            title: wording(&item.title.0),
            regime: item.regime,
            purpose: item.purpose,
            digest: item.digest(said.reading).unwrap_or_default().to_owned(),
            requests: item.requests.iter().filter_map(|one| request(Some(&item.id), *one)).collect(),
            questions: item.questions.iter().map(|one| question(item, one)).collect(),
        };
        Record {
            site: RecordSite {
                id: questionnaire.site.id.clone(),
                name: wording(&questionnaire.site.name.0),
                dpo: questionnaire.site.dpo.clone(),
            },
            notice_version: questionnaire.notice_version.clone(),
            fingerprint: questionnaire.fingerprint,
            example: questionnaire.example,
            read: said.reading,
            sheet_language: said.sheet_language,
            day: said.day,
            behalf: said.behalf,
            requests: questionnaire.requests.iter().filter_map(|one| request(None, *one)).collect(),
            items: questionnaire.items.iter().map(item).collect(),
        }
    }

    /// Everything that was said, and every question that was not answered.
    pub fn lines(&self) -> impl Iterator<Item = (Word, RecordLine<'_>)> {
        let general = self.requests.iter().map(|request| (None, request));
        let in_items =
            self.items.iter().flat_map(|item| item.requests.iter().map(move |request| (Some(item), request)));
        let requests = general.chain(in_items).map(|(item, request)| {
            (Word::SheetAsked, RecordLine { item, request: Some(request), question: None })
        });
        let questions = self.items.iter().flat_map(|item| {
            item.questions.iter().map(move |question| {
                let line = RecordLine { item: Some(item), request: None, question: Some(question) };
                (list_of(item.regime, question.answer), line)
            })
        });
        requests.chain(questions)
    }

    /// The lines under their headings, in the order of the paper; a list without a line is left out.
    pub fn lists(&self) -> Vec<(Word, Vec<RecordLine<'_>>)> {
        let lines =
            |list: Word| self.lines().filter(|(word, _)| *word == list).map(|(_, line)| line).collect();
        let all = Record::LISTS.into_iter().map(|list| (list, lines(list)));
        all.filter(|(_, lines): &(Word, Vec<RecordLine>)| !lines.is_empty()).collect()
    }
}
