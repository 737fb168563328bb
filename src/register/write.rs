//! Writing a register file, the way staff would: in the order of the format, without what is not told.
//!
//! What is written here and read again is the same file. This module must not know where the text goes.

use super::file::RegisterFile;
use super::json::Json;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Where editors find the schema: beside the register, as `dist/` has it.
pub const SCHEMA: &str = "register.schema.json";

/// The file as JSON, indented, `$schema` first; without `null` and without empty lists.
pub fn to_json(file: &RegisterFile) -> String {
    // A register file is plain data with text keys: writing it cannot fail, nor reading that again as JSON.
    #[allow(clippy::unwrap_used)]
    let mut tree: Json = serde_json::from_str(&serde_json::to_string(file).unwrap()).unwrap();
    leave_out_the_untold(&mut tree);
    if let Json::Object(entries) = &mut tree {
        entries.retain(|(_, value)| !is_empty_list(value));
        entries.insert(0, ("$schema".to_owned(), Json::Text(SCHEMA.to_owned())));
    }
    write_json(&tree)
}

/// A register as it stands in an editor, as JSON, indented: nothing is left out and nothing is added.
pub fn write_json(tree: &Json) -> String {
    // A tree has only text keys: writing it cannot fail.
    #[allow(clippy::unwrap_used)]
    let text = serde_json::to_string_pretty(tree).unwrap();
    text + "\n"
}

fn leave_out_the_untold(tree: &mut Json) {
    match tree {
        Json::Object(entries) => {
            // An empty list of requests in a use says "none"; without it, the catalogue's would hold.
            entries
                .retain(|(key, value)| *value != Json::Null && (key == "requests" || !is_empty_list(value)));
            entries.iter_mut().for_each(|(_, value)| leave_out_the_untold(value));
        }
        Json::List(items) => items.iter_mut().for_each(leave_out_the_untold),
        _ => {}
    }
}

fn is_empty_list(tree: &Json) -> bool {
    matches!(tree, Json::List(items) if items.is_empty())
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(Ok(value)) => serializer.serialize_u32(*value),
            // What a register has no place for stays as it was found, until a person mends it.
            Json::Number(Err(digits)) => match serde_json::from_str::<serde_json::Number>(digits) {
                Ok(number) => number.serialize(serializer),
                Err(_) => serializer.serialize_str(digits),
            },
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(items) => serializer.collect_seq(items),
            Json::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
