//! The years of a plan, and what to write instead of some that cannot be read.

use super::list;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::diagnostic::shorten;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::MOST_YEARS;
use crate::model::years_meant;

/// One to five years, ascending, each once.
///
/// # Errors
/// Anything else is reported, with the list that was meant, where it can be guessed.
pub(crate) fn years(node: &Node, diagnostics: &mut Diagnostics) -> Result<Vec<i32>, Reported> {
    let items = match &node.value {
        NodeValue::Sequence(items) => items,
        NodeValue::Scalar(text) if years_meant(text).is_some() => {
            let message = format!(
                "các năm phải đặt trong ngoặc vuông, đang là `{}`",
                shorten(text)
            );
            let finding = Diagnostic::new(Code::WRONG_TYPE, node.origin(), message);
            return Err(diagnostics.report(finding.hint(advice(text))));
        }
        _ => return list(node, diagnostics).map(|_| Vec::new()),
    };
    let mut years = Vec::new();
    let mut texts = Vec::new();
    let mut wrong = None;
    for item in items {
        if let Some(reported) = item.unread {
            return Err(reported);
        }
        let text = match &item.value {
            NodeValue::Scalar(text) => text.trim(),
            _ => "",
        };
        let is_year = text.len() == 4 && text.starts_with("20") && text.parse::<u32>().is_ok();
        match text.parse().ok().filter(|_| is_year) {
            Some(year) => years.push(year),
            None => wrong = wrong.or(Some((item, text))),
        }
        texts.push(text);
    }
    let written = texts.join(", ");
    if let Some((item, text)) = wrong {
        let message = format!("`{}` không phải là một năm", shorten(text));
        let finding = Diagnostic::new(Code::BAD_NUMBER, item.origin(), message);
        return Err(diagnostics.report(finding.hint(advice(&written))));
    }
    let ascending = years.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    if ascending && (1..=MOST_YEARS).contains(&years.len()) {
        return Ok(years);
    }
    let message = "các năm của kế hoạch phải liền nhau, tăng dần, không quá 5 năm";
    let finding = Diagnostic::new(Code::BAD_NUMBER, node.origin(), message);
    Err(diagnostics.report(finding.hint(advice(&written))))
}

fn advice(written: &str) -> String {
    match years_meant(written) {
        Some(years) => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            format!("viết nam: [{}]", years.join(", "))
        }
        None => "viết các năm liền nhau, mỗi năm bốn chữ số, ví dụ nam: [2027, 2028]".to_owned(),
    }
}
