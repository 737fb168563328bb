//! The living page: the prerendered document as it is read now, its listeners, and the switch of language and level.
//!
//! The text is never drawn again. The page in another language or at another level arrives as HTML (its own static page) when this one
//! is in use already; a switch exchanges the documents and shows the visit in the new one.

use super::controls::{cleared, show, show_keeping, show_overdue, stands_for, ticked};
use super::letters;
use super::meaning::{fold_meanings, toggle_meaning};
use super::moments::show_moments;
use super::opening::open_around;
use super::paper::{forget, forget_when_used, print_sheet};
use super::part::{into_sight, show_parts};
use super::reading_position::ReadingPosition;
use super::readings::Readings;
use super::say_here::{opened, put_controls};
use super::translation::{Watch, heading_of, is_translated};
use super::{Event, Visit, walk};
use crate::content::{Language, Level, Reading};
use crate::device::{after, all, document, focus_first, text_of_all, window};
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What a patient wants done that is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// Save the answers as a file.
    Save,
    /// Keep the answers on this device.
    Keep,
    /// Take up again what is kept.
    TakeUp,
    /// Remove what is kept.
    Forget,
    /// Erase everything that was said, and remove what is kept.
    Erase,
    /// Look again whether something is kept: the page was left and came back.
    LookAgain,
}

/// Where the page says of a text that it is not there yet, or cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Note {
    /// Above everything else: of the page in another language or at another level.
    Page,
    /// Beside the languages of the sheet.
    Sheet,
    /// Beside what was kept.
    Kept,
}

impl Note {
    /// The place.
    fn selector(self) -> &'static str {
        match self {
            Note::Page => "[data-reading-note]",
            Note::Sheet => ".sheet-note",
            Note::Kept => ".kept-note",
        }
    }
}

/// The page on the screen. Clones are the same page.
#[derive(Clone)]
pub(super) struct LivePage(Rc<Inner>);

struct Inner {
    /// The element that holds the document.
    root: Element,
    /// What gives the documents that are not there yet.
    readings: Readings,
    /// The reading that was asked for last and has not come.
    awaited: Cell<Option<Reading>>,
    /// The documents that are there, with their titles; the one of the page first.
    documents: RefCell<Vec<(Reading, Element, String)>>,
    /// The first document as it came, for the next patient; `None` where there is none.
    untouched: RefCell<Option<(Reading, Element, String)>>,
    shown: RefCell<Element>,
    /// What the heading of each document says as it came.
    headings: RefCell<Vec<(Reading, String)>>,
    /// Looks whether a heading says something else.
    watch: RefCell<Option<Watch>>,
    /// The way from this page to the root of the site.
    above: String,
    /// Whether the patient may keep answers on this device.
    may_keep: bool,
    /// The moments of care that are picked.
    picked: RefCell<Vec<String>>,
    /// The links that have led away, the last one last.
    left: RefCell<Vec<Left>>,
}

/// A link that has led to another place of the page.
struct Left {
    link: HtmlElement,
    /// How far below the top of the window it stood, in CSS pixels.
    top: f64,
    /// What the address named before.
    from: String,
}

impl LivePage {
    /// The page in `root`, with what gives its other documents (`.document` elements with a `lang` and a `data-level`), and the way
    /// from this page to the root of the site. `None` if `root` holds no document.
    pub(super) fn new(root: Element, readings: Readings, above: &str, may_keep: bool) -> Option<LivePage> {
        let shown = all::<Element>(&root, ".document").into_iter().next()?;
        let title = document()?.title();
        show_overdue(&shown);
        show_keeping(&shown, may_keep);
        let page = LivePage(Rc::new(Inner {
            root,
            readings,
            awaited: Cell::default(),
            documents: RefCell::default(),
            untouched: RefCell::default(),
            shown: RefCell::new(shown.clone()),
            headings: RefCell::default(),
            watch: RefCell::default(),
            above: above.to_owned(),
            may_keep,
            picked: RefCell::default(),
            left: RefCell::default(),
        }));
        show_moments(&shown, &[]);
        show_size(&shown);
        page.take_in(reading_of(&shown)?, shown, title);
        Some(page)
    }

    /// A document has come.
    fn take_in(&self, reading: Reading, document: Element, title: String) {
        // It knows the way from its own static page.
        for link in all::<Element>(&document, "a[data-language], a[data-level]") {
            if let Some(address) = link.get_attribute("href") {
                let mut path = address.as_str();
                while let Some(inner) = path.strip_prefix("../") {
                    path = inner;
                }
                let address = format!("{}{path}", self.0.above);
                // The name of the attribute is a right one.
                let _ = link.set_attribute("href", &address);
            }
        }
        // The style hides it too, where it has arrived.
        all::<HtmlElement>(&document, ".without-program").iter().for_each(|one| one.set_hidden(true));
        self.0.headings.borrow_mut().push((reading, heading_of(&document)));
        self.0.watch.borrow().iter().for_each(|watch| watch.also(&document));
        self.0.documents.borrow_mut().push((reading, document, title));
    }

    /// Calls `then` when the document of this reading is there: now, or when it has come and nobody has asked for another one
    /// meanwhile. `waits` and `missing` are said until then, or instead, in the language of that reading.
    pub(super) fn bring(&self, reading: Reading, waits: &str, missing: String, then: Box<dyn FnOnce()>) {
        self.0.awaited.set(None);
        if self.0.documents.borrow().iter().any(|(one, ..)| *one == reading) {
            self.say_there(Note::Page, reading.language, "");
            return then();
        }
        self.0.awaited.set(Some(reading));
        let page = self.clone();
        self.0.readings.bring(reading, move |came| {
            let is_awaited = page.0.awaited.get() == Some(reading);
            let missing = if came.is_some() { "" } else { &missing };
            if let Some((document, title)) = came {
                page.take_in(reading, document, title);
            }
            if is_awaited {
                page.0.awaited.set(None);
                page.say_there(Note::Page, reading.language, missing);
                if missing.is_empty() {
                    then();
                }
            }
        });
        if self.0.awaited.get().is_some() {
            self.say_there(Note::Page, reading.language, waits);
        }
    }

    /// Says something of a text that is not there, in this language; nothing takes it back.
    pub(super) fn say_there(&self, note: Note, language: Language, text: &str) {
        for note in all::<Element>(&self.shown(), note.selector()) {
            note.set_text_content(Some(text));
            // The names of the attributes are right ones.
            let _ = note.set_attribute("lang", language.code());
            let _ = note.set_attribute("dir", language.direction().attribute());
        }
    }

    /// Calls `done` with what the kit lacks of a language: now, or when it has come. With `None` if it cannot be had.
    pub(super) fn bring_supplement(&self, language: Language, done: impl FnOnce(Option<String>) + 'static) {
        self.0.readings.bring_supplement(language, done);
    }

    /// Keeps the document as it came, for [`LivePage::renew`]. Whatever a browser has restored or somebody has ticked before the
    /// program was there is no part of it.
    pub(super) fn remember(&self) {
        let untouched = |(reading, document, title): &(Reading, Element, String)| {
            for input in all::<HtmlInputElement>(document, "input") {
                input.set_checked(input.default_checked());
            }
            for details in all::<web_sys::HtmlDetailsElement>(document, "details[open]") {
                details.set_open(false);
            }
            Some((*reading, copy_of(document)?, title.clone()))
        };
        self.0.untouched.replace(self.0.documents.borrow().first().and_then(untouched));
    }

    /// Shows the first document as it came, and forgets all that somebody has used.
    pub(super) fn renew(&self) {
        let copy = |(reading, document, title): &(Reading, Element, String)| {
            Some((*reading, copy_of(document)?, title.clone()))
        };
        let Some((reading, next, title)) = self.0.untouched.borrow().as_ref().and_then(copy) else { return };
        let before = self.0.shown.replace(next.clone());
        if before.replace_with_with_node_1(&next).is_err() {
            self.0.shown.replace(before);
            return;
        }
        self.0.awaited.set(None);
        self.0.picked.take();
        self.0.left.take();
        self.0.readings.begin_again();
        forget();
        show_overdue(&next);
        show_keeping(&next, self.0.may_keep);
        show_moments(&next, &[]);
        describe(reading.language, &title);
        self.0.documents.replace(vec![(reading, next, title)]);
    }

    /// The document that is shown.
    pub(super) fn shown(&self) -> Element {
        self.0.shown.borrow().clone()
    }

    /// The events for what was ticked before the program was there.
    pub(super) fn ticked(&self) -> Vec<Event> {
        ticked(&self.shown())
    }

    /// The element with this id in the document that is shown: one of the places in which something is drawn.
    pub(super) fn place(&self, id: &str) -> Option<HtmlElement> {
        all(&self.shown(), &format!("#{id}")).into_iter().next()
    }

    /// Writes each letter anew; `write` is given its name, `tick` is the box of a line.
    pub(super) fn write_letters(&self, tick: &str, write: impl Fn(&str) -> Option<String>) {
        letters::write(&self.shown(), tick, write);
    }

    /// Moves the focus to a place that has something new to say.
    pub(super) fn focus(&self, id: &str) {
        if let Some(place) = self.place(id) {
            let _ = place.set_attribute("tabindex", "-1");
            let _ = place.focus();
        }
    }

    /// Shows the visit in the controls.
    pub(super) fn show(&self, visit: &Visit) {
        let shown = self.shown();
        show(&shown, visit);
        if !visit.answers.is_empty() {
            all::<Element>(&shown, "[data-erased], [data-done]")
                .iter()
                .for_each(|status| status.set_text_content(None));
        }
    }

    /// Exchanges the document for that of another language or level, and keeps the reader's place.
    pub(super) fn show_reading(&self, visit: &Visit) {
        let reading = visit.reading;
        // Nothing is held while the focus moves: whoever listens to it may come back here.
        let found = self.0.documents.borrow().iter().find(|(one, ..)| *one == reading).cloned();
        let Some((_, next, title)) = found else { return };
        let before = self.0.shown.replace(next.clone());
        if before == next {
            return;
        }
        // A letter in the document that is left would be an empty paper.
        forget();
        let place = ReadingPosition::of(&before);
        // Only what is in sight is laid out before it is seen; the rest in a moment.
        let arrives = place.is_at_the_top();
        let _ = next.class_list().toggle_with_force("arriving", arrives);
        if before.replace_with_with_node_1(&next).is_err() {
            self.0.shown.replace(before);
            return;
        }
        show_overdue(&next);
        show_keeping(&next, self.0.may_keep);
        self.show(visit);
        walk::leave(&before);
        show_moments(&next, &self.0.picked.borrow());
        show_size(&next);
        // It may have been left open when this one was left.
        fold_how(&next, None);
        describe(reading.language, &title);
        place.restore(&next);
        // Once the place for messages is there: what comes with it is passed over.
        let now = |which: &str| text_of_all(&next, &format!("{which} [aria-current]"));
        let (language, level) = (now(".languages"), now(".levels"));
        let read = if level.is_empty() { language } else { format!("{language} – {level}") };
        let page = self.clone();
        after(100, move || {
            let _ = next.class_list().toggle_with_force("arriving", false);
            page.announce(&read);
        });
    }

    /// Whether the document that is shown, as it is read so, says something else than we wrote: a browser translates it.
    pub(super) fn is_translated(&self, reading: Reading) -> bool {
        let headings = self.0.headings.borrow();
        let heading = headings.iter().find(|(one, _)| *one == reading);
        heading.is_some_and(|(_, heading)| is_translated(&self.shown(), reading.language.code(), heading))
    }

    /// Calls `on` whenever a translation may have begun or ended, and right before the page is printed.
    pub(super) fn when_translated(&self, on: impl Fn() + Clone + 'static) {
        if let Some(window) = window() {
            let on = on.clone();
            EventListener::new(&window, "beforeprint", move |_| on()).forget();
        }
        let watch = Watch::begin(on);
        for (_, document, _) in self.0.documents.borrow().iter() {
            watch.iter().for_each(|watch| watch.also(document));
        }
        self.0.watch.replace(watch);
    }

    /// Says, or no longer says, that a translation is read.
    pub(super) fn say_translated(&self, translated: bool) {
        let shown = self.shown();
        if translated {
            tell(&shown, "data-translated");
        } else {
            all::<Element>(&shown, "[data-translated]").iter().for_each(|note| note.set_text_content(None));
        }
    }

    /// Calls `happen` for everything that the patient says, and `act` for what they want done. Listens as long as the
    /// document lives.
    pub(super) fn listen(
        &self,
        happen: impl Fn(Event) + Clone + 'static,
        act: impl Fn(Command) + Clone + 'static,
    ) {
        forget_when_used();
        let root = &self.0.root;
        let (on, noted) = (happen.clone(), self.clone());
        EventListener::new(root, "change", move |event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some((event, ticked)) =
                input.and_then(|input| Some((stands_for(&input)?, input.checked())))
            {
                // The words of a sheet may have to come first.
                let is_of_sheet = matches!(event, Event::SheetIn(_));
                on(event);
                if !is_of_sheet {
                    noted.say_noted(ticked);
                }
            }
        })
        .forget();

        // What lies over the text goes when somebody goes on to something else: nothing that has the focus is covered.
        let page = self.clone();
        EventListener::new(root, "focusin", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            fold_how(&page.shown(), target.as_ref());
        })
        .forget();

        // It does not bubble.
        let (page, capture) = (self.clone(), gloo_events::EventListenerPhase::Capture);
        let options = gloo_events::EventListenerOptions { phase: capture, passive: true };
        EventListener::new_with_options(root, "toggle", options, move |event| {
            if let Some(details) = opened(event.target()) {
                put_controls(&details, &page.shown());
            }
        })
        .forget();

        let erase = act.clone();
        // Whoever erases wants nothing left, here or in the store.
        let page = self.clone();
        EventListener::new(root, "reset", move |_| {
            page.fold_sure();
            erase(Command::Erase);
        })
        .forget();

        // Whoever comes back with the browser's Back button may be someone else: the page as the browser kept it must not
        // show what was said before.
        let (on, look, page) = (happen.clone(), act.clone(), self.clone());
        if let Some(window) = window() {
            EventListener::new(&window, "pageshow", move |event| {
                if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(|event| event.persisted()) {
                    on(Event::Erase);
                    page.say_erased();
                    look(Command::LookAgain);
                }
            })
            .forget();
        }

        if let Some(window) = window() {
            let page = self.clone();
            EventListener::new(&window, "popstate", move |_| page.come_back()).forget();
        }

        let page = self.clone();
        let options = gloo_events::EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(root, "click", options, move |event| {
            let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
                return;
            };
            let inside = |selector: &str| target.closest(selector).ok().flatten();
            fold_how(&page.shown(), Some(&target));
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
            } else if let Some(button) = inside("[data-moment]") {
                page.pick(&button);
            } else if let Some(button) = inside("[data-walk]") {
                match button.get_attribute("data-walk").as_deref() {
                    Some("back") => drop(walk::step(&page.shown(), -1)),
                    Some("next") => drop(walk::step(&page.shown(), 1)),
                    _ => walk::leave(&page.shown()),
                }
            } else if let Some(button) = inside("button[data-size]") {
                page.size(&button);
            } else if let Some(button) = inside("button.erase") {
                if !page.ticked().is_empty() {
                    event.prevent_default();
                    ask_if_sure(&button);
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
                // It appears above the button.
                page.announce(&first_text(&page.shown(), "#paper :is(.code-contains, .code-note)"));
            } else if let Some(button) = inside("[data-letter]") {
                letters::act(&page.shown(), &button);
            } else if let Some(button) = inside("[data-do]") {
                match button.get_attribute("data-do").as_deref() {
                    Some("print") => print_sheet(&page.shown()),
                    Some("save") => act(Command::Save),
                    Some("keep") => act(Command::Keep),
                    Some("take-up") => act(Command::TakeUp),
                    Some("forget") => act(Command::Forget),
                    Some("spare") => spare(&button),
                    Some("walk") => {
                        event.prevent_default();
                        walk::begin(&page.shown());
                    }
                    Some("show-all") => page.show_everything(),
                    _ => {}
                }
            } else if let Some(link) = inside("a[href^='#']") {
                let Some(target) = target_of(&link) else { return };
                // A frame shares its history with its host, who can count the entries.
                if inside("[data-form=embed]").is_some() {
                    event.prevent_default();
                    walk::leave(&page.shown());
                    return lead_to(&target);
                }
                page.leave_by(&link);
                walk::leave(&page.shown());
                // The names of uses stay out of the address and the history, as the link itself does (rule 95).
                if inside("#named-place").is_some() {
                    event.prevent_default();
                    // The Back button leads back to where one was, not away from what was said.
                    let history = window().and_then(|window| window.history().ok());
                    let _ = history.map(|history| history.push_state_with_url(&JsValue::NULL, "", None));
                    lead_to(&target);
                } else {
                    open_around(&target);
                }
            }
        })
        .forget();
    }

    /// Remembers by which link one leaves for another place of the page.
    fn leave_by(&self, link: &Element) {
        let from = fragment_of_address();
        // What the address names already makes no entry in the history: there is nowhere to come back from.
        if link.get_attribute("href").is_some_and(|to| to == from) {
            return;
        }
        let top = link.get_bounding_client_rect().top();
        if let Some(link) = link.dyn_ref::<HtmlElement>().cloned() {
            self.0.left.borrow_mut().push(Left { link, top, from });
        }
    }

    /// Back leads to the link by which one had left. The browser goes by pixels, and what the link had opened may stand above it.
    fn come_back(&self) {
        let is_back = self.0.left.borrow().last().is_some_and(|left| left.from == fragment_of_address());
        let left = if is_back { self.0.left.borrow_mut().pop() } else { None };
        let Some(Left { link, top, .. }) = left else { return };
        // Once the browser has gone to where it thinks that one was.
        after(50, move || {
            let now = link.get_bounding_client_rect().top();
            window().iter().for_each(|window| window.scroll_by_with_x_and_y(0.0, now - top));
            let stay = web_sys::FocusOptions::new();
            stay.set_prevent_scroll(true);
            // A link in a document that is no longer there has no focus to take.
            let _ = link.focus_with_options(&stay);
        });
    }

    /// A moment of care is picked, or no longer.
    fn pick(&self, pressed: &Element) {
        let Some(moment) = pressed.get_attribute("data-moment") else { return };
        let mut picked = self.0.picked.borrow_mut();
        match picked.iter().position(|one| *one == moment) {
            Some(at) => drop(picked.remove(at)),
            None => picked.push(moment),
        }
        show_moments(&self.shown(), &picked);
        // Below the tiles, and on a phone below the screen: it comes to where the press was.
        for said in all::<Element>(&self.shown(), "#moments .picked.shown") {
            into_sight(&said, web_sys::ScrollLogicalPosition::Nearest);
        }
    }

    /// Whatever was picked, everything is shown again.
    fn show_everything(&self) {
        walk::leave(&self.shown());
        self.0.picked.borrow_mut().clear();
        show_moments(&self.shown(), &[]);
        focus_first(&self.shown(), "[data-moment]");
    }

    /// Letters of another size.
    fn size(&self, pressed: &Element) {
        let root = document().and_then(|document| document.document_element());
        let _ = root
            .zip(pressed.get_attribute("data-size"))
            .map(|(root, size)| root.set_attribute("data-size", &size));
        show_size(&self.shown());
    }

    /// After everything was erased: the meanings that were looked up go too, and whoever listens is told.
    pub(super) fn say_erased(&self) {
        let shown = self.shown();
        fold_meanings(&shown);
        tell(&shown, "data-erased");
        let said = text_of_all(&shown, "[data-erased]");
        all::<Element>(&shown, "[data-done]").iter().for_each(|one| one.set_text_content(Some(&said)));
    }

    /// Whoever was asked whether they are sure has answered, whatever comes of it.
    fn fold_sure(&self) {
        let shown = self.shown();
        let pressed = all::<HtmlElement>(&shown, ".erasing:focus-within button.erase");
        show_parts(&shown, ".sure", false);
        // What was pressed is gone: the focus goes to what it stood beside.
        pressed.iter().for_each(|button| drop(button.focus()));
    }

    /// Tells whoever listens that what was ticked is on the sheet, or no longer is, and how many questions are open.
    pub(super) fn say_noted(&self, ticked: bool) {
        let shown = self.shown();
        let which = if ticked { "data-noted" } else { "data-taken-off" };
        let said =
            all::<Element>(&shown, "[data-erased]").into_iter().find_map(|one| one.get_attribute(which));
        let left = text_of_all(&shown, "[data-questions-open]");
        self.announce(&format!("{} {left}", said.unwrap_or_default()));
    }

    /// Tells whoever listens that what was kept is gone.
    pub(super) fn say_forgotten(&self) {
        tell(&self.shown(), "data-forgotten");
    }

    /// Tells screen readers something that has appeared.
    pub(super) fn announce(&self, text: &str) {
        all::<Element>(&self.shown(), "[data-erased]")
            .iter()
            .for_each(|one| one.set_text_content(Some(text)));
    }
}

/// Folds the panel of how one reads, unless this is in it.
fn fold_how(shown: &Element, touched: Option<&Element>) {
    for panel in all::<Element>(shown, ".how[open]") {
        if !touched.is_some_and(|touched| panel.contains(Some(touched))) {
            // Taking this attribute away fails in no browser.
            let _ = panel.remove_attribute("open");
        }
    }
}

/// Which size the letters have.
fn show_size(shown: &Element) {
    let root = document().and_then(|document| document.document_element());
    let now = root.and_then(|root| root.get_attribute("data-size")).unwrap_or_else(|| "normal".to_owned());
    for button in all::<Element>(shown, "button[data-size]") {
        let is_now = button.get_attribute("data-size").is_some_and(|size| size == now);
        // Setting an attribute of a button fails in no browser.
        let _ = button.set_attribute("aria-pressed", if is_now { "true" } else { "false" });
    }
}

/// Before everything that was said is erased: whoever pressed is asked once more, beside the button.
fn ask_if_sure(button: &Element) {
    if let Some(around) = button.parent_element() {
        show_parts(&around, ".sure", true);
        focus_first(&around, ".sure button");
    }
}

/// Nothing is erased.
fn spare(button: &Element) {
    if let Some(around) = button.closest(".erasing").ok().flatten() {
        show_parts(&around, ".sure", false);
        focus_first(&around, "button.erase");
    }
}

/// Says to screen readers one of the texts that the status brings along.
fn tell(root: &Element, which: &str) {
    for status in all::<Element>(root, &format!("[{which}]")) {
        status.set_text_content(status.get_attribute(which).as_deref());
    }
}

/// What the first element says that matches a selector, in the patient's own language.
fn first_text(root: &Element, selector: &str) -> String {
    let first = all::<Element>(root, selector).into_iter().next();
    let own = first.as_ref().and_then(|one| one.query_selector(".own").ok().flatten());
    own.or(first).and_then(|one| one.text_content()).unwrap_or_default()
}

fn reading_of(document: &Element) -> Option<Reading> {
    let language = Language::from_code(&document.get_attribute("lang")?)?;
    Some(Reading { language, level: Level::from_code(&document.get_attribute("data-level")?)? })
}

/// What the address names of this page.
fn fragment_of_address() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Where a link inside the page leads.
fn target_of(link: &Element) -> Option<HtmlElement> {
    let target = document()?.get_element_by_id(link.get_attribute("href")?.strip_prefix('#')?)?;
    target.dyn_into().ok()
}

/// Brings something into sight, opened, and gives it the focus.
pub(super) fn lead_to(target: &HtmlElement) {
    open_around(target);
    target.scroll_into_view();
    if target.get_attribute("tabindex").is_none() && target.tab_index() < 0 {
        let _ = target.set_attribute("tabindex", "-1");
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.focus_with_options(&options);
}

fn copy_of(document: &Element) -> Option<Element> {
    document.clone_node_with_deep(true).ok()?.dyn_into().ok()
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
