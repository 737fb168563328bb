//! Numbers as bits, bits as symbols of five: what a code is made of.

/// Collects numbers.
#[derive(Debug, Default)]
pub(super) struct BitWriter(Vec<bool>);

impl BitWriter {
    /// Adds the lowest `count` bits of a number, the highest of them first.
    pub(super) fn push(&mut self, number: u32, count: u32) {
        self.0.extend((0..count).rev().map(|bit| number >> bit & 1 == 1));
    }

    /// All of them in symbols of five bits; the last is filled with zeros.
    pub(super) fn symbols(&self) -> Vec<u8> {
        let symbol = |bits: &[bool]| {
            (0..5).fold(0, |sum, at| sum << 1 | u8::from(bits.get(at).is_some_and(|bit| *bit)))
        };
        self.0.chunks(5).map(symbol).collect()
    }
}

/// Gives them back in the same order.
pub(super) struct BitReader {
    bits: Vec<bool>,
    at: usize,
}

impl BitReader {
    /// The bits of these symbols.
    pub(super) fn new(symbols: &[u8]) -> BitReader {
        let bits = symbols.iter().flat_map(|symbol| (0..5).rev().map(move |bit| symbol >> bit & 1 == 1));
        BitReader { bits: bits.collect(), at: 0 }
    }

    /// The next number of so many bits; `None` if there are not as many left.
    pub(super) fn take(&mut self, count: u32) -> Option<u32> {
        let bits = self.bits.get(self.at..self.at + count as usize)?;
        self.at += count as usize;
        Some(bits.iter().fold(0, |sum, bit| sum << 1 | u32::from(*bit)))
    }

    /// What is left over.
    pub(super) fn rest(&self) -> &[bool] {
        &self.bits[self.at..]
    }
}
