//! One field of the form, by what kind of value it holds. Nothing here knows a field by its name.

use super::choices::{choice, ticks, yes_no};
use super::known::Catalogue;
use super::typed::{line, localised};
use super::{EditorPage, Said, form};
use crate::content::{EditorField, EditorWord};
use crate::register::{Field, Presence, Severity, Shape};
use crate::ui::anew;
use leptos::prelude::*;

/// A field with its label, its help, what the catalogue says there, and what is wrong with it.
pub(super) fn field(page: &EditorPage, path: &str, field: &Field, named: &EditorField) -> AnyView {
    let catalogue = Catalogue::of(page, path);
    let known = catalogue.as_ref().and_then(|one| one.text.clone());
    match &field.shape {
        Shape::Text | Shape::Day | Shape::Name | Shape::Number => {
            let input = line(page, path, path, &field.shape, None);
            labelled(page, path, named, known, input, false)
        }
        Shape::Localised => localised(page, path, &named.label, named.help.as_deref(), known, None),
        Shape::YesNo => yes_no(page, path, named),
        Shape::Choice(list, codes) => {
            let neither =
                (field.presence == Presence::Optional).then(|| match catalogue.and_then(|one| one.choice) {
                    Some(choice) => format!("{} – {choice}", page.word(EditorWord::AsCatalogue)),
                    None => page.word(EditorWord::NotToldChoice),
                });
            choice(page, path, named, list, codes, neither)
        }
        Shape::List(inner) => match &**inner {
            Shape::Choice(list, codes) => ticks(page, path, named, list, codes, field.presence, known),
            Shape::Group(_) | Shape::Localised => list_of(page, path, named, inner),
            _ => ().into_any(),
        },
        Shape::Group(group) => frame(page, path, named, form::parts(page, path, group), false),
    }
}

/// A label above a control.
fn labelled(
    page: &EditorPage,
    path: &str,
    named: &EditorField,
    known: Option<String>,
    control: AnyView,
    within: bool,
) -> AnyView {
    view! {
        <div class="field">
            <label for=path.to_owned()>{named.label.clone()}</label>
            {help(path, named.help.as_deref())}
            {by_catalogue(page, known)}
            {control}
            {said(page, path, within)}
        </div>
    }
    .into_any()
}

/// A group of controls under one heading.
fn frame(page: &EditorPage, path: &str, named: &EditorField, inside: AnyView, within: bool) -> AnyView {
    let top = path.matches('.').count() < 2;
    view! {
        <fieldset class="group" class:top=top id=path.to_owned() data-place=path.to_owned() tabindex="-1" aria-describedby=described(path, named.help.as_deref())>
            <legend>{named.label.clone()}</legend>
            {help(path, named.help.as_deref())}
            {said(page, path, within)}
            {inside}
        </fieldset>
    }
    .into_any()
}

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
    view! { <p class=class lang=(!said.french).then_some("en")>{said.text.clone()}</p> }.into_any()
}

/// A list of texts or of groups.
fn list_of(page: &EditorPage, path: &str, named: &EditorField, inner: &Shape) -> AnyView {
    // The questions of the catalogue that the file does not name are there too: someone has to take the answers.
    let known = match path.rsplit_once('.') {
        Some((item, "questions")) => page.now(|work| work.known_questions(item, &page.library).len()),
        _ => 0,
    };
    let written = page.now(|work| work.draft.count(path));
    let count = if written == 0 { known } else { written };
    let items =
        (0..count).map(|index| {
            let at = format!("{path}[{index}]");
            let label = format!("{} {}", named.label, index + 1);
            let remove = (written > 0).then(|| view! {
            <button type="button" class="small" data-do="remove" data-at=at.clone()>
                {page.word(EditorWord::Remove)}<span class="visually-hidden">" – "{label.clone()}</span>
            </button>
        });
            match inner {
                Shape::Group(group) => {
                    let own = EditorField { label: label.clone(), ..EditorField::default() };
                    let inside = view! { {form::parts(page, &at, group)}{remove} };
                    frame(page, &at, &own, inside.into_any(), false)
                }
                _ => localised(page, &at, &label, None, None, remove.map(IntoAny::into_any)),
            }
        });
    let items = items.collect_view();
    let add = view! {
        {items}
        <p><button type="button" class="small" data-do="add" data-at=path.to_owned()>
            {page.word(EditorWord::AddItem)}<span class="visually-hidden">" – "{named.label.clone()}</span>
        </button></p>
    };
    frame(page, path, named, add.into_any(), false)
}
