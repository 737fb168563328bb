//! The living page: the prerendered document as it is read now, its listeners, and the switch of language and level.
//!
//! The text is never drawn again. The page in another language or at another level arrives as HTML with the program (its
//! own static page); a switch exchanges the documents and shows the visit in the new one.

use super::controls::{cleared, show, show_overdue, stands_for, ticked};
use super::meaning::{fold_meanings, toggle_meaning};
use super::place::Place;
use super::{all, document, window};
use crate::content::{Language, Level, Reading};
use crate::visit::{Event, Visit};
use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The page on the screen. Clones are the same page.
#[derive(Clone)]
pub struct LivePage(Rc<Inner>);

struct Inner {
    /// The element that holds the document.
    root: Element,
    /// The document of each language and level with its title, the one shown first.
    documents: Vec<(Reading, Element, String)>,
    shown: RefCell<Element>,
}

impl LivePage {
    /// The page in `root`, with the documents of the other languages and levels (`.document` elements with a `lang` and a
    /// `data-level`, and their titles). `None` if `root` holds no document.
    pub fn new(root: Element, others: Vec<(Element, String)>) -> Option<LivePage> {
        let shown = all::<Element>(&root, ".document").into_iter().next()?;
        let title = document()?.title();
        let documents = [(shown.clone(), title)].into_iter().chain(others);
        let documents = documents.filter_map(|(element, title)| {
            // Seen from the page with the program, the others lie below it.
            for link in all::<Element>(&element, "a[data-language], a[data-level]") {
                let address = link.get_attribute("href")?;
                link.set_attribute("href", address.trim_start_matches("../")).ok()?;
            }
            Some((reading_of(&element)?, element, title))
        });
        let documents = documents.collect();
        show_overdue(&shown);
        Some(LivePage(Rc::new(Inner { root, documents, shown: RefCell::new(shown) })))
    }

    /// The events for what was ticked before the program was there.
    pub fn ticked(&self) -> Vec<Event> {
        ticked(&self.0.shown.borrow())
    }

    /// The element in which the sheet is drawn.
    pub fn paper_place(&self) -> Option<HtmlElement> {
        all(&self.0.shown.borrow(), "#paper-place").into_iter().next()
    }

    /// Shows the visit in the controls.
    pub fn show(&self, visit: &Visit) {
        let shown = self.0.shown.borrow();
        show(&shown, visit);
        if !visit.answers.is_empty() {
            all::<Element>(&shown, "[data-erased]").iter().for_each(|status| status.set_text_content(None));
        }
    }

    /// Exchanges the document for that of another language or level, and keeps the reader's place.
    pub fn show_reading(&self, visit: &Visit) {
        let reading = visit.reading;
        let Some((_, next, title)) = self.0.documents.iter().find(|(one, ..)| *one == reading) else {
            return;
        };
        let before = self.0.shown.replace(next.clone());
        if before == *next {
            return;
        }
        let place = Place::of(&before);
        if before.replace_with_with_node_1(next).is_err() {
            self.0.shown.replace(before);
            return;
        }
        show_overdue(next);
        self.show(visit);
        describe(reading.language, title);
        place.restore(next);
    }

    /// Calls `happen` for everything that the patient does. Listens as long as the document lives.
    pub fn listen(&self, happen: impl Fn(Event) + Clone + 'static) {
        let root = &self.0.root;
        let on = happen.clone();
        EventListener::new(root, "change", move |event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(event) = input.and_then(|input| stands_for(&input)) {
                on(event);
            }
        })
        .forget();

        let (on, page) = (happen.clone(), self.clone());
        EventListener::new(root, "reset", move |_| {
            on(Event::Erase);
            page.say_erased();
        })
        .forget();

        // Whoever comes back with the browser's Back button may be someone else: the page as the browser kept it must not
        // show what was said before.
        let (on, page) = (happen.clone(), self.clone());
        if let Some(window) = window() {
            EventListener::new(&window, "pageshow", move |event| {
                if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(|event| event.persisted()) {
                    on(Event::Erase);
                    page.say_erased();
                }
            })
            .forget();
        }

        let page = self.clone();
        let options = gloo_events::EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(root, "click", options, move |event| {
            let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
                return;
            };
            let inside = |selector: &str| target.closest(selector).ok().flatten();
            if let Some(link) = inside("a[data-language]") {
                event.prevent_default();
                let code = link.get_attribute("data-language").unwrap_or_default();
                Language::from_code(&code).into_iter().for_each(|language| happen(Event::Read(language)));
            } else if let Some(link) = inside("a[data-level]") {
                event.prevent_default();
                let code = link.get_attribute("data-level").unwrap_or_default();
                Level::from_code(&code).into_iter().for_each(|level| happen(Event::ReadAt(level)));
            } else if let Some(link) = inside("a.term") {
                // Without a meaning to show, the link leads to the glossary as any link does.
                if let Some(meaning) = toggle_meaning(&link) {
                    event.prevent_default();
                    page.announce(&meaning);
                }
            } else if inside("button.clear").is_some() {
                if let Some((event, first)) =
                    inside("fieldset.question").and_then(|fieldset| cleared(&fieldset))
                {
                    happen(event);
                    // The button goes away with the answer: the focus goes back to the question, not to nowhere.
                    let _ = first.focus();
                }
            } else if let Some(button) = inside("[data-do=code]") {
                let shown = button.get_attribute("aria-pressed").as_deref() == Some("true");
                happen(Event::ShowCode(!shown));
            } else if inside("[data-do=print]").is_some() {
                print();
            } else if let Some(link) = inside("a[href^='#']") {
                open_target(&link);
            }
        })
        .forget();
    }

    /// After everything was erased: the meanings that were looked up go too, and whoever listens is told.
    fn say_erased(&self) {
        let shown = self.0.shown.borrow();
        fold_meanings(&shown);
        for status in all::<Element>(&shown, "[data-erased]") {
            status.set_text_content(status.get_attribute("data-erased").as_deref());
        }
    }

    /// Tells screen readers something that has appeared.
    fn announce(&self, text: &str) {
        all::<Element>(&self.0.shown.borrow(), "[role=status]")
            .iter()
            .for_each(|one| one.set_text_content(Some(text)));
    }
}

fn reading_of(document: &Element) -> Option<Reading> {
    let language = Language::from_code(&document.get_attribute("lang")?)?;
    Some(Reading { language, level: Level::from_code(&document.get_attribute("data-level")?)? })
}

/// A link to something inside a closed part opens it first.
fn open_target(link: &Element) {
    let target =
        link.get_attribute("href").and_then(|href| document()?.get_element_by_id(href.strip_prefix('#')?));
    let details = target.and_then(|target| target.closest("details").ok().flatten());
    if let Some(details) = details.and_then(|details| details.dyn_into::<web_sys::HtmlDetailsElement>().ok())
    {
        details.set_open(true);
    }
}

fn describe(language: Language, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // Setting these two attributes on the root fails in no browser.
        let _ = root.set_attribute("lang", language.code());
        let _ = root.set_attribute("dir", language.direction().attribute());
    }
}

fn print() {
    if let Some(window) = window() {
        // Refused in a frame without `allow-modals`: the sheet stays on the screen, nothing is lost.
        let _ = window.print();
    }
}
