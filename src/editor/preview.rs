//! What patients would see of a draft, even while it has errors.
//!
//! A register with an error is not shown at all. Whoever writes one wants to see the rest meanwhile: what is wrong is left out
//! of the preview, and what has to be there and is not yet is filled with a placeholder nobody can take for a fact.

use super::Draft;
use crate::content::{Language, Library};
use crate::notice::Notice;
use crate::register::{Checked, Json, check};
use std::sync::Arc;

/// How often what is wrong is taken out: leaving out one thing may bring another to light.
const ROUNDS: usize = 6;

/// What is wrong with a draft, and what can be shown of it.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The draft as the checker sees it.
    pub checked: Checked,
    /// What the preview shows; as much as can be shown.
    pub notice: Arc<Notice>,
}

/// Checks a draft and composes what can be shown.
pub fn see(draft: &Draft, library: &Library) -> Preview {
    let checked = check(&draft.json(), library);
    let shown = if checked.register.is_some() { checked.clone() } else { showable(draft, library) };
    Preview { checked, notice: Arc::new(Notice::compose(Some(shown), library)) }
}

/// The draft without what is wrong.
fn showable(draft: &Draft, library: &Library) -> Checked {
    let mut rest = draft.clone();
    fill(&mut rest);
    let mut checked = check(&rest.json(), library);
    for _ in 0..ROUNDS {
        if checked.errors.is_empty() {
            break;
        }
        let mut paths: Vec<&str> = checked.errors.iter().map(|problem| problem.path.as_str()).collect();
        // From the end, so that the places of a list stay what they are.
        paths.sort_by(|one, other| natural(other).cmp(&natural(one)));
        paths.dedup();
        let mut gone: Vec<String> = Vec::new();
        for path in paths {
            // What stood after an item that is gone has moved up: what else was wrong with the item went with it.
            if !gone.iter().any(|item| path.starts_with(item.as_str())) {
                gone.extend(leave_out(&mut rest, path));
            }
        }
        fill(&mut rest);
        checked = check(&rest.json(), library);
    }
    checked
}

/// The order of paths in which `uses[10]` comes after `uses[9]`.
fn natural(path: &str) -> Vec<Result<usize, &str>> {
    let parts = path.split(['.', '[']).map(|part| part.trim_end_matches(']'));
    parts.map(|part| part.parse().map_err(|_| part)).collect()
}

/// Takes out the value that is wrong; where it is missing, the smallest thing around it that can be left out. Gives the
/// element of a list that is gone.
fn leave_out(draft: &mut Draft, path: &str) -> Option<String> {
    if draft.value(path).is_some() && !path.is_empty() {
        draft.remove(path);
        return path.ends_with(']').then(|| path.to_owned());
    }
    let around = path.rfind(['.', '[']).map_or("", |end| &path[..end]);
    // The texts and the questions of an item cannot be left out alone if something in them is missing.
    let item = around.find(']').map(|end| &path[..=end]).filter(|_| !path.starts_with("site"));
    match item {
        Some(item) if draft.value(item).is_some() => leave_out(draft, item),
        None if !around.is_empty() && around != "site" => leave_out(draft, around),
        _ => None,
    }
}

/// Placeholders for what a place has to tell.
fn fill(draft: &mut Draft) {
    let text = |text: &str| Json::Text(text.to_owned());
    let has = |draft: &Draft, path: &str| match draft.value(path) {
        Some(Json::Text(text)) => !text.trim().is_empty(),
        Some(Json::Object(entries)) => !entries.is_empty(),
        Some(Json::List(items)) => !items.is_empty(),
        _ => false,
    };
    draft.set("version", Json::Number(Ok(1)));
    let language = draft.names("site.languages").first().and_then(|code| Language::from_code(code));
    let language = language.unwrap_or(Language::Fr);
    for (path, value) in [
        ("site.id", text("a-completer")),
        ("site.name", Json::Object(vec![("fr".to_owned(), text("…"))])),
        ("site.kind", text("practice")),
        ("site.languages", Json::List(vec![text(language.code())])),
        ("site.default_language", text(language.code())),
        ("site.notice.version", text("…")),
    ] {
        if !has(draft, path) {
            draft.set(path, value);
        }
    }
}
