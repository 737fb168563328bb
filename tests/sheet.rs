//! The sheet: every question in exactly one list, and nothing on it that the patient has not said.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

mod support;

use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId, Regime, Request};
use eclaire::content::{Language, Localised, Word};
use eclaire::desk::Opened;
use eclaire::record::{Code, Line, Places, Record, RecordLine, Sheet, Wording};
use eclaire::register::{Channel, Register, Say};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use support::complete;
use support::said::anything_about_any_register;

/// The register of these tests. Its questions: `consultation-notes.recording` and `wound-photos.photo` under agree,
/// `research.reuse` and `newsletter.letters` under object.
fn register() -> Register {
    complete().is_shown()
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// Answers to questions written as `item.question`.
fn answers(given: &[(&str, Answer)]) -> Answers {
    let mut answers = Answers::default();
    for (question, answer) in given {
        let (item, name) = question.split_once('.').unwrap();
        answers.answer(QuestionId { item: id(item), question: id(name) }, Some(*answer));
    }
    answers
}

fn questions(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| format!("{}.{}", line.item.unwrap(), line.question.unwrap().0)).collect()
}

fn requests(lines: &[Line]) -> Vec<String> {
    let item = |line: &Line| line.item.map_or("care".to_owned(), Id::to_string);
    lines.iter().map(|line| format!("{}.{}", item(line), line.request.unwrap().code())).collect()
}

/// The lists that hold questions, by name.
fn lists<'s, 'r>(sheet: &'s Sheet<'r>) -> [(&'static str, &'s [Line<'r>]); 6] {
    [
        ("agreed", &sheet.agreed),
        ("refused", &sheet.refused),
        ("objected", &sheet.objected),
        ("left as is", &sheet.left_as_is),
        ("talk first", &sheet.talk_first),
        ("open", &sheet.open),
    ]
}

/// With this answer, the question is in this list and in no other.
#[track_caller]
fn goes_to(question: &str, answer: Option<Answer>, expected: &str) {
    let register = register();
    let given = answer.map(|answer| (question, answer));
    let sheet = Sheet::of(&register, &answers(given.as_slice()));
    let found =
        lists(&sheet).into_iter().filter(|(_, lines)| questions(lines).contains(&question.to_owned()));
    assert_eq!(found.map(|(name, _)| name).collect::<Vec<_>>(), [expected]);
}

#[test]
fn under_agree_yes_agrees_and_no_refuses() {
    goes_to("wound-photos.photo", Some(Answer::Yes), "agreed");
    goes_to("wound-photos.photo", Some(Answer::No), "refused");
}

#[test]
fn under_object_yes_leaves_it_as_it_is_and_no_objects() {
    goes_to("research.reuse", Some(Answer::Yes), "left as is");
    goes_to("research.reuse", Some(Answer::No), "objected");
}

#[test]
fn talk_first_is_an_answer_of_its_own_under_both() {
    goes_to("wound-photos.photo", Some(Answer::TalkFirst), "talk first");
    goes_to("research.reuse", Some(Answer::TalkFirst), "talk first");
}

#[test]
fn what_is_not_answered_is_open_and_nothing_else() {
    goes_to("wound-photos.photo", None, "open");
    goes_to("research.reuse", None, "open");
    let register = register();
    let sheet = Sheet::of(&register, &Answers::default());
    let all = ["consultation-notes.recording", "wound-photos.photo", "research.reuse", "newsletter.letters"];
    assert_eq!(questions(&sheet.open), all);
    assert_eq!((sheet.said(), sheet.questions()), (0, 4));
    assert!(sheet.asked.is_empty());
}

#[test]
fn a_line_has_the_words_the_regime_and_who_takes_the_answer() {
    let register = register();
    let sheet = Sheet::of(&register, &answers(&[("research.reuse", Answer::No)]));
    let [line] = &sheet.objected[..] else { panic!("{:?}", sheet.objected) };
    let research = &register.reuses[0];
    assert_eq!((line.item, line.title), (Some(&research.id), Some(&research.title)));
    assert_eq!((line.regime, line.answer, line.request), (Regime::Object, Some(Answer::No), None));
    let question = &research.say.questions[0];
    assert_eq!(line.question, Some((&question.id, &question.text, Some(Channel::Dpo))));
}

#[test]
fn requests_are_asked_for_in_the_order_of_the_register() {
    let register = register();
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
    let sheet = Sheet::of(&register, &answers);
    let expected = ["care.talk", "wound-photos.explanation", "wound-photos.talk", "newsletter.talk"];
    assert_eq!(requests(&sheet.asked), expected);
    assert_eq!(sheet.asked[0].regime, Regime::Request);
    assert_eq!((sheet.said(), sheet.questions()), (4, 4), "a request answers no question");
}

/// Answers outlive a register: a page is loaded again with a newer one, or with another hospital's.
#[test]
fn what_the_register_does_not_ask_is_not_on_the_sheet() {
    let register = register();
    let mut answers = answers(&[
        ("research.teaching", Answer::Yes),
        ("tourism.reuse", Answer::No),
        ("mammography.recording", Answer::Yes),
    ]);
    answers.ask(AskedId { item: Some(id("own-devices")), request: Request::Talk }, true);
    answers.ask(AskedId { item: Some(id("tourism")), request: Request::Talk }, true);
    answers.ask(AskedId { item: None, request: Request::OtherOpinion }, true);
    assert_eq!(Sheet::of(&register, &answers), Sheet::of(&register, &Answers::default()));
}

#[test]
fn a_register_without_questions_has_an_empty_sheet() {
    let register = support::least().is_shown();
    assert_eq!(Sheet::of(&register, &answers(&[("research.reuse", Answer::No)])), Sheet::default());
    assert_eq!(Sheet::default().said() + Sheet::default().questions(), 0);
}

fn says(register: &Register) -> impl Iterator<Item = (&Id, &Say)> {
    let uses = register.uses.iter().map(|one| (&one.id, &one.say));
    uses.chain(register.reuses.iter().map(|one| (&one.id, &one.say)))
}

/// Any answers to the questions of the register, and to some that it does not ask.
fn any_answers() -> impl Strategy<Value = Answers> {
    let register = register();
    let mut questions = vec![QuestionId { item: id("research"), question: id("unasked") }];
    let mut requests = vec![AskedId { item: Some(id("bed-planning")), request: Request::Talk }];
    for (item, say) in says(&register) {
        questions.extend(
            say.questions.iter().map(|one| QuestionId { item: item.clone(), question: one.id.clone() }),
        );
        requests.extend(Request::ALL.map(|request| AskedId { item: Some(item.clone()), request }));
    }
    requests.extend(Request::ALL.map(|request| AskedId { item: None, request }));
    let given = questions.into_iter().map(|one| (Just(one), proptest::option::of(select(&Answer::ALL[..]))));
    let asked = requests.into_iter().map(|one| (Just(one), any::<bool>()));
    (given.collect::<Vec<_>>(), asked.collect::<Vec<_>>()).prop_map(|(given, asked)| {
        let mut answers = Answers::default();
        given.into_iter().for_each(|(question, answer)| answers.answer(question, answer));
        asked.into_iter().for_each(|(request, wanted)| answers.ask(request, wanted));
        answers
    })
}

proptest! {
    #![proptest_config(support::cases(200))]

    #[test]
    fn every_question_is_in_exactly_one_list(answers in any_answers()) {
        let register = register();
        let sheet = Sheet::of(&register, &answers);
        let mut listed: Vec<_> = lists(&sheet).into_iter().flat_map(|(_, lines)| questions(lines)).collect();
        let mut asked: Vec<_> = says(&register)
            .flat_map(|(item, say)| say.questions.iter().map(move |one| format!("{item}.{}", one.id)))
            .collect();
        listed.sort();
        asked.sort();
        prop_assert_eq!(listed, asked);
    }

    #[test]
    fn the_list_of_a_question_says_what_the_patient_said(answers in any_answers()) {
        let register = register();
        let sheet = Sheet::of(&register, &answers);
        for (name, lines) in lists(&sheet) {
            for line in lines {
                let question = QuestionId { item: line.item.unwrap().clone(), question: line.question.unwrap().0.clone() };
                prop_assert_eq!(line.answer, answers.to(&question));
                let said = match (line.regime, line.answer) {
                    (_, None) => "open",
                    (_, Some(Answer::TalkFirst)) => "talk first",
                    (Regime::Agree, Some(Answer::Yes)) => "agreed",
                    (Regime::Agree, Some(Answer::No)) => "refused",
                    (Regime::Object, Some(Answer::Yes)) => "left as is",
                    (Regime::Object, Some(Answer::No)) => "objected",
                    (Regime::Inform | Regime::Request, _) => "a question where there is none",
                };
                prop_assert_eq!(name, said);
            }
        }
    }

    #[test]
    fn a_request_is_on_the_sheet_if_it_is_offered_and_asked_for(answers in any_answers()) {
        let register = register();
        let sheet = Sheet::of(&register, &answers);
        let general = register.requests.iter().map(|request| (None, *request));
        let offered = says(&register).flat_map(|(item, say)| say.requests.iter().map(move |one| (Some(item), *one)));
        let expected: Vec<_> = general
            .chain(offered)
            .filter(|(item, request)| answers.has_asked(&AskedId { item: item.cloned(), request: *request }))
            .collect();
        prop_assert_eq!(sheet.asked.iter().map(|one| (one.item, one.request.unwrap())).collect::<Vec<_>>(), expected);
        prop_assert!(sheet.asked.iter().all(|line| line.question.is_none() && line.answer.is_none()));
    }

    #[test]
    fn the_counts_add_up(answers in any_answers()) {
        let register = register();
        let sheet = Sheet::of(&register, &answers);
        let asked: usize = says(&register).map(|(_, say)| say.questions.len()).sum();
        prop_assert_eq!(sheet.questions(), asked);
        prop_assert_eq!(sheet.said(), sheet.asked.len() + sheet.questions() - sheet.open.len());
    }

    #[test]
    fn each_list_keeps_the_order_of_the_register(answers in any_answers()) {
        let register = register();
        let order: Vec<_> = says(&register).map(|(item, _)| item.clone()).collect();
        let place = |line: &Line| order.iter().position(|item| Some(item) == line.item).unwrap();
        let sheet = Sheet::of(&register, &answers);
        for (_, lines) in lists(&sheet) {
            prop_assert!(lines.is_sorted_by_key(place));
        }
        let distinct: BTreeSet<_> = order.iter().collect();
        prop_assert_eq!(distinct.len(), order.len());
    }
}

// The paper and what the desk reads are the same.

/// A line as somebody reads it: the item and its title, what is asked for, the question with its words and who takes it, the
/// answer. Each text in the language of the sheet, then in French.
#[derive(Debug, Clone, PartialEq, Default)]
struct Read {
    item: Option<(Id, [String; 2])>,
    request: Option<Request>,
    question: Option<(Id, [String; 2], Option<Channel>)>,
    answer: Option<Answer>,
}

/// What the paper lists, heading by heading.
fn on_paper(register: &Register, said: &Code) -> Vec<(Word, Vec<Read>)> {
    let told = |text: &Localised| {
        [said.paper, Language::Fr].map(|one| text.pick(one, said.reading.level).unwrap().text.to_owned())
    };
    let read = |line: &Line| Read {
        item: line.item.map(|id| (id.clone(), told(line.title.unwrap()))),
        request: line.request,
        question: line.question.map(|(id, text, channel)| (id.clone(), told(text), channel)),
        answer: line.answer,
    };
    let sheet = Sheet::of(register, &said.answers);
    sheet.lists().map(|(heading, lines)| (heading, lines.iter().map(read).collect())).collect()
}

/// What a record lists, heading by heading.
fn in_record(record: &Record) -> Vec<(Word, Vec<Read>)> {
    let told = |text: &Wording| [record.paper, Language::Fr].map(|one| text.shown(one).unwrap().1.to_owned());
    let read = |line: RecordLine| Read {
        item: line.item.map(|item| (item.id.clone(), told(&item.title))),
        request: line.request.map(|asked| asked.request),
        question: line.question.map(|one| (one.id.clone(), told(&one.text), one.channel)),
        answer: line.question.and_then(|one| one.answer),
    };
    let lists = record.lists().into_iter();
    lists.map(|(heading, lines)| (heading, lines.into_iter().map(read).collect())).collect()
}

proptest! {
    #![proptest_config(support::cases(100))]

    #[test]
    fn what_the_paper_lists_is_what_the_record_lists_and_what_the_desk_reads_back(
        (notice, blank, said) in anything_about_any_register()
    ) {
        let register = notice.register.as_ref().unwrap();
        let paper = on_paper(register, &said);
        let record = Record::of(&blank, &said);
        prop_assert_eq!(&in_record(&record), &paper);
        let blanks = [blank];
        let file = Opened::of_file(record.to_json().as_bytes(), &blanks, &notice.answer_words(), said.day);
        prop_assert_eq!(&in_record(&file.unwrap().record), &paper);
        let kept = Record::from_kept(&record.to_kept()).unwrap();
        prop_assert_eq!(&in_record(&kept), &paper);
        // A register with too much to answer has no code; the paper says so.
        if let Ok(code) = said.write(&Places::of(register)) {
            let opened = Opened::of_code(&code, &blanks, said.day).unwrap();
            prop_assert_eq!(&in_record(&opened.record), &paper);
        }
    }
}
