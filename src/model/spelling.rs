//! Spellings: codes with and without Đ and Ư, words with and without marks.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
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

/// Whether two names differ by nothing but case, blanks, dashes and on which vowel of a syllable its tone
/// stands: "Thanh Hoá" is "Thanh Hóa".
pub fn is_same_name(one: &str, other: &str) -> bool {
    syllables(one).eq(syllables(other))
}

/// What all spellings of a name have in common: "Quý Hoà" and "quí hóa" are one, "An Hòa" and "An Hóa" are two.
/// Beside what [`is_same_name`] passes over, an i at the end of a syllable is a y.
pub fn name_in_one_spelling(name: &str) -> String {
    let spelt = syllables(name).map(|(letters, tones)| {
        let is_vowel = |letter: char| "aeiouy".contains(letter);
        let stem = letters.strip_suffix('i');
        // In "tai" and "tay" the letter is not spelling but sound.
        let stem = stem.filter(|stem| !stem.ends_with(is_vowel) || stem.ends_with("qu"));
        let letters = stem.map_or(letters.clone(), |stem| format!("{stem}y"));
        letters + &tones
    });
    spelt.collect::<Vec<_>>().join(" ")
}

/// The syllables of a name in small letters: each without its tone, and the tone.
fn syllables(name: &str) -> impl Iterator<Item = (String, String)> {
    let lower = name.to_lowercase();
    let parts = lower.split(|letter: char| letter.is_whitespace() || "-–.".contains(letter));
    let parts = parts.filter(|part| !part.is_empty());
    let parts = parts.map(|part| part.nfd().partition(|letter| !TONES.contains(letter)));
    parts.collect::<Vec<_>>().into_iter()
}

/// The marks of the five tones.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// So many letters of Unicode are kept without their marks; all of Vietnamese are among them.
const KEPT: u16 = 0x1F00;

/// The letter of ASCII that each letter is without its marks; 0 where it is none.
static PLAIN: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let letters = (0..KEPT).map(|code| char::from_u32(u32::from(code)));
    let plain = letters.map(|letter| {
        let mut parts = Vec::new();
        decompose_canonical(letter?, |part| parts.push(part));
        parts.retain(|part| !is_combining_mark(*part));
        let [one] = parts.as_slice() else { return None };
        u8::try_from(*one).ok().filter(u8::is_ascii)
    });
    plain.map(Option::unwrap_or_default).collect()
});

/// Calls `take` with each letter of a text but its marks. One letter at a time, since a hundred
/// thousand lines are compared; marks, whose order alone depends on their neighbours, fall away.
fn for_each_plain(text: &str, mut take: impl FnMut(char)) {
    let known = &*PLAIN;
    for letter in text.chars() {
        let plain = known.get(letter as usize).filter(|plain| **plain != 0);
        if let Some(plain) = plain {
            take(char::from(*plain));
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
    use super::{ascii_code, fold, is_same_name, name_in_one_spelling};

    #[test]
    fn marks_fall_away() {
        assert_eq!(ascii_code("ƯDCQS7"), "UDCQS7");
        assert_eq!(ascii_code(" đlhq9"), "DLHQ9");
        assert_eq!(fold("  Đơn giá\n(đồng) "), "don gia (dong)");
        assert_eq!(fold("Tệ\u{323} \u{a0}Ǻ"), "te a");
        assert_eq!(fold(" \u{301} "), "");
        assert_eq!(fold("N\u{d0}-CP"), fold("NĐ-CP"));
    }

    #[test]
    fn names_are_the_same_wherever_their_tone_stands() {
        for (one, other) in [
            ("Thanh Hóa", "thanh hoá"),
            ("Bà Rịa - Vũng Tàu", "Bà Rịa–Vũng Tàu"),
            ("Lào Cai", "Lào  Cai"),
        ] {
            assert!(is_same_name(one, other), "{one}");
        }
        for (one, other) in [
            ("Đồng Tháp", "Đồng Thấp"),
            ("Hà Nội", "Ha Noi"),
            ("Huế", "Huề"),
        ] {
            assert!(!is_same_name(one, other), "{one}");
        }
    }

    #[test]
    fn names_have_one_spelling_and_other_names_another() {
        for (one, other) in [
            ("An Hòa", "an hoà"),
            ("Quý Lộc", "Quí Lộc"),
            ("Mỹ Lý", "Mĩ Lí"),
        ] {
            assert_eq!(name_in_one_spelling(one), name_in_one_spelling(other));
        }
        for (one, other) in [
            ("An Hòa", "An Hóa"),
            ("Long Hưng", "Lộng Hùng"),
            ("Tân Thanh", "Tân Thạnh"),
            ("Tam Tai", "Tam Tay"),
            ("Túy", "Túi"),
        ] {
            assert_ne!(name_in_one_spelling(one), name_in_one_spelling(other));
        }
    }
}
