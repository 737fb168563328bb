//! The program of the practice's page (`practice/`): what `boot-staff.js` calls.

use eclaire::practice;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

fn main() {}

/// Draws the page in `root`. `words` and `place` are the texts of `practice/words.json` and of the place beside.
///
/// # Errors
/// A text for the console, if either cannot be read. The page then says that it does not work.
#[wasm_bindgen]
pub fn start(root: HtmlElement, words: &str, place: &str) -> Result<(), JsValue> {
    practice::start::start(&root, words, place)
}
