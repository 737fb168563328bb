//! Reading aloud on the page and in the embed: where the device has a voice of its own for the language, a button reads what stands on the
//! screen and below it. It pauses when the page is not looked at, and stops when it is read otherwise. (At a kiosk the bar has the button.)

use super::aloud::reading_aloud::ReadingAloud;
use super::part::show_parts;
use crate::content::Reading;
use crate::device::{all, document};
use gloo_events::EventListener;
use web_sys::Element;

/// What is read: the card of the short way that is on the screen, or everything.
const PARTS: &str = ".walking .walk-now, .document:not(.walking) :is(main > section, .foot)";

/// Listens for the button as long as the document lives; `shown` gives the document on the screen and how it is read.
pub(super) fn begin(
    root: &Element,
    shown: impl Fn() -> (Element, Reading) + Clone + 'static,
) -> ReadingAloud {
    let voice = ReadingAloud::of_device(false);
    let (changes, on) = (voice.clone(), shown.clone());
    let look = move || {
        let (document, reading) = on();
        show(&changes, &document, reading);
    };
    look();
    voice.when_changed(move |_| look());
    let pressed = voice.clone();
    EventListener::new(root, "click", move |event| {
        let target = event.target().and_then(|target| wasm_bindgen::JsCast::dyn_into::<Element>(target).ok());
        if target.is_some_and(|target| target.closest("[data-listen]").ok().flatten().is_some()) {
            let (document, reading) = shown();
            pressed.press(&parts(&document), below_bar(&document), reading.language);
        }
    })
    .forget();
    // Nobody hears a page that is not looked at.
    if let Some(document) = document() {
        let paused = voice.clone();
        EventListener::new(&document, "visibilitychange", move |_| paused.pause()).forget();
    }
    voice
}

/// Shows the buttons where there is a voice; the one in the bar while there is something to pause or to go on with.
fn show(voice: &ReadingAloud, document: &Element, reading: Reading) {
    let can = voice.can_read(reading.language);
    show_parts(document, ".listening", can);
    show_parts(document, ".contents .listening", can && voice.is_begun());
    let says = if voice.speaks() { "data-pause" } else { "data-resume" };
    for button in all::<Element>(document, "[data-listen]") {
        // What nobody sees says nothing.
        let shown = button.closest(".shown").ok().flatten();
        button.set_text_content(shown.and(button.get_attribute(says)).as_deref());
    }
}

fn parts(document: &Element) -> Vec<Element> {
    let around = document.parent_element();
    around.map(|around| all(&around, PARTS)).unwrap_or_default()
}

/// What is only just visible below the bar has been read: half a line below its end.
const LINE: f64 = 16.0;

/// Where what one reads begins, below the top of the window: under the bar that lies over the text.
fn below_bar(document: &Element) -> f64 {
    let bar = all::<Element>(document, ".contents").into_iter().next();
    bar.map_or(0.0, |bar| bar.get_bounding_client_rect().bottom().max(0.0) + LINE)
}
