//! The program of the desk's page (`reader/`): what `boot-staff.js` calls.

use eclaire::desk;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

fn main() {}

/// Draws the page in `root`. `words` and `questionnaires` are the texts of `reader/desk.json` and `reader/blanks.json`.
///
/// # Errors
/// A text for the console, if either cannot be read. The page then says that it does not work.
#[wasm_bindgen]
pub fn start(root: HtmlElement, words: &str, questionnaires: &str) -> Result<(), JsValue> {
    desk::start::start(&root, words, questionnaires)
}
