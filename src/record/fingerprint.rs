//! What was shown, as a number: the SHA-256 of the register and of every text of the page. It tells whether two people
//! speak of the same text; it is no signature.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// The SHA-256 of what a site shows.
///
/// ```
/// use eclaire::record::Fingerprint;
///
/// let one = Fingerprint::parse(&"0123456789abcdef".repeat(4)).unwrap();
/// assert_eq!(one.short(), "01234567");
/// assert_eq!(Fingerprint::parse("01234567"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// The fingerprint that is written so, in 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Fingerprint> {
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Fingerprint(bytes))
    }

    /// Its first eight digits, for people to compare.
    pub fn short(self) -> String {
        self.0.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Its first 30 bits, which fit in a code.
    pub fn begin(self) -> u32 {
        let [a, b, c, d, ..] = self.0;
        u32::from_be_bytes([a, b, c, d]) >> 2
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// In files for people as digits, in the page's own data as bytes.
impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return <[u8; 32]>::deserialize(deserializer).map(Fingerprint);
        }
        let text = String::deserialize(deserializer)?;
        Fingerprint::parse(&text).ok_or_else(|| de::Error::custom("expected a SHA-256 of 64 digits"))
    }
}
