//! The kiosk, as far as the patient sees it: one page with a document and others of its own, and a style beside the common one.

use super::Asset;
use super::Trouble;
use super::draw::prerender;
use super::place::{Data, Place};
use super::shell::{escaped, style_link};
use crate::forms::Form;

/// Where it lies below a place.
const PAGE: &str = "kiosk/visit/index.html";

impl Place<'_> {
    /// Writes `kiosk/visit/`.
    pub(super) fn kiosk(&self, notice: &Asset) -> Result<(), Trouble> {
        let mut others = String::from("<!doctype html>\n<meta charset=\"utf-8\">\n");
        for reading in self.notice.readings().filter(|reading| *reading != self.first()) {
            let drawn = prerender(self.notice, reading, Form::Kiosk);
            let (title, document) = (escaped(&drawn.title), drawn.document);
            others += &format!("<div data-title=\"{title}\">{document}</div>\n");
        }
        let others = self.site.hashed(&self.path("kiosk/visit/others"), "html", others.as_bytes())?;
        let data = Data { notice: notice.clone(), others };
        self.live_page(PAGE, self.first(), Form::Kiosk, &data)
    }

    /// The link to the style that only a kiosk has.
    pub(super) fn kiosk_style(&self, path: &str) -> Result<String, Trouble> {
        let style = self.shared.file("kiosk.css", "kiosk/kiosk", "css")?;
        Ok(style_link(path, &style))
    }
}
