//! The tree of a YAML text: values, keys and their places.

use std::ops::Range;

use crate::diagnostic::Reported;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Verbatim;

/// A value and its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// The file.
    pub file: FileId,
    /// Bytes in the file.
    pub range: Range<usize>,
    /// What it is.
    pub value: NodeValue,
    /// That something of it could not be read as YAML: what is missing here, or of another kind than is
    /// wanted, is no fault of its own.
    pub unread: Option<Reported>,
    /// Where in the file the first line begins as an item or a row of a table that YAML joined to the one
    /// above.
    pub joined: Option<Range<usize>>,
    /// Where in the file the stretches of a scalar's text stand as they are.
    pub verbatim: Verbatim,
}

/// What a node is.
#[derive(Debug, Clone)]
pub(crate) enum NodeValue {
    /// Nothing written, `~` or `null`.
    Null,
    /// A single value as written.
    Scalar(String),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with values, in the order written.
    Mapping(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The key as written.
    pub key: String,
    /// Bytes of the key in the file.
    pub key_range: Range<usize>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// What it says, where it is neither a list nor a mapping.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// Its items, where it is a list.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            NodeValue::Sequence(items) => items,
            _ => &[],
        }
    }

    /// Where it is.
    pub(crate) fn origin(&self) -> Origin {
        Origin::Text {
            file: self.file,
            range: self.range.clone(),
        }
    }

    /// What stands in for a file that could not be read as YAML.
    pub(crate) fn unread(file: FileId, reported: Reported) -> Self {
        let unread = Some(reported);
        let nothing = Self::new(file, 0..0, NodeValue::Null);
        Self { unread, ..nothing }
    }

    pub(super) fn new(file: FileId, range: Range<usize>, value: NodeValue) -> Self {
        Self {
            file,
            range,
            value,
            unread: None,
            joined: None,
            verbatim: Verbatim::default(),
        }
    }

    /// Whether nothing is written here.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self.value, NodeValue::Null)
    }

    /// Where a stretch of a scalar's text is, as bytes of the text; where the file has other letters
    /// for it (an escape, a line break), the place of the whole.
    pub(crate) fn origin_of(&self, stretch: Range<usize>) -> Origin {
        let at = self.verbatim.origin_of(stretch, self.file);
        at.unwrap_or_else(|| self.origin())
    }

    /// The entry of a key, where this is a mapping that has it.
    pub(crate) fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.value {
            NodeValue::Mapping(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }

    /// The value of a key, likewise.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.value)
    }
}

impl Entry {
    /// Where the key is.
    pub(crate) fn key_origin(&self) -> Origin {
        Origin::Text {
            file: self.value.file,
            range: self.key_range.clone(),
        }
    }
}

/// A stretch of a YAML text that is being read, in bytes of that text.
pub(super) struct Place<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
    /// Where the text begins in the file.
    pub(super) offset: usize,
    pub(super) range: Range<usize>,
}

impl<'a> Place<'a> {
    /// What stands there.
    pub(super) fn written(&self) -> &'a str {
        &self.text[self.range.clone()]
    }

    /// The line up to where it begins.
    pub(super) fn before(&self) -> &'a str {
        let before = &self.text[..self.range.start];
        &before[before.rfind('\n').map_or(0, |at| at + 1)..]
    }

    /// Where other bytes of the text are in the file.
    pub(super) fn origin(&self, range: Range<usize>) -> Origin {
        Origin::Text {
            file: self.file,
            range: self.offset + range.start..self.offset + range.end,
        }
    }
}
