//! The frame in which the page stands: what its address brings, how the page looks in it, and its height for the host.

use super::{document, window};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// What stands after `#` in the address of this page, with its `#`.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Names on the root of the page and tokens of the style: what is `None` stays as the style has it.
pub fn look(names: &[(&str, Option<&str>)], tokens: &[(&str, Option<String>)]) {
    let root = document().and_then(|document| document.document_element());
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    for (name, value) in names {
        // Setting an attribute or a custom property fails in no browser.
        let _ = value.map(|value| root.set_attribute(name, value));
    }
    for (token, value) in tokens {
        let _ = value.as_ref().map(|value| root.style().set_property(token, value));
    }
}

/// Tells the page around the frame how tall `root` is, now and whenever that changes, until someone uses the page: from then on
/// its height would tell which card is open and which answer was given. One whole number, and nothing else ever; to whoever
/// that page is, for its address is not known here.
pub fn tell_height(root: &Element) {
    let Some(window) = window() else { return };
    let Some(parent) = window.parent().ok().flatten() else { return };
    let told = root.clone();
    let tell = Closure::<dyn FnMut()>::new(move || {
        let message = js_sys::Object::new();
        let height = told.get_bounding_client_rect().height().ceil();
        // A new object takes every property, and a message without a target origin is never refused.
        let _ = js_sys::Reflect::set(&message, &"eclaire".into(), &"height".into());
        let _ = js_sys::Reflect::set(&message, &"height".into(), &height.into());
        let _ = parent.post_message(&message, "*");
    });
    if let Ok(observer) = ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(root);
        // Before the page itself hears of it.
        for used in ["pointerdown", "keydown", "click"] {
            let observer = observer.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&window, used, options, move |_| observer.disconnect()).forget();
        }
        // It lives as long as the page.
        tell.forget();
    }
}
