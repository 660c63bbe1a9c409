//! Where a text stands: in a value of YAML, or in a file as it is.

use std::ops::Range;

use crate::load::Node;
use crate::source::FileId;
use crate::source::Origin;

/// Where a text stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'a> {
    /// In a value of YAML.
    Scalar(&'a Node),
    /// In a file, as it is, from one byte to another.
    Body(FileId, usize, usize),
}

impl Place<'_> {
    /// The file and the bytes of the whole text.
    pub(super) fn whole(self) -> (FileId, Range<usize>) {
        match self {
            Self::Scalar(node) => (node.file, node.range.clone()),
            Self::Body(file, start, end) => (file, start..end),
        }
    }

    /// Where a stretch of the text stands.
    pub(super) fn at(self, stretch: Range<usize>) -> Origin {
        match self {
            Self::Scalar(node) => node.origin_of(stretch),
            Self::Body(file, start, _) => {
                let range = start + stretch.start..start + stretch.end;
                Origin::Text { file, range }
            }
        }
    }
}
