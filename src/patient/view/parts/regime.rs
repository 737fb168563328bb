//! A regime is a shape and a word, all in the same neutral colour: never green or red.

use crate::choices::Regime;
use crate::content::Word;
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The shape: an i, a speech bubble, a raised hand, a pen. It always stands beside its word.
pub fn regime_icon(regime: Regime) -> Markup {
    let path = match regime {
        Regime::Inform => "M12 10.5V17 M12 7v.01 M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z",
        Regime::Request => "M4 5h16v11h-9l-4 4v-4H4z M8 9h8 M8 12h5",
        Regime::Object => {
            "M7 12V6.5a1.4 1.4 0 0 1 2.8 0V11 M9.8 11V4.6a1.4 1.4 0 0 1 2.8 0V11 M12.6 11V5.4a1.4 1.4 0 0 1 2.8 0V11.5 \
             M15.4 11.5V8a1.4 1.4 0 0 1 2.8 0v6.5c0 4-2.2 6.5-5.6 6.5c-3 0-4.4-1.5-5.8-4L4.6 13c-.6-1.4 1-2.4 2.4-1z"
        }
        Regime::Agree => {
            "M4 20l1-4.5L15.8 4.7a1.6 1.6 0 0 1 2.3 0l1.2 1.2a1.6 1.6 0 0 1 0 2.3L8.5 19z M13.8 6.7l3.5 3.5 M12 20h8"
        }
    };
    view! {
        <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
    .markup()
}

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
    view! { <span class="regime">{regime_icon(regime)}<span>{page.word(regime_word(regime))}</span></span> }
        .markup()
}
