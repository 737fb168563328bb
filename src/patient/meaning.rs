//! A hard word's meaning, shown where the word stands.
//!
//! Without the program the word is a link to the glossary. With it the meaning, which the page has already, appears
//! under the text in which the word stands, and goes away the same way.

use crate::device::{all, document};
use web_sys::Element;

/// Shows the meaning of the word, or takes it away again. Gives the text that appeared (empty if it was taken away);
/// `None` if the page holds no meaning for it.
pub(super) fn toggle_meaning(link: &Element) -> Option<String> {
    let id = link.get_attribute("href")?.strip_prefix("#term-")?.to_owned();
    let around = link.closest(".sentence, .paragraph, p, dd, li").ok()??;
    let before = all::<Element>(&around, ".looked-up");
    if let Some(shown) = before.iter().find(|one| one.get_attribute("data-term").as_deref() == Some(&id)) {
        shown.remove();
        link.set_attribute("aria-expanded", "false").ok()?;
        return Some(String::new());
    }
    let summary = document()?.get_element_by_id(&format!("term-{id}"))?;
    let (name, means) = (summary.text_content()?, summary.next_element_sibling()?.text_content()?);
    let (shown, strong) =
        (document()?.create_element("span").ok()?, document()?.create_element("strong").ok()?);
    shown.set_attribute("class", "looked-up").ok()?;
    shown.set_attribute("data-term", &id).ok()?;
    strong.set_text_content(Some(&name));
    shown.append_child(&strong).ok()?;
    let text = document()?.create_element("span").ok()?;
    text.set_text_content(Some(&means));
    shown.append_child(&text).ok()?;
    around.append_child(&shown).ok()?;
    link.set_attribute("aria-expanded", "true").ok()?;
    Some(format!("{name}. {means}"))
}

/// Takes every meaning away.
pub(super) fn fold_meanings(root: &Element) {
    all::<Element>(root, ".looked-up").iter().for_each(Element::remove);
    for link in all::<Element>(root, "a.term[aria-expanded]") {
        // Removing an attribute fails in no browser.
        let _ = link.remove_attribute("aria-expanded");
    }
}
