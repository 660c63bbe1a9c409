//! Signs at the beginning of a value that YAML takes for its own, and what to write instead.

use super::Fault;
use super::words::quoted;
use crate::model::keys;

/// Whether no text may begin with it.
pub(super) fn is_sign(letter: char) -> bool {
    matches!(
        letter,
        '%' | '@' | '`' | '*' | '&' | '!' | ',' | ']' | '}' | '|' | '>'
    )
}

/// Whether a block of text follows: `|`, `>-`, `|2`, with nothing but a comment behind.
pub(super) fn is_block(text: &str) -> bool {
    let rest = text[1..].trim_start_matches(|c: char| matches!(c, '+' | '-' | '1'..='9'));
    let comment = rest.trim_start();
    text.len() - rest.len() <= 3
        && (comment.is_empty() || comment.len() < rest.len() && comment.starts_with('#'))
}

/// Keys whose values are lists.
const LISTS: [&str; 9] = [
    keys::YEAR,
    keys::RECIPIENTS,
    keys::COMPONENTS,
    keys::TASKS,
    keys::PHASE,
    keys::TARGETS,
    keys::SURVEY,
    keys::INDICATORS,
    keys::SUPPORT,
];

/// A dash behind a key on its line.
pub(super) fn dash(key: &str, text: &str, start: usize) -> Fault {
    let hint = match text[1..].trim() {
        "" => "chưa có giá trị thì xóa cả khóa; dấu gạch là chữ thì viết \"-\" trong dấu ngoặc kép"
            .to_owned(),
        item if LISTS.contains(&key) => format!(
            "xuống dòng, thụt vào hai dấu cách, viết `- {item}`; hoặc đặt trong ngoặc vuông: [{item}]"
        ),
        figure if figure.starts_with(|letter: char| letter.is_ascii_digit()) => {
            format!("bỏ dấu gạch: viết `{key}: {figure}`")
        }
        item => {
            let item = item.split(" #").next().unwrap_or(item).trim_end();
            let shown = if item.contains(": ") || item.ends_with(':') {
                quoted(item)
            } else {
                item.to_owned()
            };
            format!(
                "viết `{key}: {shown}`; có nhiều ý thì viết `{key}: |`, mỗi ý một dòng ở dưới, thụt vào hai dấu cách: `- {item}`"
            )
        }
    };
    Fault {
        range: start..start + text.len(),
        message: "dấu gạch đầu mục đứng cùng dòng với khóa".to_owned(),
        hint,
    }
}

/// Words behind the sign of a block of text, on its line: what they are, where they are.
pub(super) fn behind_block_sign(key: &str, text: &str, start: usize) -> Option<Fault> {
    let rest = text[1..].trim_start_matches(|c: char| matches!(c, '+' | '-' | '1'..='9'));
    let words = rest.trim();
    if rest == words || !words.starts_with(char::is_alphabetic) {
        return None;
    }
    let sign = &text[..text.len() - rest.len()];
    let key = if key.is_empty() {
        String::new()
    } else {
        format!("{key}: ")
    };
    Some(Fault {
        range: start..start + text.len(),
        message: format!("sau dấu `{sign}` không được có chữ trên cùng dòng"),
        hint: format!(
            "viết `{key}{sign}`, xuống dòng, thụt vào hai dấu cách rồi viết `{words}`; chỉ có một dòng thì viết `{key}{}`",
            quoted(words)
        ),
    })
}

/// A sign that no text may begin with.
pub(super) fn sign(letter: char, text: &str, start: usize) -> Fault {
    let end = text.find([',', '}', ']']).filter(|at| *at > 0);
    let text = text[..end.unwrap_or(text.len())].trim_end();
    let rest = text[letter.len_utf8()..].trim_start();
    let number = if rest.starts_with(|c: char| c.is_ascii_digit()) && letter == '>' {
        format!("cần một con số thì chỉ viết {rest}; cần chữ thì ")
    } else {
        String::new()
    };
    Fault {
        range: start..start + text.len(),
        message: format!("giá trị không được bắt đầu bằng dấu `{letter}`"),
        hint: format!(
            "{number}đặt cả giá trị trong dấu ngoặc kép: {}",
            quoted(text)
        ),
    }
}
