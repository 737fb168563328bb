//! Texts with placeholders in braces, such as `{name}`: filled in one pass, so that nothing that is put in is ever searched for
//! placeholders. What is put in comes from registers, files and people; a name may well be `X {list}`.

/// A text in its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As it is.
    Text(&'a str),
    /// A placeholder, by its name.
    Placeholder(&'a str),
}

/// The parts of a text, in their order. A placeholder is a name of `a` to `z`, `0` to `9` and `_` in braces; other braces are text.
pub fn pieces(mut text: &str) -> impl Iterator<Item = Piece<'_>> {
    std::iter::from_fn(move || {
        if let Some((name, after)) = placeholder(text) {
            text = after;
            return Some(Piece::Placeholder(name));
        }
        // A brace that begins no placeholder is text as well.
        let more =
            text.char_indices().skip(1).find(|(at, _)| text.get(*at..).and_then(placeholder).is_some());
        let at = more.map_or(text.len(), |(at, _)| at);
        let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
        text = after;
        (!before.is_empty()).then_some(Piece::Text(before))
    })
}

/// The text with its placeholders filled; one without a value stays as it is written.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => filled += text,
            Piece::Placeholder(name) => match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => filled += value,
                None => filled.extend(["{", name, "}"]),
            },
        }
    }
    filled
}

/// The name of the placeholder with which a text begins, and what comes after it.
fn placeholder(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('{')?.split_once('}')?;
    let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    (!name.is_empty() && name.bytes().all(is_name)).then_some((name, after))
}

#[cfg(test)]
mod tests {
    use super::{Piece, fill, pieces};
    use proptest::prelude::*;

    #[test]
    fn placeholders_are_filled_and_braces_that_are_none_stay() {
        let values = [("name", "A"), ("day", "B")];
        assert_eq!(fill("{name}, {day}, {name}", &values), "A, B, A");
        for text in
            ["{unknown}", "{Name}", "{ name }", "{}", "{", "}", "a { b } c", "{\"name\": 1}", "é{", "{na me}"]
        {
            assert_eq!(fill(text, &values), text);
        }
        assert_eq!(fill("{{name}}", &values), "{A}");
    }

    #[test]
    fn what_is_put_in_is_never_searched_for_placeholders() {
        assert_eq!(fill("{name} ({day})", &[("name", "{day}"), ("day", "{name}")]), "{day} ({name})");
        assert_eq!(fill("{name}{day}", &[("name", "{na"), ("day", "me}")]), "{name}");
    }

    proptest! {
        #[test]
        fn the_parts_of_a_text_are_the_text(text in "[{}a-c_ é]{0,24}") {
            let whole: String = pieces(&text)
                .map(|piece| match piece {
                    Piece::Text(text) => text.to_owned(),
                    Piece::Placeholder(name) => format!("{{{name}}}"),
                })
                .collect();
            prop_assert_eq!(whole, text);
        }

        #[test]
        fn whatever_is_put_in_stands_there_as_it_was(one in any::<String>(), other in "[{}a-z]{0,12}") {
            let values = [("one", one.as_str()), ("other", other.as_str())];
            prop_assert_eq!(fill("<{one}|{other}|{one}>", &values), format!("<{one}|{other}|{one}>"));
        }
    }
}
