//! Days, and what to write instead of one that cannot be read.

use super::wrong_type;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::diagnostic::shorten;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Date;
use crate::model::fold;

/// A day: `30/06/2027` or `2027-06-30`.
///
/// # Errors
/// Anything else is reported.
pub(crate) fn date(node: &Node, diagnostics: &mut Diagnostics) -> Result<Date, Reported> {
    let NodeValue::Scalar(text) = &node.value else {
        return Err(wrong_type(node, "một ngày", diagnostics));
    };
    parse_date(text.trim()).ok_or_else(|| {
        let message = format!("`{}` không phải là một ngày", shorten(text));
        let finding = Diagnostic::new(Code::BAD_NUMBER, node.origin(), message);
        diagnostics.report(finding.hint(advice(text)))
    })
}

fn parse_date(text: &str) -> Option<Date> {
    let separator = if text.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let (day, month, year) = if first.len() == 4 {
        (third, second, first)
    } else {
        (first, second, third)
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// What to write instead: the day itself, where the three numbers of one are there.
fn advice(text: &str) -> String {
    if ["…", "..", "__"].iter().any(|gap| text.contains(gap)) {
        return "ghi đủ ngày, tháng, năm, ví dụ 15/01/2027; chưa biết ngày chính thức thì ghi ngày dự kiến, bản trình ký thì ghi `du_thao: true`, `ngay: 01/2027`"
            .to_owned();
    }
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let numbers: Vec<&str> = numbers.filter(|digits| !digits.is_empty()).collect();
    let usual = "viết ngày/tháng/năm, ví dụ 30/06/2027".to_owned();
    if let Some((first, last)) = months(text, &numbers) {
        let aside = match text.contains(char::is_alphabetic) {
            true => "thành phần, nhiệm vụ muốn in như đã viết thì ghi vào `thoi_han`",
            false => "kế hoạch trình ký chưa có ngày thì thêm `du_thao: true`",
        };
        return format!(
            "viết một ngày, {first} là ngày đầu, {last} là ngày cuối của khoảng này; {aside}"
        );
    }
    let (day, month, year) = match numbers.as_slice() {
        [year, month, day] if year.len() == 4 => (day, month, (*year).to_owned()),
        [day, month, year] if year.len() == 4 => (day, month, (*year).to_owned()),
        [day, month, year] if year.len() == 2 => (day, month, format!("20{year}")),
        _ => return usual,
    };
    let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse()) else {
        return usual;
    };
    if let Some(date) = Date::new(year, month, day) {
        return format!("viết {date}");
    }
    let last = (28..=31)
        .rev()
        .find(|last| Date::new(year, month, *last).is_some());
    match last.filter(|last| *last < day) {
        Some(last) => format!("tháng {month} năm {year} có {last} ngày"),
        None => usual,
    }
}

/// The first and the last day of a month or quarter: `Tháng 3/2027`, `3/2027`, `Quý II năm 2027`.
fn months(text: &str, numbers: &[&str]) -> Option<(Date, Date)> {
    let folded = fold(text);
    let year: i32 = numbers
        .last()
        .filter(|year| year.len() == 4)?
        .parse()
        .ok()?;
    let quarter = folded.split_once("quy ").map(|(_, rest)| rest);
    let (first, last) = match (quarter, numbers) {
        (Some(quarter), _) => {
            let name = quarter
                .split(|it: char| !it.is_ascii_alphanumeric())
                .next()?;
            let roman = ["i", "ii", "iii", "iv"];
            let number = roman.iter().position(|roman| *roman == name);
            let number = number
                .map(|number| number + 1)
                .or_else(|| name.parse().ok());
            let last = 3 * u8::try_from(number.filter(|it| (1..=4).contains(it))?).ok()?;
            (last - 2, last)
        }
        (None, [month, _]) => {
            let month = month.parse().ok()?;
            (month, month)
        }
        _ => return None,
    };
    Some((Date::new(year, first, 1)?, Date::last_of_month(year, last)?))
}

#[cfg(test)]
mod tests {
    use super::advice;
    use super::parse_date;

    #[test]
    fn dates_in_both_orders() {
        let shown = |text| parse_date(text).map(|date| date.to_string());
        assert_eq!(shown("30/6/2027").as_deref(), Some("30/06/2027"));
        assert_eq!(shown("2027-06-30").as_deref(), Some("30/06/2027"));
        assert_eq!(shown("2027/06/30").as_deref(), Some("30/06/2027"));
        assert_eq!(shown("31/06/2027"), None);
        assert_eq!(shown("6/2027"), None);
    }

    #[test]
    fn a_day_is_guessed_from_how_people_write_it() {
        for (written, wanted) in [
            ("01.02.2027", "viết 01/02/2027"),
            ("01/02/27", "viết 01/02/2027"),
            ("1 - 2 - 2027", "viết 01/02/2027"),
            ("ngày 01 tháng 02 năm 2027", "viết 01/02/2027"),
            ("2027.02.01", "viết 01/02/2027"),
            ("31/02/2027", "tháng 2 năm 2027 có 28 ngày"),
            ("31/06/2027", "tháng 6 năm 2027 có 30 ngày"),
            ("13/13/2027", "viết ngày/tháng/năm, ví dụ 30/06/2027"),
            (
                "quý I/2027",
                "viết một ngày, 01/01/2027 là ngày đầu, 31/03/2027 là ngày cuối của khoảng này; thành phần, nhiệm vụ muốn in như đã viết thì ghi vào `thoi_han`",
            ),
            (
                "Tháng 2/2028",
                "viết một ngày, 01/02/2028 là ngày đầu, 29/02/2028 là ngày cuối của khoảng này; thành phần, nhiệm vụ muốn in như đã viết thì ghi vào `thoi_han`",
            ),
            ("quý V/2027", "viết ngày/tháng/năm, ví dụ 30/06/2027"),
            (
                "…/01/2027",
                "ghi đủ ngày, tháng, năm, ví dụ 15/01/2027; chưa biết ngày chính thức thì ghi ngày dự kiến, bản trình ký thì ghi `du_thao: true`, `ngay: 01/2027`",
            ),
        ] {
            assert_eq!(advice(written), wanted, "{written}");
        }
    }
}
