//! The notice: what one page carries, there and back as bytes, and without what nobody can choose.

#![allow(clippy::unwrap_used)] // The helpers are tests too.

mod support;

use eclaire::choices::{Answer, Answers, AskedId, QuestionId};
use eclaire::content::{Language, Level, Word};
use eclaire::notice::{Notice, Unreadable};
use eclaire::record::Sheet;
use eclaire::register::check;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::sync::OnceLock;
use support::{Draft, complete, fixture, library, lines};

fn notice_of(draft: &Draft) -> Notice {
    Notice::compose(Some(draft.check()), library())
}

/// The bytes of the complete register's notice, made once.
fn bytes() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| notice_of(&complete()).to_bytes())
}

/// Every text in several languages that the notice carries, as (language, text).
fn texts(notice: &Notice) -> Vec<(String, String)> {
    let mut found = Vec::new();
    texts_in(&serde_json::to_value(notice).unwrap(), &mut found);
    found
}

fn texts_in(value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Array(items) => match &items[..] {
            [Value::String(language), Value::String(level), Value::String(text)]
                if Language::from_code(language).is_some() && (level == "Clear" || level == "Simple") =>
            {
                found.push((language.clone(), text.clone()));
            }
            _ => items.iter().for_each(|item| texts_in(item, found)),
        },
        Value::Object(entries) => entries.values().for_each(|item| texts_in(item, found)),
        _ => {}
    }
}

// What it carries.

#[test]
fn a_notice_joins_the_register_with_the_texts() {
    let checked = complete().check();
    let notice = notice_of(&complete());
    assert_eq!(notice.register, checked.register);
    assert_eq!(notice.languages, [Language::Fr, Language::En]);
    assert_eq!((&notice.rights, &notice.understanding), (&library().rights, &library().understanding));
    assert!(notice.problems.is_empty() && notice.gaps.is_empty());
    for language in Language::ALL {
        assert_eq!(notice.words(language), &library().words[&language]);
    }
}

#[test]
fn the_first_language_is_the_default_of_the_register() {
    assert_eq!(notice_of(&complete()).first_language(), Language::Fr);
    assert_eq!(notice_of(&complete().with("site.default_language", "en")).first_language(), Language::En);
}

#[test]
fn without_a_register_a_notice_says_what_is_true_everywhere_in_every_language() {
    let notice = Notice::compose(None, library());
    assert_eq!(notice.register, None);
    assert!(notice.problems.is_empty() && notice.gaps.is_empty());
    assert_eq!((&notice.languages[..], notice.first_language()), (&Language::ALL[..], Language::Fr));
    assert_eq!((&notice.rights, &notice.understanding), (&library().rights, &library().understanding));
    assert_ne!(notice.words(Language::En).get(Word::Title), notice.words(Language::Fr).get(Word::Title));
}

#[test]
fn what_is_not_told_is_carried_for_staff() {
    let checked = check(&fixture("gaps-only"), library());
    let gaps = lines(&checked.gaps);
    let notice = Notice::compose(Some(checked), library());
    assert!(notice.register.is_some() && notice.problems.is_empty());
    assert_eq!(notice.gaps, gaps);
}

#[test]
fn with_a_broken_register_the_problems_are_carried_for_staff_and_the_page_stays_general() {
    let checked = check(&fixture("many-problems"), library());
    let problems = lines(&checked.errors);
    let notice = Notice::compose(Some(checked), library());
    assert_eq!(notice.register, None);
    assert_eq!(notice.problems, problems);
    assert!(problems.len() > 10, "{problems:#?}");
    assert_eq!(notice.languages, Language::ALL);
    assert_eq!(notice.rights, library().rights);
}

// What it does not carry.

/// The register's own texts were not looked at: a page in French carried the English department, study and contacts.
#[test]
fn a_language_that_nobody_can_choose_is_not_carried() {
    for (only, other) in [(Language::Fr, Language::En), (Language::En, Language::Fr)] {
        let (kept, gone) = (only.code(), other.code());
        let one = json!({ "name": { "fr": "Nom", "en": "Name" }, "place": { "fr": "Ici", "en": "Here" } });
        let draft = complete()
            .with("site.languages", json!([kept]))
            .with("site.default_language", kept)
            .with("site.contacts.users_commission", one.clone())
            .with("uses[2].contact", one.clone())
            .with("reuses[1].contact", one);
        let notice = notice_of(&draft);
        let carried = texts(&notice);
        assert_eq!(
            carried.iter().filter(|(language, _)| language == gone).collect::<Vec<_>>(),
            [] as [&_; 0]
        );
        let both = texts(&notice_of(&draft.with("site.languages", json!([kept, gone]))));
        assert_eq!(carried, both.into_iter().filter(|(language, _)| language == kept).collect::<Vec<_>>());
        assert_eq!(notice.words(other), notice.words(only), "its words are not carried either");
    }
}

#[test]
fn a_text_in_another_language_only_is_carried_rather_than_lost() {
    let french = json!(["fr"]);
    let notice = notice_of(&complete().with("site.languages", french).without("uses[0].department.fr"));
    let english: Vec<_> = texts(&notice).into_iter().filter(|(language, _)| language == "en").collect();
    assert_eq!(english, [("en".to_owned(), "Radiology".to_owned())]);
}

#[test]
fn whoever_reads_a_page_is_shown_what_the_whole_register_would_show() {
    let checked = check(&fixture("mixed-languages"), library());
    let register = checked.register.clone().unwrap();
    let notice = Notice::compose(Some(checked), library());
    let carried = notice.register.unwrap();
    for language in notice.languages {
        for (kept, whole) in carried.uses.iter().zip(&register.uses) {
            assert_eq!(kept.title.pick(language, Level::Clear), whole.title.pick(language, Level::Clear));
            assert_eq!(
                kept.human_does.pick(language, Level::Simple),
                whole.human_does.pick(language, Level::Simple)
            );
        }
    }
}

// The sheet's part of it.

#[test]
fn the_part_for_the_sheet_makes_the_same_sheet() {
    let whole = notice_of(&complete());
    let part = whole.for_sheet();
    let register = whole.register.as_ref().unwrap();
    let mut answers = Answers::default();
    let reuse = &register.reuses[0];
    let question = QuestionId { item: reuse.id.clone(), question: reuse.say.questions[0].id.clone() };
    answers.answer(question, Some(Answer::No));
    let talk = register.uses[2].say.requests[0];
    answers.ask(AskedId { item: Some(register.uses[2].id.clone()), request: talk }, true);

    let part_register = part.register.as_ref().unwrap();
    let sheet = Sheet::of(part_register, &answers);
    assert_eq!(sheet, Sheet::of(register, &answers));
    assert_eq!((sheet.objected.len(), sheet.asked.len(), sheet.open.len()), (1, 1, 3));
    assert_eq!(
        (&part_register.site, part.languages.as_slice()),
        (&register.site, whole.languages.as_slice())
    );
    for language in Language::ALL {
        assert_eq!(part.words(language), whole.words(language));
    }
}

#[test]
fn the_part_for_the_sheet_carries_nothing_else() {
    let checked = check(&fixture("gaps-only"), library());
    let part = Notice::compose(Some(checked), library()).for_sheet();
    assert!(part.rights.is_empty() && part.understanding.is_empty() && part.gaps.is_empty());

    let register = notice_of(&complete()).for_sheet().register.unwrap();
    let says = register.uses.iter().map(|one| &one.say).chain(register.reuses.iter().map(|one| &one.say));
    let questions = says.flat_map(|say| &say.questions);
    assert!(
        questions.clone().count() == 4
            && questions.into_iter().all(|one| one.if_yes.is_none() && one.if_no.is_none())
    );
    assert!(
        register
            .uses
            .iter()
            .all(|one| one.human_does.is_empty() && one.ask.is_empty() && one.performance.is_none())
    );
    assert!(notice_of(&complete()).for_sheet().to_bytes().len() * 4 < bytes().len());
}

// There and back.

#[test]
fn a_notice_is_read_as_it_was_written() {
    let notices = [
        Notice::compose(None, library()),
        notice_of(&complete()),
        notice_of(&complete()).for_sheet(),
        Notice::compose(Some(check(&fixture("gaps-only"), library())), library()),
        Notice::compose(Some(check(&fixture("many-problems"), library())), library()),
        Notice::compose(Some(check(&fixture("mixed-languages"), library())), library()),
    ];
    for notice in notices {
        assert_eq!(Notice::from_bytes(&notice.to_bytes()), Ok(notice));
    }
}

/// Postcard reads what it can: seven zeros were a notice without words, and whatever followed a notice was ignored.
#[test]
fn foreign_bytes_are_unreadable() {
    assert_eq!(Notice::from_bytes(&[]), Err(Unreadable));
    assert_eq!(Notice::from_bytes(b"<!doctype html><title>404</title>"), Err(Unreadable));
    for length in 0..64 {
        assert_eq!(Notice::from_bytes(&vec![0; length]), Err(Unreadable), "{length} zeros");
        assert_eq!(Notice::from_bytes(&vec![255; length]), Err(Unreadable), "{length} times 255");
    }
    let with_more = [bytes(), b"\n"].concat();
    assert_eq!(Notice::from_bytes(&with_more), Err(Unreadable));
    let twice = [bytes(), bytes()].concat();
    assert_eq!(Notice::from_bytes(&twice), Err(Unreadable));
}

proptest! {
    #![proptest_config(support::cases(64))]

    #[test]
    fn a_notice_cut_anywhere_is_unreadable(end in any::<Index>()) {
        prop_assert_eq!(Notice::from_bytes(&bytes()[..end.index(bytes().len())]), Err(Unreadable));
    }

    #[test]
    fn a_notice_with_any_byte_changed_is_unreadable(place in any::<Index>(), change in 1..=255_u8) {
        let mut changed = bytes().to_vec();
        changed[place.index(bytes().len())] ^= change;
        prop_assert_eq!(Notice::from_bytes(&changed), Err(Unreadable));
    }

    #[test]
    fn any_bytes_are_unreadable(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert_eq!(Notice::from_bytes(&bytes), Err(Unreadable));
    }

    #[test]
    fn whatever_register_there_is_its_notice_is_read_as_it_was_written(draft in support::any_changed_register()) {
        let notice = notice_of(&draft);
        prop_assert_eq!(notice.register.is_some(), notice.problems.is_empty());
        prop_assert!(!notice.languages.is_empty());
        prop_assert_eq!(Notice::from_bytes(&notice.to_bytes()), Ok(notice));
    }
}
