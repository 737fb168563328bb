//! The register editor's page: what the register contains, the form, and beside it what patients see, what is wrong, and the
//! files. French, for the staff of a French place; drawn in the browser only, with a program of its own.
//!
//! Every control says with `data-` attributes what it stands for; `listen` hears them. The form is drawn again only when
//! its fields change, never while someone types.

mod bar;
mod choices;
mod field;
mod files;
mod form;
mod known;
mod label;
mod line;
mod outline;
mod page;
mod panel;
mod picker;
mod start;
mod todo;
mod typed;

pub use page::{EditorPage, Keeping, Messages, Panel, Said};
pub use panel::readable;

use crate::content::{EditorWord, Language};
use crate::view::anew;
use crate::view::text_anew;
use leptos::prelude::*;

/// The page.
pub fn editor(page: &EditorPage) -> AnyView {
    let (head, body, status) = (page.clone(), page.clone(), page.clone());
    let working = page.working();
    view! {
        <div class="editor" lang=Language::Fr.code()>
            <header class="editor-head">
                <h1>{page.word(EditorWord::Title)}</h1>
                {move || if working.get() { bar::bar(&head) } else { ().into_any() }}
            </header>
            <p class="visually-hidden" role="status" id="status">{text_anew(move || status.status.get())}</p>
            {move || if working.get() { table(&body) } else { start::start(&body) }}
        </div>
    }
    .into_any()
}

/// The three columns.
fn table(page: &EditorPage) -> AnyView {
    let (left, middle) = (page.clone(), page.clone());
    let shown = page.shown();
    view! {
        <div class="table">
            <nav class="outline" aria-label=page.word(EditorWord::Outline)>{outline::outline(&left)}</nav>
            <main class="form" id="form">
                {anew(move || shown.get().map(|(_, pane)| form::pane(&middle, pane)).into_any())}
            </main>
            {panel::panel(page)}
        </div>
    }
    .into_any()
}
