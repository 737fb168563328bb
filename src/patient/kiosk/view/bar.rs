//! The bar at the foot of every screen: back and on, and the two things that must never be far away, hiding the screen and
//! erasing everything (rules 36, 48, 52). And the table of contents, closed until somebody wants it.

use crate::content::Word;
use crate::patient::kiosk::Screen;
use crate::patient::view::{Page, parts};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The bar. Its texts for "step" and for reading aloud stand beside it, for the program to put in.
pub fn bar(page: &Page) -> Markup {
    let button = |kiosk: &'static str, word: Word| {
        view! { <button type="button" class=kiosk data-kiosk=kiosk>{page.word(word)}</button> }
    };
    let steps = Screen::WAY.len().to_string();
    let step = page.fill(Word::KioskStep, &[("steps", &steps)]);
    view! {
        <nav class="bar needs-program" aria-label=page.word(Word::KioskBar)>
            <div class="sure now-and-then" role="group" aria-label=page.word(Word::EraseSure)>
                <p data-says=page.word(Word::EraseSure)></p>
                <button type="button" data-kiosk="spare" hidden>{page.word(Word::EraseSpare)}</button>
                " "
                <button type="button" data-kiosk="finish-now" hidden>{page.word(Word::EraseNow)}</button>
            </div>
            <p class="step" id="step" data-step=step data-walk-step=page.word(Word::KioskStep)></p>
            {button("back", Word::KioskBack)}
            {button("next", Word::KioskNext)}
            {button("print", Word::Print)}
            {button("begin", Word::KioskBegin)}
            {button("cover", Word::KioskCover)}
            <button
                type="button"
                class="listen"
                data-kiosk="listen"
                data-pause=page.word(Word::AloudPause)
                data-resume=page.word(Word::AloudResume)
                hidden
            >
                {page.word(Word::AloudResume)}
            </button>
            {button("finish", Word::KioskFinish)}
        </nav>
    }
    .markup()
}

/// The table of contents, with whom to ask at its end.
pub fn contents(page: &Page) -> Markup {
    view! {
        <details class="jump">
            <summary>{page.word(Word::Contents)}</summary>
            {parts::contents(page)}
        </details>
    }
    .markup()
}
