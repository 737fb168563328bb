//! The desk's page in the browser: its form, its file, its buttons. A hospital's scanner types like a keyboard and ends with
//! Enter, which is what a form listens to anyway, or with a Tab, which leaves the field.

use super::Event;
use crate::device::all;
use crate::device::{copy, save};
use crate::record::{Export, Record};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_file::File;
use gloo_file::callbacks::read_as_bytes;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// Calls `happen` for everything that happens at the desk. Listens as long as the document lives.
pub(super) fn listen(root: &Element, happen: impl Fn(Event) + Clone + 'static) {
    let (on, at) = (happen.clone(), root.clone());
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(root, "submit", options, move |event| {
        event.prevent_default();
        let typed = all::<HtmlInputElement>(&at, "#code").first().map(HtmlInputElement::value);
        on(Event::Code(typed.unwrap_or_default()));
        // The next scan takes the place of this code; what was read is announced by itself.
        await_code(&at);
    })
    .forget();

    let (on, at) = (happen.clone(), root.clone());
    EventListener::new(root, "reset", move |_| {
        on(Event::Next);
        await_code(&at);
    })
    .forget();
    await_code(root);

    // Whoever comes back with the Back button finds nothing of the last patient.
    let on = happen.clone();
    let forms = all::<web_sys::HtmlFormElement>(root, "#read");
    if let Some(window) = crate::device::window() {
        EventListener::new(&window, "pageshow", move |event| {
            if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(|event| event.persisted()) {
                forms.iter().for_each(web_sys::HtmlFormElement::reset);
                on(Event::Next);
            }
        })
        .forget();
    }

    let on = happen.clone();
    // Dropping the reader would end the reading.
    let reading = Rc::new(RefCell::new(None));
    EventListener::new(root, "change", move |event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        match input.id().as_str() {
            "code" => on(Event::Left(input.value())),
            "read-back" => on(Event::ReadBack(input.checked())),
            "file" => {
                let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
                let on = on.clone();
                // One byte more shows that a file is too large: a film must not fill the memory first.
                let begin = File::from(file).slice(0, Record::LARGEST as u64 + 1);
                let task = read_as_bytes(&begin, move |bytes| {
                    on(Event::File(bytes.unwrap_or_default()));
                    // The same file may be opened again.
                    input.set_value("");
                });
                reading.replace(Some(task));
            }
            _ => {}
        }
    })
    .forget();

    let at = root.clone();
    EventListener::new(root, "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("[data-export]").ok().flatten());
        if let Some(button) = button {
            hand_over(&at, &button);
        }
    })
    .forget();
}

fn hand_over(root: &Element, button: &Element) {
    let Some(export) = button.get_attribute("data-export").and_then(|name| Export::from_code(&name)) else {
        return;
    };
    let Some(place) = all::<Element>(root, &format!("#text-{}", export.code())).into_iter().next() else {
        return;
    };
    match button.get_attribute("data-do").as_deref() {
        Some("copy") => {
            let said = if copy(&place) { "data-copied" } else { "data-selected" };
            for status in all::<Element>(root, &format!("#export-{} [data-copied]", export.code())) {
                status.set_text_content(status.get_attribute(said).as_deref());
            }
        }
        Some("save") => {
            let (name, kind) = export.file();
            save(&name, kind, &place.text_content().unwrap_or_default());
        }
        _ => {}
    }
}

/// Shows whether it counts as read back: someone who ticks the box on a day on which it cannot be finds it empty again.
pub(super) fn show_read_back(root: &Element, stands: bool) {
    if let Some(input) = all::<HtmlInputElement>(root, "#read-back").first() {
        input.set_checked(stands);
    }
}

/// Puts the cursor where a scanner types, with what stands there selected.
fn await_code(root: &Element) {
    if let Some(input) = all::<HtmlInputElement>(root, "#code").first() {
        // A window in the background may refuse the focus: it has it when someone comes back.
        let _ = input.focus();
        input.select();
    }
}
