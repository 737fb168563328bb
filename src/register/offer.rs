//! The say that goes with one use or reuse: its regime, its requests, its questions.

use crate::choices::{Id, Regime, Request};
use crate::content::Localised;
use serde::{Deserialize, Serialize};

/// What the patient may say about one use or reuse. A checked register keeps these promises: `Inform` has neither
/// requests nor questions; `Request` has requests and no question; `Object` and `Agree` have at least one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What kind of say.
    pub regime: Regime,
    /// What may be asked for, in the order of [`Request::ALL`].
    pub requests: Vec<Request>,
    /// What may be decided.
    pub questions: Vec<Question>,
}

/// One thing a patient may decide under `Object` or `Agree`: one purpose a question (rule 27).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its name within the use or reuse.
    pub id: Id,
    /// What it is about; fits under every answer.
    pub text: Localised,
    /// What happens after a yes (under `Object`: when the patient leaves it as it is).
    pub if_yes: Option<Localised>,
    /// What happens after a no. Obligatory under `Agree`.
    pub if_no: Option<Localised>,
    /// Who takes the answer. Obligatory under `Object`: an objection that nobody receives is none.
    pub channel: Option<Channel>,
}

/// Who takes an answer. A checked register tells how to reach everyone it names here, except the care team, whom
/// the patient meets.
///
/// The order of the variants is a wire format: what patients keep on their devices (postcard) has their numbers. Add at the end
/// only; what is shown in another order has a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The professional the patient is with.
    CareTeam,
    /// The desk of the site.
    Desk,
    /// The data protection officer.
    Dpo,
    /// Nobody of the site: another body decides. No register says it; the catalogue knows it of some reuses.
    Elsewhere,
}
