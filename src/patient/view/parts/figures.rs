//! What people in France said about AI in care: each figure as so many out of 100, with its source.

use crate::content::{Figure, Word, fill};
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The figures, closed until somebody wants them.
pub fn figures(page: &Page) -> Markup {
    let all = page.notice.figures.iter().map(|one| figure(page, one)).collect_view();
    view! {
        <details id="figures">
            <summary><h3>{page.word(Word::FiguresTitle)}</h3></summary>
            <p>{page.word(Word::FiguresLead)}</p>
            <ul>{all}</ul>
        </details>
    }
    .markup()
}

/// The sentence carries its numbers; one denominator for all (rule 10).
fn figure(page: &Page, one: &Figure) -> Markup {
    let of = one.of.to_string();
    let out_of = |number: u32| page.fill(Word::OutOf, &[("number", &number.to_string()), ("of", &of)]);
    let numbers: Vec<_> = one.numbers.iter().map(|(name, number)| (name.as_str(), out_of(*number))).collect();
    let numbers: Vec<_> = numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let sentence = fill(&page.plain(&one.sentence), &numbers);
    let source = page.fill(Word::FigureSource, &[("source", &one.source), ("year", &one.year.to_string())]);
    view! { <li id=format!("figure-{}", one.id)>{sentence} " " <span class="sources">{source}</span></li> }
        .markup()
}
