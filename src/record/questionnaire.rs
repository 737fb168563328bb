//! The questionnaire: everything that one page lets a patient say, with its words, before anything is said.
//!
//! A register changes; a sheet from last month still has to be read. A site therefore keeps its questionnaires, as JSON: a code is
//! read with the questionnaire it was made with, and whatever is no longer there is seen by comparing. A questionnaire stands for its text
//! for ever: it is never changed, only followed by another. It is also part of what the patients' program loads, as bytes without
//! names (postcard): so every field is always written.

use super::texts;
use super::{Fingerprint, Kind};
use crate::choices::{Answer, Id, Regime, Request, Sorted};
use crate::content::{Localised, Purpose, Reading};
use crate::register::Channel;
use serde::{Deserialize, Serialize};

/// Everything that one page lets a patient say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// The place.
    pub site: QuestionnaireSite,
    /// The hospital's own number of the text.
    pub notice_version: String,
    /// The SHA-256 of everything that was shown.
    pub fingerprint: Fingerprint,
    /// An invented register.
    #[serde(default)]
    pub example: bool,
    /// What may be asked about AI in one's care as a whole.
    pub requests: Vec<Request>,
    /// The uses, then the reuses, in the order of the page.
    pub items: Vec<QuestionnaireItem>,
    /// The words of the requests.
    pub request_words: Vec<(Request, LocalisedJson)>,
    /// The words of the answers, under each regime.
    pub answer_words: Vec<(Regime, Answer, LocalisedJson)>,
}

/// A text in every language and at every level, as JSON an object by `fr/clear`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LocalisedJson(#[serde(with = "texts")] pub Localised);

/// What a record says of the hospital or practice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionnaireSite {
    /// Its name for machines.
    pub id: Id,
    /// Its name.
    pub name: LocalisedJson,
    /// Its data protection officer: e-mail, postal address, telephone, as far as they are told.
    #[serde(default)]
    pub dpo: Vec<String>,
    /// The address of its page, below which the site explains the codes of exports; patients' programs do not carry it.
    #[serde(default)]
    pub page: Option<String>,
}

/// A use or a reuse.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionnaireItem {
    /// Its name for machines.
    pub id: Id,
    /// Use or reuse.
    pub kind: Kind,
    /// What it is about.
    pub title: LocalisedJson,
    /// What kind of say the patient has.
    pub regime: Regime,
    /// What it is for, where standards have a word for it.
    #[serde(default)]
    pub purpose: Option<Purpose>,
    /// What its text was, by language and level (`fr/clear`): the beginning of its SHA-256.
    #[serde(rename = "marks")]
    pub digests: Sorted<String, String>,
    /// What may be asked for.
    #[serde(default)]
    pub requests: Vec<Request>,
    /// What may be decided.
    #[serde(default)]
    pub questions: Vec<ItemQuestion>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemQuestion {
    /// Its name within the use or reuse.
    pub id: Id,
    /// What it is about.
    pub text: LocalisedJson,
    /// What happens after a yes.
    #[serde(default)]
    pub if_yes: Option<LocalisedJson>,
    /// What happens after a no.
    #[serde(default)]
    pub if_no: Option<LocalisedJson>,
    /// Who takes the answer.
    #[serde(default)]
    pub channel: Option<Channel>,
}

impl Questionnaire {
    /// The words of a request.
    pub fn request_text(&self, request: Request) -> Option<&Localised> {
        self.request_words.iter().find(|(one, _)| *one == request).map(|(_, text)| &text.0)
    }

    /// The words of an answer under a regime.
    pub fn answer_text(&self, regime: Regime, answer: Answer) -> Option<&Localised> {
        let mut all = self.answer_words.iter();
        all.find(|(one, two, _)| (*one, *two) == (regime, answer)).map(|(.., text)| &text.0)
    }

    /// Whether some answers concern another body than this place.
    pub fn asks_elsewhere(&self) -> bool {
        let questions = self.items.iter().flat_map(|item| &item.questions);
        questions.into_iter().any(|question| question.channel == Some(Channel::Elsewhere))
    }

    /// The same without what only the desk needs: the words that answers once had, for old files, and the address for exports.
    pub fn of_today(mut self) -> Questionnaire {
        self.site.page = None;
        let mut met = Vec::new();
        self.answer_words.retain(|(regime, answer, _)| {
            let new = !met.contains(&(*regime, *answer));
            met.push((*regime, *answer));
            new
        });
        self
    }

    /// The item of this name.
    pub fn item(&self, id: &Id) -> Option<&QuestionnaireItem> {
        self.items.iter().find(|item| item.id == *id)
    }
}

impl QuestionnaireItem {
    /// What its text was, as it was read.
    pub fn digest(&self, reading: Reading) -> Option<&str> {
        self.digests.get(&reading.texts()).map(String::as_str)
    }
}
