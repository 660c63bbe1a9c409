//! Amounts that stand beside the lines of an estimate: contingency, taxes, roundings, discounts, costs reckoned
//! from the others. Those
//! that are no lines of their own are named for what they are.

use super::Column;
use super::Reader;
use super::shares::Sums;
use super::total_words::without_number;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::diagnostic::shorten;
use crate::model::fold;
use crate::model::vietnamese;
use crate::read::table::Column as _;
use crate::read::table::Row;

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
    /// Quản lý dự án, tư vấn, trượt giá, vận chuyển, chi phí khác: a cost, or the name of a group of lines.
    Cost,
}

/// The words, folded, that such a row begins with.
const EXTRAS: [(&str, Extra); 36] = [
    ("du phong", Extra::Contingency),
    ("chi phi du phong", Extra::Contingency),
    ("kinh phi du phong", Extra::Contingency),
    ("phi du phong", Extra::Contingency),
    ("quy du phong", Extra::Contingency),
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
    ("chi phi quan ly", Extra::Cost),
    ("phi quan ly", Extra::Cost),
    ("quan ly du an", Extra::Cost),
    ("chi phi tu van", Extra::Cost),
    ("phi tu van", Extra::Cost),
    ("tu van", Extra::Cost),
    ("chi phi truot gia", Extra::Cost),
    ("truot gia", Extra::Cost),
    ("chi phi van chuyen", Extra::Cost),
    ("phi van chuyen", Extra::Cost),
    ("van chuyen", Extra::Cost),
    ("cuoc van chuyen", Extra::Cost),
    ("chi phi khac", Extra::Cost),
    ("chi khac", Extra::Cost),
    ("chi phi chung", Extra::Cost),
    ("chi phi tham dinh", Extra::Cost),
    ("phi tham dinh", Extra::Cost),
];

/// Those that other words look like without their marks ("thuê", "tủ văn phòng"), as they are written.
const MARKED: [(&str, &str); 3] = [
    ("thue", "thuế"),
    ("tien thue", "tiền thuế"),
    ("tu van", "tư vấn"),
];

impl Extra {
    /// What a description calls such an amount.
    pub(super) fn of(description: &str) -> Option<Self> {
        let folded = fold(description);
        let folded = without_number(&folded);
        let mut extras = EXTRAS.iter();
        let (word, extra) = extras.find(|(word, _)| {
            let rest = folded.strip_prefix(*word);
            rest.is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        })?;
        let mut marked = MARKED.iter();
        let Some((_, marked)) = marked.find(|(plain, _)| plain == word) else {
            return Some(*extra);
        };
        let is_said = if description.is_ascii() {
            // Without marks only what follows tells a tax from a rent.
            let rest = folded[word.len()..].trim_start_matches([' ', '(']);
            let is_alone = !rest.starts_with(|letter: char| letter.is_ascii_alphabetic());
            let mut taxes = ["vat", "gtgt", "gia tri gia tang", "tndn", "tncn"].iter();
            *extra != Self::Tax || is_alone || taxes.any(|tax| rest.starts_with(tax))
        } else {
            let lower = description.to_lowercase();
            without_number(&lower).starts_with(marked)
        };
        is_said.then_some(*extra)
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
            Extra::Cost => {
                let name = self.table.text(row, Column::Description);
                (
                    Code::EXTRA_ROW,
                    format!(
                        "“{}” {amount} đồng chưa phải là một khoản chi của kế hoạch",
                        shorten(&name)
                    ),
                    "ghi thành khoản chi: thêm mã dòng, loại chi phí, năm và nguồn ở dòng này; hoặc bỏ dòng này",
                )
            }
        };
        self.table.report(code, row, Column::Amount, message, hint);
        match extra {
            Extra::Rounding => sums.whole.round(rounded.unwrap_or_default()),
            Extra::Discount => sums.whole.beside(-stated.abs()),
            Extra::Contingency | Extra::Tax | Extra::Cost => sums.whole.beside(stated),
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
        let description = self.table.text(row, Column::Description);
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

#[cfg(test)]
mod tests {
    use super::Extra;

    #[test]
    fn extras_are_known_by_their_words_and_marks() {
        for (text, wanted) in [
            ("Thuế VAT 8%", Some(Extra::Tax)),
            ("THUẾ", Some(Extra::Tax)),
            ("Thue GTGT", Some(Extra::Tax)),
            ("Thuê máy chủ", None),
            ("THUÊ DỊCH VỤ", None),
            ("Thue may chu", None),
            ("2. Tư vấn lập dự án", Some(Extra::Cost)),
            ("Tủ văn phòng", None),
            ("Chi phí quản lý dự án 3%", Some(Extra::Cost)),
            ("Phí dự phòng (5%)", Some(Extra::Contingency)),
            ("Trượt giá 2%", Some(Extra::Cost)),
            ("Chi phí", None),
        ] {
            assert_eq!(Extra::of(text), wanted, "{text}");
        }
    }
}
