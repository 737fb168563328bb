//! One fact of a card: its name and its value, or "not told by the hospital".

use crate::content::Word;
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// A fact. A missing value is shown as missing, never hidden (rule 2).
pub fn fact(page: &Page, name: Word, value: Option<Markup>) -> Markup {
    let value = value.unwrap_or_else(|| page.not_told());
    view! {
        <div class="fact">
            <dt>{page.word(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .markup()
}

/// Yes or no in words.
pub fn yes_no(page: &Page, value: bool) -> Markup {
    page.word(if value { Word::YesPlain } else { Word::NoPlain }).markup()
}
