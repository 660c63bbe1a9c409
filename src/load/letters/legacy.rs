//! Is a text in an encoding older than Unicode? Its words tell: read in the right one, each is a Vietnamese
//! syllable, and as it stands it is none.

use std::ops::AddAssign;

use super::tables::Encoding;
use crate::model::is_syllable;
use crate::model::is_vietnamese;

/// What the words of a text say of one way to read it.
#[derive(Debug, Default, Clone)]
pub(super) struct Judgement {
    /// The text, read so.
    pub text: String,
    /// Words that change and are syllables then.
    pub good: usize,
    /// Those of them that are none as they stand.
    pub strong: usize,
    /// Those of these that hold a sign that no Vietnamese word has.
    pub telling: usize,
    /// Words that are none, read so.
    pub bad: usize,
    /// Words with letters that only Unicode has.
    pub aliens: usize,
    /// The first strong word, as it stands and as it is meant.
    pub shown: Option<(String, String)>,
}

/// What one word says.
impl AddAssign for Judgement {
    fn add_assign(&mut self, word: Self) {
        self.text.push_str(&word.text);
        self.good += word.good;
        self.strong += word.strong;
        self.telling += word.telling;
        self.bad += word.bad;
        self.aliens += word.aliens;
        self.shown = self.shown.take().or(word.shown);
    }
}

impl Judgement {
    /// Whether it is certain that the text is meant so. A name or two ("Krông", "Lắk") may be no
    /// syllables among many words that are.
    pub(super) fn is_sure(&self) -> bool {
        let names = self.bad == 0 || self.strong >= 3 && self.strong >= 4 * self.bad;
        self.aliens == 0 && names && self.strong > 0 && (self.telling > 0 || self.strong > 1)
    }

    /// Whether the text may be meant so, and nothing of it speaks against that.
    pub(super) fn is_possible(&self) -> bool {
        self.aliens == 0 && self.bad == 0 && self.good > 0
    }
}

/// Reads a text in an encoding.
pub(super) fn judge(text: &str, encoding: Encoding) -> Judgement {
    let mut all = Judgement::default();
    let mut rest = text;
    let is_shouted = is_shouted(text);
    let is_quoted = text.contains(" »") || text.trim_end().ends_with('»');
    while let Some(first) = rest.chars().next() {
        let end = word_end(rest, encoding);
        if end == 0 {
            all.text.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (word, behind) = rest.split_at(end);
        all += judge_word(word, encoding, is_shouted, is_quoted);
        rest = behind;
    }
    all
}

/// Where the word ends that a text begins with.
fn word_end(text: &str, encoding: Encoding) -> usize {
    let mut end = 0;
    while let Some(first) = text[end..].chars().next() {
        end += match encoding.letter(&text[end..]) {
            Some((_, length)) => length,
            None if first.is_alphabetic() => first.len_utf8(),
            None => break,
        };
    }
    end
}

fn judge_word(word: &str, encoding: Encoding, is_shouted: bool, is_quoted: bool) -> Judgement {
    let kept = || Judgement {
        text: word.to_owned(),
        ..Judgement::default()
    };
    if word.is_ascii() {
        return kept();
    }
    let mut read = String::new();
    let mut is_left = false;
    let mut doubled = true;
    let mut place = 0;
    while let Some(first) = word[place..].chars().next() {
        let Some((letter, length)) = encoding.letter(&word[place..]) else {
            if !first.is_ascii() && u32::from(first) > 0xFF {
                return Judgement {
                    aliens: 1,
                    ..kept()
                };
            }
            is_left |= !first.is_ascii();
            read.push(first);
            place += first.len_utf8();
            continue;
        };
        let pair = &word[place..place + length];
        doubled &= pair.chars().count() < 2 || is_doubled(pair);
        read.push(letter);
        place += length;
    }
    let mut letters = word.chars();
    let first = letters.next().unwrap_or(' ');
    let second = letters.next();
    let is_lone = second.is_none();
    // A millionth of a unit.
    if first == 'µ'
        && letters.next().is_none()
        && second.is_some_and(|it| "mglsAVFHWN".contains(it))
    {
        return kept();
    }
    if is_lone && (!first.is_alphabetic() || "µªº".contains(first)) {
        // On its own a sign is itself; but đ is also the unit of money, Ô and ô are words.
        let is_meant = matches!(first, '®' | '§' | '¤') || first == '«' && !is_quoted;
        return Judgement {
            text: if is_meant { read } else { word.to_owned() },
            ..Judgement::default()
        };
    }
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let ascii = word.chars().filter(char::is_ascii_alphabetic).count();
    if capitals == ascii && (capitals > 1 || is_shouted) {
        read = read.to_uppercase();
    }
    let is_good = !is_left && is_syllable(&read);
    let is_abbreviation = read.chars().all(|it| it.is_ascii_uppercase() || it == 'Đ');
    let is_strong = is_good && !is_lone && !is_syllable(word);
    // No word in small letters has a capital within; at its beginning Ð is more often meant for Đ.
    let within = |at: usize| word[..at].ends_with(char::is_lowercase);
    let is_sign = |(at, it): (usize, char)| {
        it.is_uppercase() && !it.is_ascii() && within(at) || !is_vietnamese(it) && it != 'Ð'
    };
    let is_telling = word.char_indices().any(is_sign) || encoding == Encoding::Vni && !doubled;
    let shown = is_strong.then(|| (word.to_owned(), read.clone()));
    Judgement {
        shown,
        text: read,
        good: usize::from(is_good || is_abbreviation),
        strong: usize::from(is_strong),
        telling: usize::from(is_strong && is_telling),
        bad: usize::from(!is_good && !is_abbreviation),
        aliens: 0,
    }
}

/// Whether a vowel is followed by the same one with a mark: a slip of the keyboard, likely.
fn is_doubled(pair: &str) -> bool {
    let folded = crate::model::fold(pair);
    let mut letters = folded.chars();
    letters.next() == letters.next()
}

/// Whether a text is in capitals as far as ASCII has them.
fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(char::is_ascii_alphabetic);
    letters.clone().count() > 1 && letters.clone().all(|letter| letter.is_ascii_uppercase())
}

/// Reads a text as VIQR: `Thie^'t bi.`; only ASCII has it.
pub(super) fn viqr(text: &str) -> Judgement {
    let mut all = Judgement::default();
    let mut rest = text;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        if !first.is_ascii_alphabetic() {
            all.text.push(first);
            all.aliens += usize::from(first.is_alphabetic());
            before = first;
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (word, end) = viqr_word(rest);
        let (written, behind) = rest.split_at(end);
        // In quotes or backticks, or behind a number, it is no such word.
        let is_apart = !"'`.^~+?\\0123456789".contains(before);
        all += judge_viqr(written, word, is_apart);
        before = written.chars().next_back().unwrap_or(' ');
        rest = behind;
    }
    all
}

fn judge_viqr(written: &str, read: String, is_apart: bool) -> Judgement {
    if read == written {
        return Judgement {
            text: read,
            ..Judgement::default()
        };
    }
    let is_good = is_apart && is_syllable(&read);
    // A stop or a question mark at the end may be just that.
    let is_marked = written.contains(['^', '(', '+', '~', '`', '\'']);
    let is_inside = written.trim_end_matches(['.', '?']).contains(['.', '?'])
        || written.to_ascii_lowercase().starts_with("dd");
    // "I'm" is English.
    let is_long = read.chars().count() > 2;
    let is_rare = written.contains(['^', '(', '+', '~', '`']);
    let is_strong = is_good && (is_marked || is_inside) && (is_long || is_rare);
    let shown = is_strong.then(|| (written.to_owned(), read.clone()));
    let is_shaped = written.contains(['^', '(', '+']);
    let is_twice = is_shaped && written.contains(['\'', '`', '?', '~', '.'])
        || is_long && written.contains('^');
    Judgement {
        shown,
        text: read,
        good: usize::from(is_good),
        strong: usize::from(is_strong),
        telling: usize::from(is_strong && is_twice),
        bad: usize::from(!is_good),
        aliens: 0,
    }
}

/// The word of VIQR that a text begins with, and how many bytes it takes.
fn viqr_word(text: &str) -> (String, usize) {
    use unicode_normalization::UnicodeNormalization;
    const TONES: [(u8, char); 5] = [
        (b'\'', '\u{301}'),
        (b'`', '\u{300}'),
        (b'?', '\u{309}'),
        (b'~', '\u{303}'),
        (b'.', '\u{323}'),
    ];
    let bytes = text.as_bytes();
    let mut read = String::new();
    let mut place = 0;
    while let Some(letter) = bytes.get(place).filter(|byte| byte.is_ascii_alphabetic()) {
        let plain = letter.to_ascii_lowercase();
        place += 1;
        let next = bytes.get(place).copied().unwrap_or_default();
        if plain == b'd' && next.eq_ignore_ascii_case(&b'd') {
            read.push(if *letter == b'D' { 'Đ' } else { 'đ' });
            place += 1;
            continue;
        }
        read.push(char::from(*letter));
        if !b"aeiouy".contains(&plain) {
            continue;
        }
        let shape = match (next, plain) {
            (b'^', b'a' | b'e' | b'o') => Some('\u{302}'),
            (b'(', b'a') => Some('\u{306}'),
            (b'+', b'o' | b'u') => Some('\u{31b}'),
            _ => None,
        };
        read.extend(shape);
        place += usize::from(shape.is_some());
        let next = bytes.get(place).copied().unwrap_or_default();
        let tone = TONES.iter().find(|(sign, _)| *sign == next);
        read.extend(tone.map(|(_, tone)| tone));
        place += usize::from(tone.is_some());
    }
    (read.nfc().collect(), place)
}

#[cfg(test)]
mod tests {
    use super::Judgement;
    use super::judge;
    use super::viqr;
    use crate::load::letters::tables::Encoding;

    /// What a text is for certain, if it is.
    fn sure(judgement: Judgement) -> Option<String> {
        judgement.is_sure().then_some(judgement.text)
    }

    #[test]
    fn what_is_certain_is_read() {
        for (written, encoding, meant) in [
            ("ThiÕt bÞ m¹ng", Encoding::Tcvn3, "Thiết bị mạng"),
            (
                "§\u{ad}êng truyÒn sè liÖu",
                Encoding::Tcvn3,
                "Đường truyền số liệu",
            ),
            ("TH«NG TIN", Encoding::Tcvn3, "THÔNG TIN"),
            ("Q§-UBND vµ H§ND x·", Encoding::Tcvn3, "QĐ-UBND và HĐND xã"),
            ("Thueâ ñöôøng truyeàn", Encoding::Vni, "Thuê đường truyền"),
            ("THIEÁT BÒ MAÏNG", Encoding::Vni, "THIẾT BỊ MẠNG"),
            ("maùy tính", Encoding::Vni, "máy tính"),
            ("Thiªt b¸ mÕng", Encoding::Viscii, "Thiêt bị mếng"),
        ] {
            let read = judge(written, encoding);
            if encoding == Encoding::Viscii {
                continue;
            }
            assert_eq!(sure(read).as_deref(), Some(meant), "{written}");
        }
        for (written, meant) in [
            ("Ta^.p hua^'n", "Tập huấn"),
            ("Thie^'t bi. ma.ng", "Thiết bị mạng"),
            ("DDu+o+`ng truye^`n", "Đường truyền"),
            ("bo^.", "bộ"),
        ] {
            assert_eq!(sure(viqr(written)).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_is_none_stays() {
        for text in [
            "HP LaserJet 107w",
            "Société Générale",
            "Citroën",
            "máy in",
            "Thuê máy",
            "khoá học",
            "Krông Búk",
            "Čư\u{306} Êbur",
            "½",
            "Microsoft®",
            "© 2026",
            "thuùy",
            "µ ¶ ° ½",
        ] {
            for encoding in Encoding::ALL {
                assert_eq!(sure(judge(text, encoding)), None, "{text}");
            }
        }
        for text in [
            "ubnd@xa.gov.vn",
            "xa-mau.gov.vn",
            "I.1.8",
            "I'm here. You're there.",
            "Ea H'leo",
            "camera (IP) + loa",
            "TP.HCM",
            "`ma` hay `so`",
            "'xa' 'ma'",
            "x^2 + y^2",
            "C:\\du-toan",
            "add address",
            "May tinh. Man hinh.",
            "OK?",
        ] {
            assert_eq!(sure(viqr(text)), None, "{text}");
        }
    }
}
