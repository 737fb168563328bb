//! So many people, examples or uses as signs in rows: one sign each, the groups one after the other, each with a shape of its own.
//!
//! The signs are drawn once for all pictures of a page ([`crowd_signs`]), where no picture that is hidden hides them.

use crate::content::Localised;
use crate::patient::view::Page;
use crate::patient::view::parts::people::bands_of;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

use super::counted;

/// The shape of a sign. Shapes, not colours: they survive a photocopy (rule 12).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A full circle.
    Full,
    /// A ring.
    Ring,
    /// A triangle.
    Triangle,
    /// A dot.
    Dot,
    /// A dashed frame: nothing is told.
    Gap,
}

impl Sign {
    const ALL: [Sign; 5] = [Sign::Full, Sign::Ring, Sign::Triangle, Sign::Dot, Sign::Gap];

    fn id(self) -> &'static str {
        match self {
            Sign::Full => "sign-full",
            Sign::Ring => "sign-ring",
            Sign::Triangle => "sign-triangle",
            Sign::Dot => "sign-dot",
            Sign::Gap => "sign-gap",
        }
    }

    fn shape(self) -> Markup {
        let d = match self {
            Sign::Full => "M1.5 5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
            Sign::Ring => "M2 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
            Sign::Triangle => "M5 1.8L8.4 8H1.6z",
            Sign::Dot => "M4 5a1 1 0 1 0 2 0a1 1 0 1 0-2 0z",
            Sign::Gap => "M2 2h6v6H2z",
        };
        let class = match self {
            Sign::Full | Sign::Dot => "full",
            Sign::Ring | Sign::Triangle => "line",
            Sign::Gap => "gap",
        };
        view! { <path class=class d=d /> }.markup()
    }
}

/// The signs, once on a page, before the pictures. They are never hidden: a pattern of something hidden is drawn nowhere.
pub fn crowd_signs() -> Markup {
    let all = Sign::ALL.map(|sign| {
        view! { <pattern id=sign.id() width="10" height="10" patternUnits="userSpaceOnUse">{sign.shape()}</pattern> }
    });
    view! { <svg class="signs" width="0" height="0" aria-hidden="true" focusable="false">{all.into_iter().collect_view()}</svg> }
        .markup()
}

/// The sign of a group before its words. It is drawn itself: it stands in a line of text.
pub(super) fn key(sign: Sign) -> Markup {
    view! { <svg class="people-key" viewBox="0 0 10 10" width="16" height="16" aria-hidden="true" focusable="false">{sign.shape()}</svg> }
        .markup()
}

/// The groups as one picture, from where the text begins. The words beside it say the same: screen readers pass it over.
pub(super) fn crowd(groups: &[(Sign, usize)], columns: usize) -> Markup {
    let columns = u32::try_from(columns).unwrap_or(10);
    let mut bands = Vec::new();
    let mut from = 0;
    for (sign, number) in groups {
        let number = u32::try_from(*number).unwrap_or_default();
        for (x, y, width, height) in bands_of(from, from + number, columns) {
            let fill = format!("url(#{})", sign.id());
            bands.push(view! { <rect x=x * 10 y=y * 10 width=width * 10 height=height * 10 fill=fill /> });
        }
        from += number;
    }
    let size = format!("0 0 {} {}", columns * 10, from.div_ceil(columns) * 10);
    view! { <svg class="crowd" viewBox=size aria-hidden="true" focusable="false">{bands}</svg> }.markup()
}

/// A line a group, with its sign and its number in words.
pub(super) fn legend(page: &Page, lines: &[(Sign, &Localised, usize)]) -> Markup {
    let lines = lines
        .iter()
        .map(|(sign, text, number)| {
            view! { <li>{key(*sign)}<span>{counted(page, text, &[("number", *number)])}</span></li> }
        })
        .collect_view();
    view! { <ul class="people-legend">{lines}</ul> }.markup()
}

/// The picture of invented numbers, with its legend.
pub(super) fn invented(page: &Page, signs: &[Sign], legend_texts: &[Localised], numbers: &[u32]) -> Markup {
    let numbers: Vec<usize> =
        numbers.iter().map(|number| usize::try_from(*number).unwrap_or_default()).collect();
    let groups: Vec<_> = signs.iter().copied().zip(numbers.iter().copied()).collect();
    let lines: Vec<_> = signs
        .iter()
        .zip(legend_texts)
        .zip(&numbers)
        .map(|((sign, text), number)| (*sign, text, *number))
        .collect();
    view! { {crowd(&groups, 10)}{legend(page, &lines)} }.markup()
}
