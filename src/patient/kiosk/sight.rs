//! What one reads stays in sight when the tablet is turned (rule 50).

use crate::device::{document, window};
use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// Where one looks for what is being read, in CSS pixels below the upper edge: below the head of a card, above the middle.
const LINES: [f32; 5] = [60.0, 100.0, 150.0, 200.0, 300.0];

/// Keeps it there, as long as the document lives.
pub(super) fn keep_in_sight() {
    let Some(window) = window() else { return };
    let kept: Rc<RefCell<Option<(Element, f64)>>> = Rc::default();
    let read = kept.clone();
    EventListener::new(&window, "scroll", move |_| {
        read.replace(in_sight());
    })
    .forget();
    let turned = window.clone();
    // A browser tells first that it has another size, then that it has scrolled by itself.
    EventListener::new(&window, "resize", move |_| {
        if let Some((element, top)) = kept.borrow().as_ref().filter(|(element, _)| element.is_connected()) {
            turned.scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top() - top);
        }
    })
    .forget();
}

/// The uppermost thing that is no taller than the screen, and how far below the edge it begins. At the very top there is
/// nothing to keep.
fn in_sight() -> Option<(Element, f64)> {
    let window = window()?;
    window.scroll_y().ok().filter(|down| *down > 1.0)?;
    let size = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
    let (width, height) = (size(window.inner_width())?, size(window.inner_height())?);
    LINES.iter().find_map(|line| {
        let element = document()?.element_from_point(width as f32 / 2.0, *line)?;
        let rect = element.get_bounding_client_rect();
        (rect.height() < height / 2.0).then(|| (element, rect.top().max(0.0)))
    })
}
