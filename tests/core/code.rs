//! The code of a record: short, the same for ever, and every mistake in copying it is caught.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answers, AskedId, Id, Request};
use eclaire::content::{Date, Language, Level, Reading};
use eclaire::notice::Notice;
use eclaire::record::{Behalf, Code, CodeProblem, Fingerprint, Questionnaire, QuestionnaireItem, Slots};
use eclaire::register::check;
use proptest::prelude::*;
use proptest::sample::select;
use std::path::Path;
use support::said::{SHOWN, answers_to};
use support::{library, repository};

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn example(name: &str) -> Questionnaire {
    said_about(&repository("content/registers").join(format!("{name}.json")))
}

/// The questionnaire of a register file.
fn said_about(path: &Path) -> Questionnaire {
    let checked = check(&std::fs::read_to_string(path).unwrap(), library());
    Notice::compose(Some(checked), library()).questionnaire().unwrap()
}

/// How much can be said about an item.
fn slots_of(item: &QuestionnaireItem) -> usize {
    item.questions.len() + item.requests.len()
}

fn said(day: Option<Date>, reading: Reading, behalf: Option<Behalf>, answers: Answers) -> Code {
    Code { fingerprint: SHOWN.begin(), day, reading, sheet_language: reading.language, behalf, answers }
}

fn code_of(questionnaire: &Questionnaire, chosen: &[u8]) -> String {
    let day = Date::parse("2026-11-22");
    let reading = Reading { language: Language::En, level: Level::Simple };
    let answers = answers_to(questionnaire, chosen);
    said(day, reading, Some(Behalf::MyChild), answers).write(&Slots::of_questionnaire(questionnaire)).unwrap()
}

/// The questionnaire of the register of November 2026 with which the golden codes were made. It never changes.
fn november() -> Questionnaire {
    said_about(&repository("tests/fixtures/codes/november-2026.json"))
}

/// Written in November 2026; they decode like this for ever.
#[test]
fn golden_codes_decode_for_ever() {
    let questionnaire = november();
    let nothing = said(None, Reading::clear(Language::Fr), None, Answers::default());
    assert_eq!(nothing.write(&Slots::of_questionnaire(&questionnaire)).unwrap(), GOLDEN_EMPTY);
    assert_eq!(Code::read(GOLDEN_EMPTY, &Slots::of_questionnaire(&questionnaire), SHOWN), Ok(nothing));
    assert_eq!(code_of(&questionnaire, &[1, 2, 3, 0, 1]), GOLDEN_FULL);
    let read = Code::read(GOLDEN_FULL, &Slots::of_questionnaire(&questionnaire), SHOWN).unwrap();
    assert_eq!(read.answers, answers_to(&questionnaire, &[1, 2, 3, 0, 1]));
    assert_eq!((read.day, read.behalf), (Date::parse("2026-11-22"), Some(Behalf::MyChild)));
}

/// A clock that starts in 1970, or runs far ahead, is nobody's day: paper, code and file then all say that none is known.
#[test]
fn what_is_believed_of_a_clock_goes_into_a_code_to_the_day() {
    let questionnaire = &november();
    let reading = Reading::clear(Language::Fr);
    let day = |text: &str| Date::parse(text).unwrap();
    for right in ["2026-01-01", "2026-11-28", "2099-02-28", "2113-12-31"] {
        assert_eq!(day(right).if_of_a_clock(), Some(day(right)));
        let code = said(Some(day(right)), reading, None, Answers::default());
        let text = code.write(&Slots::of_questionnaire(questionnaire)).unwrap();
        let read = Code::read(&text, &Slots::of_questionnaire(questionnaire), SHOWN).unwrap();
        assert_eq!(read.day, Some(day(right)));
    }
    for wrong in ["1970-01-01", "1938-11-28", "2025-12-31", "2114-01-01", "2115-03-02", "2026-11"] {
        assert_eq!(day(wrong).if_of_a_clock(), None, "{wrong}");
    }
}

/// A sheet in a language of its own is said by a code of version 2, written in November 2026 too.
#[test]
fn golden_codes_of_a_sheet_in_arabic_decode_for_ever() {
    let questionnaire = november();
    let reading = Reading::clear(Language::Fr);
    let answers = answers_to(&questionnaire, &[2, 1]);
    let code =
        Code { sheet_language: Language::Ar, ..said(Date::parse("2026-11-22"), reading, None, answers) };
    assert_eq!(code.write(&Slots::of_questionnaire(&questionnaire)).unwrap(), GOLDEN_ARABIC);
    assert_eq!(Code::read(GOLDEN_ARABIC, &Slots::of_questionnaire(&questionnaire), SHOWN), Ok(code));
}

const GOLDEN_ARABIC: &str = "EC-2MPJT-B90AC-020AS-CGEN";
const GOLDEN_EMPTY: &str = "EC-1MPJT-B9000-017H";
const GOLDEN_FULL: &str = "EC-1MPJT-B90AC-3GHVB-0CM";

#[test]
fn every_answer_of_every_example_fits_in_sixty_characters_that_a_qr_code_packs_well() {
    for name in ["hospital", "practice", "imported"] {
        let questionnaire = example(name);
        for chosen in [&[0][..], &[1], &[2], &[3], &[1, 2, 3, 0], &[1, 1, 2]] {
            let code = code_of(&questionnaire, chosen);
            assert!(code.len() <= Code::LONGEST, "{name}: {} characters", code.len());
            let packs =
                |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '-';
            assert!(code.chars().all(packs) && code.starts_with("EC-"), "{code}");
        }
    }
}

/// Every single wrong character and every swap of neighbours, in codes of several lengths: counted, none missed.
#[test]
fn every_single_error_and_every_swap_is_caught() {
    let mut tried = 0;
    for (name, chosen) in [("hospital", &[1, 2, 3, 0, 2][..]), ("practice", &[0][..]), ("hospital", &[1][..])]
    {
        let questionnaire = example(name);
        let code: Vec<char> = code_of(&questionnaire, chosen).chars().collect();
        let right =
            Code::read(&String::from_iter(&code), &Slots::of_questionnaire(&questionnaire), SHOWN).unwrap();
        let places: Vec<usize> = (3..code.len()).filter(|at| code[*at] != '-').collect();
        for at in &places {
            for wrong in ALPHABET.chars().filter(|one| *one != code[*at]) {
                let mut spoilt = code.clone();
                spoilt[*at] = wrong;
                let read =
                    Code::read(&String::from_iter(&spoilt), &Slots::of_questionnaire(&questionnaire), SHOWN);
                assert_eq!(read, Err(CodeProblem::Check), "{wrong} at {at}");
                tried += 1;
            }
        }
        for pair in places.windows(2).filter(|pair| code[pair[0]] != code[pair[1]]) {
            let mut spoilt = code.clone();
            spoilt.swap(pair[0], pair[1]);
            let read =
                Code::read(&String::from_iter(&spoilt), &Slots::of_questionnaire(&questionnaire), SHOWN);
            assert_eq!(read, Err(CodeProblem::Check), "{pair:?}");
            tried += 1;
        }
        assert_eq!(right.answers, answers_to(&questionnaire, chosen));
    }
    println!("{tried} mistakes, every one caught");
    assert!(tried > 2000);
}

/// The checks cannot see a zero at the end: the sums are right with it and without it. A 0 too many was read as if it were not
/// there; today no symbol is passed over.
#[test]
fn a_zero_too_few_or_too_many_at_the_end_never_makes_another_code() {
    let questionnaire = november();
    let slots = Slots::of_questionnaire(&questionnaire);
    let mut tried = 0;
    for (day, chosen) in (1..=28).flat_map(|day| [[1, 1], [2, 1], [1, 2], [3, 1]].map(|chosen| (day, chosen)))
    {
        let chosen: Vec<u8> = chosen.into_iter().chain([0; 38]).collect();
        let day = Date { year: 2026, month: 11, day: Some(day) };
        let code = said(Some(day), Reading::clear(Language::Fr), None, answers_to(&questionnaire, &chosen));
        let text = code.write(&slots).unwrap();
        assert!(Code::read(&format!("{text}0"), &slots, SHOWN).is_err(), "{text}0");
        if let Some(cut) = text.strip_suffix('0') {
            tried += 1;
            assert!(Code::read(cut, &slots, SHOWN).is_err(), "{cut}, of {text}");
        }
    }
    assert!(tried > 2, "only {tried} of these codes end with a 0");
}

#[test]
fn what_people_do_to_codes_without_harm_is_read() {
    let questionnaire = example("practice");
    let code = code_of(&questionnaire, &[1, 0, 2]);
    let right = Code::read(&code, &Slots::of_questionnaire(&questionnaire), SHOWN);
    assert!(right.is_ok());
    let alike = code[2..].replace('0', "O").replace('1', "l");
    for typed in [
        code.to_lowercase(),
        code.replace('-', ""),
        code.replace('-', " "),
        format!("  {code}\n"),
        format!("ec{alike}"),
        format!("\u{feff}{code}\u{200f}"),
    ] {
        assert_eq!(Code::read(&typed, &Slots::of_questionnaire(&questionnaire), SHOWN), right, "{typed}");
    }
    // What word processors, telephones and other people make of a dash.
    for dash in ["–", "—", "−", "‐", "‑", "‒", "―", "－", "\u{ad}", ".", " – ", "\u{a0}", "\u{200b}"]
    {
        let typed = code.replace('-', dash);
        assert_eq!(Code::read(&typed, &Slots::of_questionnaire(&questionnaire), SHOWN), right, "{typed}");
    }
}

/// What a French or Belgian keyboard writes where one of the United States writes the first line.
const KEYS: [(&str, &str); 5] = [
    ("Windows, Linux", "à&é\"'(-è_ç)QBCDEFGHIJKL?NOPARSTUVZXYW"),
    ("with small letters", "à&é\"'(-è_ç)qbcdefghijkl,noparstuvzxyw"),
    ("macOS, Belgium", "à&é\"'(§è!ç)QBCDEFGHIJKL?NOPARSTUVZXYW"),
    ("Windows, capitals locked", "0123456789°qbcdefghijkl?noparstuvzxyw"),
    ("Linux, capitals locked", "À&É\"'(-È_Ç)qbcdefghijkl,noparstuvzxyw"),
];
const UNITED_STATES: &str = "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ";

fn scanned(code: &str, keys: &str) -> String {
    let key = |letter: char| UNITED_STATES.chars().position(|one| one == letter).unwrap();
    code.chars().map(|letter| keys.chars().nth(key(letter)).unwrap()).collect()
}

/// A scanner presses keys. Set to a keyboard of the United States, at a French machine, it writes something else.
#[test]
fn what_a_scanner_set_to_a_keyboard_of_the_united_states_types_at_a_french_machine_is_read() {
    let golden = november();
    let every = ["hospital", "practice", "imported"].map(example);
    let codes = every.iter().flat_map(|questionnaire| {
        [&[0][..], &[1], &[2, 1], &[1, 2, 3, 0], &[3, 1, 2, 0, 0]]
            .map(|chosen| (questionnaire, code_of(questionnaire, chosen)))
    });
    let goldens = [GOLDEN_EMPTY, GOLDEN_FULL, GOLDEN_ARABIC].map(|code| (&golden, code.to_owned()));
    for (questionnaire, code) in codes.chain(goldens) {
        let right = Code::read(&code, &Slots::of_questionnaire(questionnaire), SHOWN);
        assert!(right.is_ok());
        for (machine, keys) in KEYS {
            let typed = scanned(&code, keys);
            assert_eq!(
                Code::read(&typed, &Slots::of_questionnaire(questionnaire), SHOWN),
                right,
                "{machine}: {typed}"
            );
            assert_eq!(
                Code::read(&format!("{typed}\r\n"), &Slots::of_questionnaire(questionnaire), SHOWN),
                right
            );
        }
    }
    assert_eq!(scanned("EC-1MPJT-B90AC", KEYS[0].1), "EC)&?PJT)BçàQC", "as such scanners were seen to write");
}

/// What a machine writes where a scanner that is set to another keyboard reads the characters of the first line.
const FOREIGN_KEYS: [(&str, &str); 9] = [
    ("a German machine, a scanner of the United States", "0123456789ßABCDEFGHIJKLMNOPQRSTUVWXZY"),
    ("a Swiss one", "0123456789'ABCDEFGHIJKLMNOPQRSTUVWXZY"),
    ("an Italian, Spanish or Portuguese one", "0123456789'ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("a bépo one", "*\"«»()@+-/=AKXIPE;CDTSRQ?LJBOUÈV:ÉY!À"),
    ("a French machine, a German scanner", "à&é\"'(-è_ç!QBCDEFGHIJKL?NOPARSTUVZXWY"),
    ("a French machine, an Italian, Spanish or Portuguese scanner", "à&é\"'(-è_ç!QBCDEFGHIJKL?NOPARSTUVZXYW"),
    ("a machine of the United States, a French scanner", ")!@#$%^&*(6QBCDEFGHIJKL:NOPARSTUVZXYW"),
    ("a German machine, a French scanner", "=!\"§$%&/()6QBCDEFGHIJKLÖNOPARSTUVYXZW"),
    ("a Belgian machine, a Swiss scanner", "à&é\"'(§è!ç=QBCDEFGHIJKL?NOPARSTUVZXWY"),
];

/// A clerk with a German scanner: it was refused, and the sentence sent them to the patient instead of to the scanner.
#[test]
fn what_a_scanner_set_to_another_keyboard_than_the_machine_types_is_read() {
    let golden = november();
    let goldens = [GOLDEN_EMPTY, GOLDEN_FULL, GOLDEN_ARABIC].map(|code| (&golden, code.to_owned()));
    let every = ["hospital", "practice", "imported"].map(example);
    let codes = every.iter().flat_map(|questionnaire| {
        [&[0][..], &[2, 1], &[1, 2, 3, 0]].map(|chosen| (questionnaire, code_of(questionnaire, chosen)))
    });
    for (questionnaire, code) in codes.chain(goldens) {
        let slots = Slots::of_questionnaire(questionnaire);
        let right = Code::read(&code, &slots, SHOWN);
        assert!(right.is_ok());
        for (machine, keys) in FOREIGN_KEYS {
            let typed = scanned(&code, keys);
            for typed in [
                typed.clone(),
                format!("{typed}\t"),
                format!("{typed}\r\n{typed}"),
                format!("{typed}{typed}"),
            ] {
                assert_eq!(Code::read(&typed, &slots, SHOWN), right, "{machine}: {typed:?}");
            }
            // With one character wrong the keyboard is the first thing to mend.
            let mut less = typed.clone();
            let last = less.pop();
            less.push(if last == keys.chars().next() {
                keys.chars().nth(1).unwrap()
            } else {
                keys.chars().next().unwrap()
            });
            assert_eq!(Code::read(&less, &slots, SHOWN), Err(CodeProblem::Keyboard), "{machine}: {less}");
        }
    }
    // A keyboard that nobody has thought of.
    let unknown = GOLDEN_FULL.replace('-', "¬").replace('M', "Ω");
    let read = Code::read(&unknown, &Slots::of_questionnaire(&golden), SHOWN);
    assert_eq!(read, Err(CodeProblem::Keyboard));
}

/// Scanners send a mark of the kind of code, a prefix, marks of beginning and end, the code twice, a Tab.
#[test]
fn what_a_scanner_sends_around_a_code_does_no_harm() {
    let questionnaire = november();
    let slots = Slots::of_questionnaire(&questionnaire);
    for code in [GOLDEN_EMPTY, GOLDEN_FULL, GOLDEN_ARABIC] {
        let right = Code::read(code, &slots, SHOWN);
        assert!(right.is_ok(), "{code}");
        let small = code.to_lowercase().replace('-', "");
        for typed in [
            format!("]Q1{code}"),
            format!("]Q3{code}\r"),
            format!("\u{2}{code}\u{3}"),
            format!("\u{1d}{code}\u{1d}"),
            format!("]Q1\u{1d}{code}\t"),
            format!("{code}\t"),
            format!("QR: {code}"),
            format!("ACCUEIL2/{code};"),
            format!("{code}{code}"),
            format!("{code}\n{code}"),
            format!("{code}\t{code}\t"),
            format!("]Q1{code}\r\n]Q1{code}\r\n"),
            format!("{small}{small}"),
            format!("Le code est {code}. Merci"),
            format!("({code})"),
            format!("\"{code}\""),
        ] {
            assert_eq!(Code::read(&typed, &slots, SHOWN), right, "{typed:?}");
        }
    }
}

#[test]
fn two_different_codes_in_one_field_are_not_read_as_one_of_them() {
    let questionnaire = november();
    let slots = Slots::of_questionnaire(&questionnaire);
    for between in ["\n", " ", "\t", " et "] {
        let read = Code::read(&format!("{GOLDEN_FULL}{between}{GOLDEN_ARABIC}"), &slots, SHOWN);
        assert_eq!(read, Err(CodeProblem::Several), "{between:?}");
    }
}

/// Wherever a code stands, a mistake in it is caught as in a code that stands alone: no beginning of it is tried for a right one.
#[test]
fn every_single_error_in_a_code_with_something_around_it_is_caught() {
    let questionnaire = example("hospital");
    let slots = Slots::of_questionnaire(&questionnaire);
    let code: Vec<char> = code_of(&questionnaire, &[1, 2, 3, 0, 2]).chars().collect();
    let mut tried = 0;
    for at in (3..code.len()).filter(|at| code[*at] != '-') {
        for wrong in ALPHABET.chars().chain(['-', '/', ' ', '\t', 'U']).filter(|one| *one != code[at]) {
            let mut spoilt = code.clone();
            spoilt[at] = wrong;
            let spoilt = String::from_iter(spoilt);
            for typed in
                [format!("]Q1{spoilt}\t"), format!("{spoilt}\r\n{spoilt}"), format!("{spoilt} merci")]
            {
                let read = Code::read(&typed, &slots, SHOWN);
                assert!(read.is_err(), "{wrong:?} at {at}: {typed:?}");
                tried += 1;
            }
        }
    }
    assert!(tried > 2000, "{tried}");
}

/// Undoing the keyboard must never make a code of what is none: every wrong key and every swap, counted, none missed.
#[test]
fn every_single_error_and_every_swap_in_what_such_a_scanner_types_is_caught() {
    let mut tried = 0;
    for (name, chosen) in [("hospital", &[1, 2, 3, 0, 2][..]), ("practice", &[0][..])] {
        let questionnaire = example(name);
        let code = code_of(&questionnaire, chosen);
        let read = |typed: &[char]| {
            Code::read(&String::from_iter(typed), &Slots::of_questionnaire(&questionnaire), SHOWN)
        };
        let right = Code::read(&code, &Slots::of_questionnaire(&questionnaire), SHOWN);
        for (machine, keys) in KEYS {
            let typed: Vec<char> = scanned(&code, keys).chars().collect();
            for at in 3..typed.len() {
                for wrong in keys.chars().chain(['m', 'M', '/', ' ', '-']).filter(|one| *one != typed[at]) {
                    let mut spoilt = typed.clone();
                    spoilt[at] = wrong;
                    match read(&spoilt) {
                        Err(_) => tried += 1,
                        // As everywhere, I and L are 1, and O is 0.
                        alike => assert_eq!(alike, right, "{machine}: {wrong} at {at} of {code}"),
                    }
                }
                if typed.get(at + 1).is_some_and(|next| *next != typed[at]) {
                    let mut spoilt = typed.clone();
                    spoilt.swap(at, at + 1);
                    assert!(read(&spoilt).is_err(), "{machine}: swap at {at} of {code}");
                    tried += 1;
                }
            }
        }
        let typed = scanned(&code, KEYS[0].1);
        let last = typed.chars().last().unwrap();
        let wrong = if last == '&' { 'é' } else { '&' };
        let spoilt: Vec<char> = typed.chars().take(typed.chars().count() - 1).chain([wrong]).collect();
        assert_eq!(read(&spoilt), Err(CodeProblem::Keyboard), "it is told that the keyboard is the matter");
    }
    println!("{tried} mistakes, every one caught");
    assert!(tried > 5000);
}

#[test]
fn what_cannot_be_read_is_told_in_a_sentence() {
    let questionnaire = example("practice");
    let code = code_of(&questionnaire, &[1, 0, 2]);
    let problem = |text: &str| Code::read(text, &Slots::of_questionnaire(&questionnaire), SHOWN).unwrap_err();
    for foreign in ["", "shc:/5676", "HC1:6BF", "shlink:/eyJ", "hello", "E", "-", "0C-123"] {
        assert_eq!(problem(foreign), CodeProblem::Foreign, "{foreign}");
    }
    assert_eq!(problem("EC"), CodeProblem::Length);
    assert_eq!(problem(&code[..12]), CodeProblem::Length);
    assert_eq!(problem(&code[..code.len() - 1]), CodeProblem::Check, "cut");
    assert_eq!(problem(&code.replacen('-', "-é", 1)), CodeProblem::Character(3));
    assert_eq!(problem(&"EC0".repeat(500)), CodeProblem::Length);
    let other =
        Code::read(&code, &Slots::of_questionnaire(&questionnaire), Fingerprint([1; 32])).unwrap_err();
    assert!(matches!(other, CodeProblem::OtherRegister));
    for one in [
        CodeProblem::Foreign,
        CodeProblem::Character(3),
        CodeProblem::Keyboard,
        CodeProblem::Length,
        CodeProblem::Check,
        CodeProblem::Newer(2),
        CodeProblem::Meaningless,
        CodeProblem::Several,
        other,
    ] {
        assert!(one.to_string().split(' ').count() >= 8, "{one}");
    }
}

/// Nobody wins or loses an answer by a register that is too big: it has no code, and the sheet says everything.
#[test]
fn a_register_with_too_much_to_say_has_no_code_and_says_how_long_it_would_be() {
    let mut questionnaire = example("hospital");
    let many: Vec<_> = (0..60)
        .map(|number| {
            let mut one = questionnaire.items[3].clone();
            one.id = Id::parse(&format!("use-{number}")).unwrap();
            one
        })
        .collect();
    questionnaire.items = many;
    let everything = answers_to(&questionnaire, &[1]);
    let code = said(None, Reading::clear(Language::Fr), None, everything);
    assert!(code.write(&Slots::of_questionnaire(&questionnaire)).unwrap_err().characters > Code::LONGEST);
    let little = said(None, Reading::clear(Language::Fr), None, answers_to(&questionnaire, &[0]));
    let text = little.write(&Slots::of_questionnaire(&questionnaire)).unwrap();
    assert_eq!(Code::read(&text, &Slots::of_questionnaire(&questionnaire), SHOWN), Ok(little));
}

/// An entry of the list names a place in ten bits: one place further it would name another question, with checks that fit.
#[test]
fn what_is_said_beyond_the_last_place_that_a_code_can_name_is_too_long_and_never_something_else() {
    let mut questionnaire = example("hospital");
    let one = questionnaire.items[3].clone();
    let places = |questionnaire: &Questionnaire| {
        questionnaire.requests.len() + questionnaire.items.iter().map(slots_of).sum::<usize>()
    };
    questionnaire.items.clear();
    while places(&questionnaire) < 1100 {
        let id = Id::parse(&format!("use-{}", questionnaire.items.len())).unwrap();
        questionnaire.items.push(QuestionnaireItem { id, ..one.clone() });
    }
    let mut named = 0;
    let mut before = questionnaire.requests.len();
    for item in &questionnaire.items {
        // The questions of a use stand before its requests.
        let at = before;
        before += slots_of(item);
        let Some(request) = item.requests.first() else { panic!("this use has requests") };
        let mut answers = Answers::default();
        answers.ask(AskedId { item: Some(item.id.clone()), request: *request }, true);
        let said = said(None, Reading::clear(Language::Fr), None, answers);
        match said.write(&Slots::of_questionnaire(&questionnaire)) {
            Ok(code) => {
                assert_eq!(Code::read(&code, &Slots::of_questionnaire(&questionnaire), SHOWN), Ok(said));
                named += 1;
            }
            Err(long) => {
                assert!(long.characters > Code::LONGEST && at + item.questions.len() >= 1023, "{at}")
            }
        }
    }
    assert!(
        (100..1100).contains(&named) && named < questionnaire.items.len(),
        "{named} of {}",
        questionnaire.items.len()
    );
}

/// A questionnaire in which so many things can be asked for, in as many uses, and nothing is in question: each takes one bit.
fn requests_alone(number: usize) -> Questionnaire {
    let mut questionnaire = november();
    let pattern = QuestionnaireItem {
        requests: vec![Request::Talk],
        questions: Vec::new(),
        ..questionnaire.items.swap_remove(0)
    };
    questionnaire.requests.clear();
    questionnaire.items = (0..number)
        .map(|at| QuestionnaireItem { id: Id::parse(&format!("use-{at}")).unwrap(), ..pattern.clone() })
        .collect();
    questionnaire
}

/// A code of a patient who asks to talk about these uses, and about nothing else.
fn asking(uses: &[usize]) -> Code {
    let mut answers = Answers::default();
    for at in uses {
        let item = Some(Id::parse(&format!("use-{at}")).unwrap());
        answers.ask(AskedId { item, request: Request::Talk }, true);
    }
    said(None, Reading::clear(Language::Fr), None, answers)
}

/// One thing in a list takes as many bits as twelve things in a row. Codes of that length are written in a row, today and for ever:
/// else the same record would have another code than the one that is on paper already.
#[test]
fn a_list_as_long_as_everything_in_a_row_is_written_in_a_row() {
    for (number, uses, golden) in [(12, &[4][..], GOLDEN_IN_A_ROW), (13, &[4], GOLDEN_IN_A_LIST)] {
        let slots = Slots::of_questionnaire(&requests_alone(number));
        let code = asking(uses);
        assert_eq!(code.write(&slots).unwrap(), golden);
        assert_eq!(Code::read(golden, &slots, SHOWN), Ok(code));
    }
}

const GOLDEN_IN_A_ROW: &str = "EC-1MPJT-B9000-00100-MV";
const GOLDEN_IN_A_LIST: &str = "EC-1MPJT-B9000-01058-K8";

/// Ten bits name a place from 1: the last is 1023, the slot 1022 of those that are counted from 0.
#[test]
fn the_last_place_that_a_list_can_name_is_named_and_the_next_is_too_long() {
    let slots = Slots::of_questionnaire(&requests_alone(1030));
    for uses in [&[1022][..], &[0, 1022]] {
        let code = asking(uses);
        assert_eq!(Code::read(&code.write(&slots).unwrap(), &slots, SHOWN), Ok(code));
    }
    for uses in [&[1023][..], &[0, 1023], &[1024], &[1029]] {
        let long = asking(uses).write(&slots).unwrap_err();
        assert!(long.characters > Code::LONGEST, "{uses:?}: {long:?}");
    }
}

/// What fills the last symbol is zeros. Somebody who makes a code by hand, with right checks, may fill it otherwise: that is not
/// another way to write the same.
#[test]
fn ones_in_what_fills_the_last_symbol_say_nothing() {
    // In a row 12 bits, and in a list 12 bits: three are left to fill the third symbol.
    for (number, uses) in [(12, &[4][..]), (40, &[4])] {
        let slots = Slots::of_questionnaire(&requests_alone(number));
        let text = asking(uses).write(&slots).unwrap().replace('-', "");
        let (before, checks) = text.split_at(text.len() - 2);
        let (before, last) = before.split_at(before.len() - 1);
        assert_eq!(checks.len(), 2);
        let symbol = ALPHABET.find(last).unwrap();
        for filled in 1..8 {
            let letter = ALPHABET.as_bytes()[symbol | filled] as char;
            let read = |checks: &str| Code::read(&format!("{before}{letter}{checks}"), &slots, SHOWN);
            // Of all pairs of check characters one is right.
            let pairs =
                ALPHABET.chars().flat_map(|one| ALPHABET.chars().map(move |two| format!("{one}{two}")));
            let right: Vec<_> =
                pairs.map(|checks| read(&checks)).filter(|read| *read != Err(CodeProblem::Check)).collect();
            assert_eq!(right, [Err(CodeProblem::Meaningless)], "{filled} in what fills {text}");
        }
    }
}

fn any_reading() -> impl Strategy<Value = Reading> {
    (select(&Language::USUAL[..]), select(&Level::ALL[..]))
        .prop_map(|(language, level)| Reading { language, level })
}

proptest! {
    #![proptest_config(support::cases(300))]

    #[test]
    fn what_was_said_is_what_is_read(
        name in select(&["hospital", "practice", "imported"][..]),
        chosen in proptest::collection::vec(any::<u8>(), 1..40),
        day in proptest::option::of((2026..2100_u16, 1..=12_u8, 1..=28_u8)),
        reading in any_reading(),
        sheet_language in select(&Language::ALL[..]),
        behalf in proptest::option::of(select(&Behalf::ALL[..])),
        bytes in any::<[u8; 32]>(),
    ) {
        let questionnaire = example(name);
        let day = day.map(|(year, month, day)| Date { year, month, day: Some(day) });
        let fingerprint = Fingerprint(bytes);
        let answers = answers_to(&questionnaire, &chosen);
        let code = Code { fingerprint: fingerprint.begin(), day, reading, sheet_language, behalf, answers };
        if let Ok(text) = code.write(&Slots::of_questionnaire(&questionnaire)) {
            prop_assert!(text.len() <= Code::LONGEST);
            prop_assert_eq!(Code::read(&text, &Slots::of_questionnaire(&questionnaire), fingerprint), Ok(code));
        }
    }

    #[test]
    fn any_text_is_a_code_or_is_refused(text in "(EC)?[-0-9A-Za-z ]{0,60}") {
        let questionnaire = example("practice");
        if let Ok(code) = Code::read(&text, &Slots::of_questionnaire(&questionnaire), SHOWN) {
            prop_assert_eq!(code.fingerprint, SHOWN.begin());
        }
    }
}
