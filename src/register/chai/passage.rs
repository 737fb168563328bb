//! A text of a card, made readable: Markdown links as their words, whitespace repaired, cut into sentences.
//!
//! The words stay as they are. This module must not know what the text is about.

/// Ends of words that have a full stop and do not end a sentence.
const ABBREVIATIONS: [&str; 18] = [
    "e.g.", "i.e.", "vs.", "etc.", "cf.", "approx.", "resp.", "fig.", "no.", "dr.", "prof.", "mr.", "mrs.",
    "ms.", "st.", "inc.", "ltd.", "co.",
];

/// What people write into a field that they have to fill and do not want to.
const NOTHING: [&str; 20] = [
    "",
    "n/a",
    "na",
    "n.a",
    "none",
    "nil",
    "unknown",
    "not known",
    "not applicable",
    "not available",
    "not provided",
    "not disclosed",
    "not specified",
    "not reported",
    "none known",
    "none identified",
    "none reported",
    "tbd",
    "to be determined",
    "to be completed",
];

/// What may stand between a full stop and the next sentence.
const CLOSERS: [char; 6] = ['"', '\'', '”', '’', ')', ']'];

/// A text that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    sentences: Vec<String>,
}

impl Passage {
    /// The passage, unless the text says nothing: empty, "N/A", "None", "not applicable", "unknown".
    pub(super) fn of(text: &str) -> Option<Passage> {
        let text = without_links(text);
        let whole = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let bare = whole.trim_matches(|c: char| !c.is_alphanumeric());
        if NOTHING.contains(&bare) {
            return None;
        }
        Some(Passage { sentences: paragraphs(&text).iter().flat_map(|one| sentences(one)).collect() })
    }

    /// Its sentences, in order.
    pub(super) fn sentences(&self) -> &[String] {
        &self.sentences
    }

    /// All of it, on one line.
    pub(super) fn whole(&self) -> String {
        in_a_row(&self.sentences)
    }
}

/// Sentences one after the other. Where a paragraph or a list item ended without a full stop, it gets one
/// before the next begins; the last one stays as it is, for it may be a name.
pub(super) fn in_a_row(sentences: &[impl AsRef<str>]) -> String {
    let mut row = String::new();
    for sentence in sentences {
        if !row.is_empty() {
            row = closed(row) + " ";
        }
        row.push_str(sentence.as_ref());
    }
    row
}

/// With a full stop at the end, unless there is a mark already.
pub(super) fn closed(text: String) -> String {
    let bare = text.trim_end_matches(CLOSERS);
    if bare.ends_with(['.', '!', '?', '…', ':', ';', ',']) { text } else { text + "." }
}

/// Paragraphs and list items, each on one line. Only these breaks mean something; every other is how the XML
/// was indented. (U+200B and U+FEFF come with texts copied from web pages and are not whitespace to Rust.)
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.replace(['\u{200b}', '\u{feff}'], "").lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let item = ["- ", "* ", "• "].iter().find_map(|bullet| line.strip_prefix(bullet));
        if line.is_empty() || item.is_some() {
            paragraphs.push(String::new());
        }
        if let Some(paragraph) = paragraphs.last_mut() {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(item.unwrap_or(&line));
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// The sentences of one paragraph.
fn sentences(paragraph: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut sentence = String::new();
    let mut words = paragraph.split(' ').peekable();
    while let Some(word) = words.next() {
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(word);
        if ends_sentence(word) && words.peek().is_none_or(|next| begins_sentence(next)) {
            sentences.push(std::mem::take(&mut sentence));
        }
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
    sentences
}

fn ends_sentence(word: &str) -> bool {
    let bare = word.trim_end_matches(CLOSERS);
    let initial = bare.len() == 2 && bare.starts_with(char::is_uppercase);
    let abbreviation = ABBREVIATIONS.contains(&bare.trim_start_matches('(').to_lowercase().as_str());
    bare.ends_with(['.', '!', '?']) && !initial && !abbreviation
}

/// A small letter after a full stop goes on: "St. john's wort", "approx. five".
fn begins_sentence(word: &str) -> bool {
    !word.starts_with(char::is_lowercase)
}

/// `[words](address)` becomes `words`. An address has no space in it; what has one is a remark in brackets. Each sign is looked at a
/// fixed number of times: a card of 400 KB of brackets that nothing closes kept a program busy for as long as the square of that.
fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut at = 0;
    // The first bracket that closes words behind `at`, and where the address behind it ends.
    let mut words: Option<(usize, Option<usize>)> = None;
    while let Some(start) = text[at..].find('[').map(|found| at + found) {
        plain.push_str(&text[at..start]);
        if words.is_none_or(|(close, _)| close < start) {
            words =
                text[start..].find(']').map(|found| (start + found, address_end(text, start + found + 1)));
        }
        at = match words {
            Some((close, Some(end))) => {
                plain.push_str(&text[start + 1..close]);
                end
            }
            Some((_, None)) => {
                plain.push('[');
                start + 1
            }
            // Nothing is closed any more.
            None => {
                plain.push_str(&text[start..]);
                text.len()
            }
        };
    }
    plain + &text[at..]
}

/// The most bytes of an address.
const LONGEST_ADDRESS: usize = 2000;

/// Where the `(address)` ends that begins here, if one does.
fn address_end(text: &str, start: usize) -> Option<usize> {
    let address = text[start..].strip_prefix('(')?;
    let mut depth = 1;
    for (at, c) in address.char_indices().take_while(|(at, _)| *at < LONGEST_ADDRESS) {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if c.is_whitespace() => return None,
            _ => {}
        }
        if depth == 0 {
            return (at > 0).then_some(start + 1 + at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_sentences(text: &str, expected: &[&str]) {
        assert_eq!(Passage::of(text).expect("says something").sentences(), expected);
    }

    #[test]
    fn a_field_that_says_nothing_is_no_passage() {
        for text in [
            "",
            "  \n ",
            "N/A",
            "n/a.",
            "NA",
            "None",
            "None.",
            "Not applicable",
            "unknown",
            "-",
            "—",
            "\u{200b}\n",
        ] {
            assert_eq!(Passage::of(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_sentence_ends_at_its_full_stop_and_nowhere_else() {
        assert_sentences("Scans of 0.5 mm, e.g. CT. Not MRI.", &["Scans of 0.5 mm, e.g. CT.", "Not MRI."]);
        assert_sentences(
            "Made in the U.S. by Acme Inc. since 2020.",
            &["Made in the U.S. by Acme Inc. since 2020."],
        );
        assert_sentences(
            "It says \"not for diagnosis.\" The nurse reads.",
            &["It says \"not for diagnosis.\"", "The nurse reads."],
        );
    }

    #[test]
    fn a_paragraph_or_a_list_item_ends_a_sentence_and_a_broken_line_does_not() {
        assert_sentences(
            "Input: head\n\t\tscans\n\n  Output:\u{a0}a note.",
            &["Input: head scans", "Output: a note."],
        );
        assert_sentences("Outputs:\n- a note\n- a mark", &["Outputs:", "a note", "a mark"]);
    }

    #[test]
    fn sentences_in_a_row_are_told_apart_and_a_name_stays_a_name() {
        assert_eq!(Passage::of("a note\n\n(a mark)").expect("says something").whole(), "a note. (a mark)");
        assert_eq!(closed("a name".to_owned()), "a name.");
        assert_eq!(closed("He said \"no.\"".to_owned()), "He said \"no.\"");
    }

    #[test]
    fn a_link_is_its_words() {
        assert_sentences(
            "See ([UG9](https://x.org/a_(b))), [510(k)](https://y.org).",
            &["See (UG9), 510(k)."],
        );
        assert_sentences(
            "Sensitivity [95 CI](see table) and [x].",
            &["Sensitivity [95 CI](see table) and [x]."],
        );
    }
}
