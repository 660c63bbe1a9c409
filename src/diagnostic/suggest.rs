//! "Có phải bạn muốn viết …?": the nearest of the known words to one that is not known.
//!
//! A suggestion is taken without a second thought, so none is made where it could move money, change a
//! figure, or name one of several codes that are equally near.

use crate::model::fold;

/// A longer text is no misspelt word, and is not compared, in characters.
const LONGEST: usize = 64;

/// Words that tell whose money, how much or when: where several words are written, nothing is suggested
/// that lacks one of them.
const WEIGHTY: [&str; 15] = [
    "tinh", "huyen", "xa", "phuong", "khu", "uong", "pho", "nghin", "ngan", "trieu", "ty", "dong",
    "thang", "quy", "nam",
];

/// The word of `known` nearest to `written`, if it is near enough to be what was meant.
///
/// Marks and case do not count (`hạ tầng` is near `ha_tang`); up to a third of the letters may
/// differ, two at least, of a short word one.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().take(LONGEST + 1).count();
    let wanted = plain(written).filter(|_| length <= LONGEST)?;
    let length = wanted.chars().count();
    let limit = if length < 4 { 1 } else { (length / 3).max(2) };
    let mut near: Vec<(usize, &str, String)> = Vec::new();
    for word in known {
        let Some(spelt) = plain(word) else { continue };
        let is_far = spelt.chars().count().abs_diff(length) > limit;
        if is_far || !keeps_weighty(&wanted, &spelt) {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&wanted, &spelt);
        let least = near.first().map_or(limit, |(least, ..)| *least);
        if distance < least {
            near.clear();
        }
        if distance <= least {
            near.push((distance, word, spelt));
        }
    }
    let (_, _, spelt) = near.first()?;
    let letters = |spelt: &str| spelt.replace(|c: char| c.is_ascii_digit(), "");
    let mut others = near[1..].iter().filter(|(.., other)| other != spelt);
    // By a digit that is wrong nobody can tell which of them was meant.
    if others.any(|(.., other)| letters(other) == letters(spelt)) {
        return None;
    }
    let best = near.iter().min_by_key(|(_, word, _)| (word.len(), *word));
    best.map(|(_, word, _)| *word)
}

/// Which of the known codes are written in a text as people write them: `HTS 6`, `HTS-7`, `HTS7 Mạng nội bộ`,
/// `HTS8, ANM6`; none where a code is no known one.
pub(super) fn codes_within<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Vec<&'a str> {
    if written.chars().count() > LONGEST {
        return Vec::new();
    }
    let known: Vec<(&str, Option<(String, u32)>)> = known
        .into_iter()
        .map(|code| (code, code_at(code)))
        .collect();
    let written = written.replace(" và ", ",");
    let pieces = written.split([',', ';', '+', '&', '\n']);
    let codes = pieces.filter_map(code_at).map(|wanted| {
        let mut found = known
            .iter()
            .filter(|(_, code)| code.as_ref() == Some(&wanted));
        found.next().map(|(code, _)| *code)
    });
    let codes: Option<Vec<&str>> = codes.collect();
    codes.unwrap_or_default()
}

/// The letters, folded, and the number of the code at the beginning of a text.
fn code_at(text: &str) -> Option<(String, u32)> {
    let text = text.trim();
    let end = text.find(|letter: char| !letter.is_alphabetic())?;
    let rest = text[end..].trim_start_matches([' ', '-', '_', '.', '–']);
    let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = rest.split_at(n_digits);
    let is_over = !behind.starts_with(|letter: char| letter.is_alphanumeric());
    (end > 0 && is_over).then(|| Some((fold(&text[..end]), number.parse().ok()?)))?
}

/// A word as it is compared; nothing for a figure, which no other figure stands for.
fn plain(word: &str) -> Option<String> {
    let has_letter = word.chars().any(char::is_alphabetic);
    has_letter.then(|| fold(word).replace([' ', '-'], "_"))
}

/// Whether a word has all the weighty ones that were written.
fn keeps_weighty(written: &str, word: &str) -> bool {
    let mut parts = written.split('_').filter(|part| WEIGHTY.contains(part));
    !written.contains('_') || parts.all(|part| word.split('_').any(|other| other == part))
}

#[cfg(test)]
mod tests {
    use super::LONGEST;
    use super::codes_within;
    use super::nearest;

    #[test]
    fn codes_are_read_as_people_write_them() {
        let known = ["HTS6", "HTS7", "HTS8", "ANM6", "ĐLHQ7", "NV-01", "CQS-12"];
        for (written, codes) in [
            ("HTS 6", vec!["HTS6"]),
            ("hts-7", vec!["HTS7"]),
            ("HTS7 Mạng nội bộ", vec!["HTS7"]),
            ("HTS7: Mạng nội bộ", vec!["HTS7"]),
            ("HTS8, ANM6", vec!["HTS8", "ANM6"]),
            ("HTS8 và ANM6", vec!["HTS8", "ANM6"]),
            ("đlhq7 - Đo lường", vec!["ĐLHQ7"]),
            ("NV1", vec!["NV-01"]),
            ("CQS 12", vec!["CQS-12"]),
            ("HTS66", vec![]),
            ("HTS8, ANM66", vec![]),
            ("HTS6a", vec![]),
            ("Mạng nội bộ", vec![]),
            ("6", vec![]),
        ] {
            assert_eq!(codes_within(written, known), codes, "{written}");
        }
    }

    #[test]
    fn near_words_are_suggested_and_far_ones_are_not() {
        let known = ["thanh_phan", "muc_tieu", "HTS7", "ƯDCQS7"];
        assert_eq!(nearest("thanhphan", known), Some("thanh_phan"));
        assert_eq!(nearest("mục tiêu", known), Some("muc_tieu"));
        assert_eq!(nearest("UDCQS77", known), Some("ƯDCQS7"));
        assert_eq!(nearest("ngan_sach", known), None);
        let long = "thanh_phan".repeat(LONGEST);
        assert_eq!(nearest(&long, known), None);
    }

    #[test]
    fn no_suggestion_moves_money_or_changes_a_figure() {
        let sources = ["ngân sách tỉnh", "ngân sách xã", "ngân sách phường"];
        for written in [
            "Ngân sách Trung ương",
            "Ngân sách huyện",
            "ngân sách thành phố",
        ] {
            assert_eq!(nearest(written, sources), None, "{written}");
        }
        assert_eq!(nearest("ngan sach xa", sources), Some("ngân sách xã"));
        assert_eq!(nearest("ngan sack xa", sources), Some("ngân sách xã"));
        let units = ["nghìn đồng", "triệu đồng"];
        assert_eq!(nearest("tỷ đồng", units), None);
        let communes = ["xa-tan-loc-dong", "phuong-tan-phu"];
        assert_eq!(nearest("Tân Lộc Đông", communes), Some(communes[0]));
        assert_eq!(nearest("2026", ["2027", "2028"]), None);
        assert_eq!(nearest("5", ["1", "2", "3", "4"]), None);
    }

    #[test]
    fn of_codes_that_are_equally_near_none_is_suggested() {
        let codes = ["NV-01", "NV-09", "NV-19", "CQS-01", "HTS6", "HTS7", "ANM7"];
        assert_eq!(nearest("NV-99", codes), None);
        assert_eq!(nearest("HTS8", codes), None);
        assert_eq!(nearest("HTS66", codes), Some("HTS6"));
        assert_eq!(nearest("CQS01", codes), Some("CQS-01"));
        assert_eq!(nearest("NV 01", codes), Some("NV-01"));
    }

    #[test]
    fn of_a_short_word_one_letter_may_differ() {
        let keys = ["ma", "ten", "so", "nam"];
        assert_eq!(nearest("mma", keys), Some("ma"));
        assert_eq!(nearest("nâm", keys), Some("nam"));
        assert_eq!(nearest("ao", keys), Some("so"));
        assert_eq!(nearest("loi", keys), None);
    }
}
