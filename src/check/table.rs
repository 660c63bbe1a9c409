//! A table in a sheet, cell by cell: texts, numbers, amounts and words of a list, each understood or
//! reported at its place.

mod figures;
mod header;
mod looks;
mod sheets;

pub(crate) use header::Column;
pub(crate) use header::Header;
pub(crate) use looks::Counted;
pub(crate) use looks::check as check_looks;
pub(crate) use sheets::Tables;
pub(crate) use sheets::each_sheet;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::NoAmount;
use crate::model::vietnamese;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::FileId;
use crate::source::Located;
use crate::source::Origin;
use crate::source::Sheet;
use figures::Figure;
use figures::NoFigure;

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
        }
    }

    pub(crate) fn at(&self, row: u32, column: C) -> Origin {
        let column = self.header.column(column).unwrap_or(0);
        self.place.cell(CellRef { row, column })
    }

    pub(crate) fn cell(&self, row: u32, column: C) -> Option<&'a Cell> {
        self.sheet.cell(CellRef {
            row,
            column: self.header.column(column)?,
        })
    }

    /// The cell that holds the figure for a place; a dash says that there is none.
    pub(crate) fn figure_cell(&self, row: u32, column: C) -> Option<&'a Cell> {
        let dash = |text: &str| text.trim().trim_matches(['-', '–', '—']).is_empty();
        self.cell(row, column)
            .filter(|cell| !cell.text().is_some_and(dash))
    }

    /// The first cell of the merged stretch that a place lies in, below that first cell.
    pub(crate) fn merged_from(&self, row: u32, column: C) -> Option<CellRef> {
        let column = self.header.column(column)?;
        self.sheet.merged_from(CellRef { row, column })
    }

    /// The cell whose text holds for a place: its own, or that of the stretch merged over it.
    fn text_cell(&self, row: u32, column: C) -> Option<&'a Cell> {
        let own = self.cell(row, column);
        own.or_else(|| self.sheet.cell(self.merged_from(row, column)?))
    }

    /// The text for a place, without outer white space; empty where there is none.
    pub(crate) fn text(&self, row: u32, column: C) -> String {
        self.text_cell(row, column)
            .map(|cell| cell.display().trim().to_owned())
            .unwrap_or_default()
    }

    pub(crate) fn report(
        &mut self,
        code: Code,
        row: u32,
        column: C,
        message: String,
        hint: &str,
    ) -> Reported {
        let finding = Diagnostic::new(code, self.at(row, column), message);
        let finding = if hint.is_empty() {
            finding
        } else {
            finding.hint(hint)
        };
        self.diagnostics.report(finding)
    }

    /// Says that after so many wrong lines those below this row are left unread.
    pub(crate) fn give_up(&mut self, row: u32, column: C, n_faulty: u32) {
        let n_faulty = vietnamese::count(n_faulty);
        let message = format!("đã có {n_faulty} dòng sai; các dòng bên dưới chưa được đọc");
        let hint = "sửa các dòng trên rồi kiểm tra lại; thường chỉ một lỗi lặp lại ở mọi dòng";
        self.report(Code::TOO_MANY_FAULTS, row, column, message, hint);
    }

    /// A number that is not negative.
    pub(crate) fn number(&mut self, row: u32, column: C) -> Result<Decimal, Reported> {
        let figure = self.figure(row, column)?;
        if figure.unit.is_some() {
            return Err(self.no_figure(row, column, NoFigure::Other));
        }
        Ok(figure.number)
    }

    /// Whole đồng; in the unit that the cell or the header states.
    pub(crate) fn money(&mut self, row: u32, column: C) -> Result<Dong, Reported> {
        let figure = self.figure(row, column)?;
        let unit = figure.unit.unwrap_or_else(|| self.header.unit(column));
        Dong::product(figure.number, unit).map_err(|why| {
            let name = column.name();
            let (code, message, hint) = match why {
                NoAmount::Fraction => (
                    Code::FRACTIONAL_AMOUNT,
                    format!("cột \"{name}\" có phần lẻ của đồng"),
                    "ghi số tiền tròn đồng",
                ),
                NoAmount::OutOfRange => (
                    Code::OVERFLOW,
                    "số tiền vượt quá 999.999.999.999.999 đồng".to_owned(),
                    "",
                ),
            };
            self.report(code, row, column, message, hint)
        })
    }

    /// A figure that is not negative, as a number or as a text.
    fn figure(&mut self, row: u32, column: C) -> Result<Figure, Reported> {
        let Some(cell) = self.figure_cell(row, column) else {
            return Err(match self.merged_from(row, column) {
                Some(first) => self.merged(row, column, first),
                None => self.empty(row, column),
            });
        };
        let figure = match &cell.value {
            CellValue::Number(number) if number.abs() >= 1e15 => {
                let message = "số lớn hơn 999.999.999.999.999".to_owned();
                let hint = "xem lại số này và đơn vị tính của cột";
                return Err(self.report(Code::OVERFLOW, row, column, message, hint));
            }
            CellValue::Number(number) => {
                let number = Decimal::from_float(*number).ok_or(NoFigure::TooFine);
                number.map(|number| Figure { number, unit: None })
            }
            CellValue::Text(text) => figures::parse(text),
            CellValue::Bool(_) => Err(NoFigure::Other),
            CellValue::Error(_) => return Err(self.broken(row, column)),
        };
        let figure = figure.map_err(|why| self.no_figure(row, column, why))?;
        if figure.number.is_negative() {
            let message = format!("cột \"{}\" là số âm: {}", column.name(), cell.display());
            return Err(self.report(
                Code::NEGATIVE_AMOUNT,
                row,
                column,
                message,
                "chi phí là số từ 0 trở lên",
            ));
        }
        Ok(figure)
    }

    /// Reports a figure that several lines share.
    fn merged(&mut self, row: u32, column: C, first: CellRef) -> Reported {
        let message = format!(
            "ô cột \"{}\" gộp với ô {first}, không biết số này thuộc dòng nào",
            column.name()
        );
        let hint = "bỏ gộp ô, ghi số riêng cho từng dòng";
        self.report(Code::MERGED_FIGURE, row, column, message, hint)
    }

    fn empty(&mut self, row: u32, column: C) -> Reported {
        let message = format!("ô cột \"{}\" đang trống", column.name());
        self.report(Code::EMPTY_CELL, row, column, message, "")
    }

    /// Reports a cell with an error value, or with a formula that was never calculated.
    fn broken(&mut self, row: u32, column: C) -> Reported {
        let cell = self.cell(row, column);
        if cell.is_some_and(looks::is_uncalculated)
            && let Some(reported) = self.uncalculated()
        {
            return reported;
        }
        let text = cell.map(Cell::display).unwrap_or_default();
        let message = format!("ô báo lỗi {text}");
        let hint = "mở tệp bằng Excel, sửa công thức và lưu lại, hoặc ghi số trực tiếp";
        self.report(Code::CELL_ERROR, row, column, message, hint)
    }

    /// Reports all formulas of the table that were never calculated, once.
    fn uncalculated(&mut self) -> Option<Reported> {
        if self.uncalculated.is_none() {
            let rows = self.header.rows_below(self.sheet);
            let cells = rows.flat_map(|row| self.sheet.row(row));
            self.uncalculated = looks::uncalculated(cells, self.place, self.diagnostics);
        }
        self.uncalculated
    }

    fn no_figure(&mut self, row: u32, column: C, why: NoFigure) -> Reported {
        let written = self.text(row, column);
        let (message, hint) = match why {
            NoFigure::Other => (
                format!("cột \"{}\" cần một số, đang là `{written}`", column.name()),
                "ghi số, ví dụ 12000000 hoặc 12.000.000",
            ),
            NoFigure::TooFine => (
                format!("`{written}` có quá sáu chữ số sau dấu phẩy"),
                "làm tròn số này; chia thành khoản khác nếu cần",
            ),
            NoFigure::Ambiguous => (
                format!(
                    "không rõ `{written}` là số nghìn hay số lẻ, vì ô này là chữ chứ không phải số"
                ),
                "ghi 1200 hoặc 1.200 cho một nghìn hai trăm; 1,2 cho một phẩy hai",
            ),
        };
        self.report(Code::AMOUNT_NOT_A_NUMBER, row, column, message, hint)
    }

    /// The text of a cell, and where it stands.
    pub(crate) fn located(&self, row: u32, column: C) -> Located<String> {
        Located {
            value: self.text(row, column),
            at: self.at(row, column),
        }
    }

    /// A text that must be there.
    pub(crate) fn required_text(&mut self, row: u32, column: C) -> Result<String, Reported> {
        let cell = self.text_cell(row, column);
        if cell.is_some_and(|cell| matches!(cell.value, CellValue::Error(_))) {
            return Err(self.broken(row, column));
        }
        let text = self.text(row, column);
        if text.is_empty() {
            return Err(self.empty(row, column));
        }
        Ok(text)
    }
}
