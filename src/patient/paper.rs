//! What comes out of the printer: the sheet, or the letter that was asked for last.
//!
//! Telephones return from `print()` at once and say "afterprint" before the paper is drawn; a preview may be drawn again, and where
//! nothing is printed no event comes at all. So what was asked for holds until somebody does something else with the page.

use super::part::into_sight;
use crate::device::{all, document, print, window};
use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Element, ScrollLogicalPosition};

/// The mark on the letter that is the paper, and on the page meanwhile: the style hides everything else.
const PRINTED: &str = "data-printed";

/// Everything with which somebody goes on. A press of a button begins with one of them too, before it asks for its paper.
const GOES_ON: [&str; 4] = ["pointerdown", "keydown", "click", "input"];

/// Prints the sheet.
pub(super) fn print_sheet(shown: &Element) {
    forget();
    print_or_say(shown, "#sheet >");
}

/// Prints one letter alone: `text` is its text, in the part of the page with this name.
pub(super) fn print_letter(shown: &Element, text: &Element, name: &str) {
    forget();
    let root = document().and_then(|document| document.document_element());
    let letter = text.closest(".letter").ok().flatten();
    for one in root.iter().chain(&letter).chain([text]) {
        // Setting an attribute fails in no browser.
        let _ = one.set_attribute(PRINTED, "letter");
    }
    print_or_say(shown, name);
}

/// The paper is the sheet again.
pub(super) fn forget() {
    let root = document().and_then(|document| document.document_element());
    let Some(root) = root.filter(|root| root.has_attribute(PRINTED)) else { return };
    for one in all::<Element>(&root, &format!("[{PRINTED}]")).iter().chain([&root]) {
        let _ = one.remove_attribute(PRINTED);
    }
}

/// Forgets what was asked for when somebody goes on. Listens as long as the page lives.
pub(super) fn forget_when_used() {
    let Some(window) = window() else { return };
    for used in GOES_ON {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window, used, options, |_| forget()).forget();
    }
}

/// Prints; where nothing shows that the browser does, says beside the button what is left.
fn print_or_say(shown: &Element, place: &str) {
    let printed = print();
    let said = all::<Element>(shown, "[data-not-printed]").into_iter().next();
    let said = said.and_then(|one| one.get_attribute("data-not-printed")).filter(|_| !printed);
    for status in all::<Element>(shown, &format!("{place} .print-status")) {
        status.set_text_content(said.as_deref());
        if said.is_some() {
            // In the middle: at the lower edge a kiosk has a bar, whose height no style knows.
            into_sight(&status, ScrollLogicalPosition::Center);
        }
    }
}
