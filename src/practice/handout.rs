//! What is made for one patient: the link, its QR code, the message, the line for the patient's file.
//!
//! A link without uses says nothing of the patient and is what is made first; naming uses is what the professional does by
//! ticking them, and is told what that means (rule 94).

use super::{Choice, Handed, Place, PracticeFile};
use crate::content::{Date, HandoutWord, Language, Level, PracticeWord, Reading};
use crate::record::{Qr, language_word};
use crate::share::{Link, PageAddress, TooMany};

/// What is made for one patient.
#[derive(Debug, Clone, PartialEq)]
pub struct Handout {
    /// The whole address with the link.
    pub link: Result<String, NoLink>,
    /// Whether the link names uses.
    pub names: bool,
    /// More uses are ticked than one link can name: it names none.
    pub too_many: Option<TooMany>,
    /// The address as a QR code, if it is short enough for one that every telephone reads (rule 97).
    pub qr: Option<Qr>,
    /// The text to paste into a message, in the patient's language. Nothing about health beside the general sentence.
    pub message: Option<String>,
    /// The line for the patient's file, French.
    pub line: String,
}

/// Why there is no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLink {
    /// The register does not say where the page lies, and this page does not lie beside it.
    NoAddress,
}

impl Handout {
    /// The most characters of a QR code (rule 97): at level M they take version 5.
    pub const LONGEST_QR: usize = 80;

    /// Makes everything. `here` is the address of the patients' page beside this one.
    pub fn of(
        file: &PracticeFile,
        place: &Place,
        choice: &Choice,
        here: &PageAddress,
        today: Option<Date>,
    ) -> Handout {
        let named = if choice.leaves_out { &[] } else { choice.uses.as_slice() };
        let all = place.uses.iter().map(|one| &one.id);
        let Reading { language, level } = choice.reading();
        let naming = Link::to(language, level, named, all);
        let too_many = naming.as_ref().err().copied();
        let generic = Link { language: Some(language), level: Some(level), ..Link::default() };
        let link = naming.unwrap_or(generic);
        let names = !link.uses.is_empty();
        let address = place.address(here).map(|page| page.with(&link)).ok_or(NoLink::NoAddress);
        let short = |address: &&String| address.chars().count() <= Handout::LONGEST_QR;
        let qr = address.as_ref().ok().filter(short).and_then(|address| Qr::of(address));
        Handout {
            qr,
            message: address.as_ref().ok().map(|address| message(file, place, choice.language, address)),
            line: line(file, place, choice, names, today),
            link: address,
            names,
            too_many,
        }
    }
}

fn message(file: &PracticeFile, place: &Place, language: Language, address: &str) -> String {
    let word = |word| file.handout.get(language, word);
    let (hello, lead, silence) =
        (word(HandoutWord::Hello), word(HandoutWord::Lead), word(HandoutWord::Silence));
    let name = Place::text(&place.name, language);
    format!("{hello}\n\n{lead}\n{address}\n\n{silence}\n\n{name}")
}

fn line(file: &PracticeFile, place: &Place, choice: &Choice, names: bool, today: Option<Date>) -> String {
    let words = &file.words;
    let french = file.of(Language::Fr);
    let level = words.get(match choice.reading().level {
        Level::Clear => PracticeWord::LevelClear,
        Level::Simple => PracticeWord::LevelSimple,
    });
    let version = place.fingerprint.map_or(place.version.clone(), |fingerprint| {
        let args = [("version", place.version.as_str()), ("fingerprint", &fingerprint.short())];
        words.fill(PracticeWord::LineVersion, &args)
    });
    let given = words.fill(
        PracticeWord::LineText,
        &[
            ("date", &today.map(|today| french.date(today)).unwrap_or_default()),
            ("site", Place::text(&place.name, Language::Fr)),
            ("version", &version),
            ("language", french.get(language_word(choice.language))),
            ("level", &level.to_lowercase()),
        ],
    );
    let titles: Vec<&str> = place
        .uses
        .iter()
        .filter(|one| choice.uses.contains(&one.id))
        .map(|one| Place::text(&one.title, Language::Fr))
        .collect();
    let uses = if titles.is_empty() {
        words.get(PracticeWord::LineNoUses).to_owned()
    } else {
        let uses = words.fill(PracticeWord::LineUses, &[("uses", &titles.join("\u{a0}; "))]);
        // What the patient was given says less than this line.
        let general = words.get(PracticeWord::LineLinkGeneral);
        if names { uses } else { format!("{uses} {general}") }
    };
    let handed: Vec<&str> = choice
        .handed
        .iter()
        .map(|handed| match handed {
            Handed::Slip => PracticeWord::HandedSlip,
            Handed::Link => PracticeWord::HandedLink,
            Handed::Message => PracticeWord::HandedMessage,
        })
        .map(|word| words.get(word))
        .collect();
    let handed = if handed.is_empty() {
        words.get(PracticeWord::LineNotHanded).to_owned()
    } else {
        words.fill(PracticeWord::LineHanded, &[("what", &handed.join(", "))])
    };
    [given, uses, handed, words.get(PracticeWord::LineNotAgreement).to_owned()].join(" ")
}
