//! The texts of a TOML file with the lines they stand in.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The way to it: `questions.recording.if_yes`, `ask[1]`.
    pub(super) key: String,
    /// The line it begins in.
    pub(super) line: usize,
    /// The text.
    pub(super) text: String,
}

/// Every text of a TOML file, in the order of the file; none if it cannot be read, which is reported elsewhere.
pub(super) fn lines(file: &str) -> Vec<Line> {
    let mut found = Vec::new();
    if let Ok(table) = DeTable::parse(file) {
        walk_table(table.get_ref(), "", file, &mut found);
    }
    found.sort_by_key(|one: &Line| one.line);
    found
}

fn walk_table(table: &DeTable<'_>, at: &str, file: &str, found: &mut Vec<Line>) {
    let dot = if at.is_empty() { "" } else { "." };
    for (key, value) in table.iter() {
        walk(value, &format!("{at}{dot}{}", key.get_ref()), file, found);
    }
}

fn walk(value: &Spanned<DeValue<'_>>, at: &str, file: &str, found: &mut Vec<Line>) {
    match value.get_ref() {
        DeValue::String(text) => {
            let line = line_of(file, value.span().start);
            found.push(Line { key: at.to_owned(), line, text: text.clone().into_owned() });
        }
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{at}[{index}]"), file, found);
            }
        }
        DeValue::Table(table) => walk_table(table, at, file, found),
        _ => {}
    }
}

/// The number of the line in which a byte stands; the first is 1.
pub(super) fn line_of(file: &str, byte: usize) -> usize {
    file.get(..byte).map_or(0, |before| before.matches('\n').count()) + 1
}
