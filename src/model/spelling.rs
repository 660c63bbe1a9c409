//! Spellings: codes with and without Đ and Ư, words with and without marks.

use unicode_normalization::char::decompose_canonical;
use unicode_normalization::char::is_combining_mark;

/// D with a bar: the Vietnamese letter, and those of Icelandic and of African languages that look the
/// same in capitals and that some fonts and keyboards give instead.
const BARRED: [char; 6] = ['đ', 'Đ', 'ð', 'Ð', 'ɖ', 'Ɖ'];

/// The spelling of a code that only has ASCII letters: `ƯDCQS7` → `UDCQS7`, `ĐLHQ9` → `DLHQ9`.
///
/// It is the name of the code's file and what a user may write instead of the official code.
pub fn ascii_code(code: &str) -> String {
    let code = code.trim();
    let mut spelt = String::with_capacity(code.len());
    for_each_plain(code, |letter| {
        spelt.push(if BARRED.contains(&letter) {
            'D'
        } else {
            letter.to_ascii_uppercase()
        });
    });
    spelt
}

/// A word in lower case without marks, white space folded: for comparing what people write.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_parted = false;
    for_each_plain(text, |letter| {
        if letter.is_whitespace() {
            is_parted = true;
            return;
        }
        if is_parted && !folded.is_empty() {
            folded.push(' ');
        }
        is_parted = false;
        match letter {
            _ if BARRED.contains(&letter) => folded.push('d'),
            _ if letter.is_ascii() => folded.push(letter.to_ascii_lowercase()),
            _ => folded.extend(letter.to_lowercase()),
        }
    });
    folded
}

/// Calls `take` with each letter of a text but its marks. One letter at a time, since a hundred
/// thousand lines are compared; marks, whose order alone depends on their neighbours, fall away.
fn for_each_plain(text: &str, mut take: impl FnMut(char)) {
    for letter in text.chars() {
        if letter.is_ascii() {
            take(letter);
            continue;
        }
        decompose_canonical(letter, |part| {
            if !is_combining_mark(part) {
                take(part);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{ascii_code, fold};

    #[test]
    fn marks_fall_away() {
        assert_eq!(ascii_code("ƯDCQS7"), "UDCQS7");
        assert_eq!(ascii_code(" đlhq9"), "DLHQ9");
        assert_eq!(fold("  Đơn giá\n(đồng) "), "don gia (dong)");
        assert_eq!(fold("Tệ\u{323} \u{a0}Ǻ"), "te a");
        assert_eq!(fold(" \u{301} "), "");
        assert_eq!(fold("N\u{d0}-CP"), fold("NĐ-CP"));
    }
}
