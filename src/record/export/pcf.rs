//! FHIR R4 close to IHE Privacy Consent on FHIR (PCF 1.1, Basic Consent): the decisions alone.
//!
//! PCF allows no `code` in a provision, so the choice stands in `policy.uri`, one version-specific name a choice, and in the
//! purpose; it allows no `verification`, and needs a date. What cannot meet that (no day, no purpose, wishes, information) is
//! not written. PCF does not use `policyRule` but allows it: without it an objection would look like a refusal. The patient and the
//! organisation are names only: the receiver puts the references that PCF wants.

use super::consent::{choice_category, decision, policy, policy_rule, scope};
use super::fhir::{bundle as bundle_of, narrative, notice, patient, purpose, speaker, with};
use super::{ExportInput, Statement, statements};
use crate::content::Language;
use serde_json::{Value, json};

/// The Bundle.
pub(super) fn bundle(handed: &ExportInput) -> Value {
    bundle_of(
        handed.record,
        statements(handed.record).iter().filter_map(|one| consent(handed, one)).collect(),
    )
}

fn consent(handed: &ExportInput, statement: &Statement) -> Option<Value> {
    let record = handed.record;
    let Statement::Decided { item, question, yes } = statement else { return None };
    let words: Vec<_> = question.said.iter().chain([&item.title, &question.text]).collect();
    let consent = json!({
        "resourceType": "Consent",
        "language": Language::Fr.code(),
        "text": narrative(&words),
        "status": if handed.read_back.is_some() { "active" } else { "proposed" },
        "scope": scope(),
        "category": [choice_category()],
        "patient": patient(handed),
        "dateTime": record.day?.to_string(),
        "performer": [speaker(handed)],
        "organization": [{ "display": record.site.name.french() }],
        "sourceAttachment": notice(handed, None),
        "policy": [{ "uri": policy(record, item, question) }],
        "provision": { "type": decision(*yes), "purpose": purpose(item)? },
    });
    Some(with(consent, [("policyRule", policy_rule(handed, item.regime, *yes))]))
}
