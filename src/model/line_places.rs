//! Where the pieces of a cost line were read. An estimate may have a hundred thousand lines, and those of a
//! workbook each lie in one row, so that of them the columns alone are kept.

use crate::source::CellRef;
use crate::source::FileId;
use crate::source::Origin;

/// Something for each piece of a cost line that has a place of its own.
#[derive(Debug, Clone, Copy)]
pub struct LinePieces<T> {
    /// Its row of Phụ lục II.
    pub row: T,
    /// What is paid for.
    pub description: T,
    /// The price of one.
    pub unit_price: T,
    /// The amount.
    pub amount: T,
    /// The kind of cost.
    pub kind: T,
    /// The year.
    pub year: T,
    /// Whose money.
    pub source: T,
}

/// Where the pieces of a cost line were read.
#[derive(Debug, Clone)]
pub struct LinePlaces(Kept);

#[derive(Debug, Clone)]
enum Kept {
    /// In a row of a sheet, each in a column.
    Row {
        file: FileId,
        sheet: usize,
        row: u32,
        columns: LinePieces<u32>,
    },
    /// Wherever each is.
    Each(Box<LinePieces<Origin>>),
}

impl LinePlaces {
    /// The cells of a row of a sheet, by their columns; sheet, row and columns count from 0.
    pub fn in_row(file: FileId, sheet: usize, row: u32, columns: LinePieces<u32>) -> Self {
        Self(Kept::Row {
            file,
            sheet,
            row,
            columns,
        })
    }

    /// Places that have nothing in common.
    pub fn each(places: LinePieces<Origin>) -> Self {
        Self(Kept::Each(Box::new(places)))
    }

    /// Its row of Phụ lục II.
    pub fn row(&self) -> Origin {
        self.of(|columns| columns.row, |places| &places.row)
    }

    /// What is paid for.
    pub fn description(&self) -> Origin {
        self.of(|columns| columns.description, |places| &places.description)
    }

    /// The price of one.
    pub fn unit_price(&self) -> Origin {
        self.of(|columns| columns.unit_price, |places| &places.unit_price)
    }

    /// The amount.
    pub fn amount(&self) -> Origin {
        self.of(|columns| columns.amount, |places| &places.amount)
    }

    /// The kind of cost.
    pub fn kind(&self) -> Origin {
        self.of(|columns| columns.kind, |places| &places.kind)
    }

    /// The year.
    pub fn year(&self) -> Origin {
        self.of(|columns| columns.year, |places| &places.year)
    }

    /// Whose money.
    pub fn source(&self) -> Origin {
        self.of(|columns| columns.source, |places| &places.source)
    }

    fn of(
        &self,
        column: impl FnOnce(&LinePieces<u32>) -> u32,
        place: impl FnOnce(&LinePieces<Origin>) -> &Origin,
    ) -> Origin {
        match &self.0 {
            Kept::Row {
                file,
                sheet,
                row,
                columns,
            } => Origin::Cell {
                file: *file,
                sheet: *sheet,
                cell: CellRef {
                    row: *row,
                    column: column(columns),
                },
            },
            Kept::Each(places) => place(places).clone(),
        }
    }
}
