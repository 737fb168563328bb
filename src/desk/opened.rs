//! A record that lies open on the desk, and what to be careful about. The desk's page and the native program open records here,
//! so that both believe and say the same.

use crate::choices::{Answer, Regime};
use crate::content::{Date, DeskWord, DeskWords, Language, Level, Word, Words};
use crate::record::{
    Change, ChangeKind, Changes, Code, CodeProblem, FileProblem, LocalisedJson, Questionnaire, Record,
    Wording,
};
use crate::share::PageAddress;
use std::fmt;

/// A record, and what is known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// What the patient said.
    pub record: Record,
    /// What to be careful about.
    pub warnings: Vec<Warning>,
    /// What is not as it was, if the record is about a former text of this place.
    pub changes: Option<Changes>,
    /// The day on which it was read back with the patient.
    pub read_back: Option<Date>,
    /// Why it could not be read back on the day on which someone last said so.
    pub not_that_day: Option<NotThatDay>,
    /// The address of the page of its place, below which the codes of exports are explained, if this desk is that place's.
    pub address: Option<PageAddress>,
}

/// Something to be careful about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Made with an invented register.
    Example,
    /// Said to another place: its name.
    OtherSite(String),
    /// About a former text: its version.
    Old(String),
    /// Its day has not come yet.
    Future,
    /// A file that does not say what the text says to which it belongs: where. The record is that of the text.
    Altered(Vec<String>),
    /// A file about a text that is not known here: its words could not be checked.
    UnknownText,
    /// It came as a file, which anyone can have changed.
    File,
}

/// Why a record cannot have been read back on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotThatDay {
    /// It is of a later day: this one.
    Before(Date),
    /// That day has not come yet.
    ToCome,
    /// Nobody knows which day it is: the clock is wrong.
    Unknown,
}

impl Opened {
    /// Opens a code with one of the texts known here, the present one first.
    ///
    /// # Errors
    /// [`CodeProblem`].
    pub fn of_code(
        text: &str,
        questionnaires: &[Questionnaire],
        today: Option<Date>,
    ) -> Result<Opened, CodeProblem> {
        let (code, questionnaire) = Code::read_with(text, questionnaires)?;
        Ok(Opened::new(Record::of(questionnaire, &code), questionnaires.first(), today))
    }

    /// Opens a file. If its text is among those known here, the words are those of the text, and only what was said is the
    /// file's. `words` are how answers are worded, for a text that is not known.
    ///
    /// # Errors
    /// [`FileProblem`].
    pub fn of_file(
        bytes: &[u8],
        questionnaires: &[Questionnaire],
        words: &[(Regime, Answer, LocalisedJson)],
        today: Option<Date>,
    ) -> Result<Opened, FileProblem> {
        let claimed = Record::from_bytes(bytes)?;
        let (record, warning) = match questionnaires
            .iter()
            .find(|questionnaire| questionnaire.fingerprint == claimed.fingerprint)
        {
            Some(questionnaire) => {
                let reworded = claimed.reworded(questionnaire)?;
                let differs: Vec<String> =
                    claimed.differences(&reworded).iter().map(|title| title.french().to_owned()).collect();
                (reworded, (!differs.is_empty()).then_some(Warning::Altered(differs)))
            }
            None => {
                claimed.check_words(words)?;
                (claimed, Some(Warning::UnknownText))
            }
        };
        let mut opened = Opened::new(record, questionnaires.first(), today);
        opened.warnings.extend(warning.into_iter().chain([Warning::File]));
        Ok(opened)
    }

    /// Opens a record. `here` is what the place says now, if it is known.
    fn new(record: Record, here: Option<&Questionnaire>, today: Option<Date>) -> Opened {
        let here_too = here.filter(|here| record.site.id == here.site.id);
        let old = here_too.filter(|here| record.fingerprint != here.fingerprint);
        let mut warnings = Vec::new();
        if record.example {
            warnings.push(Warning::Example);
        }
        if here.is_some() && here_too.is_none() {
            warnings.push(Warning::OtherSite(record.site.name.french().to_owned()));
        }
        if old.is_some() {
            warnings.push(Warning::Old(record.notice_version.clone()));
        }
        if record.day.zip(today).is_some_and(|(day, today)| today.is_before(day)) {
            warnings.push(Warning::Future);
        }
        let changes = old.map(|here| Changes::since(&record, here));
        let address = here_too.and_then(|here| PageAddress::parse(here.site.page.as_deref()?).ok());
        Opened { record, warnings, changes, read_back: None, not_that_day: None, address }
    }

    /// What has changed since: what it is about, and what has become of it, in these French words.
    pub fn changed(&self, words: &Words) -> Vec<(String, String)> {
        let one = |change: &Change| {
            let title = change.title.pick(Language::Fr, Level::Clear).map(|shown| shown.text.to_owned());
            let what = words.get(match change.what {
                ChangeKind::New => Word::ChangeNew,
                ChangeKind::Changed => Word::ChangeChanged,
                ChangeKind::Gone => Word::ChangeGone,
            });
            let before: Vec<&str> = change.before.iter().map(Wording::french).collect();
            let before =
                if before.is_empty() { String::new() } else { format!(" – {}", before.join(" ; ")) };
            (title.unwrap_or_else(|| words.get(Word::AiInGeneral).to_owned()), what.to_owned() + &before)
        };
        self.changes.iter().flat_map(|changes| &changes.items).map(one).collect()
    }

    /// Someone says on which day they have read it back with the patient; `None` where nobody knows which day it is. If it
    /// cannot be, it is not read back, whatever was said before.
    ///
    /// # Errors
    /// [`NotThatDay`].
    pub fn read_back_on(&mut self, day: Option<Date>, today: Option<Date>) -> Result<(), NotThatDay> {
        let can_be = self.can_be_read_back_on(day, today);
        self.read_back = can_be.ok();
        self.not_that_day = can_be.err();
        can_be.map(|_| ())
    }

    /// Someone takes back that they have read it back.
    pub fn not_read_back(&mut self) {
        (self.read_back, self.not_that_day) = (None, None);
    }

    fn can_be_read_back_on(&self, day: Option<Date>, today: Option<Date>) -> Result<Date, NotThatDay> {
        let day = day.ok_or(NotThatDay::Unknown)?;
        if let Some(said) = self.record.day.filter(|said| day.is_before(*said)) {
            return Err(NotThatDay::Before(said));
        }
        if today.is_some_and(|today| today.is_before(day)) {
            return Err(NotThatDay::ToCome);
        }
        Ok(day)
    }
}

impl Warning {
    /// In a sentence.
    pub fn told(&self, words: &DeskWords) -> String {
        match self {
            Warning::Example => words.get(DeskWord::WarningExample).to_owned(),
            Warning::OtherSite(site) => words.fill(DeskWord::WarningOtherSite, &[("site", site)]),
            Warning::Old(version) => words.fill(DeskWord::WarningOld, &[("version", version)]),
            Warning::Future => words.get(DeskWord::WarningFuture).to_owned(),
            Warning::Altered(what) => {
                words.fill(DeskWord::WarningAltered, &[("what", &what.join("\u{a0}; "))])
            }
            Warning::UnknownText => words.get(DeskWord::WarningUnknownText).to_owned(),
            Warning::File => words.get(DeskWord::WarningFile).to_owned(),
        }
    }
}

impl fmt::Display for NotThatDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotThatDay::Before(day) => write!(f, "the patient answered on {day}, later than that"),
            NotThatDay::ToCome => write!(f, "that day has not come yet"),
            NotThatDay::Unknown => write!(f, "nobody knows which day it is"),
        }
    }
}
