//! What the number format of a cell makes of a stored figure: `#,##0" triệu"` shows 15 as "15 triệu",
//! `#,##0,,` shows 15000000 as "15".

use crate::model::fold;
use crate::model::written;
use crate::model::written::Said;
use crate::source::Cell;
use crate::source::Sign;
use crate::source::signs;

/// Words of numbers, folded, with which a format makes more of a quantity.
const MULTIPLES: [&str; 6] = ["chuc", "tram", "nghin", "ngan", "trieu", "ty"];

/// What an amount's format says, beside the unit of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// The unit of the column holds.
    Plain,
    /// One of the stored number is so many đồng.
    Unit(i64),
    /// The format and the unit of the column do not fit together, or the format's is not clear.
    Unclear,
}

/// What the format of a cell says of an amount in a column whose unit is `unit`, if it is stated.
pub(super) fn shown(cell: &Cell, unit: Option<i64>) -> Shown {
    let Some(style) = cell.style.as_ref().filter(|style| !style.format.is_empty()) else {
        return Shown::Plain;
    };
    let scale = scale(&style.format);
    match written::of_number_format(&style.format) {
        Said::Unclear => Shown::Unclear,
        // "15 triệu" of a stored 15000000 or of a stored 15.
        Said::Unit(stated) if scale == 1 || scale == stated.dong => {
            let one = stated.dong / scale;
            let stored = unit.map_or(1, |unit| if scale == 1 { unit } else { unit / scale });
            if unit.is_none() || stored == one {
                Shown::Unit(one)
            } else {
                Shown::Unclear
            }
        }
        Said::Unit(_) => Shown::Unclear,
        Said::Nothing if scale == 1 => Shown::Plain,
        Said::Nothing => match unit {
            None | Some(1) => Shown::Unit(1),
            Some(unit) if unit == scale => Shown::Unit(1),
            Some(_) => Shown::Unclear,
        },
    }
}

/// Whether a format shows another figure than the one that a cell holds: a percentage, or one of thousands or millions.
/// What it says of `is_money`, an amount, is read as the unit of that.
pub(crate) fn is_shown_otherwise(format: &str, is_money: bool) -> bool {
    if format.is_empty() {
        return false;
    }
    let signs = signs(format);
    let words: String = signs
        .iter()
        .map(|sign| match sign {
            Sign::Shown(letter) | Sign::Code(letter) => *letter,
        })
        .collect();
    let is_multiple = || {
        let folded = fold(&words);
        let mut words = folded.split(|letter: char| !letter.is_alphabetic());
        words.any(|word| MULTIPLES.contains(&word))
    };
    signs.contains(&Sign::Code('%'))
        || !is_money
            && (scale(format) > 1
                || written::of_number_format(format) != Said::Nothing
                || is_multiple())
}

/// By how much a format divides what it shows: each comma behind the last digit stands for a thousand.
fn scale(format: &str) -> i64 {
    let signs = signs(format);
    let first = signs.split(|sign| *sign == Sign::Code(';')).next();
    let first = first.unwrap_or_default();
    let is_digit = |sign: &Sign| matches!(sign, Sign::Code('0' | '#' | '?'));
    let digits = first.iter().rposition(is_digit);
    let behind = digits.map_or(&[][..], |at| &first[at + 1..]);
    let commas = behind.iter().take_while(|sign| **sign == Sign::Code(','));
    let commas = commas.count();
    1_000_i64.pow(u32::try_from(commas.min(4)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::scale;

    #[test]
    fn commas_behind_the_digits_divide() {
        for (format, wanted) in [
            ("#,##0", 1),
            ("#,##0,", 1_000),
            ("#,##0.0,,\" triệu\"", 1_000_000),
            ("#,##0\", \"", 1),
            ("0;-0,", 1),
            ("#,##0,[$₫-1010000]", 1_000),
        ] {
            assert_eq!(scale(format), wanted, "{format}");
        }
    }
}
