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

/// Shape and word.
pub fn regime_mark(page: &Page, regime: Regime) -> Markup {
    view! { <span class="regime">{picture(Picture::of_regime(regime))}<span>{page.word(regime_word(regime))}</span></span> }
        .markup()
}
