//! The reader's place: which parts are open, what has the focus, what stands at the top of the window.
//!
//! It is kept when the language or the level changes: the page in every language and at every level has the same
//! elements in the same order with the same ids.

use super::say_here::put_controls;
use crate::device::{all, document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement};

/// Without the hard words, of which each language and level has its own.
const FOCUSABLE: &str = "a[href]:not(.term), button, input, summary, [tabindex]";
const ANCHORS: &str = "section[id], article[id], fieldset[id], details[id], h3[id]";

/// A place in the document.
pub(super) struct ReadingPosition {
    open: Vec<String>,
    /// The id of what has the focus; if it has none, its position among all that can have it.
    focus: Option<(String, usize)>,
    /// The id of an element in sight, and how far below the top of the window it begins, in CSS pixels.
    anchor: Option<(String, f64)>,
}

impl ReadingPosition {
    /// Where the reader is.
    pub(super) fn of(root: &Element) -> ReadingPosition {
        let open = all::<Element>(root, "details[open][id]").iter().map(|details| details.id()).collect();
        let active = document().and_then(|document| document.active_element());
        let focus = active.and_then(|active| {
            let id = active.id();
            // Only where it has to be: a page has hundreds of them.
            let named = !id.is_empty() && active.closest(".document").is_ok_and(|one| one.is_some());
            let among = || all::<Element>(root, FOCUSABLE).iter().position(|element| *element == active);
            let at = if named { 0 } else { among()? };
            Some((id, at))
        });
        let in_sight = |element: &Element| {
            let rect = element.get_bounding_client_rect();
            // The innermost element that begins above the upper third of the window is what is being read.
            (rect.height() > 0.0 && rect.top() < 200.0).then(|| (element.id(), rect.top()))
        };
        // Below the first screen only: at the very top there is nothing to keep.
        let scrolled = window().and_then(|window| window.scroll_y().ok()).is_some_and(|y| y > 1.0);
        let anchor =
            scrolled.then(|| all::<Element>(root, ANCHORS).iter().filter_map(in_sight).next_back()).flatten();
        ReadingPosition { open, focus, anchor }
    }

    /// Whether it is the beginning of the page.
    pub(super) fn is_at_the_top(&self) -> bool {
        self.anchor.is_none()
    }

    /// Goes back there, in a document drawn anew.
    pub(super) fn restore(self, root: &Element) {
        // Not through all of them, of which few are open: an old tablet takes longer to ask than to draw.
        for details in all::<HtmlDetailsElement>(root, "details[open][id]") {
            details.set_open(self.open.contains(&details.id()));
        }
        for id in &self.open {
            let details = all::<HtmlDetailsElement>(root, &format!("details[id=\"{id}\"]"));
            for details in details {
                details.set_open(true);
                put_controls(&details, root);
            }
        }
        if let Some((id, top)) = &self.anchor {
            let element = all::<Element>(root, ANCHORS).into_iter().find(|element| element.id() == *id);
            if let (Some(element), Some(window)) = (element, window()) {
                window.scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top() - top);
            }
        }
        let focus = self.focus.and_then(|(id, at)| {
            let named = if id.is_empty() { FOCUSABLE.to_owned() } else { format!("[id=\"{id}\"]") };
            all::<HtmlElement>(root, &named).into_iter().nth(at)
        });
        if let Some(element) = focus {
            let stay = web_sys::FocusOptions::new();
            stay.set_prevent_scroll(true);
            // What is folded again cannot take the focus: the line that opens it can.
            let folded = element.closest("details:not([open])").ok().flatten();
            let line = folded.and_then(|one| one.query_selector("summary").ok().flatten()?.dyn_into().ok());
            let _ = line.unwrap_or(element).focus_with_options(&stay);
        }
    }
}
