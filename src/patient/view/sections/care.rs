//! "AI in my care": a line with five stops, and the uses hang on it.

use super::start::understanding;
use crate::content::{Picture, Stage, Word};
use crate::patient::view::Page;
use crate::patient::view::parts::{ask_someone, card, own_tool_card, picked, untold_list, walk_end};
use crate::register::Use;
use crate::view::{IntoMarkup, Markup, picture};
use leptos::prelude::*;

/// The timeline. A use that happens in several stages stands at the first and is named at the others. Without a register only
/// the patients' own tools are known: they stand at home on every page.
pub fn care(page: &Page) -> Markup {
    let (said, stops) = match page.register() {
        Some(register) => {
            let lead = view! { <p class="lead">{page.word(Word::CareLead)}</p> }.markup();
            (lead, Vec::from(Stage::ALL.map(|stage| stop(page, &register.uses, stage))))
        }
        None => {
            let said = view! { <p>{page.word(Word::GeneralCare)}</p> }.markup();
            let home = (!page.notice.own_tools.is_empty()).then(|| stop(page, &[], Stage::Home));
            (said, home.into_iter().collect())
        }
    };
    let stops =
        (!stops.is_empty()).then(|| view! { <ol class="timeline">{stops.into_iter().collect_view()}</ol> });
    view! {
        <section id="care" class="section" aria-labelledby="care-title">
            <h2 id="care-title" tabindex="-1">{page.word(Word::CareTitle)}</h2>
            {said}
            {picked(page, false)}
            {stops}
            {walk_end(page)}
            {untold_list(page)}
            {understanding(page)}
            {ask_someone(page)}
        </section>
    }
    .markup()
}

fn stop(page: &Page, uses: &[Use], stage: Stage) -> Markup {
    let (name, means) = match stage {
        Stage::Before => (Word::StageBefore, Word::StageBeforeMeans),
        Stage::During => (Word::StageDuring, Word::StageDuringMeans),
        Stage::After => (Word::StageAfter, Word::StageAfterMeans),
        Stage::Home => (Word::StageHome, Word::StageHomeMeans),
        Stage::Behind => (Word::StageBehind, Word::StageBehindMeans),
    };
    let first = |one: &&Use| one.stages.first() == Some(&stage);
    let cards = uses.iter().filter(first).map(|one| card(page, one));
    let own_tools = page.notice.own_tools.iter().filter(first).map(|one| own_tool_card(page, one));
    let mut cards: Vec<_> = cards.chain(own_tools).collect();
    let others = others(page, stage, &mut cards);
    let also = uses.iter().filter(|one| one.stages.contains(&stage) && one.stages.first() != Some(&stage));
    let also: Vec<_> = also
        .map(|one| view! { <li><a href=format!("#use-{}", one.id)>{page.text(&one.title)}</a></li> })
        .collect();
    let none = (cards.is_empty() && also.is_empty())
        .then(|| view! { <p class="none">{page.word(Word::StageNone)}</p> });
    view! {
        <li class="stop" id=format!("stage-{}", stage.code())>
            <div class="stop-name">
                <h3>{picture(Picture::of_stage(stage))}<span>{page.word(name)}</span></h3>
                <p>{page.word(means)}</p>
            </div>
            <div class="stop-uses">
                {cards.collect_view()}
                {others}
                {(!also.is_empty()).then(|| view! { <p>{page.word(Word::StageAlso)}</p><ul>{also}</ul> })}
                {none}
            </div>
        </li>
    }
    .markup()
}

/// How many rows a stop shows: more are a wall. What comes after them is one press away, without the program too.
const ROWS: usize = 12;

/// The cards of a stop that are too many to stand there at once, folded.
fn others(page: &Page, stage: Stage, cards: &mut Vec<Markup>) -> Option<Markup> {
    if cards.len() <= ROWS {
        return None;
    }
    let others = cards.split_off(ROWS);
    let number = others.len().to_string();
    Some(
        view! {
            <details class="others" id=format!("others-{}", stage.code())>
                <summary>{page.fill(Word::StageOthers, &[("number", &number)])}</summary>
                {others}
            </details>
        }
        .markup(),
    )
}
