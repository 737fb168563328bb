//! What stands around a control of the form: its help, what the catalogue says there, what is wrong with it.

use super::{EditorPage, Said};
use crate::content::EditorWord;
use crate::register::Severity;
use crate::view::anew;
use leptos::prelude::*;

pub(super) fn help(path: &str, help: Option<&str>) -> AnyView {
    help.map(|help| view! { <p class="hint" id=format!("{path}-hint")>{help.to_owned()}</p> }).into_any()
}

pub(super) fn described(path: &str, help: Option<&str>) -> String {
    let hint = help.map(|_| format!("{path}-hint ")).unwrap_or_default();
    format!("{hint}{path}-said")
}

pub(super) fn by_catalogue(page: &EditorPage, known: Option<String>) -> AnyView {
    known
        .filter(|known| !known.is_empty())
        .map(|known| view! { <p class="by-catalogue"><span>{page.word(EditorWord::ByCatalogue)}</span> " " {known}</p> })
        .into_any()
}

/// What the checker says about a field; follows the draft.
pub(super) fn said(page: &EditorPage, path: &str, within: bool) -> AnyView {
    let (page, at) = (page.clone(), path.to_owned());
    view! {
        <div class="said-place" id=format!("{path}-said")>
            {anew(move || {
                let all = if within { page.said_within(&at) } else { page.said(&at) };
                all.into_iter().map(|one| message(&one)).collect_view().into_any()
            })}
        </div>
    }
    .into_any()
}

fn message(said: &Said) -> AnyView {
    let class = if said.severity == Severity::Error { "said error" } else { "said" };
    view! { <p class=class>{said.text.clone()}</p> }.into_any()
}
