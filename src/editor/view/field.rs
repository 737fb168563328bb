//! One field of the form, by what kind of value it holds. Nothing here knows a field by its name.

use super::EditorPage;
use super::choices::{choice, ticks, yes_no};
use super::known::Catalogue;
use super::label::{by_catalogue, described, help, said};
use super::typed::{line, localised};
use crate::content::{EditorField, EditorWord};
use crate::register::{Field, Group, Presence, Shape};
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
            Shape::Group(_) | Shape::Localised | Shape::Name => list_of(page, path, named, inner),
            _ => ().into_any(),
        },
        Shape::Group(group) => frame(page, path, named, parts(page, path, group), false),
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

/// The fields of a group in their parts.
pub(super) fn parts(page: &EditorPage, path: &str, group: &Group) -> AnyView {
    // Without an entry of the catalogue nothing comes from elsewhere: nothing is folded, and the texts come first.
    let own = page.now(|state| state.draft.value(&format!("{path}.catalogue")).is_none());
    let mut parts: Vec<_> = page.library.editor.parts(group.name).iter().collect();
    if own {
        parts.sort_by_key(|part| part.fields.iter().all(|field| field.key != "texts"));
    }
    let parts = parts.into_iter().map(|part| {
        let fields = part.fields.iter().filter_map(|named| {
            let at = if path.is_empty() { named.key.clone() } else { format!("{path}.{}", named.key) };
            // These have a part of their own at the left.
            if ["site", "uses", "reuses"].contains(&at.as_str()) {
                return None;
            }
            let one = group.fields.iter().find(|one| one.key == named.key)?;
            Some(field(page, &at, one, named))
        });
        let fields = fields.collect_view();
        match (&part.title, part.folded && !own) {
            (Some(title), true) => view! {
                <details class="part"><summary>{title.clone()}</summary>{fields}</details>
            }
            .into_any(),
            (Some(title), false) => {
                view! { <section class="part"><h3>{title.clone()}</h3>{fields}</section> }.into_any()
            }
            (None, _) => fields.into_any(),
        }
    });
    parts.collect_view().into_any()
}

/// A list of texts or of groups.
fn list_of(page: &EditorPage, path: &str, named: &EditorField, inner: &Shape) -> AnyView {
    // The questions of the catalogue that the file does not name are there too: someone has to take the answers.
    let known = match path.rsplit_once('.') {
        Some((item, "questions")) => page.now(|state| state.known_questions(item, &page.library).len()),
        _ => 0,
    };
    let written = page.now(|state| state.draft.count(path));
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
                    let inside = view! { {parts(page, &at, group)}{remove} };
                    frame(page, &at, &own, inside.into_any(), false)
                }
                Shape::Name => {
                    let own = EditorField { label: label.clone(), ..EditorField::default() };
                    let input = line(page, &at, &at, inner, None);
                    view! { {labelled(page, &at, &own, None, input, false)}{remove} }.into_any()
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
