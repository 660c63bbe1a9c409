//! Figures as people write them in cells: `1.200.000`, `1.200.000 đ`, `1,2 tỷ`, `350 triệu`; and the
//! units that a sheet states for its amounts.

use crate::model::Decimal;
use crate::model::fold;

/// A figure, and how many đồng one of it is where the text says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    pub number: Decimal,
    pub unit: Option<i64>,
}

/// Why a text is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoFigure {
    /// It is none.
    Other,
    /// `1,200` is 1.2 to one writer and 1200 to another.
    Ambiguous,
    /// It has more decimal places than are kept.
    TooFine,
}

/// What stands behind a figure, folded, and the đồng that it makes of one.
const SUFFIXES: [(&str, i64); 16] = [
    ("nghin dong", 1_000),
    ("ngan dong", 1_000),
    ("nghin", 1_000),
    ("ngan", 1_000),
    ("trieu dong", 1_000_000),
    ("trieu", 1_000_000),
    ("trd", 1_000_000),
    ("tr", 1_000_000),
    ("ty dong", 1_000_000_000),
    ("ti dong", 1_000_000_000),
    ("ty", 1_000_000_000),
    ("ti", 1_000_000_000),
    ("vnd", 1),
    ("dong", 1),
    ("d", 1),
    ("₫", 1),
];

/// Reads a figure out of a text.
///
/// # Errors
/// Why it is none.
pub(super) fn parse(text: &str) -> Result<Figure, NoFigure> {
    let folded = fold(text);
    let end = folded
        .rfind(|letter: char| letter.is_ascii_digit())
        .ok_or(NoFigure::Other)?;
    let (digits, suffix) = folded.split_at(end + 1);
    let suffix = suffix.trim().trim_end_matches('.');
    let unit = if suffix.is_empty() {
        None
    } else {
        let found = SUFFIXES.iter().find(|(word, _)| *word == suffix);
        Some(found.ok_or(NoFigure::Other)?.1)
    };
    let number = number(digits)?;
    Ok(Figure { number, unit })
}

/// The Vietnamese spelling has dots or spaces between thousands and a comma before the fraction; the
/// English one, which spreadsheets bring along, has it the other way round.
fn number(written: &str) -> Result<Decimal, NoFigure> {
    let compact: String = written
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let (sign, digits) = compact
        .strip_prefix('-')
        .map_or(("", compact.as_str()), |rest| ("-", rest));
    let plain = |text: &str| Decimal::parse(&format!("{sign}{text}")).ok_or(NoFigure::Other);
    let dots = digits.matches('.').count();
    let commas = digits.matches(',').count();
    let thousands = |mark: char, text: &str| {
        is_grouped(text, mark)
            .then(|| text.replace(mark, ""))
            .ok_or(NoFigure::Other)
    };
    match (dots, commas) {
        (0, 0) => plain(digits),
        // The mark that comes last is the decimal one, if both are there.
        (1.., 1..) => {
            let (group, decimal) = if digits.rfind(',') > digits.rfind('.') {
                ('.', ',')
            } else {
                (',', '.')
            };
            let (whole, fraction) = digits.split_once(decimal).ok_or(NoFigure::Other)?;
            let whole = thousands(group, whole)?;
            plain(&format!("{whole}.{fraction}"))
        }
        (2.., 0) => plain(&thousands('.', digits)?),
        (0, 2..) => plain(&thousands(',', digits)?),
        (1, 0) if is_grouped(digits, '.') => plain(&digits.replace('.', "")),
        (0, 1) if is_grouped(digits, ',') && !digits.starts_with("0,") => Err(NoFigure::Ambiguous),
        _ => plain(digits),
    }
}

/// Whether the marks part groups of three digits: `1.200.000`.
fn is_grouped(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let first = groups.next().unwrap_or("");
    let is_first = (1..=3).contains(&first.len()) && first != "0";
    is_first && groups.all(|group| group.len() == 3)
}

/// The đồng that a text about a table says its amounts are in: `Đơn vị tính: nghìn đồng`,
/// `Đơn giá (triệu đồng)`.
pub(super) fn unit(text: &str) -> Option<i64> {
    let folded = fold(text);
    [
        (
            &["nghin dong", "ngan dong", "1.000 dong", "1000 dong"][..],
            1_000,
        ),
        (&["trieu dong", "trd"], 1_000_000),
        (&["ty dong", "ti dong"], 1_000_000_000),
        (&["dong", "vnd"], 1),
    ]
    .into_iter()
    .find(|(words, _)| words.iter().any(|word| folded.contains(word)))
    .map(|(_, unit)| unit)
}

#[cfg(test)]
mod tests {
    use super::Figure;
    use super::NoFigure;
    use super::parse;
    use super::unit;
    use crate::model::Decimal;

    #[test]
    fn figures_are_read_as_people_write_them() {
        for (text, number, scale) in [
            ("1.200.000", "1200000", None),
            ("1.200.000 đ", "1200000", Some(1)),
            ("1.200.000đ", "1200000", Some(1)),
            ("1 200 000 VNĐ", "1200000", Some(1)),
            ("1,2 tỷ", "1.2", Some(1_000_000_000)),
            ("350 triệu", "350", Some(1_000_000)),
            ("350tr.", "350", Some(1_000_000)),
            ("1.200", "1200", None),
            ("12,5", "12.5", None),
            ("12.5", "12.5", None),
            ("0,125", "0.125", None),
            ("1,200,000", "1200000", None),
            ("1.200.000,5", "1200000.5", None),
            ("1,200,000.5", "1200000.5", None),
            ("-3", "-3", None),
            ("007", "7", None),
        ] {
            let number = Decimal::parse(number).expect("a number");
            let wanted = Figure {
                number,
                unit: scale,
            };
            assert_eq!(parse(text), Ok(wanted), "{text}");
        }
        for text in [
            "", "một", "12 máy", "1.20.000", "1..2", "1.2.3", "1,2,3", "3=1x2",
        ] {
            assert_eq!(parse(text), Err(NoFigure::Other), "{text}");
        }
        assert_eq!(parse("1,200"), Err(NoFigure::Ambiguous));
    }

    #[test]
    fn units_are_found_in_what_stands_around_a_table() {
        for (text, wanted) in [
            ("Đơn vị tính: nghìn đồng", Some(1_000)),
            ("ĐVT: Triệu đồng", Some(1_000_000)),
            ("Thành tiền (đồng)", Some(1)),
            ("Đơn vị tính", None),
        ] {
            assert_eq!(unit(text), wanted, "{text}");
        }
    }
}
