//! Words without case and accents: for a search, and for names that machines read.

use crate::choices::Id;

/// A text in lower case, without accents and with plain apostrophes, so that "échographie" is found by "Echographie".
pub fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).flat_map(plain).collect()
}

fn plain(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' => ('a', None),
        'ç' => ('c', None),
        'é' | 'è' | 'ê' | 'ë' => ('e', None),
        'î' | 'ï' | 'í' | 'ì' => ('i', None),
        'ñ' => ('n', None),
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' => ('o', None),
        'û' | 'ü' | 'ù' | 'ú' => ('u', None),
        'ÿ' => ('y', None),
        'œ' => ('o', Some('e')),
        'æ' => ('a', Some('e')),
        '’' => ('\'', None),
        // A combining accent stands after its letter.
        '\u{0300}'..='\u{036f}' => return None.into_iter().chain(None),
        other => (other, None),
    };
    Some(first).into_iter().chain(second)
}

/// A short name for machines made of a text; `None` if no letter is left.
pub fn slug(text: &str) -> Option<Id> {
    let dashed: String =
        fold(text).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words = dashed.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let name = words.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    let cut = name.get(..Id::LONGEST).unwrap_or(name).trim_end_matches('-');
    Id::parse(cut)
}
