//! What stands around a piece that is a unit by itself: beside a label it is a price, before a word of a name an
//! abbreviation.

use std::borrow::Cow;

use super::SUBJECTS;
use super::Said;
use crate::model::written::announced::only_announces;
use crate::model::written::token::Strength;
use crate::model::written::token::Token;

/// Letters that old alphabets have in the place of đ, and abbreviations with their dot, as tokens know them:
/// `(1.000®)`, `Ng. đồng`, `nghìn_đồng`.
pub(super) fn with_plain_letters(text: &str) -> Cow<'_, str> {
    // Most texts have none of them, and this is asked of many.
    let has_gap = text.contains(". ");
    if !has_gap && !text.contains(['®', 'ñ', '_']) {
        return Cow::Borrowed(text);
    }
    let mut plain = text.replace(['®', 'ñ'], "đ").replace('_', " ");
    let shorts = [
        "Ngh.", "ngh.", "NGH.", "Ng.", "ng.", "NG.", "Tr.", "tr.", "TR.", "N.", "n.", "Mil.",
        "mil.", "K.", "k.",
    ];
    for short in shorts
        .iter()
        .filter(|short| has_gap && text.contains(**short))
    {
        for money in ["đồng", "Đồng", "ĐỒNG", "đ)", "VN"] {
            plain = plain.replace(&format!("{short} {money}"), &format!("{short}{money}"));
        }
    }
    Cow::Owned(plain)
}

/// What a piece says that is a unit by itself, by what stands around it: "Lệ phí: 1.000đ" and "1.000đ/trang" are
/// prices, "Tr. MN" is a school.
pub(super) fn around(folded: &str, piece: &str, tokens: &[Token<'_>], own: Said) -> Said {
    let Some(at) = folded.find(piece) else {
        return own;
    };
    let (before, behind) = (folded[..at].trim_end(), &folded[at + piece.len()..]);
    if matches!(tokens, [Token::Multiple(_, Strength::Short)])
        && behind
            .strip_prefix(". ")
            .is_some_and(|rest| !rest.trim().is_empty())
    {
        return Said::Nothing;
    }
    // Nobody writes a price as a power.
    let [Token::Power(power), Token::Money] = tokens else {
        return own;
    };
    if before.ends_with(['(', '[']) || piece.contains('^') {
        return own;
    }
    let is_rate = behind.trim_start().starts_with('/');
    match before.chars().last() {
        // 100.000.000 đồng is an amount.
        None if !is_rate && [1_000, 1_000_000, 1_000_000_000].contains(power) => own,
        None => Said::Nothing,
        Some(mark @ (':' | ',' | '-' | '–' | '.')) => {
            let label = before.trim_end_matches([mark, ' ']);
            let is_subject = is_subject(label);
            let label = label.rsplit(['(', '[']).next().unwrap_or(label).trim();
            let is_announced = only_announces(&format!("{label}:"));
            if is_announced || is_subject && mark != ':' {
                own
            } else if is_subject {
                Said::Unclear
            } else {
                Said::Nothing
            }
        }
        Some(_) => own,
    }
}

/// Whether a text, folded, is made of what units are stated of: "dự toán kinh phí".
fn is_subject(text: &str) -> bool {
    let mut rest = text.trim();
    while !rest.is_empty() {
        let mut subjects = SUBJECTS.iter();
        match subjects.find_map(|subject| rest.strip_prefix(subject)) {
            Some(behind) => rest = behind.trim_start(),
            None => return false,
        }
    }
    !text.is_empty()
}
