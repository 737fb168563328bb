//! A page with everything inside: one file, one request, no other ever (rules 84 and 86).
//!
//! It runs from a web server, from a USB stick, or as the text of a frame (the kiosk). Its one script and its one style are
//! allowed by their hashes and nothing else is; the Wasm, the notice and the other readings lie in it as data. Anyone can
//! read it whole, and see that its policy allows no request. What a policy in a page cannot refuse (WebRTC, a followed
//! address) only a server's headers can.

use super::Trouble;
use super::aside::aside;
use super::draw::{Prerendered, prerender};
use super::inside::Inside;
use super::place::Place;
use super::shell::{Shell, escaped};
use crate::patient::Kit;
use crate::share::Form;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// A kiosk's browser offers no translation: it would send the text away (rule 42).
const UNTRANSLATED: &str = "<meta name=\"google\" content=\"notranslate\">\n";

impl Place<'_> {
    /// The page in this form as one file.
    pub(super) fn single(&self, form: Form, inside: &Inside) -> Result<String, Trouble> {
        let first = self.first();
        let drawn = prerender(self.notice, first, form);
        // What lies aside until someone switches to it. In a page or an embed it is what the page without a program says.
        let others = self.pages.iter().filter(|(reading, _)| *reading != first);
        let others: String = match form {
            Form::Page | Form::Embed => others.map(|(_, drawn)| aside(drawn)).collect(),
            _ => others.map(|(reading, _)| aside(&prerender(self.notice, *reading, form))).collect(),
        };
        let Prerendered { document, title, description } = drawn;
        // The data come last: what can be read is there first.
        let data = format!(
            "<script type=\"application/base64\" id=\"wasm\">{}</script>\n\
             <script type=\"application/base64\" id=\"notice\">{}</script>\n\
             <template id=\"others\">\n{others}</template>",
            inside.wasm,
            BASE64_STANDARD.encode(Kit::of(self.notice).to_bytes()),
        );
        let untranslated = if form == Form::Kiosk { UNTRANSLATED } else { "" };
        Shell::of_trunk("index.html", self.release.text("index.html")?)?.fill(&[
            ("program", ""),
            ("start", &format!("<script type=\"module\">{}</script>", inside.script)),
            ("style", &format!("{untranslated}<style>{}</style>", inside.style)),
            ("icon", &inside.icon_link()),
            ("lang", first.language.code()),
            ("dir", first.language.direction().attribute()),
            ("form", form.code()),
            ("policy", &inside.policy()),
            ("title", &escaped(&title)),
            ("description", &escaped(&description)),
            ("preview", ""),
            ("alternates", ""),
            ("document", &document),
            ("data", &data),
        ])
    }
}
