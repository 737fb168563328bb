//! Words without case and accents, for whoever looks for something: nobody types accents then, and a text that was copied from a PDF
//! or a file name has them as letters of their own.

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
