//! What the entry of the history remembers of this page: how it is read. It is no storage: it goes with the tab, no server sees it, and
//! coming back to the page by reloading finds it again.

use super::window;
use gloo_events::EventListener;
use wasm_bindgen::JsValue;

/// What was put into this entry.
pub fn entry() -> Option<String> {
    window()?.history().ok()?.state().ok()?.as_string()
}

/// Puts this into the entry, in the place of what was there.
pub fn put_into_entry(text: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // In a frame of no origin it may be refused; then a reload begins anew.
        let _ = history.replace_state_with_url(&JsValue::from_str(text), "", None);
    }
}

/// Calls `then` whenever a link inside the page has made an entry of its own. Listens as long as the document lives.
pub fn on_new_entry(then: impl Fn() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "hashchange", move |_| then()).forget();
    }
}
