//! One request: a native checkbox. Asked or not; the team answers.

use super::WISHES_FORM;
use crate::choices::AskedId;
use crate::patient::view::Page;
use crate::record::request_word;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The checkbox of a request. Without the program it can be ticked and printed all the same.
pub fn request(page: &Page, asked: &AskedId) -> Markup {
    let item = asked.item.as_ref().map(ToString::to_string).unwrap_or_default();
    let id = format!("ask-{item}_{}", asked.request.code());
    view! {
        <div>
            <label class="request" for=id.clone()>
                <input type="checkbox" id=id.clone() value=asked.request.code() data-item=item form=WISHES_FORM />
                <span>{page.word(request_word(asked.request))}</span>
            </label>
        </div>
    }
    .markup()
}
