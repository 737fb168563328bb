//! A receipt after ISO/IEC TS 27560:2023, as JSON-LD with terms of the Data Privacy Vocabulary 2.3.
//!
//! Source: the DPVCG guide (https://w3id.org/dpv/guides/consent-27560, a Community Group report; the ISO text was not read).
//! It has what a patient's record knows: agreements with their state, objections as the exercise of a right, what was only
//! told. The establishment adds what it alone knows: identifiers of the record and of the person, storage, retention,
//! recipients. The context is inline: nobody has to fetch anything.

use super::fhir::both;
use super::{Handed, Statement, statements};
use crate::choices::{Answer, Regime};
use crate::content::{DeskWord, Language, Purpose};
use crate::record::{Behalf, RecordItem, RecordQuestion, Wording};
use serde_json::{Value, json};

/// The receipt.
pub(super) fn receipt(handed: &Handed) -> Value {
    let record = handed.record;
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
        "dct:conformsTo": id("https://w3id.org/dpv/schema/dpv-27560#receipt"),
        "dct:description": text(standing(handed)),
        "dpv:hasRecordOfActivity": consent_record(handed),
    });
    if let Some(day) = record.day {
        receipt["dct:created"] = date(&day.to_string());
    }
    receipt
}

fn consent_record(handed: &Handed) -> Value {
    let record = handed.record;
    let processes: Vec<Value> = record.items.iter().flat_map(|item| processes(handed, item)).collect();
    let objections: Vec<Value> = statements(record).iter().filter_map(|one| objection(handed, one)).collect();
    let subject = match record.behalf {
        Some(Behalf::MyChild) => json!(["dpv:DataSubject", "dpv:Patient", "dpv:Child"]),
        _ => json!(["dpv:DataSubject", "dpv:Patient"]),
    };
    let mut one = json!({
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": id("https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr"),
        "dpv:hasDataSubject": { "@type": subject },
        "dpv:hasDataController": {
            "@id": "_:controller",
            "@type": ["dpv:DataController", "health:HealthcareProvider"],
            "dpv:hasName": text(record.site.name.french()),
            "dpv:hasContact": record.site.dpo.iter().map(|one| json!(one)).collect::<Vec<_>>(),
        },
        "dpv:hasAuthority": id("legal-fr:DPA-FR"),
        "dpv:hasJurisdiction": id("loc:FR"),
        "dpv:hasNotice": {
            "@type": ["dpv:ConsentNotice", "dpv:AINotice"],
            "dct:title": text(handed.words.fill(DeskWord::Notice, &[("version", &record.notice_version)])),
            "dct:language": record.read.language.code(),
            "dct:identifier": format!("sha256:{}", record.fingerprint),
        },
        // Agreements may be taken back, objections made, at the data protection officer's.
        "dpv:hasConsentControl": {
            "@type": ["dpv:WithdrawConsent"],
            "dpv:isExercisedAt": record.site.dpo.iter().map(|one| json!(one)).collect::<Vec<_>>(),
        },
        "dpv:hasRight": [id("eu-gdpr:A7-3"), id("eu-gdpr:A21")],
        "dpv:hasProcess": processes,
    });
    if !objections.is_empty() {
        one["dpv:hasRecordOfActivity"] = Value::Array(objections);
    }
    one
}

/// What is done with data: once for each question, or once where there is none.
fn processes(handed: &Handed, item: &RecordItem) -> Vec<Value> {
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
            Some(Purpose::Care) => id("health:HealthcareServiceManagement"),
            Some(Purpose::Research) => id("health:HealthcareScientificResearch"),
            Some(Purpose::Development) => id("dpv:ImproveExistingProductsAndServices"),
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

/// The state of an agreement. Without an answer it was asked for, and no more.
fn status(handed: &Handed, question: &RecordQuestion) -> Value {
    let state = match question.answer {
        None => return json!({ "@type": "dpv:ConsentRequested" }),
        Some(Answer::Yes) => "dpv:ConsentGiven",
        Some(Answer::No) => "dpv:ConsentRefused",
        Some(Answer::TalkFirst) => "dpv:ConsentRequestDeferred",
    };
    let by = match handed.record.behalf {
        Some(Behalf::MyChild) => "dpv:ParentOfDataSubject",
        Some(Behalf::Represented) => "dpv:GuardianOfDataSubject",
        Some(Behalf::Me) | None => "dpv:DataSubject",
    };
    let mut status = json!({
        "@type": state,
        "dpv:isIndicatedBy": id(by),
        "dpv:hasIndicationMethod": text(format!("{}. {}", handed.words.get(DeskWord::Indicated), standing(handed))),
    });
    if let Some(day) = handed.record.day {
        status["dpv:isIndicatedAtTime"] = date(&day.to_string());
    }
    status
}

/// An objection exercises a right (GDPR 21); it was received once someone has read it back.
fn objection(handed: &Handed, statement: &Statement) -> Option<Value> {
    let Statement::Decided { item, question, yes: false } = statement else { return None };
    if item.regime != Regime::Object {
        return None;
    }
    let state = if handed.read_back.is_some() { "dpv:RequestAcknowledged" } else { "dpv:RequestInitiated" };
    let mut objection = json!({
        "@type": "dpv:RightExerciseActivity",
        "dct:description": texts(&question.text),
        "dpv:hasRight": id("eu-gdpr:A21"),
        "dpv:hasRequestStatus": id(state),
        "dpv:hasStatus": id(state),
        "dpv:hasScope": json!({ "@id": name(item, question) }),
        "dpv:hasRecipientDataController": json!({ "@id": "_:controller" }),
    });
    if let Some(day) = handed.record.day {
        objection["dct:created"] = date(&day.to_string());
    }
    Some(objection)
}

fn standing<'a>(handed: &Handed<'a>) -> std::borrow::Cow<'a, str> {
    match handed.read_back {
        Some(day) => handed.words.fill(DeskWord::LineReadBack, &[("date", &day.to_string())]).into(),
        None => handed.words.get(DeskWord::LineProposed).into(),
    }
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
