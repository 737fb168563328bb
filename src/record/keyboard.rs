//! Scanners press keys. One that is set to another keyboard than the machine writes other characters than it read.
//!
//! Which keyboards they are nobody says; so each pair is tried, and what comes out counts only if check characters and fingerprint
//! prove it. Keys that wait for the next one (accents) are taken as they stand: what they swallow cannot be undone.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What the keys of a keyboard write: the row of digits from 1 with the two keys after 0, then the three rows of letters with
/// the keys at their right; without and with Shift. In this order on every keyboard.
struct Keyboard([&'static str; 2]);

const KEYBOARDS: [Keyboard; 9] = [
    // United States, United Kingdom
    Keyboard([
        r##"1234567890-=qwertyuiop[]asdfghjkl;'\zxcvbnm,./"##,
        r##"!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?"##,
    ]),
    // France: Windows, Linux
    Keyboard([
        r##"&é"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!"##,
        r##"1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§"##,
    ]),
    // Belgium; France: macOS
    Keyboard([
        r##"&é"'(§è!çà)-azertyuiop^$qsdfghjklmù`wxcvbn,;:="##,
        r##"1234567890°_AZERTYUIOP¨*QSDFGHJKLM%£WXCVBN?./+"##,
    ]),
    // France: bépo
    Keyboard([
        r##""«»()@+-/*=%bépoè^vdljzwauie,ctsrnmçàyx.k'qghf"##,
        r##"1234567890°`BÉPOÈ!VDLJZWAUIE;CTSRNMÇÀYX:K?QGHF"##,
    ]),
    // Germany, Austria
    Keyboard([
        r##"1234567890ß´qwertzuiopü+asdfghjklöä#yxcvbnm,.-"##,
        r##"!"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ'YXCVBNM;:_"##,
    ]),
    // Switzerland
    Keyboard([
        r##"1234567890'^qwertzuiopè¨asdfghjkléà$yxcvbnm,.-"##,
        r##"+"*ç%&/()=?`QWERTZUIOPü!ASDFGHJKLöä£YXCVBNM;:_"##,
    ]),
    // Italy
    Keyboard([
        r##"1234567890'ìqwertyuiopè+asdfghjklòàùzxcvbnm,.-"##,
        r##"!"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§ZXCVBNM;:_"##,
    ]),
    // Spain
    Keyboard([
        r##"1234567890'¡qwertyuiop`+asdfghjklñ´çzxcvbnm,.-"##,
        r##"!"·$%&/()=?¿QWERTYUIOP^*ASDFGHJKLÑ¨ÇZXCVBNM;:_"##,
    ]),
    // Portugal
    Keyboard([
        r##"1234567890'«qwertyuiop+´asdfghjklçº~zxcvbnm,.-"##,
        r##"!"#$%&/()=?»QWERTYUIOP*`ASDFGHJKLÇª^ZXCVBNM;:_"##,
    ]),
];

/// A keyboard, ready to be asked.
struct Keys {
    /// The key that writes this, and whether with Shift. Small letters: nobody knows whether capitals were locked.
    of: BTreeMap<char, (usize, usize)>,
    /// What each key writes without and with Shift, as far as it can stand in a code: with capitals locked it may write what it
    /// writes without Shift.
    write: [Vec<Option<char>>; 2],
}

impl Keys {
    fn new(keyboard: &Keyboard) -> Keys {
        let small = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
        let rows = keyboard.0.map(|row| row.chars().map(small).collect::<Vec<char>>());
        let mut of = BTreeMap::new();
        // Without Shift comes last, and counts where both write the same letter.
        for shift in [1, 0] {
            of.extend(rows[shift].iter().enumerate().map(|(key, letter)| (*letter, (key, shift))));
        }
        let of_codes = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
        let write = [[0, 1], [1, 0]].map(|[first, second]| {
            let keys = rows[first].iter().zip(&rows[second]);
            keys.map(|(one, other)| [one, other].into_iter().copied().find(of_codes)).collect()
        });
        Keys { of, write }
    }

    /// Every keyboard.
    fn all() -> &'static [Keys] {
        static ALL: OnceLock<Vec<Keys>> = OnceLock::new();
        ALL.get_or_init(|| KEYBOARDS.iter().map(Keys::new).collect())
    }
}

/// What a scanner may have read that made a machine write this: one text for each two keyboards, in small letters. What no key writes
/// there becomes a character that stands in no code.
pub(super) fn meant(written: &str) -> impl Iterator<Item = String> {
    Keys::all().iter().flat_map(move |machine| {
        let small = written.chars().flat_map(char::to_lowercase);
        let pressed: Vec<Option<(usize, usize)>> =
            small.map(|letter| machine.of.get(&letter).copied()).collect();
        let others = Keys::all().iter().filter(move |scanner| !std::ptr::eq(*scanner, machine));
        others.map(move |scanner| {
            let read = |(key, shift): (usize, usize)| scanner.write[shift][key];
            let read =
                pressed.iter().map(|pressed| pressed.and_then(read).unwrap_or(char::REPLACEMENT_CHARACTER));
            read.collect()
        })
    })
}

/// Whether a text looks as if a scanner had typed a code, although nobody can say what: after two characters one that is no letter or digit of
/// codes stands wherever a code has a dash, and nowhere else. No one types that by hand, but for what `separates` in any code.
pub(super) fn is_of_scanner(written: &str, separates: impl Fn(char) -> bool) -> bool {
    let letters: Vec<char> = written.trim().chars().collect();
    let Some(dash) = letters.get(2).filter(|one| !one.is_ascii_alphanumeric() && !separates(**one)) else {
        return false;
    };
    let stands = letters.iter().enumerate().filter(|(_, one)| *one == dash).map(|(at, _)| at);
    letters.len() > 14 && stands.eq((2..letters.len()).step_by(6))
}

#[cfg(test)]
mod tests {
    use super::{KEYBOARDS, Keys};

    #[test]
    fn every_keyboard_has_the_same_keys_and_writes_every_character_of_codes() {
        for (keyboard, keys) in KEYBOARDS.iter().zip(Keys::all()) {
            for row in keyboard.0 {
                assert_eq!(row.chars().count(), 46, "{row}");
            }
            for letter in "0123456789abcdefghijklmnopqrstuvwxyz-".chars() {
                let (key, shift) = keys.of[&letter];
                assert_eq!(keys.write[shift][key], Some(letter));
            }
        }
    }
}
