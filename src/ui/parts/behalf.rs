//! "For whom I answer": three native radio buttons, none preselected. No name is asked for.

use crate::content::Word;
use crate::record::{Behalf, behalf_word};
use crate::ui::Page;
use crate::ui::screens::WISHES_FORM;
use leptos::prelude::*;

/// The question.
pub fn behalf(page: &Page) -> AnyView {
    let all = Behalf::ALL.map(|one| {
        let id = format!("behalf-{}", one.code());
        view! {
            <label class="request" for=id.clone()>
                <input
                    type="radio"
                    id=id.clone()
                    name="behalf"
                    value=one.code()
                    form=WISHES_FORM
                    autocomplete="off"
                />
                <span>{page.word(behalf_word(one))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="request-list behalf">
            <legend>{page.word(Word::BehalfTitle)}</legend>
            {all.collect_view()}
        </fieldset>
    }
    .into_any()
}
