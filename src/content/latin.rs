//! Names and addresses in Latin letters within a line that goes from right to left: each is kept together, or its numbers and its
//! punctuation would be shown on the wrong side of it.

/// A line in its pieces, in their order, each with whether it is Latin. A line without a letter that goes from right to left is one piece.
pub fn latin(line: &str) -> Vec<(bool, &str)> {
    if !line.contains(goes_left) {
        return vec![(line.contains(is_latin), line)];
    }
    let mut pieces = Vec::new();
    for part in line.split_inclusive(goes_left) {
        let (before, name, after) = name_in(part);
        let all = [(false, before), (true, name), (false, after)];
        pieces.extend(all.into_iter().filter(|(_, piece)| !piece.is_empty()));
    }
    pieces
}

/// From the first Latin letter to the last letter or number, with a bracket that closes behind it; before, the name, after.
fn name_in(part: &str) -> (&str, &str, &str) {
    let Some(begin) = part.find(is_latin) else { return (part, "", "") };
    let (before, rest) = part.split_at(begin);
    let ends = |letter: char| is_latin(letter) || letter.is_numeric();
    let last = rest.char_indices().rfind(|(_, letter)| ends(*letter));
    let (name, after) = rest.split_at(last.map_or(0, |(at, letter)| at + letter.len_utf8()));
    let is_open = name.matches('(').count() > name.matches(')').count();
    if is_open && after.starts_with(')') {
        let (name, after) = rest.split_at(name.len() + 1);
        return (before, name, after);
    }
    (before, name, after)
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && !goes_left(letter)
}

/// Letters, marks and punctuation of scripts that go from right to left, and the mark that says so.
fn goes_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::latin;
    use proptest::prelude::*;

    fn names(line: &str) -> Vec<&str> {
        latin(line).into_iter().filter(|(is_latin, _)| *is_latin).map(|(_, piece)| piece).collect()
    }

    #[test]
    fn an_address_is_kept_together_with_the_number_it_begins_with() {
        assert_eq!(names("12 rue des Lilas, 75000 Paris"), ["12 rue des Lilas, 75000 Paris"]);
        assert_eq!(names("CNIL"), ["CNIL"]);
        assert_eq!(names("……………"), [""; 0]);
    }

    #[test]
    fn a_name_within_a_sentence_is_kept_together_without_what_surrounds_it() {
        assert_eq!(
            names("المادة 15 (RGPD) تخص جهتكم: Hôpital de l’Aube (site nord)."),
            ["RGPD", "Hôpital de l’Aube (site nord)"]
        );
        assert_eq!(names("محكمة العدل، C-579/21"), ["C-579/21"]);
        assert_eq!(
            names("شريكه بعقد Pacs \u{200f}(pacte civil de solidarité)"),
            ["Pacs", "pacte civil de solidarité"]
        );
        assert_eq!(names("المادة 15"), [""; 0], "a number alone is read with what stands around it");
    }

    proptest! {
        #[test]
        fn nothing_is_lost(line in "[ء-ي،a-zé0-9 ().\u{200f}-]{0,40}") {
            prop_assert_eq!(latin(&line).into_iter().map(|(_, piece)| piece).collect::<String>(), line);
        }
    }
}
