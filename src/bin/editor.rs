//! The program of the register editor's page (`register/`): what `boot-staff.js` calls.

use eclaire::editor;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

fn main() {}

/// Draws the page in `root`. `texts` are the files of `content/` by path, `editor` what the editor begins with, `style` the
/// patients' style, `staff_style` the one which posters have besides, `own` the site's own register; empty if it has none.
///
/// # Errors
/// A text for the console, if the texts cannot be read. The page then says that it does not work.
#[wasm_bindgen]
pub fn start(
    root: HtmlElement,
    texts: &str,
    editor: &str,
    style: String,
    staff_style: String,
    own: String,
) -> Result<(), JsValue> {
    editor::start::start(&root, texts, editor, style, staff_style, own)
}
