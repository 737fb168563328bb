//! What was said, exactly: the response to the questionnaire that the page is (QuestionnaireResponse).
//!
//! No Consent can say it. A Consent is enforced, and software that does not know our codes would read a question about one recording as
//! one about all of care: R4 can narrow a rule by purpose only, and R5 has a decision for everything before its first exception. A
//! response rules nothing; whoever knows the questionnaire makes the rules (docs/exports.md).

use super::codes::{LANGUAGE_LINK, LANGUAGES, READ_BACK_LINK, answer_code, question_code, requests_link};
use super::fhir::{Part, both, codes, coding, day, identifier, patient, set_text, speaker, with, worded};
use super::line::said_word;
use super::narrative::{List, narrative};
use super::{ExportInput, Version};
use crate::choices::Id;
use crate::content::{DeskWord, Language};
use crate::record::{RecordItem, RecordLine, RecordQuestion, RecordRequest, Wording};
use serde_json::{Value, json};

const NAME: &str = "answers";

/// The response.
pub(super) fn answers(handed: &ExportInput, version: Version) -> Part {
    let ExportInput { record, words, .. } = handed;
    let number = identifier(handed, NAME);
    let number = match version {
        Version::R4 => number,
        Version::R5 => json!([number]),
    };
    let general = requests(handed, None, &record.requests);
    let language = record.read.language;
    let language = json!({
        "linkId": LANGUAGE_LINK,
        "text": words.get(DeskWord::LanguageRead),
        "answer": [{ "valueCoding": coding(LANGUAGES, language.code(), language.own_name()) }],
    });
    let read_back = handed.read_back.map(|day| {
        json!({
            "linkId": READ_BACK_LINK,
            "text": words.get(DeskWord::ReadBackOn),
            "answer": [{ "valueDate": day.to_string() }],
        })
    });
    let said = record.items.iter().filter_map(|one| item(handed, one));
    let items: Vec<Value> = general.into_iter().chain(said).chain([language]).chain(read_back).collect();
    let response = json!({
        "resourceType": "QuestionnaireResponse",
        "language": Language::Fr.code(),
        "text": narrative(handed, &lists(handed)),
        "identifier": number,
        "questionnaire": codes(handed).text(record.fingerprint, version),
        // Read back, it is what the patient said; until then it may still change.
        "status": if handed.read_back.is_some() { "completed" } else { "in-progress" },
        "subject": patient(handed),
        "source": speaker(handed),
        "item": items,
    });
    Part { name: NAME.to_owned(), resource: with(response, [("authored", day(handed))]) }
}

/// Everything said, and every question that was not answered, under its heading.
fn lists<'a>(handed: &ExportInput<'a>) -> Vec<List<'a>> {
    let words = |line: &RecordLine<'a>| -> Vec<&'a Wording> {
        let question = line.question.iter().flat_map(|one| [&one.text].into_iter().chain(&one.said));
        let title = line.item.iter().map(|item| &item.title);
        title.chain(line.request.iter().map(|one| &one.text)).chain(question).collect()
    };
    let list = |(heading, lines): (_, Vec<RecordLine<'a>>)| List {
        heading: handed.words.get(said_word(heading)),
        lines: lines.iter().map(words).collect(),
    };
    handed.record.lists().into_iter().map(list).collect()
}

/// What was said of a use or reuse; nothing if nothing was.
fn item(handed: &ExportInput, item: &RecordItem) -> Option<Value> {
    let answered = item.questions.iter().filter_map(|one| question(handed, item, one));
    let parts: Vec<Value> = answered.chain(requests(handed, Some(&item.id), &item.requests)).collect();
    let mut group = json!({ "linkId": item.id.as_str() });
    let (text, others) = both(&item.title);
    set_text(&mut group, "text", text, &others);
    (!parts.is_empty()).then(|| with(group, [("item", Some(Value::Array(parts)))]))
}

/// An answer. A question without one is left out: silence is never exported.
fn question(handed: &ExportInput, item: &RecordItem, question: &RecordQuestion) -> Option<Value> {
    let code = answer_code(item.regime, question.answer?);
    let nothing = Wording::default();
    let said = worded(&codes(handed).answers(), code, question.said.as_ref().unwrap_or(&nothing));
    let mut answered =
        json!({ "linkId": question_code(&item.id, &question.id), "answer": [{ "valueCoding": said }] });
    let (text, others) = both(&question.text);
    set_text(&mut answered, "text", text, &others);
    Some(answered)
}

/// What was asked for.
fn requests(handed: &ExportInput, item: Option<&Id>, asked: &[RecordRequest]) -> Option<Value> {
    let one = |asked: &RecordRequest| json!({ "valueCoding": worded(&codes(handed).requests(), asked.request.code(), &asked.text) });
    let all: Vec<Value> = asked.iter().map(one).collect();
    (!all.is_empty()).then(|| {
        json!({ "linkId": requests_link(item), "text": handed.words.get(DeskWord::SaidAsked), "answer": all })
    })
}
