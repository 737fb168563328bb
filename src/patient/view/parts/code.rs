//! The code of the answers, as letters to read out and as a QR code to scan. Drawn only after an explicit press.

use super::Sides;
use crate::content::Word;
use crate::patient::view::Context;
use crate::record::{Qr, Questionnaire, Slots};
use crate::view::qr;
use crate::view::shapes::{self, block};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The code, if the patient has asked for it. A questionnaire with too much to answer has none; the sheet says so.
pub fn code(page: &Context, sides: &Sides, questionnaire: &Questionnaire) -> Markup {
    if !page.visit.shows_code {
        return Markup::default();
    }
    let code = page.visit.code(questionnaire.fingerprint, page.today);
    let Ok(text) = code.write(&Slots::of_questionnaire(questionnaire)) else {
        return block("code-note", sides.both(|page| shapes::text(page.word(Word::CodeTooLong))));
    };
    let qr = Qr::of(&text).map(|code| qr(&code, sides.own.word(Word::CodePicture).to_owned()));
    view! {
        <div class="code" id="code">
            {qr}
            <div>
                <p class="code-text"><bdi dir="ltr" translate="no">{text}</bdi></p>
                {sides.both(|page| shapes::text(page.word(Word::CodeContains)))}
            </div>
        </div>
    }
    .markup()
}
