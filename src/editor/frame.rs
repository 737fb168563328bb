//! The frame in which the editor shows what patients see: a document of its own, with the patients' style and no other, in which
//! no link leads anywhere.

use crate::device::{all, document};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlDetailsElement, HtmlElement, HtmlIFrameElement};

/// What the style adds for the editor: the card that is being edited is marked.
const MARK: &str = ".being-edited { outline: 3px solid var(--accent); outline-offset: 4px; }";

/// The frame.
#[derive(Debug, Clone)]
pub(super) struct PreviewFrame {
    document: Document,
}

impl PreviewFrame {
    /// The frame in the page, made ready with the patients' style; `None` if it is not there yet.
    pub(super) fn in_page(style: &str) -> Option<PreviewFrame> {
        let frame = document()?.get_element_by_id("preview")?.dyn_into::<HtmlIFrameElement>().ok()?;
        let inside = frame.content_document()?;
        let root = inside.document_element()?;
        // Setting an attribute on the root fails in no browser.
        let _ = root.set_attribute("data-app", "live");
        let _ = root.set_attribute("data-form", "page");
        // A style sheet that a script makes is allowed where an inline one is not.
        adopt(frame.content_window()?.as_ref(), &inside, &format!("{style}\n{MARK}")).ok()?;
        if let Some(drawings) = drawings() {
            // Beside the body, in which the document is exchanged. An element can be put into any document.
            let _ = root.append_child(&drawings);
        }
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&root, "click", options, follow_inside).forget();
        EventListener::new_with_options(&root, "submit", options, |event| event.prevent_default()).forget();
        Some(PreviewFrame { document: inside })
    }

    /// Where the document goes.
    pub(super) fn body(&self) -> Option<HtmlElement> {
        self.document.body()
    }

    /// The ids of what is open.
    pub(super) fn open(&self) -> Vec<String> {
        let body = self.document.body().map(Element::from);
        let open = body.map(|body| all::<Element>(&body, "details[open][id]")).unwrap_or_default();
        open.iter().map(Element::id).collect()
    }

    /// Opens what was open, marks the card with this id and opens it; `scroll` goes there.
    pub(super) fn restore(&self, open: &[String], card: Option<&str>, scroll: bool) {
        for id in open {
            self.unfold(id);
        }
        let Some(id) = card else { return };
        self.unfold(&format!("{id}_more"));
        let Some(card) = self.document.get_element_by_id(id) else { return };
        let _ = card.class_list().add_1("being-edited");
        if scroll {
            card.scroll_into_view();
        }
    }

    fn unfold(&self, id: &str) {
        let details = self.document.get_element_by_id(id);
        if let Some(details) = details.and_then(|one| one.dyn_into::<HtmlDetailsElement>().ok()) {
            details.set_open(true);
        }
    }
}

fn adopt(window: &JsValue, document: &Document, style: &str) -> Result<(), JsValue> {
    let make = js_sys::Reflect::get(window, &"CSSStyleSheet".into())?.dyn_into::<js_sys::Function>()?;
    let sheet = js_sys::Reflect::construct(&make, &js_sys::Array::new())?;
    let replace = js_sys::Reflect::get(&sheet, &"replaceSync".into())?.dyn_into::<js_sys::Function>()?;
    replace.call1(&sheet, &style.into())?;
    js_sys::Reflect::set(document, &"adoptedStyleSheets".into(), &js_sys::Array::of1(&sheet)).map(drop)
}

/// Links lead to places of the preview, and nowhere else: its address is that of the editor.
fn follow_inside(event: &web_sys::Event) {
    // An element of another document is no `Element` of this one: it is asked for what it can do.
    let Some(target) = event.target().map(|target| target.unchecked_into::<Element>()) else { return };
    let Some(link) = target.closest("a[href]").ok().flatten() else { return };
    event.prevent_default();
    let place = link.get_attribute("href").and_then(|href| href.strip_prefix('#').map(str::to_owned));
    let place = place.and_then(|id| link.owner_document()?.get_element_by_id(&id));
    if let Some(place) = place {
        place.scroll_into_view();
    }
}

/// A copy of the drawings of all pictures, which lie in the editor's page.
fn drawings() -> Option<Element> {
    let drawings = document()?.get_element_by_id("pictures")?;
    drawings.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

/// Puts the drawings of the pictures that an element shows behind what stands in it.
pub(super) fn with_drawings(element: &Element) {
    let Some(drawings) = drawings() else { return };
    let shown: Vec<_> =
        all::<Element>(element, "use").iter().filter_map(|one| one.get_attribute("href")).collect();
    let unseen = |one: &Element| !shown.iter().any(|name| name.strip_prefix('#') == Some(one.id().as_str()));
    all::<Element>(&drawings, "symbol").iter().filter(|one| unseen(one)).for_each(|one| one.remove());
    // It fails for no element that is in no document.
    let _ = element.append_child(&drawings);
}

/// The HTML of an element without what only a site has, its other pages and its fingerprint, and without the marks of the views.
pub(super) fn single_page(element: &Element) -> String {
    all::<Element>(element, "nav.switch").iter().for_each(Element::remove);
    let lines = all::<Element>(element, ".fingerprint").into_iter();
    lines.filter_map(|one| one.closest("div").ok().flatten()).for_each(|line| line.remove());
    element.inner_html().replace("<!---->", "").replace("<!>", "")
}

/// An element in no page.
pub(super) fn detached() -> Option<HtmlElement> {
    document()?.create_element("div").ok()?.dyn_into().ok()
}
