//! Pictures to touch: radio buttons of which each shows one state of a picture. There is no program in it.
//!
//! The states stand in the text one after the other, each behind its button, with the sentence that it shows. The style shows the
//! one that is chosen; without a style, on paper and in old browsers all of them are read. The buttons say nothing for the patient:
//! `data-picture` keeps them apart from answers (`src/patient/controls.rs`), and the form of the wishes puts them back when everything
//! is erased, so that nobody who comes later sees what somebody has looked at.

mod alarms;
mod crowd;
mod less_sure;
mod my_data;
mod reading;

pub use alarms::alarms;
pub use crowd::crowd_signs;
pub use less_sure::less_sure;
pub use my_data::my_data;
pub use reading::reading;

use super::WISHES_FORM;
use crate::content::{Explorable, Localised, Position, fill};
use crate::patient::view::{Page, Prose};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The picture to touch of this name; none only if the content is broken.
fn named<'a>(page: &'a Page, id: &str) -> Option<&'a Explorable> {
    page.notice.explorables.iter().find(|one| one.id == id)
}

/// A picture to touch. `state` draws what is shown in a position; what the register tells stands after the picture.
fn explorable(
    page: &Page,
    one: &Explorable,
    state: impl Fn(&Prose, &Position) -> Markup,
    here: Option<Markup>,
) -> Markup {
    let prose = Prose::new(page);
    let id = format!("look-{}", one.id);
    let lead = prose.text(&one.lead);
    let states: Vec<_> = one
        .positions
        .iter()
        .enumerate()
        .map(|(at, position)| {
            let button = format!("{id}-{at}");
            view! {
                <input
                    type="radio"
                    id=button.clone()
                    name=id.clone()
                    form=WISHES_FORM
                    data-picture=""
                    checked=at == 0
                />
                <label for=button>{page.text(&position.label)}</label>
                <div class="look">{state(&prose, position)}</div>
            }
        })
        .collect();
    view! {
        <details class="explore" id=id>
            <summary><h3>{page.text(&one.title)}</h3></summary>
            <p>{lead}</p>
            <fieldset>
                <legend>{page.text(&one.asks)}</legend>
                <div class="looks">{states}</div>
            </fieldset>
            {here}
            <p class="seen">{prose.text(&one.seen)}</p>
        </details>
    }
    .markup()
}

/// What a position shows, in words.
fn says(prose: &Prose, position: &Position) -> Markup {
    view! { <p>{prose.text(&position.says)}</p> }.markup()
}

/// A text with numbers put in.
fn counted(page: &Page, text: &Localised, numbers: &[(&str, usize)]) -> String {
    let numbers: Vec<_> = numbers.iter().map(|(name, number)| (*name, number.to_string())).collect();
    let numbers: Vec<_> = numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    fill(&page.plain(text), &numbers)
}
