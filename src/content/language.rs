//! The languages and reading levels in which texts exist.

use serde::{Deserialize, Serialize};

/// A language that has a folder under `content/`. To add one: a variant here, a folder there; the compiler and the
/// content checker name everything else.
// The order of the variants is a wire format: what patients keep on their devices (postcard) has their numbers. Add at the end
// only; what is shown in another order has a list of its own. (Not in the words of the published schema, which has this type.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub enum Language {
    /// French, first because French law asks for it (loi 94-665).
    Fr,
    /// English.
    En,
    /// Arabic.
    Ar,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
    /// Romanian.
    Ro,
    /// Turkish.
    Tr,
    /// Russian.
    Ru,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    pub fn attribute(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 8] = [
        Language::Fr,
        Language::En,
        Language::Ar,
        Language::Es,
        Language::Pt,
        Language::Ro,
        Language::Tr,
        Language::Ru,
    ];
    /// Those of a page of which nobody has said in which languages it is.
    pub const USUAL: [Language; 2] = [Language::Fr, Language::En];
    /// Those in which a sheet can be printed whatever the page offers: French, which the desk reads, and the one that sheets were in
    /// before there were pages in it.
    pub const ON_EVERY_SHEET: [Language; 2] = [Language::Fr, Language::Ar];

    /// The BCP 47 code, as in `lang="fr"` and in folder names.
    pub fn code(self) -> &'static str {
        match self {
            Language::Fr => "fr",
            Language::En => "en",
            Language::Ar => "ar",
            Language::Es => "es",
            Language::Pt => "pt",
            Language::Ro => "ro",
            Language::Tr => "tr",
            Language::Ru => "ru",
        }
    }

    /// The language with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language's name in the language itself, so that those who need it can find it (rule 63).
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Fr => "Français",
            Language::En => "English",
            Language::Ar => "العربية",
            Language::Es => "Español",
            Language::Pt => "Português",
            Language::Ro => "Română",
            Language::Tr => "Türkçe",
            Language::Ru => "Русский",
        }
    }

    /// The levels at which its texts are written, the first for everyone.
    pub fn levels(self) -> &'static [Level] {
        if self.is_checked() { &Level::ALL } else { &[Level::Clear] }
    }

    /// Whether a person who did not write its texts has read them. Of the others every page says that nobody has.
    pub fn is_checked(self) -> bool {
        matches!(self, Language::Fr | Language::En)
    }

    /// Which way it is written.
    pub fn direction(self) -> Direction {
        match self {
            Language::Ar => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }
}

/// How a patient reads: a language and a level. There is one page for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Reading {
    /// The language.
    pub language: Language,
    /// The level.
    pub level: Level,
}

impl Reading {
    /// This language, as it is written for everyone.
    pub fn clear(language: Language) -> Reading {
        Reading { language, level: Level::Clear }
    }

    /// The reading that there is for somebody who wants this one: not every language is written at every level.
    pub fn that_exists(self) -> Reading {
        if self.language.levels().contains(&self.level) { self } else { Reading::clear(self.language) }
    }

    /// Where its page lies in a site: `fr/`, `fr/simple/`.
    pub fn folder(self) -> String {
        match self.level {
            Level::Clear => format!("{}/", self.language.code()),
            level => format!("{}/{}/", self.language.code(), level.code()),
        }
    }

    /// Where its texts lie below `content/`: `fr/clear`.
    pub fn texts(self) -> String {
        format!("{}/{}", self.language.code(), self.level.code())
    }
}

/// How a text is written: for everyone, or in short words with one idea a sentence.
///
/// The order of the variants is a wire format: what patients keep on their devices (postcard) has their numbers. Add at the end
/// only; what is shown in another order has a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// For everyone: sentences of at most 20 words.
    Clear,
    /// The simplified version: sentences of at most 12 words.
    Simple,
}

impl Level {
    /// Every level.
    pub const ALL: [Level; 2] = [Level::Clear, Level::Simple];

    /// The folder name.
    pub fn code(self) -> &'static str {
        match self {
            Level::Clear => "clear",
            Level::Simple => "simple",
        }
    }

    /// The level with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.code() == code)
    }
}
