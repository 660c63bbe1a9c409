//! A table in a sheet, cell by cell: texts, numbers, amounts and words of a list, each understood or
//! reported at its place.

mod agreement;
mod beginning;
mod column;
mod figures;
mod format;
mod fractions;
mod header;
mod looks;
mod neighbours;
mod row;
mod sheets;
mod stating;
mod units;
mod words;

pub(crate) use column::Column;
pub(crate) use column::Named;
pub(crate) use column::Part;
pub(crate) use column::Share;
pub(crate) use format::is_shown_otherwise;
pub(crate) use header::Header;
pub(crate) use header::ShareColumn;
pub(crate) use looks::Counted;
pub(crate) use looks::check as check_looks;
pub(crate) use row::Row;
pub(crate) use sheets::Tables;
pub(crate) use sheets::each_sheet;
pub(crate) use sheets::listed;

use std::borrow::Cow;
use std::collections::BTreeMap;

use figures::figure_in;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::vietnamese;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::FileId;
use crate::source::Located;
use crate::source::Origin;
use crate::source::Sheet;
use crate::source::Shown;

/// After so many wrong lines the rest of a sheet is not worth reading: it is no such table, or one
/// mistake goes through all of it.
pub(crate) const MOST_FAULTY: u32 = 1000;

/// A sheet, for findings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The workbook.
    pub file: FileId,
    /// The sheet, from 0.
    pub sheet: usize,
}

impl Place {
    pub(crate) fn cell(self, cell: CellRef) -> Origin {
        Origin::Cell {
            file: self.file,
            sheet: self.sheet,
            cell,
        }
    }
}

/// Whether a cell holds nothing but a year, which names a column or a line as a word does.
pub(crate) fn is_year(cell: &Cell) -> bool {
    match &cell.value {
        CellValue::Number(number) => (2020.0..=2050.0).contains(number) && number.fract() == 0.0,
        _ => false,
    }
}

/// Whether cells hold a number that is no year.
pub(crate) fn has_figures(cells: &[(CellRef, Cell)]) -> bool {
    let mut cells = cells.iter();
    cells.any(|(_, cell)| matches!(cell.value, CellValue::Number(_)) && !is_year(cell))
}

/// A table whose columns are known.
pub(crate) struct Table<'a, C> {
    /// The sheet that it stands in.
    pub sheet: &'a Sheet,
    /// Where its columns are.
    pub header: Header<C>,
    /// The sheet, for findings.
    pub place: Place,
    /// Where faults go.
    pub diagnostics: &'a mut Diagnostics,
    /// That formulas were found that were never calculated; one finding for all.
    uncalculated: Option<Reported>,
    /// The columns, by the sheet's, whose formats were found not to fit; one finding for each.
    formats: BTreeMap<u32, Reported>,
    /// The đồng that one of the amounts is by their number format, where that says so.
    unit_by_format: Option<i64>,
    /// That fractions of a đồng show a unit that nothing states; one finding for all.
    fractions: Option<Reported>,
}

impl<'a, C: Column> Table<'a, C> {
    /// A table of a sheet.
    pub(crate) fn new(
        sheet: &'a Sheet,
        header: Header<C>,
        place: Place,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            sheet,
            header,
            place,
            diagnostics,
            uncalculated: None,
            formats: BTreeMap::new(),
            unit_by_format: None,
            fractions: None,
        }
    }

    /// The đồng that one of the amounts read so far is by their number format, where that says so.
    pub(crate) fn unit_by_format(&self) -> Option<i64> {
        self.unit_by_format
    }

    pub(crate) fn at(&self, row: Row<'_>, column: C) -> Origin {
        self.at_column(row, self.header.column(column).unwrap_or(0))
    }

    fn at_column(&self, row: Row<'_>, column: u32) -> Origin {
        let row = row.number;
        self.place.cell(CellRef { row, column })
    }

    pub(crate) fn cell(&self, row: Row<'a>, column: C) -> Option<&'a Cell> {
        row.cell(self.header.column(column)?)
    }

    /// The cell that holds the figure for a place; a dash says that there is none.
    pub(crate) fn figure_cell(&self, row: Row<'a>, column: C) -> Option<&'a Cell> {
        figure_in(row, self.header.column(column)?)
    }

    /// The first cell of the merged stretch that a place lies in, below that first cell.
    pub(crate) fn merged_from(&self, row: Row<'_>, column: C) -> Option<CellRef> {
        let (row, column) = (row.number, self.header.column(column)?);
        self.sheet.merged_from(CellRef { row, column })
    }

    /// The cell whose text holds for a place, and where it stands: its own, or that of the stretch merged
    /// over it.
    fn text_cell(&self, row: Row<'a>, column: C) -> Option<(CellRef, &'a Cell)> {
        let own = CellRef {
            row: row.number,
            column: self.header.column(column)?,
        };
        if let Some(cell) = row.cell(own.column) {
            return Some((own, cell));
        }
        let at = self.sheet.merged_from(own)?;
        Some((at, self.sheet.cell(at)?))
    }

    /// The text for a place, without outer white space; empty where there is none. In a column of words a
    /// number or a day is the text that the cell shows, and a cell that shows an error has none.
    pub(crate) fn text(&self, row: Row<'a>, column: C) -> Cow<'a, str> {
        let Some((at, cell)) = self.text_cell(row, column) else {
            return Cow::Borrowed("");
        };
        let is_words = C::WORDS.contains(&column);
        if is_words && let Some(Shown::Text(shown)) = self.sheet.shown(at, cell) {
            return Cow::Owned(shown);
        }
        match &cell.value {
            CellValue::Error(_) if is_words => Cow::Borrowed(""),
            CellValue::Text(text) | CellValue::Error(text) => Cow::Borrowed(text.trim()),
            CellValue::Number(_) | CellValue::Bool(_) => Cow::Owned(cell.display()),
        }
    }

    pub(crate) fn report(
        &mut self,
        code: Code,
        row: Row<'_>,
        column: C,
        message: String,
        hint: &str,
    ) -> Reported {
        let column = self.header.column(column).unwrap_or(0);
        self.report_at(code, row, column, message, hint)
    }

    pub(crate) fn report_at(
        &mut self,
        code: Code,
        row: Row<'_>,
        column: u32,
        message: String,
        hint: &str,
    ) -> Reported {
        let finding = Diagnostic::new(code, self.at_column(row, column), message);
        let finding = if hint.is_empty() {
            finding
        } else {
            finding.hint(hint)
        };
        self.diagnostics.report(finding)
    }

    /// Says that after so many wrong lines those below this row are left unread.
    pub(crate) fn give_up(&mut self, row: Row<'_>, column: C, n_faulty: u32) {
        let n_faulty = vietnamese::count(n_faulty);
        let message = format!("đã có {n_faulty} dòng sai; các dòng bên dưới chưa được đọc");
        let hint = "sửa các dòng trên rồi kiểm tra lại; thường chỉ một lỗi lặp lại ở mọi dòng";
        self.report(Code::TOO_MANY_FAULTS, row, column, message, hint);
    }

    /// The text of a cell, and where it stands.
    pub(crate) fn located(&self, row: Row<'a>, column: C) -> Located<String> {
        Located {
            value: self.text(row, column).into_owned(),
            at: self.at(row, column),
        }
    }

    /// A text that must be there.
    pub(crate) fn required_text(
        &mut self,
        row: Row<'a>,
        column: C,
    ) -> Result<Cow<'a, str>, Reported> {
        let cell = self.text_cell(row, column);
        if cell.is_some_and(|(_, cell)| matches!(cell.value, CellValue::Error(_))) {
            let column = self.header.column(column).unwrap_or(0);
            return Err(self.broken(row, column));
        }
        let text = self.text(row, column);
        if text.is_empty() {
            return Err(self.empty(row, self.named(column)));
        }
        Ok(text)
    }
}
