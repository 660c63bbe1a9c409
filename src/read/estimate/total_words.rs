//! How a row calls itself a total: "Cộng", "Tổng cộng (I+II)", and what only looks like it.

use crate::model::fold;

/// How a row calls itself a total.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct NamedTotal {
    /// By words that mean nothing else.
    pub is_exact: bool,
    /// By a text that begins with such a word, as the name of a cost may too ("Tổng đài").
    pub begins: bool,
}

/// How a text names a total. Its words count with their marks: công, cổng and cống are other words.
pub(super) fn total_words(text: &str) -> NamedTotal {
    let text = text.trim();
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    let first = words.next().unwrap_or_default();
    // Few words begin so, and this is asked of many rows.
    if !first.starts_with(['C', 'c', 'T', 't', 'L', 'l', 'S', 's', 'G', 'g']) || text.len() >= 120 {
        return NamedTotal::default();
    }
    let lower = first.to_lowercase();
    let is_marked = ["cộng", "tổng", "lũy", "luỹ"].contains(&lower.as_str());
    let folded = fold(text);
    let folded = folded.trim_end_matches([':', '.', ' ']);
    let exact = [
        "cong",
        "tong",
        "tong cong",
        "tong so",
        "tong kinh phi",
        "tong du toan",
        "luy ke",
        "total",
        "subtotal",
        "sub total",
        "sub-total",
        "grand total",
        "cong don",
    ];
    // "Cộng (I + II)", "Tổng cộng A+B", "Cộng I.1"
    let is_only_labels = |rest: &str| {
        let mut words = rest.split(|letter: char| !letter.is_ascii_alphanumeric());
        words.all(|word| word.is_empty() || is_label(word))
    };
    let mut exact = exact.iter();
    let is_exact = exact.any(|exact| folded.strip_prefix(exact).is_some_and(is_only_labels));
    let is_plain = text.is_ascii();
    NamedTotal {
        is_exact: is_exact && (is_marked || is_plain),
        begins: is_marked || is_plain && folded.starts_with("tong cong"),
    }
}

/// Whether a word is the number of a group: `I`, `II`, `A`, `1`.
fn is_label(word: &str) -> bool {
    let is_roman = word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    is_roman || is_number || word.len() == 1
}

/// A text, folded, without the number that it begins with.
pub(super) fn without_number(folded: &str) -> &str {
    let rest = folded.trim_start_matches(|letter: char| {
        letter.is_ascii_digit()
            || matches!(letter, '.' | ')' | '(' | ' ' | '-' | '+' | '*' | '•' | '–')
    });
    match rest.split_once(['.', ')']) {
        Some((word, rest)) if is_label(word) && !word.is_empty() => rest.trim_start(),
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::NamedTotal;
    use super::total_words;
    use super::without_number;

    #[test]
    fn words_of_a_total_count_with_their_marks() {
        for (text, is_exact, begins) in [
            ("Cộng", true, true),
            ("CỘNG:", true, true),
            ("Tổng cộng", true, true),
            ("TONG CONG", true, true),
            ("Tổng cộng (I+II+III)", true, true),
            ("Cộng I.1", true, true),
            ("Cộng A", true, true),
            ("Tổng số", true, true),
            ("Cộng phần thiết bị", false, true),
            ("Tổng đài 1022", false, true),
            ("Cộng tác viên", false, true),
            ("Lũy kế", true, true),
            ("công", false, false),
            ("Cổng", false, false),
            ("Cống", false, false),
            ("Công thợ", false, false),
            ("Thiết bị", false, false),
        ] {
            assert_eq!(total_words(text), NamedTotal { is_exact, begins }, "{text}");
        }
    }

    #[test]
    fn numbers_before_a_text_fall_away() {
        for (folded, wanted) in [
            ("1. du phong", "du phong"),
            ("iv. du phong 5%", "du phong 5%"),
            ("- thue vat", "thue vat"),
            ("du phong", "du phong"),
        ] {
            assert_eq!(without_number(folded), wanted, "{folded}");
        }
    }
}
