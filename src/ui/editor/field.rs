//! One field of the form, by what kind of value it holds. Nothing here knows a field by its name.

use super::{EditorPage, Said, form};
use crate::content::{EditorField, EditorWord, Language};
use crate::editor::Pane;
use crate::register::{Field, Presence, Severity, Shape, Tree};
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

fn help(path: &str, help: Option<&str>) -> AnyView {
    help.map(|help| view! { <p class="hint" id=format!("{path}-hint")>{help.to_owned()}</p> }).into_any()
}

fn described(path: &str, help: Option<&str>) -> String {
    let hint = help.map(|_| format!("{path}-hint ")).unwrap_or_default();
    format!("{hint}{path}-said")
}

fn by_catalogue(page: &EditorPage, known: Option<String>) -> AnyView {
    known
        .filter(|known| !known.is_empty())
        .map(|known| view! { <p class="by-catalogue"><span>{page.word(EditorWord::ByCatalogue)}</span> " " {known}</p> })
        .into_any()
}

/// What the checker says about a field; follows the draft.
fn said(page: &EditorPage, path: &str, within: bool) -> AnyView {
    let (page, at) = (page.clone(), path.to_owned());
    view! {
        <div class="said-place" id=format!("{path}-said")>
            {move || {
                let all = if within { page.said_within(&at) } else { page.said(&at) };
                all.into_iter().map(|one| message(&one)).collect_view()
            }}
        </div>
    }
    .into_any()
}

fn message(said: &Said) -> AnyView {
    let class = if said.severity == Severity::Error { "said error" } else { "said" };
    view! { <p class=class lang=(!said.french).then_some("en")>{said.text.clone()}</p> }.into_any()
}

/// A line or a box to type into.
fn line(page: &EditorPage, path: &str, id: &str, shape: &Shape, text: Option<Language>) -> AnyView {
    let value = page.now(|work| work.draft.typed(path));
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
                    prop:value=move || if follows { follow.work.with(|work| work.as_ref().map(|work| work.draft.typed(&followed)).unwrap_or_default()) } else { value.clone() }
                />
            }
            .into_any()
        }
    }
}

/// A text with a box for each language.
fn localised(
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

/// Yes, no, not told: three equal answers.
fn yes_no(page: &EditorPage, path: &str, named: &EditorField) -> AnyView {
    let now = page.now(|work| match work.draft.value(path) {
        Some(Tree::Bool(said)) => Some(*said),
        _ => None,
    });
    let not_told = page.now(|work| work.draft.value(path).is_none());
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
fn choice(
    page: &EditorPage,
    path: &str,
    named: &EditorField,
    list: &str,
    codes: &[&'static str],
    neither: Option<String>,
) -> AnyView {
    let now = page.now(|work| work.draft.typed(path));
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
            <input type="radio" id=id name=path.to_owned() value=code data-at=path.to_owned() data-what=what prop:checked=checked autocomplete="off" />
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
fn ticks(
    page: &EditorPage,
    path: &str,
    named: &EditorField,
    list: &str,
    codes: &[&'static str],
    presence: Presence,
    known: Option<String>,
) -> AnyView {
    let (now, there) = page.now(|work| {
        let names = work.draft.names(path).into_iter().map(str::to_owned).collect::<Vec<_>>();
        (names, work.draft.value(path).is_some())
    });
    let optional = presence == Presence::Optional;
    let as_catalogue = optional.then(|| {
        let id = format!("{path}=");
        let named_id = id.clone();
        view! {
            <label class="choice" for=named_id>
                <input type="checkbox" id=id data-at=path.to_owned() data-what="as-catalogue" prop:checked=!there autocomplete="off" />
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
                    <input type="checkbox" id=id value=*code data-at=path.to_owned() data-what="tick" prop:checked=now.iter().any(|name| name == code) autocomplete="off" />
                    <span>{label}</span>
                </label>
            }
        };
        codes.iter().map(one).collect_view()
    });
    let choices = view! { {by_catalogue(page, known)}<div class="choices">{as_catalogue}{boxes}</div> };
    frame_of_choices(page, path, named, choices.into_any())
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

/// What the catalogue says where a field of an item is left out.
struct Catalogue {
    text: Option<String>,
    choice: Option<String>,
}

impl Catalogue {
    fn of(page: &EditorPage, path: &str) -> Option<Catalogue> {
        let Pane::Item(kind, _) = Pane::of(path) else { return None };
        let (item, key) = path.split_once("].")?;
        let item = format!("{item}]");
        let (id, question) = page.now(|work| {
            let (at, _) = key.rsplit_once('.').unwrap_or_default();
            (work.draft.typed(&format!("{item}.catalogue")), work.draft.typed(&format!("{item}.{at}.id")))
        });
        let library = &page.library;
        let known = match kind {
            crate::editor::Kind::Use => library.catalogue.get(&id).map(|one| {
                (
                    key.strip_prefix("texts.").and_then(|key| one.texts.get(key)),
                    &one.texts.questions,
                    one.regime,
                    &one.requests,
                )
            }),
            crate::editor::Kind::Reuse => library.reuses.get(&id).map(|one| {
                (
                    key.strip_prefix("texts.").and_then(|key| one.texts.get(key)),
                    &one.texts.questions,
                    one.regime,
                    &one.requests,
                )
            }),
        };
        let (text, questions, regime, requests) = known?;
        let of_question = || {
            let texts = questions.get(&question)?;
            match key.rsplit_once('.')? {
                (_, "text") => Some(&texts.text),
                (_, "if_yes") => Some(&texts.if_yes),
                (_, "if_no") => Some(&texts.if_no),
                _ => None,
            }
        };
        let names = |list: &str, codes: Vec<&str>| {
            codes.iter().map(|code| library.editor.choice(list, code)).collect::<Vec<_>>().join(", ")
        };
        let text = match key {
            "requests" => Some(names("RequestName", requests.iter().map(|one| one.code()).collect())),
            "stages" => {
                let stages = library.catalogue.get(&id).map(|one| one.stages.as_slice()).unwrap_or_default();
                Some(names("StageName", stages.iter().map(|one| one.code()).collect()))
            }
            _ => text.or_else(of_question).map(|text| page.french(text)),
        };
        let choice =
            (key == "regime").then(|| regime.map(|one| names("RegimeName", vec![one.code()]))).flatten();
        Some(Catalogue { text, choice })
    }
}
