//! The first screen: is AI used here, what for, who decides, what can I say, whom do I ask. At most 60 words.

use crate::content::Word;
use crate::patient::view::parts::{
    alarms, ask_someone, crowd_signs, figures, five, less_sure, named_place, quiz, reading,
};
use crate::patient::view::{Page, Prose};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The five answers, then how AI in care works for those who want to know.
pub fn start(page: &Page) -> Markup {
    let broken = !page.notice.problems.is_empty();
    let parts = page.notice.understanding.iter().map(|part| {
        let prose = Prose::new(page);
        view! {
            <div class="idea" id=format!("idea-{}", part.id)>
                <h2>{page.text(&part.title)}</h2>
                <p>{prose.text(&part.text)}</p>
                <p class="example"><span class="example-word">{page.word(Word::ForExample)}</span> " " {prose.text(&part.example)}</p>
            </div>
        }
    });
    view! {
        <section id="start" class="section" aria-labelledby="start-title">
            <h1 id="start-title" tabindex="-1">{page.word(Word::Title)}</h1>
            {named_place()}
            {five(page)}
            {broken.then(|| view! { <p class="overdue">{page.word(Word::RegisterBroken)}</p> })}
            <details id="understanding">
                <summary>{page.word(Word::HowItWorks)}</summary>
                {parts.collect_view()}
            </details>
            {crowd_signs()}
            {reading(page)}
            {alarms(page)}
            {less_sure(page)}
            {quiz(page)}
            {figures(page)}
            {ask_someone(page)}
        </section>
    }
    .markup()
}
