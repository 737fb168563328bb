//! What the site publishes of its exports, below the address of its page: the codes, the texts as questionnaires, examples. Whoever
//! receives an export finds there what each code means and what could have been said.
//!
//! Drawn natively only: nothing of it is in a program of the browser. Files that are right in R4 and in R5 alike are written once.

use super::codes::{
    self, CodeBase, LANGUAGE_LINK, LANGUAGES, READ_BACK_LINK, answer_code, question_code, requests_link,
    text_file, text_id,
};
use super::fhir::{coding, with};
use super::{Export, Version, fhir_text};
use crate::choices::{Answer, Answers, AskedId, Id, QuestionId, Regime, Request};
use crate::content::{
    Date, DeskWord, DeskWords, Language, Level, Localised, Purpose, Reading, ReceiverWord, ReceiverWords,
    Words,
};
use crate::record::{
    Behalf, Code, Delivery, DeliveryNumber, ItemQuestion, Moment, Questionnaire, QuestionnaireItem, Record,
};
use crate::share::PageAddress;
use serde_json::{Value, json};

/// One file that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Its name in the folder.
    pub name: String,
    /// What it is, in French.
    pub what: String,
    /// The file.
    pub json: String,
}

/// The words of what is published.
#[derive(Clone, Copy)]
struct PublishedWords<'a> {
    desk: &'a DeskWords,
    receiver: &'a ReceiverWords,
}

/// Every file that explains the exports of a place: `questionnaires` are its texts, that of today first; `sheet` are the French words of the
/// sheet.
pub fn published(
    questionnaires: &[Questionnaire],
    desk: &DeskWords,
    receiver: &ReceiverWords,
    sheet: &Words,
) -> Vec<Published> {
    let Some(today) = questionnaires.first() else { return Vec::new() };
    let address = today.site.page.as_deref().and_then(|page| PageAddress::parse(page).ok());
    let base = CodeBase::of(address.as_ref(), &today.site.id);
    let words = PublishedWords { desk, receiver };
    // Of another place a desk reads nothing by its codes.
    let own: Vec<&Questionnaire> = questionnaires.iter().filter(|one| one.site.id == today.site.id).collect();
    let mut all = vec![
        code_system(&own, words, &base, codes::CHOICES, ReceiverWord::Choices, choices(&own)),
        code_system(&own, words, &base, codes::ANSWERS, ReceiverWord::Answers, answers(&own, receiver)),
        code_system(&own, words, &base, codes::REQUESTS, ReceiverWord::Requests, requests(&own)),
        naming_system(today, words, &base),
    ];
    for one in &own {
        all.extend([Version::R4, Version::R5].map(|version| questionnaire(one, words, &base, version)));
    }
    all.extend(examples(today, desk, sheet, address));
    all
}

fn file(name: &str, what: String, json: Value) -> Published {
    Published { name: name.to_owned(), what, json: fhir_text(json) }
}

fn french(text: &Localised) -> &str {
    text.pick(Language::Fr, Level::Clear).map_or("", |shown| shown.text)
}

// ---- codes -----------------------------------------------------------------------------------------------

/// A code, what it stands for, and each text that says so.
struct Concept<'a> {
    code: String,
    definition: Option<String>,
    texts: Vec<&'a Localised>,
}

/// Adds a text to the code; a code that is new comes at the end.
fn add<'a>(all: &mut Vec<Concept<'a>>, code: String, definition: Option<String>, text: &'a Localised) {
    match all.iter_mut().find(|one| one.code == code) {
        Some(known) => known.texts.push(text),
        None => all.push(Concept { code, definition, texts: vec![text] }),
    }
}

/// The words of the first text in French; every other wording and language is a designation, each once.
fn concept(concept: &Concept) -> Value {
    let display = concept.texts.first().map_or("", |text| french(text));
    let mut designations: Vec<Value> = Vec::new();
    for shown in concept.texts.iter().flat_map(|text| text.versions()) {
        let one = json!({ "language": shown.language.code(), "value": shown.text });
        if !(designations.contains(&one) || (shown.language == Language::Fr && shown.text == display)) {
            designations.push(one);
        }
    }
    let more = [
        ("definition", concept.definition.as_ref().map(|text| json!(text))),
        ("designation", (!designations.is_empty()).then_some(Value::Array(designations))),
    ];
    with(json!({ "code": concept.code, "display": display }), more)
}

/// The uses and reuses of all texts, and their questions. A code stays with what it stands for, so an id keeps its meaning.
fn choices<'a>(own: &[&'a Questionnaire]) -> Vec<Concept<'a>> {
    let mut all = Vec::new();
    for item in own.iter().flat_map(|one| &one.items) {
        add(&mut all, item.id.to_string(), None, &item.title.0);
        for question in &item.questions {
            let about = format!("{} – {}", french(&item.title.0), french(&question.text.0));
            add(&mut all, question_code(&item.id, &question.id), Some(about), &question.text.0);
        }
    }
    all
}

fn answers<'a>(own: &[&'a Questionnaire], words: &ReceiverWords) -> Vec<Concept<'a>> {
    let mut all = Vec::new();
    for (regime, answer, text) in own.iter().flat_map(|one| &one.answer_words) {
        let code = answer_code(*regime, *answer);
        let means = words.get(match (answer, regime) {
            (Answer::TalkFirst, _) => ReceiverWord::MeansTalkFirst,
            (Answer::Yes, Regime::Object) => ReceiverWord::MeansNotObjected,
            (Answer::No, Regime::Object) => ReceiverWord::MeansObjected,
            (Answer::Yes, _) => ReceiverWord::MeansAgreed,
            (Answer::No, _) => ReceiverWord::MeansRefused,
        });
        add(&mut all, code.to_owned(), Some(means.to_owned()), &text.0);
    }
    all
}

fn requests<'a>(own: &[&'a Questionnaire]) -> Vec<Concept<'a>> {
    let mut all = Vec::new();
    for (request, text) in own.iter().flat_map(|one| &one.request_words) {
        add(&mut all, request.code().to_owned(), None, &text.0);
    }
    all
}

fn code_system(
    own: &[&Questionnaire],
    words: PublishedWords,
    base: &CodeBase,
    name: &str,
    title: ReceiverWord,
    concepts: Vec<Concept>,
) -> Published {
    let title = words.receiver.get(title);
    let id = name.trim_start_matches("CodeSystem-").trim_end_matches(".json");
    let system = json!({
        "resourceType": "CodeSystem",
        "id": id,
        "language": Language::Fr.code(),
        "url": base.file(name),
        "name": computable(id),
        "title": title,
        "status": "active",
        "experimental": own.iter().any(|one| one.example),
        "publisher": own.first().map_or("", |one| french(&one.site.name.0)),
        "description": title,
        "caseSensitive": true,
        "content": "complete",
        "concept": concepts.iter().map(concept).collect::<Vec<_>>(),
    });
    file(name, title.to_owned(), system)
}

/// A name for programs: a capital letter first, and letters and digits only.
fn computable(id: &str) -> String {
    let letters: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("Eclaire{letters}")
}

/// Which system the fingerprints of texts belong to. A NamingSystem needs a date; that of the format is the same for all.
fn naming_system(today: &Questionnaire, words: PublishedWords, base: &CodeBase) -> Published {
    let title = words.receiver.get(ReceiverWord::Texts);
    let system = json!({
        "resourceType": "NamingSystem",
        "id": "texts",
        "language": Language::Fr.code(),
        "name": computable("texts"),
        "status": "active",
        "kind": "identifier",
        "date": "2026-11-28",
        "publisher": french(&today.site.name.0),
        "description": title,
        "uniqueId": [{ "type": "uri", "value": base.texts(), "preferred": true }],
    });
    file(codes::TEXTS, title.to_owned(), system)
}

// ---- texts -----------------------------------------------------------------------------------------------

fn questionnaire(
    text: &Questionnaire,
    words: PublishedWords,
    base: &CodeBase,
    version: Version,
) -> Published {
    let choice = match version {
        Version::R4 => "choice",
        Version::R5 => "coding",
    };
    let asked = Asked { text, words: words.desk, base, choice };
    let general = asked.requests(None, &text.requests);
    let items = text.items.iter().map(|item| asked.item(item));
    let languages: Vec<Value> = Language::ALL
        .iter()
        .map(|one| json!({ "valueCoding": coding(LANGUAGES, one.code(), one.own_name()) }))
        .collect();
    let language = json!({
        "linkId": LANGUAGE_LINK,
        "text": words.desk.get(DeskWord::LanguageRead),
        "type": choice,
        "answerOption": languages,
    });
    let read_back = json!({
        "linkId": READ_BACK_LINK,
        "text": words.desk.get(DeskWord::ReadBackOn),
        "type": "date",
    });
    let all: Vec<Value> = general.into_iter().chain(items).chain([language, read_back]).collect();
    let id = text_id(text.fingerprint, version);
    let resource = json!({
        "resourceType": "Questionnaire",
        "id": id,
        "language": Language::Fr.code(),
        "url": base.text(text.fingerprint, version),
        "identifier": [{ "system": base.texts(), "value": text.fingerprint.to_string() }],
        "version": text.notice_version,
        "name": computable(&id),
        "title": words.desk.fill(DeskWord::Notice, &[("version", &text.notice_version)]),
        "status": "active",
        "experimental": text.example,
        "subjectType": ["Patient"],
        "publisher": french(&text.site.name.0),
        "item": all,
    });
    let format = format!("FHIR {}", version.code().to_uppercase());
    let what = [("version", text.notice_version.as_str()), ("format", &format)];
    file(&text_file(text.fingerprint, version), words.receiver.fill(ReceiverWord::OneText, &what), resource)
}

/// What one text asks.
struct Asked<'a> {
    text: &'a Questionnaire,
    words: &'a DeskWords,
    base: &'a CodeBase,
    choice: &'static str,
}

impl Asked<'_> {
    fn item(&self, item: &QuestionnaireItem) -> Value {
        let questions = item.questions.iter().map(|one| self.question(item, one));
        let parts: Vec<Value> = questions.chain(self.requests(Some(&item.id), &item.requests)).collect();
        let (id, title) = (item.id.as_str(), french(&item.title.0));
        if parts.is_empty() {
            // What the page only tells.
            return json!({ "linkId": id, "text": title, "type": "display" });
        }
        json!({ "linkId": id, "text": title, "type": "group", "item": parts })
    }

    fn question(&self, item: &QuestionnaireItem, question: &ItemQuestion) -> Value {
        let option = |answer: Answer| {
            let text = self.text.answer_text(item.regime, answer).map_or("", french);
            json!({ "valueCoding": coding(&self.base.answers(), answer_code(item.regime, answer), text) })
        };
        json!({
            "linkId": question_code(&item.id, &question.id),
            "code": [coding(&self.base.choices(), &question_code(&item.id, &question.id), french(&question.text.0))],
            "text": french(&question.text.0),
            "type": self.choice,
            "answerOption": Answer::ALL.map(option),
        })
    }

    fn requests(&self, item: Option<&Id>, requests: &[Request]) -> Option<Value> {
        let option = |request: &Request| {
            let text = self.text.request_text(*request).map_or("", french);
            json!({ "valueCoding": coding(&self.base.requests(), request.code(), text) })
        };
        let options: Vec<Value> = requests.iter().map(option).collect();
        (!options.is_empty()).then(|| {
            json!({
                "linkId": requests_link(item),
                "text": self.words.get(DeskWord::SaidAsked),
                "type": self.choice,
                "repeats": true,
                "answerOption": options,
            })
        })
    }
}

// ---- examples --------------------------------------------------------------------------------------------

/// An invented patient's answers in each form: the research refused, the first agreement given, the next question to talk about.
fn examples(
    today: &Questionnaire,
    words: &DeskWords,
    sheet: &Words,
    address: Option<PageAddress>,
) -> Vec<Published> {
    let mut record = Record::of(today, &invented(today));
    record.example = true;
    // A number that was drawn once, as every example has the same.
    let number = DeliveryNumber::of(*b"\x6c\x1d\x0a\x52\x8e\x3b\x4f\x90\xa7\x15\xd2\x64\x0b\xc8\x39\xee");
    let delivery = Delivery { number, at: Moment::parse("2026-11-28T09:30:00Z"), address };
    let day = Date::parse("2026-11-28");
    let all = Export::ALL.into_iter().filter(|export| *export != Export::Line);
    all.map(|export| {
        let how = export.loading().map(|loading| format!(" – {}", loading.title(words)));
        Published {
            name: format!("example-{}.json", export.code()),
            what: export.title(words).to_owned() + &how.unwrap_or_default(),
            json: export.write(&record, day, &delivery, words, sheet),
        }
    })
    .collect()
}

fn invented(today: &Questionnaire) -> Code {
    let mut answers = Answers::default();
    let mut open = [Answer::Yes, Answer::TalkFirst, Answer::No].into_iter();
    for item in &today.items {
        for question in &item.questions {
            let answer = if item.purpose == Some(Purpose::Research) { Some(Answer::No) } else { open.next() };
            answers.answer(QuestionId { item: item.id.clone(), question: question.id.clone() }, answer);
        }
    }
    for request in today.requests.iter().take(1) {
        answers.ask(AskedId { item: None, request: *request }, true);
    }
    Code {
        fingerprint: 0,
        day: Date::parse("2026-11-28"),
        reading: Reading::clear(Language::Fr),
        sheet_language: Language::Fr,
        behalf: Some(Behalf::Me),
        answers,
    }
}
