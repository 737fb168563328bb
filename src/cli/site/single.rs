//! A page with everything inside: one file, one request, no other ever (rules 84 and 86).
//!
//! It runs from a web server, from a USB stick, or as the text of a frame (the kiosk). Its one script and its one style are
//! allowed by their hashes and nothing else is; the Wasm, the kit and the other readings lie in it as data. Anyone can
//! read it whole, and see that its policy allows no request. What a policy in a page cannot refuse (WebRTC, a followed
//! address) only a server's headers can.

use super::aside::{aside, by_language, supplemented};
use super::draw::{Prerendered, prerender};
use super::html::{Html, document_among};
use super::inside::Inside;
use super::place::Place;
use super::search::replaced;
use crate::content::Language;
use crate::patient::Kit;
use crate::share::Form;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;

/// The readings of a language as a text in the page, with what the kit lacks of it, which has no sign that is changed here: nobody makes a
/// document of one before somebody wants to read it.
fn text_aside((language, text): (Language, String)) -> AnyView {
    // What would end the element, or be taken for a comment in it, says the same to whoever makes a document of it.
    let text = replaced(&text, "</script", "&lt;/script");
    let text = replaced(&text, "<!", "&lt;!").into_owned();
    view! { <script type="text/plain" data-readings=language.code() inner_html=text></script> }.into_any()
}

impl Place<'_> {
    /// The page in this form as one file.
    pub(super) fn single(&self, form: Form, inside: &Inside) -> String {
        let notice = BASE64_STANDARD.encode(Kit::of(self.notice).beginning().to_bytes());
        let others = supplemented(self.others(form), self.supplements());
        self.whole(form, inside, notice, prerender(self.notice, self.first(), form), others)
    }

    /// What lies aside until someone switches to it. In a page or an embed it is what the page without a program says.
    pub(super) fn others(&self, form: Form) -> Vec<(Language, String)> {
        if matches!(form, Form::Page | Form::Embed) {
            return self.texts_aside();
        }
        let others = self.notice.readings().filter(|reading| *reading != self.first());
        by_language(others.map(|reading| (reading, aside(reading, &prerender(self.notice, reading, form)))))
    }

    /// The page in this form, as it was drawn, around this notice, in base64, and these texts.
    pub(super) fn whole(
        &self,
        form: Form,
        inside: &Inside,
        notice: String,
        drawn: Prerendered,
        others: Vec<(Language, String)>,
    ) -> String {
        let first = self.first();
        let Prerendered { document, title, description } = drawn;
        let document = document_among(document, others.iter().map(|(_, text)| text.as_str()));
        // The data come last, and of them the other languages: what can be read is there first, and the program does not wait for more
        // than it begins with.
        let data = data(inside, notice, others);
        let script = view! { <script type="module" async inner_html=inside.script.clone()></script> };
        Html {
            language: first.language,
            form: Some(form),
            waits: true,
            at_kiosk: form == Form::Kiosk,
            policy: &inside.policy(),
            title: &title,
            description: Some(&description),
            head: vec![inside.icon.link(), inside.style.element(), script.into_any()],
            body: vec![document, data],
        }
        .draw()
    }
}

/// What the program is made of and draws, as data that lie in the page.
pub(super) fn data(inside: &Inside, notice: String, others: Vec<(Language, String)>) -> AnyView {
    let languages: Vec<&str> = others.iter().map(|(language, _)| language.code()).collect();
    view! {
        <script type="application/base64" id="wasm" inner_html=inside.wasm.clone()></script>
        <script
            type="application/base64"
            data-languages=languages.join(" ")
            id="notice"
            inner_html=notice
        ></script>
        {others.into_iter().map(text_aside).collect_view()}
    }
    .into_any()
}
