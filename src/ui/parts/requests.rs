//! One request: a native checkbox. Asked or not; the team answers.

use crate::choices::{AskedId, Request};
use crate::record::request_word;
use crate::ui::Page;
use leptos::prelude::*;

/// The words of a request, as the patient would say it.
pub fn request_text(page: &Page, request: Request) -> String {
    page.word(request_word(request))
}

/// The checkbox of a request. Without the program it can be ticked and printed all the same.
pub fn request(page: &Page, asked: &AskedId) -> AnyView {
    let item = asked.item.as_ref().map(ToString::to_string).unwrap_or_default();
    let id = format!("ask-{item}_{}", asked.request.code());
    view! {
        <label class="request" for=id.clone()>
            <input type="checkbox" id=id.clone() name="ask" value=asked.request.code() data-item=item autocomplete="off" />
            <span>{request_text(page, asked.request)}</span>
        </label>
    }
    .into_any()
}
