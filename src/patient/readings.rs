//! The page in the other languages and at the other levels, as `public/readings.js` holds them: texts, of which it makes a document when
//! the program asks for one, and before them what the kit lacks of the language. This module must not know what is done with it.

use crate::content::{Language, Reading};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// What gives the documents of the other readings.
    pub type Readings;

    #[wasm_bindgen(method)]
    fn open(this: &Readings, language: &str, level: &str, done: JsValue);

    #[wasm_bindgen(method)]
    fn supplement(this: &Readings, language: &str, done: JsValue);

    #[wasm_bindgen(method)]
    fn renew(this: &Readings);
}

impl Readings {
    /// Calls `done` with the document of this reading and its title: at once, if its text is there, or when it has come. With `None` if it
    /// cannot be had, which may be otherwise later.
    pub(super) fn bring(&self, reading: Reading, done: impl FnOnce(Option<(Element, String)>) + 'static) {
        let done = called(Box::new(move |document, title| done(document.zip(title))));
        self.open(reading.language.code(), reading.level.code(), done);
    }

    /// Calls `done` with the supplement of this language: at once, if it is there, or when it has come. With `None` if it cannot be had.
    pub(super) fn bring_supplement(&self, language: Language, done: impl FnOnce(Option<String>) + 'static) {
        self.supplement(language.code(), called(Box::new(move |_, supplement| done(supplement))));
    }

    /// The documents that were given are used up: from now on each comes anew.
    pub(super) fn begin_again(&self) {
        self.renew();
    }
}

/// What is called with an element, a text, both or neither: one kind of call for all, since each would be code and glue of its own.
fn called(done: Box<dyn FnOnce(Option<Element>, Option<String>)>) -> JsValue {
    Closure::once_into_js(done)
}
