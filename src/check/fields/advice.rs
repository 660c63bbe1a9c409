//! What to write instead of a value that cannot be read: where it can be guessed, the value itself.

use crate::load::Entry;
use crate::load::Node;
use crate::load::NodeValue;

/// How many zeros a word behind a number stands for.
const UNITS: [(&str, usize); 6] = [
    ("tỷ", 9),
    ("tỉ", 9),
    ("triệu", 6),
    ("nghìn", 3),
    ("ngàn", 3),
    ("tr", 6),
];

/// What to write instead of `text` where a number is wanted, a whole one or not.
pub(super) fn number(text: &str, whole: bool) -> String {
    let text = text.trim();
    if text.starts_with(['-', '−', '–']) {
        return "viết một số từ 0 trở lên, không có dấu trừ".to_owned();
    }
    let is_digit = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    let end = text.find(|letter: char| !is_digit(letter) && !letter.is_whitespace());
    let (figures, unit) = text.split_at(end.unwrap_or(text.len()));
    let figures: String = figures.chars().filter(|c| is_digit(*c)).collect();
    let unit = unit.trim();
    let Some((before, after)) = parts(&figures) else {
        let example = if whole { "16850" } else { "72.5" };
        return format!("viết một con số bằng chữ số, ví dụ {example}");
    };
    let zeros = UNITS.iter().find(|(word, _)| {
        let rest = unit.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    if let Some((_, zeros)) = zeros.filter(|(_, zeros)| *zeros >= after.len()) {
        let digits = format!("{before}{after:0<zeros$}");
        return format!("viết đủ các chữ số, không ghi đơn vị: {digits}");
    }
    let aside = match unit {
        "" => "",
        "%" => " (không ghi dấu %)",
        _ => " (không ghi đơn vị)",
    };
    match after.as_str() {
        "" if whole => format!("viết liền các chữ số: {before}{aside}"),
        "" => format!("viết liền các chữ số: {before}{aside}; số lẻ viết như 72.5"),
        after if figures == format!("{before}.{after}") && !whole => {
            format!("chỉ viết con số: {figures}{aside}")
        }
        _ if whole => {
            format!("viết một số nguyên, không có phần thập phân, ví dụ {before}{aside}")
        }
        after => format!("viết dấu chấm trước phần thập phân: {before}.{after}{aside}"),
    }
}

/// The digits before and behind the decimal sign, whichever signs part the thousands.
fn parts(figures: &str) -> Option<(String, String)> {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let last = figures.rfind(['.', ',']);
    let split = last.map(|at| (&figures[..at], &figures[at + 1..], &figures[at..=at]));
    let (before, after) = match split {
        // One sign, three digits behind it: thousands. The same sign twice: thousands.
        Some((before, after, sign))
            if !before.contains(sign) && (after.len() != 3 || before.contains(['.', ','])) =>
        {
            (digits(before), digits(after))
        }
        _ => (digits(figures), String::new()),
    };
    (!before.is_empty()).then_some((before, after))
}

/// What to write where something of another kind is wanted: `wanted` as the finding says it.
pub(super) fn kind(node: &Node, wanted: &str) -> String {
    match (&node.value, wanted) {
        (NodeValue::Null, _) => "điền nội dung vào đây, hoặc xóa chỗ trống này".to_owned(),
        (NodeValue::Scalar(text), _) if text.trim().is_empty() => {
            "điền nội dung vào đây, hoặc xóa cả khóa".to_owned()
        }
        (NodeValue::Scalar(text), wanted) if wanted.starts_with("một danh sách") => {
            let text = text.lines().next().unwrap_or_default();
            format!("đặt trong ngoặc vuông: [{text}]; hoặc xuống dòng, viết `- {text}`")
        }
        (_, wanted) if wanted.starts_with("một danh sách") => {
            "viết mỗi mục trên một dòng, bắt đầu bằng `- `".to_owned()
        }
        (_, wanted) if wanted.starts_with("một nhóm khóa") => {
            "viết các khóa ở những dòng dưới, thụt vào hai dấu cách, mỗi dòng `khóa: giá trị`"
                .to_owned()
        }
        (NodeValue::Scalar(text), wanted) if wanted.contains("true") => {
            match text.to_lowercase().as_str() {
                "yes" | "y" | "on" | "1" | "x" | "đúng" | "true" => "viết `true`".to_owned(),
                "no" | "n" | "off" | "0" | "sai" | "false" => "viết `false`".to_owned(),
                _ => "viết `true` (có) hoặc `false` (không)".to_owned(),
            }
        }
        (NodeValue::Mapping(entries), _) => {
            let text: Option<Vec<String>> = entries.iter().map(piece).collect();
            match text.map(|pieces| pieces.join(", ")) {
                Some(text) if !text.is_empty() => {
                    let text = text.replace('"', "'");
                    format!("đặt cả giá trị trong dấu ngoặc kép: \"{text}\"")
                }
                _ => "viết một giá trị trên cùng dòng, không có khóa con".to_owned(),
            }
        }
        _ => format!("viết {wanted} trên cùng dòng với khóa"),
    }
}

/// A text that was taken for a key and its value.
fn piece(Entry { key, value, .. }: &Entry) -> Option<String> {
    match &value.value {
        NodeValue::Scalar(text) => Some(format!("{key}: {text}")),
        NodeValue::Null => Some(key.clone()),
        NodeValue::Sequence(_) | NodeValue::Mapping(_) => None,
    }
}

/// What is wrong with an entry that nobody meant to be one, and what to write: in `79,6` the comma parts
/// two entries, and in `2027:92` the colon parts nothing.
pub(super) fn accident(entries: &[Entry], index: usize) -> Option<(String, String)> {
    let entry = entries.get(index)?;
    if !matches!(entry.value.value, NodeValue::Null) {
        return None;
    }
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let key = &entry.key;
    if let Some((name, value)) = key.split_once(':')
        && !value.is_empty()
    {
        let message = format!("`{key}` thiếu dấu cách sau dấu hai chấm");
        return Some((message, format!("viết `{name}: {}`", value.trim())));
    }
    let before = &entries.get(index.checked_sub(1)?)?.value;
    let NodeValue::Scalar(whole) = &before.value else {
        return None;
    };
    let end = key.find(|c: char| !c.is_ascii_digit()).unwrap_or(key.len());
    let is_one = before.range.end + 1 == entry.key_range.start;
    if !is_one || !is_number(whole) || !is_number(&key[..end]) {
        return None;
    }
    let message = format!("dấu phẩy trong `{whole},{key}` ngăn hai khóa, không phải dấu thập phân");
    let aside = match key[end..].trim() {
        "" => "",
        "%" => " (không ghi dấu %)",
        _ => " (không ghi đơn vị)",
    };
    let hint = format!(
        "viết phần thập phân sau dấu chấm: {whole}.{}{aside}",
        &key[..end]
    );
    Some((message, hint))
}

#[cfg(test)]
mod tests {
    use super::number;

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
            ("-5", true, "từ 0 trở lên"),
            ("nhiều", false, "72.5"),
        ] {
            let advice = number(written, whole);
            let found = advice.split(wanted).nth(1);
            let is_end = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_digit());
            assert!(found.is_some_and(is_end), "{written}: {advice}");
        }
    }
}
