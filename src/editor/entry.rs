//! What a new use or reuse begins with.

use super::{Draft, Kind};
use crate::choices::Id;
use crate::content::Library;
use crate::register::Json;

/// A use or reuse of the catalogue: it names its entry, and the questions to which the place has to add who takes the answer.
pub fn entry(draft: &Draft, library: &Library, kind: Kind, id: &str) -> Json {
    let questions = match kind {
        Kind::Use => library.catalogue.get(id).map(|entry| entry.questions.as_slice()),
        Kind::Reuse => library.reuses.get(id).map(|entry| entry.questions.as_slice()),
    };
    let questions: Vec<Json> = questions.unwrap_or_default().iter().map(question).collect();
    let mut entries = vec![("id", Json::Text(free(draft, id))), ("catalogue", Json::Text(id.to_owned()))];
    if !questions.is_empty() {
        entries.push(("questions", Json::List(questions)));
    }
    Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// A use or reuse that the catalogue does not know.
pub fn own(draft: &Draft, kind: Kind) -> Json {
    let name = match kind {
        Kind::Use => "usage",
        Kind::Reuse => "reutilisation",
    };
    Json::Object(vec![("id".to_owned(), Json::Text(free(draft, name)))])
}

/// A question that takes everything from the catalogue.
pub(super) fn question(id: &Id) -> Json {
    Json::Object(vec![("id".to_owned(), Json::Text(id.as_str().to_owned()))])
}

/// A name that no use or reuse has yet.
fn free(draft: &Draft, name: &str) -> String {
    let taken: Vec<String> = Kind::ALL
        .iter()
        .flat_map(|kind| (0..draft.count(kind.list())).map(|at| format!("{}[{at}].id", kind.list())))
        .map(|path| draft.typed(&path))
        .collect();
    let names = std::iter::once(name.to_owned()).chain((2..).map(|number| {
        let suffix = format!("-{number}");
        format!("{}{suffix}", name.get(..Id::LONGEST - suffix.len()).unwrap_or(name))
    }));
    names.into_iter().find(|name| !taken.contains(name)).unwrap_or_else(|| name.to_owned())
}
