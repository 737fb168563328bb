//! What stands beside the form: what patients see, what is wrong, what an imported card left to do, the files.

use super::line::line;
use super::{EditorPage, Panel, files, todo};
use crate::content::{EditorWord, Language, Level, Reading, Word};
use crate::register::{Problem, Severity};
use crate::view::anew;
use leptos::prelude::*;

/// The frame of the preview: a page of its own, so that its style and ours do not mix.
const BLANK: &str = "<!doctype html><title>…</title><body></body>";

pub(super) fn panel(page: &EditorPage) -> AnyView {
    let shown = page.panel;
    let tab = |code: &'static str, panel: Panel, word: EditorWord| {
        let page = page.clone();
        let label = page.word(word);
        view! {
            <button type="button" data-panel=code aria-pressed=move || (shown.get() == panel).to_string()>
                {label}
                {(panel == Panel::Problems).then(|| anew(move || {
                    let (errors, gaps) = page.count("");
                    view! { <span class="number" class:error={errors > 0}>{if errors > 0 { errors } else { gaps }}</span> }.into_any()
                }))}
            </button>
        }
    };
    let todo = page.state;
    let has_todo =
        Memo::new(move |_| todo.with(|state| state.as_ref().is_some_and(|state| !state.todo.is_empty())));
    let todo_tab = page.clone();
    let (problems, left, saves) = (page.clone(), page.clone(), page.clone());
    view! {
        <aside class="panel" aria-label=page.word(EditorWord::Panel)>
            <p class="tabs">
                {tab("preview", Panel::Preview, EditorWord::PanelPreview)}
                {tab("problems", Panel::Problems, EditorWord::PanelProblems)}
                {move || has_todo.get().then(|| {
                    let word = todo_tab.word(EditorWord::PanelTodo);
                    view! { <button type="button" data-panel="todo" aria-pressed=move || (shown.get() == Panel::Todo).to_string()>{word}</button> }
                })}
                {tab("files", Panel::Files, EditorWord::PanelFiles)}
            </p>
            {preview(page)}
            {anew(move || match shown.get() {
                Panel::Preview => ().into_any(),
                Panel::Problems => list(&problems),
                Panel::Todo => todo::todo(&left),
                Panel::Files => files::files(&saves),
            })}
        </aside>
    }
    .into_any()
}

/// The preview stays in the page while another panel is looked at: it would lose its place.
fn preview(page: &EditorPage) -> AnyView {
    let (shown, reading) = (page.panel, page.reading);
    let (languages, levels, left_out) = (page.clone(), page.clone(), page.clone());
    // The buttons stay while the page is read otherwise: one of them has the focus.
    let offered = Memo::new(move |_| offered(&languages));
    let button = |pressed: Signal<bool>, what: &'static str, code: &'static str, label: String| {
        let (language, level) = match what {
            "language" => (Some(code), None),
            _ => (None, Some(code)),
        };
        view! { <button type="button" class="small" data-language=language data-level=level aria-pressed=move || pressed.get().to_string()>{label}</button> }
    };
    view! {
        <div class="preview" hidden=move || shown.get() != Panel::Preview>
            <p class="reading">
                <span role="group" aria-label=page.word(EditorWord::PreviewLanguage)>
                    {anew(move || offered.get().into_iter().map(|language| {
                        let pressed = Signal::derive(move || reading.get().language == language);
                        button(pressed, "language", language.code(), language.own_name().to_owned())
                    }).collect_view().into_any())}
                </span>
                <span role="group" aria-label=page.word(EditorWord::PreviewLevel)>
                    {Level::ALL.into_iter().map(|level| {
                        let word = match level { Level::Clear => Word::LevelClear, Level::Simple => Word::LevelSimple };
                        let pressed = Signal::derive(move || reading.get().level == level);
                        button(pressed, "level", level.code(), levels.patients_word(word))
                    }).collect_view()}
                </span>
            </p>
            {anew(move || {
                let (errors, _) = left_out.count("");
                (errors > 0).then(|| view! {
                    <p class="hint">{left_out.fill(EditorWord::PreviewLeftOut, &[("count", &errors.to_string())])}</p>
                }).into_any()
            })}
            <iframe id="preview" title=page.word(EditorWord::PanelPreview) srcdoc=BLANK></iframe>
        </div>
    }
    .into_any()
}

/// The languages of the page that is shown.
fn offered(page: &EditorPage) -> Vec<Language> {
    page.seen.with(|seen| seen.as_ref().map_or(vec![Language::Fr], |seen| seen.notice.languages.clone()))
}

/// Everything that is wrong, and everything that is not told, each with a way to its field.
fn list(page: &EditorPage) -> AnyView {
    let Some(seen) = page.seen.get() else { return ().into_any() };
    let lines = |problems: &[Problem]| {
        problems
            .iter()
            .map(|problem| {
                let path = problem.path.as_str();
                let said = page.said(path).into_iter().filter(|one| one.severity == problem.severity());
                let said = said.map(|one| view! { <span class="said">{one.text}</span> });
                line(
                    page,
                    path,
                    (problem.severity() == Severity::Error).then(|| said.collect_view().into_any()),
                )
            })
            .collect_view()
    };
    let part = |word: EditorWord,
                none: EditorWord,
                lead: Option<EditorWord>,
                problems: &[Problem],
                id: &'static str| {
        let body = if problems.is_empty() {
            view! { <p>{page.word(none)}</p> }.into_any()
        } else {
            view! { {lead.map(|lead| view! { <p class="hint">{page.word(lead)}</p> })}<ul class="problems">{lines(problems)}</ul> }.into_any()
        };
        view! { <section id=id><h2>{page.word(word)}</h2>{body}</section> }
    };
    view! {
        <div class="lists">
            {part(EditorWord::ErrorsTitle, EditorWord::ErrorsNone, None, &seen.checked.errors, "errors")}
            {part(EditorWord::GapsTitle, EditorWord::GapsNone, Some(EditorWord::GapsLead), &seen.checked.gaps, "gaps")}
        </div>
    }
    .into_any()
}

/// The reading of the preview that a register has: the language may be gone.
pub fn readable(reading: Reading, languages: &[Language]) -> Reading {
    let first = languages.first().copied().unwrap_or(Language::Fr);
    let language = if languages.contains(&reading.language) { reading.language } else { first };
    Reading { language, ..reading }.that_exists()
}
