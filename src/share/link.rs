//! The link: what may stand behind the `#` of a page's address, and nothing else (rules 94 to 96).
//!
//! A closed vocabulary: the version, a language, a level, the uses of one visit. No name, no date, no free text; at most 40
//! characters. `1.fr.s.k7qm2x`: version 1, French, the simplified version, two uses of three characters each. `1.fr.s.k7qm2x-4`:
//! the same, where three characters do not tell the second use from another. It begins with a digit, which no anchor of a page does.
//!
//! A link is changed on its way: a bracket or a campaign is put behind it, its end is cut off. It is read as far as it goes, and
//! whether something of it was lost is said.

use super::UseCode;
use crate::choices::Id;
use crate::content::{Language, Level};
use std::fmt;

/// What a link says.
///
/// ```
/// use eclaire::choices::Id;
/// use eclaire::content::{Language, Level};
/// use eclaire::share::Link;
///
/// let xray = Id::parse("chest-xray").unwrap();
/// let link = Link::to(Language::Fr, Level::Simple, &[xray.clone()], [&xray].into_iter()).unwrap();
/// assert_eq!(Link::read(&format!("#{link}")), Some(link.clone()));
/// // What is put behind a link on its way takes nothing away from it.
/// assert_eq!(Link::read(&format!("#{link})&fbclid=x")), Some(link));
/// // An anchor of the page is no link.
/// assert_eq!(Link::read("#say-chest-xray"), None);
/// // What was cut off is missed, and the rest still counts.
/// let cut = Link::read("1.en.s.kjh2").unwrap();
/// assert_eq!((cut.language, cut.uses.len(), cut.unread), (Some(Language::En), 1, true));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// The language in which the page is shown.
    pub language: Option<Language>,
    /// The level at which it is shown.
    pub level: Option<Level>,
    /// What was used in the visit, each once.
    pub uses: Vec<UseCode>,
    /// Whether a part of it could not be read.
    pub unread: bool,
}

/// More uses than one link can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany {
    /// How many of them it can name, from the first on.
    pub most: usize,
}

const VERSION: &str = "1";

impl Link {
    /// The most characters behind the `#`.
    pub const LONGEST: usize = 40;
    /// The most uses that one link can name, beside a language and a level.
    pub const MOST: usize = (Link::LONGEST - "1.fr.s.".len()) / UseCode::SHORTEST;

    /// What a fragment says, with or without its `#`. `None` if it is no link but, say, an anchor of the page. It never
    /// fails: a link that was cut, lengthened on its way or made by a newer version says what can be understood of it.
    pub fn read(fragment: &str) -> Option<Link> {
        let text = plain(fragment.strip_prefix('#').unwrap_or(fragment));
        text.bytes().next().filter(u8::is_ascii_digit)?;
        let end = text.find(|letter: char| !is_of_links(letter)).unwrap_or(text.len());
        let (own, behind) = text.split_at_checked(end).unwrap_or((&text, ""));
        let own = own.get(..Link::LONGEST).unwrap_or(own);
        let mut link = Link { unread: end > own.len() || is_torn(behind), ..Link::default() };
        let mut parts = own.split('.');
        if parts.next() != Some(VERSION) {
            return Some(Link { unread: true, ..Link::default() });
        }
        parts.filter(|part| !part.is_empty()).for_each(|part| link.take(&part.to_ascii_lowercase()));
        Some(link)
    }

    fn take(&mut self, part: &str) {
        let (part, more) = part.split_once('-').unwrap_or((part, ""));
        match part.len() {
            1 if self.level.is_none() && more.is_empty() => {
                self.level = level(part);
                self.unread |= self.level.is_none();
            }
            2 if self.language.is_none() && more.is_empty() => {
                self.language = Language::from_code(part);
                self.unread |= self.language.is_none();
            }
            length => {
                let (names, rest) = part.as_bytes().as_chunks::<{ UseCode::SHORTEST }>();
                // What is left over is the beginning of a name that was cut off.
                self.unread |= !rest.is_empty();
                for (at, name) in names.iter().enumerate() {
                    // What tells the last one from others stands behind it.
                    let more = if (at + 1) * UseCode::SHORTEST == length { more } else { "" };
                    let name = str::from_utf8(name).unwrap_or_default();
                    let whole = UseCode::parse(&format!("{name}{more}"));
                    self.unread |= whole.is_none();
                    whole.or_else(|| UseCode::parse(name)).into_iter().for_each(|code| self.name(code));
                }
            }
        }
    }

    /// Names a use, once.
    fn name(&mut self, code: UseCode) {
        if !self.uses.contains(&code) {
            self.uses.push(code);
        }
    }

    /// The link that names these uses of a page that has `all` of these.
    ///
    /// # Errors
    /// [`TooMany`] if they do not fit.
    pub fn to<'a>(
        language: Language,
        level: Level,
        uses: &[Id],
        all: impl Iterator<Item = &'a Id> + Clone,
    ) -> Result<Link, TooMany> {
        let mut link = Link { language: Some(language), level: Some(level), ..Link::default() };
        for (most, id) in uses.iter().enumerate() {
            link.name(UseCode::among(id, all.clone()));
            if link.to_string().len() > Link::LONGEST {
                return Err(TooMany { most });
            }
        }
        Ok(link)
    }

    /// What it says to a page that has these uses: which of them were used, in the order of the page, and how many things it
    /// names that the page does not recognise: what it does not have, or cannot tell apart, because a use has come since whose code
    /// begins in the same way. Nobody is told of a use that was not meant.
    pub fn among<'a>(&self, uses: impl Iterator<Item = &'a Id>) -> (Vec<Id>, usize) {
        let uses: Vec<&Id> = uses.collect();
        let meant = self.uses.iter().filter_map(|code| {
            let mut fitting = uses.iter().filter(|id| code.names(id));
            fitting.next().filter(|_| fitting.next().is_none())
        });
        let meant: Vec<&&Id> = meant.collect();
        let unknown = self.uses.len() - meant.len();
        (uses.iter().filter(|id| meant.contains(id)).map(|id| (*id).clone()).collect(), unknown)
    }
}

/// A fragment as it was meant: what a browser or a mail program wrote with a percent sign is read, what nobody sees is left out, and
/// every dash is one.
fn plain(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = |at: usize| char::from(*after.get(at)?).to_digit(16);
        let escaped = hex(0).zip(hex(1)).filter(|_| *byte == b'%');
        match escaped.and_then(|(high, low)| u8::try_from(high << 4 | low).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    let seen = text.chars().filter(|letter| !unseen(*letter));
    seen.map(|letter| if ('\u{2010}'..='\u{2015}').contains(&letter) { '-' } else { letter }).collect()
}

/// Whether nobody sees a character that stands inside a link: soft hyphens, joiners, marks of direction.
fn unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a character can stand in a link.
fn is_of_links(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-')
}

/// Whether what stands behind a link, from a character on that is none of its own, was torn off it. What others put there (the end of
/// a sentence, a bracket, a campaign) was not: it begins another thing, or has no letters.
fn is_torn(behind: &str) -> bool {
    let mut touching = behind.chars().take_while(|letter| !begins_another(*letter));
    touching.any(is_letter)
}

/// Whether a character begins something that is no part of a link any more.
fn begins_another(letter: char) -> bool {
    letter.is_ascii_whitespace()
        || matches!(letter, '?' | '&' | '#' | ';' | '<' | '>' | '"' | '\'' | '«' | '»')
        || matches!(
            letter,
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{3000}'
        )
}

/// Whether a character is a letter, a digit, or what stands for one that could not be read. The tables that know this of every
/// character would cost every patient three kilobytes: here all is one from À on that is no general punctuation.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || (letter >= 'À' && !('\u{2000}'..='\u{206f}').contains(&letter))
}

/// A level in one letter.
fn level(part: &str) -> Option<Level> {
    Level::ALL.into_iter().find(|level| letter(*level) == part)
}

fn letter(level: Level) -> &'static str {
    match level {
        Level::Clear => "c",
        Level::Simple => "s",
    }
}

/// As it is written behind the `#`.
impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(VERSION)?;
        if let Some(language) = self.language {
            write!(f, ".{}", language.code())?;
        }
        if let Some(level) = self.level {
            write!(f, ".{}", letter(level))?;
        }
        // Names follow each other; behind a long one nobody would see where the next begins.
        let mut ended = true;
        for code in &self.uses {
            if ended {
                f.write_str(".")?;
            }
            ended = code.is_long();
            let whole = code.to_string();
            let (short, more) = whole.split_at(UseCode::SHORTEST);
            f.write_str(short)?;
            if ended {
                write!(f, "-{more}")?;
            }
        }
        Ok(())
    }
}
