//! The page for an address where there is nothing: `404.html` in the root of a site.
//!
//! A server shows it at whatever address was asked for, so nothing that it needs has an address: its style and its script lie in it,
//! allowed by their hashes. The script leads from `%23` to `#`: some mail programs write a link so.

use super::draw::drawn;
use super::html::{Html, document_in_place};
use super::shared::Shared;
use super::{Trouble, styles};
use crate::content::{Language, Library, PlacesWord};
use crate::patient::view::lost::lost;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Where it lies, in the root of a site.
pub(in crate::cli) const LOST: &str = "404.html";

impl Shared<'_> {
    /// Writes it, in these languages.
    ///
    /// # Errors
    /// If a part of it is missing in the release.
    pub(super) fn lost(&self, library: &Library, languages: &BTreeSet<Language>) -> Result<(), Trouble> {
        let words = &library.places_words;
        let style = styles::LOST.joined(self.release)?;
        let script = self.release.joined(&["lost.js"])?;
        let sum = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
        let policy = format!(
            "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'",
            sum(&script),
            sum(&style)
        );
        let html = Html {
            language: Language::Fr,
            form: None,
            waits: false,
            at_kiosk: false,
            policy: &policy,
            title: words.get(Language::Fr, PlacesWord::LostTitle),
            description: None,
            head: vec![
                // First of all: whoever is led on sees nothing of this page.
                view! { <script inner_html=script></script> }.into_any(),
                view! { <style inner_html=style></style> }.into_any(),
            ],
            body: vec![document_in_place(drawn(&lost(words, languages)))],
        };
        self.site.page(LOST, &html.draw())
    }
}
