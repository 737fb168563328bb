//! The first page of a site of several places.

use super::draw::drawn;
use super::html::{Html, document_in_place, style_link};
use super::shared::Shared;
use super::{Trouble, styles};
use crate::cli::content_policy;
use crate::content::{Language, Level, Library, PlacesWord};
use crate::patient::view::places::{DirectoryEntry, places};
use crate::share::Form;
use std::collections::BTreeSet;

impl Shared<'_> {
    /// Writes the list, in the order of names, in these languages.
    pub(super) fn list(
        &self,
        library: &Library,
        languages: &BTreeSet<Language>,
        mut listed: Vec<DirectoryEntry>,
    ) -> Result<(), Trouble> {
        let name = |one: &DirectoryEntry| {
            one.name.pick(Language::Fr, Level::Clear).map(|shown| plain(shown.text)).unwrap_or_default()
        };
        listed.sort_by_cached_key(|one| (name(one), one.folder.clone()));
        let words = &library.places_words;
        let word = |word| words.get(Language::Fr, word);
        let path = "index.html";
        let own = self.site.hashed("places", "css", styles::PLACES.joined(self.release)?.as_bytes())?;
        let list = drawn(&places(words, languages, &listed));
        let html = {
            let styles = [&self.style, &own].map(|style| style_link(path, style));
            Html {
                language: Language::Fr,
                form: Some(Form::Static),
                waits: true,
                at_kiosk: false,
                policy: &content_policy(false, ""),
                title: word(PlacesWord::Title),
                description: Some(word(PlacesWord::Lead)),
                head: [self.icon.link()].into_iter().chain(styles).collect(),
                body: vec![document_in_place(list)],
            }
            .draw()
        };
        self.site.page(path, &html)
    }
}

/// A name as it is looked up: small letters, no accents.
fn plain(name: &str) -> String {
    let letters = name.chars().flat_map(char::to_lowercase);
    letters
        .map(|letter| match letter {
            'à' | 'â' | 'ä' | 'á' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' => 'i',
            'ô' | 'ö' | 'ó' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            'ÿ' => 'y',
            '’' => '\'',
            other => other,
        })
        .collect()
}
