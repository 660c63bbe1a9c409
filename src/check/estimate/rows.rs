//! What kind of row it is: a cost line, a total, or a heading and whatever else stands in a sheet.

use super::Column;
use super::Reader;
use crate::diagnostic::Code;
use crate::model::Dong;
use crate::model::Overflow;
use crate::model::fold;
use crate::model::vietnamese;
use crate::source::Cell;
use crate::source::CellValue;
use crate::source::Origin;

impl Reader<'_> {
    /// Whether the row has a figure; one without is a heading of a group, a line to fill in or a note
    /// below the table. What a formula makes of empty cells is no figure.
    pub(super) fn has_figures(&self, row: u32) -> bool {
        let cell = |column| self.table.cell(row, column);
        let is_computed = |cell: &Cell| cell.formula && cell.value == CellValue::Number(0.0);
        // Words below the table, where people sign, are no figures either.
        let is_written = |cell: &Cell| match &cell.value {
            CellValue::Text(text) => {
                cell_has_digit(text) || self.table.cell(row, Column::Description).is_some()
            }
            _ => true,
        };
        let has = |column| {
            cell(column).is_some_and(is_written) || self.table.merged_from(row, column).is_some()
        };
        has(Column::Quantity)
            || has(Column::UnitPrice)
            || self.table.merged_from(row, Column::Amount).is_some()
            || cell(Column::Amount).is_some_and(|cell| is_written(cell) && !is_computed(cell))
    }

    /// Where a line without figures was begun all the same: its kind, year or source is filled in.
    pub(super) fn begun(&self, row: u32) -> Option<Origin> {
        let columns = [Column::Kind, Column::Year, Column::Source];
        let mut columns = columns.into_iter();
        let column = columns.find(|column| self.table.cell(row, *column).is_some())?;
        Some(self.table.at(row, column))
    }

    /// Whether the row is a total: "Cộng", "Tổng", "Tổng cộng" in any cell of text.
    pub(super) fn is_total(&self, row: u32) -> bool {
        let is_word = |cell: &Cell| {
            cell.text()
                .filter(|text| text.len() < 40 && text.starts_with(['C', 'c', 'T', 't']))
                .is_some_and(|text| {
                    let folded = fold(text);
                    let word = folded.trim_end_matches([':', '.']);
                    ["cong", "tong", "tong cong", "tong so"].contains(&word)
                })
        };
        let mut cells = self.table.sheet.row(row).iter();
        cells.any(|(_, cell)| is_word(cell))
    }

    /// Compares a stated total with the sum of the lines above it: all of them, or those since the
    /// total before.
    pub(super) fn check_total(
        &mut self,
        row: u32,
        sum: Result<Dong, Overflow>,
        group: Result<Dong, Overflow>,
    ) {
        if self.table.cell(row, Column::Amount).is_none() {
            return;
        }
        let Ok(stated) = self.table.money(row, Column::Amount) else {
            return;
        };
        match sum {
            Err(_) => {
                let message = "tổng vượt quá 999.999.999.999.999 đồng".to_owned();
                self.table
                    .report(Code::OVERFLOW, row, Column::Amount, message, "");
            }
            Ok(sum) if sum != stated && group != Ok(stated) => {
                let message = format!(
                    "tổng ghi {} đồng, cộng các dòng ở trên được {} đồng",
                    vietnamese::amount(stated),
                    vietnamese::amount(sum)
                );
                let hint = "sửa dòng tổng, hoặc xem lại dòng nào thiếu hay sai";
                self.table
                    .report(Code::TOTAL_NOT_SUM, row, Column::Amount, message, hint);
            }
            Ok(_) => {}
        }
    }
}

fn cell_has_digit(text: &str) -> bool {
    text.contains(|letter: char| letter.is_ascii_digit())
}
