//! What to write instead of a value that cannot be read: where it can be guessed, the value itself.

use crate::load::Entry;
use crate::load::Node;
use crate::load::NodeValue;
use crate::load::bulleted;
use crate::load::without_curly_quotes;

/// What to write where something of another kind is wanted: `wanted` as the finding says it.
pub(super) fn kind(node: &Node, wanted: &str) -> String {
    match (&node.value, wanted) {
        (NodeValue::Null, _) => "điền nội dung vào đây, hoặc xóa chỗ trống này".to_owned(),
        (NodeValue::Scalar(text), _) if text.trim().is_empty() => {
            "điền nội dung vào đây, hoặc xóa cả khóa".to_owned()
        }
        (NodeValue::Scalar(text), wanted)
            if wanted.starts_with("một danh sách") && bulleted(text).is_some() =>
        {
            let item = bulleted(text).unwrap_or_default();
            let signs = |letter: char| bulleted(&format!("{letter} x")).is_some();
            let item = item.split(signs).next().unwrap_or_default().trim();
            format!("viết mỗi mục trên một dòng, bắt đầu bằng dấu gạch trên bàn phím: `- {item}`")
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
        (NodeValue::Sequence(items), wanted) if wanted.contains("chữ") => {
            let in_brackets = items
                .last()
                .is_none_or(|last| last.range.end < node.range.end);
            match words(items) {
                Some(words) if in_brackets => {
                    format!(
                        "bỏ dấu ngoặc vuông: {words}; cần in cả ngoặc thì đặt cả giá trị trong dấu ngoặc kép: \"[{words}]\""
                    )
                }
                _ => "viết dấu | sau dấu hai chấm của khóa: khi đó mỗi dòng gạch đầu dòng ở dưới là một dòng của đoạn chữ".to_owned(),
            }
        }
        (NodeValue::Mapping(entries), _) if is_word_in_braces(node, entries) => {
            let words: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
            let words = words.join(", ").replace('"', "'");
            format!("đặt cả giá trị trong dấu ngoặc kép: \"{{{words}}}\"")
        }
        (NodeValue::Mapping(entries), _) => {
            let text: Option<Vec<String>> = entries.iter().map(piece).collect();
            match text.map(|pieces| pieces.join(", ")) {
                Some(text) if !text.is_empty() => {
                    let inside = without_curly_quotes(&text);
                    let quotes = if inside == text {
                        "dấu ngoặc kép"
                    } else {
                        "ngoặc kép thẳng"
                    };
                    format!(
                        "đặt cả giá trị trong {quotes}: \"{}\"",
                        inside.replace('"', "'")
                    )
                }
                _ => "viết một giá trị trên cùng dòng, không có khóa con".to_owned(),
            }
        }
        _ => format!("viết {wanted} trên cùng dòng với khóa"),
    }
}

/// The items of a list as a text, where each is one.
fn words(items: &[Node]) -> Option<String> {
    let words = items.iter().map(|item| match &item.value {
        NodeValue::Scalar(text) => Some(text.as_str()),
        _ => None,
    });
    let words: Option<Vec<&str>> = words.collect();
    Some(words?.join(", ").replace('"', "'"))
}

/// Whether a group of keys is a text in braces: `{cũ}`, `{A, B}`.
fn is_word_in_braces(node: &Node, entries: &[Entry]) -> bool {
    let is_bare = |entry: &Entry| entry.value.is_empty() && !entry.key.is_empty();
    let last = entries.last().map_or(0, |entry| entry.key_range.end);
    !entries.is_empty() && entries.iter().all(is_bare) && last < node.range.end
}

/// A text that was taken for a key and its value.
fn piece(Entry { key, value, .. }: &Entry) -> Option<String> {
    match &value.value {
        NodeValue::Scalar(text) => Some(format!("{key}: {text}")),
        NodeValue::Null => Some(key.clone()),
        NodeValue::Sequence(_) | NodeValue::Mapping(_) => None,
    }
}

/// What is wrong with an entry that nobody meant to be one, and what to write: in `2027:92` the colon parts
/// nothing, and curly quotes hold no comma.
pub(super) fn accident(entries: &[Entry], index: usize) -> Option<(String, String)> {
    let entry = entries.get(index)?;
    if !matches!(entry.value.value, NodeValue::Null) {
        return None;
    }
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
    if whole.starts_with(['“', '„']) && !whole.contains('”') && key.contains('”') {
        let message = "ngoặc kép cong không giữ được dấu phẩy trong giá trị".to_owned();
        let whole = format!("{whole}, {key}").replace(['“', '„', '”'], "");
        return Some((
            message,
            format!("đặt cả giá trị trong ngoặc kép thẳng: \"{whole}\""),
        ));
    }
    None
}
