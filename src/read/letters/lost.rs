//! Letters that became a `?`: a program that keeps a text in an encoding without them writes `Minh S?n` for
//! "Minh Sơn". Such a word is none as it stands, and with a Vietnamese letter in the place of each `?` it is a
//! syllable; a question mark, an address and a code are neither.

use std::ops::Range;

use crate::model::is_syllable;

/// What may have stood in the place of a `?`.
const LETTERS: &str = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

/// So many lost letters of a word are tried, each for all others; no syllable has many more.
const MOST_TRIED: usize = 2;

/// The first word of a text with a lost letter.
pub(super) fn word(text: &str) -> Option<Range<usize>> {
    if !text.contains('?') {
        return None;
    }
    let mut start = 0;
    for stretch in text.split_inclusive(char::is_whitespace) {
        let at = start;
        start += stretch.len();
        if !stretch.contains('?') || is_code(stretch) {
            continue;
        }
        let is_part = |letter: char| letter.is_alphabetic() || letter == '?';
        let mut place = at;
        for part in stretch.split_inclusive(|letter| !is_part(letter)) {
            let token = part.trim_end_matches(|letter| !is_part(letter));
            let is_alone = token.len() == text.trim().len();
            if is_lost(&token.to_lowercase(), is_alone) {
                return Some(place..place + token.len());
            }
            place += part.len();
        }
    }
    None
}

/// Whether what stands between blanks is an address, a command or the like.
fn is_code(stretch: &str) -> bool {
    let signs = ['=', '&', '_', '\\', '<', '>', '{', '}', '*', '|', '[', '@'];
    let is_sign = |letter: char| letter.is_ascii_digit() || signs.contains(&letter);
    stretch.contains("://") || stretch.starts_with("www.") || stretch.contains(is_sign)
}

/// Whether a word in small letters, which may be the whole text, has lost some of them.
fn is_lost(word: &str, is_alone: bool) -> bool {
    // What loses a letter loses all but those of the west.
    if word.chars().any(|letter| u32::from(letter) > 0xFF) {
        return false;
    }
    let inner = word.trim_end_matches('?');
    let n_letters = inner.chars().filter(|letter| *letter != '?').count();
    if inner.len() == word.len() && !inner.contains('?') || n_letters == 0 {
        return false;
    }
    if inner.contains('?') {
        // A word of many of them is no question.
        let n_lost = inner.matches('?').count();
        return n_lost > MOST_TRIED || fits(inner) || n_lost < MOST_TRIED && fits(word);
    }
    // At its end a question mark is one as a rule.
    (is_alone || n_letters > 1)
        && !is_syllable(inner)
        && word.len() == inner.len() + 1
        && fits(word)
}

/// Whether letters in the place of each `?` make a word a syllable.
fn fits(word: &str) -> bool {
    let Some((before, behind)) = word.split_once('?') else {
        return is_syllable(word);
    };
    if word.matches('?').count() > MOST_TRIED {
        return false;
    }
    LETTERS
        .chars()
        .any(|letter| fits(&format!("{before}{letter}{behind}")))
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn words_that_lost_letters_are_found() {
        for (text, found) in [
            ("Minh S?n", "S?n"),
            ("Xã có 5 h?p tác xã", "h?p"),
            ("Mua m?y tính", "m?y"),
            ("công ngh?.", "ngh?"),
            ("??i m?i", "??i"),
            ("TM. ?Y BAN", "?Y"),
            ("CH? T?CH", "CH?"),
            ("Nh? trên", "Nh?"),
            ("s?n/xu?t", "s?n"),
            ("- 'L?u: VT'", "L?u"),
            ("t?nh An Giang", "t?nh"),
            ("???ng truyền", "???ng"),
            ("b?", "b?"),
        ] {
            let seen = word(text).map(|range| &text[range]);
            assert_eq!(seen, Some(found), "{text}");
        }
    }

    #[test]
    fn questions_and_codes_lost_nothing() {
        for text in [
            "Vì sao? Vì chưa có máy.",
            "Đủ chưa? nếu chưa thì mua",
            "Xong chưa???",
            "Dùng ASEAN? UBND? CNTT? LAN?",
            "http://vidu.vn/?id=1&so=?",
            "https://a.vn/tim?an",
            "a?b",
            "(?)",
            "có?không",
            "mẫu *.do?",
            "x = a ? b : c",
            "Giữa dòng ?ở đầu từ",
            "?",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
    }
}
