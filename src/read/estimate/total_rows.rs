//! What a row of a total states, in the column of amounts or in another one where that is empty.

use super::Column;
use super::Reader;
use super::shares::Sums;
use crate::model::Dong;
use crate::read::table::Row;
use crate::read::table::is_year;

/// A figure in another column that is less than this is hardly a total.
const LEAST_ELSEWHERE: i64 = 100_000;

impl<'a> Reader<'a> {
    /// Notes the total that a row states, if it states one.
    pub(super) fn total(&mut self, row: Row<'a>, heads: bool, sums: &mut Sums) {
        if self.has_figure(row, Column::Amount) {
            if let Ok(stated) = self.table.money(row, Column::Amount) {
                sums.whole.total(row.number, stated, heads, None);
            }
        } else if let Some((column, stated)) = self.total_elsewhere(row).filter(|_| !heads) {
            sums.whole.total(row.number, stated, false, Some(column));
        }
        self.total_of_shares(row, heads, sums);
    }

    /// The total that a row states in the column of prices or of notes, with nothing in that of amounts, and the
    /// sheet's column.
    pub(super) fn total_elsewhere(&self, row: Row<'a>) -> Option<(u32, Dong)> {
        let is_empty = |column| {
            self.table.figure_cell(row, column).is_none()
                && self.table.merged_from(row, column).is_none()
        };
        let header = &self.table.header;
        let is_open = header.column(Column::Amount).is_some()
            && is_empty(Column::Amount)
            && is_empty(Column::Quantity)
            && !self.has_shares(row);
        if !is_open || !self.named_total(row).is_exact {
            return None;
        }
        let column = [Column::UnitPrice, Column::Note]
            .into_iter()
            .find(|column| {
                let cell = self.table.figure_cell(row, *column);
                cell.is_some_and(|cell| !is_year(cell) && !cell.formula)
            })?;
        let (number, unit) = self.number_seen(row, column)?;
        let unit = unit.unwrap_or_else(|| header.unit(Column::Amount));
        let stated = number.times(unit)?.to_whole()?;
        let stated = Dong::new(stated).ok()?;
        (stated.amount() >= LEAST_ELSEWHERE).then_some((header.column(column)?, stated))
    }
}
