//! The practice's page: what was used is ticked on one side, what the patient takes along stands on the other.
//!
//! French, for the staff of a French place; drawn in the browser only, with a program of its own: none of it is in the
//! patient's download.

mod choose;
mod made;
mod register;
mod slip;

pub use slip::slip;

use super::{PracticeFile, State};
use crate::content::{Language, PracticeWord};
use crate::share::PageAddress;
use leptos::prelude::*;
use std::sync::Arc;

/// What the views of the page are handed.
#[derive(Clone)]
pub struct PracticePage {
    /// The words.
    pub file: Arc<PracticeFile>,
    /// What lies on the table.
    pub state: RwSignal<State>,
    /// Where the patients' page lies, beside this one.
    pub here: PageAddress,
}

impl PracticePage {
    /// A text of the page.
    pub fn word(&self, word: PracticeWord) -> String {
        self.file.words.get(word).to_owned()
    }

    /// A text of the page with its placeholders filled.
    pub fn fill(&self, word: PracticeWord, args: &[(&str, &str)]) -> String {
        self.file.words.fill(word, args)
    }
}

/// The page.
pub fn practice(page: &PracticePage) -> AnyView {
    let (state, example) = (page.clone(), page.clone());
    view! {
        <main class="document practice" lang=Language::Fr.code()>
            <h1>{page.word(PracticeWord::Title)}</h1>
            <p class="lead">{page.word(PracticeWord::Lead)}</p>
            {move || example.state.with(|state| state.place.example).then(|| {
                view! { <p class="example-note">{example.word(PracticeWord::Example)}</p> }
            })}
            <div class="table">
                {choose::choose(page)}
                <section id="made" aria-labelledby="made-title">
                    <h2 id="made-title">{page.word(PracticeWord::Made)}</h2>
                    {made::made(&state)}
                </section>
            </div>
            {register::register(page)}
        </main>
    }
    .into_any()
}
