//! Amounts that stand beside the lines of an estimate: contingency, taxes, roundings, discounts. Those
//! that are no lines of their own are named for what they are.

use super::Column;
use super::Reader;
use super::shares::Sums;
use super::total_words::without_number;
use crate::check::table::Row;
use crate::diagnostic::Code;
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
const EXTRAS: [(&str, Extra); 15] = [
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
        let Ok(stated) = self.table.money(row, Column::Amount) else {
            return;
        };
        let amount = vietnamese::amount(stated);
        let (code, message, hint) = match extra {
            Extra::Rounding if sums.whole.is_rounded(stated) => (
                Code::ROUNDING_ROW,
                format!(
                    "dòng làm tròn ghi {amount} đồng; kế hoạch giữ tổng chính xác của các dòng là {} đồng",
                    vietnamese::group_thousands(&sums.whole.sum().to_string())
                ),
                "không cần làm gì nếu kế hoạch lấy số chính xác; nếu cần số tròn, sửa đơn giá",
            ),
            Extra::Rounding => (
                Code::EXTRA_ROW,
                format!("dòng làm tròn ghi {amount} đồng, khác xa tổng các dòng"),
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
        if code == Code::EXTRA_ROW && extra != Extra::Rounding {
            sums.whole.beside(stated);
        }
    }
}
