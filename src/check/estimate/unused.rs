//! What stands in a table and does not count: columns that are none of an estimate's, with figures as
//! numbers or with words ("12 tháng", "10%").

use std::collections::BTreeMap;

use super::Column;
use super::Reader;
use crate::check::table::Row;
use crate::check::table::is_year;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;

impl<'a> Reader<'a> {
    /// Warns of columns with figures that are none of an estimate's: a number of months or a tax that
    /// the plan does not reckon with; also of such without a head.
    pub(super) fn unused(&mut self) {
        let sheet = self.table.sheet;
        let header = &self.table.header;
        let mut found: BTreeMap<u32, CellRef> = BTreeMap::new();
        for row in header.rows_below(sheet).map(Row::new) {
            let is_line = [Column::Quantity, Column::UnitPrice, Column::Amount]
                .iter()
                .any(|column| self.table.figure_cell(row, *column).is_some())
                || self.has_shares(row);
            if !is_line {
                continue;
            }
            for (at, cell) in row.cells() {
                if !header.knows(at.column) && !found.contains_key(&at.column) && is_figure(cell) {
                    found.insert(at.column, *at);
                }
            }
        }
        for (column, at) in found {
            let others = self.table.header.others();
            let head = others.iter().find(|other| other.column == column);
            let name = head.and_then(|head| sheet.cell(*head)).map(Cell::display);
            let name = name.unwrap_or_default();
            let (name, place) = (name.trim(), head.copied().unwrap_or(at));
            let message = if name.is_empty() {
                "cột không có tiêu đề này có số nhưng không được tính vào dự toán".to_owned()
            } else {
                format!("cột \"{name}\" có số nhưng không được tính vào dự toán")
            };
            let hint = "nhân số này vào số lượng hoặc cộng vào đơn giá; cột không liên quan thì bỏ";
            let at = self.table.place.cell(place);
            let finding = Diagnostic::new(Code::UNUSED_COLUMN, at, message);
            self.table.diagnostics.report(finding.hint(hint));
        }
    }
}

/// Whether a cell holds a figure that could count: a number, or a text that begins with one and has
/// little more.
fn is_figure(cell: &Cell) -> bool {
    match &cell.value {
        CellValue::Number(_) => !is_year(cell),
        CellValue::Text(text) => {
            let text = text.trim();
            let digits = text
                .chars()
                .take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' '));
            let rest: String = text.chars().skip(digits.count()).collect();
            let rest = rest.trim();
            text.starts_with(|letter: char| letter.is_ascii_digit())
                && rest.chars().count() <= 12
                && rest
                    .chars()
                    .all(|letter| letter.is_alphabetic() || matches!(letter, '%' | ' ' | '/'))
        }
        _ => false,
    }
}
