//! A number stays on one line with what it counts: "12 mois" is not parted.

/// What numbers count in our texts, and how money and shares are written. More does no harm, and less only looks worse.
const UNITS: [&str; 34] = [
    "an", "ans", "mois", "jour", "jours", "heure", "heures", "minute", "minutes", "seconde", "secondes",
    "semaine", "semaines", "euro", "euros", "€", "%", "mm", "cm", "kg", "mg", "Mo", "year", "years", "month",
    "months", "day", "days", "hour", "hours", "week", "weeks", "seconds", "points",
];

/// The text with a space that does not break between a number and what it counts.
pub(super) fn kept_together(text: &str) -> String {
    let mut parts = text.split(' ');
    let mut together = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let unit =
            part.split(|one: char| !one.is_alphabetic() && !"€%".contains(one)).next().unwrap_or_default();
        let counts = together.ends_with(|one: char| one.is_ascii_digit()) && UNITS.contains(&unit);
        together.push(if counts { '\u{a0}' } else { ' ' });
        together.push_str(part);
    }
    together
}

#[cfg(test)]
mod tests {
    use super::kept_together;

    #[test]
    fn a_number_is_not_parted_from_what_it_counts() {
        for (text, together) in [
            ("dans 2 mois, ou 8 jours.", "dans 2\u{a0}mois, ou 8\u{a0}jours."),
            ("20 ans", "20\u{a0}ans"),
            ("3 sur 100", "3 sur 100"),
            ("à 15 ansible", "à 15 ansible"),
            ("une partie 2\nmois", "une partie 2\nmois"),
            ("un  mois", "un  mois"),
            ("5 %)", "5\u{a0}%)"),
            ("", ""),
        ] {
            assert_eq!(kept_together(text), together);
        }
    }
}
