//! Figures as people write them in cells: `1.200.000`, `1.200.000 đ`, `1,2 tỷ`, `350 triệu`; and the
//! units that a sheet states for its amounts.

use crate::model::Decimal;
use crate::model::fold;
use crate::model::is_grouped;

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

/// What counts so many đồng, folded, as it stands before the name of the money.
const MULTIPLES: [(&str, i64); 16] = [
    ("", 1),
    ("1000", 1_000),
    ("1.000", 1_000),
    ("1,000", 1_000),
    ("nghin", 1_000),
    ("ngan", 1_000),
    ("ng", 1_000),
    ("ng.", 1_000),
    ("tr", 1_000_000),
    ("tr.", 1_000_000),
    ("trieu", 1_000_000),
    ("1000000", 1_000_000),
    ("1.000.000", 1_000_000),
    ("1,000,000", 1_000_000),
    ("ty", 1_000_000_000),
    ("ti", 1_000_000_000),
];

/// The names of the money, folded; a longer one before one that it ends with.
const MONEY: [&str; 5] = ["dong", "vnd", "d", "₫", ""];

/// The đồng of a unit such as `nghìn đồng`, `1.000đ`, `tr.đ` or `VNĐ`, folded.
fn unit_of(folded: &str) -> Option<i64> {
    let word = folded.trim().trim_end_matches('.');
    let multiple = MONEY.iter().find_map(|money| word.strip_suffix(money))?;
    let found = MULTIPLES.iter().find(|(name, _)| *name == multiple.trim());
    let is_word = word.ends_with(|letter: char| !letter.is_ascii_digit());
    found.map(|(_, unit)| *unit).filter(|_| is_word)
}

/// Whether a text, folded, is a unit of money and nothing else.
pub(super) fn is_unit(folded: &str) -> bool {
    unit_of(folded).is_some()
}

/// Reads a figure out of a text.
///
/// # Errors
/// Why it is none.
pub(super) fn parse(text: &str) -> Result<Figure, NoFigure> {
    let folded = fold(text);
    // "1 tỷ 200 triệu": a figure and its unit, and again.
    let mut parts = Vec::new();
    let mut rest = folded.as_str();
    while let Some(end) = rest.find(|letter: char| letter.is_alphabetic() || letter == '₫') {
        let next = rest[end..].find(|letter: char| letter.is_ascii_digit());
        let (part, behind) = rest.split_at(next.map_or(rest.len(), |next| end + next));
        parts.push(part.split_at(end));
        rest = behind;
    }
    if !rest.trim().is_empty() || parts.is_empty() {
        parts.push((rest, ""));
    }
    let parts = parts.into_iter().map(|(digits, suffix)| {
        let unit = match suffix.trim() {
            "" => None,
            suffix => Some(unit_of(suffix).ok_or(NoFigure::Other)?),
        };
        let number = number(digits)?;
        Ok(Figure { number, unit })
    });
    match parts.collect::<Result<Vec<_>, _>>()?.as_slice() {
        [figure] => Ok(*figure),
        parts => together(parts).ok_or(NoFigure::Other),
    }
}

/// The sum of figures whose units become smaller, in đồng.
fn together(parts: &[Figure]) -> Option<Figure> {
    let mut sum = 0_i64;
    let mut above = i64::MAX;
    for part in parts {
        let unit = part.unit.filter(|unit| *unit < above)?;
        let whole = part.number.times(unit)?.to_whole()?;
        if whole < 0 || whole >= above {
            return None;
        }
        sum = sum.checked_add(whole)?;
        above = unit;
    }
    Some(Figure {
        number: Decimal::whole(sum),
        unit: Some(1),
    })
}

/// The Vietnamese spelling has dots or spaces between thousands and a comma before the fraction; the
/// English one, which spreadsheets bring along, has it the other way round.
fn number(written: &str) -> Result<Decimal, NoFigure> {
    let written = written.trim().trim_end_matches('.');
    let (sign, digits) = written
        .strip_prefix('-')
        .map_or(("", written), |rest| ("-", rest.trim_start()));
    // Spaces part thousands as dots do, and nothing else.
    let digits: String = digits.split_whitespace().collect::<Vec<_>>().join(".");
    let digits = digits.as_str();
    let whole = digits.split(',').next().unwrap_or("");
    if written.contains(char::is_whitespace) && sign.is_empty() && !is_grouped(whole, '.') {
        return Err(NoFigure::Other);
    }
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
        (0, 1) if is_grouped(digits, ',') => Err(NoFigure::Ambiguous),
        _ => plain(digits),
    }
}

/// What a text about a table says of the unit of its amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stated {
    /// Nothing.
    Nothing,
    /// So many đồng.
    Unit(i64),
    /// A unit of money that is not known.
    Unknown,
}

/// Reads a text about a table: `Đơn vị tính: nghìn đồng`, `Đơn giá (triệu đồng)`, `ĐVT: 1.000đ`. A
/// unit stands behind a mark or those words; elsewhere "đồng" may be part of a name.
pub(super) fn stated(text: &str) -> Stated {
    let folded = fold(text);
    let marks = ['(', ')', '[', ']', ':', ';', '/'];
    let pieces = folded.split(marks).flat_map(|piece| piece.split(", "));
    let pieces = pieces.flat_map(|piece| piece.split(" - ")).map(|piece| {
        let words = [
            "don vi tinh",
            "dvt",
            "don vi",
            "so tien tinh bang",
            "tinh bang",
            "tinh theo",
            "don gia",
            "thanh tien",
            "so tien",
        ];
        let rest = words
            .iter()
            .find_map(|word| piece.trim().strip_prefix(word));
        rest.unwrap_or(piece).trim()
    });
    let mut stated = Stated::Nothing;
    for piece in pieces.filter(|piece| !piece.is_empty()) {
        if let Some(unit) = unit_of(piece) {
            return Stated::Unit(unit);
        }
        let mut words = piece.split_whitespace();
        if words.clone().count() <= 3 && words.any(|word| UNKNOWN.contains(&word)) {
            stated = Stated::Unknown;
        }
    }
    stated
}

/// Words, folded, that make what they stand with a unit of money, though not one of đồng.
const UNKNOWN: [&str; 10] = [
    "usd", "eur", "nghin", "ngan", "trieu", "tr", "ty", "ti", "tram", "chuc",
];

#[cfg(test)]
mod tests {
    use super::Figure;
    use super::NoFigure;
    use super::Stated;
    use super::parse;
    use super::stated;
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
            ("350 tr.đ", "350", Some(1_000_000)),
            ("2 triệu VNĐ", "2", Some(1_000_000)),
            ("1 tỷ 200 triệu", "1200000000", Some(1)),
            ("2 triệu 500 nghìn đồng", "2500000", Some(1)),
            ("1.200 000", "1200000", None),
            ("1 200 000,5", "1200000.5", None),
            ("1.200.000.", "1200000", None),
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
            "",
            "một",
            "12 máy",
            "1.20.000",
            "1..2",
            "1.2.3",
            "1,2,3",
            "3=1x2",
            "1 2",
            "1 triệu 2 tỷ",
            "1 triệu 200",
            "1 triệu 2.000 nghìn",
        ] {
            assert_eq!(parse(text), Err(NoFigure::Other), "{text}");
        }
        assert_eq!(parse("1,200"), Err(NoFigure::Ambiguous));
    }

    #[test]
    fn units_are_found_in_what_stands_around_a_table() {
        for (text, wanted) in [
            ("Đơn vị tính: nghìn đồng", Stated::Unit(1_000)),
            ("Đơn vị tính nghìn đồng", Stated::Unit(1_000)),
            ("ĐVT: Triệu đồng", Stated::Unit(1_000_000)),
            ("ĐVT: 1000đ", Stated::Unit(1_000)),
            ("(Đơn vị: 1.000 VNĐ)", Stated::Unit(1_000)),
            ("Đơn giá (1.000đ)", Stated::Unit(1_000)),
            ("Đơn giá, 1.000 đồng", Stated::Unit(1_000)),
            ("Thành tiền (tr.đ)", Stated::Unit(1_000_000)),
            ("Thành tiền (triệu đ)", Stated::Unit(1_000_000)),
            ("Thành tiền (có VAT) - triệu VNĐ", Stated::Unit(1_000_000)),
            ("Đơn giá (nghìn đồng/máy)", Stated::Unit(1_000)),
            ("Thành tiền (đồng) (7=5x6)", Stated::Unit(1)),
            ("Thành tiền (VNĐ)", Stated::Unit(1)),
            ("Đơn vị tính", Stated::Nothing),
            ("Thành tiền (7 = 5 x 6)", Stated::Nothing),
            ("Đơn vị: UBND xã Đồng Tâm", Stated::Nothing),
            ("Đơn vị: Hội đồng nhân dân xã", Stated::Nothing),
            ("Đơn giá (USD)", Stated::Unknown),
            ("ĐVT: chục triệu", Stated::Unknown),
        ] {
            assert_eq!(stated(text), wanted, "{text}");
        }
    }
}
