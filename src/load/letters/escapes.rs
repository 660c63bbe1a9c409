//! Letters written as numbers: `&#432;` and `&ocirc;` of the web, `\u01b0` of programs.

use super::signs::Home;
use crate::model::is_syllable;
use crate::model::is_vietnamese;

/// Names of the web for letters and signs that a Vietnamese text may hold, but for those of letters,
/// which are put together out of the letter and its mark.
const NAMES: [(&str, char); 31] = [
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bull", '•'),
    ("middot", '·'),
    ("times", '×'),
    ("divide", '÷'),
    ("deg", '°'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("plusmn", '±'),
    ("frac12", '½'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("dstrok", 'đ'),
    ("Dstrok", 'Đ'),
    ("le", '≤'),
    ("ge", '≥'),
];

/// The letter of a name such as `ocirc` or `Atilde`.
fn named(name: &str) -> Option<char> {
    use unicode_normalization::UnicodeNormalization;
    const MARKS: [(&str, char); 5] = [
        ("grave", '\u{300}'),
        ("acute", '\u{301}'),
        ("circ", '\u{302}'),
        ("tilde", '\u{303}'),
        ("breve", '\u{306}'),
    ];
    let found = NAMES.iter().find(|(known, _)| *known == name);
    found.map(|(_, letter)| *letter).or_else(|| {
        let mut letters = name.chars();
        let letter = letters.next()?;
        let (_, mark) = MARKS.iter().find(|(mark, _)| *mark == letters.as_str())?;
        let mut composed = [letter, *mark].into_iter().nfc();
        composed.next().filter(|letter| is_vietnamese(*letter))
    })
}

/// The letter that an entity at the beginning of a text stands for, and its length in bytes.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.get(1..)?.find(';').filter(|end| *end <= 8)?;
    let name = &text[1..=end];
    let letter = match name.strip_prefix('#') {
        Some(digits) => {
            let hex = digits.strip_prefix(['x', 'X']);
            let code = match hex {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => digits.parse(),
            };
            char::from_u32(code.ok()?).filter(|letter| !letter.is_control())
        }
        None => named(name),
    };
    letter.map(|letter| (letter, end + 2))
}

/// A text whose entities are the letters that they stand for; none where it has none. In a line of a
/// file, which may speak of entities, a word must hold one, and those stay that would mean something there.
pub(super) fn entities(text: &str, home: Home) -> Option<String> {
    if home == Home::Line && !has_word(text) {
        return None;
    }
    let mut read = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        read.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_kept = |letter: char| {
            home == Home::Line
                && letter.is_ascii()
                && !(letter == '&' && read.trim_end().ends_with(char::is_alphanumeric))
        };
        match entity(rest).filter(|(letter, _)| !is_kept(*letter)) {
            Some((letter, length)) => {
                read.push(letter);
                rest = &rest[length..];
            }
            None => {
                read.push('&');
                rest = &rest[1..];
            }
        }
    }
    read.push_str(rest);
    (read != text).then_some(read)
}

/// Whether an entity is a letter of a word.
fn has_word(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        entity(&text[at..]).is_some_and(|(letter, length)| {
            let is_inside = text[..at].ends_with(char::is_alphabetic)
                || text[at + length..].starts_with(char::is_alphabetic);
            is_inside && !letter.is_ascii() && is_vietnamese(letter)
        })
    })
}

/// A text whose letters in the manner of programs (`\u01b0`, `%u01B0`, or `u01b0` that lost its sign) are
/// themselves; only words that are Vietnamese then are changed.
pub(super) fn numbers(text: &str) -> Option<String> {
    if !text.contains("u0") && !text.contains("u1e") && !text.contains("u1E") {
        return None;
    }
    let some = words(text, false);
    // Where words come out, codes and abbreviations are meant as well.
    (some != text).then(|| words(text, true))
}

/// A text with the numbers of its words read, of those that are Vietnamese then or of all.
fn words(text: &str, all: bool) -> String {
    let mut read = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (word, end) = word(rest);
        if end == 0 {
            read.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (written, behind) = rest.split_at(end);
        let is_meant =
            is_syllable(&word) && word.chars().count() > 1 || all && written.contains(['\\', '%']);
        read.push_str(if is_meant { &word } else { written });
        rest = behind;
    }
    read
}

/// The word that a text begins with, its numbers read, and the bytes that it takes.
fn word(text: &str) -> (String, usize) {
    let mut read = String::new();
    let mut place = 0;
    while let Some(first) = text[place..].chars().next() {
        let digits = text[place..]
            .strip_prefix(['\\', '%'])
            .unwrap_or(&text[place..]);
        let behind = text[place..].len() - digits.len();
        let code = digits.strip_prefix('u').and_then(|digits| digits.get(..4));
        let code = code.filter(|code| code.bytes().all(|it| it.is_ascii_hexdigit()));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        let letter = code.filter(|code| *code >= 0xC0).and_then(char::from_u32);
        if let Some(letter) = letter.filter(|letter| is_vietnamese(*letter)) {
            read.push(letter);
            place += behind + 5;
        } else if first.is_alphabetic() {
            read.push(first);
            place += first.len_utf8();
        } else {
            break;
        }
    }
    (read, place)
}

#[cfg(test)]
mod tests {
    use super::Home;
    use super::entities;
    use super::numbers;

    #[test]
    fn letters_in_numbers_are_read() {
        for (written, meant) in [
            ("H&#432;&#7899;ng d&#7851;n", "Hướng dẫn"),
            ("H&#x1B0;&#x1edb;ng", "Hướng"),
            ("&Ocirc;ng &amp; b&agrave;", "Ông & bà"),
            ("m&aacute;y &lt; 5", "máy < 5"),
        ] {
            assert_eq!(entities(written, Home::Cell).as_deref(), Some(meant));
        }
        for text in ["A&B; C", "R&D", "&#0;", "&", "&&#;;", "&xyz;"] {
            assert_eq!(entities(text, Home::Cell), None, "{text}");
        }
        let line = entities("M&amp;E: &amp;c &quot;m&aacute;y&quot;", Home::Line);
        assert_eq!(line.as_deref(), Some("M&E: &amp;c &quot;máy&quot;"));
    }

    #[test]
    fn letters_of_programs_are_read_where_a_word_comes_out() {
        for (written, meant) in [
            ("H\\u01b0\\u1edbng d\\u1eabn", "Hướng dẫn"),
            ("Thiu1ebft bu1ecb", "Thiết bị"),
            ("m%u00E1y", "máy"),
        ] {
            assert_eq!(numbers(written).as_deref(), Some(meant));
        }
        for text in ["C:\\u01b0data", "\\u0041", "menu1eff0", "mu0123"] {
            assert_eq!(numbers(text), None, "{text}");
        }
    }
}
