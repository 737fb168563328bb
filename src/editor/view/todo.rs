//! What an imported card gave, and what it left for a person to do.

use super::EditorPage;
use super::line::line;
use crate::content::EditorWord;
use crate::editor::{SaidOfCard, Todo};
use leptos::prelude::*;

pub(super) fn todo(page: &EditorPage) -> AnyView {
    let todo = page.state.with(|state| state.as_ref().map(|state| state.todo.clone()).unwrap_or_default());
    let one = |todo: &Todo| {
        let element = todo.element.map(|element| {
            view! { <small>{page.fill(EditorWord::FromElement, &[("element", element)])}</small> }
        });
        let text = todo.said(&page.library.editor).map(|SaidOfCard { before, quoted, after }| {
            let quoted = (!quoted.is_empty()).then(|| view! { <span lang="en">{quoted}</span> });
            view! { <span class="said">{before.to_owned()}{quoted}{after.to_owned()}</span> }
        });
        line(page, &todo.path, Some(view! { {element}{text} }.into_any()))
    };
    let part = |word: EditorWord, list: &[Todo]| {
        let lines = list.iter().map(one).collect_view();
        view! { <section><h2>{page.word(word)}</h2><ul class="problems">{lines}</ul></section> }
    };
    view! {
        <div class="lists" id="todo">
            <p class="hint">{page.word(EditorWord::TodoLead)}</p>
            {part(EditorWord::ToDecide, &todo.to_decide)}
            {part(EditorWord::LeftOpen, &todo.left_open)}
            {part(EditorWord::TakenOver, &todo.taken_over)}
        </div>
    }
    .into_any()
}
