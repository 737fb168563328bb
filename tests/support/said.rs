//! What patients say about a register in tests: blanks, answers of every kind, records.
//!
//! The marks of real pages are made by the program, of the cards as they are drawn; here they are made of the texts.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

use super::{Draft, library, repository};
use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId};
use eclaire::content::{Date, Language, Level, Reading};
use eclaire::notice::Notice;
use eclaire::record::{Behalf, Blank, Code, Fingerprint, Record};
use eclaire::register::check;
use proptest::prelude::*;
use proptest::sample::select;

/// A fingerprint to recognise.
pub const SHOWN: Fingerprint = Fingerprint([0xA5; 32]);

/// One of the example registers.
pub fn example(name: &str) -> Draft {
    let text = std::fs::read_to_string(repository("content/registers").join(format!("{name}.json"))).unwrap();
    Draft(serde_json::from_str(&text).unwrap())
}

/// The notice of a register, with a fingerprint and marks that change with its texts.
pub fn notice_of(draft: &Draft) -> Notice {
    let mut notice = Notice::compose(Some(check(&draft.0.to_string(), library())), library());
    let register = notice.register.as_ref().unwrap();
    let uses = register.uses.iter().map(|one| format!("{one:?}"));
    let texts: Vec<String> = uses.chain(register.reuses.iter().map(|one| format!("{one:?}"))).collect();
    let sum =
        |text: &String| text.bytes().fold(17_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    let marks: Vec<u64> = texts.iter().map(sum).collect();
    let mut bytes = SHOWN.0;
    bytes[..8]
        .copy_from_slice(&marks.iter().fold(7_u64, |all, one| all.wrapping_mul(31) ^ one).to_be_bytes());
    notice.fingerprint = Fingerprint(bytes);
    notice.marks = notice.readings().map(|reading| (reading, marks.clone())).collect();
    notice
}

/// The blank of a register.
pub fn blank_of(draft: &Draft) -> Blank {
    notice_of(draft).blank().unwrap()
}

/// Answers to a blank: for each thing that can be said, the next of these numbers says what.
pub fn answers_to(blank: &Blank, chosen: &[u8]) -> Answers {
    let mut answers = Answers::default();
    let mut chosen = chosen.iter().copied().cycle();
    let mut next = || chosen.next().unwrap_or_default();
    for request in &blank.requests {
        answers.ask(AskedId { item: None, request: *request }, next() % 3 == 1);
    }
    for item in &blank.items {
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

/// The name of a question, as `item.question`.
pub fn question(name: &str) -> QuestionId {
    let (item, question) = name.split_once('.').unwrap();
    QuestionId { item: Id::parse(item).unwrap(), question: Id::parse(question).unwrap() }
}

/// What a patient says who answers these questions, in French, on 22 November 2026.
pub fn says(blank: &Blank, answers: &[(&str, Answer)]) -> Code {
    let mut all = Answers::default();
    for (name, answer) in answers {
        all.answer(question(name), Some(*answer));
    }
    Code {
        fingerprint: blank.fingerprint.begin(),
        day: Date::parse("2026-11-22"),
        reading: Reading::clear(Language::Fr),
        paper: Language::Fr,
        behalf: None,
        answers: all,
    }
}

/// Anything that anybody may say about a blank.
pub fn anything(blank: &'static Blank) -> impl Strategy<Value = Code> {
    let reading = (select(&Language::PAGES[..]), select(&Level::ALL[..]));
    (
        proptest::collection::vec(any::<u8>(), 1..40),
        proptest::option::of((2026..2100_u16, 1..=12_u8, 1..=28_u8)),
        reading,
        select(&Language::ALL[..]),
        proptest::option::of(select(&Behalf::ALL[..])),
    )
        .prop_map(|(chosen, day, (language, level), paper, behalf)| Code {
            fingerprint: blank.fingerprint.begin(),
            day: day.map(|(year, month, day)| Date { year, month, day: Some(day) }),
            reading: Reading { language, level },
            paper,
            behalf,
            answers: answers_to(blank, &chosen),
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
