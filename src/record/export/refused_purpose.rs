//! The purposes that a patient refuses as a whole, as Consents of R4 that software may enforce.
//!
//! Software that enforces consents knows purposes, and none of our codes: it drops a code that it does not know, and then a no to one
//! recording denies all treatment; or it honours the code, finds it in no data, and an objection never applies. So a Consent says here
//! only what a purpose alone can say: whatever the place does with data for that purpose was refused or objected to. A yes is never
//! exported so, for it would permit more than was asked, and care is never denied.

use super::fhir::{ACT_REASON, Part, codes, coding, day, identifier, patient, place, speaker, with};
use super::narrative::{List, narrative};
use super::{ExportInput, Version};
use crate::choices::{Answer, Regime};
use crate::content::{DeskWord, Language, Purpose};
use crate::record::{Record, RecordItem, RecordQuestion};
use serde_json::{Value, json};

const SCOPE: &str = "http://terminology.hl7.org/CodeSystem/consentscope";
const LOINC: &str = "http://loinc.org";
const GDPR: &str = "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
const BASIC: &str = "https://profiles.ihe.net/ITI/PCF/StructureDefinition/IHE.PCF.consentBasic";
const ALTERNATE_HASH: &str = "http://hl7.org/fhir/StructureDefinition/alternate-hash";
const HASHES: &str = "http://hl7.org/fhir/CodeSystem/integrity-check-algorithms";

/// What is beyond care, with its code in v3-PurposeOfUse.
const PURPOSES: [(Purpose, &str, &str); 3] = [
    (Purpose::Research, "HRESCH", "healthcare research"),
    // To make or try a system; TRAIN is for people.
    (Purpose::Development, "SYSDEV", "system development"),
    (Purpose::Teaching, "TRAIN", "training"),
];

/// A purpose that is refused as a whole.
struct RefusedPurpose<'a> {
    code: &'static str,
    display: &'static str,
    /// Each question about it.
    questions: Vec<(&'a RecordItem, &'a RecordQuestion)>,
}

/// A reuse whose purpose nobody has told may be for any: unless it is refused too, none is refused as a whole. Nor is one for which
/// the place has a reuse that it only tells.
fn refused(record: &Record) -> impl Iterator<Item = RefusedPurpose<'_>> {
    let is_refused = |item: &RecordItem| {
        let no = |question: &RecordQuestion| question.answer == Some(Answer::No);
        !item.questions.is_empty() && item.questions.iter().all(no)
    };
    PURPOSES.into_iter().filter_map(move |(purpose, code, display)| {
        let mut may_be = record.items.iter().filter(|item| item.purpose.is_none_or(|one| one == purpose));
        let whole = may_be.all(is_refused);
        let items = record.items.iter().filter(|item| item.purpose == Some(purpose));
        let questions: Vec<_> =
            items.flat_map(|item| item.questions.iter().map(move |question| (item, question))).collect();
        (whole && !questions.is_empty()).then_some(RefusedPurpose { code, display, questions })
    })
}

/// For a server of R4.
pub(super) fn consents(handed: &ExportInput) -> Vec<Part> {
    let verified = handed.read_back.map(|day| {
        json!([{ "verified": true, "verifiedWith": speaker(handed), "verificationDate": day.to_string() }])
    });
    let one = |one: RefusedPurpose| {
        let part = consent(handed, &one)?;
        Some(Part { resource: with(part.resource, [("verification", verified.clone())]), ..part })
    };
    refused(handed.record).filter_map(one).collect()
}

/// The same as IHE PCF Basic Consent: it allows no `verification`, and needs a day.
pub(super) fn basic_consents(handed: &ExportInput) -> Vec<Part> {
    let one = |one: RefusedPurpose| {
        handed.record.day?;
        let part = consent(handed, &one)?;
        Some(Part { resource: with(part.resource, [("meta", Some(json!({ "profile": [BASIC] })))]), ..part })
    };
    refused(handed.record).filter_map(one).collect()
}

fn consent(handed: &ExportInput, refused: &RefusedPurpose) -> Option<Part> {
    let record = handed.record;
    let name = format!("purpose {}", refused.code);
    let lines = |regime: Regime| {
        let those = refused.questions.iter().filter(|(item, _)| item.regime == regime);
        let words = those.map(|(item, question)| {
            [&item.title, &question.text].into_iter().chain(&question.said).collect::<Vec<_>>()
        });
        words.collect::<Vec<_>>()
    };
    let said = [
        (Regime::Object, DeskWord::SaidObjected, DeskWord::LawObject),
        (Regime::Agree, DeskWord::SaidRefused, DeskWord::LawAgree),
    ];
    let said = said.map(|(regime, word, law)| (handed.words.get(word), handed.words.get(law), lines(regime)));
    let said: Vec<_> = said.into_iter().filter(|(.., lines)| !lines.is_empty()).collect();
    let laws: Vec<&str> = said.iter().map(|(_, law, _)| *law).collect();
    let laws = laws.join(" ; ");
    let lists: Vec<List> = said.into_iter().map(|(heading, _, lines)| List { heading, lines }).collect();
    let consent = json!({
        "resourceType": "Consent",
        "language": Language::Fr.code(),
        "text": narrative(handed, &lists),
        "identifier": [identifier(handed, &name)],
        "status": if handed.read_back.is_some() { "active" } else { "proposed" },
        "scope": { "coding": [coding(SCOPE, "patient-privacy", "Privacy Consent")] },
        "category": [{ "coding": [coding(LOINC, "59284-0", "Consent Document")] }],
        "patient": patient(handed),
        "performer": [speaker(handed)],
        "organization": [place(handed)],
        "sourceAttachment": notice(handed),
        "policy": [
            { "uri": codes(handed).text(record.fingerprint, Version::R4) },
            { "authority": "https://www.cnil.fr", "uri": GDPR },
        ],
        // Words only: software takes a code of a rule (OPTOUT) for what goes everywhere.
        "policyRule": { "text": laws },
        "provision": { "type": "deny", "purpose": [coding(ACT_REASON, refused.code, refused.display)] },
    });
    Some(Part { name, resource: with(consent, [("dateTime", day(handed))]) })
}

/// The text that was read: its name, version and language, and its SHA-256. `Attachment.hash` is for SHA-1 only.
fn notice(handed: &ExportInput) -> Value {
    let record = handed.record;
    json!({
        "contentType": "text/html",
        "language": record.read.language.code(),
        "title": handed.words.fill(DeskWord::Notice, &[("version", &record.notice_version)]),
        "extension": [{ "url": ALTERNATE_HASH, "extension": [
            { "url": "algorithm", "valueCoding": { "system": HASHES, "code": "SHA-256" } },
            { "url": "hash", "valueString": record.fingerprint.to_string() },
        ] }],
    })
}
