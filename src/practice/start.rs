//! The program of the practice's page: makes links and slips. A program of its own, so that none of it is in the patient's
//! download.

use super::listen;
use super::view::{PracticePage, practice as view};
use super::{Event, Origin, Place, PracticeFile, State};
use crate::content::PracticeWord;
use crate::device::{LocalStore, set_title, today};
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
    let store = LocalStore::of_staff("practice", place.id.as_str());
    let owner = Owner::new();
    owner.with(|| {
        let mut state = State::begin(place);
        if let Some(kept) = store.get() {
            state.apply(Event::Found(kept), &file.titles);
        }
        state.apply(Event::Day(today()), &file.titles);
        let state = RwSignal::new(state);
        let page = PracticePage { file: file.clone(), state, here: listen::patients_page() };
        leptos::mount::mount_to(root.clone(), move || view(&page)).forget();
        let opened = move || match state.with_untracked(|state| state.origin.clone()) {
            Origin::Opened(text) | Origin::Refused(text) => Some(text),
            Origin::Own | Origin::Kept => None,
        };
        let happen = move |event| state.update(|state| state.apply(event, &file.titles));
        listen::listen(root, store, opened, happen);
    });
    // The page lives as long as the document.
    std::mem::forget(owner);
    Ok(())
}
