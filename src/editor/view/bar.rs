//! The bar above the form: where the work is, one step back, one step forth.

use super::{EditorPage, Keeping};
use crate::content::{EditorWord, Language, Reading};
use crate::editor::Unsaved;
use crate::view::text_anew;
use leptos::prelude::*;

pub(super) fn bar(page: &EditorPage) -> AnyView {
    let state = page.state;
    let can = move |ask: fn(&crate::editor::Draft) -> bool| {
        state.with(|state| state.as_ref().is_some_and(|state| ask(&state.draft)))
    };
    let keeping = page.clone();
    view! {
        <p class="keeping-state" id="keeping" class:refused=move || matches!(keeping.keeping.get(), Keeping::Refused | Keeping::Elsewhere)>
            {
                let page = page.clone();
                text_anew(move || match page.keeping.get() {
                    Keeping::Nothing => String::new(),
                    Keeping::Kept => page.word(EditorWord::Kept),
                    Keeping::Refused => page.word(EditorWord::NotKept),
                    Keeping::Elsewhere => page.word(EditorWord::KeptElsewhere),
                })
            }
        </p>
        <p class="bar">
            <button type="button" data-do="undo" aria-disabled=move || (!can(crate::editor::Draft::can_undo)).to_string()>
                {page.word(EditorWord::Undo)}
            </button>
            <button type="button" data-do="redo" aria-disabled=move || (!can(crate::editor::Draft::can_redo)).to_string()>
                {page.word(EditorWord::Redo)}
            </button>
            <button type="button" data-do="new">{page.word(EditorWord::New)}</button>
        </p>
    }
    .into_any()
}

/// The day on which the work was kept, in words.
pub(super) fn when(page: &EditorPage, unsaved: &Unsaved) -> String {
    let words = page.library.words.get(&Reading::clear(Language::Fr));
    unsaved.day.zip(words).map(|(day, words)| words.date(day)).unwrap_or_default()
}
