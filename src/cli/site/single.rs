//! A page with everything inside: one file, one request, no other ever (rules 84 and 86).
//!
//! It runs from a web server, from a USB stick, or as the text of a frame (the kiosk). Its one script and its one style are
//! allowed by their hashes and nothing else is; the Wasm, the kit and the other readings lie in it as data. Anyone can
//! read it whole, and see that its policy allows no request. What a policy in a page cannot refuse (WebRTC, a followed
//! address) only a server's headers can.

use super::Trouble;
use super::aside::{aside, by_language};
use super::draw::{Prerendered, prerender};
use super::html::{Html, document_in_place};
use super::inside::Inside;
use super::place::Place;
use crate::content::Language;
use crate::patient::Kit;
use crate::share::Form;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;

/// The readings of a language as a text in the page: nobody makes a document of one before somebody wants to read it.
fn text_aside((language, text): (Language, String)) -> AnyView {
    // What would end the element, or be taken for a comment in it, says the same to whoever makes a document of it.
    let text = text.replace("</script", "&lt;/script").replace("<!", "&lt;!");
    view! { <script type="text/plain" data-readings=language.code() inner_html=text></script> }.into_any()
}

impl Place<'_> {
    /// The page in this form as one file.
    pub(super) fn single(&self, form: Form, inside: &Inside) -> Result<String, Trouble> {
        let first = self.first();
        let drawn = prerender(self.notice, first, form);
        // What lies aside until someone switches to it. In a page or an embed it is what the page without a program says.
        let others = self.pages.iter().filter(|(reading, _)| *reading != first);
        let others = others.map(|(reading, drawn)| match form {
            Form::Page | Form::Embed => (*reading, aside(*reading, drawn)),
            _ => (*reading, aside(*reading, &prerender(self.notice, *reading, form))),
        });
        let others: Vec<AnyView> = by_language(others).into_iter().map(text_aside).collect();
        let Prerendered { document, title, description } = drawn;
        let notice = BASE64_STANDARD.encode(Kit::of(self.notice).to_bytes());
        // The data come last: what can be read is there first.
        let data = view! {
            <script type="application/base64" id="wasm" inner_html=inside.wasm.clone()></script>
            <script type="application/base64" id="notice" inner_html=notice></script>
            {others}
        };
        let script = view! { <script type="module" inner_html=inside.script.clone()></script> };
        Ok(Html {
            language: first.language,
            form: Some(form),
            waits: true,
            at_kiosk: form == Form::Kiosk,
            policy: &inside.policy(),
            title: &title,
            description: Some(&description),
            head: vec![inside.icon.link(), inside.style.element(), script.into_any()],
            body: vec![document_in_place(document), data.into_any()],
        }
        .draw())
    }
}
