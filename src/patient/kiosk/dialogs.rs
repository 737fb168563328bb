//! The two dialogs of a kiosk, opened and closed. A native modal dialog keeps what lies behind it from being touched,
//! read or heard.

use crate::content::fill;
use crate::device::all;
use web_sys::{Element, HtmlDialogElement};

const STILL_THERE: &str = ".still-there";
const COVER: &str = ".cover-all";

/// Hides the screen, or shows it again.
pub(super) fn cover(root: &Element, covered: bool) {
    for dialog in all::<HtmlDialogElement>(root, COVER).iter().filter(|one| one.open() != covered) {
        set(dialog, covered);
    }
}

/// Asks whether anybody is there.
pub(super) fn ask(root: &Element, seconds: u64) {
    let left = |place: &Element| {
        let text = place.get_attribute("data-left").unwrap_or_default();
        fill(&text, &[("seconds", &seconds.to_string())])
    };
    let places = all::<Element>(root, "[data-left]");
    places.iter().for_each(|place| place.set_text_content(Some(&left(place))));
    let mut announce = seconds.is_multiple_of(10) || seconds == 5;
    for dialog in all::<HtmlDialogElement>(root, STILL_THERE).iter().filter(|one| !one.open()) {
        set(dialog, true);
        announce = true;
    }
    // Not every second: whoever listens has to hear the sentence to its end.
    if announce {
        let text = places.first().map(left);
        all::<Element>(root, "[data-alert]").iter().for_each(|alert| alert.set_text_content(text.as_deref()));
    }
}

/// Closes the question.
pub(super) fn stop_asking(root: &Element) {
    let open = all::<HtmlDialogElement>(root, STILL_THERE);
    open.iter().filter(|one| one.open()).for_each(|dialog| set(dialog, false));
    all::<Element>(root, "[data-alert]").iter().for_each(|alert| alert.set_text_content(None));
}

/// Closes both.
pub(super) fn close(root: &Element) {
    cover(root, false);
    stop_asking(root);
}

fn set(dialog: &HtmlDialogElement, open: bool) {
    if open {
        // Refused only for a dialog that is open or not on the page.
        let _ = dialog.show_modal();
    } else {
        dialog.close();
    }
}
