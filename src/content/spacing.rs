//! Which spaces do not break: a number stays on one line with what it counts ("12 mois"), and in French a sign with its word ("quoi ?").

use super::Language;

/// Before these a space of a French text does not break, nor behind the first of the two quotation marks.
const FRENCH: [(&str, &str); 6] = [
    (" :", "\u{a0}:"),
    (" ;", "\u{a0};"),
    (" ?", "\u{a0}?"),
    (" !", "\u{a0}!"),
    (" »", "\u{a0}»"),
    ("« ", "«\u{a0}"),
];

/// What numbers count in our texts, and how money and shares are written. More does no harm, and less only looks worse.
const UNITS: [&str; 34] = [
    "an", "ans", "mois", "jour", "jours", "heure", "heures", "minute", "minutes", "seconde", "secondes",
    "semaine", "semaines", "euro", "euros", "€", "%", "mm", "cm", "kg", "mg", "Mo", "year", "years", "month",
    "months", "day", "days", "hour", "hours", "week", "weeks", "seconds", "points",
];

/// The text of a language with spaces that do not break where none may. Whoever typed plain ones sees no difference until a line ends there.
pub(crate) fn kept_together(language: Option<Language>, text: &str) -> String {
    let together = with_their_units(text);
    if language != Some(Language::Fr) {
        return together;
    }
    FRENCH.iter().fold(together, |text, (plain, kept)| text.replace(plain, kept))
}

fn with_their_units(text: &str) -> String {
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
    use crate::content::Language;

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
            assert_eq!(kept_together(None, text), together);
        }
    }

    // A register of a hospital is typed with plain spaces: a line of its page began with a colon.
    #[test]
    fn in_french_no_line_begins_with_a_sign_and_elsewhere_a_space_stays_what_it_was() {
        let typed = "Pourquoi : « pour voir » ; et quand ? Dans 2 mois !";
        let together =
            "Pourquoi\u{a0}: «\u{a0}pour voir\u{a0}»\u{a0}; et quand\u{a0}? Dans 2\u{a0}mois\u{a0}!";
        assert_eq!(kept_together(Some(Language::Fr), typed), together);
        assert_eq!(kept_together(Some(Language::Fr), together), together);
        assert_eq!(kept_together(Some(Language::En), "Why : now"), "Why : now");
        assert_eq!(
            kept_together(Some(Language::Fr), "https://ia.exemple.fr:8443/?a"),
            "https://ia.exemple.fr:8443/?a"
        );
    }
}
