//! A page with everything inside: one file, one request, no other ever (rules 84 and 86).
//!
//! It runs from a web server, from a USB stick, or as the text of a frame (the kiosk). Its one script and its one style are
//! allowed by their hashes and nothing else is; the Wasm, the notice and the other readings lie in it as data. Anyone can
//! read it whole, and see that its policy allows no request. What a policy in a page cannot refuse (WebRTC, a followed
//! address) only a server's headers can.

use super::Trouble;
use super::draw::{Prerendered, prerender};
use super::inside::Inside;
use super::place::Place;
use super::shell::{escaped, replace_tag, tidy, with_links};
use crate::forms::Form;
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
        let icon = format!(
            r#"<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{}">"#,
            inside.icon
        );
        let mut html = with_links(self.release.text("index.html")?, "", "{script}", "{style}")?;
        replace_tag(&mut html, r#"<link rel="icon""#, ">", &icon)?;
        let html = html
            .replace("{lang}", first.language.code())
            .replace("{form}", form.code())
            .replace("{dir}", first.language.direction().attribute())
            .replace("{policy}", &inside.policy())
            .replace("{title}", &escaped(&title))
            .replace("{description}", &escaped(&description))
            .replace("{preview}", "")
            .replace("{alternates}", "");
        // The data come last: what can be read is there first.
        let data = format!(
            "<script type=\"application/base64\" id=\"wasm\">{}</script>\n\
             <script type=\"application/base64\" id=\"notice\">{}</script>\n\
             <template id=\"others\">\n{others}</template>\n</body>",
            inside.wasm,
            BASE64_STANDARD.encode(self.notice.to_bytes()),
        );
        // Line by line: nothing that is put in is ever searched for marks.
        let lines = tidy(&html);
        let filled = lines.lines().map(|line| match line.trim() {
            "{script}" => format!("<script type=\"module\">{}</script>\n", inside.script),
            "{style}" if form == Form::Kiosk => format!("{UNTRANSLATED}<style>{}</style>\n", inside.style),
            "{style}" => format!("<style>{}</style>\n", inside.style),
            "</body>" => format!("{data}\n"),
            _ => line.replacen("{document}", &document, 1) + "\n",
        });
        Ok(filled.collect())
    }
}

fn aside(drawn: &Prerendered) -> String {
    format!("<div data-title=\"{}\">{}</div>\n", escaped(&drawn.title), drawn.document)
}
