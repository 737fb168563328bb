//! What patients say about a register in tests: questionnaires, answers of every kind, records.
//!
//! The digests of real pages are made by the program, of the cards as they are drawn; here they are made of the texts.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

use super::{Draft, complete, library, repository};
use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId, Regime, Request};
use eclaire::content::{Date, Language, Level, Reading};
use eclaire::notice::Notice;
use eclaire::record::{Behalf, Code, Fingerprint, Questionnaire, Record};
use eclaire::register::check;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

/// A fingerprint to recognise.
pub const SHOWN: Fingerprint = Fingerprint([0xA5; 32]);

/// One of the example registers.
pub fn example(name: &str) -> Draft {
    let text = std::fs::read_to_string(repository("content/registers").join(format!("{name}.json"))).unwrap();
    Draft(serde_json::from_str(&text).unwrap())
}

/// The notice of a register, with a fingerprint and digests that change with its texts.
pub fn notice_of(draft: &Draft) -> Notice {
    let mut notice = Notice::compose(Some(check(&draft.0.to_string(), library())), library());
    assert!(notice.register.is_some(), "{:?}", notice.problems);
    let register = notice.register.as_ref().unwrap();
    let uses = register.uses.iter().map(|one| format!("{one:?}"));
    let texts: Vec<String> = uses.chain(register.reuses.iter().map(|one| format!("{one:?}"))).collect();
    let sum =
        |text: &String| text.bytes().fold(17_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    let digests: Vec<u64> = texts.iter().map(sum).collect();
    let mut bytes = SHOWN.0;
    bytes[..8]
        .copy_from_slice(&digests.iter().fold(7_u64, |all, one| all.wrapping_mul(31) ^ one).to_be_bytes());
    notice.fingerprint = Fingerprint(bytes);
    notice.digests = notice.readings().map(|reading| (reading, digests.clone())).collect();
    notice
}

/// The questionnaire of a register.
pub fn blank_of(draft: &Draft) -> Questionnaire {
    notice_of(draft).questionnaire().unwrap()
}

/// Answers to a questionnaire: for each thing that can be said, the next of these numbers says what.
pub fn answers_to(questionnaire: &Questionnaire, chosen: &[u8]) -> Answers {
    let mut answers = Answers::default();
    let mut chosen = chosen.iter().copied().cycle();
    let mut next = || chosen.next().unwrap_or_default();
    for request in &questionnaire.requests {
        answers.ask(AskedId { item: None, request: *request }, next() % 3 == 1);
    }
    for item in &questionnaire.items {
        for question in &item.questions {
            let answer =
                [None, Some(Answer::Yes), Some(Answer::No), Some(Answer::TalkFirst)][usize::from(next() % 4)];
            answers.answer(QuestionId { item: item.id.clone(), question: question.id.clone() }, answer);
        }
        for request in &item.requests {
            answers.ask(AskedId { item: Some(item.id.clone()), request: *request }, next() % 3 == 1);
        }
    }
    answers
}

/// Any register with something to say: some of the hospital's uses and reuses, and as many of its own under any regime, with
/// several questions, none, texts in one language only.
pub fn any_register() -> impl Strategy<Value = Draft> {
    let own = (
        select(&Regime::ALL[..]),
        proptest::collection::vec((any_words(), proptest::option::of(any_channel())), 1..4),
        subsequence(Request::ALL.to_vec(), 1..=4),
        any_words(),
    );
    (
        proptest::collection::vec(any::<bool>(), 40),
        proptest::collection::vec(own, 0..5),
        subsequence(Request::ALL.to_vec(), 0..=4),
        any::<bool>(),
    )
        .prop_map(|(kept, own, requests, french_first)| {
            let mut draft = example("hospital");
            let mut kept = kept.into_iter().cycle();
            for kind in ["uses", "reuses"] {
                draft.0[kind].as_array_mut().unwrap().retain(|_| kept.next().unwrap());
            }
            for (number, (regime, questions, requests, title)) in own.into_iter().enumerate() {
                let kind = if number % 2 == 0 { "uses" } else { "reuses" };
                let item = own_item(kind, number, regime, &questions, &requests, &title);
                draft.0[kind].as_array_mut().unwrap().insert(0, item);
            }
            draft.0["requests"] = codes(&requests);
            draft.0["site"]["default_language"] = if french_first { "fr" } else { "en" }.into();
            draft
        })
}

/// A use or reuse that no catalogue knows, all its words written by the hospital.
fn own_item(
    kind: &str,
    number: usize,
    regime: Regime,
    questions: &[(Value, Option<&str>)],
    requests: &[Request],
    title: &Value,
) -> Value {
    let pattern = complete().0[kind].as_array().unwrap().iter().find(|one| one["texts"].is_object()).cloned();
    let mut item = pattern.unwrap();
    item["id"] = format!("own-{number}").into();
    // Its moments are those of the register it is taken from.
    drop(item.as_object_mut().unwrap().remove("moments"));
    item["regime"] = regime.code().into();
    item["texts"]["title"] = title.clone();
    item["requests"] = if regime == Regime::Inform { json!([]) } else { codes(requests) };
    let question = |(number, (text, channel)): (usize, &(Value, Option<&str>))| {
        let mut question = item["questions"][0].clone();
        question["id"] = format!("question-{number}").into();
        question["text"] = text.clone();
        // Who takes an objection has to be told.
        match channel.or((regime == Regime::Object).then_some("dpo")) {
            Some(channel) => question["channel"] = channel.into(),
            None => drop(question.as_object_mut().unwrap().remove("channel")),
        }
        question
    };
    let questions: Vec<Value> = questions.iter().enumerate().map(question).collect();
    item["questions"] = if regime.has_questions() { questions.into() } else { json!([]) };
    item
}

fn codes(requests: &[Request]) -> Value {
    requests.iter().map(|one| one.code()).collect()
}

fn any_channel() -> impl Strategy<Value = &'static str> {
    select(&["care_team", "desk", "dpo"][..])
}

/// A text of a hospital's own, in some of the languages.
fn any_words() -> impl Strategy<Value = Value> {
    (0..1000, subsequence(vec!["fr", "en", "ar"], 1..=3)).prop_map(|(number, languages)| {
        languages.into_iter().map(|one| (one.to_owned(), Value::from(format!("{one} {number}")))).collect()
    })
}

/// Anything that anybody may say about any register: its questionnaire comes with it.
pub fn anything_about_any_register() -> impl Strategy<Value = (Notice, Questionnaire, Code)> {
    (any_register(), any_said()).prop_map(|(draft, said)| {
        let notice = notice_of(&draft);
        let questionnaire = notice.questionnaire().unwrap();
        let code = said.about(&questionnaire);
        (notice, questionnaire, code)
    })
}

/// The name of a question, as `item.question`.
pub fn question(name: &str) -> QuestionId {
    let (item, question) = name.split_once('.').unwrap();
    QuestionId { item: Id::parse(item).unwrap(), question: Id::parse(question).unwrap() }
}

/// What a patient says who answers these questions, in French, on 22 November 2026.
pub fn says(questionnaire: &Questionnaire, answers: &[(&str, Answer)]) -> Code {
    let mut all = Answers::default();
    for (name, answer) in answers {
        all.answer(question(name), Some(*answer));
    }
    Code {
        fingerprint: questionnaire.fingerprint.begin(),
        day: Date::parse("2026-11-22"),
        reading: Reading::clear(Language::Fr),
        sheet_language: Language::Fr,
        behalf: None,
        answers: all,
    }
}

/// Anything that anybody may say about a questionnaire.
pub fn anything(questionnaire: &'static Questionnaire) -> impl Strategy<Value = Code> {
    any_said().prop_map(|said| said.about(questionnaire))
}

/// What somebody says, before it is known about what.
#[derive(Debug, Clone)]
struct Said {
    chosen: Vec<u8>,
    day: Option<Date>,
    reading: Reading,
    sheet_language: Language,
    behalf: Option<Behalf>,
}

impl Said {
    fn about(self, questionnaire: &Questionnaire) -> Code {
        let Said { chosen, day, reading, sheet_language, behalf } = self;
        let answers = answers_to(questionnaire, &chosen);
        Code { fingerprint: questionnaire.fingerprint.begin(), day, reading, sheet_language, behalf, answers }
    }
}

fn any_said() -> impl Strategy<Value = Said> {
    let reading = (select(&Language::USUAL[..]), select(&Level::ALL[..]));
    (
        proptest::collection::vec(any::<u8>(), 1..40),
        proptest::option::of((2026..2100_u16, 1..=12_u8, 1..=28_u8)),
        reading,
        select(&Language::ALL[..]),
        proptest::option::of(select(&Behalf::ALL[..])),
    )
        .prop_map(|(chosen, day, (language, level), sheet_language, behalf)| Said {
            chosen,
            day: day.map(|(year, month, day)| Date { year, month, day: Some(day) }),
            reading: Reading { language, level },
            sheet_language,
            behalf,
        })
}

/// The answers that a record holds.
pub fn answers_in(record: &Record) -> Answers {
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
