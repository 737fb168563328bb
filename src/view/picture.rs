//! A picture, by its name. What it looks like stands once in the page that shows it (`src/cli/site/sprite.rs`); no program carries it.

use super::markup::{IntoMarkup, Markup};
use crate::content::Picture;
use leptos::prelude::*;

/// The picture, as large as its style says. It always stands beside words that say the same: who does not see it misses nothing.
#[inline(never)]
pub fn picture(picture: Picture) -> Markup {
    let class = if picture.turns() { "picture turns" } else { "picture" };
    view! {
        <svg class=class width="24" height="24" aria-hidden="true" focusable="false">
            <use href=format!("#p-{}", picture.code())></use>
        </svg>
    }
    .markup()
}
