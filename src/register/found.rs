//! What stands at a place of a register file where another kind of value belongs.

use super::json::Json;
use crate::content::shortened;
use std::fmt;

/// What stands there. `Display` says it in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing: the key is not there.
    Nothing,
    /// `null`, `true`, `false` or a number, as the file has it.
    Plain(String),
    /// A text, as much of it as fits into a message.
    Text(String),
    /// A text without a letter in it.
    EmptyText,
    /// An object without a language, where there should be a text by language.
    NoLanguage,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Found {
    /// What this value is.
    pub(super) fn of(json: &Json) -> Found {
        match json {
            Json::Null => Found::Plain("null".to_owned()),
            Json::Bool(value) => Found::Plain(value.to_string()),
            Json::Number(Ok(value)) => Found::Plain(value.to_string()),
            Json::Number(Err(digits)) => Found::Plain(digits.clone()),
            Json::Text(text) if text.trim().is_empty() => Found::EmptyText,
            Json::Text(text) => Found::Text(shortened(text)),
            Json::List(_) => Found::List,
            Json::Object(_) => Found::Object,
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Found::Nothing => "nothing",
            Found::Plain(value) => value,
            Found::Text(text) => return write!(f, "\"{text}\""),
            Found::EmptyText => "an empty text",
            Found::NoLanguage => "no language",
            Found::List => "a list",
            Found::Object => "an object",
        })
    }
}
