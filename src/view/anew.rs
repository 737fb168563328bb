//! What changes in a view, drawn so that it is right whoever has touched the page meanwhile.
//!
//! Leptos remembers the text nodes that it has made and writes into them. Browsers that translate (and some extensions) put elements
//! of their own in the place of text nodes: what is written into the old ones is then seen by nobody, and what stood there before
//! stays. So whatever says something that can change is drawn anew, in elements of its own, and what was there goes away whole.
//!
//! Whatever holds the focus while it changes (a control) must not be drawn anew: draw the words beside it anew.

use leptos::either::Either;
use leptos::prelude::*;

/// Draws a view anew each time that what it depends on changes. Every part of it has to be an element.
pub fn anew(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let mut turn = false;
    // One kind of view takes the place of another: Leptos does not compare them.
    (move || {
        turn = !turn;
        if turn { Either::Left(view()) } else { Either::Right(view()) }
    })
    .into_any()
}

/// Draws a text anew each time that what it depends on changes.
pub fn text_anew(text: impl Fn() -> String + Send + 'static) -> AnyView {
    anew(move || view! { <span>{text()}</span> }.into_any())
}
