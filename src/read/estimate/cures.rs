//! What is said of a quantity or price that cannot be taken as it stands, with the way to write it:
//! "3 x 12" is 36, 5 % of something is a lump sum, and so is what no whole price comes to.

use super::Column;
use super::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::fold;
use crate::model::vietnamese;
use crate::model::written;
use crate::model::written::NoFigure;
use crate::read::table::Column as _;
use crate::read::table::Row;
use crate::source::Cell;

/// How a row is written that is paid for as a whole.
pub(super) fn as_lump(amount: &str) -> String {
    format!("ghi cả khoản thành một gói: số lượng 1, đơn vị tính “gói”, đơn giá {amount}")
}

impl<'a> Reader<'a> {
    /// Reports a quantity that is words, a product or a percentage, with the way to write it.
    pub(super) fn bad_quantity(&mut self, row: Row<'a>) -> Option<Reported> {
        let text = self
            .table
            .figure_cell(row, Column::Quantity)
            .and_then(Cell::text)?;
        let is_read = written::counted(text).is_ok();
        if is_read || written::figure(text) != Err(NoFigure::Other) {
            return None;
        }
        let name = Column::Quantity.name();
        let message = format!("cột \"{name}\" cần một số, đang là `{}`", text.trim());
        let hint = quantity_meant(text);
        let code = Code::AMOUNT_NOT_A_NUMBER;
        Some(
            self.table
                .report(code, row, Column::Quantity, message, &hint),
        )
    }

    /// Reports a figure in brackets, with which accounts write what is below zero.
    pub(super) fn in_brackets(&mut self, row: Row<'a>) -> Option<Reported> {
        let columns = [Column::Quantity, Column::UnitPrice, Column::Amount];
        let (column, text) = columns.into_iter().find_map(|column| {
            let text = self
                .table
                .figure_cell(row, column)
                .and_then(Cell::text)?
                .trim();
            let inner = text.strip_prefix('(')?.strip_suffix(')')?;
            written::figure(inner).is_ok().then_some((column, text))
        })?;
        let inner = text.trim_matches(['(', ')']).trim();
        let message = format!(
            "cột \"{}\" ghi số trong ngoặc: `{text}`; kế toán viết số âm như vậy",
            column.name()
        );
        let hint = format!(
            "bỏ dấu ngoặc, ghi {inner}; nếu là khoản được giảm, trừ vào đơn giá của từng khoản rồi bỏ dòng này"
        );
        let code = Code::AMOUNT_NOT_A_NUMBER;
        Some(self.table.report(code, row, column, message, &hint))
    }

    /// Reports a price or an amount in đồng with a fraction, as the quotient of an amount that does not
    /// come out has.
    pub(super) fn fraction(&mut self, row: Row<'a>) -> Option<Reported> {
        let is_other_unit = self.is_unit_asked
            || [Column::UnitPrice, Column::Amount]
                .iter()
                .any(|column| self.table.header.unit(*column) > 1);
        if is_other_unit {
            return None;
        }
        let seen = |column| {
            let (number, unit) = self.number_seen(row, column)?;
            let dong = number.times(unit.unwrap_or(1))?;
            Some((column, dong))
        };
        let amount = seen(Column::Amount);
        let mut places = [seen(Column::UnitPrice), amount].into_iter().flatten();
        let (column, dong) = places.find(|(_, dong)| dong.to_whole().is_none())?;
        // A small figure may be one of thousands or millions, which is asked for elsewhere.
        let is_small = dong < Decimal::whole(1_000);
        let amount = amount.map(|(_, dong)| dong);
        let amount = amount.filter(|_| !is_small)?;
        let message = format!("cột \"{}\" có phần lẻ của đồng", column.name());
        let unit = if self.table.header.is_unit_said(column) {
            ""
        } else {
            "; nếu số này tính bằng nghìn hay triệu đồng thì ghi đơn vị tiền ở dòng phía trên bảng"
        };
        let hint = format!(
            "{}; hoặc ghi đơn giá và thành tiền tròn đồng{unit}",
            as_lump(&vietnamese::group_thousands(&amount.digits().0))
        );
        let code = Code::FRACTIONAL_AMOUNT;
        Some(self.table.report(code, row, column, message, &hint))
    }
}

/// What a text in the place of a quantity should be.
fn quantity_meant(text: &str) -> String {
    let folded = fold(text).replace(['×', '*'], "x");
    let numbers: Option<Vec<i64>> = numbers(&folded);
    let signs: Vec<char> = signs_between_numbers(&folded);
    let is_all = |sign: char| !signs.is_empty() && signs.iter().all(|own| *own == sign);
    if folded.contains('%') {
        return "phần trăm không phải là số lượng: tính ra số tiền, rồi ghi số lượng 1, đơn vị tính “gói”, đơn giá là số tiền đó".to_owned();
    }
    let example = || {
        "ghi một con số, đơn vị ghi ở cột Đơn vị tính; ví dụ 3 máy trong 12 tháng thì số lượng 36, đơn vị tính “máy-tháng”"
            .to_owned()
    };
    let Some(numbers) = numbers.filter(|numbers| numbers.len() == signs.len() + 1) else {
        return example();
    };
    let shown = |mark: &str| {
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        numbers.join(mark)
    };
    let product = numbers
        .iter()
        .try_fold(1_i64, |product, number| product.checked_mul(*number));
    let sum = numbers
        .iter()
        .try_fold(0_i64, |sum, number| sum.checked_add(*number));
    match (product, sum, numbers.as_slice()) {
        (Some(product), ..) if is_all('x') => format!(
            "ghi {product} ({}), đơn vị ghi ở cột Đơn vị tính, ví dụ “máy-tháng”",
            shown(" × ")
        ),
        (_, Some(sum), _) if is_all('+') => format!("ghi {sum} ({})", shown(" + ")),
        (.., [one, other]) if is_all('/') && *other > 0 && one * 1000 % other == 0 => {
            let decimal =
                Decimal::parse(&format!("{}.{:03}", one / other, one * 1000 / other % 1000));
            let decimal = decimal.and_then(|decimal| decimal.times(1));
            let decimal = decimal.map(vietnamese::decimal).unwrap_or_default();
            format!("ghi {decimal} ({one} chia {other})")
        }
        _ => example(),
    }
}

/// The whole numbers in a text, if they are few and small.
fn numbers(folded: &str) -> Option<Vec<i64>> {
    let digits = folded.split(|letter: char| !letter.is_ascii_digit());
    let numbers = digits.filter(|digits| !digits.is_empty());
    let numbers: Option<Vec<i64>> = numbers.map(|digits| digits.parse().ok()).collect();
    numbers.filter(|numbers| {
        (2..=4).contains(&numbers.len()) && numbers.iter().all(|number| *number < 100_000)
    })
}

/// The signs of reckoning in a text; an x counts where no letter stands beside it.
fn signs_between_numbers(folded: &str) -> Vec<char> {
    let letters: Vec<char> = folded.chars().collect();
    let is_word = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_some_and(|letter| letter.is_alphabetic())
    };
    let signs = letters.iter().enumerate().filter(|(at, letter)| {
        let is_alone = !is_word(at.checked_sub(1)) && !is_word(Some(at + 1));
        matches!(letter, '+' | '/' | '-') || **letter == 'x' && is_alone
    });
    signs.map(|(_, letter)| *letter).collect()
}

#[cfg(test)]
mod tests {
    use super::quantity_meant;

    #[test]
    fn quantities_are_told_as_they_are_written() {
        for (text, wanted) in [
            ("2x3", "ghi 6 (2 × 3)"),
            ("3 × 12", "ghi 36 (3 × 12)"),
            ("2*3*4", "ghi 24 (2 × 3 × 4)"),
            ("03 máy x 12 tháng", "ghi 36 (3 × 12)"),
            ("2+1", "ghi 3 (2 + 1)"),
            ("1/2", "ghi 0,5 (1 chia 2)"),
            ("5%", "phần trăm không phải là số lượng"),
            ("vài cái", "ghi một con số"),
            ("2-3", "ghi một con số"),
            ("1/3", "ghi một con số"),
        ] {
            let hint = quantity_meant(text);
            assert!(hint.starts_with(wanted), "{text}: {hint}");
        }
    }
}
