//! What the checker found, said in French. The checker speaks English, as the program in a terminal does.

use crate::content::{EditorTexts, EditorWord, Language, fill};
use crate::register::{Problem, Severity};

/// A problem in French; `None` for an error that has no French yet: it is shown as the checker says it.
/// `untold` is what patients read in its place.
pub fn said(problem: &Problem, texts: &EditorTexts, untold: &str) -> Option<String> {
    let path = problem.path.as_str();
    let known = texts.problems.iter().find(|one| problem.expected.starts_with(&one.starts));
    if problem.severity == Severity::Gap {
        let of_language = path.rsplit_once('.').is_some_and(|(_, key)| Language::from_code(key).is_some());
        let word = if of_language { EditorWord::GapLanguage } else { EditorWord::GapField };
        let general = || texts.fill(word, &[("text", untold)]);
        return Some(known.map_or_else(general, |one| one.french.clone()));
    }
    // "Nothing" is only a hole to fill, unless the checker says more about it than what kind of value belongs there.
    if problem.found.starts_with("nothing") && known.is_none_or(|one| one.french.contains("{found}")) {
        return Some(texts.get(EditorWord::ToFill).to_owned());
    }
    known.map(|one| fill(&one.french, &[("found", &problem.found.replace('"', ""))]))
}
