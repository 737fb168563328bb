//! FHIR R4 (4.0.1): one Consent a decision and a piece of information, one CommunicationRequest a wish.
//!
//! Close to Interop'Santé's draft `preadmission-consent-fr`: one resource a choice, LOINC 59284-0 and 57016-8, root
//! `provision` with `type`, `code` and `purpose`, `policy` of the GDPR. It differs where we cannot do as it asks: its
//! `status` is fixed to `active` (ours is, once read back), and its patient is a reference.
//!
//! What was only told stays `proposed`: the desk reads answers back, not information, and nobody has acknowledged it.

use super::consent::{choice_category, decision, information_category, policy_rule, scope};
use super::fhir::{
    GDPR, bundle as bundle_of, choice, law, narrative, notice, patient, purpose, set_text, speaker, wish,
    with,
};
use super::{ExportInput, Statement, statements};
use crate::content::{Date, Language};
use serde_json::{Value, json};

/// The Bundle.
pub(super) fn bundle(handed: &ExportInput) -> Value {
    let resources = statements(handed.record).iter().filter_map(|one| resource(handed, one)).collect();
    bundle_of(handed.record, resources)
}

fn resource(handed: &ExportInput, statement: &Statement) -> Option<Value> {
    match statement {
        Statement::Informed(item) => {
            let consent = consent(handed, None, information_category(), narrative(&[&item.title]));
            let mut rule = json!({});
            set_text(&mut rule, "text", law(handed, item.regime), &[]);
            let source = notice(handed, Some(item));
            Some(with(consent, [("policyRule", Some(rule)), ("sourceAttachment", Some(source))]))
        }
        Statement::Decided { item, question, yes } => {
            let words: Vec<_> = question.said.iter().chain([&item.title, &question.text]).collect();
            let consent = consent(handed, handed.read_back, choice_category(), narrative(&words));
            let provision =
                json!({ "type": decision(*yes), "code": [choice(handed.record, item, question)] });
            let more = [
                ("policy", Some(json!([{ "authority": "https://www.cnil.fr", "uri": GDPR }]))),
                ("policyRule", policy_rule(handed, item.regime, *yes)),
                ("provision", Some(with(provision, [("purpose", purpose(item))]))),
            ];
            Some(with(consent, more))
        }
        Statement::Asks { .. } | Statement::TalkFirst { .. } => communication(handed, statement),
    }
}

/// `confirmed` is when someone confirmed with the patient what this says.
fn consent(handed: &ExportInput, confirmed: Option<Date>, category: Value, text: Value) -> Value {
    let record = handed.record;
    let consent = json!({
        "resourceType": "Consent",
        "language": Language::Fr.code(),
        "text": text,
        "status": if confirmed.is_some() { "active" } else { "proposed" },
        "scope": scope(),
        "category": [category],
        "patient": patient(handed),
        "performer": [speaker(handed)],
        "organization": [{ "display": record.site.name.french() }],
        "sourceAttachment": notice(handed, None),
    });
    let verified = confirmed.map(|day| {
        json!([{ "verified": true, "verifiedWith": speaker(handed), "verificationDate": day.to_string() }])
    });
    with(consent, [("dateTime", record.day.map(|day| json!(day.to_string()))), ("verification", verified)])
}

fn communication(handed: &ExportInput, statement: &Statement) -> Option<Value> {
    let wish = wish(handed, statement)?;
    let mut payload = json!({});
    set_text(&mut payload, "contentString", &wish.text, &wish.others);
    let request = json!({
        "resourceType": "CommunicationRequest",
        "language": Language::Fr.code(),
        "text": narrative(&wish.words),
        "status": if handed.read_back.is_some() { "active" } else { "draft" },
        "category": [wish.category],
        "subject": patient(handed),
        "payload": [payload],
        "requester": speaker(handed),
        "recipient": [{ "display": handed.record.site.name.french() }],
    });
    let more = [
        ("reasonCode", wish.about.map(|about| json!([about]))),
        ("authoredOn", handed.record.day.map(|day| json!(day.to_string()))),
    ];
    Some(with(request, more))
}
