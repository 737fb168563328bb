//! What is wrong with, or missing from, a register file: one kind for each reason, with what was found.
//!
//! English and French are two tellings of a kind: the English stands here, the French in `content/fr/editor.toml`, and
//! `src/editor/message.rs` leads from one kind to one text there.

use super::expected::Expected;
use super::fact::Fact;
use super::found::Found;
use super::path::Path;
use crate::choices::{Id, Regime};
use crate::content::{Date, Language};
use crate::share::AddressProblem;

/// What a problem means for patients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The register cannot be shown as it is.
    Error,
    /// A fact is not told. Patients read "not told by the hospital" there; staff find it in this list.
    Gap,
}

/// What is wrong, or not told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The text is no JSON, or is cut off.
    NotJson {
        /// The line where reading ended, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// Why, in the parser's English.
        why: String,
    },
    /// Another kind of value belongs there; or any value, where nothing stands.
    Value {
        /// What belongs there.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// A text with a character that paper and other software lose or cannot show.
    Character {
        /// The character.
        one: char,
        /// Its place in the text, from 1.
        at: usize,
    },
    /// A text that no place on a page or a poster has room for.
    TooLong {
        /// The most characters.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// A list that no page and no form can show.
    TooMany {
        /// The most elements.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// What cannot be dialled; as much of it as fits into a message.
    Phone(String),
    /// A key that the format does not have; these are the ones it has there.
    UnknownKey(&'static [&'static str]),
    /// A key that stands twice in one object.
    KeyTwice,
    /// A text in a language that Éclaire does not know.
    UnknownLanguage(String),
    /// A text that stands twice in one language.
    LanguageTwice,
    /// Another version of the format than 1.
    Version(u32),
    /// A language that is offered twice.
    OfferedTwice(Language),
    /// The language shown first is none of those offered.
    NotOffered(Language),
    /// The address of the page cannot be put into links and codes.
    Page {
        /// Why.
        why: AddressProblem,
        /// As much of the address as fits into a message.
        address: String,
    },
    /// The address of the list of projects is none; as much of it as fits into a message.
    ProjectsAddress(String),
    /// The next review is before the last.
    ReviewBefore {
        /// The last review.
        last: Date,
        /// The next one.
        next: Date,
    },
    /// A contact whom nobody can reach.
    Unreachable,
    /// Two uses or reuses have one name.
    NameTwice {
        /// The name.
        id: Id,
        /// Which has it already.
        first: Path,
    },
    /// The catalogue has no such entry.
    NotInCatalogue {
        /// What was named.
        id: Id,
        /// What there is.
        known: Vec<String>,
    },
    /// A moment of care of this name is there already.
    MomentTwice(Id),
    /// A use names a moment of care that neither the content nor the register has.
    NoSuchMoment {
        /// What was named.
        id: Id,
        /// What there is.
        known: Vec<String>,
    },
    /// A use without a place in care.
    NoStage,
    /// No title, here or in the catalogue.
    NoTitle,
    /// Nothing says who does what, here or in the catalogue.
    NoSentence,
    /// No sentence that says who does what; as much of it as fits into a message.
    NotASentence(String),
    /// Nothing says what kind of say the patient has, here or in the catalogue.
    NoRegime,
    /// Less say than the law gives.
    LessSay {
        /// What the law gives.
        least: Regime,
        /// What the register gives.
        found: Regime,
    },
    /// A request where there is nothing to ask for.
    RequestUnderInform,
    /// Nothing to ask for where one may ask.
    NoRequest,
    /// A question under a regime that has none.
    QuestionUnder(Regime),
    /// No question under a regime that needs one.
    NoQuestion(Regime),
    /// Two questions of one use or reuse have one name.
    QuestionTwice(Id),
    /// A question that does not say what it is about, here or in the catalogue.
    NoQuestionText,
    /// Nothing says what happens without the agreement that is asked for.
    NothingAfterNo,
    /// Nobody takes an objection.
    NobodyForObjection,
    /// Whoever takes the answer has no contact in this register.
    NoContact,
    /// A CE class or date for what is no medical device.
    ClassOfNoDevice,
    /// No class of a CE marking; as it stands there.
    UnknownClass(String),
    /// Neither of 100 nor of 1000 people.
    People(u32),
    /// The four groups of people are not all people.
    Sum {
        /// How many people there are.
        of: u32,
        /// How many are in the groups.
        sum: u64,
    },
    /// A text that is missing in a language that is offered.
    UntoldIn(Language),
    /// A fact that is not told.
    Untold(Fact),
}

/// What stands there if the place has nothing of its own, and the catalogue has nothing for it.
const NOWHERE: &str = "nothing, here or in the catalogue";

impl ProblemKind {
    /// What it means for patients.
    pub fn severity(&self) -> Severity {
        match self {
            ProblemKind::Untold(_) | ProblemKind::UntoldIn(_) => Severity::Gap,
            _ => Severity::Error,
        }
    }

    /// What should stand there, in English.
    pub fn expected(&self) -> String {
        self.english().0
    }

    /// What stands there, in English.
    pub fn found(&self) -> String {
        self.english().1
    }

    /// What should stand there, and what does.
    fn english(&self) -> (String, String) {
        let told = |expected: &str, found: &str| (expected.to_owned(), found.to_owned());
        let quoted = |text: &str| format!("\"{text}\"");
        match self {
            ProblemKind::NotJson { why, .. } => told("JSON", why),
            ProblemKind::Value { expected, found } => (expected.to_string(), found.to_string()),
            ProblemKind::Character { one, at } => (
                "only characters that paper and other software can carry".to_owned(),
                format!("U+{:04X} ({at})", u32::from(*one)),
            ),
            ProblemKind::TooLong { most, found } => {
                (format!("at most {most} characters"), format!("{found} characters"))
            }
            ProblemKind::TooMany { most, found } => {
                (format!("at most {most} in one list"), found.to_string())
            }
            ProblemKind::Phone(text) => (
                "a telephone number: two digits or more, letters, blanks and + - . ( ) / , and no other sign"
                    .to_owned(),
                quoted(text),
            ),
            ProblemKind::UnknownKey(known) => {
                (format!("one of the keys {}", known.join(", ")), "an unknown key".to_owned())
            }
            ProblemKind::KeyTwice => told("each key once", "the same key again"),
            ProblemKind::UnknownLanguage(code) => {
                (format!("one of: {}", Language::ALL.map(Language::code).join(", ")), quoted(code))
            }
            ProblemKind::LanguageTwice => told("each language once", "the same language again"),
            ProblemKind::Version(version) => ("1, the only version there is".to_owned(), version.to_string()),
            ProblemKind::OfferedTwice(language) => {
                ("each language once".to_owned(), format!("\"{}\" again", language.code()))
            }
            ProblemKind::NotOffered(language) => {
                ("one of the languages offered".to_owned(), quoted(language.code()))
            }
            ProblemKind::Page { why, address } => page(*why, address),
            ProblemKind::ProjectsAddress(address) => told(
                "an address that begins with https:// and names a host, without a blank or a /../",
                address,
            ),
            ProblemKind::ReviewBefore { last, next } => (format!("a date after {last}"), next.to_string()),
            ProblemKind::Unreachable => {
                told("at least one of phone, email, address, place", "no way to reach anyone")
            }
            ProblemKind::NameTwice { id, first } => {
                (format!("a name that no other use or reuse has ({first} has it)"), format!("\"{id}\" again"))
            }
            ProblemKind::NotInCatalogue { id, known } => {
                (format!("an entry of the catalogue ({})", known.join(", ")), quoted(id.as_str()))
            }
            ProblemKind::MomentTwice(id) => {
                ("a name that no other moment of care has".to_owned(), format!("\"{id}\" again"))
            }
            ProblemKind::NoSuchMoment { id, known } => {
                (format!("a moment of care ({})", known.join(", ")), quoted(id.as_str()))
            }
            ProblemKind::NoStage => told("at least one stage", "none"),
            ProblemKind::NoTitle => told("a title", NOWHERE),
            ProblemKind::NoSentence => told("a sentence that says who does what", NOWHERE),
            ProblemKind::NotASentence(text) => (
                "a sentence of at least four words that says who does what, with a verb and a full stop"
                    .to_owned(),
                quoted(text),
            ),
            ProblemKind::NoRegime => told("inform, request, object or agree", "nothing"),
            ProblemKind::LessSay { least, found } => (
                format!("\"{}\" or more say: the law gives it here (see the catalogue)", least.code()),
                quoted(found.code()),
            ),
            ProblemKind::RequestUnderInform => {
                told("no request under \"inform\"; take \"request\"", "a request")
            }
            ProblemKind::NoRequest => told("at least one request under \"request\"", "none"),
            ProblemKind::QuestionUnder(regime) => (
                format!("no question under \"{}\"; only \"object\" and \"agree\" have them", regime.code()),
                "a question".to_owned(),
            ),
            ProblemKind::NoQuestion(regime) => {
                (format!("at least one question under \"{}\"", regime.code()), "none".to_owned())
            }
            ProblemKind::QuestionTwice(id) => ("each question once".to_owned(), format!("\"{id}\" again")),
            ProblemKind::NoQuestionText => told("what the question is about", NOWHERE),
            ProblemKind::NothingAfterNo => {
                told("what happens after a no, obligatory under \"agree\"", "nothing")
            }
            ProblemKind::NobodyForObjection => told(
                "who takes the objection (care_team, desk or dpo), obligatory under \"object\"",
                "nothing",
            ),
            ProblemKind::NoContact => told("someone whom site.contacts tells how to reach", "no contact"),
            ProblemKind::ClassOfNoDevice => {
                told("no CE class for what is not a medical device", "a CE class")
            }
            ProblemKind::UnknownClass(class) => ("I, IIa, IIb or III".to_owned(), quoted(class)),
            ProblemKind::People(of) => ("100 or 1000 people".to_owned(), of.to_string()),
            ProblemKind::Sum { of, sum } => {
                (format!("found + missed + false_alarms + left_alone = {of}"), sum.to_string())
            }
            ProblemKind::UntoldIn(language) => {
                (format!("this text in {}", language.own_name()), Found::Nothing.to_string())
            }
            ProblemKind::Untold(fact) => (fact.to_string(), Found::Nothing.to_string()),
        }
    }
}

/// What an address should be, and what it is.
fn page(why: AddressProblem, address: &str) -> (String, String) {
    let (expected, found) = match why {
        AddressProblem::Foreign => {
            ("an address that begins with https:// and names a host", address.to_owned())
        }
        AddressProblem::Character(one) => {
            ("an address of a to z, digits and - . _ ~ / : %", format!("'{one}'"))
        }
        AddressProblem::More => ("an address with nothing behind a ? or a #", address.to_owned()),
        AddressProblem::File => ("the address of a folder, such as https://…/ia/", address.to_owned()),
        AddressProblem::Port => ("a port from 1 to 65535 behind the host, or none", address.to_owned()),
        AddressProblem::Path => ("an address without //, /./ or /../ in its path", address.to_owned()),
        AddressProblem::Long(length) => {
            ("at most 65 characters, so that a QR code can be read", format!("{length} characters"))
        }
    };
    (expected.to_owned(), found)
}
