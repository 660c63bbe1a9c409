//! A total below its lines that is filled in like a cost, with a code, a kind, a year and a source: it would
//! count its lines twice.

use super::Column;
use super::Reader;
use super::shares::Sums;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::vietnamese;
use crate::read::table::Row;

impl<'a> Reader<'a> {
    /// Reports a row filled in like a cost that is the sum of the rows above it: one that begins like a total,
    /// or has an amount alone below rows that each have a quantity or a price. One that calls itself a total
    /// and nothing else is reported whatever it comes to.
    pub(super) fn counted_above(
        &mut self,
        row: Row<'a>,
        amount: i128,
        sums: &Sums,
    ) -> Option<Reported> {
        // Few rows come to what stands above them, and most have a price.
        let rows = sums.whole.rows_of(amount);
        if rows.is_none() && self.table.figure_cell(row, Column::UnitPrice).is_some() {
            return None;
        }
        let named = self.named_total(row);
        let is_lump = !self.has_count(row);
        let quantity = self.number_seen(row, Column::Quantity);
        let is_package = quantity.is_some_and(|(number, _)| number == Decimal::whole(1));
        let is_sure = named.is_exact && is_lump;
        let rows = rows.filter(|rows| {
            if named.begins {
                return is_sure || rows.len() >= 2;
            }
            let sheet = self.table.sheet;
            let mut above = rows
                .iter()
                .map(|row| Row::new((row.number, sheet.row(row.number))));
            // By chance several rows come to another, all rows so far hardly.
            let is_of_all = is_package && rows.len() >= 3 && sums.whole.are_all(rows);
            (is_lump && rows.len() >= 2 || is_of_all) && above.all(|row| self.has_count(row))
        });
        let amount = vietnamese::group_thousands(&amount.to_string());
        let message = match rows.and_then(|rows| rows.first().zip(rows.last())) {
            Some((first, last)) => {
                let (first, last) = (first.number + 1, last.number + 1);
                let which = if first == last {
                    format!("bằng dòng {first}")
                } else {
                    format!("bằng tổng các dòng {first}–{last}")
                };
                format!(
                    "dòng này ghi {amount} đồng, đúng {which} bên trên; tính cả hai thì kế hoạch cộng hai lần"
                )
            }
            None if is_sure => format!(
                "dòng này tự gọi là tổng nhưng có loại chi phí và nguồn như một khoản chi; tính cả {amount} đồng này thì kế hoạch có thể cộng hai lần"
            ),
            None => return None,
        };
        let hint = "nếu đây là dòng cộng, xóa mã, loại chi phí, năm và nguồn ở dòng này, chỉ để lại tên và thành tiền; \
                    nếu là một khoản chi riêng, đặt tên khác và ghi số lượng 1 cùng đơn giá";
        let code = Code::SUM_COUNTED_TWICE;
        Some(self.table.report(code, row, Column::Amount, message, hint))
    }
}
