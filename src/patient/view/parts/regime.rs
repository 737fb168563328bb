//! A regime is a picture and a word, all in the same neutral colour: never green or red.

use crate::choices::Regime;
use crate::content::{Picture, Word};
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup, picture};
use leptos::prelude::*;

/// The short name of the regime.
pub fn regime_word(regime: Regime) -> Word {
    match regime {
        Regime::Inform => Word::RegimeInform,
        Regime::Request => Word::RegimeRequest,
        Regime::Object => Word::RegimeObject,
        Regime::Agree => Word::RegimeAgree,
    }
}

/// Picture and word; with something to say, a link to the place where one says it.
pub fn regime_badge(page: &Page, regime: Regime, place: Option<String>) -> Markup {
    let word = page.word(regime_word(regime));
    let name = match place {
        Some(place) => view! { <a href=place>{word}</a> }.markup(),
        None => view! { <span>{word}</span> }.markup(),
    };
    view! { <p class="regime">{picture(Picture::of_regime(regime))}{name}</p> }.markup()
}
