//! Where in a line a unit may be stated: in the column of units, in words, or beside the table.

use crate::model::fold;
use crate::model::written;
use crate::model::written::Said;
use crate::read::table::column::Column;
use crate::read::table::header::Header;
use crate::read::table::is_year;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;

/// The part of a line that a text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Beside the table, where nothing else is meant.
    Beside,
    /// The column of the units that are counted in.
    Unit,
    /// A column of words, which speak of a line's own amount in passing.
    Words,
}

impl Part {
    /// What a text there says of the unit of amounts.
    pub(super) fn said(self, text: &str) -> Said {
        match self {
            Self::Beside => written::said_near(text),
            Self::Unit => written::said_as_unit(text),
            Self::Words => written::said(text),
        }
    }
}

/// The part of a line that a column of the sheet is; nothing where no unit is looked for.
pub(super) fn part<C: Column>(column: u32, header: &Header<C>) -> Option<Part> {
    if header.column(C::UNIT) == Some(column) {
        return Some(Part::Unit);
    }
    let mut words = C::WORDS.iter();
    if words.any(|own| header.column(*own) == Some(column)) {
        return Some(Part::Words);
    }
    let mut others = header.others().iter();
    let is_named = header.knows(column) || others.any(|other| other.column == column);
    (!is_named).then_some(Part::Beside)
}

/// Whether a row calls itself a total.
pub(super) fn is_total(cells: &[(CellRef, Cell)]) -> bool {
    let mut texts = cells.iter().filter_map(|(_, cell)| cell.text());
    texts.any(|text| {
        let folded = fold(text);
        ["tong", "cong"].iter().any(|word| folded.starts_with(word))
    })
}

/// Whether a row of a table has a figure in one of its columns.
pub(super) fn is_line<C: Column>(cells: &[(CellRef, Cell)], header: &Header<C>) -> bool {
    cells.iter().any(|(at, cell)| match &cell.value {
        CellValue::Number(_) => header.knows(at.column) && !is_year(cell),
        _ => is_amount(*at, cell, header),
    })
}

/// Whether a row of a table has a figure in one of its columns of money.
pub(super) fn has_amount<C: Column>(cells: &[(CellRef, Cell)], header: &Header<C>) -> bool {
    let mut cells = cells.iter();
    cells.any(|(at, cell)| is_amount(*at, cell, header))
}

fn is_amount<C: Column>(at: CellRef, cell: &Cell, header: &Header<C>) -> bool {
    let is_money = C::MONEY
        .iter()
        .any(|money| header.column(*money) == Some(at.column))
        || header
            .shares()
            .iter()
            .any(|share| share.column == at.column);
    is_money
        && match &cell.value {
            CellValue::Number(_) => true,
            CellValue::Text(text) => text.contains(|letter: char| letter.is_ascii_digit()),
            CellValue::Bool(_) | CellValue::Error(_) => false,
        }
}
