//! What the patient may say: no control that does not exist, none that leads nowhere.

use super::{Checker, checked};
use crate::choices::{Id, Regime, Request};
use crate::content::{Localised, QuestionTexts};
use crate::register::fact::Fact;
use crate::register::file::{ChannelName, QuestionFile, RegimeName, RequestName};
use crate::register::model::{Contact, Contacts};
use crate::register::offer::{Channel, Offer, Question};
use crate::register::path::Path;
use crate::register::problem_kind::ProblemKind;
use std::collections::BTreeMap;

impl Checker<'_> {
    /// What the patient may say. Draws no control that does not exist, and none that leads nowhere.
    pub(super) fn offer(&mut self, asked: OfferInput, at: &Path) -> Option<Offer> {
        if asked.regime.is_none() && self.is_unread(&at.field("regime")) {
            return None;
        }
        let known_regime = asked.known.as_ref().and_then(|known| known.regime);
        let Some(regime) = asked.regime.map(regime).or(known_regime) else {
            self.report(&at.field("regime"), ProblemKind::NoRegime);
            return None;
        };
        if let Some(least) = known_regime.filter(|known| regime.strength() < known.strength()) {
            self.report(&at.field("regime"), ProblemKind::LessSay { least, found: regime });
        }
        let requests: Vec<Request> = match (&asked.requests, &asked.known) {
            (Some(own), _) => own.iter().copied().map(request).collect(),
            (None, Some(known)) if regime != Regime::Inform => known.requests.to_vec(),
            (None, _) => Vec::new(),
        };
        let questions = self.questions(regime, asked, at);
        let requests_at = at.field("requests");
        match regime {
            Regime::Inform if !requests.is_empty() => {
                self.report(&requests_at, ProblemKind::RequestUnderInform);
            }
            Regime::Request if requests.is_empty() && !self.has_unread(&requests_at) => {
                self.report(&requests_at, ProblemKind::NoRequest);
            }
            _ => {}
        }
        Some(Offer { regime, requests: in_order(&requests), questions: questions? })
    }

    pub(super) fn questions(
        &mut self,
        regime: Regime,
        asked: OfferInput,
        at: &Path,
    ) -> Option<Vec<Question>> {
        let at = at.field("questions");
        if !regime.has_questions() {
            if !asked.questions.is_empty() {
                self.report(&at, ProblemKind::QuestionUnder(regime));
            }
            return Some(Vec::new());
        }
        let mut files = asked.questions;
        let places = self.places(&at, files.len().max(asked.known.as_ref().map_or(0, |k| k.questions.len())));
        if files.is_empty() && !self.has_unread(&at) {
            let known = asked.known.as_ref().map_or(&[] as &[Id], |known| known.questions);
            files = known.iter().map(|id| QuestionFile::named(id.clone())).collect();
        }
        if files.is_empty() && !self.has_unread(&at) {
            self.report(&at, ProblemKind::NoQuestion(regime));
        }
        let mut seen = Vec::new();
        checked(files, &places, |at, file| {
            if seen.contains(&file.id) {
                self.report(&at.field("id"), ProblemKind::QuestionTwice(file.id.clone()));
            }
            seen.push(file.id.clone());
            let texts = asked.known.as_ref().and_then(|known| known.texts.get(file.id.as_str()));
            let text = self.obligatory(
                file.text,
                texts.map(|t| &t.text),
                &at.field("text"),
                ProblemKind::NoQuestionText,
            );
            let if_yes =
                self.text(file.if_yes, texts.map(|t| &t.if_yes), &at.field("if_yes"), Fact::AfterYes);
            let if_no = self.pick(file.if_no, texts.map(|t| &t.if_no), &at.field("if_no"));
            match (&if_no, regime) {
                (None, Regime::Agree) => {
                    self.report(&at.field("if_no"), ProblemKind::NothingAfterNo);
                }
                (None, _) => self.gap(&at.field("if_no"), Fact::AfterNo),
                _ => {}
            }
            // An answer that the site can do nothing with goes to nobody of it, whatever the register says.
            let channel = match asked.elsewhere {
                true => Some(Channel::Elsewhere),
                false => self.channel(file.channel, regime, &at.field("channel")),
            };
            Some(Question { id: file.id, text: text?, if_yes, if_no, channel })
        })
    }

    /// Who takes the answer. A channel that nobody can reach is an error.
    pub(super) fn channel(
        &mut self,
        name: Option<ChannelName>,
        regime: Regime,
        at: &Path,
    ) -> Option<Channel> {
        let reachable = match name {
            Some(ChannelName::CareTeam) => true,
            Some(ChannelName::Desk) => self.is_told("desk", |contacts| &contacts.desk),
            Some(ChannelName::Dpo) => self.is_told("dpo", |contacts| &contacts.dpo),
            None if regime == Regime::Object => {
                self.report(at, ProblemKind::NobodyForObjection);
                return None;
            }
            None => return None,
        };
        if !reachable {
            self.report(at, ProblemKind::NoContact);
        }
        name.map(|name| match name {
            ChannelName::CareTeam => Channel::CareTeam,
            ChannelName::Desk => Channel::Desk,
            ChannelName::Dpo => Channel::Dpo,
        })
    }

    /// Whether the register tells how to reach someone. A contact that could not be read is not reported a second time.
    pub(super) fn is_told(&self, name: &str, contact: impl Fn(&Contacts) -> &Option<Contact>) -> bool {
        let at = Path::default().field("site").field("contacts").field(name);
        self.contacts.as_ref().is_none_or(|contacts| contact(contacts).is_some()) || self.is_unread(&at)
    }
}

/// What a file says about a say, and what the catalogue knows.
pub(super) struct OfferInput<'a> {
    pub(super) regime: Option<RegimeName>,
    pub(super) requests: Option<Vec<RequestName>>,
    pub(super) questions: Vec<QuestionFile>,
    pub(super) known: Option<CatalogueOffer<'a>>,
    /// Whether the answers concern another body than the site.
    pub(super) elsewhere: bool,
}

pub(super) struct CatalogueOffer<'a> {
    pub(super) regime: Option<Regime>,
    pub(super) requests: &'a [Request],
    pub(super) questions: &'a [Id],
    pub(super) texts: &'a BTreeMap<String, QuestionTexts<Localised>>,
}

pub(super) fn regime(name: RegimeName) -> Regime {
    match name {
        RegimeName::Inform => Regime::Inform,
        RegimeName::Request => Regime::Request,
        RegimeName::Object => Regime::Object,
        RegimeName::Agree => Regime::Agree,
    }
}

pub(super) fn request(name: RequestName) -> Request {
    match name {
        RequestName::Explanation => Request::Explanation,
        RequestName::HumanReading => Request::HumanReading,
        RequestName::OtherOpinion => Request::OtherOpinion,
        RequestName::Talk => Request::Talk,
    }
}

pub(super) fn in_order(requests: &[Request]) -> Vec<Request> {
    Request::ALL.into_iter().filter(|request| requests.contains(request)).collect()
}
