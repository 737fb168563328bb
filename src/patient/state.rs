//! One patient's passage: language, reading level, answers. It lives in memory and nowhere else.
//!
//! A [`Visit`] changes only through [`Event`]s, so that every way into it (a tap, an answer ticked before the program
//! had started, a switch of language) obeys the same rules. This module must not know the browser.

use crate::choices::{Answer, Answers, AskedId, Id, QuestionId, ToAsk};
use crate::content::{Date, Language, Level, Reading};
use crate::record::{Behalf, Changes, Code, Fingerprint};

/// What one patient sees and has said.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The language and the level of the page.
    pub reading: Reading,
    /// The level that the patient wants: a language that is not written at it is read at another, and the next one at it again.
    pub wants: Level,
    /// What the patient has said.
    pub answers: Answers,
    /// For whom the patient answers, if they said so.
    pub behalf: Option<Behalf>,
    /// The language of the sheet, if the patient wants another than that of the page.
    pub sheet_language: Option<Language>,
    /// What is kept on this device, as far as the patient has been told.
    pub keeping: Keeping,
    /// What has changed since the answers were given that were taken up again. It stays in sight as long as they are kept.
    pub since: Option<Box<Changes>>,
    /// Whether the code of the answers is shown. Only an explicit press shows it.
    pub shows_code: bool,
    /// What the link names with which the page was opened. It is shown, and is part of nothing that the patient says.
    pub named: Named,
}

/// What a link names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The uses of one visit, in the order of the page.
    pub uses: Vec<Id>,
    /// How much it names that this page does not recognise.
    pub unknown: usize,
    /// Whether a part of it could not be read: it was cut off or changed on its way.
    pub unread: bool,
}

/// What is kept on this device. Nothing is, unless the patient has pressed for it.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Keeping {
    /// Nothing, or nothing that the patient has asked about.
    #[default]
    Nothing,
    /// Answers from another day were found. They are not shown before the patient asks for them.
    Found(Option<Date>),
    /// Something was found that cannot be read.
    Unread,
    /// Answers that another window has kept since this one last wrote, or took up what lay there. What is said in this window is not
    /// kept in their place.
    Meanwhile(Option<Date>),
    /// The answers are kept, as they were on this day: those of this visit, or those that were taken up.
    Kept(Option<Date>),
    /// What is kept was to be removed, and still lies there.
    NotRemoved,
    /// The device refuses to keep anything. With `true`, what it kept before is still there.
    Refused(bool),
}

impl Keeping {
    /// Whether something lies on the device that the patient has neither taken up nor removed. Nothing is kept in its place.
    pub fn is_found(&self) -> bool {
        matches!(self, Keeping::Found(_) | Keeping::Meanwhile(_) | Keeping::Unread | Keeping::NotRemoved)
    }
}

/// What can happen during a visit.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The patient reads another language, at the same level if it is written at it.
    Read(Language),
    /// The patient reads at another level, in the same language.
    ReadAt(Level),
    /// The patient answers, changes an answer or (`None`) takes it back.
    Answer(QuestionId, Option<Answer>),
    /// The patient asks for something, or takes that back.
    Ask(AskedId, bool),
    /// The patient picks a question to ask, or puts it back.
    Pick(ToAsk, bool),
    /// The patient says for whom they answer.
    AnswerFor(Behalf),
    /// The patient wants the sheet in a language.
    SheetIn(Language),
    /// Something was kept, found or removed on this device.
    Keeping(Keeping),
    /// Answers that are kept since this day are taken up again; this is what has changed since.
    TakeUp(Option<Date>, Box<Changes>),
    /// The patient has the code of the answers shown, or taken away.
    ShowCode(bool),
    /// The page was opened with a link, which names something.
    Open(Named),
    /// The patient erases everything said, and what a link named. Language and level stay: they are how one reads, not what one said.
    Erase,
}

impl Event {
    /// Whether the patient says something with it, so that a patient who keeps their answers wants it kept. A switch of language
    /// or level is said too: a record says in which language somebody last read (rule 92), and what is kept is the same record.
    ///
    /// Every event is decided here by name: a new one is not kept on anybody's device before somebody has thought of it.
    pub fn says(&self) -> bool {
        match self {
            Event::Read(_)
            | Event::ReadAt(_)
            | Event::Answer(..)
            | Event::Ask(..)
            | Event::Pick(..)
            | Event::AnswerFor(_)
            | Event::SheetIn(_) => true,
            Event::Keeping(_) | Event::TakeUp(..) | Event::ShowCode(_) | Event::Open(_) | Event::Erase => {
                false
            }
        }
    }
}

impl Event {
    /// Whether the patient reads another document after it.
    pub fn is_of_reading(&self) -> bool {
        matches!(self, Event::Read(_) | Event::ReadAt(_))
    }
}

impl Visit {
    /// A visit that has just begun.
    pub fn begin(language: Language) -> Visit {
        Visit {
            reading: Reading::clear(language),
            wants: Level::Clear,
            answers: Answers::default(),
            behalf: None,
            sheet_language: None,
            keeping: Keeping::Nothing,
            since: None,
            shows_code: false,
            named: Named::default(),
        }
    }

    /// Lets something happen.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Read(language) => self.read(language, self.wants),
            Event::ReadAt(level) => self.read(self.reading.language, level),
            Event::Answer(question, answer) => self.answers.answer(question, answer),
            Event::Ask(asked, wanted) => self.answers.ask(asked, wanted),
            Event::Pick(to_ask, wanted) => self.answers.pick(to_ask, wanted),
            Event::AnswerFor(behalf) => self.behalf = Some(behalf),
            Event::SheetIn(language) => self.sheet_language = Some(language),
            Event::Keeping(keeping) => self.keep(keeping),
            Event::TakeUp(day, changes) => self.take_up(day, changes),
            Event::ShowCode(shows) => self.shows_code = shows,
            Event::Open(named) => self.named = named,
            Event::Erase => {
                let (reading, wants) = (self.reading, self.wants);
                *self = Visit { reading, wants, ..Visit::begin(reading.language) };
            }
        }
    }

    fn read(&mut self, language: Language, level: Level) {
        self.wants = level;
        self.reading = Reading { language, level }.that_exists();
    }

    /// What a code of this visit says.
    pub fn code(&self, fingerprint: Fingerprint, day: Option<Date>) -> Code {
        Code {
            fingerprint: fingerprint.begin(),
            day,
            reading: self.reading,
            sheet_language: self.sheet_language(),
            behalf: self.behalf,
            answers: self.answers.clone(),
        }
    }

    /// The language of the sheet.
    pub fn sheet_language(&self) -> Language {
        self.sheet_language.unwrap_or(self.reading.language)
    }

    /// Whether the patient has said anything, as far as it would be kept.
    pub fn has_said(&self) -> bool {
        !self.answers.is_empty() || self.behalf.is_some() || self.sheet_language.is_some()
    }

    /// Whether the patient has pressed to keep their answers, or to take them up again, and so wants to find the last ones.
    pub fn keeps(&self) -> bool {
        matches!(self.keeping, Keeping::Kept(_) | Keeping::Refused(true))
    }

    fn keep(&mut self, keeping: Keeping) {
        self.keeping = keeping;
        if !self.keeps() {
            self.since = None;
        }
    }

    /// Answers that are taken up again take the place of none given since.
    fn take_up(&mut self, day: Option<Date>, changes: Box<Changes>) {
        self.answers.take_up(&changes.carried);
        self.behalf = self.behalf.or(changes.behalf);
        self.sheet_language = self.sheet_language.or(changes.sheet_language);
        self.keeping = Keeping::Kept(day);
        self.since = Some(changes);
    }
}
