//! What crosses the frame's edge: settings in, once, as the window's name; six words out, and a seventh from
//! `public/door-patient.js` if this program has broken down. Nothing that a patient says ever does.

use super::Settings;
use crate::device::window;
use wasm_bindgen::JsValue;

/// What the page around the frame is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// The program has started.
    Live,
    /// It still runs; said every ten seconds.
    Alive,
    /// Somebody has touched the screen for the first time.
    Begun,
    /// The visit has ended: throw this frame away.
    Erase,
    /// Staff want their screen.
    Staff,
    /// The printer asks: until it is answered, nothing will be heard.
    Printing,
}

impl Told {
    fn word(self) -> &'static str {
        match self {
            Told::Live => "live",
            Told::Alive => "alive",
            Told::Begun => "begun",
            Told::Erase => "erase",
            Told::Staff => "staff",
            Told::Printing => "printing",
        }
    }
}

/// The settings of this kiosk.
pub(super) fn settings() -> Settings {
    Settings::read(&window().and_then(|window| window.name().ok()).unwrap_or_default())
}

/// Tells the page around the frame. Alone, nobody is told.
pub(super) fn tell(what: Told) {
    let Some(window) = window() else { return };
    let Some(parent) = window.parent().ok().flatten().filter(|parent| *parent != window) else { return };
    let message = js_sys::Object::new();
    // A fresh object takes any property; a word without content may go to any origin.
    let _ = js_sys::Reflect::set(&message, &JsValue::from_str("eclaire"), &JsValue::from_str(what.word()));
    let _ = parent.post_message(&message, "*");
}
