//! A dangerous sign never waits: every use says which sign is a reason to ask for help and whom, or why there is none, and
//! no text names a number that is not on the list.

use super::finding;
use super::style::Style;
use super::text::Text;
use crate::content::reader::readings_in;
use crate::content::{
    Confidence, ContentProblem, EmergencyNumber, Helper, Language, Library, Localised, Reading, Rule,
    SafetyNet, paragraphs, sentences,
};

/// A number is short if it has no more digits than this: what is longer is somebody's own telephone.
const SHORT: std::ops::RangeInclusive<usize> = 2..=6;

/// What the entries declare, and whether their texts say it.
pub(super) fn check(library: &Library, findings: &mut Vec<ContentProblem>) {
    let mut report = |file: &str, message: String| {
        findings.push(ContentProblem { file: file.to_owned(), line: None, rule: Rule::SafetyNet, message });
    };
    for number in EmergencyNumber::ALL {
        let source = library.sources.get(number.source());
        if source.is_none_or(|source| source.confidence == Confidence::Uncertain) {
            let message =
                format!("no sure source \"{}\" for the number {}", number.source(), number.digits());
            report("sources.toml", message);
        }
    }
    for (id, entry) in &library.catalogue {
        let file = format!("catalogue/{id}.toml");
        let Some(net) = &entry.net else {
            let message = "does not say which sign is a reason to ask for help; add [net] with call, see, or none and why";
            report(&file, message.to_owned());
            continue;
        };
        for message in wrong_with(net, library) {
            report(&file, message);
        }
        let texts = &entry.texts.net;
        for (key, declared, text) in
            [("call", !net.call.is_empty(), &texts.call), ("see", net.see, &texts.see)]
        {
            for reading in readings(library) {
                let file = format!("{}/{file}", reading.texts());
                match (declared, says(text.as_ref(), reading)) {
                    (true, false) => report(&file, format!("\"net.{key}\" is missing; say which sign it is")),
                    (false, true) => report(
                        &file,
                        format!(
                            "\"net.{key}\" is not declared in catalogue/{id}.toml; delete it, or add it there"
                        ),
                    ),
                    _ => {}
                }
            }
        }
    }
}

/// What does not fit together in one declaration.
fn wrong_with(net: &SafetyNet, library: &Library) -> Vec<String> {
    let mut wrong = Vec::new();
    let says = !net.call.is_empty() || net.see;
    match &net.none {
        Some(_) if says => wrong.push("says none, and also a sign; keep one".to_owned()),
        Some(why) if why.trim().is_empty() => {
            wrong.push("says none without a reason; tell staff why".to_owned());
        }
        None if !says => wrong.push("[net] says nothing; add call, see, or none and why".to_owned()),
        _ => {}
    }
    let named = |number: &&EmergencyNumber| net.call.contains(&Helper::Number(**number));
    let together = EmergencyNumber::TOGETHER.iter().filter(named).count();
    if together != 0 && together != EmergencyNumber::TOGETHER.len() {
        let all = EmergencyNumber::TOGETHER.map(EmergencyNumber::digits).join(", ");
        wrong.push(format!("names some of {all}; name all, so that everybody can call somebody"));
    }
    if says && net.sources.is_empty() {
        wrong.push("names a sign without a source; add sources to [net]".to_owned());
    }
    let unknown = net.sources.iter().filter(|id| !library.sources.contains_key(*id));
    wrong.extend(unknown.map(|id| format!("\"{id}\" is not in sources.toml; add it there")));
    wrong
}

/// Every language and level there are words of the page in.
fn readings(library: &Library) -> impl Iterator<Item = Reading> {
    Language::ALL.into_iter().flat_map(|language| readings_in(language, &library.levels))
}

fn says(text: Option<&Localised>, Reading { language, level }: Reading) -> bool {
    let shown = text.and_then(|text| text.pick(language, level));
    shown.is_some_and(|shown| (shown.language, shown.level) == (language, level))
}

/// One text: after a word that means a call, only numbers of the list; in the net of a use none, for they are drawn.
pub(super) fn check_numbers(text: &Text, style: &Style, findings: &mut Vec<ContentProblem>) {
    let drawn = text.section == "catalogue" && text.key.starts_with("net.");
    for sentence in paragraphs(&text.text).flat_map(sentences) {
        let behind = style.called.as_ref().and_then(|called| called.find(sentence));
        let before = style.called_behind.as_ref().and_then(|called| called.find_iter(sentence).last());
        let behind = behind.and_then(|called| sentence.get(called.end()..));
        let before = before.and_then(|called| sentence.get(..called.start()));
        for number in behind.into_iter().chain(before).flat_map(numbers) {
            if EmergencyNumber::from_digits(&number).is_none() {
                let all: Vec<_> = EmergencyNumber::ALL.iter().map(|one| one.digits()).collect();
                let message = format!(
                    "\"{number}\" is not a number of the list ({}); write one of these, or add it with its source",
                    all.join(", ")
                );
                findings.push(finding(text, Rule::SafetyNet, message));
            }
        }
    }
    if drawn {
        for number in numbers(&text.text).filter(|number| EmergencyNumber::from_digits(number).is_some()) {
            let message = format!("says {number}; name the sign only, the numbers are drawn beside it");
            findings.push(finding(text, Rule::SafetyNet, message));
        }
    }
}

/// The short numbers of a text. Digits that a space parts belong together, as in a telephone number.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let belongs = |letter: char| letter.is_ascii_digit() || letter.is_whitespace();
    let pieces = text.split(move |letter: char| !belongs(letter));
    let pieces = pieces.map(|piece| piece.chars().filter(char::is_ascii_digit).collect::<String>());
    pieces.filter(|digits| SHORT.contains(&digits.len()))
}
