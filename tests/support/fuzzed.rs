//! What must hold for any bytes at all that come from outside: a code, what is kept on a device, a saved file, a link, a register, a
//! CHAI card. Nothing panics; what is read can be written and read again; an error is one short line; what is said stays inside
//! what the page lets one say.
//!
//! `tests/core/fuzzed.rs` tries each body with made-up and spoilt bytes in every run, `fuzz/` for as long as somebody lets it.

// A body that fails has found something.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code, unreachable_pub)]

use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId, Regime};
use eclaire::content::{Date, Files, LARGEST_FILE, Language, Library, Reading, text_of};
use eclaire::desk::{Opened, Warning};
use eclaire::notice::Notice;
use eclaire::patient::{Event, Kit, Visit, follow};
use eclaire::record::{
    Changes, Code, CodeProblem, Delivery, DeliveryNumber, Export, FileProblem, LocalisedJson, Questionnaire,
    Record, Slots,
};
use eclaire::register::{Checked, Json, Problem, ProblemKind, check, import, to_json, write_json};
use eclaire::share::{Link, UseCode};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// What the bodies are tried against: the texts, the questionnaires of November 2026, the example hospital.
pub struct Known {
    library: Library,
    questionnaires: Vec<Questionnaire>,
    words: Vec<(Regime, Answer, LocalisedJson)>,
    hospital: Notice,
    /// What its program loads.
    kit: Kit,
    today: Option<Date>,
}

impl Known {
    /// Read from the repository that lies there.
    pub fn below(root: &Path) -> Known {
        let mut files = Files::default();
        gather(&root.join("content"), "", &mut files);
        let library = Library::read(&files).0;
        let text = |path: &str| fs::read_to_string(root.join(path)).unwrap();
        let blanks = text("tests/fixtures/records/blanks-november-2026.json");
        let hospital = check(&text("content/registers/hospital.json"), &library);
        let notice = Notice::compose(Some(hospital), &library);
        Known {
            questionnaires: Questionnaire::from_json(&blanks).unwrap(),
            words: Notice::compose(None, &library).answer_words(),
            kit: Kit::of(&notice),
            hospital: notice,
            today: Date::parse("2026-11-28"),
            library,
        }
    }
}

fn gather(folder: &Path, below: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().into_string().unwrap());
        if entry.path().is_dir() {
            gather(&entry.path(), &format!("{name}/"), files);
        } else if name.ends_with(".toml") {
            files.0.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

/// A message that a person reads: one line, not long, without characters that turn it round or harm a terminal.
#[track_caller]
fn is_told(message: &str) {
    assert!(!message.trim().is_empty(), "nothing is told");
    assert!(message.chars().count() <= 600, "too long to read: {message}");
    let harm =
        |one: char| one.is_control() || matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!message.contains(harm), "{message:?}");
}

// ---- code ------------------------------------------------------------------------------------------------

/// Any bytes as a code: as they are, and as symbols behind a right beginning and before right checks.
pub fn code(bytes: &[u8], known: &Known) {
    if let Ok(text) = str::from_utf8(bytes) {
        one_code(text, known);
    }
    for questionnaire in &known.questionnaires {
        one_code(&code_around(bytes, questionnaire), known);
    }
}

fn one_code(text: &str, known: &Known) {
    for questionnaire in &known.questionnaires {
        let slots = Slots::of_questionnaire(questionnaire);
        match Code::read(text, &slots, questionnaire.fingerprint) {
            Ok(code) => {
                assert_eq!(code.fingerprint, questionnaire.fingerprint.begin());
                let again = code.write(&slots).expect("what was read can be written");
                assert!(again.len() <= Code::LONGEST);
                assert_eq!(Code::read(&again, &slots, questionnaire.fingerprint).as_ref(), Ok(&code));
                let record = Record::of(questionnaire, &code);
                assert_eq!(answers_in(&record), code.answers, "nothing but what the page lets one say");
                assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record));
            }
            Err(problem) => {
                is_told(&problem.to_string());
                if let CodeProblem::Character(at) = problem {
                    assert!((1..=text.chars().count()).contains(&at), "character {at} of {text}");
                }
            }
        }
    }
}

/// A code of this questionnaire that goes on like these bytes, with right checks.
fn code_around(bytes: &[u8], questionnaire: &Questionnaire) -> String {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let begin = questionnaire.fingerprint.begin();
    let mut symbols = vec![1 + (first & 1)];
    symbols.extend((0..6).rev().map(|at| (begin >> (5 * at) & 31) as u8));
    symbols.extend(rest.iter().take(Code::LONGEST).map(|byte| byte & 31));
    let [one, two] = sums(&[symbols.as_slice(), &[0, 0]].concat());
    let checks = (0..32).map(|check| [check, times(check, 2) ^ one]);
    let right = checks.into_iter().find(|[check, last]| times(*check, 4) ^ last == two);
    symbols.extend(right.unwrap());
    let letter = |symbol: &u8| char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[usize::from(*symbol)]);
    format!("EC{}", symbols.iter().map(letter).collect::<String>())
}

/// The sums that are zero in a right code, worked out in another way than by the program.
fn sums(symbols: &[u8]) -> [u8; 2] {
    [2, 4].map(|base| symbols.iter().fold(0, |sum, symbol| times(sum, base) ^ symbol))
}

fn times(one: u8, other: u8) -> u8 {
    let twice = |value: u8| if value & 16 == 0 { value << 1 } else { (value << 1 & 31) ^ 0b101 };
    let powers = std::iter::successors(Some(one), |value| Some(twice(*value))).take(5);
    powers.enumerate().filter(|(bit, _)| other >> bit & 1 == 1).fold(0, |product, (_, value)| product ^ value)
}

fn answers_in(record: &Record) -> Answers {
    let mut answers = Answers::default();
    for request in &record.requests {
        answers.ask(AskedId { item: None, request: request.request }, true);
    }
    for item in &record.items {
        for one in &item.questions {
            answers.answer(QuestionId { item: item.id.clone(), question: one.id.clone() }, one.answer);
        }
        for request in &item.requests {
            answers.ask(AskedId { item: Some(item.id.clone()), request: request.request }, true);
        }
    }
    answers
}

// ---- what is kept on a device ----------------------------------------------------------------------------

/// Any bytes as what lies on a device: as they are, and as the inside of something kept with a right sum at its end.
pub fn kept(bytes: &[u8], known: &Known) {
    if let Ok(text) = str::from_utf8(bytes) {
        one_kept(text, known);
    }
    let sum = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    let all = bytes.iter().copied().chain(sum.to_le_bytes());
    one_kept(&all.fold("eclaire-record-1:".to_owned(), |text, byte| text + &format!("{byte:02x}")), known);
}

fn one_kept(text: &str, known: &Known) {
    let Some(record) = Record::from_kept(text) else { return };
    assert_eq!(record.to_kept(), text, "what is kept is read only as it was written");
    match Record::from_json(&record.to_json()) {
        Ok(again) => assert_eq!(again, record),
        Err(problem) => {
            assert!(matches!(problem, FileProblem::Broken(_)), "{problem}");
            is_told(&problem.to_string());
        }
    }
    is_taken_up(&record, known);
}

/// Answers of another day go only where the page has a place for them: what was taken up is read back from a code.
fn is_taken_up(record: &Record, known: &Known) {
    for questionnaire in &known.questionnaires {
        let changes = Changes::since(record, questionnaire);
        let mut visit = Visit::begin(Language::Fr);
        visit.apply(Event::TakeUp(record.day, Box::new(changes)));
        let code = visit.code(questionnaire.fingerprint, known.today);
        assert_eq!(answers_in(&Record::of(questionnaire, &code)), visit.answers);
        let slots = Slots::of_questionnaire(questionnaire);
        if let Ok(text) = code.write(&slots) {
            assert_eq!(Code::read(&text, &slots, questionnaire.fingerprint), Ok(code));
        }
    }
}

// ---- saved file ------------------------------------------------------------------------------------------

/// Any bytes as a file that a patient hands in.
pub fn file(bytes: &[u8], known: &Known) {
    match Record::from_bytes(bytes) {
        Ok(record) => {
            assert!(bytes.len() <= Record::LARGEST);
            assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record));
            assert_eq!(Record::from_kept(&record.to_kept()).as_ref(), Some(&record));
            is_taken_up(&record, known);
        }
        Err(problem) => is_refused(&problem, bytes),
    }
    match Opened::of_file(bytes, &known.questionnaires, &known.words, known.today) {
        Ok(opened) => is_opened(&opened, known),
        Err(problem) => is_refused(&problem, bytes),
    }
}

fn is_refused(problem: &FileProblem, bytes: &[u8]) {
    is_told(&problem.to_string());
    if let FileProblem::NotJson { line, .. } = problem {
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
        assert!(*line <= lines, "line {line} of {lines}");
    }
}

fn is_opened(opened: &Opened, known: &Known) {
    assert!(opened.warnings.contains(&Warning::File), "anyone can have changed a file");
    let (words, french) = (&known.library.desk_words, &known.library.words[&Reading::clear(Language::Fr)]);
    assert!(opened.warnings.iter().all(|warning| !warning.told(words).is_empty()));
    for read_back in [None, known.today] {
        for export in Export::ALL {
            let delivery =
                Delivery { number: DeliveryNumber::of([7; 16]), at: None, address: opened.address.clone() };
            let text = export.write(&opened.record, read_back, &delivery, words, french);
            let is_json = serde_json::from_str::<Value>(&text).is_ok();
            assert_eq!(is_json, export != Export::Line, "{export:?}");
        }
    }
    let saved = opened.record.to_json();
    let again = Opened::of_file(saved.as_bytes(), &known.questionnaires, &known.words, known.today).unwrap();
    assert_eq!(again.record, opened.record);
    let altered = again.warnings.iter().any(|warning| matches!(warning, Warning::Altered(_)));
    assert!(!altered, "the words of a known text are the text's own");
}

// ---- link ------------------------------------------------------------------------------------------------

/// Any bytes behind the `#`, and behind the beginning of a link.
pub fn link(bytes: &[u8], known: &Known) {
    if let Ok(text) = str::from_utf8(bytes) {
        one_link(text, known);
        one_link(&format!("1.{text}"), known);
    }
}

fn one_link(text: &str, known: &Known) {
    let Some(link) = Link::read(text) else { return };
    let written = link.to_string();
    assert!(written.len() <= Link::LONGEST, "{written}");
    let is_of_links = |one: u8| b".-".contains(&one) || one.is_ascii_digit() || one.is_ascii_lowercase();
    assert!(written.bytes().all(is_of_links), "{written}");
    assert_eq!(Link::read(&written), Some(Link { unread: false, ..link.clone() }));
    assert!(link.uses.iter().enumerate().all(|(at, code)| !link.uses[..at].contains(code)), "each use once");
    let uses = || known.hospital.register.iter().flat_map(|one| &one.uses).map(|one| &one.id);
    let (found, unknown) = link.among(uses());
    let alone = |code: &UseCode| uses().filter(|id| code.names(id)).count() == 1;
    let meant: Vec<&UseCode> = link.uses.iter().filter(|code| alone(code)).collect();
    let named: Vec<&Id> = uses().filter(|id| meant.iter().any(|code| code.names(id))).collect();
    assert_eq!(found.iter().collect::<Vec<_>>(), named, "only uses of the page, in its order");
    assert_eq!(unknown, link.uses.len() - meant.len(), "what is not found is counted");
    let mut visit = Visit::begin(Language::Fr);
    for event in follow(&link, &known.kit) {
        assert!(matches!(event, Event::Read(_) | Event::ReadAt(_) | Event::Open(_)), "{event:?}");
        visit.apply(event);
    }
    assert!(!visit.has_said() && visit.keeping == eclaire::patient::Keeping::Nothing, "a link only shows");
    assert_eq!(visit.named.uses, found);
    assert!(known.hospital.languages.contains(&visit.reading.language));
}

// ---- register --------------------------------------------------------------------------------------------

/// Any bytes as a register.
pub fn register(bytes: &[u8], known: &Known) {
    let text = match text_of(bytes, LARGEST_FILE) {
        Ok(text) => text,
        Err(problem) => return is_told(&problem.to_string()),
    };
    let checked = check(text, &known.library);
    has_problems_with_places(&checked, text);
    if let Some(json) = serde_json::from_str::<Json>(text).ok().filter(|json| !is_rounded(json)) {
        let written = write_json(&json);
        let again = check(&written, &known.library);
        assert_eq!((&again.errors, &again.gaps), (&checked.errors, &checked.gaps), "{written}");
        assert_eq!(again.register, checked.register);
        assert_eq!(serde_json::from_str::<Json>(&written).ok().map(|json| write_json(&json)), Some(written));
    }
    if checked.register.is_some() {
        let notice = Notice::compose(Some(checked), &known.library);
        let questionnaire = notice.questionnaire().unwrap();
        let slots = Slots::of_questionnaire(&questionnaire);
        let nothing = Visit::begin(Language::Fr).code(questionnaire.fingerprint, known.today);
        let record = Record::of(&questionnaire, &nothing);
        assert_eq!(answers_in(&record), Answers::default(), "silence is no answer");
        assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record));
        assert_eq!(Record::from_kept(&record.to_kept()), Some(record));
        if let Ok(text) = nothing.write(&slots) {
            assert_eq!(Code::read(&text, &slots, questionnaire.fingerprint), Ok(nothing));
        }
    }
}

/// Whether a number in it is none of a register's, whole and of ten digits at most: the library that reads JSON rounds others.
fn is_rounded(json: &Json) -> bool {
    match json {
        Json::Number(Err(digits)) => digits.contains(['.', 'e']),
        Json::List(items) => items.iter().any(is_rounded),
        Json::Object(entries) => entries.iter().any(|(_, value)| is_rounded(value)),
        _ => false,
    }
}

fn has_problems_with_places(checked: &Checked, text: &str) {
    assert_eq!(checked.register.is_some(), checked.errors.is_empty(), "a reason, or a register");
    let json: Option<Value> = serde_json::from_str(text).ok();
    for problem in checked.errors.iter().chain(&checked.gaps) {
        let line = problem.to_string();
        assert!(!line.contains(char::is_control), "one problem is one line: {line:?}");
        // A key is told as it stands in the file; what stands there is shortened.
        let found = problem.kind.found();
        assert!(found.chars().count() <= 200, "{found}");
        if let Some(json) = &json {
            leads_somewhere(problem, json);
        }
    }
}

/// As far as a place goes into the file it goes to what is there: no element is counted that no list has.
fn leads_somewhere(problem: &Problem, json: &Value) {
    if matches!(problem.kind, ProblemKind::UnknownKey(_)) {
        return;
    }
    let mut at = json;
    for step in problem.path.as_str().replace('[', ".").replace(']', "").split('.') {
        at = match at {
            Value::Object(fields) => match fields.get(step) {
                Some(inner) => inner,
                None => return,
            },
            Value::Array(items) => match step.parse::<usize>() {
                Ok(index) => items.get(index).unwrap_or_else(|| panic!("no such element: {problem}")),
                Err(_) => return,
            },
            _ => return,
        };
    }
}

// ---- CHAI card -------------------------------------------------------------------------------------------

/// Any bytes as a model card.
pub fn card(bytes: &[u8], known: &Known) {
    let Ok(text) = text_of(bytes, LARGEST_FILE) else { return };
    let card = ("card.xml".to_owned(), text.to_owned());
    let imported = import(std::slice::from_ref(&card));
    assert_eq!(imported.file.uses.len() + imported.refused.len(), 1, "a use, or a reason");
    assert_eq!(imported.report.len(), imported.file.uses.len() + 1);
    for refused in &imported.refused {
        let lines = text.split('\n').count() as u32;
        assert!((1..=lines).contains(&refused.line), "line {} of {lines}: {refused}", refused.line);
        is_told(&refused.to_string());
    }
    for report in imported.report.iter().skip(1) {
        let all = report.taken_over.iter().chain(&report.left_open).chain(&report.to_decide);
        all.into_iter().for_each(|remark| assert!(!remark.path.as_str().is_empty(), "{remark}"));
    }
    let draft = to_json(&imported.file);
    assert!(draft.len() <= 16 * text.len() + 10_000, "{} bytes of {}", draft.len(), text.len());
    let checked = check(&draft, &known.library);
    has_problems_with_places(&checked, &draft);
    if !imported.file.uses.is_empty() {
        assert!(checked.register.is_none(), "a draft has no regime: nobody can show it as it is");
        let twice = import(&[card.clone(), card]).file;
        let [one, other] = twice.uses.as_slice() else { panic!("one use a card") };
        assert!(one.id != other.id && *one == imported.file.uses[0], "a name of its own each");
    }
}
