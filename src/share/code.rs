//! The short code of a use in a link.
//!
//! It is made of the use's id alone, so that no table has to be kept, and an old link means the same whatever else a register
//! has come to say, in whatever order. It is never changed: links on paper are read with it for ever.

use crate::choices::Id;
use crate::fnv1a::{START, fnv1a};
use std::fmt;

/// Three symbols of five bits, made of the id of a use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UseCode(u16);

/// Digits and small letters without i, l, o and u, which are mistaken for others (Crockford's base 32): a link may be typed
/// from paper.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const BITS: u32 = 15;

impl UseCode {
    /// How many characters it is written in.
    pub const LENGTH: usize = 3;

    /// The code of a use.
    pub fn of(id: &Id) -> UseCode {
        let all = fnv1a(START, id.as_str().bytes());
        // Every bit of the sum counts: the lowest alone would be alike for names that are alike.
        let folded = (0..u64::BITS.div_ceil(BITS)).fold(0, |folded, part| folded ^ all >> (part * BITS));
        UseCode((folded & ((1 << BITS) - 1)) as u16)
    }

    /// The code that is written so: small or capital letters, and those taken for digits.
    pub fn parse(text: &str) -> Option<UseCode> {
        let fits = text.len() == UseCode::LENGTH;
        let value = text.bytes().try_fold(0, |value, letter| {
            let letter = match letter.to_ascii_lowercase() {
                b'o' => b'0',
                b'i' | b'l' => b'1',
                letter => letter,
            };
            let digit = ALPHABET.iter().position(|one| *one == letter)?;
            Some(value << 5 | u16::try_from(digit).ok()?)
        });
        value.filter(|_| fits).map(UseCode)
    }
}

impl fmt::Display for UseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        [10, 5, 0].iter().try_for_each(|shift| {
            let symbol = ALPHABET[usize::from(self.0 >> shift & 31)];
            write!(f, "{}", char::from(symbol))
        })
    }
}
