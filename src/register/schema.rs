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
    // A schema is plain data: writing it cannot fail.
    #[allow(clippy::unwrap_used)]
    let text = serde_json::to_string_pretty(&schema).unwrap();
    text + "\n"
}
