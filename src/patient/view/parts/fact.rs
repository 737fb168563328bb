//! One fact of a card: its name and its value, or "not told by the hospital".

use crate::content::Word;
use crate::patient::view::Page;
use leptos::prelude::*;

/// A fact. A missing value is shown as missing, never hidden (rule 2).
pub fn fact(page: &Page, name: Word, value: Option<AnyView>) -> AnyView {
    let value = value.unwrap_or_else(|| page.not_told());
    view! {
        <div class="fact">
            <dt>{page.word(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// Yes or no in words.
pub fn yes_no(page: &Page, value: bool) -> AnyView {
    page.word(if value { Word::YesPlain } else { Word::NoPlain }).into_any()
}
