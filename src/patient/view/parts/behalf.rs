//! "For whom I answer": three native radio buttons, none preselected. No name is asked for. Who only helps has no choice of
//! their own: the law gives a helper no answer to give, so they are told before it that the person answers for herself.

use super::WISHES_FORM;
use crate::content::Word;
use crate::patient::view::Page;
use crate::record::{Behalf, behalf_word};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The question.
pub fn behalf(page: &Page) -> Markup {
    let all = Behalf::ALL.map(|one| {
        let id = format!("behalf-{}", one.code());
        view! {
            <div>
                <label class="request" for=id.clone()>
                    <input
                        type="radio"
                        id=id.clone()
                        name="behalf"
                        value=one.code()
                        form=WISHES_FORM
                    />
                    <span>{page.word(behalf_word(one))}</span>
                </label>
            </div>
        }
    });
    view! {
        <fieldset class="request-list behalf">
            <legend>{page.word(Word::BehalfTitle)}</legend>
            <p class="hint">{page.word(Word::BehalfHelp)}</p>
            {all.collect_view()}
        </fieldset>
    }
    .markup()
}
