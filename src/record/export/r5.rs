//! FHIR R5 (5.0.0): the same statements as in R4. There is no scope, no `proposed`, and a CommunicationRequest has an intent.
//!
//! `decision` is what goes where no provision fits, and a provision is an exception to it, "a negation of the previous level"
//! (binding of Consent.decision). So a no is the exception to a `permit`, a yes the exception to a `deny`; `policyBasis` names the
//! one question, so that what goes without the exception is said of nothing else.

use super::consent::{choice_category, decision, information_category, opted, policy, scope};
use super::fhir::{
    bundle as bundle_of, choice, law, narrative, notice, patient, purpose, set_text, speaker, wish, with,
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
            let source = notice(handed, Some(item));
            let consent = consent(handed, None, information_category(), narrative(&[&item.title]), source);
            Some(with(consent, [("regulatoryBasis", Some(json!([{ "text": law(handed, item.regime) }])))]))
        }
        Statement::Decided { item, question, yes } => {
            let words: Vec<_> = question.said.iter().chain([&item.title, &question.text]).collect();
            let consent =
                consent(handed, handed.read_back, choice_category(), narrative(&words), notice(handed, None));
            let mut basis = opted(item.regime, *yes).unwrap_or_else(|| json!({}));
            set_text(&mut basis, "text", law(handed, item.regime), &[]);
            let provision = json!({ "code": [choice(handed.record, item, question)] });
            let more = [
                ("regulatoryBasis", Some(json!([basis]))),
                ("policyBasis", Some(json!({ "url": policy(handed.record, item, question) }))),
                ("decision", Some(json!(decision(!yes)))),
                ("provision", Some(json!([with(provision, [("purpose", purpose(item))])]))),
            ];
            Some(with(consent, more))
        }
        Statement::Asks { .. } | Statement::TalkFirst { .. } => communication(handed, statement),
    }
}

/// `confirmed` is when someone confirmed with the patient what this says.
fn consent(
    handed: &ExportInput,
    confirmed: Option<Date>,
    category: Value,
    text: Value,
    source: Value,
) -> Value {
    let consent = json!({
        "resourceType": "Consent",
        "language": Language::Fr.code(),
        "text": text,
        "status": if confirmed.is_some() { "active" } else { "draft" },
        "category": [scope(), category],
        "subject": patient(handed),
        "grantor": [speaker(handed)],
        "controller": [{ "display": handed.record.site.name.french() }],
        "sourceAttachment": [source],
    });
    let verified = confirmed.map(|day| {
        json!([{ "verified": true, "verifiedWith": speaker(handed), "verificationDate": [day.to_string()] }])
    });
    with(consent, [("date", handed.record.day.map(|day| json!(day.to_string()))), ("verification", verified)])
}

fn communication(handed: &ExportInput, statement: &Statement) -> Option<Value> {
    let wish = wish(handed, statement)?;
    let mut content = json!({});
    set_text(&mut content, "text", &wish.text, &wish.others);
    let request = json!({
        "resourceType": "CommunicationRequest",
        "language": Language::Fr.code(),
        "text": narrative(&wish.words),
        "status": if handed.read_back.is_some() { "active" } else { "draft" },
        // The patient's own wish, which obliges nobody.
        "intent": "proposal",
        "category": [wish.category],
        "subject": patient(handed),
        "payload": [{ "contentCodeableConcept": content }],
        "requester": speaker(handed),
        "recipient": [{ "display": handed.record.site.name.french() }],
    });
    let more = [
        ("reason", wish.about.map(|about| json!([{ "concept": about }]))),
        ("authoredOn", handed.record.day.map(|day| json!(day.to_string()))),
    ];
    Some(with(request, more))
}
