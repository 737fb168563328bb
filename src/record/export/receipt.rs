//! A receipt after ISO/IEC TS 27560:2023, as JSON-LD with terms of the Data Privacy Vocabulary 2.3.
//!
//! Source: the DPVCG guide (<https://w3id.org/dpv/guides/consent-27560>, a Community Group report; the ISO text was not read).
//! It has what a patient's record knows: agreements with their state, objections as the exercise of a right, what was only
//! told. The establishment adds what it alone knows: identifiers of the consent record and of the person, storage, retention,
//! recipients. Until then it lacks fields that 27560 makes mandatory, so it claims no conformity with it. The context is
//! inline: nobody has to fetch anything.

use super::care_purpose::care_purpose;
use super::fhir::{both, with};
use super::narrative::standing;
use super::{ExportInput, Statement, statements};
use crate::choices::{Answer, Regime};
use crate::content::{DeskWord, Language, Purpose};
use crate::record::{Behalf, Record, RecordItem, RecordQuestion, Wording};
use serde_json::{Value, json};

/// The receipt.
pub(super) fn receipt(handed: &ExportInput) -> Value {
    let record = handed.record;
    let example = record.example.then(|| handed.words.get(DeskWord::WarningExample).into());
    let about = example.into_iter().chain([standing(handed)]);
    let mut receipt = json!({
        "@context": {
            "dpv": "https://w3id.org/dpv#",
            "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
            "legal-fr": "https://w3id.org/dpv/legal/fr#",
            "health": "https://w3id.org/dpv/sector/health#",
            "loc": "https://w3id.org/dpv/loc#",
            "pd": "https://w3id.org/dpv/pd#",
            "dct": "http://purl.org/dc/terms/",
        },
        "@type": "dpv:ConsentReceipt",
        "dct:identifier": format!("urn:uuid:{}", handed.delivery.number.of_part("receipt")),
        "dct:relation": id("https://w3id.org/dpv/guides/consent-27560"),
        "dct:description": about.map(text).collect::<Vec<_>>(),
        "dpv:hasRecordOfActivity": consent_record(handed),
    });
    if let Some(day) = record.day {
        receipt["dct:created"] = date(&day.to_string());
    }
    receipt
}

fn consent_record(handed: &ExportInput) -> Value {
    let record = handed.record;
    let processes: Vec<Value> = record.items.iter().flat_map(|item| processes(handed, item)).collect();
    let objections: Vec<Value> = statements(record).iter().filter_map(|one| objection(handed, one)).collect();
    let subject = match record.behalf {
        Some(Behalf::MyChild) => json!(["dpv:DataSubject", "dpv:Patient", "dpv:Child"]),
        _ => json!(["dpv:DataSubject", "dpv:Patient"]),
    };
    let contacts = || listed(record.site.dpo.iter().map(|one| json!(one)).collect());
    let controller = json!({
        "@id": "_:controller",
        "@type": ["dpv:DataController", "health:HealthcareProvider"],
        "dpv:hasName": texts(&record.site.name),
    });
    let one = json!({
        "@type": "dpv:ConsentRecord",
        "dpv:hasDataSubject": { "@type": subject },
        "dpv:hasDataController": with(controller, [("dpv:hasContact", contacts())]),
        "dpv:hasAuthority": id("legal-fr:DPA-FR"),
        "dpv:hasJurisdiction": id("loc:FR"),
        "dpv:hasNotice": {
            "@type": ["dpv:ConsentNotice", "dpv:AINotice"],
            "dct:title": text(handed.words.fill(DeskWord::Notice, &[("version", &record.notice_version)])),
            "dct:language": record.read.language.code(),
            "dct:identifier": format!("sha256:{}", record.fingerprint),
        },
        // Agreements may be taken back, objections made, at the data protection officer's.
        "dpv:hasConsentControl":
            with(json!({ "@type": "dpv:WithdrawConsent" }), [("dpv:isExercisedAt", exercised_at(record))]),
        "dpv:hasRight": [id("eu-gdpr:A7-3"), id("eu-gdpr:A21")],
    });
    with(one, [("dpv:hasProcess", listed(processes)), ("dpv:hasRecordOfActivity", listed(objections))])
}

/// Where a right is exercised: a notice that says how to reach somebody.
fn exercised_at(record: &Record) -> Option<Value> {
    let contacts = listed(record.site.dpo.iter().map(|one| json!(one)).collect())?;
    Some(json!({ "@type": "dpv:RightExerciseNotice", "dct:description": contacts }))
}

/// A list; an empty one says nothing and is left out.
fn listed(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}

/// What is done with data: once for each question, or once where there is none.
fn processes(handed: &ExportInput, item: &RecordItem) -> Vec<Value> {
    let base = || {
        let mut process = json!({
            "@type": "dpv:Process",
            "dct:title": texts(&item.title),
            "dpv:hasPersonalData": id("pd:MedicalHealth"),
            // What is possible, not what was chosen.
            "dpv:hasEntityInvolvement": id(match item.regime {
                Regime::Inform | Regime::Request => "dpv:CannotOptOutFromProcess",
                Regime::Object => "dpv:ObjectingToProcess",
                Regime::Agree => "dpv:OptingInToProcess",
            }),
        });
        process["dpv:hasPurpose"] = match item.purpose {
            Some(Purpose::Care) => id(care_purpose(item.id.as_str())),
            Some(Purpose::Research) => id("health:HealthcareScientificResearch"),
            // A maker's product, not the controller's own service.
            Some(Purpose::Development) => id("dpv:ResearchAndDevelopment"),
            Some(Purpose::Teaching) => id("health:ImproveHealthcareEducation"),
            None => json!({ "@type": "dpv:Purpose", "dct:title": texts(&item.title) }),
        };
        process
    };
    if item.questions.is_empty() {
        return vec![base()];
    }
    let one = |question: &RecordQuestion| {
        let mut process = base();
        process["@id"] = json!(name(item, question));
        process["dct:description"] = texts(&question.text);
        if item.regime == Regime::Agree {
            process["dpv:hasLegalBasis"] = id("dpv:ExpressedConsent");
            process["dpv:hasConsentStatus"] = status(handed, question);
        }
        process
    };
    item.questions.iter().map(one).collect()
}

/// A name within the document.
fn name(item: &RecordItem, question: &RecordQuestion) -> String {
    format!("_:{}_{}", item.id, question.id)
}

/// The state of an agreement. Without an answer it was asked for, and no more. A ticked yes or no is no consent, given or refused,
/// until someone has read it back: its state is unknown until then, and words say what was ticked.
fn status(handed: &ExportInput, question: &RecordQuestion) -> Value {
    let Some(answer) = question.answer else { return json!({ "@type": "dpv:ConsentRequested" }) };
    let (state, said) = match answer {
        Answer::Yes => ("dpv:ConsentGiven", DeskWord::SaidAgreed),
        Answer::No => ("dpv:ConsentRefused", DeskWord::SaidRefused),
        Answer::TalkFirst => ("dpv:ConsentRequestDeferred", DeskWord::SaidTalk),
    };
    let [how, said] = [DeskWord::Indicated, said].map(|word| handed.words.get(word));
    let how = format!("{how}\u{a0}: {said}. {}", standing(handed));
    if handed.read_back.is_none() {
        let state = if answer == Answer::TalkFirst { state } else { "dpv:ConsentUnknown" };
        return json!({ "@type": state, "dct:description": text(how) });
    }
    let by = match handed.record.behalf {
        Some(Behalf::MyChild) => "dpv:ParentOfDataSubject",
        Some(Behalf::Represented) => "dpv:GuardianOfDataSubject",
        Some(Behalf::Me) | None => "dpv:DataSubject",
    };
    let status = json!({ "@type": state, "dpv:isIndicatedBy": id(by), "dpv:hasIndicationMethod": text(how) });
    with(status, [("dpv:isIndicatedAtTime", handed.record.day.map(|day| date(&day.to_string())))])
}

/// An objection exercises a right (GDPR 21); it was received once someone has read it back.
fn objection(handed: &ExportInput, statement: &Statement) -> Option<Value> {
    let Statement::Decided { item, question, yes: false } = statement else { return None };
    if item.regime != Regime::Object {
        return None;
    }
    let state = if handed.read_back.is_some() { "dpv:RequestAcknowledged" } else { "dpv:RequestInitiated" };
    let mut objection = json!({
        // A record of the exercise: what a record of activities holds.
        "@type": "dpv:RightExerciseRecord",
        "dct:description": texts(&question.text),
        "dpv:hasRight": id("eu-gdpr:A21"),
        "dpv:hasRequestStatus": id(state),
        "dpv:hasProcess": { "@id": name(item, question) },
        "dpv:hasRecipientDataController": json!({ "@id": "_:controller" }),
    });
    if let Some(day) = handed.record.day {
        objection["dct:created"] = date(&day.to_string());
    }
    Some(objection)
}

fn id(name: &str) -> Value {
    json!({ "@id": name })
}

fn date(day: &str) -> Value {
    json!({ "@value": day, "@type": "http://www.w3.org/2001/XMLSchema#date" })
}

fn text(text: impl AsRef<str>) -> Value {
    json!({ "@value": text.as_ref(), "@language": Language::Fr.code() })
}

/// A text in every language of the record.
fn texts(wording: &Wording) -> Value {
    let (_, others) = both(wording);
    let first = wording.shown(Language::Fr);
    let first = first.map(|(language, text)| json!({ "@value": text, "@language": language.code() }));
    let others =
        others.iter().map(|(language, text)| json!({ "@value": text, "@language": language.code() }));
    Value::Array(first.into_iter().chain(others).collect())
}
