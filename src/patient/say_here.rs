//! What can be said about a use, in its card: the controls of "What I want", copied when the card is opened. One answer in both places:
//! what a control stands for is in its attributes, and showing the visit shows it in every control that stands for it.

use crate::device::{all, text_of_all};
use web_sys::{Element, HtmlDetailsElement};

/// What begins each name in the copy, so that no two elements of the page have one name, and no two groups of answers are one group.
const COPY: &str = "here-";

/// The attributes that are names or lead to one.
const NAMES: [&str; 4] = ["id", "for", "name", "aria-describedby"];

/// Puts the controls into a card that was opened, once. Whatever was said is ticked in the copy too: it is part of what is copied.
pub(super) fn put_controls(opened: &Element, root: &Element) {
    for place in all::<Element>(opened, ":scope > .opened > [data-say]") {
        let item = place.get_attribute("data-say").unwrap_or_default();
        let said: Vec<Element> = all(root, &format!("[id='say-{item}'] > fieldset"));
        if said.is_empty() {
            continue;
        }
        let regime = text_of_all(&place, ".regime");
        for fieldset in said {
            let Ok(copy) = fieldset.clone_node_with_deep(true) else { continue };
            if let Ok(copy) = wasm_bindgen::JsCast::dyn_into::<Element>(copy) {
                // Its heading says which of the two it is: the other group has the name of the use.
                let legend = text_of_all(&copy, "legend");
                let _ = copy.set_attribute("aria-label", &format!("{legend} – {regime}"));
                rename(&copy);
                all::<Element>(&copy, "*").iter().for_each(rename);
                let _ = place.append_child(&copy);
            }
        }
        // It stands here now: what led to it is its heading.
        all::<Element>(&place, ".regime a").iter().for_each(|link| drop(link.remove_attribute("href")));
        // A second opening finds nothing to do.
        let _ = place.remove_attribute("data-say");
        let _ = place.set_attribute("class", "say-here filled");
    }
}

fn rename(element: &Element) {
    for name in NAMES {
        if let Some(value) = element.get_attribute(name) {
            let _ = element.set_attribute(name, &format!("{COPY}{value}"));
        }
    }
}

/// The part that a toggle has opened.
pub(super) fn opened(target: Option<web_sys::EventTarget>) -> Option<HtmlDetailsElement> {
    let details: HtmlDetailsElement = wasm_bindgen::JsCast::dyn_into(target?).ok()?;
    details.open().then_some(details)
}
