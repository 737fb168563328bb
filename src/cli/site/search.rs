//! Searching pages of half a megabyte, a dozen of them for each place: with the instructions that processors have for it. The searches of the
//! standard library, which go from byte to byte, were an eighth of a bake.

use memchr::memmem;
use std::borrow::Cow;

/// The places at which something stands in a text, from left to right; none overlaps another.
pub(super) fn places<'a>(text: &'a str, sought: &'a str) -> impl Iterator<Item = usize> + 'a {
    memmem::find_iter(text.as_bytes(), sought)
}

/// The parts of a text between the places at which something stands.
pub(super) fn parts<'a>(text: &'a str, between: &'a str) -> impl Iterator<Item = &'a str> + 'a {
    let ends = places(text, between).map(Some).chain([None]);
    ends.scan(0, move |from, end| {
        let part = &text[*from..end.unwrap_or(text.len())];
        *from = end.map_or(text.len(), |end| end + between.len());
        Some(part)
    })
}

/// What stands before something for the first time, and what behind it.
pub(super) fn split_once<'a>(text: &'a str, at: &str) -> Option<(&'a str, &'a str)> {
    let place = memmem::find(text.as_bytes(), at.as_bytes())?;
    Some((&text[..place], &text[place + at.len()..]))
}

/// A text with something else wherever this stands; the text itself where it does not.
pub(super) fn replaced<'a>(text: &'a str, sought: &str, by: &str) -> Cow<'a, str> {
    let mut found = places(text, sought).peekable();
    if found.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut new = String::with_capacity(text.len() + text.len() / 8);
    let mut from = 0;
    for place in found {
        new += &text[from..place];
        new += by;
        from = place + sought.len();
    }
    new += &text[from..];
    Cow::Owned(new)
}

#[cfg(test)]
mod tests {
    use super::{parts, places, replaced, split_once};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_the_standard_library_finds(text in "[<!é>a-]{0,40}", sought in prop::sample::select(vec!["<!", "é", "-->", "a", "aa"])) {
            let standard: Vec<usize> = text.match_indices(sought).map(|(at, _)| at).collect();
            prop_assert_eq!(places(&text, sought).collect::<Vec<_>>(), standard);
            prop_assert_eq!(parts(&text, sought).collect::<Vec<_>>(), text.split(sought).collect::<Vec<_>>());
            prop_assert_eq!(split_once(&text, sought), text.split_once(sought));
            prop_assert_eq!(replaced(&text, sought, "<p>"), text.replace(sought, "<p>"));
        }
    }
}
