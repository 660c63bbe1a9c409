//! Spellings: codes with and without Đ and Ư, words with and without marks.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The spelling of a code that only has ASCII letters: `ƯDCQS7` → `UDCQS7`, `ĐLHQ9` → `DLHQ9`.
///
/// It is the name of the code's file and what a user may write instead of the official code.
pub fn ascii_code(code: &str) -> String {
    code.trim()
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .map(|letter| {
            if matches!(letter, 'Đ' | 'đ') {
                'D'
            } else {
                letter.to_ascii_uppercase()
            }
        })
        .collect()
}

/// A word in lower case without marks, white space folded: for comparing what people write.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{ascii_code, fold};

    #[test]
    fn marks_fall_away() {
        assert_eq!(ascii_code("ƯDCQS7"), "UDCQS7");
        assert_eq!(ascii_code(" đlhq9"), "DLHQ9");
        assert_eq!(fold("  Đơn giá\n(đồng) "), "don gia (dong)");
    }
}
