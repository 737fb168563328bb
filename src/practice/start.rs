//! The program of the practice's page: makes links and slips. A program of its own, so that none of it is in the patient's
//! download.

use super::listen;
use super::view::{PracticePage, practice as view};
use super::{Happened, Making, Origin, Place, PracticeFile};
use crate::content::PracticeWord;
use crate::device::{Drawer, set_title, today};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// Draws the page in `root`. `words` and `place` are the texts of `practice/words.json` and of the place beside.
///
/// # Errors
/// A text for the console, if either cannot be read. The page then says that it does not work.
pub fn start(root: &HtmlElement, words: &str, place: &str) -> Result<(), JsValue> {
    let other = |_| JsValue::from_str("the words are from another version");
    let file = Arc::new(PracticeFile::from_json(words).map_err(other)?);
    let place = Place::from_json(place).map_err(other)?;
    set_title(file.words.get(PracticeWord::Title));
    root.set_text_content(None);
    let drawer = Drawer::of_staff("practice", place.id.as_str());
    let owner = Owner::new();
    owner.with(|| {
        let mut making = Making::begin(place);
        if let Some(kept) = drawer.look() {
            making.apply(Happened::Found(kept), &file.titles);
        }
        making.apply(Happened::Day(today()), &file.titles);
        let making = RwSignal::new(making);
        let page = PracticePage { file: file.clone(), making, here: listen::patients_page() };
        leptos::mount::mount_to(root.clone(), move || view(&page)).forget();
        let opened = move || match making.with_untracked(|making| making.origin.clone()) {
            Origin::Opened(text) | Origin::Refused(text) => Some(text),
            Origin::Own | Origin::Kept => None,
        };
        let happen = move |happened| making.update(|making| making.apply(happened, &file.titles));
        listen::listen(root, drawer, opened, happen);
    });
    // The page lives as long as the document.
    std::mem::forget(owner);
    Ok(())
}
