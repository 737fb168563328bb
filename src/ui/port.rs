//! What the views need from the browser. Natively nothing happens.

use crate::content::Date;

/// The hands of the views. Functions, so that a page can be drawn without a browser.
#[derive(Debug, Clone, Copy)]
pub struct Port {
    /// Opens the print dialog.
    pub print: fn(),
    /// Moves the focus to the element with this id.
    pub focus: fn(&str),
    /// Makes a change that redraws the page, and keeps the reader's place: open parts, focus, scroll.
    pub keep_place: fn(Box<dyn FnOnce()>),
    /// Today, if a clock is at hand.
    pub today: fn() -> Option<Date>,
}

impl Port {
    /// Without a browser: for prerendering and for tests.
    pub fn none() -> Port {
        Port { print: || (), focus: |_| (), keep_place: |change| change(), today: || None }
    }
}
