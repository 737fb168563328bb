//! Why software may be less sure for some: how many of the examples that it has learned from are like the reader. Shapes, no people:
//! whom a reader takes for "like me" is nobody's to draw.

use super::crowd::{Sign, invented};
use super::{counted, explorable, named, says};
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// Like the reader, others.
const SIGNS: [Sign; 2] = [Sign::Full, Sign::Ring];

/// The picture.
pub fn less_sure(page: &Page) -> Option<Markup> {
    let one = named(page, "less-sure")?;
    let here = page.register().map(|register| {
        let (told, untold): (Vec<_>, Vec<_>) = register.uses.iter().partition(|one| one.less_sure.is_some());
        // A card is counted here as on the first screen: with the patients' own tools.
        let own = &page.notice.own_tools;
        let own_told = own.iter().filter(|one| one.less_sure.is_some()).count();
        let numbers = [("told", told.len() + own_told), ("all", register.uses.len() + own.len())];
        let missing = super::my_data::names(page, &untold);
        view! { <p>{counted(page, &one.here, &numbers)}</p>{missing} }.markup()
    });
    Some(explorable(
        page,
        one,
        |prose, position| {
            let picture = invented(page, &SIGNS, &one.legend, &position.numbers);
            view! { {says(prose, position)}{picture} }.markup()
        },
        here,
    ))
}
