//! What a survey found: a quantity, which is printed with its thousands parted, or anything else (a year, a
//! telephone number, the number of a version), which is printed as it is written.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Decimal;
use crate::model::SurveyValue;
use crate::model::fold;
use crate::model::is_grouped;
use crate::read::fields;

/// Units, folded, of what is numbered and not counted.
const NUMBERED: [&str; 14] = [
    "",
    "so",
    "ma",
    "ma so",
    "so hieu",
    "ky hieu",
    "phien ban",
    "version",
    "so dien thoai",
    "dien thoai",
    "hotline",
    "tong dai",
    "-",
    "/",
];

/// Words, folded, that a name begins with where its figure is a number of something.
const NUMBERS: [&str; 12] = [
    "phien ban",
    "version",
    "ma ",
    "so hieu",
    "so dien thoai",
    "so fax",
    "dien thoai",
    "duong day nong",
    "hotline",
    "tong dai",
    "so tong dai",
    "bien so",
];

/// Units, folded, of what is measured: a part of one may have three digits.
const MEASURED: [&str; 26] = [
    "%", "‰", "km", "km2", "km²", "m", "m2", "m²", "m3", "m³", "ha", "kg", "tan", "ta", "lit",
    "gb", "tb", "mb", "mbps", "gbps", "kw", "kwh", "mw", "diem", "lan", "do",
];

/// Whether a unit, folded, is one of time: so many of them, or the year, day itself.
fn is_time(unit: &str) -> bool {
    ["nam", "thang", "ngay", "gio", "phut", "quy", "tuan"].contains(&unit)
}

/// Reads the value of a row of the survey with this name and unit.
///
/// # Errors
/// A figure that may be 1,85 and 1850 alike, or is written as programs do, is reported.
pub(super) fn value(
    node: &Node,
    name: &str,
    unit: &str,
    diagnostics: &mut Diagnostics,
) -> Result<SurveyValue, Reported> {
    let written = fields::text(node, diagnostics)?;
    let as_written = || Ok(SurveyValue::Text(written.to_owned()));
    let (name, unit) = (fold(name), fold(unit));
    // The sign stands in the column of units as well.
    let figure = match written.strip_suffix('%') {
        Some(figure) if unit == "%" => figure.trim(),
        _ => written,
    };
    if NUMBERED.contains(&unit.as_str()) || is_number_of_something(&name, &unit, figure) {
        return as_written();
    }
    let is_measured = MEASURED.contains(&unit.as_str())
        || is_time(&unit)
        || ["dong", "/", "vnd"].iter().any(|word| unit.contains(word));
    match quantity(figure, is_measured) {
        Quantity::Number(number) => Ok(SurveyValue::Number(number)),
        Quantity::None => as_written(),
        // Says what may be meant.
        Quantity::Unclear if ["%", "‰"].contains(&unit.as_str()) && figure == written => {
            fields::decimal_up_to(1000, node, diagnostics).map(SurveyValue::Number)
        }
        Quantity::Unclear => fields::decimal(node, diagnostics).map(SurveyValue::Number),
    }
}

/// Whether a figure is the number of a year, a telephone, a version, a code.
fn is_number_of_something(name: &str, unit: &str, figure: &str) -> bool {
    let mut digits = figure.chars();
    let leads_zero =
        digits.next() == Some('0') && digits.next().is_some_and(|it| it.is_ascii_digit());
    let is_year = figure.len() == 4
        && (figure.starts_with("19") || figure.starts_with("20"))
        && figure.bytes().all(|it| it.is_ascii_digit());
    let of_year = is_year && (is_time(unit) || name == "nam" || name.starts_with("nam "));
    leads_zero
        || of_year
        || NUMBERS.iter().any(|word| name.starts_with(word)) && !counts(name, unit)
}

/// Whether a name that begins like that of a number counts them all the same: "Mã QR", "Điện thoại thông minh"
/// in so many of a unit.
fn counts(name: &str, unit: &str) -> bool {
    !name.starts_with("phien ban") && !name.starts_with("version") && !unit.is_empty()
}

/// What a figure with a unit is.
#[derive(Debug, PartialEq, Eq)]
enum Quantity {
    Number(Decimal),
    /// No figure.
    None,
    /// A figure that is not sure.
    Unclear,
}

fn quantity(figure: &str, is_measured: bool) -> Quantity {
    // Between thousands people also put spaces.
    let spaced = figure.split_whitespace().collect::<Vec<_>>().join(".");
    let figure = if is_grouped(&spaced, '.') && figure.contains(char::is_whitespace) {
        spaced.replace('.', "")
    } else {
        figure.to_owned()
    };
    let is_thousands = |text: &str, mark| is_grouped(text, mark) && text.matches(mark).count() > 1;
    for (mark, point) in [('.', ','), (',', '.')] {
        if is_thousands(&figure, mark) || mark == '.' && !is_measured && is_grouped(&figure, mark) {
            return number(&figure.replace(mark, ""));
        }
        if let Some((whole, fraction)) = figure.split_once(point)
            && is_grouped(whole, mark)
        {
            return number(&format!("{}.{fraction}", whole.replace(mark, "")));
        }
        if is_grouped(&figure, mark) {
            return Quantity::Unclear;
        }
    }
    match Decimal::parse(&figure) {
        Some(number) => Quantity::Number(number),
        // A version, an address in the network.
        None if figure.matches('.').count() > 1 => Quantity::None,
        None if is_of_programs(&figure) => Quantity::Unclear,
        None => Quantity::None,
    }
}

fn number(digits: &str) -> Quantity {
    Decimal::parse(digits).map_or(Quantity::Unclear, Quantity::Number)
}

/// Whether a figure is written as programs do: `1_000`, `1e3`, `0x10`, `.5`, `+5`.
fn is_of_programs(figure: &str) -> bool {
    let begins = figure.starts_with(|it: char| it.is_ascii_digit() || "+.".contains(it));
    let plain = figure
        .bytes()
        .all(|it| it.is_ascii_hexdigit() || b"_.+xXoO".contains(&it));
    begins && plain && figure.bytes().any(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Quantity;
    use super::is_number_of_something;
    use super::quantity;
    use crate::model::Decimal;

    #[test]
    fn quantities_are_read_as_people_write_them() {
        for (written, is_measured, number) in [
            ("1.850", false, "1850"),
            ("1850", false, "1850"),
            ("1 850", false, "1850"),
            ("1.200.000", true, "1200000"),
            ("1,200,000", true, "1200000"),
            ("1.850,5", true, "1850.5"),
            ("1,850.5", true, "1850.5"),
            ("24,5", true, "24.5"),
            ("24.5", true, "24.5"),
            ("0.125", true, "0.125"),
            ("0", false, "0"),
        ] {
            let number = Decimal::parse(number).expect("a number");
            assert_eq!(
                quantity(written, is_measured),
                Quantity::Number(number),
                "{written}"
            );
        }
        for (written, is_measured) in [
            ("1.850", true),
            ("1,850", false),
            ("1,850", true),
            ("1_000", false),
            ("1e3", false),
            ("0x10", false),
            (".5", false),
        ] {
            assert_eq!(
                quantity(written, is_measured),
                Quantity::Unclear,
                "{written}"
            );
        }
        for written in [
            "đạt",
            "15-20",
            "khoảng 20",
            "7h30",
            "12:30:45",
            "08/01/2027",
            "3 máy",
            "10.1.2.3",
            "4.0.1",
        ] {
            assert_eq!(quantity(written, false), Quantity::None, "{written}");
        }
    }

    #[test]
    fn numbers_of_something_are_no_quantities() {
        for (name, unit, figure) in [
            ("nam mua may chu", "nam", "2019"),
            ("nam thanh lap", "xa", "2025"),
            ("phien ban phan mem", "ban", "1.10"),
            ("ma", "ma vung", "007"),
            ("dien thoai", "so may", "02963123456"),
        ] {
            assert!(is_number_of_something(name, unit, figure), "{name}");
        }
        for (name, unit, figure) in [
            ("so ho co internet", "ho", "2019"),
            ("dien thoai thong minh", "may", "5120"),
            ("thoi gian khau hao", "nam", "5"),
            ("ma qr da gan", "dia chi", "1320"),
        ] {
            assert!(!is_number_of_something(name, unit, figure), "{name}");
        }
    }
}
