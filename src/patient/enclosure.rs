//! Whether somebody looks in: another page around this one, which could read what stands here.
//!
//! A frame is shut off by its sandbox. The host's attribute may be lost on its way through an editor, and a header (which says
//! the same, `src/cli/headers/`) is not sent by every server: so the page looks for itself.

use crate::device::{all, document, window};
use web_sys::{Element, HtmlInputElement};

/// Whether this page stands in a frame that is not shut off: whoever is of the same origin as this page reads everything in it.
pub(super) fn is_overlooked() -> bool {
    // A page without a window is read by nobody.
    let Some(window) = window() else { return false };
    let framed = window.parent().ok().flatten().is_some_and(|parent| parent != window);
    // A frame that is shut off is of no origin. One that got its text from its host may share even that with it.
    framed && (window.origin() != "null" || window.frame_element().ok().flatten().is_some())
}

/// Takes the bar away that lies before everything with which one answers, and says no more that one cannot.
pub(super) fn open_up(root: &Element) {
    for bar in all::<Element>(root, ".until-alone") {
        while let Some(child) = bar.first_child() {
            if bar.before_with_node_1(&child).is_err() {
                break;
            }
        }
        bar.remove();
    }
    all::<Element>(root, ".framed").iter().for_each(Element::remove);
}

/// Where somebody looks in, nothing can be said: what was ticked before is taken back, no control can be used, and the page says
/// so, with a link that opens it in a window of its own.
pub(super) fn shut(root: &Element) {
    for input in all::<HtmlInputElement>(root, "input") {
        input.set_checked(false);
    }
    for control in all::<Element>(root, "input, button, select, textarea") {
        // Setting an attribute fails in no browser.
        let _ = control.set_attribute("disabled", "");
    }
    // A page that is made for frames has said it all along.
    let said = all::<Element>(root, "[data-framed]").into_iter().next();
    let (Some(said), Some(main)) = (said, all::<Element>(root, "main").into_iter().next()) else { return };
    // They tell how to print, which would print the page around.
    all::<Element>(root, ".without-program").iter().for_each(Element::remove);
    if let Some(note) = note(&said) {
        let _ = main.prepend_with_node_1(&note);
    }
}

fn note(said: &Element) -> Option<Element> {
    let word = |name| said.get_attribute(name).unwrap_or_default();
    let (document, here) = (document()?, window()?.location().pathname().ok()?);
    let (note, link) = (document.create_element("p").ok()?, document.create_element("a").ok()?);
    note.set_attribute("class", "framed").ok()?;
    note.set_text_content(Some(&format!("{} ", word("data-framed"))));
    link.set_text_content(Some(&word("data-open-page")));
    for (name, value) in [("href", here.as_str()), ("target", "_blank"), ("rel", "noopener noreferrer")] {
        link.set_attribute(name, value).ok()?;
    }
    note.append_child(&link).ok()?;
    Some(note)
}

/// Before anything is kept, shown or said. `None` where the page has to stay still: it stands in a frame of somebody who could
/// read it. `root` holds the document.
pub(super) fn enclosed(root: &Element) -> Option<()> {
    if is_overlooked() {
        shut(root);
        return None;
    }
    open_up(root);
    Some(())
}
