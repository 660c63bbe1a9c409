//! How numbers, amounts and days are written in Vietnamese documents.
//!
//! Thousands are parted by dots, decimals by a comma; amounts are also given in words. The rules of
//! the words: mươi after mười, mốt, tư, lăm, linh for a missing ten, không trăm for a missing
//! hundred behind a higher group.

use super::{Amount, Date, Decimal, Dong, Period};

/// Parts the digits of a whole number by dots, three by three: `1234567` → `1.234.567`.
pub fn group_thousands(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1.234.567`, without unit.
pub fn amount(dong: Dong) -> String {
    group_thousands(&dong.amount().to_string())
}

/// An amount as it is shown, without its unit: `1.235,4`.
pub fn figure(amount: Amount) -> String {
    let (whole, fraction) = amount.digits();
    with_fraction(&whole, &fraction)
}

/// What one of a number is called where it is so many đồng: `triệu đồng`, or `10.000 đồng`.
pub fn unit_of_money(dong: i64) -> String {
    match dong {
        1 => "đồng".to_owned(),
        1_000 => "nghìn đồng".to_owned(),
        1_000_000 => "triệu đồng".to_owned(),
        1_000_000_000 => "tỷ đồng".to_owned(),
        _ => format!("{} đồng", group_thousands(&dong.to_string())),
    }
}

/// A figure of a cell as a spreadsheet shows it here: `0,0018`, `1.200.000`. Up to four digits it may be a
/// year, and stays as it is.
pub fn number_in_cell(number: f64) -> String {
    let text = number.to_string();
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return text;
    }
    let whole = match whole.len() {
        ..=4 => whole.to_owned(),
        _ => group_thousands(whole),
    };
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{whole}{comma}{fraction}")
}

/// `12.450`.
pub fn count(number: u32) -> String {
    group_thousands(&number.to_string())
}

/// `1.234,5`.
pub fn decimal(number: Decimal) -> String {
    let (whole, fraction) = number.digits();
    let sign = if number.is_negative() { "-" } else { "" };
    format!("{sign}{}", with_fraction(&whole, &fraction))
}

/// `72,5%`, `9 điểm`.
pub fn measured(value: Decimal, unit: &str) -> String {
    let space = if unit == "%" { "" } else { " " };
    format!("{}{space}{unit}", decimal(value))
}

fn with_fraction(whole: &str, fraction: &str) -> String {
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{}{comma}{fraction}", group_thousands(whole))
}

/// `01/02/2027 - 30/06/2027`.
pub fn period(period: Period) -> String {
    format!("{} - {}", period.start, period.end)
}

/// `ngày 05 tháng 01 năm 2027`: days below 10 and months 1 and 2 take a leading zero (Nghị định
/// 30/2020/NĐ-CP, Phụ lục I).
pub fn long_date(date: Date) -> String {
    let month = if date.month() < 3 {
        format!("{:02}", date.month())
    } else {
        date.month().to_string()
    };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// `2027 - 2028`, or `2027` alone.
pub fn year_range(years: &[i32]) -> String {
    match years {
        [] => String::new(),
        [year] => year.to_string(),
        [first, .., last] => format!("{first} - {last}"),
    }
}

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// The words of the groups of three digits, from the lowest; they begin anew after tỷ.
const GROUPS: [&str; 3] = ["", "nghìn", "triệu"];

/// An amount in words, capitalised: `Một tỷ hai trăm ba mươi tư triệu đồng`.
pub fn in_words(dong: Dong) -> String {
    let text = format!("{} đồng", number_in_words(dong.amount().unsigned_abs()));
    capitalised(&text)
}

/// A text with a capital first letter: `Trưởng thôn`.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// "Trụ cột" → "trụ cột"; an abbreviation stays.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    // "TTHC …" stays as it is.
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

fn number_in_words(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let mut words: Vec<String> = Vec::new();
    let billions = number / 1_000_000_000;
    if billions > 0 {
        words.push(number_in_words(billions));
        words.push("tỷ".to_owned());
    }
    for exponent in (0..3).rev() {
        let group = number / 1000_u64.pow(exponent) % 1000;
        if group > 0 {
            words.push(group_in_words(group, !words.is_empty()));
            words.push(GROUPS[exponent as usize].to_owned());
        }
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// The words of a group of three digits; `behind` where a higher group stands before it.
fn group_in_words(group: u64, behind: bool) -> String {
    let digit = |number: u64| DIGITS[usize::try_from(number % 10).unwrap_or(0)];
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    let mut words = Vec::new();
    if hundreds > 0 || behind {
        words.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if ones > 0 && (hundreds > 0 || behind) => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(ones)),
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{decimal, in_words, long_date, number_in_cell};
    use crate::model::{Date, Decimal, Dong};

    #[test]
    fn amounts_in_words() {
        for (amount, words) in [
            (0, "Không đồng"),
            (5, "Năm đồng"),
            (10, "Mười đồng"),
            (15, "Mười lăm đồng"),
            (21, "Hai mươi mốt đồng"),
            (24, "Hai mươi tư đồng"),
            (25, "Hai mươi lăm đồng"),
            (101, "Một trăm linh một đồng"),
            (110, "Một trăm mười đồng"),
            (1_001, "Một nghìn không trăm linh một đồng"),
            (1_000_000, "Một triệu đồng"),
            (1_005_000, "Một triệu không trăm linh năm nghìn đồng"),
            (1_234_000_000, "Một tỷ hai trăm ba mươi tư triệu đồng"),
            (2_000_000_500, "Hai tỷ năm trăm đồng"),
            (12_000_000_000_000, "Mười hai nghìn tỷ đồng"),
            (
                999_999_999_999_999,
                "Chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng",
            ),
        ] {
            assert_eq!(
                in_words(Dong::new(amount).expect("a value in range")),
                words
            );
        }
    }

    #[test]
    fn figures_of_cells() {
        for (number, wanted) in [
            (0.0018, "0,0018"),
            (1_200_000.0, "1.200.000"),
            (-12_000.5, "-12.000,5"),
            (2027.0, "2027"),
            (1200.5, "1200,5"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(number_in_cell(number), wanted);
        }
    }

    #[test]
    fn decimals_and_days() {
        assert_eq!(
            decimal(Decimal::parse("1234.5").expect("a value in range")),
            "1.234,5"
        );
        assert_eq!(
            long_date(Date::new(2027, 1, 5).expect("a value in range")),
            "ngày 05 tháng 01 năm 2027"
        );
        assert_eq!(
            long_date(Date::new(2027, 11, 15).expect("a value in range")),
            "ngày 15 tháng 11 năm 2027"
        );
        assert_eq!(
            long_date(Date::new(2027, 6, 3).expect("a value in range")),
            "ngày 03 tháng 6 năm 2027"
        );
    }
}
