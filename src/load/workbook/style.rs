//! Which looks of a cell tell something that its value does not: a number format (it may show words, or a
//! part of the number only), a stroke through it, a font whose letters are none of Unicode.

use std::sync::Arc;

use crate::source::CellStyle;
use crate::source::Sign;
use crate::source::signs;

/// How the names of the fonts begin whose letters are those of another alphabet: TCVN3 and VNI.
const LEGACY_FONTS: [&str; 2] = [".vn", "vni"];

/// How much of a text is struck through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    /// All its letters.
    All,
    /// Some of them.
    Part,
}

impl Stroke {
    /// The stroke through a text with letters that are struck through, and with others.
    pub(super) fn of(has_struck: bool, has_other: bool) -> Option<Self> {
        let stroke = if has_other { Self::Part } else { Self::All };
        has_struck.then_some(stroke)
    }

    /// The style of a cell, drawn through its text.
    pub(super) fn on(self, style: Option<&CellStyle>) -> Arc<CellStyle> {
        let own = style.cloned().unwrap_or_default();
        Arc::new(CellStyle {
            is_struck: own.is_struck || self == Self::All,
            is_partly_struck: self == Self::Part,
            ..own
        })
    }
}

/// The style of cells with this number format and font; nothing where it tells nothing.
pub(super) fn telling(format: &str, font: &str, is_struck: bool) -> Option<Arc<CellStyle>> {
    let kept = |text: &str, tells: bool| {
        if tells {
            text.to_owned()
        } else {
            String::new()
        }
    };
    let style = CellStyle {
        format: kept(format, shows_words(format) || shows_part(format)),
        shows: kept(format, !matches!(format, "General" | "@" | "0")),
        is_struck,
        is_partly_struck: false,
        font: kept(font, is_legacy(font)),
    };
    style.tells().then(|| Arc::new(style))
}

fn is_legacy(font: &str) -> bool {
    let begins = |name: &&str| {
        let start = font.trim_start().get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    LEGACY_FONTS.iter().any(begins)
}

/// Whether a format shows words, zeros or a sign of money beside the number: in quotes, or letters that are no code
/// of a format.
fn shows_words(format: &str) -> bool {
    const CODES: &str = "ymdhsegbap";
    const MONEY: [char; 5] = ['₫', '$', '€', '£', '¥'];
    let is_number = format.contains(['0', '#', '?']);
    let mut signs = signs(&format.replace("General", "")).into_iter();
    is_number
        && signs.any(|sign| match sign {
            Sign::Shown(letter) | Sign::Code(letter) if MONEY.contains(&letter) => true,
            // Zeros in quotes make a larger number of it.
            Sign::Shown(letter) => letter.is_alphabetic() || letter == '0',
            Sign::Code(letter) => {
                letter.is_alphabetic() && !CODES.contains(letter.to_ascii_lowercase())
            }
        })
}

/// Whether a format shows the thousandth part of the number, or less: a comma behind the last digit.
fn shows_part(format: &str) -> bool {
    let signs = signs(format);
    let is_digit = |sign: &Sign| matches!(sign, Sign::Code('0' | '#' | '?'));
    let mut rest = signs.as_slice();
    while let Some(at) = rest.iter().position(|sign| *sign == Sign::Code(',')) {
        let before = at.checked_sub(1).and_then(|before| rest.get(before));
        rest = rest.get(at + 1..).unwrap_or_default();
        if before.is_some_and(is_digit) && !rest.first().is_some_and(is_digit) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_legacy;
    use super::shows_part;
    use super::shows_words;

    #[test]
    fn formats_that_show_words_are_known() {
        for format in [
            "#,##0\" triệu\"",
            "#,##0.0\\ \\t\\r",
            "0 đ",
            "#,##0\" đồng\";[Red]-#,##0\" đồng\"",
            "_-* #,##0\" nghìn\"_-",
            "#,##0 K",
            "[$₫-42A]#,##0",
            "#,##0 [$VND]",
            "\"$\"#,##0.00",
            "_($* #,##0_)",
            "#,##0\".000\"",
            "#,##0\\.\\0\\0\\0",
        ] {
            assert!(shows_words(format), "{format}");
        }
        for format in [
            "General",
            "#,##0",
            "0.00E+00",
            "[$-42A]dd/mm/yyyy",
            "dd/mm/yyyy",
            "hh:mm:ss.0",
            "[Red]#,##0",
            "_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)",
            "\"Ngày \"d/m/yyyy",
            "0%",
        ] {
            assert!(!shows_words(format), "{format}");
        }
    }

    #[test]
    fn formats_that_show_a_part_are_known() {
        for format in [
            "#,##0,",
            "#,##0.0,,",
            "0,\" nghìn\"",
            "#,##0,;-#,##0,",
            "0,.0",
            "#,",
        ] {
            assert!(shows_part(format), "{format}");
        }
        for format in ["#,##0", "#,##0.00", "\"0,\"0", "General", ",0", "0\\,"] {
            assert!(!shows_part(format), "{format}");
        }
    }

    #[test]
    fn fonts_of_other_alphabets_are_known() {
        for font in [".VnTime", ".VNARIAL", "VNI-Times", " vni-helve"] {
            assert!(is_legacy(font), "{font}");
        }
        for font in ["Times New Roman", "Vn", "", "Arial", "ư"] {
            assert!(!is_legacy(font), "{font}");
        }
    }
}
