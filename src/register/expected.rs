//! What kind of value belongs at a place of a register file.

use std::fmt;

/// What kind of value belongs somewhere. `Display` says it in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text that is the same in every language.
    Text,
    /// A text by language.
    Localised,
    /// True or false.
    YesNo,
    /// A whole number.
    Number,
    /// A short name for machines.
    Name,
    /// A day or a month.
    Date,
    /// A language that Éclaire has pages in.
    PageLanguage,
    /// One of a closed list of names.
    OneOf(&'static [&'static str]),
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Expected::Object => "an object",
            Expected::List => "a list",
            Expected::Text => "a text",
            Expected::Localised => "a text by language, such as {\"fr\": \"…\", \"en\": \"…\"}",
            Expected::YesNo => "true or false",
            Expected::Number => "a whole number",
            Expected::Name => "a short name of a-z, 0-9 and - (at most 40 characters)",
            Expected::Date => "a date such as 2026-11-22 or 2026-11",
            Expected::PageLanguage => "the code of a language that Éclaire has pages in, such as \"fr\"",
            Expected::OneOf(names) => return write!(f, "one of: {}", names.join(" ")),
        })
    }
}
