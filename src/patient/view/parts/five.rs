//! The five answers: is AI used here, what for, who decides, what can I say, whom do I ask.

use super::contact_line;
use crate::content::{Picture, Word};
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup, picture};
use leptos::prelude::*;

/// What stands beside each of them.
pub const FIVE_PICTURES: [Picture; 5] =
    [Picture::Computer, Picture::List, Picture::Professional, Picture::Bubble, Picture::Telephone];

/// The five answers, at most 60 words with the title.
pub fn five(page: &Page) -> Markup {
    let answers = match page.register() {
        Some(register) => {
            // A use described is a card: the patients' own tools have theirs on every page.
            let number = (register.uses.len() + page.notice.own_tools.len()).to_string();
            let desk = match &register.site.contacts.desk {
                Some(desk) => {
                    view! { {page.word(Word::StartAsk)} " " {contact_line(page, desk)} "." }.markup()
                }
                None => page.word(Word::StartAskTeam).markup(),
            };
            [
                page.word(Word::StartUsed).markup(),
                page.fill(Word::StartFor, &[("number", &number)]).markup(),
                page.word(Word::StartDecides).markup(),
                page.word(Word::StartSay).markup(),
                desk,
            ]
        }
        None => [
            page.word(Word::GeneralUsed).markup(),
            page.word(Word::GeneralFor).markup(),
            page.word(Word::StartDecides).markup(),
            page.word(Word::GeneralSay).markup(),
            page.word(Word::StartAskTeam).markup(),
        ],
    };
    let answers = FIVE_PICTURES.into_iter().zip(answers);
    let answers = answers.map(|(shown, answer)| view! { <li>{picture(shown)}<span>{answer}</span></li> });
    let answers = answers.collect_view();
    view! { <ul class="five">{answers}</ul> }.markup()
}
