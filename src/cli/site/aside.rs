//! A page in another language or at another level, as it lies aside until somebody switches to it.

use super::draw::Prerendered;
use leptos::prelude::*;
use regex::Regex;
use std::borrow::Cow;
use std::sync::OnceLock;

/// The document with its title. Its letters are left out: they are the same in every language, the program has them, and writes
/// them into a document that it shows.
pub(super) fn aside(drawn: &Prerendered) -> String {
    static LETTER: OnceLock<Option<Regex>> = OnceLock::new();
    // The expression is a constant, and a test below reads it. A text in an element has no `<`.
    let letter = LETTER.get_or_init(|| Regex::new("(<pre [^>]*data-text=[^>]*>)[^<]*</pre>").ok());
    let document = letter
        .as_ref()
        .map_or(Cow::from(drawn.document.as_str()), |letter| letter.replace_all(&drawn.document, "$1</pre>"));
    let (title, document) = (drawn.title.clone(), document.into_owned());
    view! { <div data-title=title inner_html=document></div> }.to_html() + "\n"
}

#[cfg(test)]
mod tests {
    use super::{Prerendered, aside};

    #[test]
    fn what_lies_aside_has_everything_but_the_letters() {
        let document = "<p>$1 and &lt;</p><pre id=\"a\" data-text=\"access\" lang=\"fr\">\n  Madame,\n\nMonsieur &amp; co</pre><pre>kept</pre>";
        let drawn =
            Prerendered { document: document.into(), title: "A \"b\"".into(), description: String::new() };
        let wanted = "<div data-title=\"A &quot;b&quot;\"><p>$1 and &lt;</p>\
                      <pre id=\"a\" data-text=\"access\" lang=\"fr\"></pre><pre>kept</pre></div>\n";
        assert_eq!(aside(&drawn), wanted);
    }
}
