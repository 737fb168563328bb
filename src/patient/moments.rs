//! What the moments of care that somebody has picked show: the cards that belong to one of them. The others are put aside on the screen, and
//! on paper everything stands. It must not know any answer.

use super::part::show_parts;
use crate::content::fill;
use crate::device::all;
use web_sys::Element;

/// What is put aside, for the style.
const ASIDE: &str = "aside";

/// Shows what belongs to these moments; everything if there is none.
pub(super) fn show_moments(root: &Element, picked: &[String]) {
    for button in all::<Element>(root, "[data-moment]") {
        let pressed = button.get_attribute("data-moment").is_some_and(|one| picked.contains(&one));
        // Setting an attribute of a button fails in no browser.
        let _ = button.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
    }
    let cards = all::<Element>(root, "#care .card");
    let mut shown = 0;
    for card in &cards {
        let moments = card.get_attribute("data-moments").unwrap_or_default();
        let belongs =
            picked.is_empty() || moments.split(' ').any(|one| picked.iter().any(|moment| moment == one));
        put_aside(card, !belongs);
        shown += usize::from(belongs);
    }
    for around in all::<Element>(root, ".stop, .others") {
        let empty = around.query_selector(".card:not(.aside)").ok().flatten().is_none();
        put_aside(&around, empty && !picked.is_empty());
    }
    if !picked.is_empty() {
        // What was picked is not folded away. Setting this attribute fails in no browser.
        all::<Element>(root, ".others").iter().for_each(|one| drop(one.set_attribute("open", "")));
    }
    show_parts(root, ".picked", !picked.is_empty());
    for place in all::<Element>(root, "[data-picked]") {
        let text = place.get_attribute("data-picked").filter(|_| !picked.is_empty()).unwrap_or_default();
        let text = fill(&text, &[("number", &shown.to_string()), ("of", &cards.len().to_string())]);
        place.set_text_content(Some(&text));
    }
}

/// The cards that are shown, in the order of the page.
pub(super) fn shown_cards(root: &Element) -> Vec<Element> {
    all(root, "#care .card:not(.aside)")
}

/// What a link leads to is in sight, whatever was picked.
pub(super) fn take_back(target: &Element) {
    for around in [".card", ".others", ".stop"] {
        if let Some(one) = target.closest(around).ok().flatten() {
            put_aside(&one, false);
        }
    }
}

fn put_aside(element: &Element, aside: bool) {
    // A class of one word is a right one.
    let _ = if aside { element.class_list().add_1(ASIDE) } else { element.class_list().remove_1(ASIDE) };
}
