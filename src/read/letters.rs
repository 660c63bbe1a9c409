//! Letters that the print can show: those which all four faces of Tinos hold.
//!
//! Whatever else a user writes (an emoji, a Chinese character, a sign that turns the line around)
//! would come out as an empty box or not at all, so it is found here, where its place is known.

mod lost;
mod parted;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::load::Node;
use crate::read::words;
use crate::source::Origin;

/// The ranges of letters, read from the character maps of the four faces; without control signs,
/// scripts that run from right to left, and the sign that stands for a letter that is lost.
const PRINTABLE: [(u32, u32); 107] = [
    (0x0020, 0x007E),
    (0x00A0, 0x00AC),
    (0x00AE, 0x0377),
    (0x037A, 0x037F),
    (0x0384, 0x038A),
    (0x038C, 0x038C),
    (0x038E, 0x03A1),
    (0x03A3, 0x052F),
    (0x0591, 0x05BD),
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x1AB0, 0x1ABE),
    (0x1C80, 0x1C88),
    (0x1D00, 0x1DF5),
    (0x1DFB, 0x1F15),
    (0x1F18, 0x1F1D),
    (0x1F20, 0x1F45),
    (0x1F48, 0x1F4D),
    (0x1F50, 0x1F57),
    (0x1F59, 0x1F59),
    (0x1F5B, 0x1F5B),
    (0x1F5D, 0x1F5D),
    (0x1F5F, 0x1F7D),
    (0x1F80, 0x1FB4),
    (0x1FB6, 0x1FC4),
    (0x1FC6, 0x1FD3),
    (0x1FD6, 0x1FDB),
    (0x1FDD, 0x1FEF),
    (0x1FF2, 0x1FF4),
    (0x1FF6, 0x1FFE),
    (0x2000, 0x200A),
    (0x2010, 0x2029),
    (0x202F, 0x205F),
    (0x2070, 0x2071),
    (0x2074, 0x208E),
    (0x2090, 0x209C),
    (0x20A0, 0x20BE),
    (0x20F0, 0x20F0),
    (0x2100, 0x214F),
    (0x2153, 0x2154),
    (0x215B, 0x215E),
    (0x2184, 0x2184),
    (0x2190, 0x2195),
    (0x21A8, 0x21A8),
    (0x2202, 0x2202),
    (0x2206, 0x2206),
    (0x220F, 0x220F),
    (0x2211, 0x2212),
    (0x2215, 0x2215),
    (0x2219, 0x221A),
    (0x221E, 0x221F),
    (0x2229, 0x2229),
    (0x222B, 0x222B),
    (0x2248, 0x2248),
    (0x2260, 0x2261),
    (0x2264, 0x2265),
    (0x2302, 0x2302),
    (0x2310, 0x2310),
    (0x2320, 0x2321),
    (0x2500, 0x2500),
    (0x2502, 0x2502),
    (0x250C, 0x250C),
    (0x2510, 0x2510),
    (0x2514, 0x2514),
    (0x2518, 0x2518),
    (0x251C, 0x251C),
    (0x2524, 0x2524),
    (0x252C, 0x252C),
    (0x2534, 0x2534),
    (0x253C, 0x253C),
    (0x2550, 0x256C),
    (0x2580, 0x2580),
    (0x2584, 0x2584),
    (0x2588, 0x2588),
    (0x258C, 0x258C),
    (0x2590, 0x2593),
    (0x25A0, 0x25A1),
    (0x25AA, 0x25AC),
    (0x25B2, 0x25B2),
    (0x25BA, 0x25BA),
    (0x25BC, 0x25BC),
    (0x25C4, 0x25C4),
    (0x25CA, 0x25CC),
    (0x25CF, 0x25CF),
    (0x25D8, 0x25D9),
    (0x25E6, 0x25E6),
    (0x263A, 0x263C),
    (0x2640, 0x2640),
    (0x2642, 0x2642),
    (0x2660, 0x2660),
    (0x2663, 0x2663),
    (0x2665, 0x2666),
    (0x266A, 0x266B),
    (0x266F, 0x266F),
    (0x2C60, 0x2C7F),
    (0x2DE0, 0x2E42),
    (0xA640, 0xA69F),
    (0xA717, 0xA7AE),
    (0xA7B0, 0xA7B7),
    (0xA7F7, 0xA7FF),
    (0xAB30, 0xAB65),
    (0xFB01, 0xFB04),
    (0xFB1E, 0xFB1E),
    (0xFB29, 0xFB29),
    (0xFE20, 0xFE2F),
];

/// So many lines of a text with letters that cannot be printed are told of, not more.
const MOST_LINES: usize = 8;

/// What may be written for letters of forms and of lists of Word that cannot be printed.
const INSTEAD: [(&str, &str); 7] = [
    ("⇒⟹➔➜➡➤➢", "→"),
    ("⇐⬅", "←"),
    ("⇔", "↔"),
    ("☐❏❑", "[ ]"),
    ("☑☒✓✔✗✘✅", "[x]"),
    ("◆◇❖", "•"),
    ("★☆⭐", "*"),
];

/// Reports the letters of a text of one line that cannot be printed, where the first of them stands.
pub(crate) fn check_scalar(node: &Node, text: &str, diagnostics: &mut Diagnostics) {
    words::check_line(text, &node.origin(), diagnostics);
    check_each_line(node, text, diagnostics);
}

/// Reports the letters of a text that cannot be printed, line by line, and a word that is too long for it.
pub(crate) fn check_lines(node: &Node, text: &str, diagnostics: &mut Diagnostics) {
    words::check_words(text, &node.origin(), diagnostics);
    check_each_line(node, text, diagnostics);
}

fn check_each_line(node: &Node, text: &str, diagnostics: &mut Diagnostics) {
    check_parted(text, |stretch| node.origin_of(stretch), diagnostics);
    // Few texts have any.
    if first_lost(text).is_none() {
        return;
    }
    let mut start = 0;
    let mut n_lines = 0;
    for line in text.split_inclusive('\n') {
        if let Some(lost) = first_lost(line).filter(|_| n_lines < MOST_LINES) {
            n_lines += 1;
            let at = node.origin_of(start + lost.start..start + lost.end);
            check_letters(line, &at, diagnostics);
        }
        start += line.len();
    }
}

/// Where the first letter of a text stands that cannot be printed, or the first word that lost letters.
pub(crate) fn first_lost(text: &str) -> Option<Range<usize>> {
    let mut letters = text.char_indices();
    let lost = letters.find(|(_, letter)| !is_printable(*letter));
    let lost = lost.map(|(at, letter)| at..at + letter.len_utf8());
    lost.or_else(|| lost::word(text))
}

/// Reports the first letters of `text` that cannot be printed, and a word that is too long for it.
pub(crate) fn check(text: &str, at: &Origin, diagnostics: &mut Diagnostics) {
    words::check_words(text, at, diagnostics);
    check_parted(text, |_| at.clone(), diagnostics);
    check_letters(text, at, diagnostics);
}

/// Warns of the first line of a text that has words with blanks inside; `at` tells where a stretch of it is.
fn check_parted(text: &str, at: impl Fn(Range<usize>) -> Origin, diagnostics: &mut Diagnostics) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some((range, meant)) = parted::words(line.trim_end()) {
            let written = &line[range.clone()];
            let message = format!("`{written}` có khoảng trống ở giữa từ, như khi chép từ tệp PDF");
            let at = at(start + range.start..start + range.end);
            let finding = Diagnostic::new(Code::DOUBTFUL_LETTERS, at, message);
            diagnostics.report(finding.hint(format!("nếu đúng vậy, viết lại: {meant}")));
            return;
        }
        start += line.len();
    }
}

/// The same of a text all of whose letters are known to be those of Vietnamese.
pub(crate) fn check_plain(text: &str, at: &Origin, diagnostics: &mut Diagnostics) {
    words::check_words(text, at, diagnostics);
    // In the place of a letter that is lost stands a question mark.
    if text.contains('?') {
        check_letters(text, at, diagnostics);
    }
}

fn check_letters(text: &str, at: &Origin, diagnostics: &mut Diagnostics) {
    if first_lost(text).is_none() {
        return;
    }
    let lost = text.chars().filter(|letter| !is_printable(*letter));
    let lost: BTreeSet<char> = lost.collect();
    let names: Vec<String> = lost
        .iter()
        .take(5)
        .map(|letter| format!("`{}` (U+{:04X})", letter.escape_debug(), u32::from(*letter)))
        .collect();
    let word = lost::word(text).map(|range| &text[range]);
    let (message, hint) = if let Some(word) = word.filter(|_| lost.is_empty()) {
        let message = format!("`{word}` có dấu ? ở chỗ chữ đã mất khi chép hoặc lưu sai bảng mã");
        let hint = "gõ lại chữ đã mất; tệp .yaml thì lưu với bảng mã UTF-8";
        (message, hint)
    } else if lost.contains(&char::REPLACEMENT_CHARACTER) {
        let message = "chỗ có dấu � đã mất chữ khi chép hoặc lưu sai bảng mã".to_owned();
        (message, "gõ lại chữ đã mất")
    } else {
        let message = format!("bản in không có chữ {}", names.join(", "));
        let instead = lost.iter().map(|letter| {
            let known = INSTEAD
                .iter()
                .find(|(letters, _)| letters.contains(*letter));
            known.map(|(_, instead)| format!("`{instead}` thay cho {letter}"))
        });
        let instead: Option<Vec<String>> = instead.collect();
        if let Some(instead) = instead {
            let finding = Diagnostic::new(Code::UNPRINTABLE_LETTER, at.clone(), message);
            diagnostics.report(finding.hint(format!("viết {}", instead.join(", "))));
            return;
        }
        (
            message,
            "bỏ chữ này, hoặc viết bằng chữ cái và dấu câu thông thường",
        )
    };
    let finding = Diagnostic::new(Code::UNPRINTABLE_LETTER, at.clone(), message);
    diagnostics.report(finding.hint(hint));
}

fn is_printable(letter: char) -> bool {
    let code = u32::from(letter);
    // Most letters are of these; the others are looked up.
    matches!(letter, ' '..='~' | '\u{ae}'..='\u{377}' | '\u{1ea0}'..='\u{1ef9}')
        || matches!(letter, '\n' | '\r' | '\t')
        || PRINTABLE
            .binary_search_by(|(first, last)| {
                if code < *first {
                    std::cmp::Ordering::Greater
                } else if code > *last {
                    std::cmp::Ordering::Less
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_printable;

    #[test]
    fn vietnamese_is_printable_and_foreign_signs_are_not() {
        for letter in "ĂÂĐÊÔƠƯăâđêôơưẾỘựẵ “”…–-‑%²".chars() {
            assert!(is_printable(letter), "{letter}");
        }
        for letter in ['🙂', '中', '\u{202e}', '\u{0}', 'א', '\u{fffd}'] {
            assert!(!is_printable(letter), "{letter:?}");
        }
    }
}
