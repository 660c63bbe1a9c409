//! Typed values out of a located tree, one fault after the other.
//!
//! [`Fields`] takes the keys of a mapping one by one; `finish` reports those that nobody took, with
//! the nearest key that somebody did. Every function reports what it does not like and goes on, so
//! that one run shows all the faults of a file.

mod advice;
mod area;
mod date;
mod example;
mod flow;
mod mapping;
mod number;
mod years;

pub(crate) use area::area;
pub(crate) use date::date;
pub(crate) use mapping::Fields;
pub(crate) use mapping::accident;
pub(crate) use number::decimal;
pub(crate) use number::decimal_up_to;
pub(crate) use number::dong;
pub(crate) use number::whole;
pub(crate) use years::years;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::diagnostic::shorten;
use crate::load::Entry;
use crate::load::Node;
use crate::load::NodeValue;
use crate::read::letters;
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

/// The text of a scalar, without outer white space.
///
/// # Errors
/// Anything but a scalar with text is reported.
pub(crate) fn text<'a>(node: &'a Node, diagnostics: &mut Diagnostics) -> Result<&'a str, Reported> {
    match &node.value {
        NodeValue::Scalar(text) if !text.trim().is_empty() => {
            letters::check_scalar(node, text, diagnostics);
            joined_lines(node, diagnostics);
            Ok(text.trim())
        }
        _ => Err(wrong_type(node, "một đoạn chữ", diagnostics)),
    }
}

/// Warns of lines of a list that YAML joined into one.
pub(crate) fn joined_lines(node: &Node, diagnostics: &mut Diagnostics) {
    let Some(range) = node.joined.clone() else {
        return;
    };
    let file = node.file;
    let message = "dòng này bị nối vào dòng trên thành một đoạn";
    let hint = "viết dấu | sau dấu hai chấm của khóa rồi xuống dòng, thụt vào hai dấu cách: khi đó mỗi dòng đứng riêng";
    let at = Origin::Text { file, range };
    diagnostics.report(Diagnostic::new(Code::JOINED_LINES, at, message).hint(hint));
}

/// `true` or `false`, or `có` and `không`, in capitals or not, with their marks or without any.
///
/// # Errors
/// Anything else is reported.
pub(crate) fn truth(node: &Node, diagnostics: &mut Diagnostics) -> Result<bool, Reported> {
    let written = match &node.value {
        NodeValue::Scalar(text) => text.trim().to_lowercase(),
        _ => String::new(),
    };
    match written.as_str() {
        "true" | "có" | "co" => Ok(true),
        "false" | "không" | "khong" => Ok(false),
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
    let finding = finding.hint(format!("viết một trong các giá trị: {}", words.join(", ")));
    let finding = diagnostics.suggest(finding, written, words);
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
