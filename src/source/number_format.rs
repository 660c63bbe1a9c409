//! What a number shows in a cell: the text that Excel makes of it by the number format, with the signs of
//! Vietnamese (`50%`, `2,10`, `03/2027`, `7:30`, `0912345678`).
//!
//! Formats whose text depends on more than the number (names of months, fractions, powers of ten,
//! conditions, what Windows is set to) are not read here: nobody can tell what was seen.
//!
//! Source: ECMA-376 Part 1, 18.8.30 and 18.8.31 (numFmt, numFmts).

mod exact;
mod figures;
mod moments;
mod parts;
mod signs;

use exact::Exact;
use parts::Part;
use parts::parts;

pub use signs::Sign;
pub use signs::signs;

/// Excel keeps so many digits of a number; of a longer one the last are lost.
const LONGEST: f64 = 1e15;

/// What a number shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// This text.
    Text(String),
    /// A number with more digits than are kept: what was typed is not known any more.
    Cut,
    /// What cannot be told.
    Unknown,
}

/// What a number shows in a format; an empty one is General.
pub(super) fn shown(number: f64, format: &str) -> Shown {
    if number.abs() >= LONGEST {
        return Shown::Cut;
    }
    match text(number, format) {
        // A format that hides the number.
        Some(text) if text.trim().is_empty() => Shown::Unknown,
        Some(text) => Shown::Text(text.trim().to_owned()),
        None => Shown::Unknown,
    }
}

/// What the program that wrote a file showed for a number, with the signs of Vietnamese: `2.10` of 2.1 was
/// written where a point is the sign before the decimals.
pub(super) fn as_written(text: &str, number: Option<f64>) -> Shown {
    let text = text.trim();
    let figure: String = text
        .chars()
        .filter(|it| it.is_ascii_digit() || matches!(it, '.' | ','))
        .collect();
    if number.is_some_and(|number| number.abs() >= LONGEST) {
        return Shown::Cut;
    }
    let places = |mark| figure.rsplit_once(mark).map_or(0, |(_, it)| it.len());
    let reads = |group: char, point: char| {
        let plain = figure.replace(group, "").replace(point, ".");
        let power = if text.ends_with('%') { 0.01 } else { 1.0 };
        let read = plain.parse::<f64>().ok().map(|read| read * power);
        let error = 0.6 * power * 0.1_f64.powi(i32::try_from(places(point)).unwrap_or(0));
        number
            .zip(read)
            .is_some_and(|(number, read)| (number.abs() - read).abs() <= error)
    };
    if figure.contains(['.', ',']) && reads(',', '.') && !reads('.', ',') {
        let turned = text.chars().map(|sign| match sign {
            '.' => ',',
            ',' => '.',
            sign => sign,
        });
        return Shown::Text(turned.collect());
    }
    if text.is_empty() || text.contains("###") {
        return Shown::Unknown;
    }
    Shown::Text(text.to_owned())
}

fn text(number: f64, format: &str) -> Option<String> {
    let sections = parts(usual(format))?;
    // A section of its own shows the number without its sign.
    let (section, is_signed) = match sections.as_slice() {
        [] => return general(number),
        [only] => (only, number < 0.0),
        [_, below, ..] if number < 0.0 => (below, false),
        [_, _, zero, ..] if number == 0.0 => (zero, false),
        [first, ..] => (first, false),
    };
    let text = if section.iter().any(Part::is_of_time) {
        if number < 0.0 {
            return None;
        }
        moments::text(number, section)?
    } else if section.contains(&Part::General) {
        let general = general(number.abs())?;
        let texts = section.iter().map(|part| match part {
            Part::General => Some(general.as_str()),
            Part::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect::<Option<String>>()?
    } else {
        figures::text(Exact::of(number)?, section)?
    };
    let shows_zero = !text.contains(|letter: char| ('1'..='9').contains(&letter));
    let sign = if is_signed && !shows_zero { "-" } else { "" };
    Some(format!("{sign}{text}"))
}

/// The format that stands in the file for the usual one of the country, which Excel shows instead.
fn usual(format: &str) -> &str {
    match format {
        "" => "General",
        "mm-dd-yy" | "m/d/yy" => "dd/mm/yyyy",
        "m/d/yy h:mm" => "dd/mm/yyyy h:mm",
        format => format,
    }
}

/// A number in the format General: as many decimals as there is room for.
fn general(number: f64) -> Option<String> {
    const ROOM: usize = 10;
    let exact = Exact::of(number)?;
    let (whole, _) = exact.rounded(0)?;
    let places = u32::try_from(ROOM.saturating_sub(whole.len())).ok()?;
    let (whole, decimals) = exact.rounded(places)?;
    let decimals = decimals.trim_end_matches('0');
    // Excel shows a power of ten instead.
    if whole == "0" && decimals.is_empty() && number != 0.0 {
        return None;
    }
    let sign = if number < 0.0 { "-" } else { "" };
    let point = if decimals.is_empty() { "" } else { "," };
    Some(format!("{sign}{whole}{point}{decimals}"))
}

#[cfg(test)]
mod tests {
    use super::Shown;
    use super::shown;

    #[test]
    fn numbers_show_what_excel_makes_of_them() {
        for (number, format, wanted) in [
            (912_345_678.0, "0000000000", "0912345678"),
            (912_345_678.0, "0000 000 000", "0912 345 678"),
            (7.0, "000", "007"),
            (0.5, "0%", "50%"),
            (0.125, "0.0%", "12,5%"),
            (2.1, "0.00", "2,10"),
            (2.675, "0.00", "2,68"),
            (2.5, "", "2,5"),
            (2.5, "General", "2,5"),
            (0.1 + 0.2, "General", "0,3"),
            (-2.5, "General", "-2,5"),
            (1.0 / 3.0, "General", "0,333333333"),
            (38_099_012_345.0, "General", "38099012345"),
            (2.0, "@", "2"),
            (3.0, "0\" máy\"", "3 máy"),
            (3.0, "General\" máy\"", "3 máy"),
            (3.0, "0\\ \\m", "3 m"),
            (1_234_567.0, "#,##0", "1.234.567"),
            (1_234_567.5, "#,##0.00", "1.234.567,50"),
            (12_300_000.0, "#,##0.0,,\" triệu\"", "12,3 triệu"),
            (-5.0, "#,##0;[Red](#,##0)", "(5)"),
            (-5.0, "#,##0", "-5"),
            (-0.4, "0", "0"),
            (0.0, "#,##0;-#,##0;\"-\"", "-"),
            (
                1_500.0,
                "_-* #,##0\\ \"₫\"_-;\\-* #,##0\\ \"₫\"_-;_-@_-",
                "1.500 ₫",
            ),
            (1_500.0, "#,##0\\ [$₫-42A]", "1.500 ₫"),
            (15.0, "#.##", "15,"),
            (0.5, "#.##", ",5"),
        ] {
            let seen = shown(number, format);
            assert_eq!(seen, Shown::Text(wanted.to_owned()), "{number} {format}");
        }
    }

    #[test]
    fn days_and_hours_show_what_excel_makes_of_them() {
        for (number, format, wanted) in [
            (46_447.0, "dd/mm/yyyy", "01/03/2027"),
            (46_447.0, "mm-dd-yy", "01/03/2027"),
            (46_447.0, "d/m/yy", "1/3/27"),
            (46_447.0, "mm/yyyy", "03/2027"),
            (46_447.0, "\"Tháng \"m\" năm \"yyyy", "Tháng 3 năm 2027"),
            (46_447.0, "[$-42A]dd\\-mm\\-yyyy;@", "01-03-2027"),
            (46_447.0, "yyyy", "2027"),
            (46_447.312_5, "dd/mm/yyyy hh:mm", "01/03/2027 07:30"),
            (46_447.312_5, "m/d/yy h:mm", "01/03/2027 7:30"),
            (0.312_5, "h:mm", "7:30"),
            (0.312_5, "hh\"g\"mm", "07g30"),
            (0.312_506, "h:mm:ss", "7:30:01"),
            (1.5, "[h]:mm", "36:00"),
            (1.5, "[hh]:mm:ss", "36:00:00"),
            (0.062_5, "[m]", "90"),
            (0.062_5, "mm:ss", "30:00"),
        ] {
            let seen = shown(number, format);
            assert_eq!(seen, Shown::Text(wanted.to_owned()), "{number} {format}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_not_guessed() {
        for (number, format) in [
            (12_345.0, "0.00E+00"),
            (0.5, "# ?/?"),
            (46_447.0, "d-mmm-yy"),
            (46_447.0, "dddd, d/m/yyyy"),
            (46_447.0, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"),
            (0.312_5, "h:mm AM/PM"),
            (0.312_5, "dd/mm/yyyy"),
            (-1.0, "h:mm"),
            (5.0, "[>3]\"nhiều\";\"ít\""),
            (5.0, ";;;"),
            (5.0, "[DBNum1]0"),
            (1e-12, "General"),
        ] {
            assert_eq!(shown(number, format), Shown::Unknown, "{number} {format}");
        }
        assert_eq!(shown(123_456_789_012_345_678.0, "0"), Shown::Cut);
    }
}
