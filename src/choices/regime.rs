//! The four regimes, and the requests a patient may make.

use serde::{Deserialize, Serialize};

/// What kind of say the patient has. `docs/law.md`, section 0, says which subject belongs where.
///
/// ```
/// use eclaire::choices::Regime;
///
/// // Where patients are only informed, or may only ask, there is nothing to decide, and no question can be drawn.
/// let decided: Vec<_> = Regime::ALL.into_iter().filter(|one| one.has_questions()).collect();
/// assert_eq!(decided, [Regime::Object, Regime::Agree]);
/// // A register may give more say than the catalogue knows of, never less.
/// assert!(Regime::Agree.strength() > Regime::Object.strength());
/// ```
///
/// The order of the variants is a wire format: what patients keep on their devices (postcard) has their numbers. Add at the end
/// only; what is shown in another order has a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// On vous informe. No control: French law asks for information here, not for agreement (CSP L4001-3).
    Inform,
    /// Vous pouvez demander. The team answers; the law gives no veto.
    Request,
    /// Vous pouvez vous opposer. It goes on unless the patient objects (GDPR 21, LIL 74).
    Object,
    /// On vous demande votre accord. Nothing happens without a yes (GDPR 9(2)(a), code pénal 226-1).
    Agree,
}

impl Regime {
    /// Every regime, in the order in which the sheet and the help show them.
    pub const ALL: [Regime; 4] = [Regime::Inform, Regime::Request, Regime::Object, Regime::Agree];

    /// The name in files.
    pub fn code(self) -> &'static str {
        match self {
            Regime::Inform => "inform",
            Regime::Request => "request",
            Regime::Object => "object",
            Regime::Agree => "agree",
        }
    }

    /// Whether a question with yes, no and "talk first" may be asked under this regime.
    pub fn has_questions(self) -> bool {
        matches!(self, Regime::Object | Regime::Agree)
    }

    /// How much say the patient has, for comparing what a register declares with what the catalogue knows.
    pub fn strength(self) -> u8 {
        match self {
            Regime::Inform => 0,
            Regime::Request => 1,
            Regime::Object => 2,
            Regime::Agree => 3,
        }
    }
}

/// One thing a patient may ask for. The team answers; nothing is promised.
///
/// The order of the variants is a wire format: what patients keep on their devices (postcard) has their numbers. Add at the end
/// only; what is shown in another order has a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// To be told what the software did and what the team makes of it (CSP L1111-2).
    Explanation,
    /// A reading by a professional, without the software.
    HumanReading,
    /// The opinion of another professional.
    OtherOpinion,
    /// To talk about it with someone first.
    Talk,
}

impl Request {
    /// Every request, in the order in which they are shown.
    pub const ALL: [Request; 4] =
        [Request::Explanation, Request::HumanReading, Request::OtherOpinion, Request::Talk];

    /// The name in files.
    pub fn code(self) -> &'static str {
        match self {
            Request::Explanation => "explanation",
            Request::HumanReading => "human_reading",
            Request::OtherOpinion => "other_opinion",
            Request::Talk => "talk",
        }
    }
}
