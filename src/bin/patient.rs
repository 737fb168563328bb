//! The browser program: what `boot.js` calls.

use eclaire::patient::readings::Readings;
use eclaire::patient::{self, Kit};
use wasm_bindgen::prelude::*;
use web_sys::Element;

fn main() {}

/// Brings the page to life. `boot.js` loads this program and what it needs, and calls this. If anything fails, the page
/// stays as it came: readable, with native controls.
///
/// `root` holds the document; `readings` gives the documents of the other languages and levels (`public/readings.js`).
///
/// # Errors
/// A text for the console, if the kit cannot be read or the page holds no document. Nothing has changed then.
#[wasm_bindgen]
pub fn start(root: Element, kit: &[u8], readings: Readings) -> Result<(), JsValue> {
    let kit = Kit::from_bytes(kit).map_err(|_| JsValue::from_str("the kit is from another version"))?;
    patient::start::start(&root, kit, readings)
        .ok_or_else(|| JsValue::from_str("no document, or a frame that is not shut off (docs/embed.md)"))
}
