//! What a Vietnamese syllable is: by it words of another encoding, and words that are misspelt, are told
//! from Vietnamese ones.
//!
//! A syllable is an onset, a rhyme and a tone. The rhymes below are those of written Vietnamese; a
//! rhyme closed by c, ch, p or t only bears the tones sắc and nặng. Names of places in the languages of
//! the highlands ("Đắk Lắk", "Krông Búk") and abbreviations are no syllables.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

static RHYMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu"
        .split_whitespace()
        .collect()
});

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Whether a word, in capitals or not, is spelt as a Vietnamese syllable, with or without a tone.
pub fn is_syllable(word: &str) -> bool {
    let lower: String = word.to_lowercase().nfd().collect();
    let mut tones = lower.chars().filter(|letter| TONES.contains(letter));
    let tone = tones.next();
    if tones.next().is_some() {
        return false;
    }
    let plain: String = lower.nfd().filter(|it| !TONES.contains(it)).nfc().collect();
    let is_closed = ["c", "ch", "p", "t"].iter().any(|end| plain.ends_with(end));
    if is_closed && !matches!(tone, Some('\u{301}' | '\u{323}')) {
        return false;
    }
    let mut splits = ONSETS.iter().filter_map(|onset| {
        let rhyme = plain.strip_prefix(onset)?;
        Some((*onset, rhyme))
    });
    splits.any(|(onset, rhyme)| fits(onset, rhyme))
}

/// Whether an onset and a rhyme make a syllable.
fn fits(onset: &str, rhyme: &str) -> bool {
    let front = rhyme.starts_with(['e', 'ê', 'i', 'y']);
    let fits = match onset {
        "k" | "gh" | "ngh" => front,
        "c" | "ng" => !front,
        // "gì" and "gìn" hold their vowel in the onset.
        "g" => !front || matches!(rhyme, "i" | "in"),
        // "quốc" is qu + ôc, "quý" qu + y, "quen" qu + en.
        "qu" => !rhyme.starts_with(['u', 'ư']) && rhyme != "o",
        _ => true,
    };
    let is_rhyme = match onset {
        "qu" if rhyme.starts_with('y') => RHYMES.contains(format!("u{rhyme}").as_str()),
        _ => RHYMES.contains(rhyme),
    };
    fits && is_rhyme
}

/// Whether a letter belongs to the Vietnamese alphabet, with any of its tones.
pub fn is_vietnamese(letter: char) -> bool {
    const VOWELS: &str = "aăâeêioôơuưy";
    const CONSONANTS: &str = "bcdđghklmnpqrstvx";
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    if lower.is_ascii() || CONSONANTS.contains(lower) {
        return VOWELS.contains(lower) || CONSONANTS.contains(lower);
    }
    let parts: String = lower.nfd().collect();
    let mut plain = parts.chars().filter(|it| !TONES.contains(it)).nfc();
    plain.next().is_some_and(|letter| VOWELS.contains(letter)) && plain.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::is_syllable;
    use super::is_vietnamese;

    #[test]
    fn syllables_are_told_from_nonsense() {
        for word in [
            "nghiêng",
            "quốc",
            "quý",
            "gì",
            "giếng",
            "giữ",
            "khuyến",
            "thuở",
            "ươm",
            "xoáy",
            "Ủy",
            "yếu",
            "huỷ",
            "hóa",
            "hoá",
            "được",
            "ngoằn",
            "khuỷu",
            "quyết",
            "giặt",
            "kê",
            "ghế",
            "ĐƯỜNG",
            "xã",
        ] {
            assert!(is_syllable(word), "{word}");
        }
        for word in [
            "cấpp",
            "nghang",
            "tôt",
            "thưc",
            "kấp",
            "ngiêng",
            "gế",
            "đươc",
            "hoạc\u{301}",
            "lòngg",
            "truờg",
            "xãa",
            "kỹy",
            "quu",
            "data",
            "",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn letters_of_the_alphabet_are_known() {
        for letter in "aăâđêôơưẢỴỗýéÀX".chars() {
            assert!(is_vietnamese(letter), "{letter}");
        }
        for letter in "fjwzñöüåðǎç1-".chars() {
            assert!(!is_vietnamese(letter), "{letter}");
        }
    }
}
