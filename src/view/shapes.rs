//! The few shapes of which most of what the patients' program writes consists. Each is written by one function: Leptos writes the code
//! for an element anew wherever it stands in a view, and that was a tenth of the program.

use super::markup::{IntoMarkup, Markup};
use leptos::prelude::*;

/// Some text.
#[inline(never)]
pub fn text(text: &str) -> Markup {
    text.markup()
}

/// Parts one after the other.
#[inline(never)]
pub fn parts(parts: Vec<Markup>) -> Markup {
    parts.into_iter().fold(Markup::default(), |all, part| all.with(&part))
}

/// A paragraph.
#[inline(never)]
pub fn paragraph(inside: Markup) -> Markup {
    view! { <p>{inside}</p> }.markup()
}

/// A line of a list.
#[inline(never)]
pub fn item(inside: Markup) -> Markup {
    view! { <li>{inside}</li> }.markup()
}

/// Something that matters.
#[inline(never)]
pub fn strong(inside: Markup) -> Markup {
    view! { <strong>{inside}</strong> }.markup()
}

/// A block with a name for the style.
#[inline(never)]
pub fn block(class: &'static str, inside: Markup) -> Markup {
    view! { <div class=class>{inside}</div> }.markup()
}

/// A part of a line with a name for the style.
#[inline(never)]
pub fn span(class: &'static str, inside: Markup) -> Markup {
    view! { <span class=class>{inside}</span> }.markup()
}

/// A part of a line.
#[inline(never)]
pub fn piece(inside: Markup) -> Markup {
    view! { <span>{inside}</span> }.markup()
}

/// A heading within a section.
#[inline(never)]
pub fn heading(text: &str) -> Markup {
    view! { <h3>{text}</h3> }.markup()
}

/// A number to call, or another way to reach someone: never turned around.
#[inline(never)]
pub fn number(number: &str) -> Markup {
    view! { <bdi class="number">{number}</bdi> }.markup()
}
