//! The words that tell a place of one kind from that of another, and where they mean no place.

use std::collections::BTreeSet;

use crate::selections::place::KINDS;
use crate::selections::place::Place;
use crate::selections::place::UNITS;

/// A text in which a word of another kind of place may stand, with the reason.
pub(super) struct Allowed {
    pub(super) word: &'static str,
    /// In small letters; the word stands in it.
    pub(super) text: &'static str,
    pub(super) why: &'static str,
}

const fn allowed(word: &'static str, text: &'static str, why: &'static str) -> Allowed {
    Allowed { word, text, why }
}

/// In the handbook.
const COUNTRY: &str = "titles of decrees, and what is said of all communes of the country";

/// An official name.
const NAME: &str = "the official names of KTT17 and ƯDXHS12";

/// All of them.
pub(super) const ALLOWED: [Allowed; 16] = [
    allowed("xã", "xã hội", "society"),
    allowed("xã", "hợp tác xã", "a cooperative"),
    allowed("xã", "cấp xã", "the level, as laws call it"),
    allowed(
        "xã",
        "mỗi xã một sản phẩm",
        "the name of a programme of the nation",
    ),
    allowed("phường", "xã, phường, đặc khu", COUNTRY),
    allowed("đặc khu", "xã, phường, đặc khu", COUNTRY),
    allowed("thành phố", "tỉnh, thành phố", COUNTRY),
    allowed("tỉnh", "cấp tỉnh", "the level, as laws call it"),
    allowed(
        "thành phố",
        "thành lập thành phố",
        "titles of resolutions of the National Assembly",
    ),
    allowed("thôn", "nông thôn", "the country, which is a terrain"),
    allowed("thôn", "thôn, bản, tổ dân phố", NAME),
    allowed("thôn, bản", "thôn, bản, tổ dân phố", NAME),
    allowed("tổ dân phố", "thôn, bản, tổ dân phố", NAME),
    allowed(
        "đô thị",
        "hạ tầng và đô thị",
        "the office of a phường or đặc khu in any terrain",
    ),
    allowed(
        "đô thị",
        "của đô thị cho khu vực khó khăn",
        "what mountains do not take over",
    ),
    allowed("đô thị", "mô hình của đô thị, đồng bằng", "likewise"),
];

/// The words of units in which people live that are words of nothing else.
const CLEAR_UNITS: [&str; 8] = [
    "thôn",
    "ấp",
    "khóm",
    "khu phố",
    "tổ dân phố",
    "buôn",
    "phum",
    "sóc",
];

/// "Bản" is a sheet, a copy and an edition, too: what is said of villages alone.
const VILLAGES: [&str; 8] = [
    "trưởng bản",
    "các bản xa",
    "thôn, bản",
    "bản làng",
    "nhà văn hóa bản",
    "tận bản",
    "về bản",
    "họp bản",
];

/// Who leads a tổ dân phố is its "Tổ trưởng".
const HEAD: &str = "trưởng tổ dân phố";

/// What is said of terrains.
const TERRAINS: [(&str, &[&str]); 3] = [
    ("do_thi", &["đô thị"]),
    ("nong_thon", &["nông thôn"]),
    (
        "mien_nui",
        &[
            "miền núi",
            "vùng cao",
            "biên giới",
            "hải đảo",
            "dân tộc thiểu số",
            "tiếng dân tộc",
            "già làng",
            "chợ phiên",
        ],
    ),
];

/// What may not be said of a place.
pub(super) fn foreign(place: &Place) -> Vec<&'static str> {
    let mut words = vec!["quận", "huyện", "thị xã", "thị trấn", HEAD];
    words.extend(of_levels(place));
    let terrains = TERRAINS
        .iter()
        .filter(|(terrain, _)| *terrain != place.terrain);
    words.extend(terrains.flat_map(|(_, words)| *words));
    words
}

/// What may not be said of a place of its levels and of its people, whatever its terrain is.
pub(super) fn of_levels(place: &Place) -> Vec<&'static str> {
    let mut words = Vec::new();
    words.extend(
        KINDS
            .iter()
            .filter(|(kind, _)| *kind != place.kind)
            .map(|(_, word)| *word),
    );
    words.push(if place.is_in_city() {
        "tỉnh"
    } else {
        "thành phố"
    });
    let units = CLEAR_UNITS.iter().chain(UNITS.iter().flatten());
    words.extend(
        units
            .filter(|unit| **unit != place.unit && **unit != "bản")
            .copied(),
    );
    if place.unit != "bản" {
        words.extend(VILLAGES);
    }
    words
}

/// Whether a line in small letters has a word by itself that is no part of what is allowed; what allows one is
/// put into `seen`. Whoever leads a tổ dân phố is called Tổ trưởng.
pub(super) fn has(line: &str, word: &str, seen: &mut BTreeSet<usize>) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let places = line.match_indices(word).map(|(at, _)| at);
    let places = places.filter(|at| {
        let (before, behind) = (&line[..*at], &line[at + word.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(behind.chars().next())
    });
    let mut found = false;
    for at in places {
        let allowed = ALLOWED.iter().enumerate().filter(|(_, it)| it.word == word);
        let mut around = allowed.filter(|(_, it)| {
            let mut texts = line.match_indices(it.text);
            texts.any(|(start, text)| (start..start + text.len()).contains(&at))
        });
        match around.next() {
            Some((index, _)) => {
                seen.insert(index);
            }
            None if word == HEAD && line[..at].ends_with("tổ ") => {}
            None => found = true,
        }
    }
    found
}
