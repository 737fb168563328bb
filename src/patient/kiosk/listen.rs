//! What somebody does at a kiosk. Only what goes up counts: a click, never a press, a hover, a swipe (rule 49).

use super::screens::screen_of;
use super::{Contrast, Event, Screen, TextSize};
use crate::content::{Language, Level};
use crate::device::{all, document, window};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlInputElement};

/// What was done.
#[derive(Debug, Clone)]
pub(super) enum Command {
    /// Something, anywhere.
    Something,
    /// The screen or its look is to change.
    Kiosk(Event),
    /// A link in a text leads to a place on a screen.
    Link(Screen, Element, String),
    /// Another language.
    Read(Language),
    /// Another level.
    ReadAt(Level),
    /// "I am still here."
    Stay,
    /// "I have finished, erase everything."
    Finish,
    /// "Keep my answers", after "I have finished".
    Spare,
    /// "Erase everything", after "I have finished".
    FinishNow,
    /// Read aloud, or pause.
    Listen,
    /// Print the sheet.
    Print,
    /// Staff want their screen.
    Staff,
    /// The page is left, or comes back (rule 38).
    Turned,
    /// The page is out of sight, or in sight again.
    Sight,
    /// The printer asks, or has been answered.
    Printing(bool),
}

/// Calls `happen` for everything that somebody does. Listens as long as the document lives.
pub(super) fn listen(root: &Element, happen: impl Fn(Command) + Clone + 'static) {
    let (Some(window), Some(document)) = (window(), document()) else { return };
    for kind in ["pointerdown", "keydown", "wheel", "click"] {
        let on = happen.clone();
        let options =
            EventListenerOptions { phase: EventListenerPhase::Capture, ..EventListenerOptions::default() };
        EventListener::new_with_options(&window, kind, options, move |_| on(Command::Something)).forget();
    }
    let on = happen.clone();
    EventListener::new(root, "change", move |event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        input.and_then(|input| set(&input)).into_iter().for_each(&on);
    })
    .forget();

    let (on, at) = (happen.clone(), root.clone());
    // Before anything else hears it: a link within the page must not make an entry in the history (rule 39).
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(root, "click", options, move |event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let inside = |selector: &str| target.closest(selector).ok().flatten();
        if let Some(button) = inside("[data-kiosk]") {
            pressed(&button).into_iter().for_each(&on);
        } else if let Some(link) = inside("a[href]") {
            event.prevent_default();
            // A hard word shows its meaning where it stands.
            if !link.matches(".term").unwrap_or_default() {
                led(&at, link).into_iter().for_each(&on);
            }
        }
    })
    .forget();

    let on = happen.clone();
    // Escape closes a dialog by itself: whoever pressed it is there, and wants to see. It does not bubble.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(root, "cancel", options, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let cover = target.is_some_and(|target| target.matches(".cover-all").unwrap_or_default());
        on(if cover { Command::Kiosk(Event::Cover(false)) } else { Command::Stay });
    })
    .forget();

    // A long touch offers to copy, to share, to search: ways out of the kiosk (rule 42).
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "contextmenu", options, |event| event.prevent_default())
        .forget();

    let once = |target: &EventTarget, kind: &'static str, what: Command| {
        let on = happen.clone();
        EventListener::new(target, kind, move |_| on(what.clone())).forget();
    };
    once(&window, "pagehide", Command::Turned);
    once(&window, "pageshow", Command::Turned);
    once(&window, "beforeprint", Command::Printing(true));
    once(&window, "afterprint", Command::Printing(false));
    once(&document, "visibilitychange", Command::Sight);
}

/// What a setting stands for.
fn set(input: &HtmlInputElement) -> Option<Command> {
    let value = input.value();
    Some(match input.get_attribute("data-setting")?.as_str() {
        "language" => Command::Read(Language::from_code(&value)?),
        "level" => Command::ReadAt(Level::from_code(&value)?),
        "size" => Command::Kiosk(Event::Size(TextSize::from_code(&value)?)),
        "contrast" => Command::Kiosk(Event::Contrast(Contrast::from_code(&value)?)),
        "aloud" => Command::Kiosk(Event::Aloud(value == "yes")),
        _ => return None,
    })
}

/// What a button stands for.
fn pressed(button: &Element) -> Option<Command> {
    Some(match button.get_attribute("data-kiosk")?.as_str() {
        "next" | "begin" => Command::Kiosk(Event::Next),
        "back" => Command::Kiosk(Event::Back),
        "cover" => Command::Kiosk(Event::Cover(true)),
        "uncover" => Command::Kiosk(Event::Cover(false)),
        "stay" => Command::Stay,
        "finish" => Command::Finish,
        "spare" => Command::Spare,
        "finish-now" => Command::FinishNow,
        "listen" => Command::Listen,
        "print" => Command::Print,
        "staff" => Command::Staff,
        _ => return None,
    })
}

/// Where a link leads.
fn led(root: &Element, link: Element) -> Option<Command> {
    let id = link.get_attribute("href")?.strip_prefix('#')?.to_owned();
    let screen = screen_of(all::<Element>(root, &format!("[id=\"{id}\"]")).first()?)?;
    if link.closest(".contents").ok()?.is_some() {
        return Some(Command::Kiosk(Event::Go(screen)));
    }
    Some(Command::Link(screen, link, id))
}

/// Calls `tick` every second, as long as the document lives.
pub(super) fn every_second(tick: impl Fn() + 'static) {
    gloo_timers::callback::Interval::new(1000, tick).forget();
}
