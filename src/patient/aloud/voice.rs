//! Which voice may read. A voice that is not on the device sends the text away, so only local ones ever speak, and only in
//! their own language (rule 70): Chrome would read Arabic with an English voice. Lists of voices are in no order that means anything: on
//! Linux French begins with Belgium.

use crate::content::Language;

/// A voice, as the browser describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Its language as the browser writes it: `fr-FR`, `fr_FR`, `fra-FRA-…`.
    pub language: String,
    /// Whether it speaks without the network.
    pub local: bool,
    /// Whether it is the one that the device's owner has chosen.
    pub default: bool,
}

impl Voice {
    /// Whether it speaks a language.
    fn speaks(&self, language: Language) -> bool {
        let name = self.language.split(['-', '_']).next().unwrap_or_default();
        let names: &[&str] = match language {
            Language::Fr => &["fr", "fra", "fre"],
            Language::En => &["en", "eng"],
            Language::Ar => &["ar", "ara"],
            Language::Es => &["es", "spa"],
            Language::Pt => &["pt", "por"],
            Language::Ro => &["ro", "ron", "rum"],
            Language::Tr => &["tr", "tur"],
            Language::Ru => &["ru", "rus"],
        };
        names.iter().any(|one| one.eq_ignore_ascii_case(name))
    }

    /// How far it is from what one would choose: the owner's own choice, or else the region for which the texts are written.
    fn rank(&self, language: Language) -> u8 {
        // As browsers write it, and as some Androids do.
        let here: [&str; 2] = match language {
            Language::Fr => ["FR", "FRA"],
            Language::En => ["GB", "GBR"],
            Language::Ar => ["001", "001"],
            Language::Es => ["ES", "ESP"],
            Language::Pt => ["PT", "PRT"],
            Language::Ro => ["RO", "ROU"],
            Language::Tr => ["TR", "TUR"],
            Language::Ru => ["RU", "RUS"],
        };
        match self.language.split(['-', '_']).nth(1) {
            _ if self.default => 0,
            Some(region) if here.iter().any(|one| one.eq_ignore_ascii_case(region)) => 1,
            None => 2,
            Some(_) => 3,
        }
    }
}

/// The place of the voice that reads a language: the default one of the device, else that of the region, else the first.
///
/// ```
/// use eclaire::content::Language;
/// use eclaire::patient::aloud::{Voice, voice_for};
///
/// let voice = |language: &str, local| Voice { language: language.to_owned(), local, default: false };
/// let voices = [voice("fr-FR", false), voice("en-GB", true), voice("fr-BE", true), voice("fr_FR", true)];
/// assert_eq!(voice_for(&voices, Language::Fr), Some(3), "the first would send the text away, the next is Belgium's");
/// assert_eq!(voice_for(&voices, Language::Ar), None);
/// ```
pub fn voice_for(voices: &[Voice], language: Language) -> Option<usize> {
    let fit = voices.iter().enumerate().filter(|(_, voice)| voice.local && voice.speaks(language));
    fit.min_by_key(|(_, voice)| voice.rank(language)).map(|(at, _)| at)
}
