//! A button that has the text read aloud by the device's own voice. The program shows it where there is such a voice (rules 70, 71).

use crate::content::Word;
use crate::patient::view::Page;
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The button, with what it says until somebody listens, and what one should know before. Nothing where no program could show it,
/// and at a kiosk, whose bar has its own.
pub fn listening(page: &Page, begins: Word, hint: Option<Word>) -> Markup {
    if !page.form.has_program() || page.form == Form::Kiosk {
        return ().markup();
    }
    let hint = hint.map(|hint| view! { <p class="hint" data-says=page.word(hint)></p> });
    view! {
        <div class="listening now-and-then">
            <button
                type="button"
                data-listen=""
                data-pause=page.word(Word::AloudPause)
                data-resume=page.word(begins)
                hidden
            ></button>
            {hint}
        </div>
    }
    .markup()
}
