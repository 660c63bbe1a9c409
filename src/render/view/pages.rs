//! On which pages of the print what a plan says stands.

/// The pages of a print, each counted from 1 for the whole of it.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// Those on which what the table of contents names begins: the parts, then the appendices.
    pub begins: Vec<usize>,
    /// What is marked with its page, in the order of the print: headings and entries by their titles, and rows of
    /// tables by what they are about.
    pub places: Vec<(String, usize)>,
}

impl Pages {
    /// The page on which the part or appendix of this index begins.
    pub(crate) fn begin(&self, index: usize) -> Option<usize> {
        self.begins.get(index).copied()
    }

    /// The page on which the part or appendix of this index has what is marked so, or else begins; nothing
    /// where nothing is known of it. Each part goes on from the one before, each appendix has pages of its own.
    pub(crate) fn of(&self, index: usize, mark: &str) -> Option<usize> {
        let begin = self.begin(index)?;
        let end = self.begins.get(index + 1).copied().unwrap_or(usize::MAX);
        let mut places = self.places.iter();
        let found = places.find(|(other, page)| (begin..=end).contains(page) && other == mark);
        Some(found.map_or(begin, |(_, page)| *page))
    }
}
