//! The words of a value that has to be put into quotes: where they end, and how they are written in them.

use crate::load::yaml::without_curly_quotes;

/// A value in quotes; what it quotes itself gets other ones.
pub(super) fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(60).collect();
    let cut = if shown.len() < text.len() { "…" } else { "" };
    let shown = without_curly_quotes(&shown).replace('"', "'");
    format!("\"{shown}{cut}\"")
}

/// How many bytes of a text's beginning can be a key of ours.
fn key_length(text: &str) -> usize {
    let is_of_key = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'_';
    text.bytes().take_while(is_of_key).count()
}

/// Whether a word can be a key of ours.
pub(super) fn is_key(word: &str) -> bool {
    !word.is_empty() && key_length(word) == word.len()
}

/// Where the value ends that a text in brackets goes on with: at its bracket, or before the next key. Brackets
/// that are opened on the way belong to it.
pub(super) fn value_end(text: &str) -> usize {
    let mut n_open = 0_usize;
    let mut ends = text.match_indices([',', '[', '{', '}', ']']);
    let end = ends.find(|(at, sign)| match *sign {
        "," => {
            let next = text[at + 1..].trim_start();
            let length = key_length(next);
            length > 0 && next[length..].starts_with(':')
        }
        "[" | "{" => {
            n_open += 1;
            false
        }
        _ if n_open > 0 => {
            n_open -= 1;
            false
        }
        _ => true,
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// A line of a value up to a comment that stands apart.
pub(super) fn cut_at(text: &str) -> &str {
    text.split("  #").next().unwrap_or(text).trim_end()
}

/// What to write for a value with its own quote inside; `value` begins with the quote, and stands in brackets or
/// up to the end of its line.
pub(super) fn quote_within(quote: char, value: Option<&str>, in_brackets: bool) -> String {
    let value = value.map(|value| {
        if in_brackets {
            value[..value_end(value)].trim_end()
        } else {
            cut_at(value)
        }
    });
    let inside = value.and_then(|value| value.strip_prefix(quote)?.strip_suffix(quote));
    match inside {
        Some(inside) if quote == '"' => {
            let mut n_marks = 0;
            let even = inside.matches('"').count() % 2 == 0;
            let curly: String = inside
                .chars()
                .map(|letter| {
                    if letter != '"' {
                        return letter;
                    }
                    n_marks += 1;
                    match (even, n_marks % 2) {
                        (true, 1) => '“',
                        (true, _) => '”',
                        (false, _) => '\'',
                    }
                })
                .collect();
            format!("dấu ngoặc kép bên trong giá trị viết là “ ”: viết `\"{curly}\"`")
        }
        Some(inside) => format!("viết `{}`", quoted(&inside.replace("''", "'"))),
        None if quote == '"' => {
            "dấu ngoặc kép bên trong giá trị viết là “ ”, dấu đóng đặt ở cuối giá trị".to_owned()
        }
        None => "đặt cả giá trị trong dấu ngoặc kép (\"…\"), dấu nháy đơn bên trong để nguyên"
            .to_owned(),
    }
}

/// What to write for words in brackets with more words behind them, where they are no list.
pub(super) fn beside_brackets(before: &str, rest: &str) -> Option<String> {
    let is_text = !before.contains([',', ':']) && rest.contains(char::is_alphabetic);
    let whole = format!("{before}{}", cut_at(rest));
    is_text.then(|| format!("đặt cả giá trị trong dấu ngoặc kép: {}", quoted(&whole)))
}
