//! A part of the page that is shown now and then. What it says is in attributes until then: nothing is said by what is only hidden, where
//! a style or a browser does not know that it is.

use crate::device::all;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Shows a part, or no longer.
pub(super) fn show_part(part: &Element, shown: bool) {
    for one in all::<HtmlElement>(part, "button, a") {
        one.set_hidden(!shown);
    }
    for one in all::<Element>(part, "[data-says]") {
        one.set_text_content(one.get_attribute("data-says").filter(|_| shown).as_deref());
    }
    // A class of one word is a right one.
    let _ = part.class_list().toggle_with_force("shown", shown);
}

/// Shows these parts of a document, or no longer.
pub(super) fn show_parts(root: &Element, selector: &str, shown: bool) {
    all::<Element>(root, selector).iter().for_each(|part| show_part(part, shown));
}

/// Brings something that has just appeared into sight.
pub(super) fn into_sight(appeared: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    appeared.scroll_into_view_with_scroll_into_view_options(&options);
}
