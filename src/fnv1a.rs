//! A sum of bytes that differs for other bytes (FNV-1a, 64 bits): against damage and confusion, never against intent.

/// Where sums begin.
pub(crate) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The sum of bytes, begun somewhere.
pub(crate) fn fnv1a(start: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(start, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
