//! The parts of the JSON Schema that cannot be derived: the forms of names, dates and localised texts.

use super::file::{LocalisedFile, RegisterFile};
use crate::choices::Id;
use crate::content::{Date, Language};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, schema_for};
use std::borrow::Cow;

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$" })
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day (2026-11-22) or a month (2026-11).",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
        })
    }
}

impl JsonSchema for LocalisedFile {
    fn schema_name() -> Cow<'static, str> {
        "Localised".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut schema = json_schema!({
            "description": "A text by language. A missing language is shown in another one, and said to be.",
            "type": "object",
            "minProperties": 1,
            "additionalProperties": false,
        });
        let properties = Language::ALL
            .map(|l| (l.code().to_owned(), serde_json::json!({ "type": "string", "minLength": 1 })));
        schema.insert("properties".to_owned(), serde_json::Value::Object(properties.into_iter().collect()));
        schema
    }
}

/// The JSON Schema of a register file, as published in `public/register.schema.json`.
pub fn schema() -> String {
    let mut schema = schema_for!(RegisterFile);
    schema.insert("title".to_owned(), "Éclaire register, version 1".into());
    if let Some(serde_json::Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert("$schema".to_owned(), serde_json::json!({ "type": "string" }));
        properties.insert(
            "version".to_owned(),
            serde_json::json!({ "const": 1, "description": "The version of this format." }),
        );
    }
    let mut value = schema.to_value();
    without_required_lists(&mut value);
    // A schema is plain data: writing it cannot fail.
    #[allow(clippy::unwrap_used)]
    let text = serde_json::to_string_pretty(&value).unwrap();
    text + "\n"
}

/// A list may be left out, as the reader has it; the derived schema does not know.
fn without_required_lists(schema: &mut serde_json::Value) {
    let Some(object) = schema.as_object_mut() else { return };
    let is_list = |properties: Option<&serde_json::Value>, name: &serde_json::Value| {
        let property = properties.and_then(|properties| properties.get(name.as_str().unwrap_or_default()));
        property.is_some_and(|property| property.get("type").is_some_and(|one| one == "array"))
    };
    let properties = object.get("properties").cloned();
    if let Some(required) = object.get_mut("required").and_then(|required| required.as_array_mut()) {
        required.retain(|name| !is_list(properties.as_ref(), name));
    }
    if object
        .get("required")
        .and_then(|required| required.as_array())
        .is_some_and(|required| required.is_empty())
    {
        object.remove("required");
    }
    for inner in object.get_mut("$defs").and_then(|defs| defs.as_object_mut()).into_iter().flatten() {
        without_required_lists(inner.1);
    }
}
