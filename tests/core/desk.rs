//! The desk: one patient at a time, warnings before anything else, and nothing that stands before it was read back.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::Answer;
use eclaire::content::{Date, Language, NotText, Reading};
use eclaire::desk::{Event, NotThatDay, Opened, Refusal, State, Warning};
use eclaire::record::{
    CodeProblem, Delivery, DeliveryNumber, Export, FileProblem, Questionnaire, Record, Slots,
};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::OnceLock;
use support::repository;
use support::said::{anything, blank_of, example, says};

fn hospital() -> &'static Questionnaire {
    static BLANK: OnceLock<Questionnaire> = OnceLock::new();
    BLANK.get_or_init(|| blank_of(&example("hospital")))
}

fn today() -> Option<Date> {
    Date::parse("2026-11-22")
}

fn code(questionnaire: &Questionnaire) -> String {
    says(questionnaire, &[("research.reuse", Answer::No)])
        .write(&Slots::of_questionnaire(questionnaire))
        .unwrap()
}

/// The desk of the hospital after something has happened.
fn after(happened: Event) -> State {
    let mut state = State::default();
    state.apply(happened, std::slice::from_ref(hospital()), today());
    state
}

#[track_caller]
fn open(state: &State) -> &Opened {
    match state {
        State::Open(opened) => opened,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_code_opens_the_record_it_was_made_of() {
    let state = after(Event::Code(format!("  {} ", code(hospital()).to_lowercase())));
    let said = says(hospital(), &[("research.reuse", Answer::No)]);
    assert_eq!(open(&state).record, Record::of(hospital(), &said));
    assert_eq!(open(&state).warnings, [Warning::Example]);
    assert_eq!(open(&state).read_back, None, "proposed, until it was read back");
}

#[test]
fn a_file_opens_too_with_the_warning_that_anyone_can_have_changed_it() {
    let record = Record::of(hospital(), &says(hospital(), &[("research.reuse", Answer::No)]));
    let state = after(Event::File(record.to_json().into()));
    assert_eq!(open(&state).record, record);
    assert_eq!(open(&state).warnings, [Warning::Example, Warning::File]);
}

/// What someone changes in a file.
type Edit<'a> = dyn Fn(&mut Value) + 'a;

/// A file in which someone has changed something, of a patient who objects to research.
fn edited(change: impl Fn(&mut Value)) -> Vec<u8> {
    let record = Record::of(hospital(), &says(hospital(), &[("research.reuse", Answer::No)]));
    let mut json: Value = serde_json::from_str(&record.to_json()).unwrap();
    change(&mut json["record"]);
    json.to_string().into()
}

fn item<'a>(record: &'a mut Value, id: &str) -> &'a mut Value {
    let items = record["items"].as_array_mut().unwrap();
    items.iter_mut().find(|item| item["id"] == id).unwrap()
}

/// The change with which a file stands for a text that is not known here.
fn of_another_text(record: &mut Value) {
    record["fingerprint"] = "5a".repeat(32).into();
}

#[test]
fn a_file_whose_text_is_known_is_told_in_the_words_of_the_text_and_where_it_says_otherwise_is_warned_of() {
    let right = Record::of(hospital(), &says(hospital(), &[("research.reuse", Answer::No)]));
    let place = || vec!["Hôpital public de Brumeval".to_owned()];
    let title = |id: &str| {
        let item = right.items.iter().find(|item| item.id.as_str() == id).unwrap();
        vec![item.title.french().to_owned()]
    };
    let changes: [(&str, &Edit, Vec<String>); 10] = [
        (
            "a question",
            &|all| item(all, "research")["questions"][0]["text"]["fr"] = "Autre chose".into(),
            title("research"),
        ),
        (
            "an effect",
            &|all| item(all, "research")["questions"][0]["if_no"]["fr"] = "Rien.".into(),
            title("research"),
        ),
        ("a purpose", &|all| item(all, "research")["purpose"] = "care".into(), title("research")),
        ("a regime", &|all| item(all, "teaching")["regime"] = "object".into(), title("teaching")),
        ("a title", &|all| item(all, "teaching")["title"]["fr"] = "Autre titre".into(), title("teaching")),
        (
            "who takes it",
            &|all| item(all, "research")["questions"][0]["channel"] = "desk".into(),
            title("research"),
        ),
        ("an invented register", &|all| all["example"] = false.into(), place()),
        ("the place", &|all| all["site"]["id"] = "ailleurs".into(), place()),
        ("the version", &|all| all["notice_version"] = "9".into(), place()),
        (
            "a use is missing",
            &|all| all["items"].as_array_mut().unwrap().retain(|one| one["id"] != "teaching"),
            title("teaching"),
        ),
    ];
    for (what, change, expected) in changes {
        let state = after(Event::File(edited(change)));
        assert_eq!(open(&state).record, right, "{what}");
        let warnings = &open(&state).warnings;
        assert_eq!(warnings[..], [Warning::Example, Warning::Altered(expected), Warning::File], "{what}");
    }
    let more = |all: &mut Value| {
        let mut one = item(all, "teaching").clone();
        (one["id"], one["title"]["fr"]) = ("more".into(), "Autre titre".into());
        all["items"].as_array_mut().unwrap().push(one);
    };
    let state = after(Event::File(edited(more)));
    assert_eq!(open(&state).record, right);
    assert!(open(&state).warnings.contains(&Warning::Altered(vec!["Autre titre".into()])));
}

#[test]
fn a_file_of_which_no_text_is_known_opens_with_a_warning_that_its_words_are_its_own() {
    let state = after(Event::File(edited(of_another_text)));
    let [Warning::Example, Warning::Old(_), Warning::UnknownText, Warning::File] = &open(&state).warnings[..]
    else {
        panic!("{:?}", open(&state).warnings)
    };
}

/// In November 2026 an objection was answered in other words. Where nobody has kept the text of then, a file of then is still
/// read, and an answer in the words of another is still refused.
#[test]
fn a_file_in_the_words_of_november_2026_is_read_and_its_words_still_tell_its_answers() {
    let file = std::fs::read_to_string(repository("tests/fixtures/records/november-2026.json")).unwrap();
    assert!(file.contains("Je m’y oppose"));
    let state = after(Event::File(file.clone().into()));
    assert!(open(&state).warnings.contains(&Warning::UnknownText));
    let mut json: Value = serde_json::from_str(&file).unwrap();
    for (answer, said, taken) in [
        ("no", "Je m’y oppose", true),
        ("yes", "Cela me convient", true),
        ("yes", "Je m’y oppose", false),
        ("no", "Cela me convient", false),
    ] {
        let question = &mut item(&mut json["record"], "research")["questions"][0];
        (question["answer"], question["said"]) = (answer.into(), serde_json::json!({ "fr": said }));
        let state = after(Event::File(json.to_string().into()));
        assert_eq!(matches!(state, State::Open(_)), taken, "{answer}, “{said}”: {state:?}");
    }
}

#[test]
fn what_no_page_writes_is_refused_whether_its_text_is_known_or_not() {
    let twice = |list: &mut Value| {
        let first = list[0].clone();
        list.as_array_mut().unwrap().push(first);
    };
    let ask = serde_json::json!([{"request": "talk", "text": {"fr": "en parler"}}, {"request": "talk", "text": {"fr": "en parler"}}]);
    let changes: [(&str, &Edit); 9] = [
        ("a yes in the words of an objection", &|all| {
            item(all, "research")["questions"][0]["answer"] = "yes".into()
        }),
        ("an objection in the words of an agreement", &|all| {
            item(all, "research")["questions"][0]["said"]["fr"] = "J’accepte".into();
        }),
        ("an answer without its words", &|all| item(all, "research")["questions"][0]["said"] = Value::Null),
        ("an answer with empty words", &|all| {
            item(all, "research")["questions"][0]["said"] = serde_json::json!({})
        }),
        ("words without an answer", &|all| item(all, "research")["questions"][0]["answer"] = Value::Null),
        ("a question twice", &|all| {
            let questions = &mut item(all, "research")["questions"];
            twice(questions);
            questions[0]["answer"] = Value::Null;
            questions[0]["said"] = Value::Null;
        }),
        ("a use twice", &|all| twice(&mut all["items"])),
        ("a request twice", &|all| all["requests"] = ask.clone()),
        ("a month for a day", &|all| all["day"] = "1900-01".into()),
    ];
    for (what, change) in changes {
        for known in [true, false] {
            let file = edited(|all| {
                change(all);
                if !known {
                    of_another_text(all);
                }
            });
            let state = after(Event::File(file));
            let told = matches!(&state, State::Refused(Refusal::File(FileProblem::Broken(_))));
            assert!(told, "{what}, its text {known}: {state:?}");
        }
    }
}

#[test]
fn an_answer_that_the_text_does_not_offer_is_refused_and_not_dropped() {
    let changes: [(&str, &Edit); 4] = [
        ("another question", &|all| item(all, "research")["questions"][0]["id"] = "other".into()),
        ("another use", &|all| item(all, "research")["id"] = "other".into()),
        ("words of its own", &|all| {
            item(all, "research")["questions"][0]["said"]["fr"] = "Oui, volontiers".into()
        }),
        ("another request", &|all| {
            item(all, "research")["requests"] =
                serde_json::json!([{"request": "human_reading", "text": {"fr": "x"}}]);
        }),
    ];
    for (what, change) in changes {
        let state = after(Event::File(edited(change)));
        assert!(matches!(&state, State::Refused(Refusal::File(FileProblem::Broken(_)))), "{what}: {state:?}");
    }
}

#[test]
fn a_file_that_is_too_large_no_text_or_in_a_language_to_come_says_which() {
    let refused = |bytes: Vec<u8>| match after(Event::File(bytes)) {
        State::Refused(Refusal::File(problem)) => problem,
        other => panic!("{other:?}"),
    };
    let mut right = edited(|_| {});
    right.resize(Record::LARGEST, b' ');
    assert!(matches!(after(Event::File(right.clone())), State::Open(_)), "as large as can be");
    right.push(b' ');
    assert_eq!(refused(right), FileProblem::TooLarge);
    let western: Vec<u8> = String::from_utf8(edited(|_| {}))
        .unwrap()
        .replace('’', "'")
        .chars()
        .map(|one| one as u32 as u8)
        .collect();
    let at = western.iter().position(|byte| *byte >= 0x80).unwrap() + 1;
    assert_eq!(
        refused(western),
        FileProblem::NotText(NotText::OlderEncoding(at)),
        "saved in another encoding"
    );
    let language = || FileProblem::NewerLanguage("tlh".into());
    assert_eq!(refused(edited(|all| all["paper"] = "tlh".into())), language());
    assert_eq!(refused(edited(|all| all["read"]["language"] = "tlh".into())), language());
    assert_eq!(refused(edited(|all| item(all, "research")["title"]["tlh"] = "QIn".into())), language());
}

#[test]
fn what_cannot_be_read_is_refused_for_its_reason() {
    let refused = |state: State| match state {
        State::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    };
    let cut = &code(hospital())[..12];
    assert_eq!(refused(after(Event::Code(cut.to_owned()))), Refusal::Code(CodeProblem::Length));
    assert_eq!(refused(after(Event::Code("HC1:6BF".into()))), Refusal::Code(CodeProblem::Foreign));
    assert_eq!(refused(after(Event::File("{}".into()))), Refusal::File(FileProblem::Foreign));
    let practice = blank_of(&example("practice"));
    let other =
        refused(after(Event::Code(says(&practice, &[]).write(&Slots::of_questionnaire(&practice)).unwrap())));
    assert_eq!(other, Refusal::Code(CodeProblem::OtherRegister));
    assert_eq!(after(Event::Code("  ".into())), State::Empty);
}

#[test]
fn a_code_of_a_former_text_is_read_with_it_and_what_changed_is_told() {
    let now =
        blank_of(&example("hospital").with("site.notice.version", "2.0").with("reuses[1].kept.fr", "30 ans"));
    let mut state = State::default();
    state.apply(Event::Code(code(hospital())), &[now, hospital().clone()], today());
    let opened = open(&state);
    assert_eq!(opened.warnings, [Warning::Example, Warning::Old("1.0".into())]);
    let changes = opened.changes.as_ref().unwrap();
    assert_eq!(
        changes.items.iter().map(|one| one.item.as_ref().unwrap().as_str()).collect::<Vec<_>>(),
        ["research"]
    );
    assert!(open(&after(Event::Code(code(hospital())))).changes.is_none(), "or else that shows nothing");
}

#[test]
fn a_record_for_another_place_or_of_a_day_to_come_is_warned_of() {
    let practice = blank_of(&example("practice"));
    let record = Record::of(&practice, &says(&practice, &[]));
    let state = after(Event::File(record.to_json().into()));
    assert!(
        matches!(&open(&state).warnings[..], [Warning::Example, Warning::OtherSite(name), Warning::UnknownText, Warning::File] if !name.is_empty())
    );
    let mut state = State::default();
    state.apply(Event::Code(code(hospital())), std::slice::from_ref(hospital()), Date::parse("2026-11-21"));
    assert!(open(&state).warnings.contains(&Warning::Future));
}

#[test]
fn reading_back_can_be_said_and_taken_back_and_belongs_to_one_patient() {
    let questionnaires = std::slice::from_ref(hospital());
    let mut state = after(Event::Code(code(hospital())));
    state.apply(Event::ReadBack(true), questionnaires, today());
    assert_eq!(open(&state).read_back, today());
    state.apply(Event::ReadBack(false), questionnaires, today());
    assert_eq!(open(&state).read_back, None);
    state.apply(Event::ReadBack(true), questionnaires, today());
    state.apply(Event::Code(code(hospital())), questionnaires, today());
    assert_eq!(open(&state).read_back, None, "the next code is another patient's");
    state.apply(Event::Next, questionnaires, today());
    assert_eq!(state, State::Erased);
    state.apply(Event::ReadBack(true), questionnaires, today());
    assert_eq!(state, State::Erased, "there is nothing to read back");
}

#[test]
fn nothing_is_read_back_before_it_was_said_or_on_a_day_to_come() {
    let day = |text: &str| Date::parse(text).unwrap();
    let questionnaires = std::slice::from_ref(hospital());
    let mut opened = Opened::of_code(&code(hospital()), questionnaires, today()).unwrap();
    assert_eq!(opened.record.day, Some(day("2026-11-22")));
    let later = Some(day("2026-11-24"));
    assert_eq!(
        opened.read_back_on(Some(day("2026-11-21")), later),
        Err(NotThatDay::Before(day("2026-11-22")))
    );
    assert_eq!(opened.read_back_on(Some(day("2026-11-25")), later), Err(NotThatDay::ToCome));
    assert_eq!(opened.read_back, None);
    for right in ["2026-11-22", "2026-11-24"] {
        assert_eq!(opened.read_back_on(Some(day(right)), later), Ok(()));
        assert_eq!(opened.read_back, Some(day(right)));
    }
}

#[test]
fn a_desk_whose_clock_is_behind_or_wrong_notes_no_reading_back_and_says_why() {
    let questionnaires = std::slice::from_ref(hospital());
    let said = Date::parse("2026-11-22").unwrap();
    for (clock, why) in [(Date::parse("2026-11-21"), NotThatDay::Before(said)), (None, NotThatDay::Unknown)] {
        let mut state = after(Event::Code(code(hospital())));
        state.apply(Event::ReadBack(true), questionnaires, today());
        assert!(state.is_read_back());
        state.apply(Event::ReadBack(true), questionnaires, clock);
        assert_eq!(open(&state).read_back, None, "{why}");
        assert_eq!(open(&state).not_that_day, Some(why));
        assert!(!state.is_read_back(), "the box is shown empty");
        state.apply(Event::ReadBack(false), questionnaires, clock);
        assert_eq!(open(&state).not_that_day, None, "who takes it back needs no reason");
        state.apply(Event::ReadBack(true), questionnaires, clock);
        state.apply(Event::ReadBack(true), questionnaires, today());
        assert_eq!((open(&state).read_back, open(&state).not_that_day), (today(), None), "the clock was set");
    }
}

#[test]
fn no_export_says_that_something_stands_which_was_read_back_before_it_was_said() {
    let record = Record::of(hospital(), &says(hospital(), &[("research.reuse", Answer::No)]));
    let library = support::library();
    let (words, french) = (&library.desk_words, &library.words[&Reading::clear(Language::Fr)]);
    let delivery = Delivery { number: DeliveryNumber::of([7; 16]), at: None, address: None };
    for export in Export::ALL {
        let write =
            |day: Option<&str>| export.write(&record, day.and_then(Date::parse), &delivery, words, french);
        let proposed = write(None);
        assert_eq!(write(Some("2026-11-21")), proposed, "{}", export.code());
        let stands = write(Some("2026-11-22"));
        assert_ne!(stands, proposed, "{}: the same day is right", export.code());
    }
}

proptest! {
    #![proptest_config(support::cases(60))]

    /// What a page writes is believed: nothing in it is changed, and no one is warned in vain.
    #[test]
    fn the_file_of_a_page_is_told_as_it_is(said in anything(hospital())) {
        let record = Record::of(hospital(), &said);
        let state = after(Event::File(record.to_json().into()));
        prop_assert_eq!(&open(&state).record, &record);
        let vain = |warning: &Warning| matches!(warning, Warning::Altered(_) | Warning::UnknownText);
        prop_assert!(!open(&state).warnings.iter().any(vain), "{:?}", open(&state).warnings);
    }
}

/// Some scanners end with a Tab: the cursor left the field, and nothing was read.
#[test]
fn a_field_that_is_left_with_a_right_code_is_read_and_with_anything_else_nothing_happens() {
    let code = code(hospital());
    let state = after(Event::Left(format!("]Q1{code}")));
    assert_eq!(state, after(Event::Code(code.clone())));
    for other in ["", "EC-", &code[..code.len() - 2], "hello"] {
        assert_eq!(after(Event::Left(other.into())), State::Empty, "{other}");
    }
    let mut open = state.clone();
    open.apply(Event::Left("hello".into()), std::slice::from_ref(hospital()), today());
    assert_eq!(open, state, "what lies open stays");
}
