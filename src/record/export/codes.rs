//! Our own codes, and where each is explained: files that the site publishes below the address of its page (`fhir/`).
//!
//! A place without an address has a name that resolves nowhere and says so (RFC 2606).

use super::Version;
use crate::choices::{Answer, Id, Regime};
use crate::record::Fingerprint;
use crate::share::PageAddress;

/// Below what a place without an address has its codes.
const NOWHERE: &str = "https://eclaire.invalid/fhir";

/// The address below which the codes of one place are explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CodeBase(String);

impl CodeBase {
    pub(super) fn of(address: Option<&PageAddress>, site: &Id) -> CodeBase {
        CodeBase(match address {
            Some(address) => format!("{}/fhir", address.to_string().trim_end_matches('/')),
            None => format!("{NOWHERE}/{site}"),
        })
    }

    /// The address of one file.
    pub(super) fn file(&self, name: &str) -> String {
        format!("{}/{name}", self.0)
    }

    /// The uses and reuses, and the questions about them.
    pub(super) fn choices(&self) -> String {
        self.file(CHOICES)
    }

    /// The answers.
    pub(super) fn answers(&self) -> String {
        self.file(ANSWERS)
    }

    /// What may be asked for.
    pub(super) fn requests(&self) -> String {
        self.file(REQUESTS)
    }

    /// One text, as a Questionnaire.
    pub(super) fn text(&self, text: Fingerprint, version: Version) -> String {
        self.file(&text_file(text, version))
    }

    /// The texts: a fingerprint names one of them.
    pub(super) fn texts(&self) -> String {
        self.file(TEXTS)
    }
}

pub(super) const CHOICES: &str = "CodeSystem-choices.json";
pub(super) const ANSWERS: &str = "CodeSystem-answers.json";
pub(super) const REQUESTS: &str = "CodeSystem-requests.json";
pub(super) const TEXTS: &str = "NamingSystem-texts.json";

/// The file of one text.
pub(super) fn text_file(text: Fingerprint, version: Version) -> String {
    format!("Questionnaire-{}.json", text_id(text, version))
}

/// The name of one text among the resources of a server.
pub(super) fn text_id(text: Fingerprint, version: Version) -> String {
    format!("{:.16}-{}", text.to_string(), version.code())
}

/// The code of an answer. Each says by itself what it means: under an objection a yes leaves things as they are.
pub(super) fn answer_code(regime: Regime, answer: Answer) -> &'static str {
    match (regime, answer) {
        (_, Answer::TalkFirst) => "talk-first",
        (Regime::Object, Answer::Yes) => "not-objected",
        (Regime::Object, Answer::No) => "objected",
        (_, Answer::Yes) => "agreed",
        (_, Answer::No) => "refused",
    }
}

/// The code of a question: that of its use or reuse, and its own.
pub(super) fn question_code(item: &Id, question: &Id) -> String {
    format!("{item}.{question}")
}

/// The place of requests in a questionnaire: those about a use or reuse, or about AI in one's care as a whole. No id has a colon.
pub(super) fn requests_link(item: Option<&Id>) -> String {
    format!("{}:requests", item.map_or("", Id::as_str))
}

/// The place of the language that was read last.
pub(super) const LANGUAGE_LINK: &str = ":language";
/// The place of the day on which it was read back with the patient.
pub(super) const READ_BACK_LINK: &str = ":read-back";
/// The codes of languages (BCP 47).
pub(super) const LANGUAGES: &str = "urn:ietf:bcp:47";
