//! The years of a plan, and what to write instead of some that cannot be read.

use super::list;
use super::shorten;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;

/// A plan has no more years than these.
const MOST: usize = 5;

/// One to five years, ascending, each once.
///
/// # Errors
/// Anything else is reported, with the list that was meant, where it can be guessed.
pub(crate) fn years(node: &Node, diagnostics: &mut Diagnostics) -> Result<Vec<i32>, Reported> {
    let items = match &node.value {
        NodeValue::Sequence(items) => items,
        NodeValue::Scalar(text) if guess(text).is_some() => {
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
    if ascending && (1..=MOST).contains(&years.len()) {
        return Ok(years);
    }
    let message = "các năm của kế hoạch phải liền nhau, tăng dần, không quá 5 năm";
    let finding = Diagnostic::new(Code::BAD_NUMBER, node.origin(), message);
    Err(diagnostics.report(finding.hint(advice(&written))))
}

fn advice(written: &str) -> String {
    match guess(written) {
        Some(years) => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            format!("viết nam: [{}]", years.join(", "))
        }
        None => "viết các năm liền nhau, mỗi năm bốn chữ số, ví dụ nam: [2027, 2028]".to_owned(),
    }
}

/// The years that are meant by a text: those that it names, and those between the two ends of a range.
fn guess(written: &str) -> Option<Vec<i32>> {
    let numbers = written.split(|letter: char| !letter.is_ascii_digit());
    let numbers = numbers.filter(|digits| !digits.is_empty());
    let mut years = Vec::new();
    for digits in numbers {
        let year: i32 = match digits.len() {
            2 => format!("20{digits}").parse().ok()?,
            4 if digits.starts_with("20") => digits.parse().ok()?,
            _ => return None,
        };
        years.push(year);
    }
    years.sort_unstable();
    years.dedup();
    let (first, last) = (*years.first()?, *years.last()?);
    let is_range = years.len() == 2
        && ["-", "–", "—", "đến", "tới"]
            .iter()
            .any(|sign| written.contains(sign));
    if is_range {
        years = (first..=last).take(MOST + 1).collect();
    }
    let is_whole = years.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    (is_whole && years.len() <= MOST).then_some(years)
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn years_are_guessed_from_how_people_write_them() {
        for (written, wanted) in [
            ("2027-2028", Some(vec![2027, 2028])),
            ("2027 – 2029", Some(vec![2027, 2028, 2029])),
            ("từ 2027 đến 2028", Some(vec![2027, 2028])),
            ("2027, 2028", Some(vec![2027, 2028])),
            ("2027 2028", Some(vec![2027, 2028])),
            ("27, 28", Some(vec![2027, 2028])),
            ("2028, 2027", Some(vec![2027, 2028])),
            ("2027", Some(vec![2027])),
            ("2027, 2029", None),
            ("2027-2035", None),
            ("ba năm", None),
            ("20272028", None),
        ] {
            assert_eq!(guess(written), wanted, "{written}");
        }
    }
}
