//! One fact of a card: its name and its value, or "not told by the hospital".

use crate::content::{Localised, Word};
use crate::ui::Page;
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

/// Texts as paragraphs; nothing where there is none.
pub fn paragraphs<'a>(page: &Page, texts: impl IntoIterator<Item = &'a Localised>) -> Option<AnyView> {
    let all: Vec<_> = texts.into_iter().map(|text| view! { <p>{page.text(text)}</p> }).collect();
    (!all.is_empty()).then(|| all.collect_view().into_any())
}
