//! What a resource says, for people: where, when, who, which text, whether it was read back, then the words themselves; in French for
//! the desk, and in the languages of the patient. Each part says its language twice, as XML and as HTML (FHIR, narrative).

use super::ExportInput;
use super::fhir::who;
use crate::content::{DeskWord, Language, Level};
use crate::record::Wording;
use serde_json::{Value, json};
use std::borrow::Cow;

/// A heading in French, and its lines.
pub(super) struct List<'a> {
    pub(super) heading: &'a str,
    pub(super) lines: Vec<Vec<&'a Wording>>,
}

/// The narrative of what is said in these lists.
pub(super) fn narrative(handed: &ExportInput, lists: &[List]) -> Value {
    let head = head(handed).map(|line| format!("<p>{}</p>", escaped(&line))).concat();
    let french: String = lists.iter().map(|list| in_french(list)).collect();
    let others: String = Language::ALL
        .into_iter()
        .filter(|one| *one != Language::Fr)
        .map(|one| in_language(lists, one))
        .collect();
    let open = opened("div", Language::Fr).replace("<div", r#"<div xmlns="http://www.w3.org/1999/xhtml""#);
    json!({ "status": "generated", "div": format!("{open}{head}{french}{others}</div>") })
}

fn head(handed: &ExportInput) -> [String; 4] {
    let ExportInput { record, words, .. } = handed;
    let day = record.day.map_or_else(
        || words.get(DeskWord::LineNoDay).to_owned(),
        |day| words.fill(DeskWord::LineDay, &[("date", &day.to_string())]),
    );
    let level = words.get(match record.read.level {
        Level::Clear => DeskWord::LevelClear,
        Level::Simple => DeskWord::LevelSimple,
    });
    let read =
        [("version", record.notice_version.as_str()), ("language", handed.language()), ("level", level)];
    [
        format!("{} – {day}", record.site.name.french()),
        words.fill(DeskWord::LineBy, &[("who", who(handed))]),
        words.fill(DeskWord::ReadAs, &read),
        standing(handed).into_owned(),
    ]
}

/// Whether it was read back.
pub(super) fn standing<'a>(handed: &ExportInput<'a>) -> Cow<'a, str> {
    match handed.read_back {
        Some(day) => handed.words.fill(DeskWord::LineReadBack, &[("date", &day.to_string())]).into(),
        None => handed.words.get(DeskWord::LineProposed).into(),
    }
}

fn in_french(list: &List) -> String {
    let word = |wording: &&Wording| match wording.shown(Language::Fr) {
        Some((Language::Fr, text)) => escaped(text),
        Some((other, text)) => format!("{}{}</span>", opened("span", other), escaped(text)),
        None => String::new(),
    };
    let line =
        |line: &Vec<&Wording>| format!("<li>{}</li>", line.iter().map(word).collect::<Vec<_>>().join(" – "));
    let lines: String = list.lines.iter().map(line).collect();
    format!("<p><b>{}</b></p><ul>{lines}</ul>", escaped(list.heading))
}

/// The lines that exist in a language, if any do: the patient's own words stand alone, without a heading that nobody has shown.
fn in_language(lists: &[List], language: Language) -> String {
    let line = |line: &Vec<&Wording>| {
        let words: Option<Vec<&str>> = line.iter().map(|wording| wording.exactly(language)).collect();
        words.map(|words| format!("<li>{}</li>", escaped(&words.join(" – "))))
    };
    let lines: String = lists.iter().flat_map(|list| &list.lines).filter_map(line).collect();
    if lines.is_empty() { lines } else { format!("{}<ul>{lines}</ul></div>", opened("div", language)) }
}

/// A tag that says its language and direction.
fn opened(tag: &str, language: Language) -> String {
    let (code, direction) = (language.code(), language.direction().attribute());
    format!(r#"<{tag} lang="{code}" xml:lang="{code}" dir="{direction}">"#)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
