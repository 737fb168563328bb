//! The notice: a register joined with the texts it needs. Everything one page shows, as one value.
//!
//! The native program composes it and draws the page with it; what the sheet needs of it travels to the browser, in the
//! postcard format. A notice without a register says only what is true everywhere. This module must not know how
//! anything is drawn.

use crate::content::{
    Figure, Glossary, Language, Level, Library, Localised, Part, QuizQuestion, Reading, Right, RightTexts,
    Words, Worry,
};
use crate::record::Fingerprint;
use crate::register::Say;
use crate::register::{Checked, Contact, Hosting, Register, Reuse, Use};
use serde::{Deserialize, Serialize};

/// Everything one page shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// What the hospital declares; `None` if there is no register that can be shown.
    pub register: Option<Register>,
    /// The fingerprint of everything that is shown; whoever draws the pages fills it.
    pub fingerprint: Fingerprint,
    /// What is wrong with the register, for staff: one line each.
    #[serde(skip)]
    pub problems: Vec<String>,
    /// What the register does not tell, for staff: one line each.
    #[serde(skip)]
    pub gaps: Vec<String>,
    /// The languages of the page; the first is shown first.
    pub languages: Vec<Language>,
    /// The levels of the page; the first is shown first.
    pub levels: Vec<Level>,
    /// The short texts of each of these languages and levels.
    words: Vec<(Reading, Words)>,
    /// Questions to ask, by worry.
    pub worries: Vec<Worry>,
    /// The rights, in the order of the page.
    #[serde(skip)]
    pub rights: Vec<Right>,
    /// How AI in care works.
    #[serde(skip)]
    pub understanding: Vec<Part>,
    /// Hard words and what they mean.
    #[serde(skip)]
    pub glossary: Glossary,
    /// Check what you understood.
    #[serde(skip)]
    pub quiz: Vec<QuizQuestion>,
    /// What people in France said.
    #[serde(skip)]
    pub figures: Vec<Figure>,
}

/// A notice that cannot be read: it was made by another version of Éclaire, or was damaged on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl Notice {
    /// Joins a checked register, or none at all, with the library.
    pub fn compose(checked: Option<Checked>, library: &Library) -> Notice {
        let lines =
            |problems: &[crate::register::Problem]| problems.iter().map(ToString::to_string).collect();
        let (register, problems, gaps) = match checked {
            Some(checked) => (checked.register, lines(&checked.errors), lines(&checked.gaps)),
            None => (None, Vec::new(), Vec::new()),
        };
        let languages =
            register.as_ref().map_or(Language::ALL.to_vec(), |register| register.site.languages.clone());
        let mut notice = Notice {
            register,
            fingerprint: Fingerprint::default(),
            problems,
            gaps,
            words: library
                .words
                .iter()
                .filter(|(reading, _)| languages.contains(&reading.language))
                .map(|(reading, words)| (*reading, words.clone()))
                .collect(),
            rights: library.rights.clone(),
            understanding: library.understanding.clone(),
            glossary: library.glossary.clone(),
            quiz: library.quiz.clone(),
            figures: library.figures.clone(),
            worries: library.worries.clone(),
            levels: library.levels.clone(),
            languages,
        };
        notice.keep_offered();
        notice
    }

    /// The language shown first.
    pub fn first_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Fr)
    }

    /// How one may read this page: every language at every level; the first is shown first.
    pub fn readings(&self) -> impl Iterator<Item = Reading> {
        self.languages.iter().flat_map(|language| {
            self.levels.iter().map(|level| Reading { language: *language, level: *level })
        })
    }

    /// The short texts in a language and at a level of this page.
    pub fn words(&self, reading: Reading) -> &Words {
        static NONE: Words = Words::none();
        let found = self.words.iter().find(|(one, _)| *one == reading).or_else(|| self.words.first());
        found.map_or(&NONE, |(_, words)| words)
    }

    /// What the browser needs of the notice, as the bytes that the page loads: the titles, the questions, the contacts, the
    /// words. The text of the page is in the page already.
    pub fn to_bytes(&self) -> Vec<u8> {
        let words = self.words.iter().map(|(reading, words)| (*reading, words.for_sheet())).collect();
        let notice = Notice { words, ..self.clone() };
        // Writing plain data to memory cannot fail.
        #[allow(clippy::unwrap_used)]
        let mut bytes = postcard::to_allocvec(&notice).unwrap();
        bytes.extend(seal(&bytes));
        bytes
    }

    /// The notice from these bytes.
    ///
    /// # Errors
    /// [`Unreadable`] if they were not written by the same version of this program, or are not whole.
    pub fn from_bytes(bytes: &[u8]) -> Result<Notice, Unreadable> {
        let (bytes, sealed) = bytes.split_last_chunk().ok_or(Unreadable)?;
        if *sealed != seal(bytes) {
            return Err(Unreadable);
        }
        postcard::from_bytes(bytes).map_err(|_| Unreadable)
    }

    /// Drops what this page does not offer: the patient's download carries no language that nobody can choose.
    fn keep_offered(&mut self) {
        let (languages, levels) = (self.languages.clone(), self.levels.clone());
        self.each_text(&mut |text| text.keep(&languages, &levels));
    }

    fn each_text(&mut self, change: &mut dyn FnMut(&mut Localised)) {
        for Right { texts: RightTexts { title, what, who, delay, cost, how, limits }, .. } in &mut self.rights
        {
            for text in [title, what, who, delay, cost, how, limits] {
                change(text);
            }
        }
        for part in &mut self.understanding {
            for text in [&mut part.title, &mut part.text, &mut part.example] {
                change(text);
            }
        }
        for worry in &mut self.worries {
            change(&mut worry.title);
            worry.questions.iter_mut().for_each(|(_, text)| change(text));
        }
        let Some(register) = &mut self.register else { return };
        change(&mut register.site.name);
        let (review, contacts) = (&mut register.site.review, &mut register.site.contacts);
        [&mut review.author, &mut review.funding].into_iter().flatten().for_each(&mut *change);
        for contact in [&mut contacts.desk, &mut contacts.dpo, &mut contacts.users_commission] {
            each_contact_text(contact, change);
        }
        for one in &mut register.uses {
            each_use_text(one, change);
        }
        for one in &mut register.reuses {
            each_reuse_text(one, change);
        }
    }
}

/// What stands after the bytes of a notice: it differs for other bytes and for another version of this program, which
/// might read the same bytes as something else (FNV-1a).
fn seal(bytes: &[u8]) -> [u8; 8] {
    let version = env!("CARGO_PKG_VERSION").bytes();
    let all = version.chain(bytes.iter().copied());
    all.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
        .to_le_bytes()
}

fn each_use_text(one: &mut Use, change: &mut dyn FnMut(&mut Localised)) {
    for text in [&mut one.title, &mut one.software_does, &mut one.human_does] {
        change(text);
    }
    let errors = &mut one.errors;
    let texts = [
        &mut one.one_line,
        &mut one.when,
        &mut one.data,
        &mut one.cannot,
        &mut one.less_sure,
        &mut one.if_not,
        &mut errors.missed,
        &mut errors.false_alarm,
        &mut errors.leads_nowhere,
        &mut errors.team,
        &mut one.department,
        &mut one.kept,
    ];
    texts.into_iter().flatten().chain(&mut one.ask).for_each(&mut *change);
    if let Some(performance) = &mut one.performance {
        change(&mut performance.what);
        [&mut performance.study, &mut performance.tested_on].into_iter().flatten().for_each(&mut *change);
    }
    each_hosting_text(&mut one.hosting, change);
    each_contact_text(&mut one.contact, change);
    each_question_text(&mut one.say, change);
}

fn each_reuse_text(one: &mut Reuse, change: &mut dyn FnMut(&mut Localised)) {
    change(&mut one.title);
    let texts = [
        &mut one.one_line,
        &mut one.what_for,
        &mut one.who,
        &mut one.kept,
        &mut one.which_data,
        &mut one.protection,
        &mut one.effect_on_care,
        &mut one.limits,
    ];
    texts.into_iter().flatten().for_each(&mut *change);
    each_hosting_text(&mut one.hosting, change);
    each_contact_text(&mut one.contact, change);
    each_question_text(&mut one.say, change);
}

fn each_hosting_text(hosting: &mut Option<Hosting>, change: &mut dyn FnMut(&mut Localised)) {
    hosting.iter_mut().filter_map(|hosting| hosting.country.as_mut()).for_each(change);
}

fn each_contact_text(contact: &mut Option<Contact>, change: &mut dyn FnMut(&mut Localised)) {
    let Some(Contact { name, place, hours, .. }) = contact else { return };
    [name, place, hours].into_iter().flatten().for_each(change);
}

fn each_question_text(say: &mut Say, change: &mut dyn FnMut(&mut Localised)) {
    for question in &mut say.questions {
        change(&mut question.text);
        [&mut question.if_yes, &mut question.if_no].into_iter().flatten().for_each(&mut *change);
    }
}
