//! How the patients' program begins, in every form of the page.

use super::app::App;
use super::readings::Readings;
use super::{Kit, kiosk};
use crate::share::Form;
use web_sys::Element;

/// Brings the document in `root` to life; `readings` gives the documents of the other languages and levels. On a kiosk somebody attends
/// it. `None` if there is no document, or if it stands where somebody looks in.
pub fn start(root: &Element, kit: Kit, readings: Readings) -> Option<()> {
    let app = App::begin(root, kit, readings)?;
    if app.form() == Form::Kiosk {
        kiosk::app::attend(root, app);
    }
    Some(())
}
