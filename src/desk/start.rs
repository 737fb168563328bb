//! The program of the desk's page: reads what a patient hands in. A program of its own, so that none of it is in the
//! patient's download.

use super::listen;
use super::view::{DeskPage, desk as view};
use super::{DeskFile, Event, State};
use crate::content::DeskWord;
use crate::device::{now, random, set_title, today};
use crate::record::{DeliveryNumber, Moment, Questionnaire};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// Draws the page in `root`. `words` and `questionnaires` are the texts of `reader/desk.json` and `reader/blanks.json`.
///
/// # Errors
/// A text for the console, if either cannot be read. The page then says that it does not work.
pub fn start(root: &HtmlElement, words: &str, questionnaires: &str) -> Result<(), JsValue> {
    let words =
        DeskFile::from_json(words).map_err(|_| JsValue::from_str("the words are from another version"))?;
    let questionnaires = Questionnaire::from_json(questionnaires)
        .map_err(|problem| JsValue::from_str(&problem.to_string()))?;
    set_title(words.words.get(DeskWord::Title));
    root.set_text_content(None);
    let owner = Owner::new();
    owner.with(|| {
        let state = RwSignal::new(State::default());
        let moment = || Moment::after_1970(now() / 1000);
        let handed = RwSignal::new((DeliveryNumber::of(random()), moment()));
        let page = DeskPage { file: Arc::new(words), state, handed };
        leptos::mount::mount_to(root.clone(), move || view(&page)).forget();
        let at = root.clone();
        listen::listen(root, move |event| {
            let ticked = matches!(event, Event::ReadBack(_));
            // What is read back is what was proposed; whatever else comes is another handing over.
            handed.update(|(number, at)| {
                if !ticked {
                    *number = DeliveryNumber::of(random());
                }
                *at = moment();
            });
            state.update(|state| state.apply(event, &questionnaires, today()));
            if ticked {
                listen::show_read_back(&at, state.with_untracked(State::is_read_back));
            }
        });
    });
    // The page lives as long as the document.
    std::mem::forget(owner);
    Ok(())
}
