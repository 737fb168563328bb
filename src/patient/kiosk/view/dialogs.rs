//! The two dialogs: "are you still there?", and the cover over everything. Nothing else is ever a dialog (rule 59).

use crate::content::Word;
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// Both, closed.
pub fn dialogs(page: &Page) -> Markup {
    let button = |class: &'static str, kiosk: &'static str, word: Word| {
        view! { <button type="button" class=class data-kiosk=kiosk>{page.word(word)}</button> }
    };
    // Filled in by the program; a text that changes every second is not announced every second.
    let left = page.word(Word::IdleLeft);
    view! {
        <dialog class="still-there" role="alertdialog" aria-labelledby="idle-title" aria-describedby="idle-left">
            <h2 id="idle-title">{page.word(Word::IdleTitle)}</h2>
            <p id="idle-left" data-left=left></p>
            {button("stay", "stay", Word::IdleStay)}
            {button("finish", "finish", Word::KioskFinish)}
            <p class="visually-hidden" role="alert" data-alert></p>
        </dialog>
        <dialog class="cover-all" aria-labelledby="covered">
            <p id="covered">{page.word(Word::KioskCovered)}</p>
            {button("uncover", "uncover", Word::KioskUncover)}
            {button("finish", "finish", Word::KioskFinish)}
        </dialog>
    }
    .markup()
}
