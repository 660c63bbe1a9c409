//! A row of a sheet with its cells.

use crate::source::Cell;
use crate::source::CellRef;

/// A row of a sheet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// Its number, from 0.
    pub number: u32,
    cells: &'a [(CellRef, Cell)],
}

impl<'a> Row<'a> {
    /// The row of a number with its cells, from the left.
    pub(crate) fn new((number, cells): (u32, &'a [(CellRef, Cell)])) -> Self {
        Self { number, cells }
    }

    /// The cell in a column (from 0). A row has few cells, so they are gone through.
    pub(crate) fn cell(self, column: u32) -> Option<&'a Cell> {
        let mut cells = self.cells.iter();
        let found = cells.find(|(at, _)| at.column >= column)?;
        (found.0.column == column).then_some(&found.1)
    }

    /// Its cells, from the left.
    pub(crate) fn cells(self) -> &'a [(CellRef, Cell)] {
        self.cells
    }
}
