//! What the patient ticked before the program was there.
//!
//! The page arrives with native radio buttons and checkboxes. When the program starts it reads them once and lets the
//! same events happen that a tap would have caused.

use super::all;
use crate::choices::{Answer, AskedId, Id, QuestionId, Request};
use crate::visit::Event;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// The events that the ticked controls under `root` stand for.
pub fn events_before(root: &Element) -> Vec<Event> {
    all(root, "input:checked").into_iter().filter_map(|input| event(&input.dyn_into().ok()?)).collect()
}

fn event(input: &HtmlInputElement) -> Option<Event> {
    let item = input.get_attribute("data-item").unwrap_or_default();
    match input.get_attribute("data-question") {
        Some(question) => {
            let id = QuestionId { item: Id::parse(&item)?, question: Id::parse(&question)? };
            Some(Event::Answer(id, Some(Answer::from_code(&input.value())?)))
        }
        None => {
            let request = Request::ALL.into_iter().find(|request| request.code() == input.value())?;
            Some(Event::Ask(AskedId { item: Id::parse(&item), request }, true))
        }
    }
}
