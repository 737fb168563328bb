//! The register editor in the browser: what its controls stand for, files from the disk, and where the focus goes.

use super::{Event, Kind, Pane};
use crate::content::LARGEST_FILE;
use crate::device::{all, document};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_file::File;
use gloo_file::callbacks::read_as_bytes;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// What someone wants of the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    /// Something changes in the work.
    State(Event),
    /// Types into the search.
    Search(String),
    /// Begins with the site's own register (`own`), an empty one (`empty`) or an example, by name.
    Begin(String),
    /// Opens a register: its bytes, of which one more than [`LARGEST_FILE`] is enough.
    OpenFile(Vec<u8>),
    /// Opens a card: its name and its bytes, as many.
    OpenCard(String, Vec<u8>),
    /// Takes up what is kept.
    TakeUp,
    /// Throws away what is kept, before beginning.
    ThrowAway,
    /// Empties what is kept, while working.
    Forget,
    /// Goes back to where one begins.
    New,
    /// Leaves the catalogue.
    Back,
    /// Looks at something else at the right.
    Panel(String),
    /// Reads the preview in another language.
    Language(String),
    /// Reads the preview at another level.
    Level(String),
    /// Goes to the field at a path.
    Jump(String),
    /// Saves a file.
    Save(String),
    /// The frame of the preview is there.
    FrameReady,
    /// The page is about to go.
    Leave,
}

/// Calls `act` for everything that someone does. Listens as long as the document lives.
pub(super) fn listen(root: &Element, act: impl Fn(Command) + Clone + 'static) {
    let on = act.clone();
    EventListener::new(root, "input", move |event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        if target.id() == "search" {
            on(Command::Search(value(&target)));
        } else if let Some(path) = target.get_attribute("data-path") {
            on(Command::State(Event::Typed(path, value(&target))));
        }
    })
    .forget();

    let on = act.clone();
    // Dropping the reader would end the reading.
    let reading = Rc::new(RefCell::new(None));
    EventListener::new(root, "change", move |event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if let Some(event) = chosen(&input) {
            on(Command::State(event));
            return;
        }
        let card = input.id() == "open-card";
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let (on, name) = (on.clone(), file.name());
        // One byte more shows that a file is too large: a film must not fill the memory first.
        let begin = File::from(file).slice(0, LARGEST_FILE as u64 + 1);
        let task = read_as_bytes(&begin, move |bytes| {
            let bytes = bytes.unwrap_or_default();
            input.set_value("");
            on(if card { Command::OpenCard(name, bytes) } else { Command::OpenFile(bytes) });
        });
        reading.replace(Some(task));
    })
    .forget();

    let on = act.clone();
    EventListener::new(root, "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("button").ok().flatten());
        let button = button.filter(|button| button.get_attribute("aria-disabled").as_deref() != Some("true"));
        if let Some(command) = button.and_then(|button| pressed(&button)) {
            on(command);
        }
    })
    .forget();

    let on = act.clone();
    // The load of a frame does not bubble.
    EventListener::new_with_options(root, "load", EventListenerOptions::run_in_capture_phase(), move |_| {
        on(Command::FrameReady);
    })
    .forget();

    if let Some(window) = crate::device::window() {
        EventListener::new(&window, "pagehide", move |_| act(Command::Leave)).forget();
    }
}

fn value(field: &Element) -> String {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
}

/// What a radio button or a box stands for.
fn chosen(input: &HtmlInputElement) -> Option<Event> {
    let at = input.get_attribute("data-at")?;
    let code = input.value();
    Some(match input.get_attribute("data-what")?.as_str() {
        "said" => Event::Said(
            at,
            match code.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
        ),
        "choice" => Event::Chose(at, Some(code).filter(|code| !code.is_empty())),
        "tick" => Event::Ticked(at, code, input.checked()),
        _ => Event::AsCatalogue(at, input.checked()),
    })
}

/// What a button stands for.
fn pressed(button: &Element) -> Option<Command> {
    let has = |name: &str| button.get_attribute(name);
    let kind = |list: &str| Kind::ALL.into_iter().find(|kind| kind.list() == list);
    if let Some(path) = has("data-look") {
        let pane = if path.is_empty() { Pane::Register } else { Pane::of(&path) };
        return Some(Command::State(Event::Look(pane)));
    }
    if let Some(list) = has("data-pick") {
        return Some(Command::State(Event::Look(Pane::Pick(kind(&list)?))));
    }
    if let Some(id) = has("data-add") {
        let kind = kind(&has("data-kind")?)?;
        return Some(Command::State(Event::Pick(kind, Some(id).filter(|id| !id.is_empty()))));
    }
    for (name, command) in [
        ("data-begin", Command::Begin as fn(String) -> Command),
        ("data-panel", Command::Panel),
        ("data-language", Command::Language),
        ("data-level", Command::Level),
        ("data-jump", Command::Jump),
        ("data-save", Command::Save),
    ] {
        if let Some(value) = has(name) {
            return Some(command(value));
        }
    }
    let at = has("data-at").unwrap_or_default();
    Some(match has("data-do")?.as_str() {
        "take-up" => Command::TakeUp,
        "throw-away" => Command::ThrowAway,
        "forget" => Command::Forget,
        "new" => Command::New,
        "back" => Command::Back,
        "undo" => Command::State(Event::Undo),
        "redo" => Command::State(Event::Redo),
        "add" => Command::State(Event::Add(at)),
        "remove" => Command::State(Event::Remove(at)),
        "up" => Command::State(Event::Shift(at, true)),
        "down" => Command::State(Event::Shift(at, false)),
        _ => return None,
    })
}

/// Moves the focus to an element by its id, as soon as what is being drawn is there.
pub(super) fn focus_soon(id: &str) {
    let id = id.to_owned();
    soon(move || {
        if let Some(element) = document().and_then(|document| document.get_element_by_id(&id)) {
            focus(&element);
        }
    });
}

/// Moves the focus to the field at a path, or to the nearest around it, as soon as what is being drawn is there. What is folded
/// around it opens.
pub(super) fn focus_field_soon(path: &str) {
    let path = path.to_owned();
    soon(move || {
        let Some(document) = document() else { return };
        let mut at = path.as_str();
        let found = loop {
            if let Some(found) = document.get_element_by_id(at).filter(|_| !at.is_empty()) {
                break Some(found);
            }
            match at.rfind(['.', '[']) {
                Some(end) => at = &at[..end],
                None => break document.get_element_by_id("pane-title"),
            }
        };
        let Some(found) = found else { return };
        let mut around = found.parent_element();
        while let Some(element) = around {
            if let Some(details) = element.dyn_ref::<HtmlDetailsElement>() {
                details.set_open(true);
            }
            around = element.parent_element();
        }
        // A group takes the focus with its first control.
        focus(&all::<Element>(&found, "input, textarea").into_iter().next().unwrap_or(found));
    });
}

fn focus(element: &Element) {
    element.scroll_into_view_with_scroll_into_view_options(&middle());
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

fn middle() -> web_sys::ScrollIntoViewOptions {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    options
}

/// Shows the entry at the left that is being edited, if it lies outside what is seen of the list.
pub(super) fn show_current_soon() {
    soon(|| {
        let current = document().and_then(|one| one.query_selector(".outline [aria-current]").ok().flatten());
        if let Some(current) = current {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            current.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// After what Leptos has to draw has been drawn.
pub(super) fn soon(then: impl FnOnce() + 'static) {
    gloo_timers::callback::Timeout::new(0, then).forget();
}
