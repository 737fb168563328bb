//! What changed since: an answer stands only for the text it was given to, to the letter; the rest is told item by item.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answer, AskedId, Id, Request};
use eclaire::content::{Language, Level, Reading};
use eclaire::patient::{Event, Keeping, Visit};
use eclaire::record::{Behalf, ChangeKind, Changes, Code, Questionnaire, Record};
use proptest::prelude::*;
use serde_json::json;
use std::sync::OnceLock;
use support::said::{anything, blank_of, example, question, says};

fn hospital() -> &'static Questionnaire {
    static BLANK: OnceLock<Questionnaire> = OnceLock::new();
    BLANK.get_or_init(|| blank_of(&example("hospital")))
}

/// What the changes are: the item and what happened to it.
fn told(changes: &Changes) -> Vec<(&str, ChangeKind)> {
    changes.items.iter().map(|one| (one.item.as_ref().map_or("", Id::as_str), one.what)).collect()
}

/// A record of the hospital as it was, with an objection to research, a yes to the recording, and two requests.
fn before() -> Record {
    let answers = [("research.reuse", Answer::No), ("consultation-notes.recording", Answer::Yes)];
    let mut said = says(hospital(), &answers);
    said.answers.ask(AskedId { item: None, request: Request::Talk }, true);
    let item = Id::parse("retina-images");
    said.answers.ask(AskedId { item, request: Request::HumanReading }, true);
    Record::of(hospital(), &said)
}

#[test]
fn with_the_same_text_nothing_has_changed_and_every_answer_stands() {
    let changes = Changes::since(&before(), hospital());
    assert_eq!(told(&changes), []);
    assert_eq!(changes.carried.to(&question("research.reuse")), Some(Answer::No));
    assert_eq!(changes.carried.to(&question("consultation-notes.recording")), Some(Answer::Yes));
    assert_eq!(
        changes.carried.to(&question("data-warehouse.reuse")),
        None,
        "what was not answered is not now"
    );
    assert!(changes.carried.has_asked(&AskedId { item: None, request: Request::Talk }));
}

#[test]
fn a_changed_text_is_told_with_the_answer_of_then_and_its_answer_is_not_carried() {
    let now = blank_of(&example("hospital").with("reuses[1].kept.fr", "Pendant 30 ans."));
    let changes = Changes::since(&before(), &now);
    assert_eq!(told(&changes), [("research", ChangeKind::Changed)]);
    assert_eq!(changes.items[0].before[0].exactly(Language::Fr), Some("Je m’oppose à cela"));
    assert_eq!(changes.carried.to(&question("research.reuse")), None);
    assert_eq!(
        changes.carried.to(&question("consultation-notes.recording")),
        Some(Answer::Yes),
        "the others stand"
    );
}

/// A correction of one fact on a card is enough: the answer was given with the old fact in mind.
#[test]
fn every_fact_of_a_card_counts_not_only_the_question() {
    let at = example("hospital").0["uses"]
        .as_array()
        .unwrap()
        .iter()
        .position(|one| one["id"] == "consultation-notes");
    let place = format!("uses[{}].maker", at.unwrap());
    let now = blank_of(&example("hospital").with(&place, "Un autre fabricant"));
    let changes = Changes::since(&before(), &now);
    assert_eq!(told(&changes), [("consultation-notes", ChangeKind::Changed)]);
    assert_eq!(changes.carried.to(&question("consultation-notes.recording")), None);
}

/// For whom one had answered was forgotten: answers for a child came back as one's own.
#[test]
fn for_whom_and_in_which_language_the_sheet_was_come_back_too() {
    let said = Code { behalf: Some(Behalf::MyChild), sheet_language: Language::Ar, ..says(hospital(), &[]) };
    let changes = Changes::since(&Record::of(hospital(), &said), hospital());
    assert_eq!((changes.behalf, changes.sheet_language), (Some(Behalf::MyChild), Some(Language::Ar)));
    let mut visit = Visit::begin(Language::Fr);
    visit.apply(Event::TakeUp(None, Box::new(changes.clone())));
    assert_eq!((visit.behalf, visit.sheet_language()), (Some(Behalf::MyChild), Language::Ar));
    let mut other = Visit::begin(Language::Fr);
    other.apply(Event::AnswerFor(Behalf::Me));
    other.apply(Event::TakeUp(None, Box::new(changes)));
    assert_eq!(other.behalf, Some(Behalf::Me), "what was said today counts");
}

/// What was changed after taking up was not kept: a yes that was taken back was offered again.
#[test]
fn what_was_taken_up_is_kept_on_and_what_has_changed_since_stays_in_sight() {
    let changes = Box::new(Changes::since(&before(), hospital()));
    let mut visit = Visit::begin(Language::Fr);
    assert!(!visit.keeps() && !visit.has_said());
    visit.apply(Event::TakeUp(None, changes.clone()));
    for keeping in [Keeping::Kept(None), Keeping::Refused(true)] {
        visit.apply(Event::Keeping(keeping));
        assert!(visit.keeps() && visit.has_said());
        assert_eq!(visit.since.as_ref(), Some(&changes));
    }
    let mut erased = visit.clone();
    erased.apply(Event::Erase);
    visit.apply(Event::Keeping(Keeping::Nothing));
    for gone in [visit, erased] {
        assert!(!gone.keeps() && gone.since.is_none());
    }
}

/// For whom one answers, or the language of the sheet, is said too: taken up alone, it has to be kept on.
#[test]
fn any_one_thing_that_would_be_kept_counts_as_said_and_how_one_reads_does_not() {
    for event in [
        Event::Answer(question("research.reuse"), Some(Answer::No)),
        Event::AnswerFor(Behalf::MyChild),
        Event::SheetIn(Language::Ar),
    ] {
        let mut visit = Visit::begin(Language::Fr);
        visit.apply(event.clone());
        assert!(visit.has_said(), "{event:?}");
    }
    let mut visit = Visit::begin(Language::Fr);
    visit.apply(Event::Read(Language::En));
    visit.apply(Event::ShowCode(true));
    assert!(!visit.has_said());
}

#[test]
fn what_is_gone_is_told_with_its_name_of_then() {
    let now = blank_of(&example("hospital").without("reuses[1]"));
    let changes = Changes::since(&before(), &now);
    assert_eq!(told(&changes), [("research", ChangeKind::Gone)]);
    let title = changes.items[0].title.pick(Language::Fr, Level::Clear).unwrap();
    assert_eq!(title.text, "La recherche sur des données déjà recueillies");
    assert_eq!(changes.items[0].before.len(), 1);
}

#[test]
fn what_is_new_is_told_and_has_no_answer() {
    let mut old = before();
    old.items.retain(|item| item.id.as_str() != "teaching");
    let changes = Changes::since(&old, hospital());
    assert_eq!(told(&changes), [("teaching", ChangeKind::New)]);
    assert_eq!(changes.carried.to(&question("teaching.teaching")), None);
}

#[test]
fn a_request_that_can_no_longer_be_made_is_told() {
    let now = blank_of(&example("hospital").with("requests", json!(["explanation"])));
    let changes = Changes::since(&before(), &now);
    assert_eq!(told(&changes), [("", ChangeKind::Gone)]);
    assert!(!changes.carried.has_asked(&AskedId { item: None, request: Request::Talk }));
}

/// It was read in English at the simple level: that text has to be the same, not the French one.
#[test]
fn the_text_that_was_read_is_compared_with_the_same_reading_of_now() {
    let reading = Reading { language: Language::En, level: Level::Simple };
    let said = Code { reading, ..says(hospital(), &[("research.reuse", Answer::No)]) };
    let record = Record::of(hospital(), &said);
    let mut now = hospital().clone();
    let item = now.items.iter_mut().find(|item| item.id.as_str() == "research").unwrap();
    item.digests.insert("fr/clear".to_owned(), "0".to_owned());
    assert_eq!(told(&Changes::since(&record, &now)), []);
    let item = now.items.iter_mut().find(|item| item.id.as_str() == "research").unwrap();
    item.digests.insert("en/simple".to_owned(), "0".to_owned());
    assert_eq!(told(&Changes::since(&record, &now)), [("research", ChangeKind::Changed)]);
    let french = blank_of(&example("hospital").with("site.languages", json!(["fr"])));
    let changes = Changes::since(&record, &french);
    assert!(
        changes.items.iter().all(|one| one.what == ChangeKind::Changed),
        "nobody can read the same text any more"
    );
    assert!(changes.carried.is_empty());
}

/// A record is a file that anyone can edit: what the page does not offer cannot be said with it.
#[test]
fn a_question_that_an_edited_record_makes_up_is_not_carried() {
    let mut edited = before();
    let item = edited.items.iter_mut().find(|item| item.id.as_str() == "mammography").unwrap();
    let mut made_up =
        before().items.iter().find(|item| item.id.as_str() == "research").unwrap().questions[0].clone();
    made_up.answer = Some(Answer::Yes);
    item.questions.push(made_up);
    let changes = Changes::since(&edited, hospital());
    assert_eq!(changes.carried.to(&question("mammography.reuse")), None);
}

proptest! {
    #![proptest_config(support::cases(40))]

    #[test]
    fn with_the_same_text_what_was_said_is_what_is_carried(said in anything(hospital())) {
        let record = Record::of(hospital(), &said);
        let changes = Changes::since(&record, hospital());
        prop_assert!(changes.items.is_empty());
        prop_assert_eq!(changes.carried, said.answers);
    }

    /// Whatever changes, nothing is carried that was not said.
    #[test]
    fn nothing_is_carried_that_was_not_said(said in anything(hospital()), gone in 0..24_usize, changed in 0..24_usize) {
        let record = Record::of(hospital(), &said);
        let mut now = hospital().clone();
        let at = changed % now.items.len();
        now.items[at].digests.clear();
        now.items.remove(gone % hospital().items.len());
        let changes = Changes::since(&record, &now);
        for item in &hospital().items {
            for one in &item.questions {
                let id = question(&format!("{}.{}", item.id, one.id));
                let carried = changes.carried.to(&id);
                prop_assert!(carried.is_none() || carried == said.answers.to(&id));
            }
        }
    }
}
