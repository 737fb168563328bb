//! What an imported card gave, and what it left for a person to do.

use super::EditorPage;
use super::panel::line;
use crate::content::EditorWord;
use crate::editor::Todo;
use leptos::prelude::*;

pub(super) fn todo(page: &EditorPage) -> AnyView {
    let todo = page.work.with(|work| work.as_ref().map(|work| work.todo.clone()).unwrap_or_default());
    let one = |todo: &Todo, left_open: bool| {
        let element = todo.element.map(|element| {
            view! { <small>{page.fill(EditorWord::FromElement, &[("element", element)])}</small> }
        });
        // Where the card has nothing, the name of the field says what is missing.
        let untold = todo.element.is_none() && left_open;
        let text = (!todo.text.is_empty() && !untold).then(|| match todo.said(&page.library.editor) {
            Some((french, rest)) => view! { <span class="said">{french.to_owned()}<span lang="en">{rest.to_owned()}</span></span> }.into_any(),
            None => view! { <span class="said" lang="en">{todo.text.clone()}</span> }.into_any(),
        });
        line(page, &todo.path, Some(view! { {element}{text} }.into_any()))
    };
    let part = |word: EditorWord, list: &[Todo]| {
        let lines = list.iter().map(|todo| one(todo, word == EditorWord::LeftOpen)).collect_view();
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
