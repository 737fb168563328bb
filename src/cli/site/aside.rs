//! What lies aside until somebody switches to it: the page in another language or at another level, and before it what the kit lacks of
//! that language.

use super::draw::Prerendered;
use super::search::{parts, split_once};
use crate::content::{Language, Reading};
use leptos::prelude::*;

/// The document with its title. Its letters are left out: they are the same in every language, the program has them, and writes
/// them into a document that it shows.
pub(super) fn aside(reading: Reading, drawn: &Prerendered) -> String {
    let mut parts = parts(&drawn.document, "<pre ");
    let first = parts.next().unwrap_or_default().to_owned();
    let document = parts.fold(first, |text, part| {
        // A text in an element has no `<`, and no attribute has a `>`.
        let letter = part.split_once('>').filter(|(tag, _)| tag.contains("data-text="));
        match letter.and_then(|(tag, rest)| Some((tag, split_once(rest, "</pre>")?.1))) {
            Some((tag, after)) => text + "<pre " + tag + "></pre>" + after,
            None => text + "<pre " + part,
        }
    });
    let title = drawn.title.clone();
    let name = format!("{} {}", reading.language.code(), reading.level.code());
    view! { <div data-reading=name data-title=title inner_html=document></div> }.to_html() + "\n"
}

/// Readings, language by language in their order, each with the texts of its readings in one: they are so alike that packed together they
/// take two thirds of the bytes.
pub(super) fn by_language(texts: impl Iterator<Item = (Reading, String)>) -> Vec<(Language, String)> {
    let mut files: Vec<(Language, String)> = Vec::new();
    for (reading, text) in texts {
        match files.iter_mut().find(|(language, _)| *language == reading.language) {
            Some((_, file)) => *file += &text,
            None => files.push((reading.language, text)),
        }
    }
    files
}

/// A text of each language that the kit lacks or that is not read first: its supplement, before the readings that there are.
pub(super) fn supplemented(
    mut files: Vec<(Language, String)>,
    supplements: Vec<(Language, String)>,
) -> Vec<(Language, String)> {
    for (language, supplement) in supplements {
        match files.iter_mut().find(|(one, _)| *one == language) {
            Some((_, file)) => file.insert_str(0, &supplement),
            None => files.push((language, supplement)),
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::{Prerendered, aside, by_language, supplemented};
    use crate::content::{Language, Level, Reading};

    #[test]
    fn what_lies_aside_has_everything_but_the_letters() {
        let document = "<p>$1 and &lt;</p><pre id=\"a\" data-text=\"access\" lang=\"fr\">\n  <span>Madame,\n\n</span><span>Monsieur &amp; co</span></pre><pre>kept</pre>";
        let drawn =
            Prerendered { document: document.into(), title: "A \"b\"".into(), description: String::new() };
        let wanted = "<div data-reading=\"fr simple\" data-title=\"A &quot;b&quot;\"><p>$1 and &lt;</p>\
                      <pre id=\"a\" data-text=\"access\" lang=\"fr\"></pre><pre>kept</pre></div>\n";
        let reading = Reading { language: Language::Fr, level: Level::Simple };
        assert_eq!(aside(reading, &drawn), wanted);
    }

    #[test]
    fn the_readings_of_a_language_are_one_file() {
        let reading = |language, level| Reading { language, level };
        let texts = [
            (reading(Language::Fr, Level::Simple), "a"),
            (reading(Language::En, Level::Clear), "b"),
            (reading(Language::En, Level::Simple), "c"),
        ];
        let texts = texts.map(|(reading, text)| (reading, text.to_owned()));
        let wanted = [(Language::Fr, "a".to_owned()), (Language::En, "bc".to_owned())];
        assert_eq!(by_language(texts.into_iter()), wanted);
    }

    #[test]
    fn what_the_kit_lacks_of_a_language_stands_before_its_readings_or_alone() {
        let text = |(language, text): (Language, &str)| (language, text.to_owned());
        let files = [(Language::Fr, "<div>"), (Language::En, "<div>")].map(text);
        let supplements = [(Language::En, "Yes\nNo"), (Language::Ar, "نعم")].map(text);
        let wanted =
            [(Language::Fr, "<div>"), (Language::En, "Yes\nNo<div>"), (Language::Ar, "نعم")].map(text);
        assert_eq!(supplemented(files.to_vec(), supplements.to_vec()), wanted);
    }
}
