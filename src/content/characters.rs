//! Characters that a text from outside must not have (no paper shows them, XML and FHIR refuse them, or they turn round what
//! stands beside them), and which are letters.

/// The first character of a text that cannot be carried on, and its place, from 1.
pub fn uncarried(text: &str) -> Option<(usize, char)> {
    text.chars().enumerate().find(|(_, one)| !is_carried(*one)).map(|(index, one)| (index + 1, one))
}

/// The text with a blank for each character that cannot be carried on: for files of other software, which refuse the whole.
pub fn carried(text: &str) -> String {
    text.chars().map(|one| if is_carried(one) { one } else { ' ' }).collect()
}

/// Controls (but tabs and line breaks), what is no character, the sign for a lost letter, and what changes the direction of the
/// text around it.
fn is_carried(one: char) -> bool {
    match one {
        '\t' | '\n' | '\r' => true,
        '\u{fffd}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}' => false,
        other => !other.is_control() && other as u32 & 0xfffe != 0xfffe,
    }
}

/// As much of a text from outside as fits into a message, without characters that would turn it round or harm a terminal.
pub fn shortened(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(61)
        .map(|one| if one.is_control() || !is_carried(one) { ' ' } else { one })
        .collect();
    if shown.chars().count() > 60 {
        shown = shown.chars().take(57).chain("…".chars()).collect();
    }
    shown
}

/// Whether a sign is a letter or a digit, as far as our languages go: above `À` are letters, but for one stretch of signs. What Unicode says
/// of each is a table of two kilobytes in every patient's download.
pub fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || (sign >= 'À' && !('\u{2000}'..='\u{2bff}').contains(&sign))
}

#[cfg(test)]
mod tests {
    use super::is_letter;

    #[test]
    fn letters_and_digits_of_our_languages_are_told_from_signs() {
        for letter in "aZ09éÀçœŒÿاللغة٣".chars() {
            assert!(is_letter(letter), "{letter}");
        }
        for sign in " .,;:!?…–—«»“”’()/%&#\u{a0}\u{202f}\u{ad}→✓".chars() {
            assert!(!is_letter(sign), "{sign}");
        }
    }
}
