//! The desk's page: one patient's record in French, with what the patient read beside it, and what to do with it.
//!
//! French, for the staff of a French place; drawn in the browser only, with a program of its own: none of it is in the
//! patient's download.

mod outputs;
mod record;
mod refusal;

use super::{DeskFile, NotThatDay, State};
use crate::content::{Date, DeskWord, Language};
use crate::record::{DeliveryNumber, Moment};
use crate::view::anew;
use leptos::prelude::*;
use std::sync::Arc;

/// What the views of the desk are handed.
#[derive(Clone)]
pub struct DeskPage {
    /// The words.
    pub file: Arc<DeskFile>,
    /// What lies on the desk.
    pub state: RwSignal<State>,
    /// How what lies there is handed over: a number of its own, and when.
    pub handed: RwSignal<(DeliveryNumber, Option<Moment>)>,
}

impl DeskPage {
    /// A text of the desk.
    pub fn word(&self, word: DeskWord) -> String {
        self.file.words.get(word).to_owned()
    }

    /// The day on which what lies there was read back, followed.
    fn read_back(&self) -> Memo<Option<Date>> {
        let state = self.state;
        Memo::new(move |_| {
            state.with(|state| match state {
                State::Open(opened) => opened.read_back,
                _ => None,
            })
        })
    }

    /// Why it could not be read back, followed: also when someone tries once more and it is the same.
    fn not_that_day(&self) -> Option<NotThatDay> {
        self.state.with(|state| match state {
            State::Open(opened) => opened.not_that_day,
            _ => None,
        })
    }

    /// A text of the desk with its placeholders filled.
    pub fn fill(&self, word: DeskWord, args: &[(&str, &str)]) -> String {
        self.file.words.fill(word, args)
    }
}

/// The page.
pub fn desk(page: &DeskPage) -> AnyView {
    let shown = page.clone();
    let state = page.state;
    // What lies there; whether it was read back changes nothing of it, and is ticked on a control that has the focus.
    let laid = Memo::new(move |_| {
        let mut laid = state.get();
        if let State::Open(opened) = &mut laid {
            opened.not_read_back();
        }
        laid
    });
    view! {
        <main class="document desk" lang=Language::Fr.code()>
            <h1>{page.word(DeskWord::Title)}</h1>
            <p class="lead">{page.word(DeskWord::Lead)}</p>
            <form id="read" method="dialog" autocomplete="off">
                <label for="code">{page.word(DeskWord::CodeLabel)}</label>
                <p class="hint" id="code-hint">{page.word(DeskWord::CodeHint)}</p>
                <div class="entry">
                    <input
                        type="text"
                        id="code"
                        name="code"
                        aria-describedby="code-hint"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        translate="no"
                    />
                    <button type="submit" class="print">{page.word(DeskWord::ReadCode)}</button>
                </div>
                <label for="file">{page.word(DeskWord::FileLabel)}</label>
                <input type="file" id="file" accept=".json,application/json" />
                <p><button type="reset" data-do="next">{page.word(DeskWord::Next)}</button></p>
            </form>
            <div id="result" role="status" tabindex="-1">{anew(move || result(&shown, laid))}</div>
        </main>
    }
    .into_any()
}

fn result(page: &DeskPage, laid: Memo<State>) -> AnyView {
    match laid.get() {
        State::Empty => ().into_any(),
        State::Erased => view! { <p>{page.word(DeskWord::Erased)}</p> }.into_any(),
        State::Refused(refusal) => refusal::refusal(page, &refusal),
        State::Open(opened) => {
            view! { {record::record(page, &opened)}{outputs::outputs(page, &opened)} }.into_any()
        }
    }
}
