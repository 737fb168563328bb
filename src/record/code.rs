//! The code: a record in a few dozen characters, to be read over the telephone or from a QR code.
//!
//! It holds no words and no name: what was answered, by the place of each question in the register, with the day, the
//! language and the fingerprint of what was shown. Only someone with the same register can tell what it means. The check
//! characters at its end catch mistakes in typing. They are no signature: anyone who has the register can make a code.
//!
//! The form, in symbols of five bits: version (1), fingerprint (6), day (3), language and level (1), in version 2 the
//! language of the sheet (1), for whom and how the rest is written (1), the answers, check (2). Version 1 says that the sheet
//! was in the language of the page. Written as `EC` and groups of five, at most 60 characters.

use super::bits::{BitReader, BitWriter};
use super::keyboard::{is_of_scanner, meant};
use super::{Behalf, Fingerprint, Questionnaire, Slots};
use crate::choices::Answers;
use crate::content::{Date, Language, Level, Reading};
use std::collections::BTreeSet;
use std::fmt;

/// What a code says.
///
/// ```
/// use eclaire::record::{Questionnaire, Code, CodeProblem, Slots};
///
/// // What a site of November 2026 let patients say, and a code that was made there.
/// const BLANKS: &str =
///     include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/records/blanks-november-2026.json"));
/// let questionnaires = Questionnaire::from_json(BLANKS).unwrap();
/// let (code, questionnaire) = Code::read_with("EC-289CD-K80AC-02R80-00006-000R4-PV", &questionnaires).unwrap();
/// assert_eq!(code.write(&Slots::of_questionnaire(questionnaire)).unwrap(), "EC-289CD-K80AC-02R80-00006-000R4-PV");
/// // Typed in small letters, without dashes: the same. With two neighbours swapped: refused, not misread.
/// assert_eq!(Code::read_with("ec289cdk80ac02r8000006000r4pv", &questionnaires).unwrap().0, code);
/// let swapped = Code::read_with("EC-298CD-K80AC-02R80-00006-000R4-PV", &questionnaires);
/// assert_eq!(swapped.unwrap_err(), CodeProblem::Check);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The beginning of the fingerprint of what was shown: [`Code::FINGERPRINT_BITS`] bits.
    pub fingerprint: u32,
    /// The day, where a clock was at hand.
    pub day: Option<Date>,
    /// The language and level that were read.
    pub reading: Reading,
    /// The language of the sheet, beside French.
    pub sheet_language: Language,
    /// For whom the patient answered, if they said so.
    pub behalf: Option<Behalf>,
    /// What was said.
    pub answers: Answers,
}

/// Why a text is no code that can be read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeProblem {
    /// It does not begin like a code of Éclaire.
    Foreign,
    /// A character that stands in no code: its place among the characters that count, from 1.
    Character(usize),
    /// Typed by a scanner that is set to another keyboard than the machine, which could not be undone.
    Keyboard,
    /// Too short or too long: characters are missing, or there are too many.
    Length,
    /// The check characters do not fit: a character is wrong, or two are swapped.
    Check,
    /// It was made by a newer version of Éclaire.
    Newer(u8),
    /// It was made with another register, or another version of its texts.
    OtherRegister,
    /// Its characters are right, and say what no register can mean.
    Meaningless,
    /// Two codes that say different things.
    Several,
}

/// Why a record has no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// How many characters it would take.
    pub characters: usize,
}

/// The sheet is in the language of the page.
const VERSION: u8 = 1;
/// The sheet has a language of its own.
const WITH_PAPER: u8 = 2;
const PREFIX: &str = "EC";
/// Digits and capitals without I, L, O and U, which are mistaken for others (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP: usize = 5;
const CHECKS: usize = 2;
/// The first year of the calendar of codes.
const FIRST_YEAR: u16 = 2026;

impl Code {
    /// The most characters of a code, with its dashes.
    pub const LONGEST: usize = 60;
    /// How much of the fingerprint a code carries.
    pub const FINGERPRINT_BITS: u32 = 30;

    /// Writes it.
    ///
    /// # Errors
    /// [`TooLong`] if the register has more to answer than 60 characters hold; the sheet says everything all the same.
    pub fn write(&self, slots: &Slots) -> Result<String, TooLong> {
        let mut bits = BitWriter::default();
        let own_sheet_language = self.sheet_language != self.reading.language;
        bits.push(u32::from(if own_sheet_language { WITH_PAPER } else { VERSION }), 5);
        bits.push(self.fingerprint, Code::FINGERPRINT_BITS);
        bits.push(day_number(self.day), 15);
        bits.push(reading_number(self.reading), 5);
        if own_sheet_language {
            bits.push(language_number(self.sheet_language), 5);
        }
        let said: Vec<(usize, u32)> = slots
            .iter()
            .enumerate()
            .map(|(slot, one)| (slot, one.value(&self.answers)))
            .filter(|(_, value)| *value != 0)
            .collect();
        let every: u32 = slots.iter().map(|one| one.bits()).sum();
        // An entry of the list is a slot and what was said there. Slots from 1023 on cannot be listed: then the form with
        // all slots is used, and is too long.
        let listed = said.len() as u32 * LISTED < every && said.iter().all(|(slot, _)| *slot < LISTED_SLOTS);
        let behalf = self.behalf.map_or(0, |one| one as u32 + 1);
        bits.push(behalf << 3 | u32::from(listed), 5);
        if listed {
            for (slot, value) in said {
                bits.push((slot as u32 + 1) << 2 | value, LISTED);
            }
        } else {
            slots.iter().for_each(|one| bits.push(one.value(&self.answers), one.bits()));
        }
        let mut symbols = bits.symbols();
        add_checks(&mut symbols);
        let letters: String =
            symbols.iter().map(|symbol| char::from(ALPHABET[usize::from(*symbol)])).collect();
        let mut text = String::from(PREFIX);
        for group in letters.as_bytes().chunks(GROUP) {
            text.push('-');
            text.extend(group.iter().map(|letter| char::from(*letter)));
        }
        match text.len() {
            length if length <= Code::LONGEST => Ok(text),
            characters => Err(TooLong { characters }),
        }
    }

    /// Reads a code made with one of these questionnaires, and says with which.
    ///
    /// # Errors
    /// [`CodeProblem`]; [`CodeProblem::OtherRegister`] if it was made with none of them.
    pub fn read_with<'a>(
        text: &str,
        questionnaires: &'a [Questionnaire],
    ) -> Result<(Code, &'a Questionnaire), CodeProblem> {
        let mut other = CodeProblem::OtherRegister;
        for questionnaire in questionnaires {
            match Code::read(text, &Slots::of_questionnaire(questionnaire), questionnaire.fingerprint) {
                Ok(code) => return Ok((code, questionnaire)),
                // What is wrong with the code is said before that it belongs elsewhere.
                Err(CodeProblem::OtherRegister) => {}
                Err(problem) => other = problem,
            }
        }
        Err(other)
    }

    /// Reads a code made with the register of these slots. Small letters, spaces, missing or misplaced dashes of any kind, and the
    /// letters that look like others (O for 0, I and L for 1) do no harm; nor does what a scanner sends before and after a code, nor
    /// one that sends it twice, nor one that is set to another keyboard than the machine.
    ///
    /// # Errors
    /// [`CodeProblem`]; what was typed is not changed by it.
    pub fn read(text: &str, slots: &Slots, fingerprint: Fingerprint) -> Result<Code, CodeProblem> {
        let read = |text: &str| Code::read_alone(text, slots, fingerprint);
        let problem = match read(text) {
            Err(problem) => problem,
            right => return right,
        };
        let within: Vec<Result<Code, CodeProblem>> = carried(text).iter().map(|one| read(one)).collect();
        if let Some(sure) = only(&within) {
            return sure;
        }
        // What begins like a code was written by the right keys: a mistake in it is not guessed at.
        let begins = text.to_ascii_uppercase().contains("EC-") || problem == CodeProblem::Check;
        if !begins && text.len() <= MOST_GUESSED {
            let guessed: BTreeSet<String> = meant(text).flat_map(|text| carried(&text)).collect();
            let guessed: Vec<Result<Code, CodeProblem>> = guessed.iter().map(|one| read(one)).collect();
            if let Some(sure) = only(&guessed) {
                return sure;
            }
            // Right check characters, and yet no code of this register: it is told why.
            let why = guessed.iter().find(|read| {
                !matches!(read, Err(CodeProblem::Check | CodeProblem::Character(_) | CodeProblem::Length))
            });
            if within.is_empty()
                && let Some(why) = why
            {
                return why.clone();
            }
            if within.is_empty() && (!guessed.is_empty() || is_of_scanner(text, separates)) {
                return Err(CodeProblem::Keyboard);
            }
        }
        within.into_iter().next().unwrap_or(Err(problem))
    }

    /// Reads a code that stands alone.
    fn read_alone(text: &str, slots: &Slots, fingerprint: Fingerprint) -> Result<Code, CodeProblem> {
        let symbols = symbols_of(text)?;
        // Version, fingerprint, day, language, form and checks are always there.
        if symbols.len() < 12 + CHECKS {
            return Err(CodeProblem::Length);
        }
        if syndromes(&symbols) != [0; CHECKS] {
            return Err(CodeProblem::Check);
        }
        let mut bits = BitReader::new(&symbols[..symbols.len() - CHECKS]);
        let mut next = |count| bits.take(count).ok_or(CodeProblem::Length);
        let version = next(5)? as u8;
        if !matches!(version, VERSION | WITH_PAPER) {
            return Err(CodeProblem::Newer(version));
        }
        let (found, expected) = (next(Code::FINGERPRINT_BITS)?, fingerprint.begin());
        let day = day_of(next(15)?)?;
        let reading = reading_of(next(5)?)?;
        let sheet_language = if version == WITH_PAPER { language_of(next(5)?)? } else { reading.language };
        let form = next(5)?;
        let behalf = match form >> 3 {
            0 => None,
            number => Some(Behalf::ALL[number as usize - 1]),
        };
        if form & 0b110 != 0 {
            return Err(CodeProblem::Meaningless);
        }
        // Compared last: a code with a mistake in it must be reported as that, not as one of another register.
        if found != expected {
            return Err(CodeProblem::OtherRegister);
        }
        let mut answers = Answers::default();
        if form & 1 == 1 {
            while let Some(entry) = bits.take(LISTED) {
                let slot = (entry >> 2).checked_sub(1).and_then(|at| slots.get(at as usize));
                slot.and_then(|slot| slot.say(entry & 3, &mut answers)).ok_or(CodeProblem::Meaningless)?;
            }
        } else {
            for slot in slots.iter() {
                let value = bits.take(slot.bits()).ok_or(CodeProblem::Length)?;
                if value != 0 {
                    slot.say(value, &mut answers).ok_or(CodeProblem::Meaningless)?;
                }
            }
        }
        // The checks do not see a zero too many or too few at the end. What is left over fills the last symbol and no more: a symbol
        // too many leaves more, and so does one too few, which takes the beginning of the last entry for a filling.
        match bits.rest() {
            rest if rest.len() >= SYMBOL => Err(CodeProblem::Length),
            rest if rest.contains(&true) => Err(CodeProblem::Meaningless),
            _ => Ok(Code { fingerprint: found, day, reading, sheet_language, behalf, answers }),
        }
    }
}

/// How many bits a symbol holds.
const SYMBOL: usize = 5;
/// How many bits one entry of a list takes: the slot, and what was said there.
const LISTED: u32 = 12;
/// How many slots an entry can name, in ten bits, from 1.
const LISTED_SLOTS: usize = (1 << 10) - 1;

/// The symbols that a text stands for.
fn symbols_of(text: &str) -> Result<Vec<u8>, CodeProblem> {
    let letters: Vec<char> =
        text.chars().filter(|letter| !separates(*letter)).map(|letter| letter.to_ascii_uppercase()).collect();
    let Some(letters) = letters.strip_prefix(&['E', 'C']) else { return Err(CodeProblem::Foreign) };
    // Far longer than any code: not even looked at.
    if letters.len() > 2 * Code::LONGEST {
        return Err(CodeProblem::Length);
    }
    let symbol = |(at, letter): (usize, &char)| {
        let letter = match letter {
            'O' => '0',
            'I' | 'L' => '1',
            other => *other,
        };
        let found = ALPHABET.iter().position(|one| char::from(*one) == letter);
        found.map(|symbol| symbol as u8).ok_or(CodeProblem::Character(at + 1 + PREFIX.len()))
    };
    letters.iter().enumerate().map(symbol).collect()
}

/// Whether a character only separates: blanks, full stops, every dash, and what cannot be seen, such as the marks that scanners
/// send around a code.
fn separates(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || letter == '.'
        || is_dash(letter)
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '−' | '﹘' | '﹣' | '－')
}

/// The longest text that is looked at as if another keyboard had written it: a code twice, and what a scanner sends around it.
const MOST_GUESSED: usize = 4 * Code::LONGEST;

/// The codes that a text carries, as far as their form says: groups of five, the last of one to five, with nothing of a code
/// behind; or the half of a text that says the same twice. Where each of them ends is never tried out: of a damaged code some beginning might have right check characters.
fn carried(text: &str) -> BTreeSet<String> {
    let text: String =
        text.chars().map(|one| if is_dash(one) { '-' } else { one.to_ascii_uppercase() }).collect();
    let begins = text.match_indices("EC-");
    let codes = begins.filter_map(|(at, _)| code_at_start(&text[at..])).map(str::to_owned);
    // The same twice, with or without something between.
    let letters: Vec<char> = text.chars().filter(|letter| !separates(*letter)).collect();
    let (once, again) = letters.split_at(letters.len() / 2);
    codes.chain((once == again).then(|| once.iter().collect())).collect()
}

/// The code with which a text in capitals begins, as far as its form says.
fn code_at_start(text: &str) -> Option<&str> {
    let end =
        text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(text.len());
    let code = &text[..end];
    let groups: Vec<&str> = code.strip_prefix("EC-")?.split('-').collect();
    let (last, groups) = groups.split_last()?;
    // Version, fingerprint, day, language, form and checks.
    let fits = groups.len() * GROUP + last.len() >= 12 + CHECKS && (1..=GROUP).contains(&last.len());
    (fits && groups.iter().all(|group| group.len() == GROUP)).then_some(code)
}

/// What is sure of several readings of one text: the code that is right, if there is one and no other.
fn only(read: &[Result<Code, CodeProblem>]) -> Option<Result<Code, CodeProblem>> {
    let mut right = read.iter().flatten();
    let first = right.next()?;
    Some(if right.all(|other| other == first) { Ok(first.clone()) } else { Err(CodeProblem::Several) })
}

// The check: symbols are numbers of the field with 32 elements (x⁵ = x² + 1). In a right code the sum of each symbol times
// the power of its place is zero, for the powers of 2 and of 4. One wrong symbol changes the first sum by itself times a
// power, which is not zero; two different neighbours that are swapped change it by their difference times a sum of two
// neighbouring powers, which is not zero either.

fn times(one: u8, other: u8) -> u8 {
    let mut product = 0;
    let (mut one, mut other) = (one, other);
    while other > 0 {
        if other & 1 == 1 {
            product ^= one;
        }
        one <<= 1;
        if one & 32 != 0 {
            one ^= 0b10_0101;
        }
        other >>= 1;
    }
    product
}

fn power(base: u8, exponent: usize) -> u8 {
    (0..exponent % 31).fold(1, |product, _| times(product, base))
}

/// Both sums; positions count from the end, so that the checks stand at 1 and 0.
fn syndromes(symbols: &[u8]) -> [u8; CHECKS] {
    [2, 4].map(|base| {
        symbols
            .iter()
            .rev()
            .enumerate()
            .fold(0, |sum, (place, symbol)| sum ^ times(*symbol, power(base, place)))
    })
}

/// Adds the two check symbols that make both sums zero.
fn add_checks(symbols: &mut Vec<u8>) {
    symbols.extend([0; CHECKS]);
    let wanted = syndromes(symbols);
    // 32 × 32 pairs: simpler to try than to solve.
    let pairs = (0..32).flat_map(|first| (0..32).map(move |second| [first, second]));
    let fits =
        |[first, second]: &[u8; CHECKS]| [times(*first, 2) ^ second, times(*first, 4) ^ second] == wanted;
    if let Some(checks) = pairs.into_iter().find(fits) {
        let end = symbols.len() - CHECKS;
        symbols[end..].copy_from_slice(&checks);
    }
}

/// 0 where no day is known, else the day from 1 in a calendar with 31 days in every month: 88 years fit.
fn day_number(day: Option<Date>) -> u32 {
    let number = |date: Date| {
        let years = u32::from(date.year.checked_sub(FIRST_YEAR)?);
        Some((years * 12 + u32::from(date.month) - 1) * 31 + u32::from(date.day?))
    };
    day.and_then(number).filter(|number| *number < 1 << 15).unwrap_or(0)
}

fn day_of(number: u32) -> Result<Option<Date>, CodeProblem> {
    let Some(number) = number.checked_sub(1) else { return Ok(None) };
    let (months, day) = (number / 31, number % 31 + 1);
    let text = format!("{:04}-{:02}-{day:02}", u32::from(FIRST_YEAR) + months / 12, months % 12 + 1);
    Date::parse(&text).map(Some).ok_or(CodeProblem::Meaningless)
}

/// The place of a language in codes, for ever: a new language takes the next number.
fn language_number(language: Language) -> u32 {
    match language {
        Language::Fr => 0,
        Language::En => 1,
        Language::Ar => 2,
        Language::Es => 3,
        Language::Pt => 4,
        Language::Ro => 5,
        Language::Tr => 6,
        Language::Ru => 7,
    }
}

fn reading_number(reading: Reading) -> u32 {
    language_number(reading.language) << 1 | u32::from(reading.level == Level::Simple)
}

fn reading_of(number: u32) -> Result<Reading, CodeProblem> {
    let level = if number & 1 == 1 { Level::Simple } else { Level::Clear };
    Ok(Reading { language: language_of(number >> 1)?, level })
}

fn language_of(number: u32) -> Result<Language, CodeProblem> {
    let language = Language::ALL.into_iter().find(|language| language_number(*language) == number);
    language.ok_or(CodeProblem::Meaningless)
}

impl fmt::Display for CodeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CodeProblem::Foreign => write!(f, "this is no code of Éclaire: those begin with {PREFIX}-"),
            CodeProblem::Character(at) => write!(f, "character {at} stands in no code; read it again"),
            CodeProblem::Keyboard => {
                write!(
                    f,
                    "a scanner typed this that is set to another keyboard; set it to that of this machine"
                )
            }
            CodeProblem::Length => {
                write!(f, "characters are missing, or there are too many; read it again to the end")
            }
            CodeProblem::Check => write!(f, "a character is wrong or two are swapped; read it again"),
            CodeProblem::Newer(version) => {
                write!(
                    f,
                    "the code is of version {version}, this program reads up to {WITH_PAPER}; use a newer one"
                )
            }
            CodeProblem::OtherRegister => write!(
                f,
                "the code was made with another register or other texts; read it with those of its day, or read the paper"
            ),
            CodeProblem::Several => {
                write!(f, "two codes stand here that say different things; read one at a time")
            }
            CodeProblem::Meaningless => {
                write!(f, "the characters are right but say nothing; was it made by Éclaire?")
            }
        }
    }
}
