//! What a card says about the European market: whether the product is CE marked, and in which class.
//!
//! A clearance by the FDA, the UKCA mark and an American class are not that. Where a card says anything that
//! could take it back ("pending", "not yet"), nothing is taken over. This module must not know what a
//! register is.

/// Words that take a statement back, wherever they stand in the same text.
const DOUBTS: [&str; 25] = [
    "not",
    "no",
    "without",
    "pending",
    "expected",
    "planned",
    "progress",
    "process",
    "applied",
    "applying",
    "application",
    "submitted",
    "submission",
    "awaiting",
    "awaited",
    "seeking",
    "future",
    "soon",
    "anticipated",
    "review",
    "until",
    "formerly",
    "withdrawn",
    "expired",
    "suspended",
];

/// What a text says about the CE marking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marking {
    /// Nothing.
    Untold,
    /// It has it.
    Marked,
    /// It speaks of it, but not plainly.
    Doubtful,
}

/// Reads what a text says about the CE marking.
pub(super) fn marking(text: &str) -> Marking {
    let tokens = tokens(text);
    let after_ce = ["mark", "certif", "approv", "class", "label", "mdr"];
    let told = tokens.windows(2).any(|pair| {
        pair[0] == "CE" && after_ce.iter().any(|start| pair[1].to_lowercase().starts_with(start))
    });
    match (told, doubtful(&tokens)) {
        (false, _) => Marking::Untold,
        (true, false) => Marking::Marked,
        (true, true) => Marking::Doubtful,
    }
}

/// The European class that a text names: `IIa` for "Low, Class II (FDA) / IIa (EU)". None if it names two.
pub(super) fn class(text: &str) -> Option<&'static str> {
    if doubtful(&tokens(text)) {
        return None;
    }
    let mut classes: Vec<_> = text.split([',', ';', '/', '|', '\n']).filter_map(class_of_piece).collect();
    classes.dedup();
    if let [class] = classes[..] { Some(class) } else { None }
}

/// A class belongs to Europe only if Europe, and nobody else, is named with it.
fn class_of_piece(piece: &str) -> Option<&'static str> {
    let tokens = tokens(piece);
    let named = |names: &[&str]| tokens.iter().any(|token| names.contains(token));
    if !named(&["EU", "MDR", "MDD", "CE", "Europe", "European"]) || named(&["FDA", "US", "USA", "UK", "UKCA"])
    {
        return None;
    }
    let class = |(index, token): (usize, &&str)| match *token {
        // Alone, "I" is also a word.
        "I" if index > 0 && tokens[index - 1].eq_ignore_ascii_case("class") => Some("I"),
        "IIa" | "IIA" => Some("IIa"),
        "IIb" | "IIB" => Some("IIb"),
        "III" => Some("III"),
        _ => None,
    };
    let mut found = tokens.iter().enumerate().filter_map(class);
    found.next().filter(|_| found.next().is_none())
}

fn doubtful(tokens: &[&str]) -> bool {
    tokens.iter().any(|token| DOUBTS.contains(&token.to_lowercase().as_str()))
}

fn tokens(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_ce_marking_is_one() {
        assert_eq!(marking("US, EU (CE Marked), UK (UKCA Marked)."), Marking::Marked);
        assert_eq!(marking("CE-marked under the MDR"), Marking::Marked);
        assert_eq!(marking("FDA cleared (K000000), UKCA Marked"), Marking::Untold);
        assert_eq!(marking("CE marking expected in 2027"), Marking::Doubtful);
        assert_eq!(marking("Not yet CE marked"), Marking::Doubtful);
    }

    #[test]
    fn only_a_class_of_the_eu_is_one() {
        assert_eq!(class("Low, Class II (FDA) / IIa (EU)"), Some("IIa"));
        assert_eq!(class("EU MDR Class I"), Some("I"));
        assert_eq!(class("Class II (FDA)"), None);
        assert_eq!(class("Class III (FDA)"), None);
        assert_eq!(class("Class II (EU)"), None);
        assert_eq!(class("IIa"), None);
        assert_eq!(class("IIa (EU), IIb (EU)"), None);
    }
}
