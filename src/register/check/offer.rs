//! What the patient may say: no control that does not exist, none that leads nowhere.

use super::{Checker, checked};
use crate::choices::{Id, Regime, Request};
use crate::content::{Localised, QuestionTexts};
use crate::register::file::{ChannelName, QuestionFile, RegimeName, RequestName};
use crate::register::model::{Contact, Contacts};
use crate::register::offer::{Channel, Offer, Question};
use crate::register::problem::Path;
use std::collections::BTreeMap;

impl Checker<'_> {
    /// What the patient may say. Draws no control that does not exist, and none that leads nowhere.
    pub(super) fn offer(&mut self, asked: OfferInput, at: &Path) -> Option<Offer> {
        if asked.regime.is_none() && self.is_unread(&at.field("regime")) {
            return None;
        }
        let known_regime = asked.known.as_ref().and_then(|known| known.regime);
        let Some(regime) = asked.regime.map(regime).or(known_regime) else {
            self.error(&at.field("regime"), "inform, request, object or agree", "nothing");
            return None;
        };
        if let Some(least) = known_regime.filter(|known| regime.strength() < known.strength()) {
            let expected =
                format!("\"{}\" or more say: the law gives it here (see the catalogue)", least.code());
            self.error(&at.field("regime"), expected, format!("\"{}\"", regime.code()));
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
                self.error(&requests_at, "no request under \"inform\"; take \"request\"", "a request");
            }
            Regime::Request if requests.is_empty() && !self.has_unread(&requests_at) => {
                self.error(&requests_at, "at least one request under \"request\"", "none");
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
                let expected = format!(
                    "no question under \"{}\"; only \"object\" and \"agree\" have them",
                    regime.code()
                );
                self.error(&at, expected, "a question");
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
            self.error(&at, format!("at least one question under \"{}\"", regime.code()), "none");
        }
        let mut seen = Vec::new();
        checked(files, &places, |at, file| {
            if seen.contains(&file.id) {
                self.error(&at.field("id"), "each question once", format!("\"{}\" again", file.id));
            }
            seen.push(file.id.clone());
            let texts = asked.known.as_ref().and_then(|known| known.texts.get(file.id.as_str()));
            let text = self.obligatory(
                file.text,
                texts.map(|t| &t.text),
                &at.field("text"),
                "what the question is about",
            );
            let if_yes = self.text(
                file.if_yes,
                texts.map(|t| &t.if_yes),
                &at.field("if_yes"),
                "what happens after a yes",
            );
            let if_no = self.pick(file.if_no, texts.map(|t| &t.if_no), &at.field("if_no"));
            match (&if_no, regime) {
                (None, Regime::Agree) => {
                    self.error(
                        &at.field("if_no"),
                        "what happens after a no, obligatory under \"agree\"",
                        "nothing",
                    );
                }
                (None, _) => self.gap(&at.field("if_no"), "what happens after a no"),
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
                self.error(
                    at,
                    "who takes the objection (care_team, desk or dpo), obligatory under \"object\"",
                    "nothing",
                );
                return None;
            }
            None => return None,
        };
        if !reachable {
            self.error(at, "someone whom site.contacts tells how to reach", "no contact");
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
