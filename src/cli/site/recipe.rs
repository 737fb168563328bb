//! How a text is put together in a browser of files that lie in the site anyway, so that it need not lie there once more.
//!
//! A page with everything inside is made of the program, which is the same for all places, and of texts that stand in the place's
//! other pages word for word. Where a site holds many places, only the recipe is written: which part of which file comes
//! where, and what stands between. `public/join.js` follows it, and checks each file against its integrity; what it puts
//! together is the page as it would have been written, byte for byte.

use super::Asset;
use super::search::{places, replaced};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// A match shorter than this costs more to name than to say.
const WORTH: usize = 48;

/// What is looked up: so many bytes from the beginning of a tag.
const ANCHOR: usize = 24;

/// A file of which parts are taken, with its bytes; or, where it is `folded`, with those that it has when nothing in it stands open
/// ([`folded`]).
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) file: &'a Asset,
    pub(super) text: &'a str,
    pub(super) folded: bool,
}

/// A page without a script has open what a living one has folded, hundreds of times: the same text, as a living page has it.
/// `public/join.js` does the same.
pub(super) fn folded(page: &str) -> String {
    replaced(page, "<details open", "<details").into_owned()
}

/// A part of a text.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Piece {
    /// It is said here.
    Said(String),
    /// The bytes of a file, folded or not, from the one place to the other.
    Part([usize; 3]),
    /// A whole file, in base64.
    InBase64([usize; 1]),
}

/// A text, as it is put together.
#[derive(Debug, Default)]
pub(super) struct Recipe {
    /// The address of each file, as the page sees it, its integrity, and whether it is folded.
    files: Vec<(String, String, bool)>,
    paths: Vec<String>,
    pieces: Vec<Piece>,
}

/// The files whose parts a recipe may take, looked up by how they go on from each tag.
#[derive(Default)]
pub(super) struct Shelf<'a> {
    sources: Vec<Source<'a>>,
    /// The number of the file, and where in it.
    anchors: HashMap<&'a [u8], Vec<(usize, usize)>>,
}

impl<'a> Shelf<'a> {
    /// Puts a file there.
    pub(super) fn put(&mut self, source: Source<'a>) {
        let (number, text) = (self.sources.len(), source.text);
        for at in places(text, "<") {
            if let Some(anchor) = text.as_bytes().get(at..at + ANCHOR) {
                self.anchors.entry(anchor).or_default().push((number, at));
            }
        }
        self.sources.push(source);
    }

    /// The longest part of a file with which this text goes on, if it is worth it. Of equal ones that which follows `after`, so that
    /// two texts with the same order are few parts.
    fn find(&self, text: &str, after: (usize, usize)) -> Option<[usize; 3]> {
        let places = self.anchors.get(text.as_bytes().get(..ANCHOR)?)?;
        let next = places.partition_point(|place| *place < after);
        let near = places.iter().skip(next).chain(places.iter().take(next)).take(8);
        let length = |(number, at): (usize, usize)| {
            let there = self.sources[number].text.as_bytes()[at..].iter();
            let same = there.zip(text.as_bytes()).take_while(|(one, other)| one == other).count();
            // Up to the end of a tag, which is the end of a letter too.
            text.as_bytes()[..same].iter().rposition(|byte| *byte == b'>').map_or(0, |end| end + 1)
        };
        let found = near.map(|place| (length(*place), *place));
        // The first of the longest.
        let best = found.reduce(|best, one| if one.0 > best.0 { one } else { best });
        best.filter(|(length, _)| *length >= WORTH).map(|(length, (number, at))| [number, at, at + length])
    }
}

impl Recipe {
    /// A file of the site, as the page at `page` sees it: its number.
    fn file(&mut self, page: &str, file: &Asset, folded: bool) -> usize {
        let one = (folder(&file.seen_from(page)), file.integrity.clone(), folded);
        let there = self.files.iter().position(|known| *known == one);
        there.unwrap_or_else(|| {
            self.files.push(one);
            self.paths.push(file.path.clone());
            self.files.len() - 1
        })
    }

    /// Something that is said here.
    pub(super) fn say(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Said(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.pieces.push(Piece::Said(text.to_owned())),
        }
    }

    /// A whole file.
    pub(super) fn whole(&mut self, page: &str, file: &Asset, length: usize) {
        let number = self.file(page, file, false);
        self.pieces.push(Piece::Part([number, 0, length]));
    }

    /// The paths of the files, from the root of the site.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }

    /// A whole file, in base64.
    pub(super) fn in_base64(&mut self, page: &str, file: &Asset) {
        let number = self.file(page, file, false);
        self.pieces.push(Piece::InBase64([number]));
    }

    /// A text, of what stands on the shelf and of what does not.
    pub(super) fn text(&mut self, page: &str, text: &str, shelf: &Shelf<'_>) {
        let (mut said, mut at, mut after) = (0, 0, (0, 0));
        while let Some(tag) = text[at..].find('<') {
            at += tag;
            let Some([number, from, to]) = shelf.find(&text[at..], after) else {
                at += 1;
                continue;
            };
            self.say(&text[said..at]);
            let source = shelf.sources[number];
            let file = self.file(page, source.file, source.folded);
            self.pieces.push(Piece::Part([file, from, to]));
            at += to - from;
            (said, after) = (at, (number, to));
        }
        self.say(&text[said..]);
    }

    /// As JSON. What is folded says so behind the integrity.
    pub(super) fn to_value(&self) -> Value {
        let file = |(address, integrity, folded): &(String, String, bool)| match folded {
            true => json!([address, integrity, "folded"]),
            false => json!([address, integrity]),
        };
        json!({ "files": self.files.iter().map(file).collect::<Value>(), "pieces": self.pieces })
    }

    /// As it stands in a page, in an element for data.
    pub(super) fn to_json(&self) -> String {
        self.to_value().to_string().replace('<', "\\u003c")
    }
}

/// A page is asked for by the address of its folder: some servers lead from `index.html` there, and a service worker follows nobody.
pub(super) fn folder(page: &str) -> String {
    match page.strip_suffix("index.html") {
        Some("") => "./".to_owned(),
        Some(folder) => folder.to_owned(),
        None => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Asset, Piece, Recipe, Shelf, Source, folded, folder};
    use proptest::prelude::*;

    fn asset(path: &str) -> Asset {
        Asset { path: path.to_owned(), integrity: format!("sha384-{path}") }
    }

    /// What a browser makes of it.
    fn joined(recipe: &Recipe, texts: &[(&str, &str)]) -> String {
        let text = |number: usize| {
            let (address, _, is_folded) = &recipe.files[number];
            let text = texts.iter().find(|(path, _)| folder(path) == *address).unwrap().1;
            if *is_folded { folded(text) } else { text.to_owned() }
        };
        let pieces = recipe.pieces.iter().map(|piece| match piece {
            Piece::Said(text) => text.clone(),
            Piece::Part([number, from, to]) => text(*number)[*from..*to].to_owned(),
            Piece::InBase64(_) => String::new(),
        });
        pieces.collect()
    }

    fn recipe(text: &str, texts: &[(&str, &str)]) -> Recipe {
        let files: Vec<Asset> = texts.iter().map(|(path, _)| asset(path)).collect();
        let mut shelf = Shelf::default();
        let read: Vec<String> = texts.iter().map(|(_, text)| folded(text)).collect();
        let all = files.iter().zip(texts).zip(&read);
        all.for_each(|((file, (_, raw)), text)| shelf.put(Source { file, text, folded: text != raw }));
        let mut recipe = Recipe::default();
        recipe.text("index.html", text, &shelf);
        recipe
    }

    #[test]
    fn what_stands_elsewhere_is_named_and_only_the_rest_is_said() {
        let common = "<p>What stands in both pages, word for word, and is long enough to be worth it.</p>";
        let there = format!("<div lang=\"fr\" class=\"document\">{common}<hr>{common}</div>");
        let here = format!("<div lang=\"fr\" class=\"kiosk\">{common}é{common}</div>");
        let made = recipe(&here, &[("fr/index.html", &there)]);
        assert_eq!(joined(&made, &[("fr/index.html", &there)]), here);
        let parts = made.pieces.iter().filter(|piece| matches!(piece, Piece::Part(_))).count();
        assert_eq!(parts, 2, "{:?}", made.pieces);
        assert!(made.to_json().len() < here.len(), "{}", made.to_json());
        assert!(!made.to_json().contains('<'), "it ends no element: {}", made.to_json());
    }

    /// Each fold was said anew, and where so many texts begin alike the sentence behind it was not found either: the recipe of a single
    /// file said 75 KB of 400, and a place of many was 0.07 MB larger.
    #[test]
    fn a_text_that_stands_elsewhere_with_its_folds_open_is_named_whole() {
        let fold = |at: usize, open: &str| {
            format!(
                "<details{open} class=\"letter\"><summary>{at}</summary><p class=\"one\">The same beginning, and number {at}</p></details>"
            )
        };
        let [open, living] = [" open", ""].map(|open| (0..50).map(|at| fold(at, open)).collect::<String>());
        let made = recipe(&living, &[("fr/index.html", &open)]);
        assert_eq!(joined(&made, &[("fr/index.html", &open)]), living);
        assert_eq!(made.pieces, [Piece::Part([0, 0, living.len()])]);
    }

    proptest! {
        #[test]
        fn whatever_is_put_together_is_the_text(
            parts in prop::collection::vec(prop::sample::select(vec![
                "<p>un texte assez long pour que l’on prenne la peine de le nommer</p>", "<b>", "é", "<", ">", "</div>",
                "<p>un texte assez long pour que l’on prenne la peine de le dire</p>", "<details>", "<details open>", "<a href=\"../fr/simple/\">Français</a>",
            ]), 0..40),
            others in prop::collection::vec(0usize..8, 0..40),
        ) {
            let text: String = parts.concat();
            let there: String = others.iter().filter_map(|at| parts.get(*at).copied()).collect();
            let files = [("a.html", there.as_str()), ("b.html", text.get(..text.len() / 2).unwrap_or_default())];
            prop_assert_eq!(joined(&recipe(&text, &files), &files), text);
        }
    }
}
