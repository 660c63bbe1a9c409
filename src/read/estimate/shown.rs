//! Quantities and amounts whose number format shows another figure than the one that counts: 2 is shown as "200%", as
//! "2 nghìn", as "0" behind a comma that takes three digits away.

use super::Column;
use super::Reader;
use crate::diagnostic::Code;
use crate::model::vietnamese;
use crate::read::table::Column as _;
use crate::read::table::Row;
use crate::read::table::is_shown_otherwise;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Shown;

impl<'a> Reader<'a> {
    /// Warns of the first figure in each column that is shown otherwise than it counts. What a format says of money
    /// is understood.
    pub(super) fn shown_otherwise(&mut self, row: Row<'a>) {
        for column in [Column::Quantity, Column::UnitPrice, Column::Amount] {
            let Some(cell) = self.table.figure_cell(row, column) else {
                continue;
            };
            let (CellValue::Number(number), Some(style)) = (&cell.value, &cell.style) else {
                continue;
            };
            let is_money = column != Column::Quantity;
            if self.shown_told.contains(&column) || !is_shown_otherwise(&style.shows, is_money) {
                continue;
            }
            self.shown_told.insert(column);
            let at = CellRef {
                row: row.number,
                column: self.table.header.column(column).unwrap_or(0),
            };
            let shown = match self.table.sheet.shown(at, cell) {
                Some(Shown::Text(text)) => format!("hiện ra là `{text}`"),
                _ => format!("hiện ra theo định dạng `{}`", style.shows),
            };
            let number = crate::model::Decimal::from_float(*number);
            let number = number.map_or_else(|| cell.display(), vietnamese::decimal);
            let message = format!(
                "cột \"{}\": số trong ô này {shown}, được tính là {number}",
                column.name()
            );
            let hint = "chọn định dạng Number cho cột này, hoặc sửa số nếu số hiện ra mới đúng";
            let code = Code::FIGURE_SHOWN_OTHERWISE;
            self.table.report(code, row, column, message, hint);
        }
    }
}
