//! What FHIR R4 and R5 have in common: the Bundle, codes, texts with their translations.
//!
//! Source: HL7 FHIR 4.0.1 and 5.0.0. Resources carry no identifier: two patients with the same answers would share it. The
//! `fullUrl` names an entry within its Bundle and nothing else; the receiving system adds identifiers, and the patient.

use super::{ExportInput, Statement};
use crate::choices::Regime;
use crate::content::{DeskWord, Language, Purpose};
use crate::fnv1a::{START, fnv1a};
use crate::record::{Behalf, Record, RecordItem, RecordQuestion, Wording};
use serde_json::{Map, Value, json};

/// Where our own codes live. The name resolves nowhere and says so (RFC 2606), until Éclaire has an address of its own.
pub(super) const BASE: &str = "https://eclaire.invalid/fhir";
const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
const ALTERNATE_HASH: &str = "http://hl7.org/fhir/StructureDefinition/alternate-hash";
const HASHES: &str = "http://hl7.org/fhir/CodeSystem/integrity-check-algorithms";
pub(super) const ACT_REASON: &str = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
pub(super) const GDPR: &str = "https://eur-lex.europa.eu/eli/reg/2016/679/oj";

/// A Bundle of type `collection`: a package that obliges the receiver to nothing.
pub(super) fn bundle(record: &Record, resources: Vec<Value>) -> Value {
    // What is said is summed up once, and each entry goes on with its place.
    let said = record.to_json();
    let seed = [START, !START].map(|start| fnv1a(start, said.bytes()));
    let entries: Vec<Value> = resources
        .into_iter()
        .enumerate()
        .map(|(at, resource)| json!({ "fullUrl": full_url(seed, at), "resource": marked(record, resource) }))
        .collect();
    let mut bundle = marked(record, json!({ "resourceType": "Bundle", "type": "collection" }));
    if !entries.is_empty() {
        bundle["entry"] = Value::Array(entries);
    }
    bundle
}

/// A resource made with an invented register says so: test health data (v3-ActReason, in `meta.security` as HL7's own examples).
fn marked(record: &Record, resource: Value) -> Value {
    let test =
        || json!({ "security": [{ "system": ACT_REASON, "code": "HTEST", "display": "test health data" }] });
    with(resource, [("meta", record.example.then(test))])
}

/// A UUID (version 8, RFC 9562) of what is said and of the place of the entry.
fn full_url(seed: [u64; 2], at: usize) -> String {
    // It has to differ within a Bundle, not to keep a secret.
    let [high, low] = seed.map(|half| fnv1a(half, at.to_string().bytes()));
    let high = high & !0xf000 | 0x8000;
    let low = low & !(0b11 << 62) | 0b10 << 62;
    let (h, l) = (format!("{high:016x}"), format!("{low:016x}"));
    format!("urn:uuid:{}-{}-{}-{}-{}", &h[..8], &h[8..12], &h[12..], &l[..4], &l[4..])
}

/// A concept with one code.
pub(super) fn concept(system: &str, code: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code }] })
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

/// What was decided: the code of the question, its words.
pub(super) fn choice(record: &Record, item: &RecordItem, question: &RecordQuestion) -> Value {
    let system = format!("{BASE}/CodeSystem/choice/{}", record.site.id);
    let mut concept = concept(&system, &format!("{}.{}", item.id, question.id));
    let (text, others) = both(&question.text);
    set_text(&mut concept, "text", text, &others);
    concept
}

/// The use or reuse itself.
pub(super) fn item_code(record: &Record, item: &RecordItem) -> Value {
    let mut concept = concept(&format!("{BASE}/CodeSystem/choice/{}", record.site.id), item.id.as_str());
    let (text, others) = both(&item.title);
    set_text(&mut concept, "text", text, &others);
    concept
}

/// The code for what it is for, in v3-PurposeOfUse.
pub(super) fn purpose(item: &RecordItem) -> Option<Value> {
    let code = match item.purpose? {
        Purpose::Care => "TREAT",
        Purpose::Research => "HRESCH",
        // To make or try a system; TRAIN is for people.
        Purpose::Development => "SYSDEV",
        Purpose::Teaching => "TRAIN",
    };
    Some(json!([{ "system": ACT_REASON, "code": code }]))
}

/// The text that was read, or the part of it about one item: its name, version and language, and its SHA-256.
/// `Attachment.hash` is for SHA-1 only.
pub(super) fn notice(handed: &ExportInput, about: Option<&RecordItem>) -> Value {
    let record = handed.record;
    let mut title = handed.words.fill(DeskWord::Notice, &[("version", &record.notice_version)]);
    if let Some(item) = about {
        title += &format!(" – {}", item.title.french());
    }
    json!({
        "contentType": "text/html",
        "language": record.read.language.code(),
        "title": title,
        "extension": [{ "url": ALTERNATE_HASH, "extension": [
            { "url": "algorithm", "valueCoding": { "system": HASHES, "code": "SHA-256" } },
            { "url": "hash", "valueString": record.fingerprint.to_string() },
        ] }],
    })
}

/// The law under which something stands, in words.
pub(super) fn law<'a>(handed: &ExportInput<'a>, regime: Regime) -> &'a str {
    handed.words.get(match regime {
        Regime::Inform | Regime::Request => DeskWord::LawInform,
        Regime::Object => DeskWord::LawObject,
        Regime::Agree => DeskWord::LawAgree,
    })
}

/// The patient. The establishment knows who it is, and we do not.
pub(super) fn patient(handed: &ExportInput) -> Value {
    json!({ "type": "Patient", "display": handed.words.get(DeskWord::PatientToFill) })
}

/// Who spoke.
pub(super) fn speaker(handed: &ExportInput) -> Value {
    let (kind, word) = match handed.record.behalf {
        Some(Behalf::Me) => ("Patient", DeskWord::ByPatient),
        Some(Behalf::MyChild) => ("RelatedPerson", DeskWord::ByParent),
        Some(Behalf::Represented) => ("RelatedPerson", DeskWord::ByRepresentative),
        None => return json!({ "display": handed.words.get(DeskWord::ByUnknown) }),
    };
    json!({ "type": kind, "display": handed.words.get(word) })
}

/// The words of a statement for people, in French and as the patient read them.
pub(super) fn narrative(texts: &[&Wording]) -> Value {
    let mut paragraphs = String::new();
    for language in Language::ALL {
        let words: Vec<&str> = texts.iter().filter_map(|text| text.exactly(language)).collect();
        if words.len() == texts.len() {
            let (code, direction) = (language.code(), language.direction().attribute());
            let words = escaped(&words.join(" – "));
            paragraphs += &format!(r#"<p lang="{code}" dir="{direction}">{words}</p>"#);
        }
    }
    if paragraphs.is_empty() {
        let words: Vec<&str> = texts.iter().map(|text| text.french()).collect();
        paragraphs = format!("<p>{}</p>", escaped(&words.join(" – ")));
    }
    json!({ "status": "generated", "div": format!(r#"<div xmlns="http://www.w3.org/1999/xhtml">{paragraphs}</div>"#) })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Adds what is there.
pub(super) fn with(mut value: Value, more: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    let mut empty = Map::new();
    let object = value.as_object_mut().unwrap_or(&mut empty);
    object.extend(more.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    value
}

/// The code of a wish, its words, and what it is about.
pub(super) fn wish<'a>(handed: &ExportInput, statement: &Statement<'a>) -> Option<Wish<'a>> {
    let record = handed.record;
    let request = |code: &str| concept(&format!("{BASE}/CodeSystem/request"), code);
    match statement {
        Statement::Asks { item, request: asked } => {
            let (text, others) = both(&asked.text);
            let about = item.map(|item| item_code(record, item));
            let title = item.map_or_else(|| handed.words.get(DeskWord::General), |item| item.title.french());
            let text = format!("{text} ({title})");
            Some(Wish {
                category: request(asked.request.code()),
                about,
                text,
                others,
                words: vec![&asked.text],
            })
        }
        Statement::TalkFirst { item, question } => {
            let about = format!("{} ({})", item.title.french(), question.text.french());
            let text = handed.words.fill(DeskWord::TalkFirst, &[("about", &about)]);
            let others = question.said.as_ref().map(|said| both(said).1).unwrap_or_default();
            let words = question.said.iter().chain([&item.title, &question.text]).collect();
            Some(Wish {
                category: request("talk-first"),
                about: Some(choice(record, item, question)),
                text,
                others,
                words,
            })
        }
        Statement::Informed(_) | Statement::Decided { .. } => None,
    }
}

/// Something the patient wants from the team, which is no decision.
pub(super) struct Wish<'a> {
    pub(super) category: Value,
    pub(super) about: Option<Value>,
    pub(super) text: String,
    pub(super) others: Vec<(Language, String)>,
    pub(super) words: Vec<&'a Wording>,
}
