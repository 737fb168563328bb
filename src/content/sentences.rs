//! Paragraphs and sentences of a text, for the simple level (one sentence a line) and for the content checker.

/// The paragraphs: what stands between blank lines.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|one| !one.is_empty())
}

/// The sentences of a paragraph, each with the mark it ends with. A sentence ends with a mark before a space and a
/// capital letter, a letter of a script that has none, a digit or an opening mark; an abbreviation such as « art. » ends none.
/// A line break ends one too: letters have lists.
///
/// ```
/// use eclaire::content::sentences;
///
/// let text = "Le logiciel calcule (art. 1 de la loi). Le médecin décide.";
/// assert_eq!(sentences(text), ["Le logiciel calcule (art. 1 de la loi).", "Le médecin décide."]);
/// assert_eq!(sentences("هل يُستعمل هنا؟ نعم."), ["هل يُستعمل هنا؟", "نعم."]);
/// ```
pub fn sentences(paragraph: &str) -> Vec<&str> {
    paragraph.lines().flat_map(sentences_of_line).collect()
}

fn sentences_of_line(paragraph: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    let marks = paragraph.char_indices().filter(|(_, letter)| matches!(letter, '.' | '?' | '!' | '…' | '؟'));
    for (at, mark) in marks {
        let end = at + mark.len_utf8();
        let rest = &paragraph[end..];
        // A quotation mark belongs to the sentence that it closes, with the no-break space before it.
        let closing = rest.len() - rest.trim_start_matches(['\u{a0}', '»', '”', '’', ')']).len();
        let (end, rest) = (end + closing, &rest[closing..]);
        let next = rest.trim_start();
        let begins = next.starts_with(|one: char| {
            (one.is_alphanumeric() && !one.is_lowercase()) || "«“„‘¿¡".contains(one)
        });
        if begins && next.len() < rest.len() && !is_abbreviation(&paragraph[from..at]) {
            found.push(paragraph[from..end].trim());
            from = end;
        }
    }
    let last = paragraph[from..].trim();
    if !last.is_empty() {
        found.push(last);
    }
    found
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|one: char| !one.is_alphanumeric()).next().unwrap_or_default();
    matches!(word, "art" | "Dr" | "M" | "n" | "p" | "Sr" | "Sra" | "nr" | "ст" | "г")
}
