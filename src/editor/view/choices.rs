//! Fields that are chosen or ticked, from closed lists.

use super::EditorPage;
use super::label::{by_catalogue, described, help, said};
use crate::content::{EditorField, EditorWord};
use crate::register::{Json, Presence};
use leptos::prelude::*;

/// Yes, no, not told: three equal answers.
pub(super) fn yes_no(page: &EditorPage, path: &str, named: &EditorField) -> AnyView {
    let now = page.now(|state| match state.draft.value(path) {
        Some(Json::Bool(said)) => Some(*said),
        _ => None,
    });
    let not_told = page.now(|state| state.draft.value(path).is_none());
    let answer = |code: &'static str, word: EditorWord, checked: bool| {
        radio(path, code, page.word(word), checked, "said")
    };
    let answers = view! {
        <div class="choices">
            {answer("yes", EditorWord::Yes, now == Some(true))}
            {answer("no", EditorWord::No, now == Some(false))}
            {answer("none", EditorWord::NotToldChoice, now.is_none() && not_told)}
        </div>
    };
    frame_of_choices(page, path, named, answers.into_any())
}

/// One of a closed list.
pub(super) fn choice(
    page: &EditorPage,
    path: &str,
    named: &EditorField,
    list: &str,
    codes: &[&'static str],
    neither: Option<String>,
) -> AnyView {
    let now = page.now(|state| state.draft.typed(path));
    let named_choice = |code: &'static str| {
        radio(path, code, page.library.editor.choice(list, code).to_owned(), now == code, "choice")
    };
    let choices = codes.iter().map(|code| named_choice(code)).collect_view();
    let answers = view! {
        <div class="choices">
            {neither.map(|label| radio(path, "", label, now.is_empty(), "choice"))}
            {choices}
        </div>
    };
    frame_of_choices(page, path, named, answers.into_any())
}

fn radio(path: &str, code: &'static str, label: String, checked: bool, what: &'static str) -> AnyView {
    let id = format!("{path}={code}");
    let named_id = id.clone();
    view! {
        <label class="choice" for=named_id>
            <input type="radio" id=id name=path.to_owned() value=code data-at=path.to_owned() data-what=what prop:checked=checked />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

fn frame_of_choices(page: &EditorPage, path: &str, named: &EditorField, choices: AnyView) -> AnyView {
    view! {
        <fieldset class="field" id=path.to_owned() data-place=path.to_owned() tabindex="-1" aria-describedby=described(path, named.help.as_deref())>
            <legend>{named.label.clone()}</legend>
            {help(path, named.help.as_deref())}
            {choices}
            {said(page, path, true)}
        </fieldset>
    }
    .into_any()
}

/// Any of a closed list.
pub(super) fn ticks(
    page: &EditorPage,
    path: &str,
    named: &EditorField,
    list: &str,
    codes: &[&'static str],
    presence: Presence,
    known: Option<String>,
) -> AnyView {
    let (now, there) = page.now(|state| {
        let names = state.draft.names(path).into_iter().map(str::to_owned).collect::<Vec<_>>();
        (names, state.draft.value(path).is_some())
    });
    let optional = presence == Presence::Optional;
    let as_catalogue = optional.then(|| {
        let id = format!("{path}=");
        let named_id = id.clone();
        view! {
            <label class="choice" for=named_id>
                <input type="checkbox" id=id data-at=path.to_owned() data-what="as-catalogue" prop:checked=!there />
                <span>{page.word(EditorWord::AsCatalogue)}</span>
            </label>
        }
    });
    let boxes = (there || !optional).then(|| {
        let one = |code: &&'static str| {
            let id = format!("{path}={code}");
    let named_id = id.clone();
            let label = page.library.editor.choice(list, code).to_owned();
            view! {
                <label class="choice" for=named_id>
                    <input type="checkbox" id=id value=*code data-at=path.to_owned() data-what="tick" prop:checked=now.iter().any(|name| name == code) />
                    <span>{label}</span>
                </label>
            }
        };
        codes.iter().map(one).collect_view()
    });
    let choices = view! { {by_catalogue(page, known)}<div class="choices">{as_catalogue}{boxes}</div> };
    frame_of_choices(page, path, named, choices.into_any())
}
