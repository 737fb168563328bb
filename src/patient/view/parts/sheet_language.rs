//! "Language of my sheet": native radio buttons, none preselected. Until one is pressed, the sheet speaks as the page does. Beside them the
//! program says that the words of one have not come.

use super::WISHES_FORM;
use crate::content::Word;
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The question.
pub fn sheet_language(page: &Page) -> Markup {
    let all = page.notice.sheet_languages().into_iter().map(|language| {
        let id = format!("sheet-language-{}", language.code());
        view! {
            <div>
                <label class="request" for=id.clone()>
                    <input
                        type="radio"
                        id=id.clone()
                        name="sheet-language"
                        value=language.code()
                        form=WISHES_FORM
                    />
                    <span lang=language.code() dir=language.direction().attribute() translate="no">
                        {language.own_name()}
                    </span>
                </label>
            </div>
        }
    });
    view! {
        <fieldset class="request-list behalf sheet-languages needs-program">
            <legend>{page.word(Word::SheetLanguage)}</legend>
            {all.collect_view()}
            <p class="hint">{page.word(Word::SheetLanguageHint)}</p>
            <p class="note sheet-note"></p>
        </fieldset>
    }
    .markup()
}
