//! Numbers, and what to write instead of one that cannot be read: where it can be guessed, the number
//! itself.

use super::wrong_type;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::diagnostic::shorten;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::is_grouped;

/// No number has more digits before the decimal sign, nor behind it, than these.
const MOST_DIGITS: usize = 15;
const MOST_PLACES: usize = 6;

/// The zeros of a thousand.
const THOUSAND: usize = 3;

/// How many zeros a word behind a number stands for.
const UNITS: [(&str, usize); 6] = [
    ("tỷ", 9),
    ("tỉ", 9),
    ("triệu", 6),
    ("nghìn", 3),
    ("ngàn", 3),
    ("tr", 6),
];

/// A whole number from 0 up.
///
/// # Errors
/// Anything else is reported, with advice where thousands were parted by dots.
pub(crate) fn whole(node: &Node, diagnostics: &mut Diagnostics) -> Result<u32, Reported> {
    if let NodeValue::Scalar(text) = &node.value
        && let Ok(number) = text.parse()
        && text.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Ok(number);
    }
    Err(bad_number(
        node,
        "một số nguyên không âm",
        true,
        None,
        diagnostics,
    ))
}

/// A decimal number.
///
/// # Errors
/// Anything else is reported; so are `1.200` and `1,200`, which may mean 1200 or 1,2.
pub(crate) fn decimal(node: &Node, diagnostics: &mut Diagnostics) -> Result<Decimal, Reported> {
    if let NodeValue::Scalar(text) = &node.value
        && !is_parted(text)
        && let Some(number) = Decimal::parse(text)
    {
        return Ok(number);
    }
    Err(bad_number(node, "một số", false, None, diagnostics))
}

/// A decimal number of something that is never more than `most`: where a point would part thousands above it,
/// it stands before the fraction (`33.333` of a hundred).
///
/// # Errors
/// As for [`decimal`]; for a comma the point is proposed.
pub(crate) fn decimal_up_to(
    most: u32,
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Result<Decimal, Reported> {
    let NodeValue::Scalar(text) = &node.value else {
        return decimal(node, diagnostics);
    };
    let text = text.trim();
    let fraction = |mark: char| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let is_one = text.matches(mark).count() == 1 && is_grouped(text, mark);
        let is_above = digits
            .parse::<u64>()
            .is_ok_and(|whole| whole > u64::from(most));
        Decimal::parse(&text.replace(mark, ".")).filter(|_| is_one && is_above)
    };
    if let Some(number) = fraction('.') {
        return Ok(number);
    }
    if fraction(',').is_some() {
        let point = text.replace(',', ".");
        return Err(bad_number(node, "một số", false, Some(&point), diagnostics));
    }
    decimal(node, diagnostics)
}

/// An amount in whole đồng.
///
/// # Errors
/// Anything but a whole number from 0 up is reported.
pub(crate) fn dong(node: &Node, diagnostics: &mut Diagnostics) -> Result<Dong, Reported> {
    if let NodeValue::Scalar(text) = &node.value
        && let Ok(number) = text.parse()
        && let Ok(dong) = Dong::new(number)
    {
        return Ok(dong);
    }
    let meant = match &node.value {
        NodeValue::Scalar(text) => large_units(text.trim()),
        _ => None,
    };
    let wanted = "một số đồng, không âm";
    Err(bad_number(
        node,
        wanted,
        true,
        meant.as_deref(),
        diagnostics,
    ))
}

/// Reports a number that cannot be read; `meant` is what to write for it, where that is known.
fn bad_number(
    node: &Node,
    wanted: &str,
    whole: bool,
    meant: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Reported {
    let NodeValue::Scalar(text) = &node.value else {
        return wrong_type(node, wanted, diagnostics);
    };
    let code = if is_parted(text) {
        Code::BAD_NUMBER
    } else {
        Code::WRONG_TYPE
    };
    let message = format!("ở đây cần {wanted}, đang là `{}`", shorten(text));
    let finding = Diagnostic::new(code, node.origin(), message);
    if let Some(meant) = meant {
        return diagnostics.report(finding.hint(format!("viết {meant}")));
    }
    let mark = ['.', ',']
        .into_iter()
        .find(|mark| text.matches(*mark).count() == 1 && is_grouped(text.trim(), *mark));
    if let Some(mark) = mark.filter(|_| !whole) {
        let message = format!("không rõ `{text}` là số nghìn hay số lẻ");
        let digits = text.trim().replace(mark, "");
        let point = text.trim().replace(mark, ".");
        let point = point.trim_end_matches('0').trim_end_matches('.');
        // Three digits behind a point would be thousands again.
        let zero = if is_grouped(point, '.') { "0" } else { "" };
        let hint = format!("viết {digits} nếu là số nghìn, {point}{zero} nếu là số lẻ");
        let finding = Diagnostic::new(Code::BAD_NUMBER, node.origin(), message);
        return diagnostics.report(finding.hint(hint));
    }
    diagnostics.report(finding.hint(advice(text, whole)))
}

/// What to write for `5.5` or `5,5` where whole đồng are wanted: nobody has half a đồng, so larger units are
/// meant.
fn large_units(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once(['.', ','])?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_short = fraction.len() < 3 && whole.len() <= 6;
    if !is_digits(whole) || !is_digits(fraction) || !is_short {
        return None;
    }
    let digits = |zeros: usize| {
        let digits = format!("{whole}{fraction:0<zeros$}");
        digits.trim_start_matches('0').to_owned()
    };
    let (milliards, millions) = (digits(9), digits(6));
    (!milliards.is_empty()).then(|| {
        format!(
            "đủ các chữ số: {milliards} nếu là {text} tỷ đồng, {millions} nếu là {text} triệu đồng"
        )
    })
}

/// Whether marks part its thousands, or perhaps its fraction.
fn is_parted(text: &str) -> bool {
    ['.', ','].iter().any(|mark| is_grouped(text.trim(), *mark))
}

/// What to write instead of `text` where a number is wanted, a whole one or not.
fn advice(text: &str, whole: bool) -> String {
    let text = text.trim();
    if text.starts_with(['-', '−', '–']) {
        return "viết một số từ 0 trở lên, không có dấu trừ".to_owned();
    }
    let example = if whole { "16850" } else { "72.5" };
    if is_range(text) {
        return format!("viết một con số, không viết khoảng từ số này đến số kia, ví dụ {example}");
    }
    let is_digit = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    // Programs part thousands by `_` or `'`.
    let parted = text.split_whitespace().next().unwrap_or_default();
    let mut marks = ['_', '\'', '’'].into_iter();
    let mark = marks.find(|mark| is_grouped(parted, *mark));
    let joined = mark.map(|mark| text.replace(mark, ""));
    let text = joined.as_deref().unwrap_or(text);
    let end = text.find(|letter: char| !is_digit(letter) && !letter.is_whitespace());
    let (figures, unit) = text.split_at(end.unwrap_or(text.len()));
    let figures: String = figures.chars().filter(|c| is_digit(*c)).collect();
    let unit = unit.trim();
    // With other figures behind it, nobody knows which one is meant.
    let has_more = unit.contains(|letter: char| letter.is_ascii_digit());
    let Some((before, after)) = parts(&figures).filter(|_| !has_more) else {
        return format!("viết một con số bằng chữ số, ví dụ {example}");
    };
    if before.trim_start_matches('0').len() > MOST_DIGITS {
        return "số này quá lớn, kiểm tra lại: có thể thừa chữ số".to_owned();
    }
    if !whole && after.len() > MOST_PLACES {
        let number: f64 = format!("{before}.{after}").parse().unwrap_or_default();
        let rounded = format!("{number:.MOST_PLACES$}");
        let rounded = rounded.trim_end_matches('0').trim_end_matches('.');
        return format!("viết nhiều nhất sáu chữ số sau dấu chấm: {rounded}");
    }
    let zeros = UNITS.iter().find(|(word, _)| {
        let rest = unit.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    if let Some((_, zeros)) = zeros.filter(|(_, zeros)| *zeros >= after.len()) {
        let digits = format!("{before}{after:0<zeros$}");
        let digits = digits.trim_start_matches('0');
        return format!("viết đủ các chữ số, không ghi đơn vị: {digits}");
    }
    let aside = match unit {
        "" => "",
        "%" => " (không ghi dấu %)",
        _ => " (không ghi đơn vị)",
    };
    match after.as_str() {
        // It is written as it should be.
        "" if before == text && joined.is_none() => {
            "số này quá lớn, kiểm tra lại: có thể thừa chữ số".to_owned()
        }
        "" if whole => format!("viết liền các chữ số: {before}{aside}"),
        "" => format!("viết liền các chữ số: {before}{aside}; số lẻ viết như 72.5"),
        after if figures == format!("{before}.{after}") && !whole => {
            format!("chỉ viết con số: {figures}{aside}")
        }
        // Of people and households nobody has a half: 8,2 are thousands.
        after if whole && after.len() < THOUSAND && unit.is_empty() => {
            let thousands = format!("{before}{after:0<THOUSAND$}");
            let thousands = thousands.trim_start_matches('0');
            format!(
                "viết đủ các chữ số, không có phần thập phân: {thousands} nếu là {text} nghìn, không phải nghìn thì viết số nguyên, ví dụ {before}"
            )
        }
        _ if whole => {
            format!("viết một số nguyên, không có phần thập phân, ví dụ {before}{aside}")
        }
        after => format!("viết dấu chấm trước phần thập phân: {before}.{after}{aside}"),
    }
}

/// The digits before and behind the decimal sign, whichever signs part the thousands.
pub(super) fn parts(figures: &str) -> Option<(String, String)> {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let is_whole = |text: &str| {
        text.bytes().all(|byte| byte.is_ascii_digit())
            || ['.', ','].iter().any(|mark| is_grouped(text, *mark))
    };
    let last = figures.rfind(['.', ',']);
    let split = last.map(|at| (&figures[..at], &figures[at + 1..], &figures[at..=at]));
    let (before, after) = match split {
        // One sign, three digits behind it: thousands. The same sign twice: thousands.
        Some((before, after, sign))
            if !before.contains(sign) && (after.len() != 3 || before.contains(['.', ','])) =>
        {
            is_whole(before).then(|| (digits(before), digits(after)))?
        }
        _ => is_whole(figures).then(|| (digits(figures), String::new()))?,
    };
    (!before.is_empty()).then_some((before, after))
}

/// Whether it says from where to where: `80-90`, `80 đến 90`.
fn is_range(text: &str) -> bool {
    let digit = |letter: char| letter.is_ascii_digit();
    ["-", "–", "—", "÷", "~", "đến", "tới"].iter().any(|sign| {
        let ends = text.split_once(sign);
        ends.is_some_and(|(from, to)| from.contains(digit) && to.trim().starts_with(digit))
    })
}

#[cfg(test)]
mod tests {
    use super::advice;

    #[test]
    fn a_number_is_guessed_from_how_people_write_it() {
        for (written, whole, wanted) in [
            ("16850 người", true, "16850"),
            ("16,850", true, "16850"),
            ("16 850", true, "16850"),
            ("1.200.000", true, "1200000"),
            ("79.6%", false, "79.6"),
            ("79,6", false, "79.6"),
            ("1.052,4", false, "1052.4"),
            ("1,052.4", false, "1052.4"),
            ("2,4 tỷ", true, "2400000000"),
            ("1.200 triệu đồng", true, "1200000000"),
            ("72.5", true, "ví dụ 72"),
            ("8,2", true, "8200"),
            ("0,1 tỷ", true, "100000000"),
            ("-5", true, "từ 0 trở lên"),
            ("nhiều", false, "72.5"),
            ("79.60000000000001", false, "sáu chữ số sau dấu chấm: 79.6"),
            ("99999999999999999999999999", true, "quá lớn"),
            ("99999999999999999999999999", false, "quá lớn"),
            ("9999999999", true, "quá lớn"),
            ("80-90", false, "không viết khoảng"),
            ("80 đến 90%", false, "không viết khoảng"),
            ("79.6.0", false, "ví dụ 72.5"),
            ("1e5", true, "ví dụ 16850"),
            ("8_200", true, "8200"),
            ("8_200 người", true, "8200"),
            ("1_234_567", true, "1234567"),
            ("8'200", false, "8200"),
            ("8_20", true, "ví dụ 16850"),
            ("8/200", true, "ví dụ 16850"),
            ("12 (năm 2026: 10)", true, "ví dụ 16850"),
            ("0x10", true, "ví dụ 16850"),
        ] {
            let advice = advice(written, whole);
            let found = advice.split(wanted).nth(1);
            let is_end = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_digit());
            assert!(found.is_some_and(is_end), "{written}: {advice}");
        }
    }
}
