//! What the patient wants from the team, which is no decision: to talk first, or to be given something. One CommunicationRequest each.

use super::codes::{answer_code, question_code};
use super::fhir::{
    Part, both, codes, day, identifier, item as item_concept, patient, place, question as question_concept,
    set_text, speaker, with, worded,
};
use super::narrative::{List, narrative};
use super::{ExportInput, Statement, Version, statements};
use crate::choices::{Answer, Id};
use crate::content::{DeskWord, Language};
use crate::record::Wording;
use serde_json::{Value, json};

/// All wishes of a record.
pub(super) fn wishes(handed: &ExportInput, version: Version) -> Vec<Part> {
    let all = statements(handed.record);
    all.iter().filter_map(|one| wish(handed, one)).map(|wish| communication(handed, version, wish)).collect()
}

struct Wish<'a> {
    name: String,
    category: Value,
    about: Option<Value>,
    text: String,
    others: Vec<(Language, String)>,
    words: Vec<&'a Wording>,
}

/// The code of a wish, its words, and what it is about.
fn wish<'a>(handed: &ExportInput<'a>, statement: &Statement<'a>) -> Option<Wish<'a>> {
    match statement {
        Statement::Asks { item, request: asked } => {
            let title = item.map_or_else(|| handed.words.get(DeskWord::General), |item| item.title.french());
            let (code, (text, others)) = (asked.request.code(), both(&asked.text));
            Some(Wish {
                name: format!("request {} {code}", item.map_or("", |item| item.id.as_str())),
                category: worded(&codes(handed).requests(), code, &asked.text),
                about: item.map(|item| item_concept(handed, item)),
                text: format!("{text} ({title})"),
                others,
                words: item.iter().map(|item| &item.title).chain([&asked.text]).collect(),
            })
        }
        Statement::TalkFirst { item, question } => {
            let about = format!("{} ({})", item.title.french(), question.text.french());
            let code = answer_code(item.regime, Answer::TalkFirst);
            let said = question.said.as_ref();
            let others = said.map(|said| both(said).1).unwrap_or_default();
            let words = [&item.title, &question.text].into_iter().chain(said).collect();
            Some(Wish {
                name: format!("{code} {}", question_code(&item.id as &Id, &question.id)),
                category: worded(&codes(handed).answers(), code, said.unwrap_or(&question.text)),
                about: Some(question_concept(handed, item, question)),
                text: handed.words.fill(DeskWord::TalkFirst, &[("about", &about)]),
                others,
                words,
            })
        }
        Statement::Decided { .. } => None,
    }
}

fn communication(handed: &ExportInput, version: Version, wish: Wish) -> Part {
    let mut payload = json!({});
    let key = if version == Version::R4 { "contentString" } else { "text" };
    set_text(&mut payload, key, &wish.text, &wish.others);
    let list = List { heading: handed.words.get(DeskWord::SaidAsked), lines: vec![wish.words] };
    let request = json!({
        "resourceType": "CommunicationRequest",
        "language": Language::Fr.code(),
        "text": narrative(handed, &[list]),
        "identifier": [identifier(handed, &wish.name)],
        "status": if handed.read_back.is_some() { "active" } else { "draft" },
        "category": [{ "coding": [wish.category] }],
        "subject": patient(handed),
        "requester": speaker(handed),
        "recipient": [place(handed)],
    });
    let of_version = match version {
        Version::R4 => [
            ("payload", Some(json!([payload]))),
            ("reasonCode", wish.about.map(|about| json!([about]))),
            ("intent", None),
        ],
        Version::R5 => [
            ("payload", Some(json!([{ "contentCodeableConcept": payload }]))),
            ("reason", wish.about.map(|about| json!([{ "concept": about }]))),
            // The patient's own wish, which obliges nobody.
            ("intent", Some(json!("proposal"))),
        ],
    };
    let resource = with(with(request, of_version), [("authoredOn", day(handed))]);
    Part { name: wish.name, resource }
}
