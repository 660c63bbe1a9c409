//! Figures as people write them in cells: `1.200.000`, `1.200.000 đ`, `1,2 tỷ`, `350 triệu`, `38
//! người`.

use super::unit;
use crate::model::Decimal;
use crate::model::fold;
use crate::model::is_grouped;

/// A figure, and how many đồng one of it is where the text says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The number before the unit.
    pub number: Decimal,
    /// How many đồng one of it is.
    pub unit: Option<i64>,
}

/// Why a text is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFigure {
    /// It is none.
    Other,
    /// `1,200` is 1.2 to one writer and 1200 to another.
    Ambiguous,
    /// `4.500,000` has a fraction to one writer and is 4500000 to another.
    Mixed,
    /// It has more decimal places than are kept.
    TooFine,
}

/// Reads a figure out of a text.
///
/// # Errors
/// Why it is none.
pub fn parse(text: &str) -> Result<Figure, NoFigure> {
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
            suffix => Some(unit::of_suffix(suffix).ok_or(NoFigure::Other)?),
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
            if fraction == "000" {
                return Err(NoFigure::Mixed);
            }
            plain(&format!("{whole}.{fraction}"))
        }
        (2.., 0) => plain(&thousands('.', digits)?),
        (0, 2..) => plain(&thousands(',', digits)?),
        (1, 0) if is_grouped(digits, '.') => plain(&digits.replace('.', "")),
        (0, 1) if is_grouped(digits, ',') => Err(NoFigure::Ambiguous),
        _ => plain(digits),
    }
}

/// A count with the word for what is counted, as in `38 người`: the number and the word as written.
/// What stands for money is none.
///
/// # Errors
/// Why it is none.
pub fn counted(text: &str) -> Result<(Decimal, &str), NoFigure> {
    let text = text.trim();
    let end = text.find(char::is_alphabetic).ok_or(NoFigure::Other)?;
    let (digits, word) = text.split_at(end);
    let is_word = word.chars().count() <= 20
        && word
            .chars()
            .all(|letter| letter.is_alphabetic() || letter == ' ')
        && digits.starts_with(|letter: char| letter.is_ascii_digit())
        && unit::of_suffix(&fold(word)).is_none();
    if !is_word {
        return Err(NoFigure::Other);
    }
    Ok((number(digits)?, word.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::Figure;
    use super::NoFigure;
    use super::counted;
    use super::parse;
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
            ("1.200.000,00", "1200000", None),
            ("1.234,567 triệu", "1234.567", Some(1_000_000)),
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
        for text in ["4,500.000", "4.500,000", "1.200.000,000", "4.500,000 đồng"] {
            assert_eq!(parse(text), Err(NoFigure::Mixed), "{text}");
        }
    }

    #[test]
    fn what_is_counted_may_stand_behind() {
        for (text, wanted) in [
            ("38 người", Some(("38", "người"))),
            ("12 tháng", Some(("12", "tháng"))),
            ("1.200 hộ dân", Some(("1200", "hộ dân"))),
            ("2,5km", Some(("2.5", "km"))),
            ("12 triệu", None),
            ("10%", None),
            ("Máy 1", None),
            ("3 x 4 m", None),
            ("HTS7", None),
        ] {
            let wanted =
                wanted.map(|(number, word)| (Decimal::parse(number).expect("a number"), word));
            assert_eq!(counted(text).ok(), wanted, "{text}");
        }
    }
}
