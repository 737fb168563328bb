//! The letters on the page: written anew when something was said, printed, copied, saved.

use super::paper::print_letter;
use super::view::parts::in_paragraphs;
use crate::device::{all, copy, save};
use web_sys::Element;

/// Writes each letter anew; `tick` is the box of a line.
pub(super) fn write(root: &Element, tick: &str, write: impl Fn(&str) -> Option<String>) {
    for place in all::<Element>(root, "[data-text]") {
        let text = place.get_attribute("data-text").and_then(|letter| write(&letter));
        if let Some(text) = text.filter(|text| place.text_content().as_ref() != Some(text)) {
            place.set_inner_html(in_paragraphs(&text).as_str());
            without_boxes(&place, tick);
        }
    }
}

/// Beside a letter from whose list the boxes have left, and with them what an empty box means, what it says of them leaves too.
fn without_boxes(text: &Element, tick: &str) {
    let Some(around) = text.parent_element() else { return };
    let begins_with_box = |one: &Element| one.text_content().is_some_and(|text| text.starts_with(tick));
    let boxed = all::<Element>(text, "*").iter().any(begins_with_box);
    // A class of one word is a right one.
    let classes = around.class_list();
    let _ = if boxed { classes.remove_1("unboxed") } else { classes.add_1("unboxed") };
}

/// Does what a button of a letter stands for.
pub(super) fn act(root: &Element, button: &Element) {
    let name = button.get_attribute("data-letter").unwrap_or_default();
    let Some(place) = all::<Element>(root, &format!("[data-text={name}]")).into_iter().next() else { return };
    match button.get_attribute("data-do").as_deref() {
        Some("print-letter") => print_letter(root, &place, &format!("#letter-{name}")),
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
