//! The desk: one patient at a time, warnings before anything else, and nothing that stands before it was read back.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

mod support;

use eclaire::choices::Answer;
use eclaire::content::Date;
use eclaire::desk::{Counter, Happened, Opened, Refusal, Warning};
use eclaire::record::{Blank, CodeProblem, FileProblem, Places, Record};
use std::sync::OnceLock;
use support::said::{blank_of, example, says};

fn hospital() -> &'static Blank {
    static BLANK: OnceLock<Blank> = OnceLock::new();
    BLANK.get_or_init(|| blank_of(&example("hospital")))
}

fn today() -> Option<Date> {
    Date::parse("2026-11-22")
}

fn code(blank: &Blank) -> String {
    says(blank, &[("research.reuse", Answer::No)]).write(&Places::of_blank(blank)).unwrap()
}

/// The desk of the hospital after something has happened.
fn after(happened: Happened) -> Counter {
    let mut counter = Counter::default();
    counter.apply(happened, std::slice::from_ref(hospital()), today());
    counter
}

#[track_caller]
fn open(counter: &Counter) -> &Opened {
    match counter {
        Counter::Open(opened) => opened,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_code_opens_the_record_it_was_made_of() {
    let counter = after(Happened::Code(format!("  {} ", code(hospital()).to_lowercase())));
    let said = says(hospital(), &[("research.reuse", Answer::No)]);
    assert_eq!(open(&counter).record, Record::of(hospital(), &said));
    assert_eq!(open(&counter).warnings, [Warning::Example]);
    assert_eq!(open(&counter).read_back, None, "proposed, until it was read back");
}

#[test]
fn a_file_opens_too_with_the_warning_that_anyone_can_have_changed_it() {
    let record = Record::of(hospital(), &says(hospital(), &[("research.reuse", Answer::No)]));
    let counter = after(Happened::File(record.to_json()));
    assert_eq!(open(&counter).record, record);
    assert_eq!(open(&counter).warnings, [Warning::Example, Warning::File]);
}

#[test]
fn what_cannot_be_read_is_refused_for_its_reason() {
    let refused = |counter: Counter| match counter {
        Counter::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    };
    let cut = &code(hospital())[..12];
    assert_eq!(refused(after(Happened::Code(cut.to_owned()))), Refusal::Code(CodeProblem::Length));
    assert_eq!(refused(after(Happened::Code("HC1:6BF".into()))), Refusal::Code(CodeProblem::Foreign));
    assert_eq!(refused(after(Happened::File("{}".into()))), Refusal::File(FileProblem::Foreign));
    let practice = blank_of(&example("practice"));
    let other =
        refused(after(Happened::Code(says(&practice, &[]).write(&Places::of_blank(&practice)).unwrap())));
    assert_eq!(other, Refusal::Code(CodeProblem::OtherRegister));
    assert_eq!(after(Happened::Code("  ".into())), Counter::Empty);
}

#[test]
fn a_code_of_a_former_text_is_read_with_it_and_what_changed_is_told() {
    let now =
        blank_of(&example("hospital").with("site.notice.version", "2.0").with("reuses[1].kept.fr", "30 ans"));
    let mut counter = Counter::default();
    counter.apply(Happened::Code(code(hospital())), &[now, hospital().clone()], today());
    let opened = open(&counter);
    assert_eq!(opened.warnings, [Warning::Example, Warning::Old("1.0".into())]);
    let changes = opened.changes.as_ref().unwrap();
    assert_eq!(
        changes.items.iter().map(|one| one.item.as_ref().unwrap().as_str()).collect::<Vec<_>>(),
        ["research"]
    );
    assert!(open(&after(Happened::Code(code(hospital())))).changes.is_none(), "or else that shows nothing");
}

#[test]
fn a_record_for_another_place_or_of_a_day_to_come_is_warned_of() {
    let practice = blank_of(&example("practice"));
    let record = Record::of(&practice, &says(&practice, &[]));
    let counter = after(Happened::File(record.to_json()));
    assert!(
        matches!(&open(&counter).warnings[..], [Warning::Example, Warning::OtherSite(name), Warning::File] if !name.is_empty())
    );
    let mut counter = Counter::default();
    counter.apply(
        Happened::Code(code(hospital())),
        std::slice::from_ref(hospital()),
        Date::parse("2026-11-21"),
    );
    assert!(open(&counter).warnings.contains(&Warning::Future));
}

#[test]
fn reading_back_can_be_said_and_taken_back_and_belongs_to_one_patient() {
    let blanks = std::slice::from_ref(hospital());
    let mut counter = after(Happened::Code(code(hospital())));
    counter.apply(Happened::ReadBack(true), blanks, today());
    assert_eq!(open(&counter).read_back, today());
    counter.apply(Happened::ReadBack(false), blanks, today());
    assert_eq!(open(&counter).read_back, None);
    counter.apply(Happened::ReadBack(true), blanks, today());
    counter.apply(Happened::Code(code(hospital())), blanks, today());
    assert_eq!(open(&counter).read_back, None, "the next code is another patient's");
    counter.apply(Happened::Next, blanks, today());
    assert_eq!(counter, Counter::Erased);
    counter.apply(Happened::ReadBack(true), blanks, today());
    assert_eq!(counter, Counter::Erased, "there is nothing to read back");
}
