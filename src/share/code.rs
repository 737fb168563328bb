//! The short code of a use in a link.
//!
//! It is made of the use's id alone, so that no table has to be kept, and an old link means the same whatever else a register
//! has come to say, in whatever order. It is never changed: links on paper are read with it for ever.
//!
//! Three characters tell most uses of a register apart, but any two ids in 32 768 have the same. So the code goes on: thirteen
//! characters are the whole sum of an id, and a link says as many of them as are needed where it is made.

use crate::choices::Id;
use crate::fnv1a::{START, fnv1a};
use std::fmt;

/// The code of a use, or its beginning: symbols of five bits, made of the id of a use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UseCode {
    /// Zero beyond the length.
    symbols: [u8; UseCode::WHOLE],
    length: usize,
}

/// Digits and small letters without i, l, o and u, which are mistaken for others (Crockford's base 32): a link may be typed
/// from paper.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// The bits of the first three symbols.
const BITS: u32 = 15;

impl UseCode {
    /// How many characters it has at least.
    pub const SHORTEST: usize = 3;
    /// How many characters tell everything that a sum of 64 bits tells.
    pub const WHOLE: usize = 13;

    /// The whole code of a use.
    pub fn of(id: &Id) -> UseCode {
        let all = fnv1a(START, id.as_str().bytes());
        // Every bit of the sum counts: the lowest alone would be alike for names that are alike.
        let folded = (0..u64::BITS.div_ceil(BITS)).fold(0, |folded, part| folded ^ all >> (part * BITS));
        let first = [10, 5, 0].map(|shift| folded >> shift);
        // Then the sum itself, its lowest bits first. Fifty bits of it and the fifteen folded ones leave no other sum.
        let more = (0..10).map(|at| all >> (at * 5));
        let mut symbols = [0; UseCode::WHOLE];
        for (symbol, bits) in symbols.iter_mut().zip(first.into_iter().chain(more)) {
            *symbol = (bits & 31) as u8;
        }
        UseCode { symbols, length: UseCode::WHOLE }
    }

    /// The shortest beginning of the code of a use that is not that of another one of these.
    pub fn among<'a>(id: &Id, all: impl Iterator<Item = &'a Id>) -> UseCode {
        let whole = UseCode::of(id);
        let others = all.filter(|other| *other != id).map(UseCode::of);
        let alike = |other: UseCode| {
            whole.symbols.iter().zip(other.symbols).take_while(|(one, other)| *one == other).count()
        };
        let longest = others.map(alike).max().unwrap_or(0);
        whole.begin((longest + 1).max(UseCode::SHORTEST))
    }

    /// Its first characters.
    fn begin(mut self, length: usize) -> UseCode {
        self.length = length.min(self.length);
        self.symbols[self.length..].fill(0);
        self
    }

    /// Whether the code of this use begins so.
    pub fn names(&self, id: &Id) -> bool {
        UseCode::of(id).begin(self.length) == *self
    }

    /// The code that is written so: small or capital letters, and those taken for digits.
    pub fn parse(text: &str) -> Option<UseCode> {
        let length = text.len();
        if !(UseCode::SHORTEST..=UseCode::WHOLE).contains(&length) {
            return None;
        }
        let mut symbols = [0; UseCode::WHOLE];
        for (symbol, letter) in symbols.iter_mut().zip(text.bytes()) {
            let letter = match letter.to_ascii_lowercase() {
                b'o' => b'0',
                b'i' | b'l' => b'1',
                letter => letter,
            };
            *symbol = u8::try_from(ALPHABET.iter().position(|one| *one == letter)?).ok()?;
        }
        Some(UseCode { symbols, length })
    }

    /// Whether it is longer than most.
    pub(super) fn is_long(&self) -> bool {
        self.length > UseCode::SHORTEST
    }
}

/// Its characters, one after another.
impl fmt::Display for UseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut symbols = self.symbols[..self.length].iter();
        symbols.try_for_each(|symbol| write!(f, "{}", char::from(ALPHABET[usize::from(*symbol)])))
    }
}
