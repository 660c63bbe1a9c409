//! What is announced as a unit and is none that is known: `ĐVT: ngìn đồng`. Behind such words nothing is
//! passed over near a table: it is money, something that is counted, the name of an office, or it is asked.

use super::token::Strength;
use super::token::Token;
use super::token::pieces;
use super::token::tokens;
use super::token::with_plain_powers;
use super::token::with_plain_zeros;
use super::unit::Said;
use super::unit::said;
use crate::model::fold;

/// What announces a unit and nothing else, folded.
const SURE: [&str; 6] = [
    "don vi tinh",
    "don vi tien te",
    "don vi tien",
    "dv tinh",
    "dvt",
    "loai tien",
];

/// What announces a unit or an office, folded.
const EITHER: [&str; 2] = ["don vi", "dv"];

/// What is counted, folded.
const COUNTED: [&str; 42] = [
    "nguoi", "cai", "bo", "chiec", "may", "ho", "lop", "thang", "nam", "ngay", "goi", "lan",
    "luot", "m", "m2", "m3", "km", "ha", "kg", "tan", "%", "phan", "tram", "diem", "ky", "dot",
    "tai", "khoan", "ban", "quyen", "co", "so", "to", "chuc", "xa", "thon", "duong", "buoi", "gio",
    "trang", "he", "thong",
];

/// What names of offices begin with, folded.
const OFFICES: [&str; 40] = [
    "ubnd", "uy", "hdnd", "hoi", "xa", "phuong", "dac", "thi", "tinh", "thanh", "tp", "so",
    "phong", "ban", "trung", "van", "truong", "tram", "cong", "quan", "huyen", "cuc", "chi",
    "doan", "mat", "mttq", "dang", "bo", "buu", "vien", "doi", "nha", "thon", "kho", "hop", "htx",
    "toa", "khu", "ngan", "to",
];

/// What a text near a table says of the unit of its amounts; what it announces and nobody knows is
/// unclear.
pub fn said_near(text: &str) -> Said {
    match said(text) {
        Said::Nothing if is_unknown(text) => Said::Unclear,
        other => other,
    }
}

/// Whether a text says nothing but that a unit follows, as in the cell beside it.
pub fn only_announces(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_matches([' ', ':', '(', '.', '*', '-']);
    SURE.contains(&folded) || EITHER.contains(&folded) && text.trim_end().ends_with(':')
}

/// Whether a text announces a unit that is neither money nor anything else that is known.
fn is_unknown(text: &str) -> bool {
    let folded = fold(&with_plain_powers(&with_plain_zeros(text)));
    let pieces: Vec<&str> = pieces(&folded).collect();
    pieces.iter().enumerate().any(|(at, piece)| {
        let begins = |phrases: &[&str]| phrases.iter().find_map(|phrase| behind(piece, phrase));
        let (own, is_sure) = match (begins(&SURE), begins(&EITHER)) {
            (Some(own), _) => (own, true),
            (None, Some(own)) => (own, false),
            (None, None) => return false,
        };
        // "Đơn vị tính theo báo giá" says something of units; "Đơn vị tính: báo giá" names one.
        if !own.is_empty() {
            return is_like_money(own);
        }
        let Some(next) = pieces.get(at + 1) else {
            return false;
        };
        let is_announced = SURE
            .iter()
            .chain(&EITHER)
            .any(|phrase| behind(next, phrase).is_some());
        if is_announced || is_known(next) {
            return false;
        }
        is_like_money(next) || is_sure || names_nobody(text)
    })
}

/// The rest of a piece behind a phrase that it begins with.
fn behind<'a>(piece: &'a str, phrase: &str) -> Option<&'a str> {
    let rest = piece.strip_prefix(phrase)?;
    let is_word = !rest.starts_with(char::is_alphanumeric);
    is_word.then(|| rest.trim_matches([' ', '.', '-', ',']))
}

/// Whether what follows "Đơn vị:" is in small letters, as no name is.
fn names_nobody(text: &str) -> bool {
    let behind = text.split_once(':').map_or("", |(_, behind)| behind);
    behind.trim_start().starts_with(char::is_lowercase)
}

/// Whether words are numbers, things that are counted, or an office.
fn is_known(piece: &str) -> bool {
    let mut words = piece
        .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '.' | '-'))
        .filter(|word| !word.is_empty());
    let is_office = words
        .clone()
        .next()
        .is_some_and(|first| OFFICES.contains(&first));
    is_office
        || words
            .all(|word| COUNTED.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether words speak of money, or nearly: `ngìn` is one letter away from it.
fn is_like_money(piece: &str) -> bool {
    tokens(piece).iter().any(|token| match token {
        Token::Multiple(_, strength) => *strength == Strength::Sure,
        Token::Money | Token::Power(_) | Token::Foreign => true,
        Token::Word(word) => ["nghin", "trieu"]
            .iter()
            .any(|known| word.len() >= 4 && strsim::osa_distance(word, known) == 1),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::only_announces;
    use super::said_near;
    use crate::model::written::Said;

    #[test]
    fn what_is_announced_is_known_or_unclear() {
        for text in [
            "Đơn vị tính: ngìn đồng",
            "ĐVT: ngìn đồng",
            "ĐVT ngìn đồng",
            "(Đơn vị: ngìn đồng)",
            "Đơn vị: Tireu đồng",
            "ĐVT: nđ",
            "ĐVT: NĐ",
            "Đơn vị tính: theo báo giá",
            "Đơn vị: theo báo giá",
            "Đơn vị tính: đồng x 12",
            "Đơn vị: Đồng Phú",
        ] {
            assert_eq!(said_near(text), Said::Unclear, "{text}");
        }
        for text in [
            "Đơn vị tính",
            "Đơn vị tính:",
            "ĐVT (cái)",
            "Đơn vị tính: bộ, cái",
            "ĐVT: %",
            "ĐVT: 01 tháng",
            "Đơn vị: UBND xã Đồng Tâm",
            "Đơn vị: Xã Đồng Tâm",
            "Đơn vị: Minh Sơn",
            "Đơn vị: Ngân hàng Chính sách xã hội",
            "Đơn vị lập: Văn phòng HĐND và UBND",
            "Đơn vị thực hiện: Minh Sơn",
            "Đơn vị tính theo báo giá của nhà cung cấp",
            "Ghi chú: đơn giá theo báo giá",
        ] {
            assert_eq!(said_near(text), Said::Nothing, "{text}");
        }
    }

    #[test]
    fn a_cell_may_announce_what_stands_beside_it() {
        for text in ["ĐVT:", "Đơn vị tính", "Đơn vị:", "(Đơn vị tính:"] {
            assert!(only_announces(text), "{text}");
        }
        for text in ["Đơn vị", "ĐVT: đồng", "Nội dung"] {
            assert!(!only_announces(text), "{text}");
        }
    }
}
