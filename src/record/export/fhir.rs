//! What all resources of FHIR have in common: the Bundle, numbers, codes, texts with their translations.
//!
//! Source: HL7 FHIR 4.0.1 and 5.0.0. Each resource has an identifier made of the number of the handing over and of what it is about:
//! nothing of it is made of answers, and it names nobody. What was proposed and what was read back of one handing over share it, so
//! that the one takes the place of the other; their `fullUrl` differs.

use super::codes::CodeBase;
use super::{ExportInput, Loading, Version};
use crate::content::{DeskWord, Language};
use crate::record::{Behalf, RecordItem, RecordQuestion, Wording};
use serde_json::{Map, Value, json};

const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
const URIS: &str = "urn:ietf:rfc:3986";
pub(super) const ACT_REASON: &str = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

/// A resource, and what it is about: its name within the handing over.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) resource: Value,
}

impl Version {
    /// As it stands in the names of files.
    pub(super) fn code(self) -> &'static str {
        match self {
            Version::R4 => "r4",
            Version::R5 => "r5",
        }
    }
}

/// The Bundle.
pub(super) fn bundle(handed: &ExportInput, loading: Loading, parts: Vec<Part>) -> Value {
    let number = handed.delivery.number;
    let standing = handed.read_back.map_or("proposed".to_owned(), |day| day.to_string());
    let entries: Vec<Value> = parts
        .into_iter()
        .map(|Part { name, resource }| {
            let full_url = format!("urn:uuid:{}", number.of_part(&format!("{name} {standing}")));
            let request = (loading == Loading::Transaction).then(|| {
                // Conditional: what is there of this handing over is replaced, whoever loads it how often.
                let kind = resource["resourceType"].as_str().unwrap_or_default();
                let id = number.of_part(&name);
                json!({ "method": "PUT", "url": format!("{kind}?identifier={URIS}%7Curn:uuid:{id}") })
            });
            let entry = json!({ "fullUrl": full_url, "resource": marked(handed, resource) });
            with(entry, [("request", request)])
        })
        .collect();
    let kind = match loading {
        Loading::Collection => "collection",
        Loading::Transaction => "transaction",
    };
    let bundle = json!({
        "resourceType": "Bundle",
        "identifier": uuid(&number.of_part(&standing).to_string()),
        "type": kind,
    });
    let more = [
        ("timestamp", handed.delivery.at.map(|at| json!(at.to_string()))),
        ("entry", (!entries.is_empty()).then_some(Value::Array(entries))),
    ];
    marked(handed, with(bundle, more))
}

/// A resource made with an invented register says so: test health data (v3-ActReason, in `meta.security` as HL7's own examples).
fn marked(handed: &ExportInput, mut resource: Value) -> Value {
    if handed.record.example {
        let mut meta = resource.get("meta").cloned().unwrap_or_else(|| json!({}));
        meta["security"] = json!([coding(ACT_REASON, "HTEST", "test health data")]);
        resource["meta"] = meta;
    }
    resource
}

/// The identifier of what has this name within the handing over.
pub(super) fn identifier(handed: &ExportInput, name: &str) -> Value {
    uuid(&handed.delivery.number.of_part(name).to_string())
}

fn uuid(number: &str) -> Value {
    json!({ "system": URIS, "value": format!("urn:uuid:{number}") })
}

/// Where our own codes are explained.
pub(super) fn codes(handed: &ExportInput) -> CodeBase {
    CodeBase::of(handed.delivery.address.as_ref(), &handed.record.site.id)
}

/// One code, with its words.
pub(super) fn coding(system: &str, code: &str, display: &str) -> Value {
    json!({ "system": system, "code": code, "display": display })
}

/// A code of our own, with the words of the record: French, and as the patient read them.
pub(super) fn worded(system: &str, code: &str, words: &Wording) -> Value {
    let mut coding = json!({ "system": system, "code": code });
    let (text, others) = both(words);
    // A file may lack the words of an answer; an empty text is none.
    if !text.is_empty() {
        set_text(&mut coding, "display", text, &others);
    }
    coding
}

/// A text in French as `key`, with what the patient read as its translation.
pub(super) fn set_text(object: &mut Value, key: &str, text: &str, translations: &[(Language, String)]) {
    object[key] = json!(text);
    if translations.is_empty() {
        return;
    }
    let one = |(language, text): &(Language, String)| {
        json!({ "url": TRANSLATION, "extension": [
            { "url": "lang", "valueCode": language.code() },
            { "url": "content", "valueString": text },
        ] })
    };
    let extensions: Vec<Value> = translations.iter().map(one).collect();
    object[format!("_{key}")] = json!({ "extension": extensions });
}

/// A text of the record: French, and its translations.
pub(super) fn both(text: &Wording) -> (&str, Vec<(Language, String)>) {
    let shown = text.shown(Language::Fr).map(|(language, _)| language);
    let others = Language::ALL.into_iter().filter(|language| Some(*language) != shown);
    let others = others.filter_map(|language| Some((language, text.exactly(language)?.to_owned())));
    (text.french(), others.collect())
}

/// The question, with its words.
pub(super) fn question(handed: &ExportInput, item: &RecordItem, question: &RecordQuestion) -> Value {
    let code = super::codes::question_code(&item.id, &question.id);
    json!({ "coding": [worded(&codes(handed).choices(), &code, &question.text)] })
}

/// The use or reuse itself.
pub(super) fn item(handed: &ExportInput, item: &RecordItem) -> Value {
    json!({ "coding": [worded(&codes(handed).choices(), item.id.as_str(), &item.title)] })
}

/// The patient, to be filled in: the establishment knows who it is, and we do not.
pub(super) fn patient(handed: &ExportInput) -> Value {
    json!({
        "extension": [{ "url": ABSENT, "valueCode": "temp-unknown" }],
        "type": "Patient",
        "display": handed.words.get(DeskWord::PatientToFill),
    })
}

/// Who spoke.
pub(super) fn speaker(handed: &ExportInput) -> Value {
    let kind = match handed.record.behalf {
        Some(Behalf::Me) => "Patient",
        Some(Behalf::MyChild | Behalf::Represented) => "RelatedPerson",
        None => return json!({ "display": who(handed) }),
    };
    json!({ "type": kind, "display": who(handed) })
}

/// Who spoke, in words.
pub(super) fn who<'a>(handed: &ExportInput<'a>) -> &'a str {
    handed.words.get(match handed.record.behalf {
        Some(Behalf::Me) => DeskWord::ByPatient,
        Some(Behalf::MyChild) => DeskWord::ByParent,
        Some(Behalf::Represented) => DeskWord::ByRepresentative,
        None => DeskWord::ByUnknown,
    })
}

/// The place.
pub(super) fn place(handed: &ExportInput) -> Value {
    json!({ "type": "Organization", "display": handed.record.site.name.french() })
}

/// The day on which it was said.
pub(super) fn day(handed: &ExportInput) -> Option<Value> {
    handed.record.day.map(|day| json!(day.to_string()))
}

/// Adds what is there.
pub(super) fn with(mut value: Value, more: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    let mut empty = Map::new();
    let object = value.as_object_mut().unwrap_or(&mut empty);
    object.extend(more.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    value
}
