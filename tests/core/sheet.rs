//! The sheet: every question in exactly one list, and nothing on it that the patient has not said. It is drawn of the record
//! (`screens::paper`), which is what the desk reads back: so these are the rules of both.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId, Regime, Request};
use eclaire::content::{Language, Level, Word};
use eclaire::desk::Opened;
use eclaire::record::{Code, LocalisedJson, Questionnaire, QuestionnaireItem, Record, RecordLine, Slots};
use eclaire::register::Channel;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use support::complete;
use support::said::{anything, anything_about_any_register, blank_of, says};

/// What patients can say in these tests. The questions: `consultation-notes.recording` and `wound-photos.photo` under agree,
/// `research.reuse` and `newsletter.letters` under object.
fn questionnaire() -> &'static Questionnaire {
    static BLANK: OnceLock<Questionnaire> = OnceLock::new();
    BLANK.get_or_init(|| blank_of(&complete()))
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// The record of someone who answers these questions, written as `item.question`.
fn answered(given: &[(&str, Answer)]) -> Record {
    Record::of(questionnaire(), &says(questionnaire(), given))
}

/// The record of someone who says this.
fn after(answers: Answers) -> Record {
    Record::of(questionnaire(), &Code { answers, ..says(questionnaire(), &[]) })
}

/// What stands under a heading.
fn under(record: &Record, heading: Word) -> Vec<RecordLine<'_>> {
    let found = record.lists().into_iter().find(|(one, _)| *one == heading);
    found.map(|(_, lines)| lines).unwrap_or_default()
}

fn questions(lines: &[RecordLine]) -> Vec<String> {
    lines.iter().map(|line| format!("{}.{}", line.item.unwrap().id, line.question.unwrap().id)).collect()
}

fn requests(lines: &[RecordLine]) -> Vec<String> {
    let item = |line: &RecordLine| line.item.map_or("care".to_owned(), |item| item.id.to_string());
    lines.iter().map(|line| format!("{}.{}", item(line), line.request.unwrap().request.code())).collect()
}

/// With this answer, the question stands under this heading and under no other.
#[track_caller]
fn goes_to(question: &str, answer: Option<Answer>, expected: Word) {
    let given = answer.map(|answer| (question, answer));
    let record = answered(given.as_slice());
    let lists = record.lists().into_iter().filter(|(heading, _)| *heading != Word::SheetAsked);
    let found = lists.filter(|(_, lines)| questions(lines).contains(&question.to_owned()));
    assert_eq!(found.map(|(heading, _)| heading).collect::<Vec<_>>(), [expected]);
}

#[test]
fn under_agree_yes_agrees_and_no_refuses() {
    goes_to("wound-photos.photo", Some(Answer::Yes), Word::SheetAgreed);
    goes_to("wound-photos.photo", Some(Answer::No), Word::SheetRefused);
}

#[test]
fn under_object_yes_leaves_it_as_it_is_and_no_objects() {
    goes_to("research.reuse", Some(Answer::Yes), Word::SheetLeft);
    goes_to("research.reuse", Some(Answer::No), Word::SheetObjected);
}

#[test]
fn talk_first_is_an_answer_of_its_own_under_both() {
    goes_to("wound-photos.photo", Some(Answer::TalkFirst), Word::SheetTalk);
    goes_to("research.reuse", Some(Answer::TalkFirst), Word::SheetTalk);
}

#[test]
fn what_is_not_answered_is_open_and_nothing_else() {
    goes_to("wound-photos.photo", None, Word::SheetOpen);
    goes_to("research.reuse", None, Word::SheetOpen);
    let record = answered(&[]);
    let all = ["consultation-notes.recording", "wound-photos.photo", "research.reuse", "newsletter.letters"];
    assert_eq!(questions(&under(&record, Word::SheetOpen)), all);
    assert_eq!(record.lists().len(), 1, "nothing is said");
}

#[test]
fn a_line_has_the_words_the_regime_and_who_takes_the_answer() {
    let record = answered(&[("research.reuse", Answer::No)]);
    let [line] = under(&record, Word::SheetObjected)[..] else { panic!("{:?}", record.lists()) };
    let research = questionnaire().item(&id("research")).unwrap();
    let question = &research.questions[0];
    let (item, asked) = (line.item.unwrap(), line.question.unwrap());
    assert_eq!((&item.id, item.regime), (&research.id, Regime::Object));
    assert_eq!(
        (&asked.id, asked.answer, asked.channel),
        (&question.id, Some(Answer::No), Some(Channel::Dpo))
    );
    let french = |text: &LocalisedJson| text.0.pick(Language::Fr, Level::Clear).unwrap().text.to_owned();
    assert_eq!(item.title.french(), french(&research.title));
    assert_eq!(asked.text.french(), french(&question.text));
    assert_eq!(line.request, None);
}

#[test]
fn a_question_that_stands_alone_is_known_by_its_title_and_one_of_several_is_not() {
    assert!(under(&answered(&[]), Word::SheetOpen).iter().all(|line| !line.is_one_of_several()));
    let mut second = complete().0["reuses"][1]["questions"][0].clone();
    second["id"] = "second".into();
    let two = blank_of(&complete().with("reuses[1].questions[1]", second));
    let mut said = says(&two, &[]);
    said.answers.ask(AskedId { item: Some(id("newsletter")), request: Request::Talk }, true);
    let record = Record::of(&two, &said);
    let open = under(&record, Word::SheetOpen);
    let several: Vec<_> = open.iter().filter(|line| line.is_one_of_several()).copied().collect();
    assert_eq!(questions(&several), ["newsletter.letters", "newsletter.second"]);
    assert!(
        under(&record, Word::SheetAsked).iter().all(|line| !line.is_one_of_several()),
        "a request is none"
    );
}

#[test]
fn requests_are_asked_for_in_the_order_of_the_register() {
    let mut answers = Answers::default();
    let asked = [
        (Some("newsletter"), Request::Talk),
        (Some("wound-photos"), Request::Talk),
        (Some("wound-photos"), Request::Explanation),
        (None, Request::Talk),
    ];
    for (item, request) in asked {
        answers.ask(AskedId { item: item.map(id), request }, true);
    }
    let record = after(answers);
    let expected = ["care.talk", "wound-photos.explanation", "wound-photos.talk", "newsletter.talk"];
    assert_eq!(requests(&under(&record, Word::SheetAsked)), expected);
    assert_eq!(under(&record, Word::SheetOpen).len(), 4, "a request answers no question");
}

/// Answers outlive a register: a page is loaded again with a newer one, or with another hospital's.
#[test]
fn what_the_register_does_not_ask_is_not_on_the_sheet() {
    let mut answers = Answers::default();
    for (item, question, answer) in [
        ("research", "teaching", Answer::Yes),
        ("tourism", "reuse", Answer::No),
        ("mammography", "recording", Answer::Yes),
    ] {
        answers.answer(QuestionId { item: id(item), question: id(question) }, Some(answer));
    }
    answers.ask(AskedId { item: Some(id("own-devices")), request: Request::Talk }, true);
    answers.ask(AskedId { item: Some(id("tourism")), request: Request::Talk }, true);
    answers.ask(AskedId { item: None, request: Request::OtherOpinion }, true);
    assert_eq!(after(answers), answered(&[]));
}

#[test]
fn a_register_without_questions_has_an_empty_sheet() {
    let least = blank_of(&support::least());
    let said = says(&least, &[("research.reuse", Answer::No)]);
    assert!(Record::of(&least, &said).lists().is_empty());
}

proptest! {
    #![proptest_config(support::cases(200))]

    #[test]
    fn every_question_is_in_exactly_one_list(said in anything(questionnaire())) {
        let record = Record::of(questionnaire(), &said);
        let lists = record.lists().into_iter().filter(|(heading, _)| *heading != Word::SheetAsked);
        let mut listed: Vec<_> = lists.flat_map(|(_, lines)| questions(&lines)).collect();
        let of = |item: &'static QuestionnaireItem| item.questions.iter().map(move |one| format!("{}.{}", item.id, one.id));
        let mut asked: Vec<_> = questionnaire().items.iter().flat_map(of).collect();
        listed.sort();
        asked.sort();
        prop_assert_eq!(listed, asked);
    }

    #[test]
    fn the_list_of_a_question_says_what_the_patient_said(said in anything(questionnaire())) {
        for (heading, lines) in Record::of(questionnaire(), &said).lists() {
            for (item, question) in lines.iter().filter_map(|line| line.item.zip(line.question)) {
                let asked = QuestionId { item: item.id.clone(), question: question.id.clone() };
                prop_assert_eq!(question.answer, said.answers.to(&asked));
                let expected = match (item.regime, question.answer) {
                    (_, None) => Word::SheetOpen,
                    (_, Some(Answer::TalkFirst)) => Word::SheetTalk,
                    (Regime::Agree, Some(Answer::Yes)) => Word::SheetAgreed,
                    (Regime::Agree, Some(Answer::No)) => Word::SheetRefused,
                    (Regime::Object, Some(Answer::Yes)) => Word::SheetLeft,
                    (Regime::Object, Some(Answer::No)) => Word::SheetObjected,
                    (Regime::Inform | Regime::Request, _) => panic!("a question where there is none"),
                };
                prop_assert_eq!(heading, expected);
            }
        }
    }

    #[test]
    fn a_request_is_on_the_sheet_if_it_is_offered_and_asked_for(said in anything(questionnaire())) {
        let record = Record::of(questionnaire(), &said);
        let asked = under(&record, Word::SheetAsked);
        let general = questionnaire().requests.iter().map(|request| AskedId { item: None, request: *request });
        let of = |item: &'static QuestionnaireItem| {
            item.requests.iter().map(|request| AskedId { item: Some(item.id.clone()), request: *request })
        };
        let offered = general.chain(questionnaire().items.iter().flat_map(of));
        let expected: Vec<_> = offered.filter(|one| said.answers.has_asked(one)).collect();
        let found = asked.iter().map(|line| AskedId {
            item: line.item.map(|item| item.id.clone()),
            request: line.request.unwrap().request,
        });
        prop_assert_eq!(found.collect::<Vec<_>>(), expected);
        prop_assert!(asked.iter().all(|line| line.question.is_none()));
    }

    #[test]
    fn each_list_keeps_the_order_of_the_register(said in anything(questionnaire())) {
        let order: Vec<_> = questionnaire().items.iter().map(|item| &item.id).collect();
        for (_, lines) in Record::of(questionnaire(), &said).lists() {
            prop_assert!(lines.is_sorted_by_key(|line| order.iter().position(|one| line.item.is_some_and(|item| item.id == **one))));
        }
        let distinct: BTreeSet<_> = order.iter().collect();
        prop_assert_eq!(distinct.len(), order.len());
    }
}

// The paper and what the desk reads are the same.

proptest! {
    #![proptest_config(support::cases(100))]

    /// The paper is drawn of the first of these records, the desk reads the others.
    #[test]
    fn what_the_paper_lists_is_what_the_desk_reads_back_of_the_code_the_file_and_what_is_kept(
        (notice, questionnaire, said) in anything_about_any_register()
    ) {
        let record = Record::of(&questionnaire, &said);
        let paper = record.lists();
        let questionnaires = [questionnaire];
        let file = Opened::of_file(record.to_json().as_bytes(), &questionnaires, &notice.answer_words(), said.day);
        let (file, kept) = (file.unwrap(), Record::from_kept(&record.to_kept()).unwrap());
        prop_assert_eq!(&file.record.lists(), &paper);
        prop_assert_eq!(&kept.lists(), &paper);
        // A register with too much to answer has no code; the paper says so.
        if let Ok(code) = said.write(&Slots::of_questionnaire(&questionnaires[0])) {
            let opened = Opened::of_code(&code, &questionnaires, said.day).unwrap();
            prop_assert_eq!(&opened.record.lists(), &paper);
        }
    }
}
