//! The browser program: reads the notice, draws the page, takes over what the patient has already done.
//!
//! `boot.js` loads this program and the notice, and calls [`start`]. If anything fails, the prerendered page stays.

use eclaire::browser::{self, Place, events_before};
use eclaire::forms::Form;
use eclaire::notice::Notice;
use eclaire::ui::{Page, document, title};
use eclaire::visit::Visit;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

fn main() {}

/// Replaces the prerendered page by the living one.
///
/// # Errors
/// A text for the console, if the notice cannot be read or the page has no place for the program. The prerendered
/// page is then still there, untouched.
#[wasm_bindgen]
pub fn start(notice: &[u8]) -> Result<(), JsValue> {
    let notice = Notice::from_bytes(notice).map_err(|_| JsValue::from_str("the notice is from another version"))?;
    let found = browser::document().and_then(|document| document.get_element_by_id("eclaire"));
    let still = found.ok_or_else(|| JsValue::from_str("the page has no element with the id eclaire"))?;
    let living = browser::document()
        .and_then(|document| document.create_element("div").ok())
        .ok_or_else(|| JsValue::from_str("the page takes no new element"))?;
    living.set_id("eclaire");

    let notice = Arc::new(notice);
    let visit = RwSignal::new(Visit::begin(notice.first_language()));
    let root = living.clone().unchecked_into();
    // The page lives as long as the document.
    leptos::mount::mount_to(root, move || app(notice, visit)).forget();

    // From here on nothing can fail, and nothing waits: what is ticked, open and focused is taken over at once.
    for event in events_before(&still) {
        visit.update(|visit| visit.apply(event));
    }
    let place = Place::of(&still);
    still.replace_with_with_node_1(&living)?;
    place.restore(&living);
    Ok(())
}

/// The page in the language of the visit; a switch of language draws it anew.
fn app(notice: Arc<Notice>, visit: RwSignal<Visit>) -> impl IntoView {
    let reading = Memo::new(move |_| visit.with(|visit| (visit.language, visit.level)));
    let page = move || {
        let (language, level) = reading.get();
        Page { notice: notice.clone(), language, level, visit, form: Form::Page, port: browser::port() }
    };
    let described = page.clone();
    Effect::new(move || {
        let page = described();
        browser::describe(page.language, page.language.direction(), &title(&page));
    });
    move || document(page())
}
