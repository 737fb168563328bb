//! The notice: a register joined with the texts it needs. Everything one page shows, as one value.
//!
//! The native program composes it and draws the page with it. It never travels: each program loads a value of its own that is made
//! of it. A notice without a register says only what is true everywhere. This module must not know how
//! anything is drawn.

use crate::choices::{Answer, Id, Regime, Request, Sorted};
use crate::content::{
    Date, DeskWords, EditorTexts, Explorable, Figure, Former, Glossary, HandoutWords, KioskWords, Language,
    Letters, Level, Library, Localised, Moment, Part, PracticeWords, Purpose, QuizQuestion, Reading,
    ReceiverWords, Right, Titles, Word, Words, Worry, law_read, nearest,
};
use crate::record::{
    Fingerprint, ItemQuestion, Kind, LocalisedJson, Questionnaire, QuestionnaireItem, QuestionnaireSite,
    answer_word, in_writing, language_word, request_word,
};
use crate::register::{Checked, Contact, Contacts, Offer, Question, Register, Use, own_tools};
use std::collections::BTreeMap;

/// Everything one page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What the hospital declares; `None` if there is no register that can be shown.
    pub register: Option<Register>,
    /// The patients' own tools that the register does not list: they concern everyone at home. They stand on the page only,
    /// and never among the uses: a code counts those.
    pub own_tools: Vec<Use>,
    /// The fingerprint of everything that is shown; whoever draws the pages fills it.
    pub fingerprint: Fingerprint,
    /// What the text of each use and reuse is, as it is read; whoever draws the pages fills it.
    pub digests: Vec<(Reading, Vec<u64>)>,
    /// What is wrong with the register, for staff: one line each.
    pub problems: Vec<String>,
    /// What the register does not tell, for staff: one line each.
    pub gaps: Vec<String>,
    /// The languages of the page; the first is shown first.
    pub languages: Vec<Language>,
    /// The levels of the page; the first is shown first.
    pub levels: Vec<Level>,
    /// The short texts of each of these languages and levels.
    words: Vec<(Reading, Words)>,
    /// What words of answers once were: for whoever keeps the questionnaire.
    former: Vec<Former>,
    /// What brings somebody here: the moments that every page knows, then those that only this place has. Which of them have a use
    /// here, [`Notice::moments_here`] says.
    moments: Vec<Moment>,
    /// Questions to ask, by worry.
    pub worries: Vec<Worry>,
    /// Letters that exercise a right.
    pub letters: Letters,
    /// The words of the desk.
    pub desk_words: DeskWords,
    /// The words for those who build the software that takes the desk's files.
    pub receiver_words: ReceiverWords,
    /// The words of the register editor.
    pub editor: EditorTexts,
    /// The words of the staff's screen on the kiosk.
    pub kiosk_words: KioskWords,
    /// The words of slips, messages and posters.
    pub handout_words: HandoutWords,
    /// The words of the practice's page.
    pub practice_words: PracticeWords,
    /// The words that a slip needs besides, in every language: a practice may open the register of a place that has others than this one.
    pub slip_words: Vec<(Reading, Words)>,
    /// What each use of the catalogue is about.
    pub titles: BTreeMap<String, Titles>,
    /// The rights, in the order of the page.
    pub rights: Vec<Right>,
    /// The day on which somebody last read a text of law that they rest on.
    pub law_read: Option<Date>,
    /// How AI in care works.
    pub understanding: Vec<Part>,
    /// Hard words and what they mean.
    pub glossary: Glossary,
    /// Check what you understood.
    pub quiz: Vec<QuizQuestion>,
    /// Pictures to touch.
    pub explorables: Vec<Explorable>,
    /// What people in France said.
    pub figures: Vec<Figure>,
}

/// The words that programs draw; first the two lists of which a sheet is made.
const DRAWN: [&[Word]; 5] =
    [Word::NAMES_AND_DATES, Word::ON_SHEET, Word::KEPT, Word::NAMED, Word::OF_READING];

/// A moment of care, and what stands on this page about it. Each use is in the order in which it is declared.
#[derive(Debug, Clone, PartialEq)]
pub struct MomentHere<'a> {
    /// The moment.
    pub moment: &'a Moment,
    /// The uses of the register.
    pub uses: Vec<&'a Use>,
    /// The patients' own tools that the register does not list: their cards have other names.
    pub own_tools: Vec<&'a Use>,
}

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
            register.as_ref().map_or(Language::USUAL.to_vec(), |register| register.site.languages.clone());
        let own_moments = register.iter().flat_map(|register| &register.moments);
        let moments = library.moments.iter().chain(own_moments).cloned().collect();
        let mut notice = Notice {
            register,
            moments,
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
            explorables: library.explorables.clone(),
            figures: library.figures.clone(),
            worries: library.worries.clone(),
            letters: library.letters.clone(),
            desk_words: library.desk_words.clone(),
            receiver_words: library.receiver_words.clone(),
            editor: library.editor.clone(),
            kiosk_words: library.kiosk_words.clone(),
            handout_words: library.handout_words.clone(),
            practice_words: library.practice_words.clone(),
            slip_words: library
                .words
                .iter()
                .filter(|(reading, _)| reading.level == Level::Clear)
                .map(|(reading, words)| (*reading, words.only(&[Word::NAMES_AND_DATES, Word::ON_SLIP])))
                .collect(),
            titles: library.titles(),
            levels: library.levels.clone(),
            languages,
        };
        let kind = notice.register.as_ref().map(|register| register.site.kind);
        if kind.is_some_and(|kind| !kind.is_hospital()) {
            notice.letters.all.retain(|letter| !letter.hospital_only);
        }
        notice
    }

    /// The moments of care that have a use here, in the order of the page, each with its uses.
    pub fn moments_here(&self) -> Vec<MomentHere<'_>> {
        let listed = || self.register.iter().flat_map(|register| &register.uses);
        let here = |moment: &'_ Moment, one: &&Use| one.moments.contains(&moment.id);
        let all = self.moments.iter().map(|moment| MomentHere {
            moment,
            uses: listed().filter(|one| here(moment, one)).collect(),
            own_tools: self.own_tools.iter().filter(|one| here(moment, one)).collect(),
        });
        all.filter(|one| !one.uses.is_empty() || !one.own_tools.is_empty()).collect()
    }

    /// The language shown first.
    pub fn first_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Fr)
    }

    /// The languages in which its sheet can be printed, beside French: those of the page, and those of every sheet.
    pub fn sheet_languages(&self) -> Vec<Language> {
        sheets(&self.languages)
    }

    /// How one may read this page: every language at each of its levels; the first is shown first.
    pub fn readings(&self) -> impl Iterator<Item = Reading> {
        self.languages.iter().flat_map(|language| {
            let levels = self.levels.iter().filter(|level| language.levels().contains(level));
            levels.map(|level| Reading { language: *language, level: *level })
        })
    }

    /// The short texts in a language and at a level of this page.
    pub fn words(&self, reading: Reading) -> &Words {
        nearest(&self.words, reading)
    }

    /// The words of the sheet in every language and at every level of this page, as far as the staff's programs draw them.
    pub fn sheet_words(&self) -> Vec<(Reading, Words)> {
        self.words.iter().map(|(reading, words)| (*reading, words.only(&DRAWN))).collect()
    }

    /// The same, as far as the patients' program draws them: without the names of languages that nobody can choose, and in a language
    /// that is on the sheet only, those of the sheet. Without a register there is no sheet.
    pub fn patients_words(&self) -> Vec<(Reading, Words)> {
        let offered = if self.register.is_some() { self.sheet_languages() } else { self.page_languages() };
        let unnamed = Language::ALL.into_iter().filter(|language| !offered.contains(language));
        let unnamed: Vec<Word> = unnamed.map(language_word).collect();
        let drawn =
            |language| if self.page_languages().contains(&language) { &DRAWN[..] } else { &DRAWN[..2] };
        let words = self.words.iter().filter(|(reading, _)| offered.contains(&reading.language));
        words
            .map(|(reading, words)| (*reading, words.only(drawn(reading.language)).without(&unnamed)))
            .collect()
    }

    /// The languages of the page, and French.
    fn page_languages(&self) -> Vec<Language> {
        let french = (!self.languages.contains(&Language::Fr)).then_some(Language::Fr);
        self.languages.iter().copied().chain(french).collect()
    }

    /// A text of the sheet as far as this page offers it: what a program loads carries no language that nobody can choose.
    pub fn offered(&self, text: &Localised) -> Localised {
        let mut text = text.clone();
        text.keep(&self.sheet_languages(), &self.levels);
        text
    }

    /// A text of the page as far as it offers it: a language that is on the sheet only has the titles and the questions there.
    pub fn offered_on_page(&self, text: &Localised) -> Localised {
        let mut text = text.clone();
        text.keep(&self.page_languages(), &self.levels);
        text
    }

    /// How to reach everyone, as far as this page offers it.
    pub fn contacts_offered(&self, contacts: &Contacts) -> Contacts {
        let text = |text: &Option<Localised>| text.as_ref().map(|text| self.offered(text));
        let one = |contact: &Option<Contact>| {
            contact.as_ref().map(|contact| Contact {
                name: text(&contact.name),
                place: text(&contact.place),
                hours: text(&contact.hours),
                ..contact.clone()
            })
        };
        Contacts {
            desk: one(&contacts.desk),
            dpo: one(&contacts.dpo),
            users_commission: one(&contacts.users_commission),
        }
    }

    /// Everything that this page lets a patient say, with its words; `None` without a register.
    pub fn questionnaire(&self) -> Option<Questionnaire> {
        let register = self.register.as_ref()?;
        let text = |text: &Localised| LocalisedJson(self.offered(text));
        let told =
            |one: &Option<Localised>| one.as_ref().map(|text| LocalisedJson(self.offered_on_page(text)));
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
                page: register.site.page.as_ref().map(ToString::to_string),
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
    fn marks_of(&self, at: usize) -> Sorted<String, String> {
        let of_reading = |(reading, digests): &(Reading, Vec<u64>)| {
            digests.get(at).map(|digest| (reading.texts(), format!("{digest:016x}")))
        };
        self.digests.iter().filter_map(of_reading).collect()
    }

    /// A short text in every language and at every level.
    fn word_of(&self, word: Word) -> LocalisedJson {
        let mut text = Localised::default();
        for (reading, words) in &self.words {
            text.set(reading.language, reading.level, words.get(word));
        }
        LocalisedJson(text)
    }
}

/// The languages of a page and those that are on every sheet.
fn sheets(pages: &[Language]) -> Vec<Language> {
    let offered =
        |language: &Language| pages.contains(language) || Language::ON_EVERY_SHEET.contains(language);
    Language::ALL.into_iter().filter(offered).collect()
}
