//! Which voice may read. A voice that is not on the device sends the text away, so only local ones ever speak, and only in
//! their own language (rule 70): Chrome would read Arabic with an English voice.

use crate::content::Language;

/// A voice, as the browser describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Its language as the browser writes it: `fr-FR`, `fr_FR`, `fra-FRA-…`.
    pub language: String,
    /// Whether it speaks without the network.
    pub local: bool,
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
}

/// The place of the voice that reads a language; the first of the browser's list is the one people have chosen.
///
/// ```
/// use eclaire::content::Language;
/// use eclaire::patient::aloud::{Voice, voice_for};
///
/// let voice = |language: &str, local| Voice { language: language.to_owned(), local };
/// let voices = [voice("fr-FR", false), voice("en-GB", true), voice("fra_CA", true)];
/// assert_eq!(voice_for(&voices, Language::Fr), Some(2), "the first French voice would send the text away");
/// assert_eq!(voice_for(&voices, Language::Ar), None);
/// ```
pub fn voice_for(voices: &[Voice], language: Language) -> Option<usize> {
    voices.iter().position(|voice| voice.local && voice.speaks(language))
}
