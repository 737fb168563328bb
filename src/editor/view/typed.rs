//! Fields that are typed: a line, a box, a text with a box for each language.

use super::EditorPage;
use super::label::{by_catalogue, described, help, said};
use crate::content::Language;
use crate::register::{Severity, Shape};
use leptos::prelude::*;

/// A line or a box to type into.
pub(super) fn line(
    page: &EditorPage,
    path: &str,
    id: &str,
    shape: &Shape,
    text: Option<Language>,
) -> AnyView {
    let value = page.now(|state| state.draft.typed(path));
    let (wrong, at) = (page.clone(), path.to_owned());
    let invalid = move || {
        let errors = wrong.said(&at).iter().any(|one| one.severity == Severity::Error);
        errors.then_some("true")
    };
    let described = format!("{path}-hint {path}-said");
    let (id, at) = (id.to_owned(), path.to_owned());
    match text {
        Some(language) => view! {
            <textarea
                id=id
                rows="1"
                data-path=at
                lang=language.code()
                dir=language.direction().attribute()
                aria-describedby=described
                aria-invalid=invalid
                autocomplete="off"
                prop:value=value
            ></textarea>
        }
        .into_any(),
        None => {
            let mode = (*shape == Shape::Number).then_some("numeric");
            // A name for machines may be made of another field while that is typed.
            let (follows, follow, followed) = (*shape == Shape::Name, page.clone(), path.to_owned());
            let narrow = matches!(shape, Shape::Number | Shape::Day);
            view! {
                <input
                    type="text"
                    class:narrow=narrow
                    id=id
                    data-path=at
                    inputmode=mode
                    aria-describedby=described
                    aria-invalid=invalid
                    autocomplete="off"
                    spellcheck=(*shape == Shape::Name).then_some("false")
                    prop:value=move || if follows { follow.state.with(|state| state.as_ref().map(|state| state.draft.typed(&followed)).unwrap_or_default()) } else { value.clone() }
                />
            }
            .into_any()
        }
    }
}

/// A text with a box for each language.
pub(super) fn localised(
    page: &EditorPage,
    path: &str,
    label: &str,
    hint: Option<&str>,
    known: Option<String>,
    more: Option<AnyView>,
) -> AnyView {
    let languages = page.languages();
    let one = languages.len() == 1;
    let boxes = languages.iter().map(|language| {
        let at = format!("{path}.{}", language.code());
        let name = page.library.editor.choice("Language", language.code()).to_owned();
        let control = line(page, &at, &at, &Shape::Text, Some(*language));
        view! {
            <div class="in-language">
                <label for=at.clone() class:visually-hidden=one>{name}</label>
                {control}
                {said(page, &at, false)}
            </div>
        }
    });
    let boxes = boxes.collect_view();
    view! {
        <fieldset class="field localised" id=path.to_owned() data-place=path.to_owned() tabindex="-1" aria-describedby=described(path, hint)>
            <legend>{label.to_owned()}</legend>
            {help(path, hint)}
            {by_catalogue(page, known)}
            <div class="languages-of">{boxes}</div>
            {said(page, path, false)}
            {more}
        </fieldset>
    }
    .into_any()
}
