//! Brings into sight what a link or a step leads to: whatever it stands in is opened.

use super::moments::take_back;
use web_sys::Element;

/// Opens every closed part in which something stands, and the card that it is.
pub(super) fn open_around(target: &Element) {
    take_back(target);
    let card = target
        .query_selector(":scope > details")
        .ok()
        .flatten()
        .filter(|_| target.matches(".card").unwrap_or_default());
    let mut next = card.or_else(|| target.closest("details").ok().flatten());
    while let Some(details) = next {
        next = details.parent_element().and_then(|around| around.closest("details").ok().flatten());
        // Setting this attribute fails in no browser.
        let _ = details.set_attribute("open", "");
    }
}
