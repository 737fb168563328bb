//! The one door from bytes to text, for everything that comes from outside: a register, a card, a patient's file. What is no
//! UTF-8 is refused and told, never guessed: a guess puts other letters into a name than its writer meant.

use std::fmt;

/// The most bytes that are read as a register or a card: many times what the largest hospital writes.
pub const LARGEST_FILE: usize = 4 * 1024 * 1024;

/// Why bytes are no text that can be read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotText {
    /// More than so many bytes: they were not even looked at.
    TooLarge(usize),
    /// Text in UTF-16, as some editors on Windows save it ("Unicode").
    Utf16,
    /// Text, but in an older encoding, most likely windows-1252: the first letter that shows it is at this byte, from 1.
    OlderEncoding(usize),
    /// A PDF: what is said in it stands in no text that could be read.
    Pdf,
    /// No text: the first byte that shows it, from 1.
    Binary(usize),
}

/// The text of these bytes, without the mark that some editors put before it.
///
/// # Errors
/// [`NotText`].
pub fn text_of(bytes: &[u8], largest: usize) -> Result<&str, NotText> {
    if bytes.len() > largest {
        return Err(NotText::TooLarge(largest));
    }
    if bytes.starts_with(b"%PDF-") {
        return Err(NotText::Pdf);
    }
    if is_utf16(bytes) {
        return Err(NotText::Utf16);
    }
    match str::from_utf8(bytes) {
        Ok(text) => Ok(text.trim_start_matches('\u{feff}')),
        Err(error) => {
            let at = error.valid_up_to() + 1;
            // Text has no such bytes in any of the older encodings; a picture or a document soon has.
            let is_text = bytes.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r'));
            Err(if is_text { NotText::OlderEncoding(at) } else { NotText::Binary(at) })
        }
    }
}

/// With its mark, or without one where JSON and XML begin, with letters of which every second byte is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [one, 0, two, 0, ..] | [0, one, 0, two, ..] => *one != 0 && *two != 0,
        _ => false,
    }
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotText::TooLarge(largest) => {
                write!(f, "larger than {} KB: too large to be such a file", largest / 1024)
            }
            NotText::Utf16 => write!(f, "not in UTF-8 but in UTF-16; save it as UTF-8"),
            NotText::OlderEncoding(at) => {
                write!(f, "not in UTF-8 (byte {at}); it looks like windows-1252; save it as UTF-8")
            }
            NotText::Pdf => write!(
                f,
                "a PDF; ask whoever made it for the XML or JSON (the PDF of a CHAI card may have it inside, which is not read)"
            ),
            NotText::Binary(at) => write!(f, "no text in UTF-8 (byte {at})"),
        }
    }
}
