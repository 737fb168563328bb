//! The code of the answers, as letters to read out and as a QR code to scan. Drawn only after an explicit press.

use super::Sides;
use crate::content::Word;
use crate::patient::view::Context;
use crate::record::{Qr, Questionnaire, Slots};
use crate::view::qr;
use crate::view::shapes::{self, block};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The code in letters, if the patient has asked for it. `None` in it where there is too much to answer for one.
pub fn code_text(page: &Context, questionnaire: &Questionnaire) -> Option<Option<String>> {
    let code = || page.visit.code(questionnaire.fingerprint, page.today);
    page.visit.shows_code.then(|| code().write(&Slots::of_questionnaire(questionnaire)).ok())
}

/// The code, as the sheet shows it. Without one the sheet says why.
pub fn code(sides: &Sides, text: Option<String>) -> Markup {
    let Some(text) = text else {
        return block("code-note", sides.both(|page| shapes::text(page.word(Word::CodeTooLong))));
    };
    let qr = Qr::of(&text).map(|code| qr(&code, sides.own.word(Word::CodePicture).to_owned()));
    view! {
        <div class="code" id="code">
            {qr}
            <div>
                <p class="code-text"><bdi dir="ltr" translate="no">{text}</bdi></p>
                {block("code-contains", sides.both(|page| shapes::text(page.word(Word::CodeContains))))}
            </div>
        </div>
    }
    .markup()
}
