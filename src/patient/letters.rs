//! The letters on the page: written anew when something was said, printed, copied, saved.

use crate::device::{all, document, window};
use crate::device::{copy, print, save};
use gloo_events::EventListener;
use web_sys::Element;

/// The mark on the letter that is being printed, and on the page meanwhile.
const PRINTED: &str = "data-printed";

/// Writes each letter anew.
pub(super) fn write(root: &Element, write: impl Fn(&str) -> Option<String>) {
    for place in all::<Element>(root, "[data-text]") {
        let text = place.get_attribute("data-text").and_then(|letter| write(&letter));
        if let Some(text) = text.filter(|text| place.text_content().as_ref() != Some(text)) {
            place.set_text_content(Some(&text));
        }
    }
}

/// Does what a button of a letter stands for.
pub(super) fn act(root: &Element, button: &Element) {
    let name = button.get_attribute("data-letter").unwrap_or_default();
    let Some(place) = all::<Element>(root, &format!("[data-text={name}]")).into_iter().next() else { return };
    match button.get_attribute("data-do").as_deref() {
        Some("print-letter") => print_letter(place),
        Some("copy-letter") => {
            let said = if copy(&place) { "data-copied" } else { "data-selected" };
            for status in all::<Element>(root, &format!("#letter-{name} [data-copied]")) {
                status.set_text_content(status.get_attribute(said).as_deref());
            }
        }
        Some("save-letter") => {
            let text = place.text_content().unwrap_or_default();
            save(&format!("eclaire-{name}.txt"), "text/plain;charset=utf-8", &text);
        }
        _ => {}
    }
}

/// Prints one letter alone: the style hides everything else while the page and the letter are marked.
fn print_letter(place: Element) {
    let (Some(window), Some(root)) = (window(), document().and_then(|document| document.document_element()))
    else {
        return;
    };
    // Setting and removing an attribute fails in no browser.
    let _ = root.set_attribute(PRINTED, "letter");
    let _ = place.set_attribute(PRINTED, "");
    let after = move |_: &web_sys::Event| {
        let _ = root.remove_attribute(PRINTED);
        let _ = place.remove_attribute(PRINTED);
    };
    EventListener::once(&window, "afterprint", after).forget();
    print();
}
