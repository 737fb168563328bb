//! The kit: the one value that the patients' program loads, made natively of a notice for this program alone.
//!
//! What is not in it stands in the page already, which is drawn natively: the register and the texts of its cards. So
//! nothing in it is left out on the way, and no register lies in a patient's browser. It travels in the postcard format.

use super::sealed;
use crate::choices::{Answers, Id, ToAsk};
use crate::content::{
    Language, Letter, LetterFrame, LetterList, LetterTo, Level, Localised, Reading, Words, Written, nearest,
};
use crate::fnv1a::{START, fnv1a};
use crate::notice::Notice;
use crate::record::{Kind, Questionnaire, QuestionnaireItem};
use crate::register::{Contacts, Register, SiteKind};
use serde::{Deserialize, Serialize};

/// What the patients' program loads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kit {
    /// The languages of the page; the first is shown first.
    pub languages: Vec<Language>,
    /// The levels of the page; the first is shown first.
    pub levels: Vec<Level>,
    /// The words that the program draws, in each of these languages and in those of the sheet, at each level.
    pub words: Vec<(Reading, Words)>,
    /// The questions that can be picked, in the order of the page. One list: two cost every patient a kilobyte of program.
    pub to_ask: Vec<(ToAsk, Localised)>,
    /// What stands around every letter.
    pub letter_frame: LetterFrame,
    /// The letters, in the order of the page.
    pub letters: Vec<KitLetter>,
    /// The place; `None` on the general page, which has none.
    pub place: Option<KitPlace>,
    /// The languages whose texts are still to come, each with the sum of its supplement.
    pub(super) to_come: Vec<(Language, u64)>,
}

/// A letter that the program writes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KitLetter {
    /// Its name for machines.
    pub id: Id,
    /// To whom it goes.
    pub to: LetterTo,
    /// Which of the patient's answers it lists.
    pub lists: LetterList,
    /// The letter itself.
    pub written: Written,
}

/// What the program is given of one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KitPlace {
    /// Everything that can be said there, with its words.
    pub questionnaire: Questionnaire,
    /// What kind of place it is.
    pub kind: SiteKind,
    /// Whom to reach.
    pub contacts: Contacts,
    /// Whether somebody is followed at home: the sheet then says whom to call.
    pub calls_from_home: bool,
}

/// A question that the patient wants to ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Picked<'a> {
    /// Its name.
    pub id: &'a ToAsk,
    /// The use it is about, if it is about one.
    pub about: Option<&'a Localised>,
    /// The question.
    pub text: &'a Localised,
}

/// A kit that cannot be read: it was made by another version of Éclaire, or was damaged on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl Kit {
    /// What the program is given of a notice, whole.
    pub fn of(notice: &Notice) -> Kit {
        let letter = |one: &Letter| KitLetter {
            id: one.id.clone(),
            to: one.to,
            lists: one.lists,
            written: one.written.clone(),
        };
        let place = |(questionnaire, register): (Questionnaire, &Register)| KitPlace {
            questionnaire: questionnaire.of_today(),
            kind: register.site.kind,
            contacts: notice.contacts_offered(&register.site.contacts),
            calls_from_home: register.uses.iter().any(|one| one.calls_from_home),
        };
        Kit {
            languages: notice.languages.clone(),
            levels: notice.levels.clone(),
            words: notice.patients_words(),
            to_ask: to_ask(notice),
            letter_frame: notice.letters.frame.clone(),
            letters: notice.letters.all.iter().map(letter).collect(),
            place: notice.questionnaire().zip(notice.register.as_ref()).map(place),
            to_come: Vec::new(),
        }
    }

    /// The language shown first.
    pub fn first_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Fr)
    }

    /// The words that the program draws in a language and at a level.
    pub fn words(&self, reading: Reading) -> &Words {
        nearest(&self.words, reading)
    }

    /// Everything that can be said, with its words; `None` on the general page.
    pub fn questionnaire(&self) -> Option<&Questionnaire> {
        self.place.as_ref().map(|place| &place.questionnaire)
    }

    /// The uses, in the order of the page.
    pub fn uses(&self) -> impl Iterator<Item = &QuestionnaireItem> {
        let items = self.questionnaire().into_iter().flat_map(|questionnaire| &questionnaire.items);
        items.filter(|item| item.kind == Kind::Use)
    }

    /// What the patient picked among the questions of the uses and of the worries, in the order of the page.
    pub fn picked(&self, answers: &Answers) -> Vec<Picked<'_>> {
        let picked = self.to_ask.iter().filter(|(id, _)| answers.has_picked(id));
        let title = |item: &Id| self.uses().find(|one| one.id == *item).map(|one| &one.title.0);
        picked
            .map(|(id, text)| {
                let about = match id {
                    ToAsk::AboutUse(item, _) => title(item),
                    ToAsk::AboutWorry(..) => None,
                };
                Picked { id, about, text }
            })
            .collect()
    }

    /// As the bytes that the page loads.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing plain data to memory cannot fail.
        #[allow(clippy::unwrap_used)]
        let mut bytes = postcard::to_allocvec(self).unwrap();
        bytes.extend(seal(&bytes).to_le_bytes());
        bytes
    }

    /// From these bytes.
    ///
    /// # Errors
    /// [`Unreadable`] if they were not written by the same version of this program, or are not whole.
    pub fn from_bytes(bytes: &[u8]) -> Result<Kit, Unreadable> {
        let (bytes, sealed) = bytes.split_last_chunk().ok_or(Unreadable)?;
        if u64::from_le_bytes(*sealed) != seal(bytes) {
            return Err(Unreadable);
        }
        Ok(sealed::read(bytes))
    }
}

/// The questions that can be picked: use by use, then worry by worry.
fn to_ask(notice: &Notice) -> Vec<(ToAsk, Localised)> {
    let uses = notice.register.iter().flat_map(|register| &register.uses);
    let by_use = uses.flat_map(|one| {
        let asked = one.ask.iter().enumerate();
        asked.map(|(number, text)| (ToAsk::AboutUse(one.id.clone(), number), notice.offered_on_page(text)))
    });
    let by_worry = notice.worries.iter().flat_map(|worry| {
        let asked = worry.questions.iter();
        asked
            .map(|(id, text)| (ToAsk::AboutWorry(worry.id.clone(), id.clone()), notice.offered_on_page(text)))
    });
    by_use.chain(by_worry).collect()
}

/// The sum of the bytes of a kit or of a supplement: it differs for other bytes and for another version of this program, which might read
/// the same bytes as something else.
pub(super) fn seal(bytes: &[u8]) -> u64 {
    let version = env!("CARGO_PKG_VERSION").bytes();
    fnv1a(START, version.chain(bytes.iter().copied()))
}
