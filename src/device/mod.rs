//! What every program asks of the browser: its document and clock, its print, files and clipboard, the frame in which it stands,
//! the link with which it was opened, and what is kept. It must not know what an answer means.

mod entry;
mod frame;
mod hand_over;
mod link;
mod local_store;

pub use entry::{entry, on_new_entry, put_into_entry};
pub use frame::{fragment, look, tell_height};
pub use hand_over::{copy, print, save};
pub use link::{on_link, take_link};
pub use local_store::{LocalStore, is_own_place};

use crate::content::Date;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// The form of this page, as its root names it.
pub fn form_code() -> Option<String> {
    document()?.document_element()?.get_attribute("data-form")
}

/// The elements under `root` that match a selector, in the order of the document.
pub(crate) fn all<T: JsCast>(root: &Element, selector: &str) -> Vec<T> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect()
}

/// What the elements under `root` say that match a selector, one after the other.
pub fn text_of_all(root: &Element, selector: &str) -> String {
    all::<Element>(root, selector).iter().filter_map(|element| element.text_content()).collect()
}

/// Moves the focus to the first of these elements below `around`.
pub fn focus_first(around: &Element, selector: &str) {
    if let Some(first) = all::<HtmlElement>(around, selector).first() {
        // A window in the background may refuse the focus.
        let _ = first.focus();
    }
}

/// The time of this device since 1970, in milliseconds. It goes on while the device sleeps; anybody can set it.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// The time since this page was opened, in milliseconds: nobody can set it, but it may stand while the device sleeps.
#[inline(never)]
pub fn steady() -> u64 {
    window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now()) as u64
}

/// Sixteen bytes that nobody can foresee; where the browser gives none, what its clock and its own dice give.
pub fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    let crypto = window().and_then(|window| window.crypto().ok());
    let drawn = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        let dice = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
        bytes = std::array::from_fn(|at| (dice() >> (at % 4 * 8)) as u8 ^ now().to_le_bytes()[at % 8]);
    }
    bytes
}

/// Does something after so many milliseconds.
pub fn after(time: u64, what: impl FnOnce() + 'static) {
    // Times here are far below what 32 bits hold.
    gloo_timers::callback::Timeout::new(time as u32, what).forget();
}

/// The title of the page in the browser's own frame.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Today, in the time of this device; `None` if its clock cannot be right.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))?.if_of_a_clock()
}
