//! The columns of a table in a sheet, found by their names wherever the table starts and in any order.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Place;
use super::figures;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::fold;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;

/// The columns of a kind of table.
pub(crate) trait Column: Copy + Ord + 'static {
    /// What messages call the table.
    const TABLE: &'static str;

    /// Each column with the names it goes by, folded; the first is the one that messages use.
    const NAMES: &'static [(Self, &'static str, &'static [&'static str])];

    /// The columns that the table cannot do without.
    const REQUIRED: &'static [Self];

    /// How many of them make a row the header.
    const ENOUGH: usize;

    /// Its name in messages.
    fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(column, ..)| *column == self);
        found.map_or("", |(_, name, _)| name)
    }

    /// The column that a header cell names; a unit behind the name does not count.
    fn of(text: &str) -> Option<Self> {
        let folded = fold(text);
        let named = |name: &str| {
            let name = name.trim().trim_end_matches([':', '.']);
            let found = Self::NAMES.iter().find(|(.., names)| names.contains(&name));
            found.map(|(column, ..)| *column)
        };
        let before = |mark: &str| named(folded.split(mark).next().unwrap_or(""));
        named(&folded)
            .or_else(|| before("("))
            .or_else(|| before(","))
            .or_else(|| before(" - "))
    }
}

/// Where a table begins: the rows of its header, of which the second completes the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Beginning {
    /// The first row, from 0.
    pub first: u32,
    last: u32,
}

/// Where the columns are.
#[derive(Debug)]
pub(crate) struct Header<C> {
    columns: BTreeMap<C, u32>,
    units: BTreeMap<C, i64>,
    unit: i64,
    /// The last row of the header and what belongs to it.
    last: u32,
}

impl<C: Column> Header<C> {
    /// The sheet's column (from 0) of a column of the table.
    pub(crate) fn column(&self, column: C) -> Option<u32> {
        self.columns.get(&column).copied()
    }

    /// The đồng that one of an amount in a column is: what stands behind the column's name, or what is
    /// said above the table.
    pub(crate) fn unit(&self, column: C) -> i64 {
        self.units.get(&column).copied().unwrap_or(self.unit)
    }

    /// The row (from 0) above the first line.
    pub(crate) fn last_row(&self) -> u32 {
        self.last
    }
}

/// The columns that the cells of a row name.
fn named<C: Column>(cells: &[(CellRef, Cell)]) -> BTreeSet<C> {
    let texts = cells.iter().filter_map(|(_, cell)| cell.text());
    texts.filter_map(C::of).collect()
}

/// Where a table begins: the first row in which enough cells name columns that the table needs, or
/// two rows that do so together.
pub(crate) fn find<C: Column>(sheet: &Sheet) -> Option<Beginning> {
    let is_enough = |columns: &BTreeSet<C>| {
        let required = C::REQUIRED.iter();
        required.filter(|wanted| columns.contains(wanted)).count() >= C::ENOUGH
    };
    let mut above: Option<(u32, BTreeSet<C>)> = None;
    let mut found = None;
    for (row, cells) in sheet.rows() {
        let columns = named(cells);
        if let Some(first) = found {
            // The row below may name what the first one leaves out.
            let is_next = row == first + 1 && !has_figures(cells);
            let missing =
                above.is_some_and(|(_, above)| columns.difference(&above).next().is_some());
            let last = if is_next && missing { row } else { first };
            return Some(Beginning { first, last });
        }
        if is_enough(&columns) {
            found = Some(row);
        } else if let Some((first, above)) = &above
            && *first + 1 == row
            && !above.is_empty()
            && is_enough(&above.union(&columns).copied().collect())
        {
            return Some(Beginning {
                first: *first,
                last: row,
            });
        }
        above = Some((row, columns));
    }
    found.map(|row| Beginning {
        first: row,
        last: row,
    })
}

fn has_figures(cells: &[(CellRef, Cell)]) -> bool {
    let mut cells = cells.iter();
    cells.any(|(_, cell)| matches!(cell.value, CellValue::Number(_)))
}

/// Reads the header; a column that is missing or there twice is reported.
pub(crate) fn read<C: Column>(
    sheet: &Sheet,
    beginning: Beginning,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Option<Header<C>> {
    let Beginning { first, last } = beginning;
    let mut columns = BTreeMap::new();
    let mut units = BTreeMap::new();
    let mut sound = true;
    for row in first..=last {
        for (at, cell) in sheet.row(row) {
            let Some(text) = cell.text() else { continue };
            let Some(column) = C::of(text) else { continue };
            // In the second row a name that the first one has is a word of a line.
            if row > first && columns.contains_key(&column) {
                continue;
            }
            if let Some(unit) = figures::unit(text) {
                units.insert(column, unit);
            }
            if columns.insert(column, at.column).is_some() {
                sound = false;
                let at = place.cell(*at);
                let message = format!("cột \"{}\" có hai lần", column.name());
                diagnostics.report(Diagnostic::new(Code::ESTIMATE_COLUMN, at, message));
            }
        }
    }
    let corner = sheet.row(first).first()?.0;
    let missing = C::REQUIRED
        .iter()
        .filter(|name| !columns.contains_key(name));
    for column in missing {
        sound = false;
        let at = place.cell(corner);
        let message = format!("{} thiếu cột \"{}\"", C::TABLE, column.name());
        diagnostics.report(Diagnostic::new(Code::ESTIMATE_COLUMN, at, message));
    }
    let last = if is_numbering(sheet.row(last + 1)) {
        last + 1
    } else {
        last
    };
    sound.then_some(Header {
        columns,
        units,
        unit: unit_above(sheet, first),
        last,
    })
}

/// Whether the row numbers the columns, as forms do: `(1)`, `2`, `A`, `7=5x6`.
fn is_numbering(cells: &[(CellRef, Cell)]) -> bool {
    let is_label = |text: &str| {
        let name = text.split('=').next().unwrap_or("").trim();
        let name = name
            .trim_start_matches(['(', '['])
            .trim_end_matches([')', ']']);
        let short = (1..=2).contains(&name.len());
        short && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let mut numbers = Vec::new();
    let labels = cells.iter().filter(|(_, cell)| match &cell.value {
        CellValue::Text(text) => is_label(text.trim()),
        CellValue::Number(number) => {
            numbers.push(*number);
            number.fract() == 0.0 && (1.0..100.0).contains(number)
        }
        _ => false,
    });
    let all = labels.count() == cells.len();
    // They ascend by one; a line with a quantity, a price and a year does not.
    all && cells.len() >= 3 && numbers.windows(2).all(|pair| pair[1] - pair[0] == 1.0)
}

/// What is said above the table of the unit of its amounts: "Đơn vị tính: nghìn đồng".
fn unit_above(sheet: &Sheet, header: u32) -> i64 {
    let above = sheet.rows().take_while(|(row, _)| *row < header);
    let texts = above.flat_map(|(_, cells)| cells.iter().filter_map(|(_, cell)| cell.text()));
    let said = texts.filter(|text| {
        let folded = fold(text);
        ["don vi", "dvt"].iter().any(|word| folded.contains(word))
    });
    said.filter_map(figures::unit).last().unwrap_or(1)
}
