//! The five answers: is AI used here, what for, who decides, what can I say, whom do I ask.

use super::contact_line;
use crate::content::Word;
use crate::patient::view::Page;
use leptos::prelude::*;

/// The five answers, at most 60 words with the title.
pub fn five(page: &Page) -> AnyView {
    let answers = match page.register() {
        Some(register) => {
            let number = register.uses.len().to_string();
            let desk = match &register.site.contacts.desk {
                Some(desk) => {
                    view! { {page.word(Word::StartAsk)} " " {contact_line(page, desk)} "." }.into_any()
                }
                None => page.word(Word::StartAskTeam).into_any(),
            };
            [
                page.word(Word::StartUsed).into_any(),
                page.fill(Word::StartFor, &[("number", &number)]).into_any(),
                page.word(Word::StartDecides).into_any(),
                page.word(Word::StartSay).into_any(),
                desk,
            ]
        }
        None => [
            page.word(Word::GeneralUsed).into_any(),
            page.word(Word::GeneralFor).into_any(),
            page.word(Word::StartDecides).into_any(),
            page.word(Word::GeneralSay).into_any(),
            page.word(Word::StartAskTeam).into_any(),
        ],
    };
    let answers = answers.into_iter().map(|answer| view! { <li>{answer}</li> }).collect_view();
    view! { <ul class="five">{answers}</ul> }.into_any()
}
