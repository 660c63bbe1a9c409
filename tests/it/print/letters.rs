//! Letters of the alphabets of Vietnam's peoples that Unicode does not compose are copied from the print as
//! they were written, in each of its faces.

use unicode_normalization::UnicodeNormalization;

use super::built;
use super::copied;
use super::print_of;

/// Letters of Ê Đê, Gia Rai, Ba Na, Xơ Đăng, Cơ Ho, M'nông, Bru, Chăm and others, and those that Vietnamese
/// gives them.
const LETTERS: &[&str] = &[
    "a", "ă", "â", "b", "ƀ", "c", "č", "d", "đ", "e", "ĕ", "ê", "i", "ĭ", "j", "l", "m", "n", "ñ",
    "ṅ", "o", "ŏ", "ô", "ơ", "r", "t", "u", "ŭ", "ư", "w", "y", "z",
];

/// Short, and the tones, alone and on short letters, as people type them before and behind.
const MARKS: &[&str] = &[
    "",
    "\u{306}",
    "\u{304}",
    "\u{308}",
    "\u{323}",
    "\u{32f}",
    "\u{300}",
    "\u{301}",
    "\u{303}",
    "\u{309}",
    "\u{306}\u{300}",
    "\u{306}\u{301}",
    "\u{306}\u{303}",
    "\u{306}\u{309}",
    "\u{306}\u{323}",
    "\u{301}\u{306}",
    "\u{303}\u{306}",
];

#[test]
fn names_are_copied_as_they_are_written() {
    let mut words = vec!["Čư̆".to_owned(), "Êbur".to_owned(), "ČƯ̆".to_owned()];
    for letter in LETTERS {
        for marks in MARKS {
            let small: String = format!("{letter}{marks}").nfc().collect();
            let capital: String = small.chars().flat_map(char::to_uppercase).collect();
            // Within a word; numbers tell the words apart.
            let at = words.len();
            words.push(format!("{at}k{small}r"));
            words.push(format!("{at}K{capital}R"));
        }
    }
    let words: Vec<String> = words.iter().map(|word| word.nfc().collect()).collect();
    let text = words.join(" ");
    let paragraphs = [
        &text,
        &format!("**{text}**"),
        &format!("*{text}*"),
        &format!("***{text}***"),
    ];
    let lines: String = paragraphs
        .iter()
        .map(|text| format!("    {text}\n\n"))
        .collect();
    let own = format!("van_ban:\n  dac-diem: |\n{lines}nhiem_vu:\n");
    let folder = built(
        &[
            ("nhiem_vu:\n", own),
            ("ten: Mẫu", "ten: Čư̆ Êbur".to_owned()),
        ],
        &[],
    );
    let print = print_of(&folder);
    for arguments in [&[][..], &["-raw"], &["-layout"]] {
        let copied = copied(&print, arguments);
        let is_composed = unicode_normalization::is_nfc(&copied);
        assert!(is_composed, "{arguments:?}: what is copied is NFC");
        let copied: Vec<&str> = copied.split_whitespace().collect();
        for word in &words {
            let n_copies = copied.iter().filter(|other| *other == word).count();
            assert!(
                n_copies >= 4,
                "{arguments:?}: {word} ({n_copies} of 4 faces)"
            );
        }
        let title: Vec<&str> = vec!["XÃ", "ČƯ̆", "ÊBUR"];
        assert!(
            copied.windows(3).any(|three| three == title),
            "{arguments:?}: the title"
        );
    }
}
