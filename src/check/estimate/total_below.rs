//! A total below its lines that is filled in like a cost, with a code, a kind, a year and a source: it would
//! count its lines twice.

use super::Column;
use super::Reader;
use super::shares::Sums;
use crate::check::table::Row;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::vietnamese;

impl<'a> Reader<'a> {
    /// Reports a row filled in like a cost that is the sum of the rows above it: one that begins like a total,
    /// or has an amount alone below rows that each have a quantity or a price. One that calls itself a total
    /// and nothing else is reported whatever it comes to.
    pub(super) fn counted_above(&mut self, row: Row<'a>, sums: &Sums) -> Option<Reported> {
        let named = self.named_total(row);
        let is_lump = !self.has_count(row);
        if !(named.begins || is_lump) {
            return None;
        }
        let stated = self.amount_seen(row).filter(|own| *own > 0)?;
        let is_sure = named.is_exact && is_lump;
        let rows = sums.whole.rows_of(stated.into(), is_sure);
        let rows = rows.filter(|rows| {
            let mut rows = rows.iter();
            named.begins || rows.all(|row| row.is_counted)
        });
        let amount = vietnamese::group_thousands(&stated.to_string());
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
