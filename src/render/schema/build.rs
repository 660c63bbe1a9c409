//! The pieces of a schema.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::model::ascii_code;

/// A key of a mapping.
pub(super) struct Key {
    name: &'static str,
    required: bool,
    schema: Value,
}

/// A key that must be there, with what it means.
pub(super) fn must(name: &'static str, meaning: &str, schema: Value) -> Key {
    key(name, true, meaning, schema)
}

/// A key that may be there, likewise.
pub(super) fn may(name: &'static str, meaning: &str, schema: Value) -> Key {
    key(name, false, meaning, schema)
}

fn key(name: &'static str, required: bool, meaning: &str, mut schema: Value) -> Key {
    schema["description"] = meaning.into();
    Key {
        name,
        required,
        schema,
    }
}

/// A mapping of these keys and no others.
pub(super) fn object(keys: Vec<Key>) -> Value {
    let required: Vec<&str> = keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| (key.name.to_owned(), key.schema.clone()))
        .collect();
    let mut object = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object
}

/// A whole file.
pub(super) fn file(title: &str, schema: Value) -> Value {
    let mut file = schema;
    file["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    file["title"] = title.into();
    file
}

/// A list.
pub(super) fn list(items: Value) -> Value {
    json!({"type": "array", "items": items})
}

/// A text; YAML takes "12" for a number, which is a text here all the same.
pub(super) fn text() -> Value {
    json!({"type": ["string", "number"]})
}

/// A whole number from 0 up, in quotes or not.
pub(super) fn whole() -> Value {
    json!({"type": ["integer", "string"], "minimum": 0, "pattern": r"^\d+$"})
}

/// A whole number from 1 up.
pub(super) fn above_zero() -> Value {
    json!({"type": "integer", "minimum": 1})
}

/// A number; one with a comma is a text in YAML.
pub(super) fn number() -> Value {
    json!({"type": ["number", "string"], "pattern": r"^-?\d+([.,]\d+)?$"})
}

/// A number that is not below zero.
pub(super) fn quantity() -> Value {
    json!({"type": ["number", "string"], "minimum": 0, "pattern": r"^\d+([.,]\d+)?$"})
}

/// Yes or no.
pub(super) fn truth() -> Value {
    json!({"enum": [true, false, "có", "không"]})
}

/// A day: `30/06/2027`, `30-6-2027` or `2027-06-30`.
pub(super) fn date() -> Value {
    json!({"type": "string", "pattern": r"^(\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2})$"})
}

/// One of the words of a table.
pub(super) fn word<T>(keys: &[(&str, T)]) -> Value {
    let words: Vec<Value> = keys
        .iter()
        // What looks like a number is one in YAML.
        .map(|(key, _)| {
            key.parse::<u8>()
                .map_or_else(|_| (*key).into(), Value::from)
        })
        .collect();
    json!({"enum": words})
}

/// One of these codes, in either spelling, each with its name.
pub(super) fn code<'a>(codes: impl Iterator<Item = (&'a str, &'a str)>) -> Value {
    let mut words = Vec::new();
    let mut names = Vec::new();
    for (code, name) in codes {
        words.push(code.to_owned());
        names.push(name.to_owned());
        let plain = ascii_code(code);
        if plain != code {
            words.push(plain);
            names.push(name.to_owned());
        }
    }
    json!({"enum": words, "enumDescriptions": names})
}
