//! A profile as the commune wrote it: its keys and texts with their places, of whatever format of file. What it
//! means is in [`Profile`](super::Profile); here is in which words it says so, and where.

use std::ops::Range;

use crate::source::FileId;
use crate::source::Origin;
use crate::source::Verbatim;

/// A value that somebody wrote.
#[derive(Debug)]
pub struct AsWritten {
    /// The file.
    pub file: FileId,
    /// Bytes in the file.
    pub range: Range<usize>,
    /// What it is.
    pub content: WrittenValue,
    /// Whether something of it could not be read, so that what is missing here may stand there.
    pub is_unread: bool,
    /// Where in the file the stretches of a text stand as they are.
    pub verbatim: Verbatim,
}

/// What a value is.
#[derive(Debug)]
pub enum WrittenValue {
    /// Nothing.
    Nothing,
    /// A text, a figure, a day.
    Text(String),
    /// A list.
    Items(Vec<AsWritten>),
    /// Keys with values, in the order written.
    Keys(Vec<WrittenKey>),
}

/// A key and its value.
#[derive(Debug)]
pub struct WrittenKey {
    /// The key as written.
    pub key: String,
    /// Where it is.
    pub at: Origin,
    /// The value.
    pub value: AsWritten,
}

impl AsWritten {
    /// Where it is.
    pub fn origin(&self) -> Origin {
        Origin::Text {
            file: self.file,
            range: self.range.clone(),
        }
    }

    /// Where a stretch of its text is; where the file has other letters for it, the place of the whole.
    pub fn origin_of(&self, stretch: Range<usize>) -> Origin {
        let at = self.verbatim.origin_of(stretch, self.file);
        at.unwrap_or_else(|| self.origin())
    }

    /// Whether nothing is written here.
    pub fn is_empty(&self) -> bool {
        matches!(self.content, WrittenValue::Nothing)
    }

    /// What it says, where it is neither a list nor keys with values.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            WrittenValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Its items, where it is a list.
    pub fn items(&self) -> &[Self] {
        match &self.content {
            WrittenValue::Items(items) => items,
            _ => &[],
        }
    }

    /// Its keys, where it has any.
    pub fn entries(&self) -> &[WrittenKey] {
        match &self.content {
            WrittenValue::Keys(entries) => entries,
            _ => &[],
        }
    }

    /// A key with its value, where it has that key.
    pub fn entry(&self, key: &str) -> Option<&WrittenKey> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value of a key, likewise.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.value)
    }
}
