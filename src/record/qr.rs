//! A text as a QR code: squares, dark or light.

use qrcodegen::{QrCode, QrCodeEcc};

/// A QR code, with error correction of level M: a seventh of it may be dirty.
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

    /// The QR code of a text; `None` if the text is longer than any QR code holds.
    pub fn of(text: &str) -> Option<Qr> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
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
