//! The columns of a table in a sheet, found by their names wherever the table starts and in any order.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Place;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::fold;
use crate::source::Cell;
use crate::source::CellRef;
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

    /// The column that a header cell names; a unit in brackets behind the name does not count.
    fn of(text: &str) -> Option<Self> {
        let folded = fold(text);
        let name = folded
            .split('(')
            .next()
            .unwrap_or("")
            .trim()
            .trim_end_matches(':');
        let found = Self::NAMES.iter().find(|(.., names)| names.contains(&name));
        found.map(|(column, ..)| *column)
    }
}

/// Where the columns are.
#[derive(Debug)]
pub(crate) struct Header<C> {
    columns: BTreeMap<C, u32>,
}

impl<C: Column> Header<C> {
    /// The sheet's column (from 0) of a column of the table.
    pub(crate) fn column(&self, column: C) -> Option<u32> {
        self.columns.get(&column).copied()
    }
}

/// The first row in which enough cells name columns that the table needs.
pub(crate) fn find<C: Column>(sheet: &Sheet) -> Option<u32> {
    let names_enough = |cells: &[(CellRef, Cell)]| {
        let texts = cells.iter().filter_map(|(_, cell)| cell.text());
        let named: BTreeSet<C> = texts.filter_map(C::of).collect();
        let is_named = |wanted: &&C| named.contains(wanted);
        C::REQUIRED.iter().filter(is_named).count() >= C::ENOUGH
    };
    let mut rows = sheet.rows();
    rows.find(|(_, cells)| names_enough(cells))
        .map(|(row, _)| row)
}

/// Reads the header; a column that is missing or there twice is reported.
pub(crate) fn read<C: Column>(
    sheet: &Sheet,
    row: u32,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Option<Header<C>> {
    let cells = sheet.row(row);
    let mut columns = BTreeMap::new();
    let mut sound = true;
    for (at, cell) in cells {
        let Some(column) = cell.text().and_then(C::of) else {
            continue;
        };
        if columns.insert(column, at.column).is_some() {
            sound = false;
            let at = place.cell(*at);
            let message = format!("cột \"{}\" có hai lần", column.name());
            diagnostics.report(Diagnostic::new(Code::ESTIMATE_COLUMN, at, message));
        }
    }
    let first = cells.first()?.0;
    let missing = C::REQUIRED
        .iter()
        .filter(|name| !columns.contains_key(name));
    for column in missing {
        sound = false;
        let at = place.cell(first);
        let message = format!("{} thiếu cột \"{}\"", C::TABLE, column.name());
        diagnostics.report(Diagnostic::new(Code::ESTIMATE_COLUMN, at, message));
    }
    sound.then_some(Header { columns })
}
