//! The exports: what was said is what software reads, no more and no less. Whether the files are FHIR and JSON-LD at all is
//! for judges who do not know our types: `tests/judges`.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId, Regime, Request};
use eclaire::content::{Date, Language};
use eclaire::record::{Behalf, Code, Export, Questionnaire, Record};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use support::library;
use support::said::{anything, blank_of, example, says};

fn hospital() -> &'static Questionnaire {
    static BLANK: OnceLock<Questionnaire> = OnceLock::new();
    BLANK.get_or_init(|| blank_of(&example("hospital")))
}

fn text(export: Export, said: &Code, read_back: Option<&str>) -> String {
    let read_back = read_back.map(|day| Date::parse(day).unwrap());
    export.write(&Record::of(hospital(), said), read_back, &library().desk_words)
}

fn json(export: Export, said: &Code, read_back: Option<&str>) -> Value {
    serde_json::from_str(&text(export, said, read_back)).unwrap()
}

fn resources(bundle: &Value, kind: &str) -> Vec<Value> {
    let entries = bundle["entry"].as_array().cloned().unwrap_or_default();
    entries
        .into_iter()
        .map(|entry| entry["resource"].clone())
        .filter(|one| one["resourceType"] == kind)
        .collect()
}

/// The code of our own in a list of concepts.
fn our_code(concepts: &Value) -> Option<String> {
    let coding = &concepts[0]["coding"][0];
    coding["system"].as_str().filter(|system| system.starts_with("https://eclaire.invalid/"))?;
    Some(coding["code"].as_str()?.to_owned())
}

/// Whether something is permitted, by the rule of R5: the decision goes unless a provision fits, which negates it, and so on
/// within the provision (binding of Consent.decision).
fn permitted(decision: bool, provisions: &Value, asked: &str) -> bool {
    let fits = |one: &&Value| our_code(&one["code"]).as_deref() == Some(asked);
    let fitting = provisions.as_array().into_iter().flatten().find(fits);
    fitting.map_or(decision, |one| permitted(!decision, &one["provision"], asked))
}

/// The answers that a stranger reads in a Bundle, from the documentation of the codes alone.
fn read_back_from(bundle: &Value, r5: bool) -> Answers {
    let yes = |decision: &Value| match decision.as_str() {
        Some("permit") => true,
        Some("deny") => false,
        other => panic!("{other:?}"),
    };
    let mut answers = Answers::default();
    for consent in resources(bundle, "Consent") {
        let provision = if r5 { &consent["provision"][0] } else { &consent["provision"] };
        let Some(code) = our_code(&provision["code"]) else { continue };
        let permits = if r5 {
            permitted(yes(&consent["decision"]), &consent["provision"], &code)
        } else {
            yes(&provision["type"])
        };
        let answer = if permits { Answer::Yes } else { Answer::No };
        answers.answer(support::said::question(&code), Some(answer));
    }
    for wish in resources(bundle, "CommunicationRequest") {
        let about = if r5 { &wish["reason"][0]["concept"] } else { &wish["reasonCode"][0] };
        let about = our_code(&Value::Array(vec![about.clone()]));
        match our_code(&wish["category"]).unwrap().as_str() {
            "talk-first" => answers.answer(support::said::question(&about.unwrap()), Some(Answer::TalkFirst)),
            request => {
                let request = Request::ALL.into_iter().find(|one| one.code() == request).unwrap();
                answers.ask(AskedId { item: about.map(|item| Id::parse(&item).unwrap()), request }, true);
            }
        }
    }
    answers
}

/// The Consents about what was only told, and those about what was decided.
fn told_and_decided(bundle: &Value) -> (Vec<Value>, Vec<Value>) {
    let told = |one: &Value| !one["category"].to_string().contains("59284-0");
    resources(bundle, "Consent").into_iter().partition(told)
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

/// The Consent about a question, in R4.
fn consent(code: &str, said: &Code, read_back: Option<&str>) -> Value {
    let bundle = json(Export::FhirR4, said, read_back);
    let about = |one: &Value| our_code(&one["provision"]["code"]).as_deref() == Some(code);
    resources(&bundle, "Consent").into_iter().find(about).unwrap_or_else(|| panic!("no {code}"))
}

// FHIR.

proptest! {
    #![proptest_config(support::cases(40))]

    #[test]
    fn what_software_reads_in_fhir_is_what_was_said(said in anything(hospital())) {
        prop_assert_eq!(read_back_from(&json(Export::FhirR4, &said, None), false), said.answers.clone());
        prop_assert_eq!(read_back_from(&json(Export::FhirR5, &said, None), true), said.answers.clone());
        let read = json(Export::FhirR4, &said, Some("2026-11-23"));
        prop_assert_eq!(read_back_from(&read, false), said.answers);
    }

    /// No answer, no resource: silence is never exported, neither as a yes nor as an objection.
    #[test]
    fn there_is_a_decision_for_each_answer_and_no_other(said in anything(hospital())) {
        let record = Record::of(hospital(), &said);
        let decided = record.items.iter().flat_map(|item| &item.questions);
        let decided = decided.filter(|one| matches!(one.answer, Some(Answer::Yes | Answer::No))).count();
        let informed = record.items.iter().filter(|item| !item.regime.has_questions()).count();
        let consents = resources(&json(Export::FhirR4, &said, None), "Consent");
        prop_assert_eq!(consents.len(), decided + informed);
        let with_type = consents.iter().filter(|one| !one["provision"]["type"].is_null()).count();
        prop_assert_eq!(with_type, decided);
    }

    #[test]
    fn every_entry_has_a_name_of_its_own_in_the_bundle(said in anything(hospital())) {
        for export in [Export::FhirR4, Export::FhirR5, Export::FhirR4Pcf] {
            let bundle = json(export, &said, None);
            let entries = bundle["entry"].as_array().cloned().unwrap_or_default();
            let names: BTreeMap<&str, ()> = entries.iter().map(|one| (one["fullUrl"].as_str().unwrap(), ())).collect();
            prop_assert_eq!(names.len(), entries.len());
        }
    }
}

/// Whoever got a file yesterday gets the same names today.
#[test]
fn the_names_of_the_entries_of_one_record_stay_what_they_are() {
    let record = Record::from_json(include_str!("../fixtures/records/november-2026.json")).unwrap();
    let bundle: Value =
        serde_json::from_str(&Export::FhirR4.write(&record, None, &library().desk_words)).unwrap();
    let entries = bundle["entry"].as_array().unwrap();
    assert_eq!(entries[0]["fullUrl"], "urn:uuid:79aa06c5-4c91-8da9-baf1-eb3ab00526d2");
    assert_eq!(entries[22]["fullUrl"], "urn:uuid:4d808c41-1b69-8e03-ae32-acb918bb18ba");
}

#[test]
fn a_wish_is_proposed_until_someone_has_read_it_back_with_the_patient() {
    for (read_back, r4, r5, request) in
        [(None, "proposed", "draft", "draft"), (Some("2026-11-23"), "active", "active", "active")]
    {
        for (export, status) in [(Export::FhirR4, r4), (Export::FhirR4Pcf, r4), (Export::FhirR5, r5)] {
            let bundle = json(export, &some(), read_back);
            let (_, decided) = told_and_decided(&bundle);
            assert!(decided.len() == 4 && decided.iter().all(|one| one["status"] == status), "{status}");
            assert!(resources(&bundle, "CommunicationRequest").iter().all(|one| one["status"] == request));
        }
    }
    let read = consent("research.reuse", &some(), Some("2026-11-23"));
    assert_eq!(read["verification"][0]["verificationDate"], "2026-11-23");
    assert_eq!(read["dateTime"], "2026-11-22", "the day of the answer stays");
    assert!(consent("research.reuse", &some(), None)["verification"].is_null());
}

/// The desk reads back answers. What was only told was given to read, and nobody has acknowledged it.
#[test]
fn reading_answers_back_acknowledges_no_information() {
    for (export, status) in [(Export::FhirR4, "proposed"), (Export::FhirR5, "draft")] {
        let before = told_and_decided(&json(export, &some(), None)).0;
        let after = told_and_decided(&json(export, &some(), Some("2026-11-23"))).0;
        assert!(after.len() > 10 && after.iter().all(|one| one["status"] == status), "{status}");
        assert!(after.iter().all(|one| one["verification"].is_null()));
        assert_eq!(after, before);
    }
}

#[test]
fn an_objection_is_an_opt_out_that_denies_and_leaving_it_is_no_opt_out() {
    let rule = |code: &str| consent(code, &some(), None)["policyRule"]["coding"][0]["code"].clone();
    let decision = |code: &str| consent(code, &some(), None)["provision"]["type"].clone();
    assert_eq!((rule("research.reuse"), decision("research.reuse")), ("OPTOUT".into(), "deny".into()));
    assert_eq!(
        (rule("data-warehouse.reuse"), decision("data-warehouse.reuse")),
        (Value::Null, "permit".into())
    );
    let recording = "consultation-notes.recording";
    assert_eq!((rule(recording), decision(recording)), ("OPTIN".into(), "permit".into()));
    assert_eq!((rule("teaching.teaching"), decision("teaching.teaching")), (Value::Null, "deny".into()));
}

/// R5 calls a provision an exception: what is written beside `decision` says the opposite of it.
#[test]
fn in_r5_a_no_is_the_exception_to_a_permit_and_a_yes_to_a_deny_in_the_policy_of_that_question_alone() {
    let bundle = json(Export::FhirR5, &some(), None);
    let consents = resources(&bundle, "Consent");
    for (code, decision) in
        [("research.reuse", "permit"), ("teaching.teaching", "permit"), ("data-warehouse.reuse", "deny")]
    {
        let about = |one: &&Value| our_code(&one["provision"][0]["code"]).as_deref() == Some(code);
        let one = consents.iter().find(about).unwrap();
        assert_eq!(one["decision"], decision, "{code}");
        assert_eq!(one["provision"].as_array().unwrap().len(), 1);
        let url = one["policyBasis"]["url"].as_str().unwrap();
        assert!(url.ends_with(&format!("/{}/{}", hospital().fingerprint, code.replace('.', "/"))), "{url}");
    }
}

#[test]
fn what_was_only_told_is_an_acknowledgement_and_permits_nothing() {
    let bundle = json(Export::FhirR4, &says(hospital(), &[]), None);
    let consents = resources(&bundle, "Consent");
    let told = hospital()
        .items
        .iter()
        .filter(|item| matches!(item.regime, Regime::Inform | Regime::Request))
        .count();
    assert_eq!(consents.len(), told);
    for one in &consents {
        assert_eq!(one["category"][0]["coding"][0]["code"], "57016-8");
        assert!(one["provision"].is_null() && one["policy"].is_null(), "{one}");
        assert!(one["policyRule"]["text"].as_str().unwrap().contains("sans choix"), "{one}");
    }
}

#[test]
fn a_choice_has_its_exact_words_in_french_and_in_the_patients_language() {
    let said = Code { sheet_language: Language::Ar, ..some() };
    let code = &consent("research.reuse", &said, None)["provision"]["code"][0];
    assert_eq!(code["text"], "La réutilisation de mes données pour des recherches");
    let translation = &code["_text"]["extension"][0];
    assert_eq!(translation["extension"][0]["valueCode"], "ar");
    let arabic = translation["extension"][1]["valueString"].as_str().unwrap();
    let expected = library().reuses["research"].texts.questions["reuse"]
        .text
        .pick(Language::Ar, eclaire::content::Level::Clear);
    assert_eq!(Some(arabic), expected.map(|one| one.text));
    let narrative = consent("research.reuse", &said, None)["text"]["div"].as_str().unwrap().to_owned();
    assert!(
        narrative.contains(r#"lang="ar""#)
            && narrative.contains(r#"dir="rtl""#)
            && narrative.contains(arabic)
    );
}

#[test]
fn it_says_for_whom_one_spoke_and_never_who() {
    for (behalf, kind) in
        [(Behalf::Me, "Patient"), (Behalf::MyChild, "RelatedPerson"), (Behalf::Represented, "RelatedPerson")]
    {
        let said = Code { behalf: Some(behalf), ..some() };
        let one = consent("research.reuse", &said, None);
        assert_eq!(one["performer"][0]["type"], kind);
        assert!(one["performer"][0]["reference"].is_null() && one["patient"]["reference"].is_null());
        assert_eq!(one["patient"]["display"], "(à renseigner par l’établissement)");
        assert!(
            one["identifier"].is_null() && one["id"].is_null(),
            "two patients with the same answers would share it"
        );
    }
}

#[test]
fn the_fingerprint_of_what_was_read_is_in_it_as_a_sha_256() {
    let one = consent("research.reuse", &some(), None);
    let hash = &one["sourceAttachment"]["extension"][0]["extension"];
    assert_eq!(hash[0]["valueCoding"]["code"], "SHA-256");
    assert_eq!(hash[1]["valueString"], hospital().fingerprint.to_string());
    assert!(one["sourceAttachment"]["hash"].is_null(), "that place is for SHA-1");
}

#[test]
fn the_pcf_variant_has_what_pcf_asks_for_and_nothing_that_it_forbids() {
    let bundle = json(Export::FhirR4Pcf, &some(), Some("2026-11-23"));
    let consents = resources(&bundle, "Consent");
    assert_eq!(consents.len(), 4, "the decisions, without the wish to talk first");
    assert_eq!(bundle["entry"].as_array().unwrap().len(), 4, "and nothing else");
    for one in &consents {
        assert!(one["verification"].is_null() && one["provision"]["code"].is_null());
        assert!(one["provision"]["action"].is_null() && one["provision"]["class"].is_null());
        assert_eq!(one["scope"]["coding"][0]["code"], "patient-privacy");
        for needed in ["patient", "dateTime", "performer", "organization", "sourceAttachment"] {
            assert!(!one[needed].is_null(), "{needed}");
        }
        let uri = one["policy"][0]["uri"].as_str().unwrap();
        assert!(uri.contains(&hospital().fingerprint.to_string()), "version-specific: {uri}");
        assert!(one["provision"]["purpose"][0]["code"].is_string());
    }
    let kinds: Vec<_> = consents
        .iter()
        .map(|one| {
            let rule = one["policyRule"]["coding"][0]["code"].as_str();
            (one["provision"]["type"].as_str().unwrap(), rule)
        })
        .collect();
    assert_eq!(
        kinds,
        [("permit", Some("OPTIN")), ("permit", None), ("deny", Some("OPTOUT")), ("deny", None)],
        "agreed to, left as it is, objected to, refused: each is told from the others"
    );
    let without_day = Code { day: None, ..some() };
    assert!(json(Export::FhirR4Pcf, &without_day, None)["entry"].is_null(), "PCF needs a date");
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
    assert_eq!(objections[0]["dpv:hasScope"]["@id"], "_:research_reuse");
    assert_eq!(objections[0]["dpv:hasRequestStatus"]["@id"], "dpv:RequestAcknowledged");
    let before = json(Export::Receipt, &some(), None);
    let objections = &before["dpv:hasRecordOfActivity"]["dpv:hasRecordOfActivity"];
    assert_eq!(objections[0]["dpv:hasRequestStatus"]["@id"], "dpv:RequestInitiated");
    let deferred = says(hospital(), &[("teaching.teaching", Answer::TalkFirst)]);
    for read_back in [None, Some("2026-11-23")] {
        let receipt = json(Export::Receipt, &deferred, read_back);
        assert_eq!(state(&receipt, "teaching_teaching"), "dpv:ConsentRequestDeferred");
        assert!(!receipt.to_string().contains("RightExerciseActivity"));
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
    let receipt: Value =
        serde_json::from_str(&Export::Receipt.write(&record, None, &library().desk_words)).unwrap();
    let text = receipt.to_string();
    assert!(!text.contains("conformsTo") && !text.contains("[]"), "{text}");
    let controller = &receipt["dpv:hasRecordOfActivity"]["dpv:hasDataController"];
    assert_eq!(controller["dpv:hasName"][0]["@language"], "en");
    assert!(controller["dpv:hasContact"].is_null());
}

// What is no real record.

#[test]
fn what_an_example_register_made_says_so_in_every_export_and_nothing_else_does() {
    let mut record = Record::of(hospital(), &some());
    for example in [true, false] {
        record.example = example;
        for export in Export::ALL {
            let text = export.write(&record, None, &library().desk_words);
            let mark = match export {
                Export::FhirR4 | Export::FhirR4Pcf | Export::FhirR5 => "HTEST",
                Export::Line | Export::Receipt => "Registre d’exemple\u{a0}: rien de ceci n’est réel.",
            };
            assert_eq!(text.contains(mark), example, "{}", export.code());
            if text.contains("HTEST") {
                let bundle: Value = serde_json::from_str(&text).unwrap();
                let entries = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
                assert!(
                    entries.chain([&bundle]).all(|one| one["meta"]["security"][0]["code"] == "HTEST"),
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
             (dernier texte affiché\u{a0}: version 1.0, Français). Accepte\u{a0}: "
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
