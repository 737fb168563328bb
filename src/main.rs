//! The browser program: takes over what the patient has already done, and brings the page to life.
//!
//! `boot.js` loads this program and what it needs, and calls [`start`]. If anything fails, the page stays as it came:
//! readable, with native controls.

use eclaire::browser::{LivePage, today};
use eclaire::forms::Form;
use eclaire::notice::Notice;
use eclaire::ui::{Page, screens};
use eclaire::visit::Visit;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

fn main() {}

/// Brings the page to life.
///
/// `root` holds the document; `others` and `titles` are the documents of the other languages and levels and their titles.
///
/// # Errors
/// A text for the console, if the notice cannot be read or the page holds no document. Nothing has changed then.
#[wasm_bindgen]
pub fn start(root: Element, notice: &[u8], others: Vec<Element>, titles: Vec<String>) -> Result<(), JsValue> {
    let notice =
        Notice::from_bytes(notice).map_err(|_| JsValue::from_str("the notice is from another version"))?;
    let others = others.into_iter().zip(titles).collect();
    let page = LivePage::new(root, others).ok_or_else(|| JsValue::from_str("the page holds no document"))?;

    let owner = Owner::new();
    owner.with(|| {
        let mut visit = Visit::begin(notice.first_language());
        page.ticked().into_iter().for_each(|event| visit.apply(event));
        page.show(&visit);
        let visit = RwSignal::new(visit);
        let paper = Paper::new(Arc::new(notice), visit);
        paper.draw(&page);
        page.clone().listen(move |event| {
            let before = visit.with_untracked(|visit| visit.reading);
            visit.update(|visit| visit.apply(event));
            visit.with_untracked(|visit| {
                if visit.reading != before {
                    page.show_reading(visit);
                    paper.draw(&page);
                }
                page.show(visit);
            });
        });
    });
    // The page lives as long as the document.
    std::mem::forget(owner);
    Ok(())
}

/// The sheet on the screen: the one part that Leptos draws in the browser.
#[derive(Clone)]
struct Paper {
    notice: Arc<Notice>,
    visit: RwSignal<Visit>,
    /// What is drawn now; dropping it takes it away.
    drawn: std::rc::Rc<RefCell<Option<Box<dyn std::any::Any>>>>,
}

impl Paper {
    fn new(notice: Arc<Notice>, visit: RwSignal<Visit>) -> Paper {
        Paper { notice, visit, drawn: Default::default() }
    }

    /// Draws the sheet into the document that is shown. From then on it follows the answers.
    fn draw(&self, page: &LivePage) {
        let Some(place) = page.paper_place() else { return };
        self.drawn.replace(None);
        place.set_text_content(None);
        let (notice, visit) = (self.notice.clone(), self.visit);
        let view = move || {
            let reading = visit.with_untracked(|visit| visit.reading);
            let page = Page {
                notice: notice.clone(),
                reading,
                visit,
                form: Form::Page,
                today: today(),
                met: Arc::default(),
            };
            move || screens::paper(&page)
        };
        let handle = leptos::mount::mount_to(place, view);
        self.drawn.replace(Some(Box::new(handle)));
    }
}
