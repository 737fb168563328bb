//! The record: everything that could be said with its exact words, what was said, and nothing else; and its files, which can
//! be read for ever.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answer, AskedId, Regime, Request};
use eclaire::content::{Language, Level, Purpose, Reading, Word};
use eclaire::record::{Behalf, Code, FileProblem, Kind, Questionnaire, Record, Slots};
use eclaire::register::Channel;
use proptest::prelude::*;
use serde_json::Value;
use std::sync::OnceLock;
use support::repository;
use support::said::{answers_in, anything, blank_of, example, says};

fn hospital() -> &'static Questionnaire {
    static BLANK: OnceLock<Questionnaire> = OnceLock::new();
    BLANK.get_or_init(|| blank_of(&example("hospital")))
}

fn question<'a>(record: &'a Record, item: &str, name: &str) -> &'a eclaire::record::RecordQuestion {
    let item = record.items.iter().find(|one| one.id.as_str() == item).unwrap();
    item.questions.iter().find(|one| one.id.as_str() == name).unwrap()
}

// What it says.

#[test]
fn it_names_the_place_the_text_the_reading_the_day_and_for_whom() {
    let said = Code {
        behalf: Some(Behalf::MyChild),
        reading: Reading { language: Language::En, level: Level::Simple },
        sheet_language: Language::Ar,
        ..says(hospital(), &[])
    };
    let record = Record::of(hospital(), &said);
    assert_eq!(record.site.id.as_str(), "hopital-exemple");
    assert_eq!(record.site.name.exactly(Language::Fr), Some("Hôpital public de Brumeval"));
    assert_eq!((record.notice_version.as_str(), record.fingerprint), ("1.0", hospital().fingerprint));
    assert_eq!((record.read, record.sheet_language), (said.reading, Language::Ar));
    assert_eq!(record.day.unwrap().to_string(), "2026-11-22");
    assert_eq!((record.behalf, record.example), (Some(Behalf::MyChild), true));
    assert_eq!(
        record.items.len(),
        hospital().items.len(),
        "every use and reuse, also those with nothing to say"
    );
}

#[test]
fn it_has_the_exact_words_in_the_language_that_was_read_in_that_of_the_sheet_and_in_french() {
    let reading = Reading { language: Language::En, level: Level::Clear };
    let said =
        Code { reading, sheet_language: Language::Ar, ..says(hospital(), &[("research.reuse", Answer::No)]) };
    let record = Record::of(hospital(), &said);
    let one = question(&record, "research", "reuse");
    assert_eq!(one.text.exactly(Language::Fr), Some("La réutilisation de mes données pour des recherches"));
    let library = support::library();
    let texts = &library.reuses["research"].texts;
    for language in [Language::Fr, Language::En, Language::Ar] {
        let asked = texts.questions["reuse"].text.pick(language, Level::Clear).unwrap();
        assert_eq!(one.text.exactly(language), Some(asked.text), "{language:?}");
        let words = &library.words[&Reading::clear(language)];
        let answered = one.said.as_ref().unwrap().exactly(language);
        assert_eq!(answered, Some(words.get(Word::AnswerObject)), "{language:?}");
    }
    let effect = one.if_no.as_ref().unwrap();
    assert_eq!(
        effect.exactly(Language::En),
        texts.questions["reuse"].if_no.pick(Language::En, Level::Clear).map(|one| one.text)
    );
    // The page of the practice has French and English; what stands on its sheets in Arabic is no more than is written for sheets.
    let practice = blank_of(&example("practice"));
    let said = Code { reading, sheet_language: Language::Ar, ..says(&practice, &[]) };
    let texts = Record::of(&practice, &said).items.into_iter().flat_map(|item| item.questions);
    let effects: Vec<_> = texts.filter_map(|one| one.if_no).collect();
    assert!(!effects.is_empty());
    for effect in effects {
        assert_eq!(effect.exactly(Language::Ar), None, "what does not exist in Arabic is not made up");
        assert_eq!(effect.shown(Language::Ar).map(|(language, _)| language), Some(Language::Fr));
    }
}

#[test]
fn each_answer_has_its_regime_and_its_words() {
    let answers = [
        ("consultation-notes.recording", Answer::Yes, Regime::Agree, "J’accepte"),
        ("teaching.teaching", Answer::No, Regime::Agree, "Je refuse"),
        ("data-warehouse.reuse", Answer::Yes, Regime::Object, "Je ne m’oppose pas"),
        ("research.reuse", Answer::No, Regime::Object, "Je m’oppose à cela"),
        ("national-data.reuse", Answer::TalkFirst, Regime::Object, "J’en parle d’abord"),
    ];
    let said: Vec<_> = answers.iter().map(|(name, answer, ..)| (*name, *answer)).collect();
    let record = Record::of(hospital(), &says(hospital(), &said));
    for (name, answer, regime, words) in answers {
        let (item, name) = name.split_once('.').unwrap();
        let one = question(&record, item, name);
        assert_eq!(one.answer, Some(answer));
        assert_eq!(one.said.as_ref().unwrap().exactly(Language::Fr), Some(words));
        assert_eq!(record.items.iter().find(|one| one.id.as_str() == item).unwrap().regime, regime);
    }
}

#[test]
fn what_was_not_answered_is_neither_given_nor_objected() {
    let record = Record::of(hospital(), &says(hospital(), &[]));
    let questions: Vec<_> = record.items.iter().flat_map(|item| &item.questions).collect();
    assert!(questions.len() > 5, "or else that shows nothing");
    assert!(questions.iter().all(|one| one.answer.is_none() && one.said.is_none()));
    let lists = record.lists();
    assert_eq!(lists.iter().map(|(list, _)| *list).collect::<Vec<_>>(), [Word::SheetOpen]);
    assert_eq!(lists[0].1.len(), questions.len());
}

#[test]
fn a_request_is_there_only_if_it_was_made() {
    let mut said = says(hospital(), &[]);
    said.answers.ask(AskedId { item: None, request: Request::Talk }, true);
    let record = Record::of(hospital(), &said);
    assert_eq!(record.requests.iter().map(|one| one.request).collect::<Vec<_>>(), [Request::Talk]);
    assert!(record.items.iter().all(|item| item.requests.is_empty()));
}

/// Nothing of what a person could be known by has a place in it.
#[test]
fn it_has_no_place_for_an_identity() {
    let json: Value =
        serde_json::from_str(&Record::of(hospital(), &says(hospital(), &[])).to_json()).unwrap();
    let keys: Vec<&String> = json["record"].as_object().unwrap().keys().collect();
    let expected = [
        "behalf",
        "day",
        "example",
        "fingerprint",
        "items",
        "notice_version",
        "paper",
        "read",
        "requests",
        "site",
    ];
    assert_eq!(keys, expected);
}

// Files.

/// Written in November 2026; they are read like this for ever.
#[test]
fn golden_files_are_read_for_ever() {
    let file = |name: &str| std::fs::read_to_string(repository("tests/fixtures/records").join(name)).unwrap();
    let record = Record::from_json(&file("november-2026.json")).unwrap();
    assert_eq!(record.site.id.as_str(), "hopital-exemple");
    assert_eq!(question(&record, "research", "reuse").answer, Some(Answer::No));
    assert_eq!(question(&record, "consultation-notes", "recording").answer, Some(Answer::TalkFirst));
    assert_eq!((record.behalf, record.sheet_language), (Some(Behalf::Represented), Language::Ar));
    let kept = Record::from_kept(file("november-2026.kept").trim()).unwrap();
    assert_eq!(kept, record, "what lay in a drawer in November 2026 is still read");
    let questionnaires = Questionnaire::from_json(&file("blanks-november-2026.json")).unwrap();
    let code = file("code-november-2026.txt");
    let (code, questionnaire) = Code::read_with(code.trim(), &questionnaires).unwrap();
    assert_eq!(
        Record::of(questionnaire, &code),
        record,
        "with the questionnaire of its day the code says the same"
    );
}

#[test]
fn a_file_that_is_cut_foreign_newer_or_broken_says_which() {
    let right = Record::of(hospital(), &says(hospital(), &[("research.reuse", Answer::No)])).to_json();
    assert!(Record::from_json(&right).is_ok());
    assert!(Record::from_json(&format!("\u{feff}{right}")).is_ok(), "an editor's mark does no harm");
    let no = |text: &str| Record::from_json(text).unwrap_err();
    assert!(matches!(no(&right[..right.len() / 2]), FileProblem::NotJson { line: 1, .. }));
    assert!(matches!(no(""), FileProblem::NotJson { .. }));
    assert!(matches!(no("%PDF-1.7"), FileProblem::NotJson { .. }));
    assert_eq!(no("{}"), FileProblem::Foreign);
    assert_eq!(no("[]"), FileProblem::Foreign);
    assert_eq!(no(&right.replace("\"record\",", "\"blanks\",")), FileProblem::Foreign);
    assert_eq!(no(&right.replace("\"version\":1,", "\"version\":2,")), FileProblem::Newer(2));
    for (from, to) in [
        ("\"no\"", "\"perhaps\""),
        ("\"object\"", "\"obey\""),
        ("2026-11-22", "2026-11-31"),
        ("\"items\"", "\"things\""),
    ] {
        assert!(right.contains(from), "{from}");
        assert!(matches!(no(&right.replace(from, to)), FileProblem::Broken(_)), "{to}");
    }
    assert!(
        matches!(
            no(&right.replace("\"regime\":\"object\"", "\"regime\":\"inform\"")),
            FileProblem::Broken(_)
        ),
        "a question where there is nothing to decide"
    );
}

#[test]
fn what_lies_in_a_drawer_and_is_none_of_ours_is_left_alone() {
    let kept = Record::of(hospital(), &says(hospital(), &[])).to_kept();
    assert!(Record::from_kept(&kept).is_some());
    for other in [
        "",
        "hello",
        "eclaire-record-2:00",
        "eclaire-record-1:",
        "eclaire-record-1:zz",
        &kept[..kept.len() / 2],
        &kept[..kept.len() - 1],
    ] {
        assert_eq!(Record::from_kept(other), None, "{other}");
    }
    let damaged = kept.replacen("6f", "6e", 1);
    assert!(damaged != kept && Record::from_kept(&damaged).is_none(), "one wrong sign is seen");
}

/// A newer program may keep more at the end of a record. An older one that read it without would write it over without.
#[test]
fn what_is_kept_is_read_only_exactly_as_it_was_written() {
    let record = Record::of(hospital(), &says(hospital(), &[("research.reuse", Answer::No)]));
    let sealed = |bytes: &[u8]| {
        let sum = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let all = bytes.iter().copied().chain(sum.to_le_bytes());
        all.fold("eclaire-record-1:".to_owned(), |text, byte| text + &format!("{byte:02x}"))
    };
    let mut bytes = postcard::to_allocvec(&record).unwrap();
    assert_eq!(sealed(&bytes), record.to_kept());
    bytes.push(0);
    assert_eq!(Record::from_kept(&sealed(&bytes)), None, "one byte more, and the sum is right");
    let kept = record.to_kept();
    assert_eq!(Record::from_kept(&kept.replacen("0", "+", 1)), None, "a digit that is none");
    assert_eq!(Record::from_kept(&kept.to_uppercase().replace("ECLAIRE-RECORD", "eclaire-record")), None);
}

/// Whoever hands in a file chooses what a message about it quotes: a text of 100 KB, or signs that change a terminal.
#[test]
fn a_message_about_a_file_quotes_a_short_piece_of_it_without_signs_that_do_harm() {
    let right = Record::of(hospital(), &says(hospital(), &[("research.reuse", Answer::No)])).to_json();
    for harm in ["x".repeat(100_000), "\\u001b[2J\\u202e".to_owned(), "a\\nb".to_owned()] {
        let language = right.replace("\"language\":\"fr\"", &format!("\"language\":\"{harm}\""));
        let problem = Record::from_json(&language).unwrap_err();
        assert!(matches!(problem, FileProblem::NewerLanguage(_)), "{problem}");
        let record = Record::from_json(&right).unwrap();
        let said = question(&record, "research", "reuse").said.as_ref().unwrap().french();
        let words =
            right.replace(&format!("\"said\":{{\"fr\":\"{said}\""), &format!("\"said\":{{\"fr\":\"{harm}\""));
        let broken = Record::from_json(&words).unwrap().reworded(hospital()).unwrap_err();
        for told in [problem.to_string(), broken.to_string()] {
            assert!(told.chars().count() < 300 && !told.contains(char::is_control), "{told:?}");
            assert!(!told.contains('\u{202e}'), "{told:?}");
        }
    }
}

/// A newer site may speak languages that this program does not know: the others are still read.
#[test]
fn a_blank_with_a_language_of_the_future_is_read_without_it() {
    let json =
        Questionnaire::to_json(std::slice::from_ref(hospital())).replace("\"ar/clear\"", "\"tlh/clear\"");
    let questionnaires = Questionnaire::from_json(&json).unwrap();
    assert_eq!(
        questionnaires[0].items[0].title.0.pick(Language::Ar, Level::Clear).unwrap().language,
        Language::Fr
    );
}

proptest! {
    #![proptest_config(support::cases(60))]

    #[test]
    fn a_code_brings_the_record_back(said in anything(hospital())) {
        let record = Record::of(hospital(), &said);
        prop_assert_eq!(answers_in(&record), said.answers.clone());
        if let Ok(text) = said.write(&Slots::of_questionnaire(hospital())) {
            let (read, questionnaire) = Code::read_with(&text, std::slice::from_ref(hospital())).unwrap();
            prop_assert_eq!(Record::of(questionnaire, &read), record);
        }
    }

    #[test]
    fn its_files_bring_it_back(said in anything(hospital())) {
        let record = Record::of(hospital(), &said);
        prop_assert_eq!(Record::from_json(&record.to_json()), Ok(record.clone()));
        prop_assert_eq!(Record::from_kept(&record.to_kept()), Some(record));
    }

    #[test]
    fn any_text_is_a_file_or_is_refused(text in ".*") {
        prop_assert!(Record::from_json(&text).is_err());
        prop_assert!(Questionnaire::from_json(&text).is_err());
        prop_assert_eq!(Record::from_kept(&text), None);
    }
}

/// What is kept on patients' devices has the numbers of the variants, in the order of November 2026. A new one comes last.
#[test]
fn the_order_of_what_can_be_said_is_the_same_for_ever() {
    fn pinned<T: serde::Serialize>(all: &[T]) {
        for (number, one) in all.iter().enumerate() {
            assert_eq!(postcard::to_allocvec(one).unwrap(), [number as u8]);
        }
    }
    pinned(&[Answer::Yes, Answer::No, Answer::TalkFirst]);
    pinned(&[Regime::Inform, Regime::Request, Regime::Object, Regime::Agree]);
    pinned(&[Request::Explanation, Request::HumanReading, Request::OtherOpinion, Request::Talk]);
    pinned(&[Channel::CareTeam, Channel::Desk, Channel::Dpo]);
    pinned(&[Purpose::Care, Purpose::Research, Purpose::Development, Purpose::Teaching]);
    pinned(&[Kind::Use, Kind::Reuse]);
    pinned(&[Language::Fr, Language::En, Language::Ar]);
    pinned(&[Level::Clear, Level::Simple]);
    pinned(&[Behalf::Me, Behalf::MyChild, Behalf::Represented]);
    // In a code it is this number and one, and it is read by its place in the list.
    for (number, one) in [Behalf::Me, Behalf::MyChild, Behalf::Represented].into_iter().enumerate() {
        assert_eq!((one as usize, Behalf::ALL[number]), (number, one));
    }
}
