//! What was shown, as a number: the SHA-256 of the register and of every text of the page. It tells whether two people
//! speak of the same text; it is no signature.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The SHA-256 of what a site shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
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
