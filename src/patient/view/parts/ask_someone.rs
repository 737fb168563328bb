//! The human way out: the last thing in every section, in the same place (rule 18, WCAG 3.2.6).

use super::{contact_line, emergency_line};
use crate::content::Word;
use crate::patient::view::Page;
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// "Ask someone": the desk, the way to everyone else, and whom to call in an emergency. Whoever stands at a kiosk has people
/// around: there the numbers are with the contacts only.
pub fn ask_someone(page: &Page) -> Markup {
    let desk = page.register().map(|register| match &register.site.contacts.desk {
        Some(desk) => contact_line(page, desk),
        None => page.not_told(),
    });
    let desk = desk.map(|desk| view! { <p>{page.word(Word::DeskLine)} " " {desk}</p> });
    view! {
        <div class="ask-someone">
            <p class="ask-title">{page.word(Word::AskSomeone)}</p>
            {desk}
            {(page.form != Form::Kiosk).then(|| view! { <p class="emergency">{emergency_line(page)}</p> })}
            <p>{page.word(Word::AskTeam)} " " <a href="#contacts">{page.word(Word::AllContacts)}</a></p>
        </div>
    }
    .markup()
}
