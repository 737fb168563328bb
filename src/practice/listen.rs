//! The practice's page in the browser: its keys, its boxes, its buttons, its file, its store.

use super::{ChoiceEvent, Copied, Event, Handed};
use crate::choices::Id;
use crate::content::{LARGEST_FILE, Language, Level};
use crate::device::{LocalStore, all, document, today, window};
use crate::device::{copy, print};
use crate::share::PageAddress;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_file::File;
use gloo_file::callbacks::read_as_bytes;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

const BOXES: &str = "li:not([hidden]) > label > input[data-use]";

/// Where the patients' page lies: one folder above this one.
pub(super) fn patients_page() -> PageAddress {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let here = PageAddress::open(&address).to_string();
    let above = here.rsplitn(3, '/').nth(2).unwrap_or_default();
    PageAddress::open(&format!("{above}/"))
}

/// Calls `happen` for everything that happens on the page. `opened` is the text of the register that was opened, if one was.
/// Listens as long as the document lives.
pub(super) fn listen(
    root: &Element,
    store: LocalStore,
    opened: impl Fn() -> Option<String> + 'static,
    happen: impl Fn(Event) + Clone + 'static,
) {
    // The page may have been open since yesterday, and the line for the file says the day.
    let happen = move |event| {
        happen(Event::Day(today()));
        happen(event);
    };
    let on = happen.clone();
    if let Some(document) = document() {
        EventListener::new(&document, "visibilitychange", move |_| on(Event::Day(today()))).forget();
    }
    let (on, capture) = (happen.clone(), EventListenerOptions::run_in_capture_phase());
    // On the way down to a button: the line that is copied on the way up is already that of today. Not to a box: it would be
    // drawn as it was before anyone hears of its change.
    EventListener::new_with_options(root, "click", capture, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest("[data-do]").is_ok_and(|button| button.is_some())) {
            on(Event::Day(today()));
        }
    })
    .forget();

    let (on, at) = (happen.clone(), root.clone());
    EventListener::new(root, "input", move |event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input.filter(|input| input.id() == "search") {
            on(Event::Search(input.value()));
        }
    })
    .forget();

    let on = happen.clone();
    // Dropping the reader would end the reading.
    let reading = Rc::new(RefCell::new(None));
    EventListener::new(root, "change", move |event| {
        let Some(target) = event.target() else { return };
        if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
            let language = Language::from_code(&select.value()).map(ChoiceEvent::Language);
            let chosen = language.or(Level::from_code(&select.value()).map(ChoiceEvent::Level));
            chosen.into_iter().for_each(|chosen| on(Event::ChoiceEvent(chosen)));
        }
        let Some(input) = target.dyn_ref::<HtmlInputElement>() else { return };
        if let Some(id) = input.get_attribute("data-use").as_deref().and_then(Id::parse) {
            on(Event::ChoiceEvent(ChoiceEvent::Use(id, input.checked())));
        } else if input.id() == "leave-out" {
            on(Event::ChoiceEvent(ChoiceEvent::LeaveOut(input.checked())));
        } else if let Some(file) = input.files().and_then(|files| files.get(0)) {
            let (on, input) = (on.clone(), input.clone());
            // One byte more shows that a file is too large: a film must not fill the memory first.
            let begin = File::from(file).slice(0, LARGEST_FILE as u64 + 1);
            let task = read_as_bytes(&begin, move |bytes| {
                on(Event::Opened(bytes.unwrap_or_default()));
                // The same file may be opened again.
                input.set_value("");
            });
            reading.replace(Some(task));
        }
    })
    .forget();

    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(root, "submit", options, move |event| {
        event.prevent_default();
        show_made(&at);
    })
    .forget();

    let (on, at) = (happen.clone(), root.clone());
    EventListener::new(root, "reset", move |_| {
        on(Event::ChoiceEvent(ChoiceEvent::Next));
        search(&at);
    })
    .forget();

    // Whoever comes back with the Back button finds nothing of the last patient, and begins where everyone does: what had
    // the focus may be gone.
    let (on, at) = (happen.clone(), root.clone());
    if let Some(window) = window() {
        EventListener::new(&window, "pageshow", move |event| {
            if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(|event| event.persisted()) {
                on(Event::ChoiceEvent(ChoiceEvent::Next));
                search(&at);
            }
        })
        .forget();
    }

    let at = root.clone();
    EventListener::new_with_options(root, "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| is_bare(event)) {
            pressed(&at, event);
        }
    })
    .forget();

    let at = root.clone();
    EventListener::new(root, "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("[data-do]").ok().flatten()) else {
            return;
        };
        match button.get_attribute("data-do").as_deref() {
            Some("copy") => {
                let name = button.get_attribute("data-copy").unwrap_or_default();
                hand_over(&at, &name, &happen);
            }
            Some("print") => {
                happen(Event::ChoiceEvent(ChoiceEvent::Handed(Handed::Slip)));
                if !print() {
                    happen(Event::Copied(Copied::NotPrinted));
                }
            }
            Some("remember") => {
                let kept = opened().is_some_and(|text| store.put(&text).is_ok());
                happen(Event::Kept(kept));
                open_another(&at);
            }
            Some("forget") => {
                // What is still there is still said to be there.
                if store.remove().is_ok() {
                    happen(Event::Forgotten);
                }
                open_another(&at);
            }
            _ => {}
        }
    })
    .forget();
    search(root);
}

/// Without a key that makes it a command of the browser.
fn is_bare(event: &KeyboardEvent) -> bool {
    !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing())
}

/// A key: `/` and letters look for something, the arrows go through the list, Enter ticks what was looked for, and then goes to
/// what was made.
fn pressed(root: &Element, event: &KeyboardEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let in_search = target.id() == "search";
    let on_box = target.has_attribute("data-use");
    let key = event.key();
    match key.as_str() {
        "ArrowDown" | "ArrowUp" if in_search || on_box => {
            event.prevent_default();
            step(root, &target, key == "ArrowDown");
        }
        "Enter" if (in_search || on_box) && looks_for_something(root) => {
            event.prevent_default();
            take_found(root, &target);
        }
        "Enter" if on_box || target.tag_name() == "SELECT" => {
            event.prevent_default();
            show_made(root);
        }
        "/" if !in_search => {
            event.prevent_default();
            search(root);
        }
        // The letter itself goes where the focus is by then.
        _ if on_box && key.chars().count() == 1 && key != " " => search(root),
        _ => {}
    }
}

fn looks_for_something(root: &Element) -> bool {
    all::<HtmlInputElement>(root, "#search").first().is_some_and(|search| !search.value().trim().is_empty())
}

/// Whoever types a name and presses Enter means it: the only box that is found is ticked, or the one in focus. Of several the
/// first gets the focus. Otherwise a hurried Enter would make a link without what was used.
fn take_found(root: &Element, from: &Element) {
    let boxes = all::<HtmlInputElement>(root, BOXES);
    let meant =
        boxes.iter().find(|one| one.is_same_node(Some(from))).or(boxes.first().filter(|_| boxes.len() == 1));
    match meant {
        Some(meant) if meant.checked() => show_made(root),
        // As a click: what listens to clicks hears it.
        Some(meant) => meant.click(),
        None => step(root, from, true),
    }
}

/// The next box of the list, or the one before; before the first comes the search.
fn step(root: &Element, from: &Element, down: bool) {
    let boxes = all::<HtmlElement>(root, BOXES);
    let at = boxes.iter().position(|one| **one == *from);
    let next = match (at, down) {
        (None, true) => boxes.first(),
        (None, false) => boxes.last(),
        (Some(at), true) => boxes.get(at + 1),
        (Some(0), false) => None,
        (Some(at), false) => boxes.get(at - 1),
    };
    match next {
        Some(next) => drop(next.focus()),
        None if !down => search(root),
        None => {}
    }
}

/// Puts the cursor into the search, with what stands there selected.
fn search(root: &Element) {
    if let Some(input) = all::<HtmlInputElement>(root, "#search").first() {
        // A window in the background may refuse the focus: it has it when someone comes back.
        let _ = input.focus();
        input.select();
    }
}

/// Goes to where a register is opened: the button that was pressed goes away, and what became of the press stands beside.
fn open_another(root: &Element) {
    if let Some(file) = all::<HtmlElement>(root, "#file").first() {
        let _ = file.focus();
    }
}

/// Goes to the first thing that can be handed out.
fn show_made(root: &Element) {
    if let Some(first) = all::<HtmlElement>(root, "#made button").first() {
        let _ = first.focus();
    }
}

fn hand_over(root: &Element, name: &str, happen: &impl Fn(Event)) {
    let handed = match name {
        "link" => Some(Handed::Link),
        "message" => Some(Handed::Message),
        _ => None,
    };
    // First: the line for the file says it, and is what is copied then.
    handed.into_iter().for_each(|handed| happen(Event::ChoiceEvent(ChoiceEvent::Handed(handed))));
    let Some(place) = all::<Element>(root, &format!("#text-{name}")).into_iter().next() else { return };
    happen(Event::Copied(if copy(&place) { Copied::Whole } else { Copied::Selected }));
}
