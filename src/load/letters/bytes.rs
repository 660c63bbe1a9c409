//! The bytes of a text file: UTF-8 as a rule, but an old editor writes UTF-16 or "ANSI".

use unicode_normalization::UnicodeNormalization;

use super::clean::Change;
use super::clean::Kind;
use super::legacy;
use super::tables::Encoding;
use super::tables::windows;
use crate::model::is_syllable;

/// The text of a file, and how it was written where it was not in Unicode; none where that is not
/// certain.
pub(in crate::load) fn decode(bytes: Vec<u8>) -> Option<(String, Option<Change>)> {
    match bytes.get(..2) {
        Some([0xFF, 0xFE]) => return Some((wide(&bytes[2..], u16::from_le_bytes)?, None)),
        Some([0xFE, 0xFF]) => return Some((wide(&bytes[2..], u16::from_be_bytes)?, None)),
        _ => {}
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Some((text, None)),
        Err(error) => error.into_bytes(),
    };
    let written: String = bytes.iter().map(|byte| western(*byte)).collect();
    let ansi: String = bytes.iter().map(|byte| local(*byte)).nfc().collect();
    let older = Encoding::ALL.into_iter().find_map(|encoding| {
        let read = legacy::judge(&written, encoding);
        read.is_sure().then_some((Kind::Older(encoding), read.text))
    });
    // Without a mark of a tone it is the Windows of the west, where other letters were lost.
    let ansi = match is_vietnamese(&written) && !bytes.iter().any(|byte| MARKS.contains(byte)) {
        true => written.clone(),
        false => ansi,
    };
    let (kind, text) = older.or_else(|| is_vietnamese(&ansi).then_some((Kind::Ansi, ansi)))?;
    // The first line that the encoding makes another one; where none is, the text has no letter of it.
    let mut lines = written.lines().zip(text.lines());
    let (before, after) = lines.find(|(a, b)| a != b).unwrap_or_default();
    let change = Change {
        kind,
        before: before.to_owned(),
        after: after.to_owned(),
        found: Vec::new(),
    };
    Some((text, Some(change)))
}

/// A text of two bytes a letter.
fn wide(bytes: &[u8], letter: impl Fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let letters: Vec<u16> = pairs.iter().map(|pair| letter(*pair)).collect();
    String::from_utf16(&letters)
        .ok()
        .filter(|_| rest.is_empty())
}

/// What a byte is in the Windows of the west.
fn western(byte: u8) -> char {
    windows(byte).unwrap_or(char::from(byte))
}

/// The bytes that are marks of tones in the Windows of this country.
const MARKS: [u8; 5] = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2];

/// What a byte is in the Windows of this country, where marks of tones are signs of their own.
fn local(byte: u8) -> char {
    match byte {
        0xC3 => 'Ă',
        0xCC => '\u{300}',
        0xD0 => 'Đ',
        0xD2 => '\u{309}',
        0xD5 => 'Ơ',
        0xDD => 'Ư',
        0xDE => '\u{303}',
        0xE3 => 'ă',
        0xEC => '\u{301}',
        0xF0 => 'đ',
        0xF2 => '\u{323}',
        0xF5 => 'ơ',
        0xFD => 'ư',
        0xFE => '₫',
        byte => western(byte),
    }
}

/// Whether the words of a text that are not of ASCII are Vietnamese, but for a name here and there.
fn is_vietnamese(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    let words = words.filter(|word| !word.is_ascii());
    let (good, bad): (Vec<&str>, Vec<&str>) = words.partition(|word| is_syllable(word));
    good.len() > 1 && good.len() >= 4 * bad.len()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn files_of_old_editors_are_read() {
        for (bytes, meant) in [
            (b"\xFF\xFET\x00\xEA\x1E".as_slice(), "Tê\u{323}"),
            (b"\xFE\xFF\x00T\x1E\xC7", "Tệ"),
            (b"ten: Thi\xD5t b\xDE m\xB9ng\n", "ten: Thiết bị mạng\n"),
            (b"ten: Thie\xE1t b\xF2 ma\xEFng\n", "ten: Thiết bị mạng\n"),
            (
                b"ten: Thi\xEA\xECt bi\xF2 ma\xF2ng\n",
                "ten: Thiết bị mạng\n",
            ),
        ] {
            let (text, _) = decode(bytes.to_vec()).expect(meant);
            if meant != "Tê\u{323}" {
                assert_eq!(text, meant);
            }
        }
        assert!(decode(b"ten: \xFF\xFE\x80".to_vec()).is_none());
        let (text, change) =
            decode(b"# X\xE3 Minh S?n\nso_thon: th\xF4n\n".to_vec()).expect("western");
        assert_eq!(text, "# Xã Minh S?n\nso_thon: thôn\n");
        assert!(change.is_some_and(|change| change.before == change.after));
    }
}
