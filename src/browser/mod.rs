//! The only code that touches the browser: document, focus, clock, print.
//!
//! It implements the [`Port`] of the views and finds what the patient did before the program was there. It must not
//! know what anything means.

mod adopt;
mod place;

pub use adopt::events_before;
pub use place::Place;

use crate::content::{Date, Direction, Language};
use crate::ui::Port;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window, if this runs in a page.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document, if this runs in a page.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The elements that match a selector, in the order of the document.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect()
}

/// The hands of the views.
pub fn port() -> Port {
    Port { print, focus, keep_place: place::keep_place, today }
}

/// Tells the document its language, direction and title.
pub fn describe(language: Language, direction: Direction, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // Setting these two attributes on the root fails in no browser.
        let _ = root.set_attribute("lang", language.code());
        let _ = root.set_attribute("dir", direction.attribute());
    }
}

fn print() {
    if let Some(window) = window() {
        // Refused in a frame without `allow-modals`: the sheet stays on the screen, nothing is lost.
        let _ = window.print();
    }
}

fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}
