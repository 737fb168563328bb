//! How the register editor begins.

use super::EditorFile;
use super::app::App;
use crate::content::Files;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// Draws the page in `root`. `texts` are the files of `content/` by path, `editor` what the editor begins with, `style` the
/// patients' style, `staff_style` the one which posters have besides, `own` the site's own register; empty if it has none.
///
/// # Errors
/// A text for the console, if the texts cannot be read. The page then says that it does not work.
pub fn start(
    root: &HtmlElement,
    texts: &str,
    editor: &str,
    style: String,
    staff_style: String,
    own: String,
) -> Result<(), JsValue> {
    let foreign = || JsValue::from_str("the texts are from another version");
    let texts = Files::from_json(texts).ok_or_else(foreign)?;
    let file = EditorFile::from_json(editor).ok_or_else(foreign)?;
    App::begin_in(root, &texts, file, style, staff_style, own);
    Ok(())
}
