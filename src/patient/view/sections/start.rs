//! The first screen: is AI used here, what for, who decides, what can I say, whom do I ask, in at most 60 words; then what brings one
//! here.

use crate::content::Word;
use crate::patient::view::parts::{
    alarms, ask_someone, crowd_signs, figures, five, less_sure, moments, named_place, quiz, reading,
};
use crate::patient::view::{Page, Prose};
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The five answers, then the moments of care.
pub fn start(page: &Page) -> Markup {
    let broken = !page.notice.problems.is_empty();
    view! {
        <section id="start" class="section" aria-labelledby="start-title">
            <h1 id="start-title" tabindex="-1">{page.word(Word::Title)}</h1>
            {named_place()}
            {five(page)}
            {broken.then(|| view! { <p class="overdue">{page.word(Word::RegisterBroken)}</p> })}
            {moments(page)}
            {(page.form == Form::Kiosk).then(|| ask_someone(page))}
        </section>
    }
    .markup()
}

/// How AI in care works, for those who want to know.
pub(super) fn understanding(page: &Page) -> Markup {
    let parts = page.notice.understanding.iter().map(|part| {
        let prose = Prose::new(page);
        view! {
            <div class="idea" id=format!("idea-{}", part.id)>
                <h4>{page.text(&part.title)}</h4>
                <p>{prose.text(&part.text)}</p>
                <p class="example"><span class="example-word">{page.word(Word::ForExample)}</span> " " {prose.text(&part.example)}</p>
            </div>
        }
    });
    view! {
        <details id="understanding">
            <summary><h3>{page.word(Word::HowItWorks)}</h3></summary>
            {parts.collect_view()}
        </details>
        {crowd_signs()}
        {reading(page)}
        {alarms(page)}
        {less_sure(page)}
        {quiz(page)}
        {figures(page)}
    }
    .markup()
}
