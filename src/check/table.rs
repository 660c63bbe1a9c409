//! A table in a sheet, cell by cell: texts, numbers, amounts and words of a list, each understood or
//! reported at its place.

mod header;

pub(crate) use header::Column;
pub(crate) use header::Header;
pub(crate) use header::find;
pub(crate) use header::read;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::fold;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sheet;

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
}

impl<'a, C: Column> Table<'a, C> {
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

    pub(crate) fn text(&self, row: u32, column: C) -> String {
        self.cell(row, column)
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

    /// A number that is not negative.
    pub(crate) fn number(&mut self, row: u32, column: C) -> Result<Decimal, Reported> {
        let Some(cell) = self.cell(row, column) else {
            let message = format!("ô cột \"{}\" đang trống", column.name());
            return Err(self.report(Code::EMPTY_CELL, row, column, message, ""));
        };
        let number = match &cell.value {
            CellValue::Number(number) => Decimal::from_float(*number),
            CellValue::Error(text) => {
                let message = if cell.formula && text.starts_with('=') {
                    format!("công thức `{text}` chưa có kết quả")
                } else {
                    format!("ô báo lỗi {text}")
                };
                let hint = "mở tệp bằng Excel, sửa công thức và lưu lại, hoặc ghi số trực tiếp";
                return Err(self.report(Code::CELL_ERROR, row, column, message, hint));
            }
            CellValue::Text(_) | CellValue::Bool(_) => None,
        };
        let Some(number) = number else {
            let message = format!(
                "cột \"{}\" cần một số, đang là `{}`",
                column.name(),
                cell.display()
            );
            let hint = "ghi số, không kèm chữ hay đơn vị, ví dụ 12000000";
            return Err(self.report(Code::AMOUNT_NOT_A_NUMBER, row, column, message, hint));
        };
        if number.is_negative() {
            let message = format!("cột \"{}\" là số âm: {}", column.name(), cell.display());
            return Err(self.report(
                Code::NEGATIVE_AMOUNT,
                row,
                column,
                message,
                "chi phí là số từ 0 trở lên",
            ));
        }
        Ok(number)
    }

    /// Whole đồng.
    pub(crate) fn money(&mut self, row: u32, column: C) -> Result<Dong, Reported> {
        let number = self.number(row, column)?;
        let Some(whole) = number.to_whole() else {
            let (whole, fraction) = number.digits();
            let message = format!(
                "cột \"{}\" có phần lẻ của đồng: {whole},{fraction}",
                column.name()
            );
            return Err(self.report(
                Code::FRACTIONAL_AMOUNT,
                row,
                column,
                message,
                "ghi số tiền tròn đồng",
            ));
        };
        Dong::new(whole).map_err(|_| {
            let message = "số tiền vượt quá 999.999.999.999.999 đồng".to_owned();
            self.report(Code::OVERFLOW, row, column, message, "")
        })
    }

    pub(crate) fn word<T: Copy>(
        &mut self,
        row: u32,
        column: C,
        known: &[(&str, T)],
        what: &str,
    ) -> Result<T, Reported> {
        let written = self.required_text(row, column)?;
        // Most are written as they stand in the list.
        let lower = written.to_lowercase();
        let found = known.iter().find(|(word, _)| *word == lower);
        let found = found.or_else(|| {
            let folded = fold(&written);
            known.iter().find(|(word, _)| fold(word) == folded)
        });
        if let Some((_, value)) = found {
            return Ok(*value);
        }
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let message = format!("`{written}` không phải là {what} dùng được");
        let finding = Diagnostic::new(Code::UNKNOWN_COST_VALUE, self.at(row, column), message);
        let finding = finding.hint(format!("viết một trong: {}", words.join("; ")));
        Err(self.diagnostics.report(finding.suggest(&written, words)))
    }
    pub(crate) fn required_text(&mut self, row: u32, column: C) -> Result<String, Reported> {
        let text = self.text(row, column);
        if text.is_empty() {
            let message = format!("ô cột \"{}\" đang trống", column.name());
            return Err(self.report(Code::EMPTY_CELL, row, column, message, ""));
        }
        Ok(text)
    }
}
