//! How a reading goes: an image, what the software frames in it, what a professional sees in it, and who decides. What the software
//! does is dashed, what a professional does is drawn through.

use super::{explorable, named, says};
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The picture.
pub fn reading(page: &Page) -> Option<Markup> {
    let one = named(page, "reading")?;
    Some(explorable(
        page,
        one,
        |prose, position| view! { {says(prose, position)}{state(&position.id)} }.markup(),
        None,
    ))
}

/// The chest: its outline, spine, lungs and ribs, with two spots.
const CHEST: &str = "M4 2h92a3 3 0 0 1 3 3v70a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z \
    M44 12C28 14 18 34 18 56c0 9 2 12 8 11 8-2 14-5 18-5z M56 12c16 2 26 22 26 44 0 9-2 12-8 11-8-2-14-5-18-5z";
const RIBS: &str = "M22 38q10-9 22-5M19 50q11-9 25-4M78 38q-10-9-22-5M81 50q-11-9-25-4M50 8v64";
/// A spot that the software frames, and one that it overlooks.
const SPOTS: &str =
    "M29 43a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0z M66 58a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0z";
/// What the software frames: the one spot, and a rib.
const KEPT: &str = "M25 36.5h13v13H25z";
const SET_ASIDE: &str = "M64 28h13v13H64z";
/// What the professional circles.
const CIRCLED: &str =
    "M22 43a9.6 9.6 0 1 0 19.2 0a9.6 9.6 0 1 0-19.2 0z M60 58a7.8 7.8 0 1 0 15.6 0a7.8 7.8 0 1 0-15.6 0z";
/// Two people who talk: a head and shoulders each, and what one of them says.
const TALK: &str = "M116 46a7 7 0 1 0 14 0a7 7 0 1 0-14 0z M109 76c0-11 6-17 14-17s14 6 14 17z \
    M150 46a7 7 0 1 0 14 0a7 7 0 1 0-14 0z M143 76c0-11 6-17 14-17s14 6 14 17z \
    M114 8h34a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4h-16l-7 7v-7h-11a4 4 0 0 1-4-4V12a4 4 0 0 1 4-4z M118 15h26M118 21h17";

fn state(position: &str) -> Markup {
    let drawn: &[(&'static str, &'static str)] = match position {
        "taken" => &[],
        "marked" => &[("software", KEPT), ("software", SET_ASIDE)],
        "looked" => &[("software", KEPT), ("software faint", SET_ASIDE), ("person", CIRCLED)],
        _ => &[("person", CIRCLED), ("line", TALK)],
    };
    let size = if position == "decided" { "0 0 174 80" } else { "0 0 100 80" };
    let path = |(class, d): (&'static str, &'static str)| view! { <path class=class d=d /> };
    view! {
        <svg class="image" viewBox=size aria-hidden="true" focusable="false">
            {[("line", CHEST), ("faint", RIBS), ("full", SPOTS)].map(path).into_iter().collect_view()}
            {drawn.iter().copied().map(path).collect_view()}
        </svg>
    }
    .markup()
}
