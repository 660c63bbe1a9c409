//! Bodies that are no more, as people write their names, and what took their place (Luật Tổ chức chính
//! quyền địa phương số 72/2025/QH15; the merging of ministries and departments of 2025).

mod names;

use std::ops::Range;

use crate::model::ProvinceKind;
use crate::model::fold;
use names::ARMED;
use names::BETWEEN;
use names::CITIES;
use names::GENERAL;
use names::MERGED;
use names::NAMED;
use names::OF_DISTRICT;
use names::ORGANISATIONS;
use names::PARTY;
use names::PLACES;

/// A word of a text: without marks, and where it stands. Between the parts of a name `&` is read as
/// "và", and a dash as nothing.
struct Word {
    plain: String,
    /// As written, in small letters: marks tell "quận" from "quân".
    lower: String,
    range: Range<usize>,
    /// Whether a sign behind it parts it from the next.
    is_last: bool,
    /// Whether that ends a sentence.
    ends: bool,
}

const SIGNS: [char; 13] = [
    ',', '.', ';', ':', '(', ')', '"', '“', '”', '\'', '/', '!', '?',
];

fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let is_parting = |letter: char| letter.is_whitespace() || "-–—&".contains(letter);
    let mut start = 0;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if !is_parting(letter) {
            continue;
        }
        let written = &text[start..at];
        let word = written.trim_matches(SIGNS);
        if !word.is_empty() {
            let first = start + written.find(word).unwrap_or_default();
            found.push(Word {
                plain: fold(word),
                lower: word.to_lowercase(),
                range: first..first + word.len(),
                is_last: written.ends_with(SIGNS),
                ends: written.ends_with(['.', ';']),
            });
        }
        if letter == '&' {
            found.push(Word {
                plain: "va".to_owned(),
                lower: "và".to_owned(),
                range: at..at + 1,
                is_last: false,
                ends: false,
            });
        }
        start = at + letter.len_utf8();
    }
    found
}

/// A body that is named in a text though it is no more.
pub(super) struct Abolished {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// What took its place.
    pub today: &'static str,
    /// Whether it is one of the district's.
    pub is_district: bool,
}

/// The bodies that a text names though they are no more; not where it does away with them or looks
/// back at them. In a province, not a city, a Thành ủy was that of a city below it.
pub(super) fn abolished(text: &str, province: ProvinceKind) -> Vec<Abolished> {
    let words = words(text);
    let mut found: Vec<Abolished> = Vec::new();
    for index in 0..words.len() {
        let of_city = || city_party(&words, index).filter(|_| province == ProvinceKind::Province);
        let known = district_body(&words, index).or_else(of_city);
        let known = known.map(|(range, today)| (range, today, true));
        let known = known.or_else(|| {
            let merged = merged_body(&words, index).or_else(|| place(&words, index));
            let (range, today) = merged.or_else(|| general(&words, index))?;
            Some((range, today, false))
        });
        let Some((range, today, is_district)) = known else {
            continue;
        };
        let bytes = words[range.start].range.start..words[range.end - 1].range.end;
        let overlaps = |other: &Abolished| other.range.end > bytes.start;
        if !is_past(&words, &range) && !found.iter().any(overlaps) {
            found.push(Abolished {
                range: bytes,
                today,
                is_district,
            });
        }
    }
    found
}

/// Whether the words from `from` on are those of a name.
fn stands(words: &[Word], from: usize, name: &str) -> Option<Range<usize>> {
    // Few words begin a name, and this is asked of every word for every name.
    if !name.starts_with(words.get(from)?.plain.as_str()) {
        return None;
    }
    let n_words = name.split(' ').count();
    let here = words.get(from..from + n_words)?;
    let same = here
        .iter()
        .zip(name.split(' '))
        .all(|(word, part)| word.plain == part);
    let is_one = here[..n_words - 1].iter().all(|word| !word.is_last);
    (same && is_one).then_some(from..from + n_words)
}

/// Whether the words from `from` on are these, with their marks.
fn begins(words: &[Word], from: usize, name: &str) -> Option<Range<usize>> {
    let n_words = name.split(' ').count();
    let here = words.get(from..from + n_words)?;
    let mut pairs = here.iter().zip(name.split(' '));
    let same = pairs.all(|(word, part)| word.lower == part);
    same.then_some(from..from + n_words)
}

/// How many words name the level of the district: "huyện", "quận", "thị xã".
fn level(words: &[Word], at: usize) -> Option<usize> {
    let word = |at: usize| words.get(at).map(|word| word.lower.as_str());
    match word(at)? {
        "huyện" | "quận" => Some(1),
        "thị" if word(at + 1) == Some("xã") => Some(2),
        _ => None,
    }
}

fn district_body(words: &[Word], from: usize) -> Option<(Range<usize>, &'static str)> {
    for (name, today) in NAMED {
        let pair = words.get(from..from + 2)?;
        let written = format!("{} {}", pair[0].lower, pair[1].lower).replace("uỷ", "ủy");
        if written == name && !pair[0].is_last {
            return Some((from..from + 2, today));
        }
    }
    let mut known = OF_DISTRICT.iter().filter_map(|(name, today)| {
        let range = stands(words, from, name)?;
        let ends = words[range.end - 1].is_last;
        let level = level(words, range.end).filter(|_| !ends)?;
        Some((range.start..range.end + level, *today))
    });
    known.next().or_else(|| office(words, from))
}

/// A body of the district: "Phòng Nội vụ huyện", "Đài Truyền thanh - Truyền hình huyện".
fn office(words: &[Word], from: usize) -> Option<(Range<usize>, &'static str)> {
    let head = ORGANISATIONS
        .iter()
        .find_map(|name| begins(words, from, name))?;
    let is_office = words[from].lower == "phòng";
    // To guard against something is no office.
    let next = words.get(head.end)?;
    let is_guard = ["chống", "bệnh", "ngừa", "thủ"].contains(&next.lower.as_str());
    if words[head.end - 1].is_last || is_guard {
        return None;
    }
    for at in head.end..(from + 9).min(words.len()) {
        if words[at - 1].is_last || BETWEEN.contains(&words[at].lower.as_str()) {
            return None;
        }
        // "Phòng huyện" is none.
        if let Some(level) = level(words, at).filter(|_| at > head.end || !is_office) {
            let today = match is_office {
                true => "sở cấp tỉnh hoặc phòng chuyên môn của cấp xã",
                false => "cơ quan, tổ chức cùng chức năng ở cấp tỉnh, khu vực hoặc cấp xã",
            };
            return Some((from..at + level, today));
        }
    }
    None
}

/// The committee of the Party of a city that is none under the centre.
fn city_party(words: &[Word], from: usize) -> Option<(Range<usize>, &'static str)> {
    let [first, second] = words.get(from..from + 2)? else {
        return None;
    };
    let is_one = first.lower == "thành" && ["ủy", "uỷ"].contains(&&*second.lower) && !first.is_last;
    let next = words.get(from + 2).filter(|_| !second.is_last);
    let is_under_the_centre = next.is_some_and(|next| CITIES.contains(&&*next.lower));
    (is_one && !is_under_the_centre).then_some((from..from + 2, PARTY))
}

/// A kind of place that is no more.
fn place(words: &[Word], from: usize) -> Option<(Range<usize>, &'static str)> {
    let mut known = PLACES.iter();
    let range = known.find_map(|name| begins(words, from, name))?;
    Some((range, "xã, phường hoặc đặc khu"))
}

/// A directorate general.
fn general(words: &[Word], from: usize) -> Option<(Range<usize>, &'static str)> {
    let (range, today) = GENERAL
        .iter()
        .find_map(|(name, today)| Some((stands(words, from, name)?, *today)))?;
    let next = words
        .get(range.end)
        .filter(|_| !words[range.end - 1].is_last);
    let is_armed = range.len() == 2 && next.is_some_and(|it| ARMED.contains(&&*it.lower));
    (!is_armed).then_some((range, today))
}

fn merged_body(words: &[Word], from: usize) -> Option<(Range<usize>, &'static str)> {
    let office = "phong van hoa va thong tin";
    if let Some(range) = stands(words, from, office) {
        return Some((range, "Phòng Văn hóa - Xã hội của cấp xã"));
    }
    let kind = words[from].plain.as_str();
    if !["so", "bo"].contains(&kind) || words[from].is_last {
        return None;
    }
    let mut known = MERGED
        .iter()
        .filter_map(|(name, short, department, ministry)| {
            let mut names = [*name].into_iter().chain(short.iter().copied());
            let range = names.find_map(|name| stands(words, from + 1, name))?;
            let today = if kind == "so" { department } else { ministry };
            Some((from..range.end, *today))
        });
    known.next()
}

/// Whether a text does away with a body or looks back at it: "không còn cấp huyện", "UBND huyện An
/// Phú trước đây".
fn is_past(words: &[Word], body: &Range<usize>) -> bool {
    let before = words[..body.start].iter().rev().take(3);
    let before: Vec<&str> = before.map(|word| word.lower.as_str()).collect();
    // Read backwards.
    let done_away: [&[&str]; 6] = [
        &["bỏ"],
        &["còn", "không"],
        &["chức", "tổ", "không"],
        &["thể", "giải"],
        &["cựu"],
        &["nguyên"],
    ];
    if done_away.iter().any(|phrase| before.starts_with(phrase)) {
        return true;
    }
    let after = words[body.end..].iter().take(7);
    let mut last = "";
    let mut is_over = words[body.end - 1].ends;
    for word in after {
        let lower = word.lower.as_str();
        if is_over {
            break;
        }
        let is_before = last == "trước" && ["đây", "kia", "ngày"].contains(&lower);
        if lower == "cũ" || is_before {
            return true;
        }
        (last, is_over) = (lower, word.ends);
    }
    false
}
