//! Short names that staff give to sites, uses, reuses and questions.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A name for machines: 1 to 40 characters of `a` to `z`, `0` to `9` and `-`, beginning with a letter.
///
/// ```
/// use eclaire::choices::Id;
///
/// assert_eq!(Id::parse("chest-xray").unwrap().as_str(), "chest-xray");
/// for no_name in ["", "Chest-Xray", "3d-planning", "chest xray", "scanner_1"] {
///     assert_eq!(Id::parse(no_name), None);
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Id(String);

impl Id {
    /// The longest name, in characters.
    pub const LONGEST: usize = 40;

    /// The name, if the text is one.
    pub fn parse(text: &str) -> Option<Id> {
        let fits = (1..=Id::LONGEST).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Id(text.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Id, Self::Error> {
        Id::parse(&text).ok_or("expected a short name of a-z, 0-9 and - (at most 40 characters)")
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
