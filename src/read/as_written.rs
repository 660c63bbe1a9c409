//! The tree of a profile → the profile as it was written, for the rules that ask in which words it says something,
//! and where. The texts are moved, not copied.

use crate::load::Entry;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::AsWritten;
use crate::model::WrittenKey;
use crate::model::WrittenValue;

/// A tree without what only its format knows.
pub(super) fn as_written(node: Node) -> AsWritten {
    let content = match node.value {
        NodeValue::Null => WrittenValue::Nothing,
        NodeValue::Scalar(text) => WrittenValue::Text(text),
        NodeValue::Sequence(items) => {
            WrittenValue::Items(items.into_iter().map(as_written).collect())
        }
        NodeValue::Mapping(entries) => WrittenValue::Keys(entries.into_iter().map(key).collect()),
    };
    AsWritten {
        file: node.file,
        range: node.range,
        content,
        is_unread: node.unread.is_some(),
        verbatim: node.verbatim,
    }
}

fn key(entry: Entry) -> WrittenKey {
    let at = entry.key_origin();
    WrittenKey {
        key: entry.key,
        at,
        value: as_written(entry.value),
    }
}
