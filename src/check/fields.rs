//! Typed values out of a located tree, one fault after the other.
//!
//! [`Fields`] takes the keys of a mapping one by one; `finish` reports those that nobody took, with
//! the nearest key that somebody did. Every function reports what it does not like and goes on, so
//! that one run shows all the faults of a file.

mod advice;
mod mapping;

pub(crate) use mapping::Fields;
pub(crate) use mapping::accident;

use crate::check::letters;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Entry;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Date;
use crate::model::Decimal;
use crate::model::Dong;
use crate::source::Origin;

/// Reports a value of another type than `wanted`.
pub(crate) fn wrong_type(node: &Node, wanted: &str, diagnostics: &mut Diagnostics) -> Reported {
    if let Some(reported) = node.unread {
        return reported;
    }
    let hint = advice::kind(node, wanted);
    let seen = match &node.value {
        NodeValue::Scalar(text) if text.trim().is_empty() => "đang là đoạn chữ trống".to_owned(),
        NodeValue::Null => "đang trống".to_owned(),
        NodeValue::Scalar(text) => format!("đang là `{}`", shorten(text)),
        NodeValue::Sequence(_) => "đang là một danh sách".to_owned(),
        NodeValue::Mapping(_) => "đang là một nhóm khóa".to_owned(),
    };
    let message = format!("ở đây cần {wanted}, {seen}");
    diagnostics.report(Diagnostic::new(Code::WRONG_TYPE, node.origin(), message).hint(hint))
}

/// The first words of a long value.
fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let short: String = line.chars().take(60).collect();
    if short.len() < text.trim_end().len() {
        format!("{short}…")
    } else {
        short
    }
}

/// The text of a scalar, without outer white space.
///
/// # Errors
/// Anything but a scalar with text is reported.
pub(crate) fn text<'a>(node: &'a Node, diagnostics: &mut Diagnostics) -> Result<&'a str, Reported> {
    match &node.value {
        NodeValue::Scalar(text) if !text.trim().is_empty() => {
            letters::check_scalar(node, text, diagnostics);
            Ok(text.trim())
        }
        _ => Err(wrong_type(node, "một đoạn chữ", diagnostics)),
    }
}

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
        diagnostics,
    ))
}

/// A decimal number.
///
/// # Errors
/// Anything else is reported; so is `1.200`, which may mean 1200 or 1,2.
pub(crate) fn decimal(node: &Node, diagnostics: &mut Diagnostics) -> Result<Decimal, Reported> {
    if let NodeValue::Scalar(text) = &node.value
        && !has_parted_thousands(text)
        && let Some(number) = Decimal::parse(text)
    {
        return Ok(number);
    }
    Err(bad_number(node, "một số", false, diagnostics))
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
    Err(bad_number(node, "một số đồng, không âm", true, diagnostics))
}

/// Whether the text looks like `1.200` or `1.200.000`.
fn has_parted_thousands(text: &str) -> bool {
    let mut groups = text.trim().split('.');
    let first = groups.next().unwrap_or("");
    let rest: Vec<&str> = groups.collect();
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    !rest.is_empty()
        && (1..=3).contains(&first.len())
        && first != "0"
        && digits(first)
        && rest.iter().all(|group| group.len() == 3 && digits(group))
}

fn bad_number(node: &Node, wanted: &str, whole: bool, diagnostics: &mut Diagnostics) -> Reported {
    let NodeValue::Scalar(text) = &node.value else {
        return wrong_type(node, wanted, diagnostics);
    };
    let code = if has_parted_thousands(text) {
        Code::BAD_NUMBER
    } else {
        Code::WRONG_TYPE
    };
    let message = format!("ở đây cần {wanted}, đang là `{}`", shorten(text));
    let finding = Diagnostic::new(code, node.origin(), message);
    diagnostics.report(finding.hint(advice::number(text, whole)))
}

/// A day: `30/06/2027` or `2027-06-30`.
///
/// # Errors
/// Anything else is reported.
pub(crate) fn date(node: &Node, diagnostics: &mut Diagnostics) -> Result<Date, Reported> {
    let parsed = match &node.value {
        NodeValue::Scalar(text) => parse_date(text.trim()),
        _ => None,
    };
    parsed.ok_or_else(|| match &node.value {
        NodeValue::Scalar(text) => diagnostics.report(
            Diagnostic::new(
                Code::BAD_NUMBER,
                node.origin(),
                format!("`{}` không phải là một ngày", shorten(text)),
            )
            .hint("viết ngày/tháng/năm, ví dụ 30/06/2027"),
        ),
        _ => wrong_type(node, "một ngày", diagnostics),
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

/// `true` or `false`, or `có` and `không`.
///
/// # Errors
/// Anything else is reported.
pub(crate) fn truth(node: &Node, diagnostics: &mut Diagnostics) -> Result<bool, Reported> {
    match &node.value {
        NodeValue::Scalar(text) if matches!(text.as_str(), "true" | "có" | "co") => Ok(true),
        NodeValue::Scalar(text) if matches!(text.as_str(), "false" | "không" | "khong") => {
            Ok(false)
        }
        _ => Err(wrong_type(node, "`true` hoặc `false`", diagnostics)),
    }
}

/// One of the words that are allowed here.
///
/// # Errors
/// Any other word is reported with the nearest one, or with all of them.
pub(crate) fn choice<T: Copy>(
    node: &Node,
    allowed: &[(&'static str, T)],
    diagnostics: &mut Diagnostics,
) -> Result<T, Reported> {
    let written = text(node, diagnostics)?;
    if let Some((_, value)) = allowed.iter().find(|(word, _)| *word == written) {
        return Ok(*value);
    }
    let words: Vec<&str> = allowed.iter().map(|(word, _)| *word).collect();
    let finding = Diagnostic::new(
        Code::UNKNOWN_VALUE,
        node.origin(),
        format!(
            "`{}` không phải là giá trị dùng được ở đây",
            shorten(written)
        ),
    );
    let finding = match crate::diagnostic::nearest(written, words.iter().copied()) {
        Some(_) => finding.suggest(written, words.iter().copied()),
        None => finding.hint(format!("viết một trong các giá trị: {}", words.join(", "))),
    };
    Err(diagnostics.report(finding))
}

/// The items of a list.
///
/// # Errors
/// Anything but a list is reported.
pub(crate) fn list<'a>(
    node: &'a Node,
    diagnostics: &mut Diagnostics,
) -> Result<&'a [Node], Reported> {
    match &node.value {
        NodeValue::Sequence(items) => Ok(items),
        _ => Err(wrong_type(
            node,
            "một danh sách (mỗi dòng bắt đầu bằng `- `)",
            diagnostics,
        )),
    }
}

/// The entries of a mapping whose keys are not fixed.
///
/// # Errors
/// Anything but a mapping is reported.
pub(crate) fn mapping<'a>(
    node: &'a Node,
    diagnostics: &mut Diagnostics,
) -> Result<&'a [Entry], Reported> {
    match &node.value {
        NodeValue::Mapping(entries) => Ok(entries),
        _ => Err(wrong_type(
            node,
            "một nhóm khóa (mỗi dòng `khóa: giá trị`)",
            diagnostics,
        )),
    }
}

/// The texts of a list of scalars, with their places.
pub(crate) fn texts(node: &Node, diagnostics: &mut Diagnostics) -> Vec<(String, Origin)> {
    list(node, diagnostics)
        .unwrap_or_default()
        .iter()
        .filter_map(|item| Some((text(item, diagnostics).ok()?.to_owned(), item.origin())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{has_parted_thousands, parse_date};

    #[test]
    fn dates_in_both_orders() {
        let shown = |text| parse_date(text).map(|date| date.to_string());
        assert_eq!(shown("30/6/2027").as_deref(), Some("30/06/2027"));
        assert_eq!(shown("2027-06-30").as_deref(), Some("30/06/2027"));
        assert_eq!(shown("31/06/2027"), None);
        assert_eq!(shown("6/2027"), None);
    }

    #[test]
    fn thousands_parted_by_dots_are_told_from_decimals() {
        for (text, parted) in [
            ("1.200", true),
            ("1.200.000", true),
            ("72.5", false),
            ("0.125", false),
            ("1200", false),
        ] {
            assert_eq!(has_parted_thousands(text), parted, "{text}");
        }
    }
}
