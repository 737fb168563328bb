//! A kiosk in the browser: one section a screen, the look on the root of the page, the dialogs. What happens is told to
//! `start`, which decides; nothing here remembers a visit but the place from which a link led away.

use super::dialogs;
use super::{Kiosk, Screen, Settings};
use crate::content::{Reading, fill};
use crate::device::{all, document, window};
use crate::patient::listen::LivePage;
use crate::patient::part::show_parts;
use std::cell::RefCell;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The screens of a living page.
pub(super) struct Screens {
    page: LivePage,
    /// The link that led to another screen, and how far down it stood.
    left: RefCell<Option<(Element, f64)>>,
}

/// Where the eye goes on a screen.
#[derive(Debug, Clone)]
pub(super) enum At {
    /// To its title.
    Title,
    /// To the element with this id.
    Place(String),
    /// Back to the link that had led away.
    Link,
}

impl Screens {
    /// The screens of this page.
    pub(super) fn of(page: LivePage) -> Screens {
        Screens { page, left: RefCell::default() }
    }

    /// Shows the visit in what surrounds the sections. `speaks`: whether a voice can read this language.
    pub(super) fn show(&self, kiosk: &Kiosk, reading: Reading, speaks: bool) {
        let shown = self.page.shown();
        if let Some(root) = document().and_then(|document| document.document_element()) {
            // Setting an attribute of the root fails in no browser.
            let _ = root.set_attribute("data-size", kiosk.size.code());
            let _ = root.set_attribute("data-contrast", kiosk.contrast.code());
        }
        for section in all::<HtmlElement>(&shown, SECTIONS) {
            section.set_hidden(screen_of(&section) != Some(kiosk.screen));
        }
        for input in all::<HtmlInputElement>(&shown, "[data-setting]") {
            let now = match input.get_attribute("data-setting").as_deref() {
                Some("language") => reading.language.code(),
                Some("level") => reading.level.code(),
                Some("size") => kiosk.size.code(),
                Some("contrast") => kiosk.contrast.code(),
                _ if kiosk.aloud => "yes",
                _ => "no",
            };
            input.set_checked(input.value() == now);
        }
        let hide = |selector: &str, hidden: bool| {
            all::<HtmlElement>(&shown, selector).iter().for_each(|one| one.set_hidden(hidden));
        };
        let welcome = kiosk.screen == Screen::Welcome;
        hide("[data-kiosk=back]", welcome);
        // Who came back to the first screen to change something goes on where they were.
        let begins = welcome && kiosk.from.is_none();
        hide("[data-kiosk=next]", begins || kiosk.next().is_none());
        hide("[data-kiosk=begin]", !begins);
        hide("[data-kiosk=print]", kiosk.screen != Screen::Sheet);
        // What staff open ends the visit: not where a patient might press for help.
        hide("[data-kiosk=staff]", kiosk.entered);
        hide("[data-kiosk=listen]", !(kiosk.aloud && speaks));
        hide("[data-set=aloud]", !speaks);
        hide("[data-no-voice]", speaks);
        hide(".jump", welcome);
        // On the short way it says how far one is on that.
        for step in all::<Element>(&shown, ":not(.walking) > * > #step") {
            let text = kiosk.screen.step().zip(step.get_attribute("data-step"));
            let text = text.map(|(number, text)| fill(&text, &[("step", &number.to_string())]));
            step.set_text_content(Some(&text.unwrap_or_default()));
        }
        for link in all::<Element>(&shown, ".contents a") {
            let here = link.get_attribute("href").as_deref() == Some(&format!("#{}", kiosk.screen.code()));
            let _ = if here {
                link.set_attribute("aria-current", "step")
            } else {
                link.remove_attribute("aria-current")
            };
        }
        dialogs::cover(&shown, kiosk.covered);
    }

    /// Remembers from which link one leaves, before another screen is shown.
    pub(super) fn leave(&self, link: Element) {
        let scrolled = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
        self.left.replace(Some((link, scrolled)));
    }

    /// After another screen is shown: its beginning is in sight, and its title has the focus (rule 61).
    pub(super) fn enter(&self, screen: Screen, at: At) {
        let shown = self.page.shown();
        all::<Element>(&shown, ".jump[open]").iter().for_each(|one| {
            let _ = one.remove_attribute("open");
        });
        let Some(window) = window() else { return };
        window.scroll_to_with_x_and_y(0.0, 0.0);
        let title = || all::<HtmlElement>(&shown, &format!("#{}-title", screen.code())).into_iter().next();
        match at {
            At::Title => {
                self.left.take();
                focus(title());
            }
            At::Place(id) => match all::<HtmlElement>(&shown, &format!("[id=\"{id}\"]")).into_iter().next() {
                Some(place) => crate::patient::listen::lead_to(&place),
                None => focus(title()),
            },
            At::Link => match self.left.take() {
                Some((link, scrolled)) if link.is_connected() => {
                    window.scroll_to_with_x_and_y(0.0, scrolled);
                    focus(wasm_bindgen::JsCast::dyn_into(link).ok());
                }
                _ => focus(title()),
            },
        }
    }

    /// As a visit begins: everything as it came, at the top, nothing with the focus, no dialog open.
    pub(super) fn renew(&self) {
        self.left.take();
        dialogs::close(&self.page.shown());
    }

    /// At the top, with the focus nowhere: as when the page has just come.
    pub(super) fn rest(&self) {
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        let active = document().and_then(|document| document.active_element());
        if let Some(active) =
            active.and_then(|active| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(active).ok())
        {
            // An element that has the focus can lose it.
            let _ = active.blur();
        }
    }

    /// Shows nothing while nobody sees the screen: what a browser shows first when it comes back is what stood there before.
    pub(super) fn hide(&self, hidden: bool) {
        if let Some(root) = document().and_then(|document| document.document_element()) {
            // The name of the attribute is a right one.
            let _ = match hidden {
                true => root.set_attribute("data-unseen", ""),
                false => root.remove_attribute("data-unseen"),
            };
        }
    }

    /// Asks whether everything is to be erased, or no longer.
    pub(super) fn ask_if_sure(&self, asks: bool) {
        let shown = self.page.shown();
        show_parts(&shown, ".bar .sure", asks);
        let first = if asks { ".bar .sure button" } else { ".bar .finish" };
        focus(all::<HtmlElement>(&shown, first).into_iter().next());
    }

    /// Asks whether anybody is there; `seconds` are left.
    pub(super) fn ask(&self, seconds: u64) {
        dialogs::ask(&self.page.shown(), seconds);
    }

    /// Somebody is.
    pub(super) fn stop_asking(&self) {
        dialogs::stop_asking(&self.page.shown());
    }

    /// What the bar's button for reading aloud does next.
    pub(super) fn show_speaking(&self, speaks: bool) {
        for button in all::<Element>(&self.page.shown(), "[data-kiosk=listen]") {
            let text = button.get_attribute(if speaks { "data-pause" } else { "data-resume" });
            if button.text_content() != text {
                button.set_text_content(text.as_deref());
            }
        }
    }

    /// The part of the page that a voice would read now.
    pub(super) fn to_read(&self, screen: Screen) -> Vec<Element> {
        let shown = self.page.shown();
        let asking = all(&shown, ".still-there[open]");
        if !asking.is_empty() {
            return asking;
        }
        let sections = all::<Element>(&shown, SECTIONS);
        sections.into_iter().filter(|one| screen_of(one) == Some(screen)).collect()
    }

    /// Says which program runs here, as far as the settings know, in the words of `date`.
    pub(super) fn show_version(&self, settings: &Settings, date: impl Fn(crate::content::Date) -> String) {
        let (Some(version), Some(checked)) = (&settings.version, settings.checked) else { return };
        for place in all::<HtmlElement>(&self.page.shown(), "[data-checked]") {
            let text = place.get_attribute("data-checked").unwrap_or_default();
            let text = fill(&text, &[("version", version), ("date", &date(checked))]);
            place.set_text_content(Some(&text));
            place.set_hidden(false);
        }
    }
}

/// How large a millimetre is on this screen: the style draws the targets by it.
pub(super) fn measure(settings: &Settings) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(root).ok()) {
        let size = format!("{}.{:02}px", settings.mm / 100, settings.mm % 100);
        // A custom property takes any text.
        let _ = root.style().set_property("--mm", &size);
    }
}

/// The sections that are screens; the foot of the page is one too.
const SECTIONS: &str = "main > section, .foot";

/// The screen of which an element is part.
pub(super) fn screen_of(element: &Element) -> Option<Screen> {
    let section = element.closest(SECTIONS).ok()??;
    Screen::from_code(&section.id()).or_else(|| section.matches(".foot").ok()?.then_some(Screen::Contacts))
}

fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        // A window in the background may refuse the focus.
        let _ = element.focus();
    }
}
