//! The code of the answers, as letters to read out and as a QR code to scan. Drawn only after an explicit press.

use super::Sides;
use crate::content::Word;
use crate::patient::view::Context;
use crate::record::{Qr, Questionnaire, Slots};
use crate::view::qr;
use leptos::prelude::*;

/// The code in letters, if the patient has asked for it. `None` in it where there is too much to answer for one.
pub fn code_text(page: &Context, questionnaire: &Questionnaire) -> Option<Option<String>> {
    let visit = page.visit.get();
    let code = || visit.code(questionnaire.fingerprint, page.today);
    visit.shows_code.then(|| code().write(&Slots::of_questionnaire(questionnaire)).ok())
}

/// The code, as the sheet shows it. Without one the sheet says why.
pub fn code(sides: &Sides, text: Option<String>) -> AnyView {
    let Some(text) = text else {
        let note = sides.both(|page| page.word(Word::CodeTooLong).into_any());
        return view! { <div class="code-note">{note}</div> }.into_any();
    };
    let qr = Qr::of(&text).map(|code| qr(&code, sides.own.word(Word::CodePicture)));
    view! {
        <div class="code" id="code">
            {qr}
            <div>
                <p class="code-text"><bdi dir="ltr" translate="no">{text}</bdi></p>
                <div class="code-contains">{sides.both(|page| page.word(Word::CodeContains).into_any())}</div>
            </div>
        </div>
    }
    .into_any()
}
