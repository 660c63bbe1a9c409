//! Signs that show nothing or stand for a plain one: they come with what is copied from the web, from a chat
//! or out of Word, and keep words and figures from being found.

use unicode_normalization::UnicodeNormalization;

use super::tables::windows;

/// Where a text stands: in a file of YAML or Markdown some signs mean something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// In a cell, or as the name of a sheet.
    Cell,
    /// In a line of a text file.
    Line,
}

/// What a sign is in plain ones; `None` where it is plain. Those that an older encoding or misread
/// UTF-8 may need are left for later where it is `early`.
fn plain(sign: char, early: bool, home: Home) -> Option<Plain> {
    let code = u32::from(sign);
    Some(match sign {
        '\n' | '\t' | ' '..='~' => return None,
        '\r' if home == Home::Line => return None,
        '\u{a0}' | '\u{ad}' | '\u{80}'..='\u{9f}' if early => return None,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => match home {
            Home::Cell => Plain::Letter('\n'),
            Home::Line => Plain::Letter(' '),
        },
        // Word's hyphens: one that does not break, and one that may.
        '\u{1e}' => Plain::Letter('-'),
        '\u{0}'..='\u{1f}' | '\u{7f}' => Plain::Nothing,
        '\u{80}'..='\u{9f}' => Plain::Letter(windows(u8::try_from(code).ok()?)?),
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Plain::Letter(' ')
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => Plain::Nothing,
        '\u{ff01}'..='\u{ff5e}' => {
            let letter = char::from_u32(code - 0xFEE0)?;
            let means_something = !letter.is_ascii_alphanumeric() && !"()./+=;~%".contains(letter);
            if home == Home::Line && means_something {
                return None;
            }
            Plain::Letter(letter)
        }
        '\u{fb00}'..='\u{fb06}' | '\u{1d400}'..='\u{1d7ff}' => {
            let letters: String = std::iter::once(sign).nfkc().collect();
            Plain::Letters(letters)
        }
        // Signs of one letter for a unit, a Roman number, the number of an item.
        '\u{3371}'..='\u{33df}' | '\u{2160}'..='\u{217f}' | '\u{2460}'..='\u{24ea}' => {
            Plain::Letters(apart(sign))
        }
        _ => Plain::Letter(digit(code)?),
    })
}

/// What one sign of several letters says: "㎡" is m², "Ⅱ" is II, "①" is (1).
fn apart(sign: char) -> String {
    let letters: String = std::iter::once(sign).nfkc().collect();
    match sign {
        '\u{2460}'..='\u{2473}' | '\u{24b6}'..='\u{24ea}' => format!("({letters})"),
        '\u{2160}'..='\u{24b5}' => letters,
        _ => letters.replace('2', "²").replace('3', "³"),
    }
}

/// What stands in the place of a sign.
#[derive(Debug, PartialEq, Eq)]
enum Plain {
    Nothing,
    Letter(char),
    Letters(String),
}

/// The digit that one of another script is.
fn digit(code: u32) -> Option<char> {
    // The zeros of Arabic, Persian, Hindi, Thai, Lao, Burmese and Khmer.
    const ZEROS: [u32; 7] = [0x660, 0x6F0, 0x966, 0xE50, 0xED0, 0x1040, 0x17E0];
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// The signs that Word takes from its fonts of symbols for the items of a list.
const BULLETS: [char; 6] = [
    '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f076}', '\u{f0fc}', '\u{f02d}',
];

/// A text in plain signs, and those that were not; none where all are.
pub(super) fn in_plain(text: &str, early: bool, home: Home) -> Option<(String, Vec<char>)> {
    let mut found = Vec::new();
    let mut read = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(sign) = letters.next() {
        let next = letters.peek().copied();
        let is_break = sign == '\r' && next == Some('\n');
        let of_code = |sign: char| sign.is_ascii_digit() || sign.is_uppercase();
        let plain = match sign {
            _ if sign.is_ascii_graphic() || sign == ' ' || is_break => None,
            // In a code it is a dash; in "Wi-Fi" it keeps the word together, which is meant; elsewhere it
            // may stand for that of a list.
            '\u{2010}' | '\u{2011}' if read.ends_with(of_code) && next.is_some_and(of_code) => {
                Some(Plain::Letter('-'))
            }
            _ if BULLETS.contains(&sign) && read.trim().is_empty() => Some(Plain::Letter('•')),
            // A key and its colon, written without leaving the keyboard of another language.
            '：' if home == Home::Line && is_key(&read) => Some(Plain::Letters(": ".to_owned())),
            _ => plain(sign, early, home),
        };
        match plain {
            None => {
                read.push(sign);
                continue;
            }
            Some(Plain::Nothing) => {}
            Some(Plain::Letter(letter)) => read.push(letter),
            Some(Plain::Letters(letters)) => read.push_str(&letters),
        }
        found.push(sign);
    }
    (!found.is_empty()).then_some((read, found))
}

/// Whether a line up to here is a key of YAML.
fn is_key(line: &str) -> bool {
    let key = line.trim_start_matches([' ', '-', '{']);
    !key.is_empty() && key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_')
}

#[cfg(test)]
mod tests {
    use super::Home;
    use super::in_plain;

    #[test]
    fn signs_are_made_plain() {
        for (written, meant) in [
            ("\u{feff}Nội\u{200b} dung", "Nội dung"),
            ("１５０", "150"),
            ("ＨＴＳ７（Ａ）：", "HTS7(A):"),
            ("١٢٣", "123"),
            ("1\u{202f}200\u{a0}000", "1 200 000"),
            ("I.1\u{2011}2", "I.1-2"),
            ("‐ mục", "‐ mục"),
            ("\u{f0b7} mục", "• mục"),
            ("a\u{b}b\u{7}", "a\nb"),
            ("tư\u{ad}ờng", "tường"),
            ("\u{202a}028\u{202c}", "028"),
            ("𝐓𝟏", "T1"),
            ("ﬁle", "file"),
            ("10 ㎡, 5 ㎞, 2 ㎥", "10 m², 5 km, 2 m³"),
            ("Ⅰ. ⅱ) ① ⑵ ⒊ Ⓐ", "I. ii) (1) (2) 3. (A)"),
            ("5\u{96}7", "5–7"),
            ("☎\u{fe0f}", "☎"),
        ] {
            let read = in_plain(written, false, Home::Cell);
            let read = read.map_or(written.to_owned(), |(text, _)| text);
            assert_eq!(read, meant, "{written:?}");
        }
        let line = |text| in_plain(text, false, Home::Line).map(|(text, _)| text);
        assert_eq!(line("  ten：Mẫu").as_deref(), Some("  ten: Mẫu"));
        assert_eq!(line("ghi_chu: Lưu：５"), Some("ghi_chu: Lưu：5".to_owned()));
        assert_eq!(line("Đường truyền “số” – 5 %…"), None);
    }
}
