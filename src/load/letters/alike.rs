//! Letters of other alphabets that look like those of ours: "Ðường" with the letter of Iceland, "НТS7" with
//! three of Russia, "ngƣời" with the gha of old Turkic alphabets, which converters of PDF and of fonts put for ư.
//! On the page nobody sees it; no search and no comparison finds the word.

use crate::model::is_syllable;
use crate::model::is_vietnamese;

/// Letters of Cyrillic and Greek, and what they look like.
const ALIKE: [(char, char); 58] = [
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('Ѕ', 'S'),
    ('Ү', 'Y'),
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('х', 'x'),
    ('у', 'y'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('һ', 'h'),
    ('ԁ', 'd'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('Ԛ', 'Q'),
    ('Ԝ', 'W'),
    ('ӑ', 'ă'),
    ('Ӑ', 'Ă'),
    ('ѐ', 'è'),
    ('Ѐ', 'È'),
    ('ӏ', 'l'),
    ('ү', 'y'),
    ('ɡ', 'g'),
    ('ɑ', 'a'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
    ('ο', 'o'),
    ('ϲ', 'c'),
    ('Ү', 'Y'),
    ('ı', 'i'),
];

/// Our D with a bar and our U with a horn, as others have them.
fn barred_or_horned(letter: char) -> Option<char> {
    match letter {
        'Ð' | 'Ɖ' => Some('Đ'),
        'ð' | 'ɖ' => Some('đ'),
        'Ƣ' => Some('Ư'),
        'ƣ' => Some('ư'),
        _ => None,
    }
}

/// The sign of the đồng, which stands for đ at the head of a word: "₫iểm".
const DONG: char = '₫';

/// A letter that looks like one of ours, and which.
fn meant(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return None;
    }
    let found = ALIKE.iter().find(|(foreign, _)| *foreign == letter);
    barred_or_horned(letter).or(found.map(|(_, ours)| *ours))
}

/// Whether a letter is one of Cyrillic.
fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// What became of the letters of a text that look like ours.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Alike {
    /// The text with ours in their place, where that is certain.
    pub text: String,
    /// The letters that were changed.
    pub found: Vec<char>,
    /// A word of two alphabets where it is not certain.
    pub doubtful: Option<String>,
}

/// Puts our letters in the place of those that look like them; none where there are none.
pub(super) fn ours(text: &str) -> Option<Alike> {
    let is_odd = |it: char| meant(it).is_some() || is_cyrillic(it) || "ǎǍ₫".contains(it);
    if !text.chars().any(is_odd) {
        return None;
    }
    // Where somebody writes Russian, or Greek, a word of it is one.
    let foreign = |it: char| it.is_alphabetic() && (is_cyrillic(it) || is_greek(it));
    let is_foreign = text.chars().any(|it| foreign(it) && meant(it).is_none());
    let mut all = Alike::default();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_behind = all.text.ends_with(char::is_alphanumeric);
        let is_dong = |at: usize, it: char| at == 0 && it == DONG && !is_behind;
        let mut letters = rest.char_indices();
        let end = letters.find(|(at, it)| !it.is_alphanumeric() && !is_dong(*at, *it));
        let end = end.map(|(at, _)| at);
        let (word, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = behind;
        if word.is_empty() {
            all.text.push(first);
            rest = &behind[first.len_utf8()..];
            continue;
        }
        word_ours(word, is_foreign, &mut all);
    }
    (!all.found.is_empty() || all.doubtful.is_some()).then_some(all)
}

fn is_greek(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{3ff}')
}

fn word_ours(word: &str, is_foreign: bool, all: &mut Alike) {
    let changed: String = word.chars().map(|it| meant(it).unwrap_or(it)).collect();
    let has_ascii = word.chars().any(|it| it.is_ascii_alphabetic());
    if has_ascii && changed.chars().any(is_cyrillic) {
        all.doubtful.get_or_insert_with(|| word.to_owned());
        all.text.push_str(word);
        return;
    }
    if changed == word {
        // The a of Chinese spelling has a hook upwards.
        let ours = word.replace('ǎ', "ă").replace('Ǎ', "Ă");
        let ours = ours.replace(DONG, "đ");
        let is_meant = ours != word && is_syllable(&ours);
        all.found
            .extend(word.chars().filter(|it| is_meant && "ǎǍ₫".contains(*it)));
        all.text.push_str(if is_meant { &ours } else { word });
        return;
    }
    let is_latin = |it: char| it.is_ascii_alphanumeric() || is_vietnamese(it);
    let has_latin = word.chars().any(|it| it.is_alphabetic() && is_latin(it));
    let has_ours = word.chars().any(|it| barred_or_horned(it).is_some());
    // The dotless i and the like stand alone in words of other languages of our alphabet.
    let is_ours = changed
        .chars()
        .all(|it| is_latin(it) || it.is_alphabetic() && !is_strange(it));
    let has_digit = word.chars().any(|it| it.is_ascii_digit());
    // A capital within a word in small letters may be a letter of another encoding.
    let within = |(at, it): (usize, char)| it == 'Ð' && word[..at].ends_with(char::is_lowercase);
    let is_ours = is_ours && !word.char_indices().any(within);
    let is_sure = is_ours && (has_latin || has_ours || has_digit || !is_foreign);
    if is_sure {
        all.found
            .extend(word.chars().filter(|it| meant(*it).is_some()));
        all.text.push_str(&changed);
        return;
    }
    if has_latin {
        all.doubtful.get_or_insert_with(|| word.to_owned());
    }
    all.text.push_str(word);
}

/// Whether a letter is of another alphabet and looks like none of ours.
fn is_strange(letter: char) -> bool {
    is_cyrillic(letter) || is_greek(letter)
}

#[cfg(test)]
mod tests {
    use super::ours;

    #[test]
    fn letters_that_look_like_ours_become_ours() {
        for (written, meant) in [
            ("Ðường truyền", "Đường truyền"),
            ("ÐLHQ7", "ĐLHQ7"),
            ("a) b) ð)", "a) b) đ)"),
            ("НТS7", "HTS7"),
            ("НТ7", "HT7"),
            ("Thiết bị mạng сơ sở", "Thiết bị mạng cơ sở"),
            ("600х800", "600x800"),
            ("хa", "xa"),
            ("nǎm", "năm"),
            ("Chƣơng trình, đƣờng truyền", "Chương trình, đường truyền"),
            ("ƢDCQS6", "ƯDCQS6"),
            ("₫iểm (₫ầu tƣ)", "điểm (đầu tư)"),
        ] {
            let read = ours(written).expect(written);
            assert_eq!(read.text, meant);
            assert_eq!(read.doubtful, None);
        }
    }

    #[test]
    fn words_of_other_languages_stay() {
        for text in [
            "Điện trở 5 kΩ",
            "µm",
            "Čư\u{306} Êbur",
            "ΔP",
            "Citroën",
            "5 ₫/tháng",
            "VN₫",
            "5₫",
        ] {
            assert_eq!(ours(text), None, "{text}");
        }
        let read = ours("Пример с текстом").map(|read| read.found);
        assert_eq!(read, None);
        let doubt = ours("Wifiб").and_then(|read| read.doubtful);
        assert_eq!(doubt.as_deref(), Some("Wifiб"));
        assert_eq!(
            ours("WifiбЕ").and_then(|it| it.doubtful),
            Some("WifiбЕ".to_owned())
        );
    }
}
