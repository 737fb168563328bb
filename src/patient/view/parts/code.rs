//! The code of the answers, as letters to read out and as a QR code to scan. Drawn only after an explicit press.

use super::Sides;
use crate::content::Word;
use crate::patient::view::Context;
use crate::record::{Qr, Questionnaire, Slots};
use crate::view::qr;
use leptos::prelude::*;

/// The code, if the patient has asked for it. A questionnaire with too much to answer has none; the sheet says so.
pub fn code(page: &Context, sides: &Sides, questionnaire: &Questionnaire) -> AnyView {
    let visit = page.visit.get();
    if !visit.shows_code {
        return ().into_any();
    }
    let code = visit.code(questionnaire.fingerprint, page.today);
    let Ok(text) = code.write(&Slots::of_questionnaire(questionnaire)) else {
        let note = sides.both(|page| page.word(Word::CodeTooLong).into_any());
        return view! { <div class="code-note">{note}</div> }.into_any();
    };
    let qr = Qr::of(&text).map(|code| qr(&code, sides.own.word(Word::CodePicture)));
    view! {
        <div class="code" id="code">
            {qr}
            <div>
                <p class="code-text"><bdi dir="ltr" translate="no">{text}</bdi></p>
                {sides.both(|page| page.word(Word::CodeContains).into_any())}
            </div>
        </div>
    }
    .into_any()
}
