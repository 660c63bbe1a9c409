//! The cells of a table in its columns of words: what they show is printed as it stands, so it must be
//! known, and the print must have its letters.

use super::Column;
use super::Row;
use super::Table;
use super::looks;
use crate::diagnostic::Code;
use crate::read::letters;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Shown;

impl<'a, C: Column> Table<'a, C> {
    /// Reports what is wrong with the text of a row in a column of words.
    pub(crate) fn check_words(&mut self, row: Row<'a>, column: C) {
        let Some(at) = self.header.column(column) else {
            return;
        };
        let Some(cell) = row.cell(at) else { return };
        let at = CellRef {
            row: row.number,
            column: at,
        };
        match &cell.value {
            // The text that a row is about must be there, which is asked for elsewhere.
            CellValue::Error(_) if column == C::TEXT => return,
            CellValue::Error(_) if looks::is_uncalculated(cell) => {
                self.broken(row, at.column);
                return;
            }
            CellValue::Error(text) => {
                let message = format!("ô báo lỗi {text}");
                let hint = "mở tệp bằng Excel, sửa công thức và lưu lại, hoặc gõ thẳng chữ cần in";
                self.report(Code::CELL_ERROR, row, column, message, hint);
                return;
            }
            CellValue::Bool(_) => return,
            CellValue::Text(_) | CellValue::Number(_) => {}
        }
        let (message, hint) = match self.sheet.shown(at, cell) {
            Some(Shown::Cut) => (
                "số trong ô này dài quá 15 chữ số, Excel đã bỏ các chữ số sau".to_owned(),
                "chọn định dạng Text cho ô (thẻ Home, khung Number) rồi gõ lại đủ các chữ số",
            ),
            Some(Shown::Unknown) => {
                let style = cell.style.as_ref();
                let format = style.map_or("General", |style| style.shows.as_str());
                (
                    format!("ô này là số với định dạng `{format}`, không rõ Excel hiện ra chữ gì"),
                    "chọn định dạng Text cho ô (thẻ Home, khung Number) rồi gõ đúng chữ cần in",
                )
            }
            Some(Shown::Text(_)) | None => {
                let text = self.text(row, column);
                let check = if cell.is_plain {
                    letters::check_plain
                } else {
                    letters::check
                };
                check(&text, &self.place.cell(at), self.diagnostics);
                return;
            }
        };
        self.report(Code::UNKNOWN_TEXT, row, column, message, hint);
    }
}
