//! The one colour a host may choose for an embed: taken only where it can be read on every ground it is used on.

use super::Scheme;
use std::fmt;

/// A colour for links, buttons and lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent(pub [u8; 3]);

/// The contrast that text needs (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;

impl Accent {
    /// The colour that is written so: six hexadecimal digits, nothing else.
    pub fn parse(text: &str) -> Option<Accent> {
        let digits = text.as_bytes();
        if digits.len() != 6 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let mut colour = [0; 3];
        for (part, pair) in colour.iter_mut().zip(digits.chunks(2)) {
            *part = u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Accent(colour))
    }

    /// Whether text in this colour can be read on everything it stands on in this scheme, and text on it too.
    pub fn is_readable_in(self, scheme: Scheme) -> bool {
        scheme.grounds().into_iter().all(|ground| contrast(self, ground) >= READABLE)
    }
}

/// As in a style: `#0b5563`.
impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Scheme {
    /// What stands behind or on the accent, as `public/style/tokens.css` has it: the paper, the sheet, the ground of notes, the
    /// words on a filled button. Where the device decides, both schemes count.
    pub fn grounds(self) -> Vec<Accent> {
        let light = ["fdfcf9", "ffffff", "e9f1f2", "ffffff"];
        let dark = ["12191c", "1a2327", "1d3238", "0c1c20"];
        let grounds: &[&[&str]] = match self {
            Scheme::Light => &[&light],
            Scheme::Dark => &[&dark],
            Scheme::Auto => &[&light, &dark],
        };
        grounds.iter().copied().flatten().filter_map(|ground| Accent::parse(ground)).collect()
    }
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2).
fn contrast(one: Accent, other: Accent) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(Accent(colour): Accent) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { to_the_power_of_2_4((part + 0.055) / 1.055) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The fifth root by Newton's method, and then the twelfth power of it: between 0 and 1 as exact as `powf`, whose code would be
/// two kilobytes of every patient's download.
fn to_the_power_of_2_4(part: f64) -> f64 {
    let fourth = |root: f64| root * root * root * root;
    let root = (0..32).fold(1.0, |root, _| (4.0 * root + part / fourth(root)) / 5.0);
    let cube = root * root * root;
    fourth(cube)
}

#[cfg(test)]
mod tests {
    use super::to_the_power_of_2_4;

    #[test]
    fn every_part_of_a_colour_is_as_bright_as_the_guideline_has_it() {
        for part in 11..=255 {
            let part = (f64::from(part) / 255.0 + 0.055) / 1.055;
            assert!((to_the_power_of_2_4(part) - part.powf(2.4)).abs() < 1e-14, "{part}");
        }
    }
}
