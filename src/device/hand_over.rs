//! Handing a text to the patient's own device: the clipboard, a file, the printer. Nothing of it leaves the device.

use super::{document, window};
use gloo_events::EventListener;
use gloo_file::{Blob, ObjectUrl};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlDocument};

/// Copies the text of an element. `false` if the browser does not let it: the text is selected then, for the patient to
/// copy. The old command is used because it needs no permission and works in every browser of our floor.
pub fn copy(element: &Element) -> bool {
    let Some(selection) = window().and_then(|window| window.get_selection().ok().flatten()) else {
        return false;
    };
    if selection.select_all_children(element).is_err() {
        return false;
    }
    let document = document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Saves a text as a file. Where downloads are refused (a frame without `allow-downloads`), nothing happens.
pub fn save(name: &str, kind: &str, text: &str) {
    let Some(document) = document() else { return };
    let link = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else { return };
    let address = ObjectUrl::from(Blob::new_with_options(text, Some(kind)));
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser reads the file after this function has ended: the address lives a little longer.
    gloo_timers::callback::Timeout::new(60_000, move || drop(address)).forget();
}

/// Prints the page. `false` where nothing says that it will: without `print`, in an app that lets it do nothing, in a frame without
/// `allow-modals`. Some telephones say so only later: then paper may come out all the same.
pub fn print() -> bool {
    let Some(window) = window() else { return false };
    let begun = Rc::new(Cell::new(false));
    let hears = begun.clone();
    let _listener = EventListener::once(&window, "beforeprint", move |_| hears.set(true));
    // What is to be printed stays on the screen, nothing is lost.
    window.print().is_ok() && begun.get()
}
