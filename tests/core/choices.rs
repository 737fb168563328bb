//! What a patient may decide, and what has been decided: silence is never an answer.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId, Regime, Request, ToAsk};
use eclaire::content::{Language, Level, Reading};
use eclaire::patient::{Event, Keeping, LiesThere, Named, Visit, lies_there};
use eclaire::record::Behalf;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn question(item: &str, question: &str) -> QuestionId {
    QuestionId { item: id(item), question: id(question) }
}

fn about(item: &str, request: Request) -> AskedId {
    AskedId { item: Some(id(item)), request }
}

// Names.

#[test]
fn a_name_is_1_to_40_small_letters_digits_and_hyphens_and_begins_with_a_letter() {
    for text in ["a", "mammography", "ecg-12", "x-", "a--b", &"a".repeat(40)] {
        assert_eq!(id(text).as_str(), text);
        assert_eq!(id(text).to_string(), text);
    }
    let refused = [
        "",
        " ",
        "A",
        "Ecg",
        "1a",
        "-a",
        "a_b",
        "a b",
        "a.b",
        "é",
        "eé",
        "a\n",
        "a/b",
        "ａ",
        &"a".repeat(41),
    ];
    for text in refused {
        assert_eq!(Id::parse(text), None, "{text:?}");
    }
}

/// Names in content files were read as they stood, whatever they were.
#[test]
fn a_name_that_is_read_from_a_file_is_held_to_the_same() {
    assert_eq!(serde_json::from_str::<Id>("\"ecg-12\"").unwrap(), id("ecg-12"));
    assert_eq!(serde_json::to_string(&id("ecg-12")).unwrap(), "\"ecg-12\"");
    let error = serde_json::from_str::<Id>("\"ECG 12\"").unwrap_err();
    assert_eq!(error.to_string(), "expected a short name of a-z, 0-9 and - (at most 40 characters)");
}

// Regimes.

#[test]
fn only_object_and_agree_have_questions() {
    let with_questions = Regime::ALL.into_iter().filter(|regime| regime.has_questions());
    assert_eq!(with_questions.collect::<Vec<_>>(), [Regime::Object, Regime::Agree]);
}

#[test]
fn each_regime_gives_more_say_than_the_one_before() {
    let strengths = Regime::ALL.map(Regime::strength);
    assert!(strengths.is_sorted_by(|less, more| less < more), "{strengths:?}");
}

#[test]
fn the_names_of_regimes_requests_and_answers_in_files_are_these() {
    assert_eq!(Regime::ALL.map(Regime::code), ["inform", "request", "object", "agree"]);
    assert_eq!(Request::ALL.map(Request::code), ["explanation", "human_reading", "other_opinion", "talk"]);
    assert_eq!(Answer::ALL.map(Answer::code), ["yes", "no", "talk-first"]);
}

#[test]
fn an_answer_is_found_by_its_code_and_by_no_other() {
    for answer in Answer::ALL {
        assert_eq!(Answer::from_code(answer.code()), Some(answer));
    }
    for code in ["", "Yes", "oui", "talk_first", "on", "no "] {
        assert_eq!(Answer::from_code(code), None, "{code:?}");
    }
}

// Answers.

#[test]
fn a_visit_begins_with_nothing_said() {
    let visit = Visit::begin(Language::En);
    assert!(visit.answers.is_empty());
    assert_eq!((visit.reading.language, visit.reading.level), (Language::En, Level::Clear));
    assert_eq!(visit.answers.to(&question("research", "reuse")), None);
    assert!(!visit.answers.has_asked(&AskedId { item: None, request: Request::Talk }));
}

#[test]
fn an_answer_can_be_given_changed_and_taken_back() {
    let mut answers = Answers::default();
    let reuse = question("research", "reuse");
    answers.answer(reuse.clone(), Some(Answer::Yes));
    assert_eq!(answers.to(&reuse), Some(Answer::Yes));
    answers.answer(reuse.clone(), Some(Answer::No));
    assert_eq!(answers.to(&reuse), Some(Answer::No));
    answers.answer(reuse.clone(), None);
    assert_eq!(answers.to(&reuse), None);
    assert!(answers.is_empty());
    answers.answer(reuse.clone(), None);
    assert_eq!(answers, Answers::default(), "taking back what was never said says nothing");
}

#[test]
fn an_answer_belongs_to_one_question_of_one_use() {
    let mut answers = Answers::default();
    answers.answer(question("research", "reuse"), Some(Answer::No));
    assert_eq!(answers.to(&question("data-warehouse", "reuse")), None);
    assert_eq!(answers.to(&question("research", "teaching")), None);
}

#[test]
fn a_request_can_be_made_and_taken_back() {
    let mut answers = Answers::default();
    answers.ask(about("ecg", Request::Talk), true);
    answers.ask(about("ecg", Request::Talk), true);
    assert!(answers.has_asked(&about("ecg", Request::Talk)) && !answers.is_empty());
    answers.ask(about("ecg", Request::Talk), false);
    assert!(!answers.has_asked(&about("ecg", Request::Talk)) && answers.is_empty());
}

#[test]
fn a_request_belongs_to_one_use_or_to_the_care_as_a_whole() {
    let mut answers = Answers::default();
    answers.ask(AskedId { item: None, request: Request::Explanation }, true);
    assert!(!answers.has_asked(&about("ecg", Request::Explanation)));
    assert!(!answers.has_asked(&AskedId { item: None, request: Request::Talk }));
    answers.ask(about("ecg", Request::Explanation), true);
    assert!(!answers.has_asked(&about("retina", Request::Explanation)));
}

#[test]
fn answers_of_another_day_come_where_there_are_none_of_today() {
    let (mut today, mut before) = (Answers::default(), Answers::default());
    let worry = ToAsk::AboutWorry(id("error"), id("who"));
    today.answer(question("research", "reuse"), Some(Answer::No));
    before.answer(question("research", "reuse"), Some(Answer::Yes));
    before.answer(question("notes", "recording"), Some(Answer::TalkFirst));
    before.ask(about("ecg", Request::Talk), true);
    before.pick(worry.clone(), true);
    today.take_up(&before);
    assert_eq!(today.to(&question("research", "reuse")), Some(Answer::No), "today's word counts");
    assert_eq!(today.to(&question("notes", "recording")), Some(Answer::TalkFirst));
    assert!(today.has_asked(&about("ecg", Request::Talk)) && today.has_picked(&worry));
}

// Visits.

#[test]
fn what_is_said_stays_when_the_language_changes() {
    let mut visit = Visit::begin(Language::Fr);
    visit.apply(Event::Answer(question("research", "reuse"), Some(Answer::TalkFirst)));
    visit.apply(Event::Ask(about("ecg", Request::Explanation), true));
    visit.apply(Event::Read(Language::En));
    assert_eq!(visit.reading.language, Language::En);
    assert_eq!(visit.answers.to(&question("research", "reuse")), Some(Answer::TalkFirst));
    assert!(visit.answers.has_asked(&about("ecg", Request::Explanation)));
}

#[test]
fn erasing_forgets_what_was_said_and_keeps_the_language() {
    let mut visit = Visit::begin(Language::Fr);
    visit.apply(Event::Read(Language::En));
    visit.apply(Event::Answer(question("research", "reuse"), Some(Answer::Yes)));
    visit.apply(Event::Ask(AskedId { item: None, request: Request::Talk }, true));
    visit.apply(Event::Erase);
    assert_eq!(visit, Visit::begin(Language::En));
}

fn any_question() -> impl Strategy<Value = QuestionId> {
    (select(&["research", "ecg", "notes"][..]), select(&["reuse", "recording"][..]))
        .prop_map(|(item, name)| question(item, name))
}

fn any_request() -> impl Strategy<Value = AskedId> {
    (proptest::option::of(select(&["research", "ecg"][..])), select(&Request::ALL[..]))
        .prop_map(|(item, request)| AskedId { item: item.map(id), request })
}

fn any_to_ask() -> impl Strategy<Value = ToAsk> {
    prop_oneof![
        (select(&["ecg", "notes"][..]), 0..3_usize)
            .prop_map(|(item, number)| ToAsk::AboutUse(id(item), number)),
        (select(&["error", "alone"][..]), select(&["who", "when"][..]))
            .prop_map(|(worry, question)| ToAsk::AboutWorry(id(worry), id(question))),
    ]
}

fn any_event() -> impl Strategy<Value = Event> {
    let answer = (any_question(), proptest::option::of(select(&Answer::ALL[..])));
    prop_oneof![
        2 => select(&Language::USUAL[..]).prop_map(Event::Read),
        2 => select(&Level::ALL[..]).prop_map(Event::ReadAt),
        8 => answer.prop_map(|(question, answer)| Event::Answer(question, answer)),
        4 => (any_request(), any::<bool>()).prop_map(|(asked, wanted)| Event::Ask(asked, wanted)),
        4 => (any_to_ask(), any::<bool>()).prop_map(|(to_ask, wanted)| Event::Pick(to_ask, wanted)),
        2 => select(&Behalf::ALL[..]).prop_map(Event::AnswerFor),
        2 => any::<bool>().prop_map(Event::ShowCode),
        1 => select(&Language::ALL[..]).prop_map(Event::SheetIn),
        1 => Just(Event::Keeping(Keeping::Kept(None))),
        1 => Just(Event::TakeUp(None, Box::default())),
        1 => select(&["ecg", "notes"][..]).prop_map(|name| Event::Open(Named { uses: vec![id(name)], unknown: 1, unread: true })),
        1 => Just(Event::Erase),
    ]
}

proptest! {
    #![proptest_config(support::cases(500))]

    /// The whole visit, told again in the simplest way: the last word on each question and request since the last time
    /// everything was erased, and nothing that nobody said.
    #[test]
    fn the_last_word_counts_and_nothing_else(events in proptest::collection::vec(any_event(), 0..40)) {
        let mut visit = Visit::begin(Language::Fr);
        let (mut language, mut level) = (Language::Fr, Level::Clear);
        let (mut given, mut asked, mut picked) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (mut behalf, mut shows_code, mut paper, mut kept) = (None, false, None, false);
        let mut named = Named::default();
        let (mut questions, mut requests) = (Vec::new(), Vec::new());
        for event in events {
            visit.apply(event.clone());
            match event {
                Event::Read(other) => language = other,
                Event::ReadAt(other) => level = other,
                Event::Answer(question, answer) => {
                    questions.push(question.clone());
                    given.insert(question, answer);
                }
                Event::Ask(request, wanted) => {
                    requests.push(request.clone());
                    asked.insert(request, wanted);
                }
                Event::Pick(to_ask, wanted) => drop(picked.insert(to_ask, wanted)),
                Event::AnswerFor(who) => behalf = Some(who),
                Event::ShowCode(shows) => shows_code = shows,
                Event::SheetIn(other) => paper = Some(other),
                Event::Keeping(keeping) => kept = keeping != Keeping::Nothing,
                Event::TakeUp(..) => kept = true,
                Event::Open(other) => named = other,
                Event::Erase => {
                    named = Named::default();
                    (behalf, shows_code, paper, kept) = (None, false, None, false);
                    given.clear();
                    asked.clear();
                    picked.values_mut().for_each(|wanted| *wanted = false);
                }
            }
        }
        prop_assert_eq!(visit.reading, Reading { language, level });
        prop_assert_eq!((visit.behalf, visit.shows_code), (behalf, shows_code));
        prop_assert_eq!(&visit.named, &named);
        prop_assert_eq!((visit.sheet_language(), visit.keeping != Keeping::Nothing), (paper.unwrap_or(language), kept));
        for question in questions {
            prop_assert_eq!(visit.answers.to(&question), given.get(&question).copied().flatten());
        }
        for request in requests {
            prop_assert_eq!(visit.answers.has_asked(&request), asked.get(&request).copied().unwrap_or(false));
        }
        for (to_ask, wanted) in &picked {
            prop_assert_eq!(visit.answers.has_picked(to_ask), *wanted);
        }
        let nothing_said = picked.values().all(|wanted| !wanted) && given.values().all(Option::is_none) && asked.values().all(|wanted| !wanted);
        prop_assert_eq!(visit.answers.is_empty(), nothing_said);
    }

    #[test]
    fn any_text_is_a_name_or_is_refused(text in ".*") {
        if let Some(id) = Id::parse(&text) {
            prop_assert_eq!(id.as_str(), &text);
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
            prop_assert!((1..=Id::LONGEST).contains(&text.len()) && text.as_bytes()[0].is_ascii_lowercase());
        }
    }

    #[test]
    fn any_text_of_the_right_signs_is_a_name(text in "[a-z][a-z0-9-]{0,39}") {
        prop_assert_eq!(Id::parse(&text).unwrap().to_string(), text);
    }
}

/// Whoever keeps their answers has kept what they say, and nothing else writes to their device.
#[test]
fn each_event_is_something_said_or_not() {
    let id = |name: &str| Id::parse(name).unwrap();
    let said = [
        Event::Read(Language::En),
        Event::ReadAt(Level::Simple),
        Event::Answer(QuestionId { item: id("one"), question: id("two") }, None),
        Event::Ask(AskedId { item: None, request: Request::Talk }, false),
        Event::AnswerFor(Behalf::Me),
        Event::SheetIn(Language::Ar),
    ];
    assert!(said.iter().all(Event::says));
    let not = [
        Event::Keeping(Keeping::Nothing),
        Event::Keeping(Keeping::Meanwhile(None)),
        Event::ShowCode(true),
        Event::Open(Named::default()),
        Event::Erase,
    ];
    assert!(!not.iter().any(Event::says));
}

/// Two windows, one drawer: an objection that one of them kept does not go away because the other one changes something.
#[test]
fn what_another_window_has_kept_is_never_written_over() {
    let (own, other) = (Some("own"), Some("another window's"));
    assert_eq!(lies_there(None, None), LiesThere::Own, "the first press");
    assert_eq!(lies_there(own, own), LiesThere::Own, "what this window wrote or took up");
    assert_eq!(lies_there(other, own), LiesThere::Other, "kept meanwhile");
    assert_eq!(lies_there(other, None), LiesThere::Other, "kept before this window wrote anything");
    assert_eq!(lies_there(None, own), LiesThere::Removed, "what was removed on purpose does not come back");
    let mut visit = Visit::begin(Language::Fr);
    visit.apply(Event::Keeping(Keeping::Kept(None)));
    assert!(visit.keeps());
    visit.apply(Event::Keeping(Keeping::Meanwhile(None)));
    assert!(!visit.keeps() && visit.keeping.is_found(), "offered, and nothing kept in its place");
}

/// What lies there and was neither taken up nor removed stays; nothing else is in the way of keeping.
#[test]
fn only_what_was_found_on_the_device_is_not_written_over() {
    let day = eclaire::content::Date::parse("2026-11-22");
    for found in [Keeping::Found(day), Keeping::Meanwhile(None), Keeping::Unread] {
        assert!(found.is_found(), "{found:?}");
    }
    for other in [Keeping::Nothing, Keeping::Kept(day), Keeping::Refused(true), Keeping::Refused(false)] {
        assert!(!other.is_found(), "{other:?}");
    }
}
