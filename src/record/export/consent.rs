//! The codes of the Consent resource that R4 and R5 share: what it is, and under which rule.

use super::ExportInput;
use super::fhir::{BASE, concept, law, set_text};
use crate::choices::Regime;
use crate::record::{Record, RecordItem, RecordQuestion};
use serde_json::{Value, json};

const SCOPE: &str = "http://terminology.hl7.org/CodeSystem/consentscope";
const ACT_CODE: &str = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
const LOINC: &str = "http://loinc.org";

/// What the resource is about: privacy.
pub(super) fn scope() -> Value {
    concept(SCOPE, "patient-privacy")
}

/// A choice.
pub(super) fn choice_category() -> Value {
    json!({ "coding": [{ "system": LOINC, "code": "59284-0", "display": "Consent Document" }] })
}

/// That someone was informed: an acknowledgement, never a permit.
pub(super) fn information_category() -> Value {
    json!({ "coding": [{ "system": LOINC, "code": "57016-8", "display": "Privacy Policy Acknowledgment Document" }] })
}

/// OPTOUT is a person's dissent to what would go on without them, OPTIN their assent to what would not (v3-ActCode). A
/// person who leaves a reuse as it is, or does not agree, has done neither.
pub(super) fn opted(regime: Regime, yes: bool) -> Option<Value> {
    match (regime, yes) {
        (Regime::Object, false) => Some(concept(ACT_CODE, "OPTOUT")),
        (Regime::Agree, true) => Some(concept(ACT_CODE, "OPTIN")),
        _ => None,
    }
}

/// The same with the law under which it was asked, as `policyRule` of R4.
pub(super) fn policy_rule(handed: &ExportInput, regime: Regime, yes: bool) -> Option<Value> {
    let mut rule = opted(regime, yes)?;
    set_text(&mut rule, "text", law(handed, regime), &[]);
    Some(rule)
}

/// What a decision comes to.
pub(super) fn decision(yes: bool) -> &'static str {
    if yes { "permit" } else { "deny" }
}

/// The name of one question of one text: what a decision is about, and all that it is about.
pub(super) fn policy(record: &Record, item: &RecordItem, question: &RecordQuestion) -> String {
    format!("{BASE}/notice/{}/{}/{}", record.fingerprint, item.id, question.id)
}
