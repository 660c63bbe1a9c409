//! The guidance read as data, apart from the program: complete, all references held, every source
//! named, no two texts alike.

mod components;
mod conditions;
mod demands;
mod figures;
mod language;
mod law;
mod references;

use std::fs;

use serde_yaml::Value;

use crate::support;

/// A file of the content: its front matter (or whole YAML) and the text behind it.
pub(crate) struct Entry {
    /// Its path below `content`.
    pub path: String,
    /// The YAML.
    pub front: Value,
    /// The Markdown behind it.
    pub body: String,
}

impl Entry {
    fn text(&self, key: &str) -> &str {
        text(&self.front, key).unwrap_or_else(|| panic!("{} has no {key}", self.path))
    }

    fn codes(&self, key: &str) -> Vec<String> {
        codes(&self.front[key])
    }
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

/// The texts of a list.
pub(crate) fn codes(list: &Value) -> Vec<String> {
    let items = list.as_sequence().map(Vec::as_slice).unwrap_or_default();
    items
        .iter()
        .map(|item| item.as_str().expect("a code").to_owned())
        .collect()
}

/// Every file below `content`, but the communes.
pub(crate) fn entries() -> Vec<Entry> {
    let folder = support::project().join("content");
    support::files_below(&folder)
        .into_iter()
        .filter(|path| !path.starts_with("communes/") && !path.starts_with("schema/"))
        .map(|path| {
            let text = fs::read_to_string(folder.join(&path)).expect("a text");
            let (front, body) = match text.strip_prefix("---\n") {
                Some(rest) => rest
                    .split_once("\n---\n")
                    .expect("an end of the front matter"),
                None => (text.as_str(), ""),
            };
            let yaml = serde_yaml::from_str(front).expect("YAML");
            Entry {
                front: yaml,
                body: body.to_owned(),
                path,
            }
        })
        .collect()
}

fn below<'a>(entries: &'a [Entry], folder: &str) -> Vec<&'a Entry> {
    let found: Vec<&Entry> = entries
        .iter()
        .filter(|entry| entry.path.starts_with(folder))
        .collect();
    assert!(!found.is_empty(), "nothing below {folder}");
    found
}

fn register<'a>(entries: &'a [Entry], path: &str) -> &'a [Value] {
    let found = entries.iter().find(|entry| entry.path == path);
    let list = found.and_then(|entry| entry.front.as_sequence());
    list.unwrap_or_else(|| panic!("no list in {path}"))
}

/// What a component needs: alternatives, one is enough.
fn needs(entry: &Entry) -> Vec<Vec<String>> {
    let needs = entry.front.get("phu_thuoc").and_then(Value::as_sequence);
    needs
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .map(|need| match text(need, "ma") {
            Some(code) => vec![code.to_owned()],
            None => codes(&need["mot_trong"]),
        })
        .collect()
}
