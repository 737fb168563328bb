//! What the staff of a kiosk have set, and which version runs there. The page around the frame passes it as the name of the
//! frame's window: a flat JSON object. What is not understood is ignored.
//!
//! Read by hand: a reader of any JSON would be a tenth of the patient's download. Numbers are whole, in hundredths, for the
//! same reason.

use super::Policy;
use crate::content::Date;

/// The settings of one kiosk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How many hundredths of a CSS pixel one millimetre of this screen is; staff measure it with a bank card.
    pub mm: u32,
    /// How long the screen may stay untouched.
    pub idle: Policy,
    /// Whether staff have found that voices of which the browser cannot say where they speak are the device's own.
    pub own_voices: bool,
    /// The version of Éclaire that runs here.
    pub version: Option<String>,
    /// When a newer one was last looked for.
    pub checked: Option<Date>,
}

impl Default for Settings {
    fn default() -> Settings {
        // 96 CSS pixels an inch.
        Settings {
            mm: 378,
            idle: Policy::after(Policy::DEFAULT),
            own_voices: false,
            version: None,
            checked: None,
        }
    }
}

impl Settings {
    /// From 50 to 500 pixels an inch: no touch screen lies beyond.
    const MM: std::ops::RangeInclusive<u32> = 200..=2000;

    /// Reads them. Never fails: a kiosk must start.
    pub fn read(json: &str) -> Settings {
        let mut settings = Settings::default();
        for (name, value) in members(json).unwrap_or_default() {
            match (name, value) {
                ("mm", Value::Hundredths(mm)) if Settings::MM.contains(&mm) => settings.mm = mm,
                ("idle", Value::Hundredths(seconds)) => settings.idle = Policy::after(seconds / 100),
                ("voices", Value::Hundredths(100)) => settings.own_voices = true,
                ("version", Value::Text(text)) if text.chars().count() <= 40 => {
                    settings.version = Some(text.to_owned()).filter(|text| !text.is_empty());
                }
                ("checked", Value::Text(text)) => settings.checked = Date::parse(text),
                _ => {}
            }
        }
        settings
    }
}

#[derive(Debug)]
enum Value<'a> {
    Hundredths(u32),
    Text(&'a str),
    Other,
}

/// The members of a flat object. Texts with a `\` in them and objects inside are beyond what is read here.
fn members(json: &str) -> Option<Vec<(&str, Value<'_>)>> {
    let mut rest = json.trim().strip_prefix('{')?.strip_suffix('}')?.trim();
    let mut members = Vec::new();
    while !rest.is_empty() {
        let (name, after) = text(rest)?;
        let after = after.trim_start().strip_prefix(':')?.trim_start();
        let (value, after) = match text(after) {
            Some((text, after)) => (Value::Text(text), after),
            None => {
                let word = after.split(',').next().unwrap_or_default();
                let after = after.strip_prefix(word).unwrap_or_default();
                (hundredths(word.trim()).map_or(Value::Other, Value::Hundredths), after)
            }
        };
        members.push((name, value));
        rest = match after.trim_start() {
            "" => "",
            more => more.strip_prefix(',')?.trim_start(),
        };
    }
    Some(members)
}

fn text(json: &str) -> Option<(&str, &str)> {
    json.strip_prefix('"')?.split_once('"').filter(|(text, _)| !text.contains('\\'))
}

/// A number that is written with digits and at most one point, in hundredths.
fn hundredths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) {
        return None;
    }
    let part: u32 = format!("{part}0").get(..2)?.parse().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)
}
