//! The safety net of a use: which sign is a reason to ask for help at once, and whom; which sign is a reason to see a doctor
//! even if the result seems normal; or why there is nothing of the kind to say.

use super::{EmergencyNumber, Localised, Reading};
use serde::Deserialize;

/// Whom to ask for help at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Helper {
    /// A professional who is there.
    Here,
    /// The team that follows the patient at home, by the number that it gave.
    Team,
    /// An emergency number.
    Number(EmergencyNumber),
}

impl Helper {
    /// Whom to ask where a register says that something is a reason to ask for help, and the catalogue does not say whom.
    pub const USUAL: [Helper; 4] = [
        Helper::Team,
        Helper::Number(EmergencyNumber::Samu),
        Helper::Number(EmergencyNumber::Europe),
        Helper::Number(EmergencyNumber::InWriting),
    ];

    /// As it is written in the catalogue: `here`, `team`, or the digits of a number of the list.
    fn from_name(name: &str) -> Option<Helper> {
        match name {
            "here" => Some(Helper::Here),
            "team" => Some(Helper::Team),
            digits => EmergencyNumber::from_digits(digits).map(Helper::Number),
        }
    }
}

/// What an entry of the catalogue says about dangerous signs, besides its texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SafetyNet {
    /// Whom to ask for help at once; nobody if no sign calls for it. In the order in which they are drawn.
    pub call: Vec<Helper>,
    /// Whether a sign is a reason to see a doctor even if the result seems normal.
    pub see: bool,
    /// Why there is nothing to say, for staff.
    pub none: Option<String>,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// The table `[net]` of `content/catalogue/<id>.toml` as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NetFile {
    #[serde(default)]
    call: Vec<String>,
    #[serde(default)]
    see: bool,
    none: Option<String>,
    #[serde(default)]
    sources: Vec<String>,
}

impl NetFile {
    /// The net; what is not on the list is reported.
    pub(super) fn net(self, mut unknown: impl FnMut(String)) -> SafetyNet {
        let mut call = Vec::new();
        for name in self.call {
            match Helper::from_name(&name) {
                Some(helper) => call.push(helper),
                None => {
                    let numbers: Vec<_> = EmergencyNumber::ALL.iter().map(|one| one.digits()).collect();
                    unknown(format!(
                        "\"{name}\" is nobody to call; expected here, team, or a number of the list: {}",
                        numbers.join(", ")
                    ));
                }
            }
        }
        call.sort_unstable();
        call.dedup();
        SafetyNet { call, see: self.see, none: self.none, sources: self.sources }
    }
}

/// The signs, as one language's file (`T = String`) and as all languages together (`T = Localised`).
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetTexts<T> {
    /// A reason to ask for help at once.
    pub call: Option<T>,
    /// A reason to see a doctor even if the result seems normal.
    pub see: Option<T>,
}

impl<T> NetTexts<T> {
    /// Of a file that has no such table.
    pub(super) fn none() -> NetTexts<T> {
        NetTexts { call: None, see: None }
    }
}

impl NetTexts<Localised> {
    /// Adds one language's file.
    pub(super) fn add(&mut self, Reading { language, level }: Reading, file: NetTexts<String>) {
        for (all, one) in [(&mut self.call, file.call), (&mut self.see, file.see)] {
            if let Some(one) = one {
                all.get_or_insert_default().set(language, level, one);
            }
        }
    }
}
