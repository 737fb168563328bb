//! Missed or a false alarm: the same hundred people, and a software that waits for a clearer and clearer sign. The numbers are
//! invented; what the register tells of its software stands after them, with where it comes from and who was tested.

use super::crowd::{Sign, invented};
use super::{explorable, named, says};
use crate::content::{Localised, Word, paragraphs};
use crate::patient::view::Page;
use crate::patient::view::parts::people::sentences;
use crate::register::Use;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// Ill and found, ill and missed, a false alarm, left alone.
const SIGNS: [Sign; 4] = [Sign::Full, Sign::Ring, Sign::Triangle, Sign::Dot];

/// The picture.
pub fn alarms(page: &Page) -> Option<Markup> {
    let one = named(page, "alarms")?;
    let told: Vec<&Use> = page
        .register()
        .iter()
        .flat_map(|register| &register.uses)
        .filter(|one| one.performance.is_some() && !one.by_patient)
        .collect();
    let here = (!told.is_empty()).then(|| {
        let lines = told.into_iter().map(|one| figures(page, one)).collect_view();
        // Its first line names what is folded here.
        let text = page.plain(&one.here);
        let mut text = paragraphs(&text).map(str::to_owned);
        view! {
            <details>
                <summary>{text.next()}</summary>
                {text.map(|more| view! { <p>{more}</p> }).collect_view()}
                <ul class="told">{lines}</ul>
            </details>
        }
        .markup()
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

/// The numbers of one use, as its card has them.
fn figures(page: &Page, one: &Use) -> Markup {
    let Some(performance) = &one.performance else { return Markup::default() };
    let all = sentences(page, performance);
    let of = |word: Word, text: &Option<Localised>| {
        let text = text.as_ref().map_or_else(|| page.not_told(), |text| page.text(text));
        view! { " " {page.word(word)} " " {text} }
    };
    view! {
        <li>
            <a href=format!("#use-{}", one.id)>{page.text(&one.title)}</a>
            {page.word(Word::Separator)}
            {all}
            {of(Word::PeopleStudy, &performance.study)}
            {of(Word::PeopleTestedOn, &performance.tested_on)}
        </li>
    }
    .markup()
}
