//! A page with everything inside: one file, one request, no other ever (rules 84 and 86).
//!
//! It runs from a web server, from a USB stick, or as the text of a frame (the kiosk). Its one script and its one style are
//! allowed by their hashes and nothing else is; the Wasm, the notice and the other readings lie in it as data. Anyone can
//! read it whole, and see that its policy lets nothing out.

use super::Trouble;
use super::draw::{Prerendered, prerender};
use super::place::Place;
use super::release::Release;
use super::shell::{escaped, replace_tag, tidy, with_links};
use crate::forms::Form;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// A kiosk's browser offers no translation: it would send the text away (rule 42).
const UNTRANSLATED: &str = "<meta name=\"google\" content=\"notranslate\">\n";

/// What goes into every such page of a release, whatever the register: made once.
pub(super) struct Inside {
    script: String,
    style: String,
    wasm: String,
    icon: String,
    /// `'sha256-…'` of the script, as a policy names it.
    pub(super) script_hash: String,
    /// The same of the style.
    pub(super) style_hash: String,
}

impl Inside {
    /// Takes the program and these styles from a release.
    ///
    /// # Errors
    /// If something is missing, or would end the element in which it is to lie.
    pub(super) fn of(release: &Release, styles: &[&str]) -> Result<Inside, Trouble> {
        let script = format!("\n{}\n{}", release.text("app.js")?, release.text("boot-inside.js")?);
        let style = styles.iter().map(|name| release.text(name)).collect::<Result<Vec<_>, _>>()?.join("\n");
        for (text, end) in [(&script, "</script"), (&script, "<!--"), (&style, "</style")] {
            if text.contains(end) {
                let next = "Write it otherwise: it cannot stand inside a page.";
                return Err(Trouble::new(format!("a script or a style has {end} in it"), next));
            }
        }
        let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
        Ok(Inside {
            script_hash: hash(&script),
            style_hash: hash(&style),
            wasm: BASE64_STANDARD.encode(release.bytes("app_bg.wasm")?),
            icon: BASE64_STANDARD.encode(release.bytes("icon.svg")?),
            script,
            style,
        })
    }

    /// What such a page may do: run its own script and Wasm, show its own style and pictures that lie in it. Nothing else.
    pub(super) fn policy(&self) -> String {
        let (script, style) = (&self.script_hash, &self.style_hash);
        format!(
            "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; img-src data:; \
             connect-src 'none'; base-uri 'none'; form-action 'none'"
        )
    }
}

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
