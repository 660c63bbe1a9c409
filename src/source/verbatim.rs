//! Which stretches of a text stand in its file as they are, so that a word of it can be marked there.

use std::ops::Range;

use super::FileId;
use super::Origin;

/// Where the stretches of a text stand that its file has letter for letter: (byte of the text, byte of the
/// file), ascending.
#[derive(Debug, Clone, Default)]
pub struct Verbatim(pub Vec<(usize, usize)>);

impl Verbatim {
    /// Where a stretch of the text stands in this file; nothing where the file has other letters for it (an
    /// escape, a line break).
    pub fn origin_of(&self, stretch: Range<usize>, file: FileId) -> Option<Origin> {
        let after = self.0.partition_point(|(at, _)| *at <= stretch.start);
        let (text, place) = *self.0.get(after.checked_sub(1)?)?;
        let next = self.0.get(after).map_or(usize::MAX, |(at, _)| *at);
        (stretch.end <= next).then(|| Origin::Text {
            file,
            range: place + stretch.start - text..place + stretch.end - text,
        })
    }
}
