//! The link: what may stand behind the `#` of a page's address, and nothing else (rules 94 to 96).
//!
//! A closed vocabulary: the version, a language, a level, the uses of one visit. No name, no date, no free text; at most 40
//! characters. `1.fr.s.k7qm2x`: version 1, French, the simplified version, two uses of three characters each. It begins with a
//! digit, which no anchor of a page does. What is not understood is left out and counted, so that the page can say so.

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
/// let link = Link::to(Language::Fr, Level::Simple, &[xray]).unwrap();
/// assert_eq!(Link::read(&format!("#{link}")), Some(link));
/// // An anchor of the page is no link.
/// assert_eq!(Link::read("#say-chest-xray"), None);
/// // What is not understood is counted, and the rest still counts.
/// let newer = Link::read("1.fr.what?").unwrap();
/// assert_eq!((newer.language, newer.unknown), (Some(Language::Fr), 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// The language in which the page is shown.
    pub language: Option<Language>,
    /// The level at which it is shown.
    pub level: Option<Level>,
    /// What was used in the visit, each once.
    pub uses: Vec<UseCode>,
    /// How many parts could not be understood.
    pub unknown: usize,
}

const VERSION: &str = "1";

impl Link {
    /// The most characters behind the `#`.
    pub const LONGEST: usize = 40;
    /// The most uses that one link can name, beside a language and a level.
    pub const MOST: usize = (Link::LONGEST - "1.fr.s.".len()) / UseCode::LENGTH;

    /// What a fragment says, with or without its `#`. `None` if it is no link but, say, an anchor of the page. It never
    /// fails: a link that was cut, lengthened on its way or made by a newer version says what can be understood of it.
    pub fn read(fragment: &str) -> Option<Link> {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        text.bytes().next().filter(u8::is_ascii_digit)?;
        let mut link = Link::default();
        let mut parts = text.split('.');
        if parts.next() != Some(VERSION) || !text.is_ascii() || text.len() > Link::LONGEST {
            return Some(Link { unknown: 1, ..link });
        }
        parts.filter(|part| !part.is_empty()).for_each(|part| link.take(&part.to_ascii_lowercase()));
        Some(link)
    }

    fn take(&mut self, part: &str) {
        match part.len() {
            1 => match level(part) {
                Some(level) if self.level.is_none() => self.level = Some(level),
                _ => self.unknown += 1,
            },
            2 => match Language::from_code(part) {
                Some(language) if self.language.is_none() => self.language = Some(language),
                _ => self.unknown += 1,
            },
            length
                if length % UseCode::LENGTH == 0 && part.bytes().all(|one| one.is_ascii_alphanumeric()) =>
            {
                let (codes, _) = part.as_bytes().as_chunks::<{ UseCode::LENGTH }>();
                for code in codes {
                    match str::from_utf8(code).ok().and_then(UseCode::parse) {
                        Some(code) => self.name(code),
                        None => self.unknown += 1,
                    }
                }
            }
            _ => self.unknown += 1,
        }
    }

    /// Names a use, once.
    fn name(&mut self, code: UseCode) {
        if !self.uses.contains(&code) {
            self.uses.push(code);
        }
    }

    /// The link that names these uses. More than [`Link::MOST`] do not fit: `None`.
    pub fn to(language: Language, level: Level, uses: &[Id]) -> Option<Link> {
        let mut link = Link { language: Some(language), level: Some(level), ..Link::default() };
        uses.iter().for_each(|id| link.name(UseCode::of(id)));
        (link.uses.len() <= Link::MOST).then_some(link)
    }

    /// What it says to a page that has these uses: which of them were used, in the order of the page, and how much of it the
    /// page does not know.
    pub fn among<'a>(&self, uses: impl Iterator<Item = &'a Id>) -> (Vec<Id>, usize) {
        let known: Vec<&Id> = uses.filter(|id| self.uses.contains(&UseCode::of(id))).collect();
        let found = |code: &UseCode| known.iter().any(|id| UseCode::of(id) == *code);
        let unknown = self.uses.iter().filter(|code| !found(code)).count();
        (known.into_iter().cloned().collect(), self.unknown + unknown)
    }
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
        if !self.uses.is_empty() {
            f.write_str(".")?;
        }
        self.uses.iter().try_for_each(|code| write!(f, "{code}"))
    }
}
