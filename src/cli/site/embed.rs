//! The embed: the page for a frame on somebody else's page, and what a webmaster pastes there to get it.

use super::Trouble;
use super::place::Place;
use crate::forms::Form;
use crate::share::{Script, Snippet};

impl Place<'_> {
    /// Writes `embed/`. The page has everything inside: in a sandboxed frame, which is of no origin, `'self'` in a policy
    /// means nobody in WebKit, and no file of ours would load.
    pub(super) fn embed(&self) -> Result<(), Trouble> {
        let page = self.single(Form::Embed, &self.shared.framed)?;
        self.site.page(&self.path("embed/index.html"), &page)?;
        let address = self.notice.register.as_ref().and_then(|register| register.site.page.as_ref());
        // The pages begin with the first reading, which is what the frame shows.
        let title = self.pages.first().map_or("", |(_, drawn)| drawn.title.as_str());
        let snippet = Snippet::new(address, title);
        self.site.plain(&self.path("embed/frame.txt"), snippet.frame().as_bytes())?;
        self.site
            .plain(&self.path("embed/element.txt"), snippet.element(&self.element_script()).as_bytes())
            .map(drop)
    }

    /// The script that makes an embed, as the place's address sees it.
    pub(super) fn element_script(&self) -> Script {
        let script = &self.shared.embed_script;
        // A place in a folder of its own shares the script with the others.
        Script { name: script.seen_from(&self.path("index.html")), integrity: script.integrity.clone() }
    }
}
