//! Amounts that stand beside the lines of an estimate: contingency, taxes, roundings, discounts. Those
//! that are no lines of their own are named for what they are.

use super::Column;
use super::Reader;
use super::shares::Sums;
use super::total_words::without_number;
use crate::check::table::Column as _;
use crate::check::table::Row;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::fold;
use crate::model::vietnamese;

/// An amount beside the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extra {
    /// Dự phòng.
    Contingency,
    /// Thuế.
    Tax,
    /// Làm tròn.
    Rounding,
    /// Giảm giá, chiết khấu.
    Discount,
}

/// The words, folded, that such a row begins with.
const EXTRAS: [(&str, Extra); 17] = [
    ("du phong", Extra::Contingency),
    ("chi phi du phong", Extra::Contingency),
    ("kinh phi du phong", Extra::Contingency),
    ("chi phi phat sinh", Extra::Contingency),
    ("phat sinh", Extra::Contingency),
    ("thue", Extra::Tax),
    ("vat", Extra::Tax),
    ("tien thue", Extra::Tax),
    ("lam tron", Extra::Rounding),
    ("so lam tron", Extra::Rounding),
    ("tong lam tron", Extra::Rounding),
    ("giam gia", Extra::Discount),
    ("chiet khau", Extra::Discount),
    ("khau tru", Extra::Discount),
    ("bot gia", Extra::Discount),
    ("giam tru", Extra::Discount),
    ("tiet kiem", Extra::Discount),
];

impl Extra {
    /// What a description, folded, calls such an amount.
    pub(super) fn of(description: &str) -> Option<Self> {
        let description = without_number(description);
        let mut extras = EXTRAS.iter();
        let found = extras.find(|(word, _)| {
            let rest = description.strip_prefix(*word);
            rest.is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        });
        found.map(|(_, extra)| *extra)
    }
}

impl<'a> Reader<'a> {
    /// Says what an amount beside the lines is and what to do with it. A rounding changes nothing; all
    /// else is money that would be missing from the plan.
    pub(super) fn extra(&mut self, row: Row<'a>, extra: Extra, sums: &mut Sums) {
        let Some(stated) = self.amount_beside(row, extra) else {
            return;
        };
        let rounded = sums.whole.rounded_by(stated);
        if extra == Extra::Rounding
            && rounded.is_none_or(|by| by == 0)
            && self.is_rounded_total(row)
        {
            self.total(row, false, sums);
            return;
        }
        let amount = in_dong(stated.abs());
        let (code, message, hint) = match extra {
            Extra::Rounding if rounded.is_some() => (
                Code::ROUNDING_ROW,
                format!(
                    "dòng làm tròn ghi {} đồng; kế hoạch giữ tổng chính xác của các dòng là {} đồng",
                    in_dong(stated),
                    in_dong(sums.whole.sum())
                ),
                "không cần làm gì nếu kế hoạch lấy số chính xác; nếu cần số tròn, sửa đơn giá",
            ),
            Extra::Rounding => (
                Code::EXTRA_ROW,
                format!(
                    "dòng làm tròn ghi {} đồng, khác xa tổng các dòng",
                    in_dong(stated)
                ),
                "sửa hoặc bỏ dòng này",
            ),
            Extra::Contingency => (
                Code::EXTRA_ROW,
                format!("dự phòng {amount} đồng chưa phải là một khoản chi của kế hoạch"),
                "ghi thành khoản chi: thêm mã dòng, loại chi phí, năm và nguồn ở dòng này; hoặc bỏ dòng này",
            ),
            Extra::Tax => (
                Code::EXTRA_ROW,
                format!("thuế {amount} đồng ghi riêng, chưa nằm trong khoản chi nào"),
                "cộng thuế vào đơn giá của từng khoản, hoặc thêm mã dòng, loại chi phí, năm và nguồn ở dòng này",
            ),
            Extra::Discount => (
                Code::EXTRA_ROW,
                format!("khoản giảm trừ {amount} đồng không nằm trong khoản chi nào"),
                "trừ vào đơn giá của từng khoản rồi bỏ dòng này",
            ),
        };
        self.table.report(code, row, Column::Amount, message, hint);
        match extra {
            Extra::Rounding => sums.whole.round(rounded.unwrap_or_default()),
            Extra::Discount => sums.whole.beside(-stated.abs()),
            Extra::Contingency | Extra::Tax => sums.whole.beside(stated),
        }
    }

    /// The amount beside the lines, which may be below zero where it is taken off.
    fn amount_beside(&mut self, row: Row<'a>, extra: Extra) -> Option<i128> {
        let is_taken_off = matches!(extra, Extra::Rounding | Extra::Discount);
        let seen = self.money_seen(row, Column::Amount);
        if let Some(below_zero) = seen.filter(|seen| is_taken_off && *seen < 0) {
            return Some(below_zero.into());
        }
        let stated = self.table.money(row, Column::Amount).ok()?;
        Some(stated.amount().into())
    }

    /// Reports a line whose amount or price is below zero for what it is: something that is taken off.
    pub(super) fn below_zero(&mut self, row: Row<'a>) -> Option<Reported> {
        let mut columns = [Column::Amount, Column::UnitPrice].into_iter();
        let column = columns.find(|column| {
            let seen = self.money_seen(row, *column);
            seen.is_some_and(|seen| seen < 0)
        })?;
        let seen = self.money_seen(row, column)?;
        let description = fold(&self.table.text(row, Column::Description));
        let amount = in_dong(i128::from(seen).abs());
        let (what, hint) = match Extra::of(&description) {
            Some(Extra::Rounding) => (
                "dòng làm tròn",
                "bỏ dòng này: kế hoạch giữ tổng chính xác; nếu cần số tròn, sửa đơn giá của một khoản",
            ),
            Some(Extra::Discount) => (
                "khoản giảm trừ",
                "trừ vào đơn giá của từng khoản rồi bỏ dòng này",
            ),
            _ => (
                "",
                "chi phí là số từ 0 trở lên: nếu là khoản được giảm, trừ vào đơn giá của từng khoản rồi bỏ dòng này; \
                 nếu không, bỏ dấu trừ hoặc dấu ngoặc",
            ),
        };
        let message = match what {
            "" => format!("cột \"{}\" là số âm: -{amount}", column.name()),
            what => format!("{what} này là số âm: trừ {amount} đồng"),
        };
        let code = Code::NEGATIVE_AMOUNT;
        Some(self.table.report(code, row, column, message, hint))
    }
}

/// An amount as it is shown, which may be below zero.
fn in_dong(amount: i128) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let digits = amount.unsigned_abs().to_string();
    format!("{sign}{}", vietnamese::group_thousands(&digits))
}
