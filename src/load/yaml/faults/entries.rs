//! What a line begins with: the dashes of items, a key with its colon.

use super::levels::Kind;
use super::levels::Level;

/// What a line begins with: items and a key, and where the value behind them is.
pub(super) struct Entries {
    /// How far each is indented, and what it is.
    pub levels: Vec<Level>,
    /// Bytes before the value.
    pub value: usize,
}

pub(super) fn entries(content: &str, column: usize) -> Entries {
    let mut levels = Vec::new();
    let mut at = 0;
    while let Some(rest) = content[at..].strip_prefix('-') {
        if !rest.is_empty() && !rest.starts_with(' ') {
            break;
        }
        levels.push((column + at, Kind::Sequence));
        at += 1 + rest.len() - rest.trim_start().len();
    }
    if let Some(key) = key(&content[at..]) {
        levels.push((column + at, Kind::Mapping));
        at += key;
    }
    Entries { levels, value: at }
}

/// The bytes of a key with its colon, where there is one.
fn key(text: &str) -> Option<usize> {
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let close = 1 + text[1..].find(quote)? + 1;
        let rest = text[close..].strip_prefix(':')?;
        return (rest.is_empty() || rest.starts_with(' ')).then_some(close + 1);
    }
    if text.starts_with(['[', '{', '|', '>', '%', '@', '`', '&', '*', '!']) {
        return None;
    }
    let text = text.split(" #").next().unwrap_or("");
    let inside = text.find(": ").map(|at| at + 1);
    inside.or_else(|| {
        text.trim_end()
            .ends_with(':')
            .then_some(text.trim_end().len())
    })
}

/// A key and the value that is glued to its colon.
pub(super) fn glued(content: &str) -> Option<(&str, &str)> {
    let (name, rest) = content.split_once(':')?;
    let is_key = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    let is_glued = !name.is_empty() && name.bytes().all(is_key) && !rest.starts_with([' ', '/']);
    (is_glued && !rest.is_empty()).then_some((name, rest))
}
