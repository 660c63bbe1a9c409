//! A value in braces that its own commas cut: in `{ma: HTS8, ly_do: Già, chưa quen}` YAML sees a key
//! `chưa quen` without a value.

use crate::diagnostic::shorten;
use crate::load::Entry;
use crate::load::Node;
use crate::load::NodeValue;

/// A line in braces is shown rewritten up to this length, in characters; of a longer one only the value.
const LONGEST_LINE: usize = 160;

/// What is said of a value that was cut.
pub(super) struct Cut {
    /// The entry behind its last piece.
    pub end: usize,
    pub message: String,
    pub hint: String,
}

/// The value whose piece the entry at `index` is, if it is one: without a value of its own, behind a text,
/// in braces, and more likely words than a key.
pub(super) fn cut_value(
    node: &Node,
    entries: &[Entry],
    index: usize,
    is_known: impl Fn(&str) -> bool,
) -> Option<Cut> {
    let first = entries.first()?;
    // A mapping without braces begins with its first key.
    let in_braces = node.range.start < first.key_range.start;
    let owner = entries.get(index.checked_sub(1)?)?;
    let is_piece = |entry: &Entry| {
        let is_bare = matches!(entry.value.value, NodeValue::Null) && entry.value.unread.is_none();
        is_bare && !is_known(&entry.key) && !entry.key.is_empty()
    };
    let NodeValue::Scalar(begun) = &owner.value.value else {
        return None;
    };
    let is_words = !entries[index].key.bytes().all(is_of_key);
    if !in_braces || !is_known(&owner.key) || !is_words || !is_piece(&entries[index]) {
        return None;
    }
    let pieces = entries[index..].iter().take_while(|entry| is_piece(entry));
    let pieces: Vec<&str> = pieces.map(|entry| entry.key.as_str()).collect();
    let end = index + pieces.len();
    let whole = format!("{begun}, {}", pieces.join(", "));
    let line: Option<Vec<String>> = entries
        .iter()
        .enumerate()
        .filter(|(at, _)| !(index..end).contains(at))
        .map(|(at, entry)| match &entry.value.value {
            _ if at + 1 == index => Some(format!("{}: {}", entry.key, quoted(&whole))),
            NodeValue::Scalar(text) if is_plain(text) => Some(format!("{}: {text}", entry.key)),
            NodeValue::Scalar(text) => Some(format!("{}: {}", entry.key, quoted(text))),
            _ => None,
        })
        .collect();
    let line = line.map(|line| format!("{{{}}}", line.join(", ")));
    let line = line.filter(|line| line.chars().count() <= LONGEST_LINE);
    let line = line.unwrap_or_else(|| format!("{}: {}", owner.key, quoted(&shorten(&whole))));
    Some(Cut {
        end,
        message: format!(
            "dấu phẩy cắt đôi giá trị của `{}`: trong ngoặc `{{…}}`, giá trị có dấu phẩy phải đặt trong dấu ngoặc kép",
            owner.key
        ),
        hint: format!("viết {line}"),
    })
}

/// Whether a letter may stand in a key.
fn is_of_key(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'
}

/// Whether a text may stand in braces without quotes.
fn is_plain(text: &str) -> bool {
    let is_safe = |letter: char| letter.is_alphanumeric() || " -/().+".contains(letter);
    text.starts_with(char::is_alphanumeric) && text.chars().all(is_safe)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::is_plain;
    use super::quoted;

    #[test]
    fn what_may_stand_without_quotes() {
        for text in [
            "HTS8",
            "87.5",
            "Đã có, từ 2026",
            "01/02/2027",
            "%",
            "a: b",
            "",
        ] {
            let wanted = ["HTS8", "87.5", "01/02/2027"].contains(&text);
            assert_eq!(is_plain(text), wanted, "{text}");
        }
        assert_eq!(quoted(r#"C:\a "b""#), r#""C:\\a \"b\"""#);
    }
}
