//! One request: a native checkbox. Asked or not; the team answers.

use crate::choices::{AskedId, Request};
use crate::content::Word;
use crate::ui::Page;
use crate::visit::Event;
use leptos::prelude::*;

/// The words of a request, as the patient would say it.
pub fn request_text(page: &Page, request: Request) -> String {
    page.word(match request {
        Request::Explanation => Word::RequestExplanation,
        Request::HumanReading => Word::RequestHumanReading,
        Request::OtherOpinion => Word::RequestOtherOpinion,
        Request::Talk => Word::RequestTalk,
    })
}

/// The checkbox of a request. Without the program it can be ticked and printed all the same.
pub fn request(page: &Page, asked: AskedId) -> AnyView {
    let text = request_text(page, asked.request);
    let item = asked.item.as_ref().map(|item| item.to_string()).unwrap_or_default();
    let html_id = format!("ask-{item}-{}", asked.request.code());
    let visit = page.visit;
    let is_asked = {
        let asked = asked.clone();
        move || visit.with(|visit| visit.answers.has_asked(&asked))
    };
    let page = page.clone();
    let code = asked.request.code();
    let change = move |event: leptos::ev::Event| {
        page.happen(Event::Ask(asked.clone(), event_target_checked(&event)));
    };
    view! {
        <label class="request" for=html_id.clone()>
            <input
                type="checkbox"
                id=html_id.clone()
                name="ask"
                value=code
                data-item=item
                autocomplete="off"
                prop:checked=is_asked
                on:change=change
            />
            <span>{text}</span>
        </label>
    }
    .into_any()
}
