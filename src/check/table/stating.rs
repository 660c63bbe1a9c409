//! Which texts of a table may state a unit of money, at a glance: most state nothing, and there may be a
//! hundred thousand of them.

/// Whether a text of a line is worth reading: most state nothing. A unit is the whole of a short text,
/// or begins right behind a mark.
pub(super) fn may_state(text: &str) -> bool {
    if text.len() <= 24 {
        return text.len() >= 2;
    }
    let bytes = text.bytes().enumerate();
    let mut behind = bytes.filter_map(|(at, byte)| match byte {
        b'(' | b'[' | b':' => text.get(at + 1..),
        b't' | b'b' => {
            let rest = text.get(at..)?;
            ANNOUNCING.iter().find_map(|word| rest.strip_prefix(word))
        }
        _ => None,
    });
    behind.any(|behind| {
        let mut letters = behind.trim_start().chars().map(small);
        let (first, second) = (letters.next(), letters.next());
        BEGINNINGS.iter().any(|known| {
            let mut known = known.chars();
            known.next() == first && known.next().is_none_or(|letter| Some(letter) == second)
        })
    })
}

/// A letter in small; of those that are several then, the first.
fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    letter.to_lowercase().next().unwrap_or(letter)
}

/// What announces a unit within a line, each with `t` or `b` first.
const ANNOUNCING: [&str; 3] = ["tính ", "theo ", "bằng "];

/// How the units that people write begin, in small letters.
const BEGINNINGS: [&str; 34] = [
    "đồ", "đv", "đơ", "đ)", "đ/", "tr", "tỷ", "tỉ", "ty", "ti", "tí", "ng", "vn", "k", "x", "×",
    "*", "1", "us", "eu", "$", "€", "₫", "do", "dv", "d)", "mi", "bi", "th", "un", "n.", "'0",
    ",0", "’0",
];
