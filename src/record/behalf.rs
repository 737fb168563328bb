//! For whom somebody answers. No name is ever asked for.

use serde::{Deserialize, Serialize};

/// Whose care it is about.
///
/// The order of the variants is a wire format: what patients keep on their devices (postcard) has their numbers, and a code has the
/// number plus one in two bits. Add at the end only: there is room for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Behalf {
    /// The person's own.
    Me,
    /// A child's, whose parents decide for it (CSP L1111-2, L1111-4).
    MyChild,
    /// An adult's whom the person represents (code civil 459).
    Represented,
}

impl Behalf {
    /// Everyone, in the order in which they are shown.
    pub const ALL: [Behalf; 3] = [Behalf::Me, Behalf::MyChild, Behalf::Represented];

    /// The value of the radio button.
    pub fn code(self) -> &'static str {
        match self {
            Behalf::Me => "me",
            Behalf::MyChild => "my-child",
            Behalf::Represented => "represented",
        }
    }

    /// Whom this code stands for.
    pub fn from_code(code: &str) -> Option<Behalf> {
        Behalf::ALL.into_iter().find(|one| one.code() == code)
    }
}
