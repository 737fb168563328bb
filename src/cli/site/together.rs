//! What a site of many places has once, so that no page of a place has it inside: the program with its start, and each kind of page with
//! everything inside, empty. What a place makes of it is in [`super::put_together`].

use super::inside::{Inside, hash, without};
use super::release::Release;
use super::styles::{self, Style};
use super::{Asset, Site, Trouble};
use crate::content::Language;
use leptos::prelude::*;

/// What a site of many places has once, so that none of them has it inside.
pub(super) struct Together {
    /// Glue and start of the program of a page with everything inside.
    pub(super) script: Part,
    /// The single file.
    pub(super) alone: Hollow,
    /// A kiosk's visit.
    pub(super) visit: Hollow,
    /// The embed.
    pub(super) framed: Hollow,
    /// What makes the single file.
    pub(super) file_script: OwnScript,
    /// What starts the embed.
    pub(super) embed_script: OwnScript,
}

/// A file that is put whole into a page, with its length.
pub(super) struct Part {
    pub(super) file: Asset,
    pub(super) length: usize,
}

impl Part {
    pub(super) fn hashed(site: &Site, name: &str, ending: &str, text: &str) -> Result<Part, Trouble> {
        Ok(Part { file: site.hashed(name, ending, text.as_bytes())?, length: text.len() })
    }
}

/// A kind of page with everything inside, empty; and the style that belongs inside.
pub(super) struct Hollow {
    pub(super) inside: Inside,
    pub(super) style: Part,
}

/// A script that stands in the page, and its sum.
pub(super) struct OwnScript {
    text: String,
    pub(super) sum: String,
}

impl OwnScript {
    fn joined(release: &Release, parts: &[&str]) -> Result<OwnScript, Trouble> {
        let text = format!("\n{}", release.joined(parts)?);
        ["</script", "<!"].into_iter().try_for_each(|end| without(&text, end))?;
        Ok(OwnScript { sum: hash(&text), text })
    }

    pub(super) fn element(&self) -> AnyView {
        view! { <script type="module" inner_html=self.text.clone()></script> }.into_any()
    }
}

/// Where in an empty page something belongs inside: what stands before it. No text of a register holds such a tag, escaped as it is.
pub(super) const GAPS: [(&str, Gap<'_>); 4] = [
    ("<style>", Gap::Style),
    ("<script type=\"module\" async>", Gap::Script),
    ("id=\"wasm\">", Gap::Wasm),
    ("id=\"notice\">", Gap::Notice),
];

/// The same for what the kit lacks of a language, before its readings.
pub(super) fn gap_of(language: Language) -> String {
    format!("data-readings=\"{}\">", language.code())
}

pub(super) enum Gap<'a> {
    Style,
    Script,
    Wasm,
    Notice,
    Supplement(&'a Part),
}

impl Together {
    /// Writes what all places share.
    pub(super) fn write(site: &Site, release: &Release) -> Result<Together, Trouble> {
        let hollow = |name: &str, style: &Style| {
            let inside = Inside::of(release, style)?;
            let style = Part::hashed(site, name, "css", &inside.style.text)?;
            Ok(Hollow { inside: inside.emptied(), style })
        };
        let inside = Inside::of(release, &styles::PATIENTS)?;
        Ok(Together {
            script: Part::hashed(site, "inside", "js", &inside.script)?,
            alone: hollow("style", &styles::PATIENTS)?,
            visit: hollow("visit", &styles::VISIT)?,
            framed: hollow("embed", &styles::EMBED)?,
            file_script: OwnScript::joined(release, &["join.js", "boot-file.js"])?,
            embed_script: OwnScript::joined(release, &["join.js", "whole.js", "boot-embed.js"])?,
        })
    }
}
