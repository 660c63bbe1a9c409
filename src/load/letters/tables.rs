//! The encodings that Vietnamese was written in before Unicode, and those in which UTF-8 is misread.
//!
//! Letters of the old encodings come into a workbook as the signs of Windows-1252 that have their
//! bytes: "Thiết bị" in TCVN3 is "ThiÕt bÞ". Sources: TCVN 5712:1993 (its third set, which the fonts
//! called .VnTime have), RFC 1456 (VISCII, VIQR), the two-byte letters of the fonts called VNI-Times.

use unicode_normalization::UnicodeNormalization;

/// An encoding by runs of letters, each from a byte on.
type Runs = &'static [(u8, &'static str)];

/// TCVN3 (ABC). It has no capitals with tones: fonts whose names end in H show small letters as such.
const TCVN3: Runs = &[
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
];

/// VISCII but for six capitals, whose bytes no cell can hold.
const VISCII: Runs = &[
    (0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"),
    (0xA0, "Õắằặấầẩậẽẹếềểễệốồổỗ"),
    (0xB3, "ỠƠộờởịỰỨỪỬơớƯ"),
    (0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"),
    (0xD0, "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"),
    (0xE0, "àáâãảăữẫèéêẻìíĩỉ"),
    (0xF0, "đựòóôõỏọụùúũủýợỮ"),
];

/// What the bytes from 0x80 to 0x9F are in Windows-1252; a space where they are nothing.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
/// What the bytes from 0x80 on are on a Macintosh.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// What the bytes from 0x80 on are in the windows of DOS (code page 437).
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// A set of signs in which the bytes of a text may have been misread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// Windows-1252, with what Windows-1258 and Latin-1 have in its place.
    Windows,
    /// That of the Macintosh.
    Macintosh,
    /// Code page 437.
    Dos,
}

/// The byte from 0x80 on that a sign stands for in a set of signs.
pub(super) fn byte(letter: char, page: Page) -> Option<u8> {
    let position = |table: &str, from: usize| {
        let at = table.chars().position(|other| other == letter)?;
        u8::try_from(from + at).ok()
    };
    match page {
        Page::Macintosh => position(MACINTOSH, 0x80),
        Page::Dos => position(DOS, 0x80),
        Page::Windows => match letter {
            '\u{80}'..='\u{ff}' => u8::try_from(u32::from(letter)).ok(),
            // Where the Windows of this country differs from that of the west.
            'Ă' => Some(0xC3),
            'ă' => Some(0xE3),
            ' ' => None,
            _ => position(WINDOWS, 0x80),
        },
    }
}

/// The sign that a byte from 0x80 to 0x9F is in Windows-1252.
pub(super) fn windows(byte: u8) -> Option<char> {
    let index = usize::from(byte).checked_sub(0x80)?;
    WINDOWS.chars().nth(index).filter(|letter| *letter != ' ')
}

/// An encoding that is older than Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::load) enum Encoding {
    /// TCVN3, also called ABC.
    Tcvn3,
    /// VNI for Windows.
    Vni,
    /// VISCII.
    Viscii,
}

/// A font whose letters are those of an older encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Font {
    pub encoding: Encoding,
    /// Whether it shows small letters as capitals.
    pub are_capitals: bool,
}

impl Font {
    /// The font of this name, where it is one.
    pub(super) fn of(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        let encoding = if name.starts_with(".vn") {
            Encoding::Tcvn3
        } else if name.starts_with("vni") {
            Encoding::Vni
        } else {
            return None;
        };
        Some(Self {
            encoding,
            are_capitals: encoding == Encoding::Tcvn3 && name.ends_with('h'),
        })
    }
}

impl Encoding {
    /// All, the usual ones first.
    pub(super) const ALL: [Self; 3] = [Self::Tcvn3, Self::Vni, Self::Viscii];

    /// How many letters, of one or two signs, begin this text, and which letter they are.
    pub(super) fn letter(self, text: &str) -> Option<(char, usize)> {
        let mut letters = text.chars();
        let first = letters.next()?;
        if self == Self::Vni {
            let second = letters.next();
            let pair = second.and_then(|second| Some((vni_pair(first, second)?, second)));
            return match pair {
                Some((letter, second)) => Some((letter, first.len_utf8() + second.len_utf8())),
                None => vni_single(first).map(|letter| (letter, first.len_utf8())),
            };
        }
        let runs = if self == Self::Tcvn3 { TCVN3 } else { VISCII };
        let byte = byte(first, Page::Windows).filter(|_| !matches!(first, 'Ă' | 'ă'))?;
        let letter = runs.iter().find_map(|(from, letters)| {
            let index = byte.checked_sub(*from)?;
            letters.chars().nth(usize::from(index))
        });
        letter.map(|letter| (letter, first.len_utf8()))
    }
}

/// Whether a sign is of one of the letters of VNI that are no pairs.
fn vni_single(letter: char) -> Option<char> {
    const SINGLE: [(char, char); 16] = [
        ('ñ', 'đ'),
        ('ô', 'ơ'),
        ('ö', 'ư'),
        ('í', 'í'),
        ('ì', 'ì'),
        ('æ', 'ỉ'),
        ('ó', 'ĩ'),
        ('ò', 'ị'),
        ('Ñ', 'Đ'),
        ('Ô', 'Ơ'),
        ('Ö', 'Ư'),
        ('Í', 'Í'),
        ('Ì', 'Ì'),
        ('Æ', 'Ỉ'),
        ('Ó', 'Ĩ'),
        ('Ò', 'Ị'),
    ];
    let found = SINGLE.iter().find(|(sign, _)| *sign == letter);
    let found = found.map(|(_, letter)| *letter);
    found.or(match letter {
        'î' => Some('ỵ'),
        'Î' => Some('Ỵ'),
        _ => None,
    })
}

/// The letter of VNI that a vowel and the sign behind it are.
fn vni_pair(base: char, mark: char) -> Option<char> {
    const TONES: [(char, &str); 5] = [
        ('ù', "\u{301}"),
        ('ø', "\u{300}"),
        ('û', "\u{309}"),
        ('õ', "\u{303}"),
        ('ï', "\u{323}"),
    ];
    const CIRCUMFLEXES: [(char, &str); 6] = [
        ('â', "\u{302}"),
        ('á', "\u{302}\u{301}"),
        ('à', "\u{302}\u{300}"),
        ('å', "\u{302}\u{309}"),
        ('ã', "\u{302}\u{303}"),
        ('ä', "\u{323}\u{302}"),
    ];
    const BREVES: [(char, &str); 6] = [
        ('ê', "\u{306}"),
        ('é', "\u{306}\u{301}"),
        ('è', "\u{306}\u{300}"),
        ('ú', "\u{306}\u{309}"),
        ('ü', "\u{306}\u{303}"),
        ('ë', "\u{323}\u{306}"),
    ];
    let vowel = match base {
        'a' | 'e' | 'o' | 'u' | 'y' | 'A' | 'E' | 'O' | 'U' | 'Y' => base,
        'ô' | 'ö' | 'Ô' | 'Ö' => vni_single(base)?,
        _ => return None,
    };
    let mark = mark.to_lowercase().next()?;
    let plain = base.to_ascii_lowercase();
    let breves = BREVES.iter().filter(|_| plain == 'a');
    let circumflexes = CIRCUMFLEXES
        .iter()
        .filter(|_| matches!(plain, 'a' | 'e' | 'o'));
    let mut marks = TONES.iter().chain(circumflexes).chain(breves);
    let (_, marks) = marks.find(|(sign, _)| *sign == mark)?;
    let mut letters = format!("{vowel}{marks}").nfc().collect::<Vec<_>>();
    letters.pop().filter(|_| letters.is_empty())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Encoding;
    use super::Page;
    use super::byte;

    /// The 67 letters that are not of ASCII, small and capital.
    fn letters(are_small: bool) -> BTreeSet<char> {
        let small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
        let letters = small.chars();
        match are_small {
            true => letters.collect(),
            false => letters.flat_map(char::to_uppercase).collect(),
        }
    }

    /// Every letter that a sign or two of them are.
    fn known(encoding: Encoding) -> BTreeSet<char> {
        let signs: Vec<char> = ('A'..='z').chain('\u{80}'..='\u{ff}').collect();
        let high: Vec<char> = signs.iter().copied().filter(|it| !it.is_ascii()).collect();
        let mut known = BTreeSet::new();
        for first in &signs {
            known.extend(encoding.letter(&first.to_string()).map(|(it, _)| it));
            for second in &high {
                known.extend(encoding.letter(&format!("{first}{second}")).map(|it| it.0));
            }
        }
        known
    }

    #[test]
    fn every_letter_is_in_every_encoding_that_has_it() {
        let all: BTreeSet<char> = letters(true).union(&letters(false)).copied().collect();
        assert_eq!(all.len(), 134);
        assert_eq!(known(Encoding::Vni), all);
        let mut tcvn3 = letters(true);
        tcvn3.extend("ĂÂÊÔƠƯĐ".chars());
        assert_eq!(known(Encoding::Tcvn3), tcvn3);
        let missing: BTreeSet<char> = "ẲẴẪỶỸỴ".chars().collect();
        let viscii = known(Encoding::Viscii);
        let lacks = all.difference(&viscii).copied();
        assert_eq!(lacks.collect::<BTreeSet<_>>(), missing);
    }

    #[test]
    fn every_page_has_all_its_bytes() {
        for page in [Page::Macintosh, Page::Dos] {
            let bytes: BTreeSet<u8> = ('\u{80}'..='\u{ffff}')
                .filter_map(|letter| byte(letter, page))
                .collect();
            assert_eq!(bytes.len(), 128, "{page:?}");
        }
        assert_eq!(byte('œ', Page::Windows), Some(0x9C));
        assert_eq!(byte('\u{9d}', Page::Windows), Some(0x9D));
        assert_eq!(byte('├', Page::Dos), Some(0xC3));
        assert_eq!(byte('√', Page::Macintosh), Some(0xC3));
    }
}
