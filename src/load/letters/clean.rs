//! One text after all that can be wrong with its letters, and what was.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc;

use super::alike;
use super::escapes;
use super::legacy;
use super::legacy::Judgement;
use super::misread;
use super::signs;
use super::signs::Home;
use super::tables::Encoding;
use super::tables::Font;

/// How letters were written that are no plain Vietnamese ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::load) enum Kind {
    /// Signs that show nothing or mean a plain one.
    Signs,
    /// Letters that look like ours.
    Alike,
    /// UTF-8 taken for another encoding.
    Misread,
    /// Entities of the web.
    Entities,
    /// Numbers of letters as programs have them.
    Numbers,
    /// An encoding older than Unicode.
    Older(Encoding),
    /// VIQR, its letters and marks of ASCII.
    Viqr,
    /// A file in the encoding that Windows has for this country.
    Ansi,
}

/// A change of a text: how it was written, the text before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) struct Change {
    pub kind: Kind,
    pub before: String,
    pub after: String,
    /// The signs and letters that were changed, where they are single ones.
    pub found: Vec<char>,
}

/// What parts a text into values, clauses and lines.
const PARTS: [char; 14] = [
    '{', '}', '[', ']', '"', ':', ';', ',', '|', '\t', '\n', '(', ')', '/',
];

/// What may be meant otherwise and is left as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Doubt {
    pub kind: Kind,
    /// The text, read as it may be meant; nothing where that cannot be known.
    pub meant: Option<String>,
    /// The word that shows it.
    pub word: String,
}

/// A text after all that can be wrong with its letters.
#[derive(Debug, Default)]
pub(super) struct Clean {
    pub text: String,
    pub changes: Vec<Change>,
    pub doubt: Option<Doubt>,
}

/// Looks at a text; `None` where every letter is plain and Vietnamese. `font` is the one
/// that shows it, where its letters are of an older encoding.
pub(super) fn clean(text: &str, home: Home, font: Option<Font>) -> Option<Clean> {
    if is_plain(text) && font.is_none() {
        return None;
    }
    let mut clean = Clean {
        text: text.to_owned(),
        ..Clean::default()
    };
    clean.signs(true, home);
    for _ in 0..2 {
        let read = escapes::entities(&clean.text, home);
        clean.change(Kind::Entities, read);
    }
    let read = escapes::numbers(&clean.text);
    clean.change(Kind::Numbers, read);
    clean.parts(|clean, part, is_whole| clean.misread(part, is_whole));
    if clean.doubt.is_none() {
        let read = misread::punctuation(&clean.text);
        clean.change(Kind::Misread, read);
    }
    clean.parts(|clean, part, is_whole| clean.older(part, font, is_whole));
    // Of a text that is doubtful every sign is kept that may be a letter.
    if clean.doubt.is_none() {
        clean.signs(false, home);
    }
    if let Some(alike) = alike::ours(&clean.text) {
        if let Some(word) = alike.doubtful {
            clean.doubt(Kind::Alike, None, &word);
        }
        let (text, found) = (alike.text, alike.found);
        clean.change(Kind::Alike, (!found.is_empty()).then_some(text));
        if let Some(change) = clean.changes.last_mut().filter(|it| it.kind == Kind::Alike) {
            change.found = found;
        }
    }
    if !is_nfc(&clean.text) {
        clean.text = clean.text.nfc().collect();
    }
    (!clean.changes.is_empty() || clean.doubt.is_some()).then_some(clean)
}

/// A text read in an encoding, where nothing of it speaks against that.
pub(super) fn in_encoding(text: &str, encoding: Encoding) -> Option<Change> {
    let read = legacy::judge(text, encoding);
    read.is_possible().then(|| Change {
        kind: Kind::Older(encoding),
        before: text.to_owned(),
        after: read.text,
        found: Vec::new(),
    })
}

/// Whether a glance shows that a text is plain: most are.
pub(in crate::load) fn is_plain(text: &str) -> bool {
    let mut is_ours = false;
    let mut is_doubtful = false;
    let mut last = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | ',' | '-' | '\n' => {
                is_doubtful |=
                    last == 'd' && letter == 'd' || letter == 'u' && matches!(last, '\\' | '%');
                is_doubtful |= matches!((last, letter), ('u', '0' | '1'));
                // No syllable that is closed so bears none of these.
                is_doubtful |= matches!(letter, 'c' | 'p' | 't') && is_open(last);
            }
            // The number of a row: "I.1.7".
            '.' if letters.peek().is_some_and(char::is_ascii_digit) => {}
            // Marks of VIQR behind a vowel.
            '.' | '\'' | '`' | '?' | '~' | '^' | '(' | '+' => {
                is_doubtful |= is_vowel(last) || matches!(last, '^' | '(' | '+');
            }
            '&' => return false,
            '!'..='~' | '\t' => {}
            '\u{1ea0}'..='\u{1ef9}'
            | 'Ă'
            | 'ă'
            | 'Đ'
            | 'đ'
            | 'Ĩ'
            | 'ĩ'
            | 'Ũ'
            | 'ũ'
            | 'Ơ'
            | 'ơ'
            | 'Ư'
            | 'ư' => is_ours = true,
            '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '•' | '×' | '²' | '³' | '°' =>
                {}
            'à' | 'á' | 'â' | 'ã' | 'è' | 'é' | 'ê' | 'ì' | 'í' | 'ò' | 'ó' | 'ô' | 'õ' | 'ù'
            | 'ú' | 'ý' | 'À' | 'Á' | 'Â' | 'Ã' | 'È' | 'É' | 'Ê' | 'Ì' | 'Í' | 'Ò' | 'Ó' | 'Ô'
            | 'Õ' | 'Ù' | 'Ú' | 'Ý' => {
                // A vowel and one with a mark may be one letter of VNI; Ã may begin misread UTF-8.
                is_doubtful |= is_vowel(last) && !matches!(last, 'i' | 'I')
                    || matches!(last, 'ô' | 'Ô')
                    || matches!(letter, 'Ã' | 'Â');
                is_doubtful |= last.is_lowercase() && letter.is_uppercase();
            }
            _ => return false,
        }
        last = letter;
    }
    is_ours || !is_doubtful
}

fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'A' | 'E' | 'I' | 'O' | 'U' | 'Y'
    )
}

/// Whether no syllable with this letter ends in c, p or t.
fn is_open(letter: char) -> bool {
    matches!(
        letter,
        'â' | 'ê' | 'ô' | 'à' | 'è' | 'ì' | 'ò' | 'ù' | 'ã' | 'õ'
    )
}

impl Clean {
    fn change(&mut self, kind: Kind, read: Option<String>) {
        if let Some(after) = read.filter(|read| *read != self.text) {
            let before = std::mem::replace(&mut self.text, after.clone());
            self.changes.push(Change {
                kind,
                before,
                after,
                found: Vec::new(),
            });
        }
    }

    fn doubt(&mut self, kind: Kind, meant: Option<String>, word: &str) {
        self.doubt.get_or_insert_with(|| Doubt {
            kind,
            meant,
            word: word.trim().to_owned(),
        });
    }

    fn signs(&mut self, early: bool, home: Home) {
        if let Some((text, found)) = signs::in_plain(&self.text, early, home) {
            self.change(Kind::Signs, Some(text));
            if let Some(change) = self.changes.last_mut() {
                change.found = found;
            }
        }
    }

    /// Tries the whole text, and where that gives nothing, its parts.
    fn parts(&mut self, mut read: impl FnMut(&mut Self, &str, bool) -> Option<(Kind, String)>) {
        let text = self.text.clone();
        if let Some((kind, text)) = read(self, &text, true) {
            self.change(kind, Some(text));
            return;
        }
        let mut all = String::new();
        let mut found = None;
        for part in text.split_inclusive(PARTS) {
            match read(self, part, false) {
                Some((kind, part)) => {
                    found = Some(kind);
                    all.push_str(&part);
                }
                None => all.push_str(part),
            }
        }
        if let Some(kind) = found {
            self.change(kind, Some(all));
            // What was doubtful of the whole is certain of its parts.
            self.doubt = self
                .doubt
                .take()
                .filter(|doubt| self.text.contains(&doubt.word));
        }
    }

    fn misread(&mut self, part: &str, is_whole: bool) -> Option<(Kind, String)> {
        if part.is_ascii() {
            return None;
        }
        let read = misread::read(part)?;
        if read.is_err() && !is_whole {
            self.doubt(Kind::Misread, None, part.trim_end_matches(PARTS));
        }
        read.ok().map(|text| (Kind::Misread, text))
    }

    /// A text in an older encoding.
    fn older(&mut self, part: &str, font: Option<Font>, is_whole: bool) -> Option<(Kind, String)> {
        if part.is_ascii() {
            let read = legacy::viqr(part);
            let is_meant = read.telling > 0 || read.strong > 1;
            if is_meant && read.is_sure() {
                return Some((Kind::Viqr, read.text));
            }
            if let Some((word, meant)) = read.shown.filter(|_| !is_whole && read.bad == 0) {
                self.doubt(Kind::Viqr, Some(meant), &word);
            }
            return None;
        }
        let judged = Encoding::ALL.map(|encoding| (encoding, legacy::judge(part, encoding)));
        if let Some(font) = font
            && let Some((encoding, read)) = judged.iter().find(|(it, _)| *it == font.encoding)
            && (read.is_possible() || read.is_sure())
        {
            let text = match font.are_capitals {
                true => read.text.to_uppercase(),
                false => read.text.clone(),
            };
            return Some((Kind::Older(*encoding), text));
        }
        // Amid letters of Unicode one word of several proves little.
        let n_words = part.split_whitespace().count();
        let is_sure = |(encoding, read): &&(Encoding, Judgement)| {
            let is_rare = *encoding == Encoding::Viscii || !is_whole && n_words > 1;
            read.is_sure() && (!is_rare || read.strong > 1)
        };
        let mut sure = judged.iter().filter(is_sure);
        let usual = sure.clone().filter(|(it, _)| *it != Encoding::Viscii);
        let best = usual.clone().max_by_key(|(_, read)| read.good);
        let is_tie = |(_, best): &(Encoding, Judgement)| {
            let others = judged.iter().filter(|(it, _)| *it != Encoding::Viscii);
            let mut others = others.filter(|(_, other)| other.is_possible());
            others.any(|(_, other)| other.good >= best.good && other.text != best.text)
        };
        match best.or_else(|| sure.next()) {
            Some(best) if !is_tie(best) => {
                return Some((Kind::Older(best.0), best.1.text.clone()));
            }
            _ => {}
        }
        let mut usual = judged.into_iter().filter(|(it, _)| *it != Encoding::Viscii);
        let shown = usual.find_map(|(encoding, read)| {
            let is_shown = read.telling > 0 || read.is_possible();
            Some((encoding, read.shown.filter(|_| is_shown)?))
        });
        if let Some((encoding, (word, meant))) = shown.filter(|_| !is_whole) {
            self.doubt(Kind::Older(encoding), Some(meant), &word);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Home;
    use super::clean;

    fn read(text: &str) -> String {
        let read = clean(text, Home::Line, None);
        read.map_or(text.to_owned(), |clean| clean.text)
    }

    #[test]
    fn every_way_to_write_comes_back() {
        for (written, meant) in [
            ("ThiÕt bÞ m¹ng", "Thiết bị mạng"),
            ("§\u{ad}êng truyÒn", "Đường truyền"),
            ("Thueâ ñöôøng truyeàn", "Thuê đường truyền"),
            ("Ta^.p hua^'n", "Tập huấn"),
            ("H&#432;&#7899;ng d&#7851;n", "Hướng dẫn"),
            ("Thiáº¿t bá»‹", "Thiết bị"),
            ("ï»¿Thiáº¿t bá»‹", "Thiết bị"),
            (
                "  - {ma: ƯDCQS6, ly_do: Ch\u{ad}a cã nhu cÇu}",
                "  - {ma: ƯDCQS6, ly_do: Chưa có nhu cầu}",
            ),
            (
                "HP LaserJet Pro M404dn (m¸y in mµu)",
                "HP LaserJet Pro M404dn (máy in màu)",
            ),
            ("Ðường truyền", "Đường truyền"),
            ("BÐ, mÐt", "Bé, mét"),
            ("Nghị định số 73/2019/NÐ-CP", "Nghị định số 73/2019/NĐ-CP"),
        ] {
            assert_eq!(read(written), meant, "{written}");
        }
    }

    #[test]
    fn what_is_plain_is_not_even_looked_at() {
        for text in [
            "Thiết bị mạng (bộ), 15.000.000 đ",
            "Tập huấn sử dụng nền tảng số?",
            "xã",
            "  gia_tri: 1.850",
            "C:\\du_lieu",
        ] {
            assert!(clean(text, Home::Line, None).is_none(), "{text}");
        }
    }
}
