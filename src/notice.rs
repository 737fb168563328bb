//! The notice: a register joined with the texts it needs. Everything one page shows, as one value.
//!
//! The native program composes it and draws the page with it; what the sheet needs of it travels to the browser, in the
//! postcard format. A notice without a register says only what is true everywhere. This module must not know how
//! anything is drawn.

use crate::choices::{Answer, Id, Regime, Request};
use crate::content::{
    Date, DeskWords, EditorTexts, Figure, Former, Glossary, HandoutWords, KioskWords, Language, LetterTexts,
    Letters, Level, Library, Localised, Part, PracticeWords, Purpose, QuizQuestion, Reading, Right,
    RightTexts, Titles, Word, Words, Worry, law_read,
};
use crate::fnv1a::{START, fnv1a};
use crate::record::{
    Fingerprint, ItemQuestion, Kind, LocalisedJson, Questionnaire, QuestionnaireItem, QuestionnaireSite,
    answer_word, in_writing, request_word,
};
use crate::register::{Checked, Contact, Hosting, Offer, Question, Register, Reuse, Tool, Use, own_tools};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything one page shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// What the hospital declares; `None` if there is no register that can be shown.
    pub register: Option<Register>,
    /// The patients' own tools that the register does not list: they concern everyone at home. They stand on the page only,
    /// and never among the uses: a code counts those.
    #[serde(skip)]
    pub own_tools: Vec<Use>,
    /// The fingerprint of everything that is shown; whoever draws the pages fills it.
    pub fingerprint: Fingerprint,
    /// What the text of each use and reuse is, as it is read; whoever draws the pages fills it.
    pub digests: Vec<(Reading, Vec<u64>)>,
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
    /// What words of answers once were: for whoever keeps the questionnaire.
    #[serde(skip)]
    former: Vec<Former>,
    /// Questions to ask, by worry.
    pub worries: Vec<Worry>,
    /// Letters that exercise a right.
    pub letters: Letters,
    /// The words of the desk.
    #[serde(skip)]
    pub desk_words: DeskWords,
    /// The words of the register editor.
    #[serde(skip)]
    pub editor: EditorTexts,
    /// The words of the staff's screen on the kiosk.
    #[serde(skip)]
    pub kiosk_words: KioskWords,
    /// The words of slips, messages and posters.
    #[serde(skip)]
    pub handout_words: HandoutWords,
    /// The words of the practice's page.
    #[serde(skip)]
    pub practice_words: PracticeWords,
    /// What each use of the catalogue is about.
    #[serde(skip)]
    pub titles: BTreeMap<String, Titles>,
    /// The rights, in the order of the page.
    #[serde(skip)]
    pub rights: Vec<Right>,
    /// The day on which somebody last read a text of law that they rest on.
    #[serde(skip)]
    pub law_read: Option<Date>,
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
        let listed = |id: &Id| {
            let uses = register.iter().flat_map(|register| &register.uses);
            uses.filter_map(|one| one.catalogue.as_ref()).any(|entry| entry == id)
        };
        let own_tools = own_tools(library).into_iter().filter(|one| !listed(&one.id)).collect();
        let languages =
            register.as_ref().map_or(Language::PAGES.to_vec(), |register| register.site.languages.clone());
        let mut notice = Notice {
            register,
            own_tools,
            fingerprint: Fingerprint::default(),
            digests: Vec::new(),
            problems,
            gaps,
            words: library
                .words
                .iter()
                .filter(|(reading, _)| sheets(&languages).contains(&reading.language))
                .map(|(reading, words)| (*reading, words.clone()))
                .collect(),
            former: library.former.clone(),
            rights: library.rights.clone(),
            law_read: law_read(&library.sources),
            understanding: library.understanding.clone(),
            glossary: library.glossary.clone(),
            quiz: library.quiz.clone(),
            figures: library.figures.clone(),
            worries: library.worries.clone(),
            letters: library.letters.clone(),
            desk_words: library.desk_words.clone(),
            editor: library.editor.clone(),
            kiosk_words: library.kiosk_words.clone(),
            handout_words: library.handout_words.clone(),
            practice_words: library.practice_words.clone(),
            titles: library.titles(),
            levels: library.levels.clone(),
            languages,
        };
        let kind = notice.register.as_ref().map(|register| register.site.kind);
        if kind.is_some_and(|kind| !kind.is_hospital()) {
            notice.letters.all.retain(|letter| !letter.hospital_only);
        }
        notice.keep_offered();
        notice
    }

    /// The language shown first.
    pub fn first_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Fr)
    }

    /// The languages in which its sheet can be printed, beside French: those of the page, and those in which there are
    /// no pages yet.
    pub fn sheet_languages(&self) -> Vec<Language> {
        sheets(&self.languages)
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
        let far = |one: Reading| (one.language != reading.language, one.level != reading.level);
        let nearest = self.words.iter().min_by_key(|(one, _)| far(*one));
        nearest.map_or(&NONE, |(_, words)| words)
    }

    /// The words of the sheet in every language and at every level of this page, for the desk.
    pub fn sheet_words(&self) -> Vec<(Reading, Words)> {
        self.words.iter().map(|(reading, words)| (*reading, words.for_browser())).collect()
    }

    /// What the browser needs of the notice, as the bytes that the page loads: the titles, the questions, the contacts, the
    /// words. The text of the page is in the page already.
    pub fn to_bytes(&self) -> Vec<u8> {
        let notice = Notice { words: self.sheet_words(), ..self.clone() };
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

    /// Everything that this page lets a patient say, with its words; `None` without a register.
    pub fn questionnaire(&self) -> Option<Questionnaire> {
        let register = self.register.as_ref()?;
        let text = |text: &Localised| LocalisedJson(text.clone());
        let told = |one: &Option<Localised>| one.as_ref().map(text);
        let questions = |offer: &Offer| {
            let one = |question: &Question| ItemQuestion {
                id: question.id.clone(),
                text: text(&question.text),
                if_yes: told(&question.if_yes),
                if_no: told(&question.if_no),
                channel: question.channel,
            };
            offer.questions.iter().map(one).collect()
        };
        let item = |(at, kind, id, title, purpose, offer): (
            usize,
            Kind,
            &Id,
            &Localised,
            Option<Purpose>,
            &Offer,
        )| {
            QuestionnaireItem {
                id: id.clone(),
                kind,
                title: text(title),
                regime: offer.regime,
                purpose,
                digests: self.marks_of(at),
                requests: offer.requests.clone(),
                questions: questions(offer),
            }
        };
        let uses =
            register.uses.iter().map(|one| (Kind::Use, &one.id, &one.title, Some(Purpose::Care), &one.offer));
        let reuses =
            register.reuses.iter().map(|one| (Kind::Reuse, &one.id, &one.title, one.purpose, &one.offer));
        let items = uses.chain(reuses).enumerate();
        let dpo = register.site.contacts.dpo.as_ref();
        Some(Questionnaire {
            site: QuestionnaireSite {
                id: register.site.id.clone(),
                name: text(&register.site.name),
                dpo: dpo.map(in_writing).unwrap_or_default(),
            },
            notice_version: register.site.review.version.clone(),
            fingerprint: self.fingerprint,
            example: register.example,
            requests: register.requests.clone(),
            items: items
                .map(|(at, (kind, id, title, purpose, offer))| item((at, kind, id, title, purpose, offer)))
                .collect(),
            request_words: Request::ALL.map(|one| (one, self.word_of(request_word(one)))).to_vec(),
            answer_words: self.answer_words(),
        })
    }

    /// The words of the answers, under each regime that asks a question: those of today, then what they once were.
    pub fn answer_words(&self) -> Vec<(Regime, Answer, LocalisedJson)> {
        let asks = [Regime::Object, Regime::Agree];
        let each = || asks.into_iter().flat_map(|regime| Answer::ALL.map(|one| (regime, one)));
        let today = each().map(|(regime, one)| (regime, one, self.word_of(answer_word(regime, one))));
        let former = self.former.iter().flat_map(|former| {
            let is_it = move |(regime, one): &(Regime, Answer)| answer_word(*regime, *one) == former.word;
            each().filter(is_it).map(|(regime, one)| (regime, one, LocalisedJson(former.text.clone())))
        });
        today.chain(former).collect()
    }

    /// The digests of the item at this place, by language and level.
    fn marks_of(&self, at: usize) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for (reading, digests) in &self.digests {
            all.extend(digests.get(at).map(|digest| (reading.texts(), format!("{digest:016x}"))));
        }
        all
    }

    /// A short text in every language and at every level.
    fn word_of(&self, word: Word) -> LocalisedJson {
        let mut text = Localised::default();
        for (reading, words) in &self.words {
            text.set(reading.language, reading.level, words.get(word));
        }
        LocalisedJson(text)
    }

    /// Drops what this page does not offer: the patient's download carries no language that nobody can choose.
    fn keep_offered(&mut self) {
        let (languages, levels) = (self.sheet_languages(), self.levels.clone());
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
        for LetterTexts { title, when, says, article, delay, enclose, after } in
            self.letters.all.iter_mut().map(|letter| &mut letter.texts)
        {
            for text in [title, when, says, article, delay, enclose, after] {
                change(text);
            }
        }
        for one in &mut self.own_tools {
            each_use_text(one, change);
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

/// The languages of a page and those that exist only on the sheet. French is always among them: the desk reads it.
fn sheets(pages: &[Language]) -> Vec<Language> {
    let offered = |language: &Language| {
        *language == Language::Fr || pages.contains(language) || !Language::PAGES.contains(language)
    };
    Language::ALL.into_iter().filter(offered).collect()
}

/// What stands after the bytes of a notice: it differs for other bytes and for another version of this program, which
/// might read the same bytes as something else.
fn seal(bytes: &[u8]) -> [u8; 8] {
    let version = env!("CARGO_PKG_VERSION").bytes();
    fnv1a(START, version.chain(bytes.iter().copied())).to_le_bytes()
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
        &mut one.net.call,
        &mut one.net.see,
    ];
    texts.into_iter().flatten().chain(&mut one.ask).for_each(&mut *change);
    if let Some(performance) = &mut one.performance {
        change(&mut performance.what);
        [&mut performance.study, &mut performance.tested_on].into_iter().flatten().for_each(&mut *change);
    }
    each_tool_text(&mut one.tool, change);
    each_hosting_text(&mut one.hosting, change);
    each_contact_text(&mut one.contact, change);
    each_question_text(&mut one.offer, change);
}

fn each_tool_text(tool: &mut Tool, change: &mut dyn FnMut(&mut Localised)) {
    let Tool {
        version: _,
        maker_country,
        made,
        benefit,
        watched,
        errors_reviewed,
        report: _,
        staff_trained,
        patients,
    } = tool;
    let texts = [maker_country, made, watched, errors_reviewed, staff_trained, patients];
    texts.into_iter().flatten().for_each(&mut *change);
    if let Some(benefit) = benefit {
        change(&mut benefit.what);
        benefit.measured.iter_mut().for_each(change);
    }
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
    each_question_text(&mut one.offer, change);
}

fn each_hosting_text(hosting: &mut Option<Hosting>, change: &mut dyn FnMut(&mut Localised)) {
    hosting.iter_mut().filter_map(|hosting| hosting.country.as_mut()).for_each(change);
}

fn each_contact_text(contact: &mut Option<Contact>, change: &mut dyn FnMut(&mut Localised)) {
    let Some(Contact { name, place, hours, .. }) = contact else { return };
    [name, place, hours].into_iter().flatten().for_each(change);
}

fn each_question_text(offer: &mut Offer, change: &mut dyn FnMut(&mut Localised)) {
    for question in &mut offer.questions {
        change(&mut question.text);
        [&mut question.if_yes, &mut question.if_no].into_iter().flatten().for_each(&mut *change);
    }
}
