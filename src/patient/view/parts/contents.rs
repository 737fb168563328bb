//! The table of contents: a bar of short names, always in the same place, that pushes no text down. At a kiosk it is a list of whole
//! names, with how one reads at its beginning and whom to ask at its end.

use super::listening;
use crate::content::Word;
use crate::patient::view::Page;
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The sections of the page and their short names, in order.
const BAR: [(&str, Word); 6] = [
    ("#care", Word::CareShort),
    ("#rights", Word::RightsShort),
    ("#wishes", Word::WishesShort),
    ("#sheet", Word::SheetShort),
    ("#letters", Word::LettersShort),
    ("#glossary", Word::GlossaryShort),
];

/// The screens of a kiosk and their names, in order.
const SCREENS: [(&str, Word); 8] = [
    ("#welcome", Word::KioskLook),
    ("#start", Word::StartShort),
    ("#care", Word::CareTitle),
    ("#rights", Word::RightsTitle),
    ("#wishes", Word::WishesTitle),
    ("#sheet", Word::SheetTitle),
    ("#glossary", Word::GlossaryTitle),
    ("#contacts", Word::ContactsTitle),
];

/// The table of contents.
pub fn contents(page: &Page) -> Markup {
    let links: &[(&str, Word)] = if page.form == Form::Kiosk { &SCREENS } else { &BAR };
    let links =
        links.iter().map(|(address, word)| view! { <li><a href=*address>{page.word(*word)}</a></li>" " });
    view! {
        <nav class="contents" aria-label=page.word(Word::Contents)>
            <ol>{links.collect_view()}</ol>
            {listening(page, Word::AloudResume, None)}
        </nav>
    }
    .markup()
}
