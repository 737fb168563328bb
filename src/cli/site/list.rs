//! The first page of a site of several places.

use super::draw::drawn;
use super::shared::Shared;
use super::shell::{Shell, escaped, icon_link, style_link};
use super::{Trouble, styles};
use crate::cli::content_policy;
use crate::content::{Language, Level, Library, PlacesWord};
use crate::forms::Form;
use crate::ui::places::{Listed, places};

impl Shared<'_> {
    /// Writes the list, in the order of names.
    pub(super) fn list(&self, library: &Library, mut listed: Vec<Listed>) -> Result<(), Trouble> {
        let name = |one: &Listed| {
            one.name.pick(Language::Fr, Level::Clear).map(|shown| plain(shown.text)).unwrap_or_default()
        };
        listed.sort_by_cached_key(|one| (name(one), one.folder.clone()));
        let words = &library.places_words;
        let word = |word| escaped(words.get(Language::Fr, word));
        let path = "index.html";
        let own = self.site.hashed("places", "css", styles::PLACES.joined(self.release)?.as_bytes())?;
        let style = [&self.style, &own].map(|style| style_link(path, style)).join("\n    ");
        let html = Shell::of_trunk("index.html", self.release.text("index.html")?)?.fill(&[
            ("program", ""),
            ("start", ""),
            ("style", &style),
            ("icon", &icon_link(path, &self.icon)),
            ("lang", Language::Fr.code()),
            ("dir", Language::Fr.direction().attribute()),
            ("form", Form::Static.code()),
            ("policy", &content_policy(false)),
            ("title", &word(PlacesWord::Title)),
            ("description", &word(PlacesWord::Lead)),
            ("preview", ""),
            ("alternates", ""),
            ("document", &drawn(|| places(words, &listed))),
            ("data", ""),
        ])?;
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
