//! The form of one part of the register: its heading, what the catalogue says already, and its fields in groups.

use super::{EditorPage, field, outline, picker};
use crate::content::{EditorWord, Entry, Picture, Word};
use crate::editor::{Kind, Pane};
use crate::patient::view::parts::regime_word;
use crate::register::{Group, Path, Severity, Shape};
use crate::view::{anew, picture, text_anew};
use leptos::prelude::*;

pub(super) fn pane(page: &EditorPage, pane: Pane) -> AnyView {
    let (Some(path), true) = (pane.path(), !matches!(pane, Pane::Pick(_))) else {
        return match pane {
            Pane::Pick(kind) => picker::picker(page, kind),
            _ => ().into_any(),
        };
    };
    let Some(Shape::Group(group)) = Shape::register().at(&path) else { return ().into_any() };
    let head = match pane {
        Pane::Item(kind, _) => item_head(page, kind, &path),
        Pane::Register => {
            view! { <h2 id="pane-title" tabindex="-1">{page.word(EditorWord::PaneRegister)}</h2> }.into_any()
        }
        _ => view! { <h2 id="pane-title" tabindex="-1">{page.word(EditorWord::PaneSite)}</h2> }.into_any(),
    };
    view! {
        {head}
        {unknown(page, &path, &group)}
        {field::parts(page, &path, &group)}
    }
    .into_any()
}

fn item_head(page: &EditorPage, kind: Kind, path: &str) -> AnyView {
    let title = outline::title(page, kind, path);
    let act = |what: &'static str, word: EditorWord| {
        view! { <button type="button" class="small" data-do=what data-at=path.to_owned()>{page.word(word)}</button> }
    };
    let (told, at) = (page.clone(), path.to_owned());
    view! {
        <h2 id="pane-title" tabindex="-1">{title}</h2>
        <p class="actions small">
            {act("up", EditorWord::MoveUp)}{act("down", EditorWord::MoveDown)}{act("remove", EditorWord::RemoveItem)}
        </p>
        {known(page, kind, path)}
        <p class="missing">{text_anew(move || {
            let (_, gaps) = told.count(&at);
            match gaps {
                0 => told.word(EditorWord::MissingNone),
                1 => told.word(EditorWord::MissingOne),
                _ => told.fill(EditorWord::MissingFacts, &[("count", &gaps.to_string())]),
            }
        })}</p>
    }
    .into_any()
}

/// What the catalogue says already.
fn known(page: &EditorPage, kind: Kind, path: &str) -> AnyView {
    let id = page.now(|state| state.draft.typed(&format!("{path}.catalogue")));
    let line = |name: Word, text: String| {
        (!text.is_empty()).then(|| view! { <div><dt>{page.patients_word(name)}</dt><dd>{text}</dd></div> })
    };
    let french = |text| page.french(text);
    let (one_line, regime, list) = match kind {
        Kind::Use => {
            let Some(Entry { texts, stages, regime, .. }) = page.library.catalogue.get(&id) else {
                return ().into_any();
            };
            let stages: Vec<_> = stages
                .iter()
                .map(|stage| page.library.editor.choice("StageName", stage.code()).to_owned())
                .collect();
            let lines = view! {
                {line(Word::FactWhen, stages.join(", "))}
                {line(Word::TheSoftware, french(&texts.software_does))}
                {line(Word::TheHuman, french(&texts.human_does))}
                {line(Word::FactData, french(&texts.data))}
                {line(Word::FactCannot, french(&texts.cannot))}
            };
            (french(&texts.one_line), *regime, lines.into_any())
        }
        Kind::Reuse => {
            let Some(entry) = page.library.reuses.get(&id) else { return ().into_any() };
            let lines = view! {
                {line(Word::FactWhatFor, french(&entry.texts.what_for))}
                {line(Word::FactData, french(&entry.texts.which_data))}
                {line(Word::FactEffect, french(&entry.texts.effect_on_care))}
            };
            (french(&entry.texts.one_line), entry.regime, lines.into_any())
        }
    };
    view! {
        <div class="known">
            <p>{one_line}</p>
            {regime.map(|regime| view! { <p class="regime">{picture(Picture::of_regime(regime))}<span>{page.patients_word(regime_word(regime))}</span></p> })}
            <details><summary>{page.word(EditorWord::OfCatalogue)}</summary><dl>{list}</dl></details>
        </div>
    }
    .into_any()
}

/// Lines of the file that no field shows: named here, so that a person can take them out.
fn unknown(page: &EditorPage, path: &str, group: &Group) -> AnyView {
    let (page, path) = (page.clone(), path.to_owned());
    let shape = Shape::Group(group.clone());
    let shown = move || {
        let rest = |at: &str| at.strip_prefix(path.as_str()).map(str::to_owned).unwrap_or_default();
        let lost: Vec<_> = page.messages.with(|messages| {
            let here = messages.iter().filter(|(at, _)| {
                Path::is_written_within(at, &path) && (*at == &path || shape.at(&rest(at)).is_none())
                    // A wrong element of a list of names is told at the list.
                    && !at.ends_with(']')
                    && !(path.is_empty() && ["site", "uses", "reuses"].iter().any(|part| Path::is_written_within(at, part) && at.len() > part.len()))
            });
            let errors = here.flat_map(|(at, said)| {
                let errors = said.iter().filter(|one| one.severity == Severity::Error);
                errors.map(|one| (at.clone(), one.text.clone()))
            });
            errors.collect()
        });
        let lines: Vec<_> = lost
            .into_iter()
            .map(|(at, text)| {
                let whole = at == path;
                view! {
                    <li>
                        <p class="said error">{(!whole).then(|| view! { <code>{at.clone()}</code> " : " })}{text}</p>
                        {(!whole).then(|| view! {
                            <button type="button" class="small" data-do="remove" data-at=at.clone()>{page.word(EditorWord::RemoveUnknown)}</button>
                        })}
                    </li>
                }
            })
            .collect();
        (!lines.is_empty()).then(|| view! {
            <section class="part"><h3>{page.word(EditorWord::OtherProblems)}</h3><ul class="lost">{lines}</ul></section>
        })
        .into_any()
    };
    anew(shown)
}
