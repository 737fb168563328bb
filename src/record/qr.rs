//! A text as a QR code: squares, dark or light.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment};

/// A QR code.
///
/// ```
/// use eclaire::record::Qr;
///
/// let hand = Qr::of("https://ia.hopital.example/#1.fr.c").unwrap();
/// assert_eq!((hand.version(), hand.size), (3, 29));
/// // On a wall more of it may be dirty, so it is finer.
/// let wall = Qr::for_wall("https://ia.hopital.example/#1.fr.c").unwrap();
/// assert!(wall.version() > hand.version());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// How many squares a side has.
    pub size: u32,
    /// One SVG path that draws the dark squares, one unit each, without the quiet zone around it.
    pub path: String,
}

impl Qr {
    /// The light squares that have to be left free on each side.
    pub const QUIET: u32 = 4;

    /// The QR code of a text, with error correction of level M: a seventh of it may be dirty. `None` if the text is longer than
    /// any QR code holds.
    pub fn of(text: &str) -> Option<Qr> {
        Qr::with(text, QrCodeEcc::Medium)
    }

    /// The QR code of a text for a wall, of level Q: a quarter of it may be dirty, torn or in the sun (rule 97).
    pub fn for_wall(text: &str) -> Option<Qr> {
        Qr::with(text, QrCodeEcc::Quartile)
    }

    /// Its version, from 1 to 40: the larger, the finer its squares.
    pub fn version(&self) -> u32 {
        (self.size - 17) / 4
    }

    fn with(text: &str, correction: QrCodeEcc) -> Option<Qr> {
        // As `QrCode::encode_text` does, with less code: a text of digits alone is nothing that we write.
        let is_alphanumeric = |byte: u8| {
            byte.is_ascii_uppercase()
                || byte.is_ascii_digit()
                || matches!(byte, b' ' | b'$' | b'%' | b'*'..=b'+' | b'-'..=b'/' | b':')
        };
        let segment = if text.bytes().all(is_alphanumeric) {
            QrSegment::make_alphanumeric(text)
        } else {
            QrSegment::make_bytes(text.as_bytes())
        };
        let code = QrCode::encode_segments(&[segment], correction).ok()?;
        let dark = |x, y| code.get_module(x, y);
        let mut path = String::new();
        for y in 0..code.size() {
            let mut x = 0;
            while x < code.size() {
                let from = x;
                while x < code.size() && dark(x, y) {
                    x += 1;
                }
                if x > from {
                    path += &format!("M{from} {y}h{}v1h-{}z", x - from, x - from);
                }
                x += 1;
            }
        }
        Some(Qr { size: code.size().unsigned_abs(), path })
    }
}
