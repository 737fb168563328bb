//! The exports: what was said is what software reads, no more and no less. Whether the files are FHIR and JSON-LD at all is
//! for judges who do not know our types: `tests/judges`.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId, Request};
use eclaire::content::{Date, Language, Purpose, Reading, Word, Words, uncarried};
use eclaire::record::{
    Behalf, Code, Delivery, DeliveryNumber, Export, Loading, Moment, Questionnaire, Record, published,
};
use eclaire::share::PageAddress;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use support::library;
use support::said::{anything, blank_of, example, says};

fn hospital() -> &'static Questionnaire {
    static BLANK: OnceLock<Questionnaire> = OnceLock::new();
    BLANK.get_or_init(|| blank_of(&example("hospital")))
}

/// A number to recognise.
const NUMBER: &str = "0f8fad5b-d9cb-4696-a165-70867728950e";

fn french() -> &'static Words {
    &library().words[&Reading::clear(Language::Fr)]
}

fn delivery(number: &str) -> Delivery {
    Delivery {
        number: DeliveryNumber::parse(number).unwrap(),
        at: Moment::parse("2026-11-28T21:35:00Z"),
        address: PageAddress::parse("https://hopital.example.org/ia/").ok(),
    }
}

fn write(export: Export, record: &Record, read_back: Option<&str>) -> String {
    let read_back = read_back.map(|day| Date::parse(day).unwrap());
    export.write(record, read_back, &delivery(NUMBER), &library().desk_words, french())
}

fn text(export: Export, said: &Code, read_back: Option<&str>) -> String {
    write(export, &Record::of(hospital(), said), read_back)
}

fn json(export: Export, said: &Code, read_back: Option<&str>) -> Value {
    serde_json::from_str(&text(export, said, read_back)).unwrap()
}

const R4: Export = Export::FhirR4(Loading::Collection);
const R5: Export = Export::FhirR5(Loading::Collection);
const PCF: Export = Export::FhirR4Pcf(Loading::Collection);
const FHIR: [Export; 6] = [
    R4,
    R5,
    PCF,
    Export::FhirR4(Loading::Transaction),
    Export::FhirR5(Loading::Transaction),
    Export::FhirR4Pcf(Loading::Transaction),
];

fn entries(bundle: &Value) -> Vec<Value> {
    bundle["entry"].as_array().cloned().unwrap_or_default()
}

fn resources(bundle: &Value, kind: &str) -> Vec<Value> {
    let all = entries(bundle).into_iter().map(|entry| entry["resource"].clone());
    all.filter(|one| one["resourceType"] == kind).collect()
}

/// A code of our own, of the file that explains it.
fn our_code(coding: &Value, file: &str) -> Option<String> {
    let system = coding["system"].as_str()?;
    assert!(system.starts_with("https://hopital.example.org/ia/fhir/"), "{system}");
    assert!(!coding["display"].as_str().unwrap().is_empty(), "{coding}");
    system.ends_with(file).then(|| coding["code"].as_str().unwrap().to_owned())
}

/// The answers that a stranger reads in a Bundle, from the explanation of the codes alone.
fn read_back_from(bundle: &Value, r5: bool) -> Answers {
    let mut answers = Answers::default();
    let [response] = &resources(bundle, "QuestionnaireResponse")[..] else { panic!("one response") };
    for top in response["item"].as_array().unwrap() {
        let parts = top["item"].as_array().cloned().unwrap_or_else(|| vec![top.clone()]);
        for part in parts {
            let link = part["linkId"].as_str().unwrap();
            for coding in part["answer"].as_array().unwrap().iter().map(|answer| &answer["valueCoding"]) {
                if let Some(code) = coding["code"].as_str().filter(|_| link.ends_with(":requests")) {
                    assert_eq!(our_code(coding, "CodeSystem-requests.json").as_deref(), Some(code));
                    let request = Request::ALL.into_iter().find(|one| one.code() == code).unwrap();
                    let item = link.strip_suffix(":requests").filter(|item| !item.is_empty());
                    let item = item.map(|item| Id::parse(item).unwrap());
                    answers.ask(AskedId { item, request }, true);
                } else if !link.starts_with(':') {
                    let answer = match our_code(coding, "CodeSystem-answers.json").unwrap().as_str() {
                        "agreed" | "not-objected" => Answer::Yes,
                        "refused" | "objected" => Answer::No,
                        "talk-first" => Answer::TalkFirst,
                        other => panic!("{other}"),
                    };
                    answers.answer(support::said::question(link), Some(answer));
                }
            }
        }
    }
    // The wishes say the same once more, each by itself.
    let mut wishes = Answers::default();
    for wish in resources(bundle, "CommunicationRequest") {
        let about = if r5 { &wish["reason"][0]["concept"] } else { &wish["reasonCode"][0] };
        let about = our_code(&about["coding"][0], "CodeSystem-choices.json");
        let category = &wish["category"][0]["coding"][0];
        match category["code"].as_str().unwrap() {
            "talk-first" => {
                let question = support::said::question(&about.unwrap());
                assert_eq!(answers.to(&question), Some(Answer::TalkFirst));
                wishes.answer(question, Some(Answer::TalkFirst));
            }
            request => {
                let request = Request::ALL.into_iter().find(|one| one.code() == request).unwrap();
                let asked = AskedId { item: about.map(|item| Id::parse(&item).unwrap()), request };
                assert!(answers.has_asked(&asked));
                wishes.ask(asked, true);
            }
        }
    }
    let wanted = |record: &Record| {
        let lines = record.lines();
        lines.filter(|(list, _)| matches!(list, Word::SheetAsked | Word::SheetTalk)).count()
    };
    let record = Record::of(hospital(), &Code { answers: answers.clone(), ..some() });
    assert_eq!(resources(bundle, "CommunicationRequest").len(), wanted(&record));
    answers
}

fn some() -> Code {
    let answers = [
        ("consultation-notes.recording", Answer::Yes),
        ("teaching.teaching", Answer::No),
        ("research.reuse", Answer::No),
        ("data-warehouse.reuse", Answer::Yes),
        ("national-data.reuse", Answer::TalkFirst),
    ];
    let mut said = says(hospital(), &answers);
    said.answers.ask(AskedId { item: None, request: Request::Talk }, true);
    said
}

// FHIR: what was said.

proptest! {
    #![proptest_config(support::cases(40))]

    #[test]
    fn what_software_reads_in_fhir_is_what_was_said(said in anything(hospital())) {
        prop_assert_eq!(read_back_from(&json(R4, &said, None), false), said.answers.clone());
        prop_assert_eq!(read_back_from(&json(R5, &said, None), true), said.answers.clone());
        let read = json(R4, &said, Some("2026-11-23"));
        prop_assert_eq!(read_back_from(&read, false), said.answers);
    }

    /// Software that enforces consents knows purposes and not our codes: what a purpose cannot say is in no Consent.
    #[test]
    fn a_consent_denies_a_purpose_only_if_everything_about_it_was_refused_and_permits_nothing(said in anything(hospital())) {
        let record = Record::of(hospital(), &said);
        for export in FHIR {
            let expected: Vec<&str> = [
                (Purpose::Research, "HRESCH"),
                (Purpose::Development, "SYSDEV"),
                (Purpose::Teaching, "TRAIN"),
            ].into_iter().filter(|(purpose, _)| {
                let questions = record.items.iter().filter(|item| item.purpose == Some(*purpose)).flat_map(|item| &item.questions);
                questions.into_iter().all(|question| question.answer == Some(Answer::No))
            }).map(|(_, code)| code).collect();
            let consents = resources(&json(export, &said, None), "Consent");
            let denied: Vec<&str> = consents.iter().map(|one| {
                assert_eq!(one["provision"]["type"], "deny");
                assert!(one["provision"]["code"].is_null() && one["provision"]["provision"].is_null());
                assert!(one["policyRule"]["coding"].is_null(), "a code there goes for everything");
                one["provision"]["purpose"][0]["code"].as_str().unwrap()
            }).collect();
            let carries = !matches!(export, Export::FhirR5(_));
            let needs_day = matches!(export, Export::FhirR4Pcf(_)) && said.day.is_none();
            prop_assert_eq!(denied, if carries && !needs_day { expected } else { Vec::new() });
        }
    }

    #[test]
    fn every_entry_has_a_name_of_its_own_in_the_bundle(said in anything(hospital())) {
        for export in FHIR {
            let entries = entries(&json(export, &said, None));
            let names: BTreeSet<&str> = entries.iter().map(|one| one["fullUrl"].as_str().unwrap()).collect();
            prop_assert_eq!(names.len(), entries.len());
        }
    }
}

fn refused(codes: &[&str]) -> Code {
    says(hospital(), &codes.iter().map(|code| (*code, Answer::No)).collect::<Vec<_>>())
}

const RESEARCH: [&str; 3] = ["data-warehouse.reuse", "national-data.reuse", "research.reuse"];

/// A no to one of three researches denied all of them, or, with a code that nobody knows, none.
#[test]
fn a_purpose_is_denied_as_a_whole_or_not_at_all() {
    let denied = |said: &Code| resources(&json(R4, said, None), "Consent").len();
    assert_eq!(denied(&refused(&RESEARCH)), 1);
    assert_eq!(denied(&refused(&RESEARCH[..2])), 0);
    assert_eq!(denied(&refused(&["consultation-notes.recording"])), 0, "care is never denied");
    let mut record = Record::of(hospital(), &refused(&RESEARCH));
    let teaching = record.items.iter().position(|item| item.id.as_str() == "teaching").unwrap();
    record.items[teaching].purpose = None;
    let bundle: Value = serde_json::from_str(&write(R4, &record, None)).unwrap();
    assert_eq!(
        resources(&bundle, "Consent"),
        [] as [Value; 0],
        "what is for nobody knows what may be research too"
    );
    record.items[teaching].questions.clear();
    record.items[teaching].purpose = Some(Purpose::Research);
    let bundle: Value = serde_json::from_str(&write(R4, &record, None)).unwrap();
    assert_eq!(resources(&bundle, "Consent"), [] as [Value; 0], "nobody refused what is only told");
}

/// R5 has a decision for everything before its first exception: a published engine read 22 of 22 answers the other way round.
#[test]
fn in_r5_no_answer_is_a_consent() {
    for said in [some(), refused(&RESEARCH), says(hospital(), &[("teaching.teaching", Answer::Yes)])] {
        assert_eq!(resources(&json(R5, &said, Some("2026-11-23")), "Consent"), [] as [Value; 0]);
    }
}

/// Eighteen acknowledgements of what nobody had opened hid the few real choices.
#[test]
fn what_was_only_told_is_nobodys_statement() {
    for export in FHIR {
        let bundle = text(export, &says(hospital(), &[]), Some("2026-11-23"));
        assert!(!bundle.contains("57016-8"), "{}", export.code());
    }
    let bundle = json(R4, &says(hospital(), &[]), None);
    assert_eq!(entries(&bundle).len(), 1, "the response, in which nothing is answered");
    let items = bundle["entry"][0]["resource"]["item"].as_array().unwrap();
    assert_eq!(items.len(), 1, "the language alone");
}

// FHIR: who, when, which.

/// Two patients who say the same on the same day have the same code: their numbers were the same too, and loaders merged them.
#[test]
fn two_handings_over_of_the_same_answers_share_no_number() {
    let record = Record::of(hospital(), &some());
    let numbers = |number: &str, export: Export| -> BTreeSet<String> {
        let text = export.write(&record, None, &delivery(number), &library().desk_words, french());
        text.match_indices("urn:uuid:").map(|(at, _)| text[at..at + 45].to_owned()).collect()
    };
    let other = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    for export in Export::ALL {
        let (one, two) = (numbers(NUMBER, export), numbers(other, export));
        assert!(one.is_disjoint(&two), "{}", export.code());
        assert_eq!(one.is_empty(), export == Export::Line);
        assert!(one.iter().all(|number| !number.contains(NUMBER)), "the number itself is nobody's");
    }
}

/// A server puts what was read back in the place of what was proposed; a package never has two things under one name.
#[test]
fn what_is_read_back_takes_the_place_of_what_was_proposed() {
    let said = some();
    for (loading, export) in
        [(Loading::Collection, R4), (Loading::Transaction, Export::FhirR4(Loading::Transaction))]
    {
        let [before, after] =
            [None, Some("2026-11-23")].map(|read_back| entries(&json(export, &said, read_back)));
        assert!(before.len() == after.len() && before.len() > 2);
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before["resource"]["identifier"], after["resource"]["identifier"]);
            assert_ne!(before["fullUrl"], after["fullUrl"]);
            assert_eq!(before["request"], after["request"]);
            let kind = after["resource"]["resourceType"].as_str().unwrap();
            let identifier = &after["resource"]["identifier"];
            let identifier = identifier.as_array().map_or(identifier, |all| &all[0]);
            let value = identifier["value"].as_str().unwrap();
            let asked = match loading {
                Loading::Collection => Value::Null,
                Loading::Transaction => json!({
                    "method": "PUT", "url": format!("{kind}?identifier=urn:ietf:rfc:3986%7C{value}"),
                }),
            };
            assert_eq!(after["request"], asked);
        }
    }
}

/// For a file that was handed over the same numbers come out again, wherever it is made.
#[test]
fn the_numbers_of_one_handing_over_stay_what_they_are() {
    let bundle = json(R4, &some(), None);
    assert_eq!(bundle["type"], "collection");
    assert_eq!(bundle["timestamp"], "2026-11-28T21:35:00Z");
    let first = &bundle["entry"][0];
    assert_eq!(first["resource"]["resourceType"], "QuestionnaireResponse");
    assert_eq!(first["resource"]["identifier"]["value"], "urn:uuid:d12991ef-9e26-83f6-a76c-3d4d6bc83b83");
    assert_eq!(first["fullUrl"], "urn:uuid:6e5a4b6b-f9e4-8094-b706-053f601f9507");
    let without_clock = Delivery { at: None, ..delivery(NUMBER) };
    let record = Record::of(hospital(), &some());
    assert!(!R4.write(&record, None, &without_clock, &library().desk_words, french()).contains("timestamp"));
}

#[test]
fn a_number_is_a_uuid_and_a_moment_has_a_believable_clock() {
    let drawn = DeliveryNumber::of([0xff; 16]);
    assert_eq!(drawn.to_string(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    assert_eq!(DeliveryNumber::of([0; 16]).to_string(), "00000000-0000-4000-8000-000000000000");
    assert_eq!(DeliveryNumber::parse("FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF"), Some(drawn));
    for wrong in ["", "ffffffffffff4fffbfffffffffffffff", "ffffffff-ffff-4fff-bfff-fffffffffff", "é"] {
        assert_eq!(DeliveryNumber::parse(wrong), None, "{wrong}");
    }
    assert_eq!(Moment::after_1970(1_795_901_700).unwrap().to_string(), "2026-11-28T21:35:00Z");
    for wrong in [
        "2026-11-28T24:00:00Z",
        "2026-11-28T1:00:00Z",
        "2026-11-28T10:00:61Z",
        "2026-11-28",
        "1970-01-01T00:00:00Z",
    ] {
        assert_eq!(Moment::parse(wrong), None, "{wrong}");
    }
    assert_eq!(Moment::after_1970(0), None, "a clock that begins in 1970");
}

#[test]
fn what_is_said_is_proposed_until_someone_has_read_it_back_with_the_patient() {
    let mut said = some();
    for code in RESEARCH {
        said.answers.answer(support::said::question(code), Some(Answer::No));
    }
    for (read_back, response, consent, request) in
        [(None, "in-progress", "proposed", "draft"), (Some("2026-11-23"), "completed", "active", "active")]
    {
        for export in FHIR {
            let bundle = json(export, &said, read_back);
            assert!(!entries(&bundle).is_empty(), "{}", export.code());
            for one in entries(&bundle).iter().map(|entry| &entry["resource"]) {
                let expected = match one["resourceType"].as_str().unwrap() {
                    "QuestionnaireResponse" => response,
                    "Consent" => consent,
                    _ => request,
                };
                assert_eq!(one["status"], expected);
            }
        }
    }
    let read = json(R4, &said, Some("2026-11-23"));
    let consent = &resources(&read, "Consent")[0];
    assert_eq!(consent["verification"][0]["verificationDate"], "2026-11-23");
    assert_eq!(consent["dateTime"], "2026-11-22", "the day of the answer stays");
    let response = &resources(&read, "QuestionnaireResponse")[0];
    let last = response["item"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["linkId"], &last["answer"][0]["valueDate"]),
        (&json!(":read-back"), &json!("2026-11-23"))
    );
    assert_eq!(response["authored"], "2026-11-22");
}

/// Paths of FHIR with the mark that something is missing there for now.
fn marked(value: &Value, path: String, all: &mut BTreeSet<String>) {
    if value["extension"][0]["url"] == "http://hl7.org/fhir/StructureDefinition/data-absent-reason" {
        assert_eq!(value["extension"][0]["valueCode"], "temp-unknown");
        assert_eq!(value["display"], "(à renseigner par l’établissement)");
        all.insert(path.clone());
    }
    match value {
        Value::Object(parts) => {
            parts.iter().for_each(|(key, part)| marked(part, format!("{path}.{key}"), all))
        }
        Value::Array(parts) => parts.iter().for_each(|part| marked(part, path.clone(), all)),
        _ => {}
    }
}

#[test]
fn what_the_receiver_has_to_fill_in_is_marked_and_listed_and_nothing_else_is() {
    let mut said = some();
    for code in RESEARCH {
        said.answers.answer(support::said::question(code), Some(Answer::No));
    }
    for export in Export::ALL.into_iter().filter(|export| export.loading().is_some()) {
        let mut found = BTreeSet::new();
        for one in entries(&json(export, &said, None)) {
            let kind = one["resource"]["resourceType"].as_str().unwrap().to_owned();
            marked(&one["resource"], kind, &mut found);
        }
        let listed: BTreeSet<String> = export.to_fill().iter().map(|path| (*path).to_owned()).collect();
        assert_eq!(found, listed, "{}", export.code());
        assert!(export.leaves_out().is_some_and(|why| !library().desk_words.get(why).is_empty()));
    }
}

#[test]
fn it_says_for_whom_one_spoke_and_never_who() {
    for (behalf, kind) in [
        (Some(Behalf::Me), json!("Patient")),
        (Some(Behalf::MyChild), json!("RelatedPerson")),
        (Some(Behalf::Represented), json!("RelatedPerson")),
        (None, Value::Null),
    ] {
        let said = Code { behalf, ..some() };
        for export in [R4, R5] {
            let response = &resources(&json(export, &said, None), "QuestionnaireResponse")[0];
            assert_eq!(response["source"]["type"], kind);
            assert!(response["source"]["reference"].is_null() && response["subject"]["reference"].is_null());
        }
    }
}

#[test]
fn an_answer_has_its_exact_words_in_french_and_in_the_patients_language() {
    let said = Code { sheet_language: Language::Ar, ..some() };
    let response = resources(&json(R4, &said, None), "QuestionnaireResponse").remove(0);
    let items = response["item"].as_array().unwrap();
    let research = items.iter().find(|item| item["linkId"] == "research").unwrap();
    let question = &research["item"][0];
    assert_eq!(question["linkId"], "research.reuse");
    assert_eq!(question["text"], "La réutilisation de mes données pour des recherches");
    assert_eq!(question["answer"][0]["valueCoding"]["code"], "objected");
    assert_eq!(question["answer"][0]["valueCoding"]["display"], "Je m’oppose à cela");
    let translation = &question["_text"]["extension"][0];
    assert_eq!(translation["extension"][0]["valueCode"], "ar");
    let arabic = translation["extension"][1]["valueString"].as_str().unwrap();
    let expected = library().reuses["research"].texts.questions["reuse"]
        .text
        .pick(Language::Ar, eclaire::content::Level::Clear);
    assert_eq!(Some(arabic), expected.map(|one| one.text));
    let narrative = response["text"]["div"].as_str().unwrap();
    assert!(narrative.contains(r#"<div lang="ar" xml:lang="ar" dir="rtl">"#) && narrative.contains(arabic));
}

/// Whoever opens the patient's file reads French. "version 1.0, العربية" told them in Arabic that it had been Arabic.
#[test]
fn the_language_that_was_read_is_named_in_french() {
    let mut record = Record::of(hospital(), &some());
    record.read.language = Language::Ar;
    for export in [Export::Line, FHIR[0]] {
        let text = write(export, &record, None);
        assert!(text.contains("version 1.0, arabe"), "{text}");
    }
}

/// A narrative without a place, a day or a person says nothing to whoever finds it alone.
#[test]
fn a_narrative_says_where_when_who_which_text_and_how_far_and_in_which_language() {
    let mut said = Code { behalf: Some(Behalf::MyChild), ..some() };
    for code in RESEARCH {
        said.answers.answer(support::said::question(code), Some(Answer::No));
    }
    for export in FHIR {
        for one in entries(&json(export, &said, Some("2026-11-23"))) {
            let div = one["resource"]["text"]["div"].as_str().unwrap();
            let begin = r#"<div xmlns="http://www.w3.org/1999/xhtml" lang="fr" xml:lang="fr" dir="ltr">"#;
            assert!(div.starts_with(begin), "{div}");
            for part in [
                "Hôpital public de Brumeval – le 2026-11-22",
                "Un titulaire de l’autorité parentale",
                "version 1.0, français, version courante",
                "Relu avec la personne le 2026-11-23.",
            ] {
                assert!(div.contains(part), "{part} in {div}");
            }
        }
    }
    let mut record = Record::of(hospital(), &some());
    record.site.name = serde_json::from_str(r#"{"en":"A & B <hospital>"}"#).unwrap();
    for item in &mut record.items {
        item.title = serde_json::from_str(r#"{"en":"Notes"}"#).unwrap();
    }
    let bundle: Value = serde_json::from_str(&write(R4, &record, None)).unwrap();
    let div = bundle["entry"][0]["resource"]["text"]["div"].as_str().unwrap();
    assert!(div.contains("A &amp; B &lt;hospital&gt;"));
    assert!(div.contains(r#"<li><span lang="en" xml:lang="en" dir="ltr">Notes</span> – "#), "{div}");
}

#[test]
fn the_pcf_variant_has_what_pcf_asks_for_and_nothing_that_it_forbids() {
    let said = refused(&RESEARCH);
    let bundle = json(PCF, &said, Some("2026-11-23"));
    assert_eq!(entries(&bundle).len(), 1, "research as a whole, and nothing else");
    let one = &resources(&bundle, "Consent")[0];
    assert_eq!(
        one["meta"]["profile"][0],
        "https://profiles.ihe.net/ITI/PCF/StructureDefinition/IHE.PCF.consentBasic"
    );
    assert!(one["verification"].is_null());
    for forbidden in ["code", "action", "class", "securityLabel", "dataPeriod", "data", "provision"] {
        assert!(one["provision"][forbidden].is_null(), "{forbidden}");
    }
    assert_eq!(one["scope"]["coding"][0]["code"], "patient-privacy");
    for needed in ["patient", "dateTime", "performer", "organization", "sourceAttachment", "category"] {
        assert!(!one[needed].is_null(), "{needed}");
    }
    assert!(one["policy"].as_array().unwrap().iter().all(|policy| policy["uri"].is_string()));
    let uri = one["policy"][0]["uri"].as_str().unwrap();
    assert!(uri.contains(&hospital().fingerprint.to_string()[..16]), "version-specific: {uri}");
    let hash = &one["sourceAttachment"]["extension"][0]["extension"];
    assert_eq!(hash[0]["valueCoding"]["code"], "SHA-256");
    assert_eq!(hash[1]["valueString"], hospital().fingerprint.to_string());
    assert!(one["sourceAttachment"]["hash"].is_null(), "that place is for SHA-1");
    let without_day = Code { day: None, ..said };
    assert!(json(PCF, &without_day, None)["entry"].is_null(), "PCF needs a date");
}

/// One vertical tab from a word processor, and a server refused the whole Bundle.
#[test]
fn signs_that_no_file_can_carry_are_blanks_in_fhir() {
    let mut record = Record::of(hospital(), &some());
    for item in &mut record.items {
        let odd = "Notes\u{b}du\u{202e}jour\u{fffe}.";
        item.title = serde_json::from_value(json!({ "fr": odd })).unwrap();
    }
    for export in FHIR {
        let bundle: Value = serde_json::from_str(&write(export, &record, None)).unwrap();
        walk(&bundle, &mut |value| {
            assert!(value.as_str().is_none_or(|text| uncarried(text).is_none()), "{value}");
        });
    }
    assert!(write(R4, &record, None).contains("Notes du jour ."));
}

// What the site publishes of it.

fn file(name: &str) -> Value {
    let library = library();
    let all = published(&[with_address()], &library.desk_words, &library.receiver_words, french());
    let file = all.iter().find(|one| one.name == name).unwrap_or_else(|| panic!("no {name}"));
    serde_json::from_str(&file.json).unwrap()
}

fn with_address() -> Questionnaire {
    let mut text = hospital().clone();
    text.site.page = Some("https://hopital.example.org/ia/".to_owned());
    text
}

/// The addresses of an export were of a domain that is none.
#[test]
fn every_address_of_ours_in_an_export_is_that_of_a_published_file_and_every_code_is_explained_there() {
    let base = "https://hopital.example.org/ia/fhir/";
    let mut said = some();
    for code in RESEARCH {
        said.answers.answer(support::said::question(code), Some(Answer::No));
    }
    said.answers.ask(AskedId { item: Id::parse("mammography"), request: Request::HumanReading }, true);
    let mut seen = BTreeSet::new();
    for export in FHIR {
        walk(&json(export, &said, None), &mut |value| {
            if let Some(name) = value.as_str().and_then(|text| text.strip_prefix(base)) {
                assert_eq!(file(name)["url"], value.clone(), "it says its own address");
                seen.insert(name.to_owned());
            }
            let (Some(system), Some(code)) = (value["system"].as_str(), value["code"].as_str()) else {
                return;
            };
            let Some(name) = system.strip_prefix(base) else { return };
            let concepts = file(name)["concept"].as_array().unwrap().clone();
            let concept = concepts.iter().find(|one| one["code"] == code).unwrap_or_else(|| panic!("{code}"));
            let words = concept["designation"].as_array().into_iter().flatten().map(|one| &one["value"]);
            let mut words = words.chain([&concept["display"]]);
            assert!(words.any(|word| *word == value["display"]), "{value} in {concept}");
        });
    }
    assert_eq!(seen.len(), 5, "{seen:?}");
}

fn walk(value: &Value, see: &mut impl FnMut(&Value)) {
    see(value);
    match value {
        Value::Object(parts) => parts.values().for_each(|part| walk(part, see)),
        Value::Array(parts) => parts.iter().for_each(|part| walk(part, see)),
        _ => {}
    }
}

/// The places of a response are those of the questionnaire that it names, and so are its answers.
#[test]
fn a_response_answers_the_questionnaire_that_it_names() {
    for (export, version) in [(R4, "r4"), (R5, "r5")] {
        let response =
            resources(&json(export, &some(), Some("2026-11-23")), "QuestionnaireResponse").remove(0);
        let name = format!("Questionnaire-{}-{version}.json", &hospital().fingerprint.to_string()[..16]);
        assert_eq!(response["questionnaire"], format!("https://hopital.example.org/ia/fhir/{name}"));
        let asked = file(&name);
        assert_eq!(asked["identifier"][0]["value"], hospital().fingerprint.to_string());
        let mut places = BTreeMap::new();
        walk(&asked, &mut |value| {
            if let Some(link) = value["linkId"].as_str() {
                assert!(places.insert(link.to_owned(), value.clone()).is_none(), "{link} twice");
            }
        });
        let mut answered = 0;
        walk(&response["item"], &mut |value| {
            let Some(link) = value["linkId"].as_str() else { return };
            let asked = &places[link];
            for answer in value["answer"].as_array().into_iter().flatten() {
                answered += 1;
                let options = asked["answerOption"].as_array().cloned().unwrap_or_default();
                let codes: Vec<&Value> = options.iter().map(|one| &one["valueCoding"]["code"]).collect();
                let is_day = asked["type"] == "date" && answer["valueDate"].is_string();
                assert!(is_day || codes.contains(&&answer["valueCoding"]["code"]), "{answer} in {asked}");
            }
        });
        assert_eq!(answered, 8, "five answers, a request, the language, the day");
    }
}

/// A place without an address names what resolves nowhere, and says so.
#[test]
fn without_an_address_the_codes_are_of_a_domain_that_is_none() {
    let nowhere = Delivery { address: None, ..delivery(NUMBER) };
    let text = R4.write(&Record::of(hospital(), &some()), None, &nowhere, &library().desk_words, french());
    assert!(text.contains("https://eclaire.invalid/fhir/hopital-exemple/CodeSystem-answers.json"), "{text}");
    assert!(!text.contains("example.org"));
}

#[test]
fn the_published_examples_are_marked_as_test_data_and_have_something_of_each_kind() {
    for (name, kinds) in [
        ("example-fhir-r4.json", &["QuestionnaireResponse", "CommunicationRequest", "Consent"][..]),
        ("example-fhir-r4-transaction.json", &["QuestionnaireResponse", "CommunicationRequest", "Consent"]),
        ("example-fhir-r5.json", &["QuestionnaireResponse", "CommunicationRequest"]),
        ("example-fhir-r4-pcf.json", &["Consent"]),
    ] {
        let bundle = file(name);
        assert_eq!(bundle["meta"]["security"][0]["code"], "HTEST");
        let found: BTreeSet<String> = entries(&bundle)
            .iter()
            .map(|entry| entry["resource"]["resourceType"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(found, kinds.iter().map(|kind| (*kind).to_owned()).collect(), "{name}");
    }
}

// The receipt.

#[test]
fn in_the_receipt_an_agreement_has_its_state_and_an_objection_exercises_a_right() {
    let receipt = json(Export::Receipt, &some(), Some("2026-11-23"));
    assert_eq!(state(&receipt, "consultation-notes_recording"), "dpv:ConsentGiven");
    assert_eq!(state(&receipt, "teaching_teaching"), "dpv:ConsentRefused");
    assert_eq!(
        state(&receipt, "product-improvement_improvement"),
        "dpv:ConsentRequested",
        "asked, and not answered"
    );
    assert_eq!(state(&receipt, "research_reuse"), Value::Null, "an objection is no refused consent");
    let objections = receipt["dpv:hasRecordOfActivity"]["dpv:hasRecordOfActivity"].as_array().unwrap();
    assert_eq!(objections.len(), 1);
    assert_eq!(objections[0]["dpv:hasRight"]["@id"], "eu-gdpr:A21");
    assert_eq!(objections[0]["dpv:hasProcess"]["@id"], "_:research_reuse");
    assert_eq!(objections[0]["dpv:hasRequestStatus"]["@id"], "dpv:RequestAcknowledged");
    let before = json(Export::Receipt, &some(), None);
    let objections = &before["dpv:hasRecordOfActivity"]["dpv:hasRecordOfActivity"];
    assert_eq!(objections[0]["dpv:hasRequestStatus"]["@id"], "dpv:RequestInitiated");
    let deferred = says(hospital(), &[("teaching.teaching", Answer::TalkFirst)]);
    for read_back in [None, Some("2026-11-23")] {
        let receipt = json(Export::Receipt, &deferred, read_back);
        assert_eq!(state(&receipt, "teaching_teaching"), "dpv:ConsentRequestDeferred");
        assert!(!receipt.to_string().contains("RightExerciseRecord"));
    }
}

/// The state of the consent that a question asks for.
fn state(receipt: &Value, name: &str) -> Value {
    process(receipt, name)["dpv:hasConsentStatus"]["@type"].clone()
}

fn process<'a>(receipt: &'a Value, name: &str) -> &'a Value {
    let processes = receipt["dpv:hasRecordOfActivity"]["dpv:hasProcess"].as_array().unwrap();
    let named = |one: &&Value| one["@id"] == format!("_:{name}");
    processes.iter().find(named).unwrap_or_else(|| panic!("{name}"))
}

/// A ticked box that nobody has confirmed proves nothing (GDPR 7): words say what was ticked, and no state claims it.
#[test]
fn before_it_was_read_back_the_receipt_claims_no_consent_given_or_refused() {
    let receipt = json(Export::Receipt, &some(), None);
    for (name, said) in [("consultation-notes_recording", "Accepte"), ("teaching_teaching", "Refuse")] {
        assert_eq!(state(&receipt, name), "dpv:ConsentUnknown", "{name}");
        let status = &process(&receipt, name)["dpv:hasConsentStatus"];
        assert_eq!(
            status["dct:description"]["@value"],
            format!(
                "Réponse cochée sur une page d’information\u{a0}: {said}. Pas encore relu avec la personne."
            )
        );
        assert!(status["dpv:isIndicatedBy"].is_null() && status["dpv:isIndicatedAtTime"].is_null());
    }
    let text = receipt.to_string();
    assert!(!text.contains("ConsentGiven") && !text.contains("ConsentRefused"));
}

/// Who makes the record is an establishment that adds what it alone knows; until then mandatory fields are missing.
#[test]
fn the_receipt_claims_no_conformity_and_writes_nothing_empty_or_in_the_wrong_language() {
    let mut record = Record::of(hospital(), &some());
    record.site.dpo = Vec::new();
    record.site.name = serde_json::from_str(r#"{"en":"Brumeval public hospital"}"#).unwrap();
    let receipt: Value = serde_json::from_str(&write(Export::Receipt, &record, None)).unwrap();
    let text = receipt.to_string();
    assert!(!text.contains("conformsTo") && !text.contains("[]"), "{text}");
    let controller = &receipt["dpv:hasRecordOfActivity"]["dpv:hasDataController"];
    assert_eq!(controller["dpv:hasName"][0]["@language"], "en");
    assert!(controller["dpv:hasContact"].is_null());
}

/// Nineteen uses had one purpose, whatever they were for.
#[test]
fn a_use_has_the_purpose_of_its_entry_in_the_catalogue_and_without_one_that_of_care() {
    let mut record = Record::of(hospital(), &some());
    let purposes = |record: &Record| -> BTreeSet<String> {
        let receipt: Value = serde_json::from_str(&write(Export::Receipt, record, None)).unwrap();
        let processes = receipt["dpv:hasRecordOfActivity"]["dpv:hasProcess"].as_array().unwrap().clone();
        processes.iter().filter_map(|one| one["dpv:hasPurpose"]["@id"].as_str().map(str::to_owned)).collect()
    };
    let found = purposes(&record);
    assert!(found.len() > 10, "{found:?}");
    assert!(found.contains("health:EmergencyCareTriage") && found.contains("health:PatientRemoteMonitoring"));
    assert!(
        found.contains("dpv:ResearchAndDevelopment"),
        "a maker's product is not the controller's service"
    );
    // Every entry is told, but for robots, for what is the patients' own, and for the watch over a whole region.
    let general = ["care-robot", "own-chatbot", "own-devices", "surgery-robot"];
    record.items.truncate(1);
    for name in library().catalogue.keys() {
        record.items[0].id = Id::parse(name).unwrap();
        record.items[0].purpose = Some(Purpose::Care);
        let is_general = purposes(&record).contains("health:HealthcareServiceManagement");
        assert_eq!(is_general, general.contains(&name.as_str()), "{name}");
    }
}

/// Properties have values of the kind that DPV gives them: no text for a notice, no activity for a record, no process for a scope.
#[test]
fn in_the_receipt_each_part_is_what_its_property_asks_for() {
    let receipt = json(Export::Receipt, &some(), Some("2026-11-23"));
    let record = &receipt["dpv:hasRecordOfActivity"];
    assert_eq!(record["@type"], "dpv:ConsentRecord");
    assert_eq!(record["dpv:hasRecordOfActivity"][0]["@type"], "dpv:RightExerciseRecord");
    let exercised = &record["dpv:hasConsentControl"]["dpv:isExercisedAt"];
    assert_eq!(exercised["@type"], "dpv:RightExerciseNotice");
    assert_eq!(exercised["dct:description"], json!(hospital().site.dpo));
    assert!(!receipt.to_string().contains("hasScope"));
    let number = receipt["dct:identifier"].as_str().unwrap();
    assert!(number.starts_with("urn:uuid:") && !number.contains(NUMBER));
}

// What is no real record.

#[test]
fn what_an_example_register_made_says_so_in_every_export_and_nothing_else_does() {
    let mut record = Record::of(hospital(), &some());
    for example in [true, false] {
        record.example = example;
        for export in Export::ALL {
            let text = write(export, &record, None);
            let mark = match export {
                Export::FhirR4(_) | Export::FhirR4Pcf(_) | Export::FhirR5(_) => "HTEST",
                Export::Line | Export::Receipt => "Registre d’exemple\u{a0}: rien de ceci n’est réel.",
            };
            assert_eq!(text.contains(mark), example, "{}", export.code());
            if text.contains("HTEST") {
                let bundle: Value = serde_json::from_str(&text).unwrap();
                let entries = entries(&bundle);
                let resources = entries.iter().map(|entry| &entry["resource"]);
                assert!(
                    resources.chain([&bundle]).all(|one| one["meta"]["security"][0]["code"] == "HTEST"),
                    "each resource, for a Bundle is taken apart"
                );
            }
        }
    }
}

// The line.

#[test]
fn the_line_is_one_line_with_the_day_the_version_and_everything_said() {
    let line = text(Export::Line, &some(), None);
    assert_eq!(line.matches('\n').count(), 1);
    assert!(
        line.starts_with(
            "Information IA donnée le 2026-11-22 par une page à lire de «\u{a0}Hôpital public de Brumeval\u{a0}» \
             (dernier texte affiché\u{a0}: version 1.0, français). Accepte\u{a0}: "
        ),
        "{line}"
    );
    for part in [
        "S’oppose : La recherche sur des données déjà recueillies.",
        "Ne s’oppose pas : L’entrepôt de données de l’hôpital.",
        "Refuse : Montrer vos images ou votre cas pour enseigner.",
        "Veut en parler d’abord : Les données nationales de santé (SNDS).",
        "Sans réponse : Améliorer le produit d’un fabricant avec vos données.",
        "Pas encore relu avec la personne.",
    ] {
        assert!(line.contains(&part.replace(" :", "\u{a0}:")), "{part} in {line}");
    }
    assert!(text(Export::Line, &some(), Some("2026-11-23")).contains("Relu avec la personne le 2026-11-23."));
    let unknown = Code { day: None, ..some() };
    assert!(
        text(Export::Line, &unknown, None).starts_with("Information IA donnée à une date non connue par")
    );
    let parent = Code { behalf: Some(Behalf::MyChild), ..some() };
    assert!(
        text(Export::Line, &parent, None).contains("Un titulaire de l’autorité parentale."),
        "who answered"
    );
    assert!(!line.contains("Qui a répondu"), "unless nobody said");
}

#[test]
fn an_export_is_found_by_its_name_and_each_has_a_file_of_its_own() {
    let mut names = Vec::new();
    for export in Export::ALL {
        assert_eq!(Export::from_code(export.code()), Some(export));
        names.push(export.file().0);
    }
    names.dedup();
    assert_eq!(names.len(), Export::ALL.len());
    assert_eq!(Export::from_code("pdf"), None);
    let all = QuestionId { item: Id::parse("a").unwrap(), question: Id::parse("b").unwrap() };
    assert_eq!(says(hospital(), &[]).answers.to(&all), None);
}
