//! Whether somebody else has put another text in the place of ours: a browser that translates, an extension.
//!
//! Chrome and Edge put `<font>` elements in the place of text nodes and mark the root of the page; Firefox changes the texts and the
//! language of the root. Whoever does it otherwise is known by the page's own heading, which says something else than it said.
//! This module must not know what follows from it.

use crate::device::{all, document};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit};

/// The heading of a document (an element with the class `document`), which no program ever changes.
const HEADING: &str = "h1";

/// What the heading of a document says.
pub(super) fn heading_of(shown: &Element) -> String {
    all::<Element>(shown, HEADING).first().and_then(|heading| heading.text_content()).unwrap_or_default()
}

/// Whether the document that is shown in this language says something else than we wrote. `heading` is what its heading said as it came.
pub(super) fn is_translated(shown: &Element, language: &str, heading: &str) -> bool {
    let root = document().and_then(|document| document.document_element());
    let marked = root.is_some_and(|root| {
        let classes = root.class_list();
        classes.contains("translated-ltr")
            || classes.contains("translated-rtl")
            || root.get_attribute("lang").is_some_and(|lang| lang != language)
    });
    let exchanged = |heading: &Element| !all::<Element>(heading, "font").is_empty();
    marked || heading_of(shown) != heading || all::<Element>(shown, HEADING).iter().any(exchanged)
}

/// Looks at the root of the page, and at the headings of the documents it is told of.
pub(super) struct Watch(MutationObserver);

impl Watch {
    /// Calls `on` when the root of the page or the heading of one of these documents is changed, by us or by somebody else. Looks as
    /// long as the page lives.
    pub(super) fn begin(on: impl Fn() + 'static) -> Option<Watch> {
        let heard = Closure::<dyn FnMut()>::new(on);
        let observer = MutationObserver::new(heard.as_ref().unchecked_ref()).ok()?;
        heard.forget();
        let attributes = MutationObserverInit::new();
        let marks = ["class", "lang"].map(wasm_bindgen::JsValue::from_str);
        attributes.set_attribute_filter(&marks.into_iter().collect::<js_sys::Array>());
        if let Some(root) = document().and_then(|document| document.document_element()) {
            // What is observed is a node, which fails in no browser.
            let _ = observer.observe_with_options(&root, &attributes);
        }
        Some(Watch(observer))
    }

    /// Looks at the heading of this document too.
    pub(super) fn also(&self, document: &Element) {
        let text = MutationObserverInit::new();
        text.set_child_list(true);
        text.set_character_data(true);
        text.set_subtree(true);
        for heading in all::<Element>(document, HEADING) {
            // As above.
            let _ = self.0.observe_with_options(&heading, &text);
        }
    }
}
