//! The first page of a site of several places.

use super::Trouble;
use super::draw::drawn;
use super::shared::Shared;
use super::shell::{escaped, style_link, tidy, with_links};
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
        let (path, shell) = ("index.html", self.release.text("index.html")?);
        let own = self.site.hashed("places", "css", self.release.bytes("places.css")?)?;
        let style = [&self.style, &own].map(|style| style_link(path, style)).join("\n    ");
        let html = with_links(shell, "", "", &style)?
            .replace("{lang}", Language::Fr.code())
            .replace("{dir}", Language::Fr.direction().attribute())
            .replace("{form}", Form::Static.code())
            .replace("{policy}", &content_policy(false))
            .replace("{title}", &word(PlacesWord::Title))
            .replace("{description}", &word(PlacesWord::Lead))
            .replace("{preview}", "")
            .replace("{alternates}", "");
        let html = tidy(&html).replacen("{document}", &drawn(|| places(words, &listed)), 1);
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
