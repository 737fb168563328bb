//! "AI in my care": a line with five stops, and the uses hang on it.

use crate::content::Stage;
use crate::content::Word;
use crate::register::Register;
use crate::ui::Page;
use crate::ui::parts::{ask_someone, card};
use leptos::prelude::*;

/// The timeline. A use that happens in several stages stands at the first and is named at the others.
pub fn care(page: &Page) -> AnyView {
    let stages = page.register().map(|register| {
        let stops = Stage::ALL.map(|stage| stop(page, register, stage));
        view! {
            <p class="lead">{page.word(Word::CareLead)}</p>
            <ol class="timeline">{stops.collect_view()}</ol>
        }
    });
    let nothing = page.register().is_none().then(|| view! { <p>{page.word(Word::GeneralCare)}</p> });
    view! {
        <section id="care" class="section" aria-labelledby="care-title">
            <h2 id="care-title" tabindex="-1">{page.word(Word::CareTitle)}</h2>
            {stages}
            {nothing}
            {ask_someone(page)}
        </section>
    }
    .into_any()
}

fn stop(page: &Page, register: &Register, stage: Stage) -> AnyView {
    let (name, means) = match stage {
        Stage::Before => (Word::StageBefore, Word::StageBeforeMeans),
        Stage::During => (Word::StageDuring, Word::StageDuringMeans),
        Stage::After => (Word::StageAfter, Word::StageAfterMeans),
        Stage::Home => (Word::StageHome, Word::StageHomeMeans),
        Stage::Behind => (Word::StageBehind, Word::StageBehindMeans),
    };
    let here = register.uses.iter().filter(|one| one.stages.first() == Some(&stage));
    let cards: Vec<_> = here.map(|one| card(page, one)).collect();
    let also =
        register.uses.iter().filter(|one| one.stages.contains(&stage) && one.stages.first() != Some(&stage));
    let also: Vec<_> = also
        .map(|one| view! { <li><a href=format!("#use-{}", one.id)>{page.text(&one.title)}</a></li> })
        .collect();
    let none = (cards.is_empty() && also.is_empty())
        .then(|| view! { <p class="none">{page.word(Word::StageNone)}</p> });
    view! {
        <li class="stop" id=format!("stage-{}", stage.code())>
            <div class="stop-name">
                <h3>{page.word(name)}</h3>
                <p>{page.word(means)}</p>
            </div>
            <div class="stop-uses">
                {cards.collect_view()}
                {(!also.is_empty()).then(|| view! { <p>{page.word(Word::StageAlso)}</p><ul>{also}</ul> })}
                {none}
            </div>
        </li>
    }
    .into_any()
}
