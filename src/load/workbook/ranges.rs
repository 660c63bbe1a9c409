//! .xls and .ods, of which calamine makes tables; how large these would be was looked at before.

use std::collections::BTreeMap;

use calamine::Reader;

use super::Cells;
use super::Read;
use super::Stretch;
use super::Unfit;
use super::Value;
use crate::source::CellRef;
use crate::source::SheetLooks;

/// Reads a workbook; `seen` tells what a sheet looks like and what is merged in it.
pub(super) fn read<RS, R: Reader<RS>>(
    mut workbook: R,
    mut seen: impl FnMut(&mut R, &str) -> (SheetLooks, Vec<Stretch>),
) -> Result<Read, Unfit>
where
    RS: std::io::Read + std::io::Seek,
{
    let (mut read, names) = Read::begin(workbook.sheets_metadata())?;
    for name in names {
        let range = workbook.worksheet_range(&name).map_err(|_| Unfit::Broken)?;
        let texts = workbook
            .worksheet_formula(&name)
            .map_err(|_| Unfit::Broken)?;
        let start = texts.start().unwrap_or((0, 0));
        let formulas = texts.used_cells().filter(|(.., text)| !text.is_empty());
        let mut formulas: BTreeMap<CellRef, &str> = formulas
            .map(|(row, column, text)| (place(start, row, column), text.as_str()))
            .collect();
        let mut cells = Cells::default();
        let start = range.start().unwrap_or((0, 0));
        for (row, column, data) in range.used_cells() {
            let at = place(start, row, column);
            read.cell(&mut cells, at, Value::of(data), formulas.remove(&at))?;
        }
        for (at, formula) in formulas {
            read.cell(&mut cells, at, Value::Empty, Some(formula))?;
        }
        let (looks, merged) = seen(&mut workbook, &name);
        read.sheet(name, cells, merged, looks);
    }
    Ok(read)
}

/// A range counts from its first used cell.
fn place(start: (u32, u32), row: usize, column: usize) -> CellRef {
    let offset = |from: u32, by: usize| from + u32::try_from(by).unwrap_or(u32::MAX - from);
    CellRef {
        row: offset(start.0, row),
        column: offset(start.1, column),
    }
}
