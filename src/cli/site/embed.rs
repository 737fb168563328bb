//! The embed: the page for a frame on somebody else's page, and what a webmaster pastes there to get it.

use super::Trouble;
use super::draw::prerender;
use super::html::{Html, document_in_place};
use super::inside::Inside;
use super::place::Place;
use crate::content::Reading;
use crate::share::Form;
use crate::share::{Script, Snippet};

/// The answer of oEmbed, from the root of a place.
const OEMBED: &str = "oembed.json";

impl Place<'_> {
    /// Writes `embed/`. The page has everything inside: in a sandboxed frame, which is of no origin, `'self'` in a policy
    /// means nobody in WebKit, and no file of ours would load.
    pub(super) fn embed(&self, inside: &Inside) -> Result<(), Trouble> {
        let page = self.single(Form::Embed, inside);
        self.site.page(&self.path("embed/index.html"), &page)?;
        self.notice.readings().try_for_each(|reading| self.framed(reading, inside))?;
        self.snippets()
    }

    /// Writes what a webmaster pastes, and what a content management system asks for in the place of an address that was pasted.
    pub(super) fn snippets(&self) -> Result<(), Trouble> {
        let address = self.notice.register.as_ref().and_then(|register| register.site.page.as_ref());
        // The pages begin with the first reading, which is what the frame shows.
        let title = self.pages.first().map_or("", |(_, drawn)| drawn.title.as_str());
        let snippet = Snippet::new(address, title);
        self.site.plain(&self.path("embed/frame.txt"), snippet.frame().as_bytes())?;
        if let Some(oembed) = snippet.oembed() {
            self.site.plain(&self.path(OEMBED), format!("{:#}\n", serde_json::json!(oembed)).as_bytes())?;
        }
        self.site
            .plain(&self.path("embed/element.txt"), snippet.element(&self.element_script()).as_bytes())
            .map(drop)
    }

    /// Where what is asked for in the place of the page's address lies; `None` where that address is not known.
    pub(super) fn oembed(&self) -> Option<String> {
        let page = self.notice.register.as_ref()?.site.page.as_ref()?;
        Some(format!("{}{OEMBED}", page.folder()))
    }

    /// Writes the page without a script, in one language at one level: where the embed's links lead while its program does not live.
    /// The pages outside `embed/` are framed by nobody.
    fn framed(&self, reading: Reading, inside: &Inside) -> Result<(), Trouble> {
        let path = self.path(&format!("embed/{}index.html", reading.folder()));
        let drawn = prerender(self.notice, reading, Form::Framed);
        let html = {
            Html {
                language: reading.language,
                form: Some(Form::Framed),
                waits: true,
                at_kiosk: false,
                policy: &inside.policy_without_script(),
                title: &drawn.title,
                description: Some(&drawn.description),
                head: vec![inside.icon.link(), inside.style.element()],
                body: vec![document_in_place(drawn.document)],
            }
            .draw()
        };
        self.site.page(&path, &html)
    }

    /// The script that makes an embed, as the place's address sees it.
    pub(super) fn element_script(&self) -> Script {
        let script = &self.shared.embed_script;
        // A place in a folder of its own shares the script with the others.
        Script { name: script.seen_from(&self.path("index.html")), integrity: script.integrity.clone() }
    }
}
