//! Abbreviations in the commune's own words: a plan is read by people who do not know them all, and explains those
//! that it uses.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;
use std::ops::RangeInclusive;

use super::Finding;
use super::Subject;
use super::own_words::last_words;
use super::own_words::said;
use crate::model::WrittenValue;
use crate::model::is_syllable;
use crate::model::keys;
use crate::source::Origin;

/// The keys below which the commune writes in its own words.
const WITH_WORDS: [&str; 8] = [
    keys::SITUATION,
    keys::TARGETS,
    keys::COMPONENTS,
    keys::LEFT_OUT,
    keys::TASKS,
    keys::ROW,
    keys::RENT_OR_BUY,
    keys::OWN_SECTIONS,
];

/// Fewer letters are a mark of a list, more a word that is written in capitals.
const LENGTHS: RangeInclusive<usize> = 2..=7;

/// The words of "(sau đây gọi tắt là": so many before an abbreviation say that it is explained.
const LONGEST_FORMULA: usize = 6;

/// So many words in capitals one after the other are a heading.
const SHOUTED: usize = 3;

/// An abbreviation that neither the glossary nor the profile explains, nor the text itself.
pub(super) fn unexplained(subject: &Subject<'_>) -> Vec<Finding> {
    let WrittenValue::Keys(entries) = &subject.written.content else {
        return Vec::new();
    };
    let entries = entries.iter();
    let entries = entries.filter(|entry| WITH_WORDS.contains(&entry.key.as_str()));
    let own = subject.profile.abbreviations.iter();
    let entries_known = subject.catalogue.glossary.iter().chain(own);
    let known: BTreeSet<&str> = entries_known
        .flat_map(|entry| entry.short.split([' ', '(', ')']))
        .collect();
    let mut explained = BTreeSet::new();
    let mut first: BTreeMap<String, (Origin, usize)> = BTreeMap::new();
    for said in said(entries.map(|entry| &entry.value), subject) {
        for at in abbreviations(said.text) {
            let word = &said.text[at.clone()];
            if known.contains(word) {
                continue;
            }
            if is_explained(said.text, &at) {
                explained.insert(word.to_owned());
            }
            let place = first.entry(word.to_owned());
            place.or_insert_with(|| (said.at(at), 0)).1 += 1;
        }
    }
    let found = first.into_iter();
    let found = found.filter(|(word, _)| !explained.contains(word));
    found
        .map(|(word, (at, times))| {
            let again = match times {
                1 => String::new(),
                _ => format!(" ({times} chỗ)"),
            };
            Finding::new(
                &at,
                format!("“{word}”{again} chưa có trong danh mục từ viết tắt của kế hoạch"),
                format!(
                    "viết đầy đủ, hoặc thêm một dòng vào danh sách `{}` của hồ sơ: `- {{{}: {word}, {}: …}}`",
                    keys::ABBREVIATIONS,
                    keys::SHORT,
                    keys::NAME
                ),
            )
        })
        .collect()
}

/// "TP. Hồ Chí Minh": before the name of a city.
const BEFORE_NAMES: &str = "TP";

/// Units of measure that people write in capitals.
const UNITS: [&str; 20] = [
    "BTU", "CM", "DPI", "FPS", "GB", "HA", "HP", "HZ", "KB", "KG", "KM", "KV", "KVA", "KW", "MB",
    "MBPS", "MP", "TB", "VA", "VAC",
];

/// The words of a text that are written in capitals, but for headings, numbers of documents, units of measure and
/// Roman numerals.
fn abbreviations(text: &str) -> Vec<Range<usize>> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '/' | '.');
    let mut words: Vec<(Range<usize>, bool)> = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(|letter: char| !is_part(letter)) {
        let word = piece.trim_end_matches(|letter: char| !is_part(letter));
        let word = word.trim_end_matches(['.', '-', '/']);
        if !word.is_empty() {
            words.push((start..start + word.len(), is_in_capitals(word)));
        }
        start += piece.len();
    }
    // Words of a heading have nothing between them but blanks; those of a list have commas.
    let runs = words.chunk_by(|(before, a), (after, b)| {
        a == b && text[before.end..after.start].trim().is_empty()
    });
    let mut found = Vec::new();
    for run in runs.filter(|run| run.len() < SHOUTED) {
        for (at, is_capital) in run {
            let before = text[..at.start].trim_end();
            let word = &text[at.clone()];
            let is_counted = before.ends_with(|letter: char| letter.is_ascii_digit());
            let is_unit = is_counted && UNITS.contains(&word);
            if *is_capital && !is_unit && may_be_short(word) {
                found.push(at.clone());
            }
        }
    }
    found
}

fn is_in_capitals(word: &str) -> bool {
    let is_capital = |letter: char| letter.is_uppercase() || letter == '-';
    word.starts_with(char::is_uppercase) && word.chars().all(is_capital)
}

/// Whether a word in capitals may stand for others: no Roman numeral, and no syllable, which is a word itself.
fn may_be_short(word: &str) -> bool {
    let is_roman = word.chars().all(|letter| "IVXLCDM".contains(letter));
    let is_word = is_roman || is_syllable(&word.to_lowercase());
    LENGTHS.contains(&word.chars().count()) && word != BEFORE_NAMES && !is_word
}

/// Whether an abbreviation stands in brackets behind what it means, or has its meaning in brackets behind it.
fn is_explained(text: &str, at: &Range<usize>) -> bool {
    let (before, behind) = (text[..at.start].trim_end(), text[at.end..].trim_start());
    let words = last_words(before, LONGEST_FORMULA);
    let is_told = words.rsplit_once('(').is_some_and(|(_, inside)| {
        let inside = inside.trim_matches(|letter: char| !letter.is_alphanumeric());
        inside.is_empty() || inside.ends_with("tat la")
    });
    let behind_it = behind.trim_start_matches(['"', '”', '’']);
    is_told && behind_it.starts_with([')', ',', ';'])
        || behind
            .strip_prefix('(')
            .and_then(|meaning| meaning.chars().next())
            .is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::abbreviations;
    use super::is_explained;

    #[test]
    fn words_in_capitals_are_abbreviations() {
        for (text, found) in [
            ("5 HTX và UBND xã.", vec!["HTX", "UBND"]),
            ("Quyết định số 57-NQ/TW, mục II, HTS6", vec![]),
            ("HỖ TRỢ NGƯỜI DÂN theo TTHC", vec!["TTHC"]),
            ("Hồ sơ BHYT.", vec!["BHYT"]),
            ("V. Việc A, B", vec![]),
            ("BQL, BCĐ và TDP đã họp", vec!["BQL", "BCĐ", "TDP"]),
            (
                "ổ 512 GB, KT-XH, 5 HTX, chợ ĐÔNG, DÙNG CHUNG",
                vec!["KT-XH", "HTX"],
            ),
            ("TRẠM Y TẾ XÃ có 5 máy, HỌP XÃ", vec![]),
        ] {
            let at = abbreviations(text).into_iter();
            let words: Vec<&str> = at.map(|at| &text[at]).collect();
            assert_eq!(words, found, "{text}");
        }
    }

    #[test]
    fn brackets_explain() {
        for (text, is) in [
            ("hợp tác xã (HTX) của xã", true),
            ("HTX (hợp tác xã) của xã", true),
            ("Hội Phụ nữ (sau đây gọi tắt là HPN) xã", true),
            ("HTX (5 đơn vị)", false),
            ("HTX của xã", false),
        ] {
            let at = abbreviations(text).remove(0);
            assert_eq!(is_explained(text, &at), is, "{text}");
        }
    }
}
