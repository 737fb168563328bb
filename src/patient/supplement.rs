//! The supplement: what a kit lacks of a language as long as nobody reads it. The program begins with the page's first language and
//! with French, which stands on every sheet; the others come with their pages, as text, when nobody does anything or when somebody asks.
//!
//! A supplement is a list of texts, in one order that is walked natively to take them out and in the browser to put them back. The
//! kit has its sum: another one is refused before anything is changed. This module must not know how it comes.

use super::Kit;
use super::kit::seal;
use crate::content::{Language, Level, Localised};
use crate::register::Contact;

/// A supplement that is not the one this kit waits for: it is of another site or another version, was damaged on its way, or is in the
/// kit already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

/// Between two texts.
const BETWEEN: char = '\n';
/// Before a sign that is written as another one: it would part two texts, or mean something where supplements lie in pages.
const INSTEAD: char = '~';
/// What the numbers of the two signs differ in.
const TURNED: u32 = 0x40;

/// Where a kit has texts of one language.
enum Place<'a> {
    /// A text in several languages: one at each level, as far as there is one.
    Text(&'a mut Localised),
    /// A word of this language, or a digest of an item as it is read in it.
    Word(&'a mut String),
}

impl Kit {
    /// This whole kit, as the program begins with it: what nobody needs before they read another language is left out.
    pub fn beginning(&self) -> Kit {
        let mut kit = self.clone();
        for (language, supplement) in self.supplements() {
            kit.places(language, &mut |place| place.clear(language));
            kit.to_come.push((language, seal(supplement.as_bytes())));
        }
        kit
    }

    /// What the beginning of this whole kit lacks of each language. No supplement has a `<` in it: whatever stands around it can be told
    /// from it.
    pub fn supplements(&self) -> Vec<(Language, String)> {
        let first = self.first_language();
        let later = |language: &Language| {
            let has_words = self.words.iter().any(|(reading, _)| reading.language == *language);
            has_words && *language != first && *language != Language::Fr
        };
        let mut kit = self.clone();
        let mut of = |language: Language| {
            let mut texts = Vec::new();
            kit.places(language, &mut |place| texts.extend(place.texts(language)));
            texts.iter().map(|text| written(text)).collect::<Vec<_>>().join(&BETWEEN.to_string())
        };
        Language::ALL.into_iter().filter(later).map(|language| (language, of(language))).collect()
    }

    /// Whether the texts of this language are still to come.
    pub fn lacks(&self, language: Language) -> bool {
        self.to_come.iter().any(|(one, _)| *one == language)
    }

    /// Takes in the supplement of a language.
    ///
    /// # Errors
    /// [`Refused`] if it is not the one that is to come. Then nothing is changed.
    pub fn add(&mut self, language: Language, supplement: &str) -> Result<(), Refused> {
        let awaited = (language, seal(supplement.as_bytes()));
        let at = self.to_come.iter().position(|one| *one == awaited).ok_or(Refused)?;
        self.to_come.remove(at);
        let mut texts = supplement.split(BETWEEN);
        self.places(language, &mut |place| {
            let mut next = || texts.next().map(read).unwrap_or_default();
            match place {
                Place::Word(word) => *word = next(),
                Place::Text(text) => {
                    for level in Level::ALL {
                        let version = next();
                        // What stands in for other languages has been there all along.
                        if !version.is_empty() {
                            text.set(language, level, version);
                        }
                    }
                }
            }
        });
        Ok(())
    }

    /// Goes to every place in which there are texts of a language, or could be, always in the same order. One step after the other: chains
    /// of iterators were a kilobyte more of every patient's program.
    fn places(&mut self, language: Language, each: &mut dyn FnMut(Place<'_>)) {
        for (reading, words) in &mut self.words {
            if reading.language == language {
                for word in words.of_what_is_read() {
                    each(Place::Word(word));
                }
            }
        }
        for (_, text) in &mut self.to_ask {
            each(Place::Text(text));
        }
        let Some(place) = &mut self.place else { return };
        let questionnaire = &mut place.questionnaire;
        each(Place::Text(&mut questionnaire.site.name.0));
        for (_, text) in &mut questionnaire.request_words {
            each(Place::Text(&mut text.0));
        }
        for (.., text) in &mut questionnaire.answer_words {
            each(Place::Text(&mut text.0));
        }
        for item in &mut questionnaire.items {
            for (reading, digest) in item.digests.iter_mut() {
                // `en/clear`: every code is of two letters.
                if reading.starts_with(language.code()) {
                    each(Place::Word(digest));
                }
            }
            each(Place::Text(&mut item.title.0));
            for question in &mut item.questions {
                each(Place::Text(&mut question.text.0));
                for text in [&mut question.if_yes, &mut question.if_no].into_iter().flatten() {
                    each(Place::Text(&mut text.0));
                }
            }
        }
        let contacts = &mut place.contacts;
        for contact in [&mut contacts.desk, &mut contacts.dpo, &mut contacts.users_commission] {
            let Some(Contact { name, place, hours, .. }) = contact else { continue };
            for text in [name, place, hours].into_iter().flatten() {
                each(Place::Text(text));
            }
        }
    }
}

impl Place<'_> {
    /// What is left out of it at first; empty where there is nothing, or where it is there from the beginning.
    fn texts(self, language: Language) -> Vec<String> {
        match self {
            Place::Word(word) => vec![word.clone()],
            Place::Text(text) => {
                let left_out = |level| text.exactly(language, level).filter(|_| !text.stands_in(language));
                Level::ALL.map(|level| left_out(level).unwrap_or_default().to_owned()).to_vec()
            }
        }
    }

    /// Leaves it out.
    fn clear(self, language: Language) {
        match self {
            Place::Word(word) => word.clear(),
            Place::Text(text) if text.stands_in(language) => {}
            Place::Text(text) => text.remove(language),
        }
    }
}

/// A text as it stands in a supplement: in one line, and without anything that whoever reads a page or a file would change.
fn written(text: &str) -> String {
    let mut line = String::new();
    for sign in text.chars() {
        let changed = sign.is_control() || [INSTEAD, '<', '\u{feff}'].contains(&sign);
        match char::from_u32(sign as u32 ^ TURNED).filter(|_| changed) {
            Some(other) => line.extend([INSTEAD, other]),
            None => line.push(sign),
        }
    }
    line
}

/// The text of such a line.
fn read(line: &str) -> String {
    let mut text = String::new();
    let mut turned = false;
    for sign in line.chars() {
        let is_mark = sign == INSTEAD;
        if !is_mark {
            text.push(if turned { char::from_u32(sign as u32 ^ TURNED).unwrap_or(sign) } else { sign });
        }
        turned = is_mark;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{read, written};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_a_text_says_it_comes_back_from_a_line_that_no_page_changes(text in any::<String>(), more in "[~<\n\r\t >|a\u{0}\u{feff}\u{85}]{0,9}") {
            let text = text + &more;
            let line = written(&text);
            prop_assert!(!line.chars().any(|sign| sign.is_control() || sign == '<' || sign == '\u{feff}'), "{line:?}");
            prop_assert_eq!(read(&line), text);
        }
    }
}
