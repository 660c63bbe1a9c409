//! The unit of money that a text states: `Đơn vị tính: nghìn đồng`, `Đơn giá (tr.đ)`, `x1000`,
//! `10^6 VNĐ`, `VND million`.
//!
//! A text is cut into pieces at brackets, colons and the like, a piece into tokens, and of the tokens
//! one or more multiples with or without a name of money are a unit. With a number before it, the
//! same words are an amount ("320 triệu đồng") and state nothing.

mod around;
mod in_head;
mod number_format;

pub use in_head::said_in_head;
pub use number_format::of_number_format;

use super::token::Strength;
use super::token::Token;
use super::token::pieces;
use super::token::tokens;
use super::token::with_plain_powers;
use super::token::with_plain_zeros;
use crate::model::fold;
use around::around;
use around::with_plain_letters;

/// What a text says of the unit of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    Nothing,
    /// So many đồng.
    Unit(Stated),
    /// A multiple or a money that is not understood, or two that disagree.
    Unclear,
}

/// A unit that a text states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// How many đồng one of it is.
    pub dong: i64,
    /// Whether the text states it on purpose: as a whole piece ("(triệu đồng)") or behind words such
    /// as "ĐVT". Otherwise the unit ends a longer text ("Dự toán kinh phí triệu đồng").
    pub is_plain: bool,
}

/// What a piece may hold before its unit without saying anything else.
const SUBJECTS: [&str; 12] = [
    "so tien tinh bang",
    "so tien",
    "gia tri",
    "thanh tien",
    "tong tien",
    "don gia",
    "muc chi",
    "kinh phi",
    "so lieu",
    "du toan",
    "tong cong",
    "gia",
];

/// Reads what a text about a table says of the unit of its amounts.
pub fn said(text: &str) -> Said {
    let folded = fold(&with_plain_letters(&with_plain_powers(&with_plain_zeros(
        text,
    ))));
    if folded.contains("bang chu") {
        return Said::Nothing;
    }
    let mut found = Said::Nothing;
    let mut is_announced = false;
    // The last piece was "x 1.000" or "triệu", or a name of money alone.
    let (mut was_times, mut was_money) = (false, false);
    for piece in pieces(&folded) {
        let tokens = tokens(piece);
        let mut own = of_piece(&tokens, is_announced);
        if let Said::Unit(_) = own {
            own = around(&folded, piece, &tokens, own);
        }
        // "VNĐ (000)" and "VNĐ (triệu)" are one unit in two pieces.
        let is_times = matches!(
            tokens.as_slice(),
            [Token::Times, Token::Power(_)] | [Token::Multiple(_, Strength::Sure)]
        );
        let is_money = tokens.last() == Some(&Token::Money);
        // "VND (k)", "đồng/1000"
        let is_bare_power = matches!(tokens.as_slice(), [Token::Power(_)]);
        if was_money && (is_foreign_multiple(piece) || is_bare_power) {
            own = Said::Unclear;
        }
        if let (Said::Unit(one), Said::Unit(other)) = (found, own)
            && (was_money && is_times && one.dong == 1 || was_times && is_money && other.dong == 1)
        {
            let both = Stated {
                dong: one.dong.max(other.dong),
                is_plain: true,
            };
            (found, own) = (Said::Nothing, Said::Unit(both));
        }
        (was_times, was_money) = (is_times, is_money);
        // What announces a unit may stand before a colon: "Đơn vị tính: triệu đồng".
        is_announced = tokens.last() == Some(&Token::Intro);
        found = match (found, own) {
            (_, Said::Unclear) | (Said::Unclear, _) => Said::Unclear,
            (other, Said::Nothing) | (Said::Nothing, other) => other,
            (Said::Unit(one), Said::Unit(other)) if one.dong == other.dong => Said::Unit(Stated {
                is_plain: one.is_plain || other.is_plain,
                ..one
            }),
            _ => Said::Unclear,
        };
    }
    found
}

/// Reads what a text in the column of the units of a table says of the unit of its amounts: there, a letter
/// is enough.
pub fn said_as_unit(text: &str) -> Said {
    if fold(text).trim_matches([' ', '.']) == "k" {
        return Said::Unit(Stated {
            dong: 1_000,
            is_plain: true,
        });
    }
    said(text)
}

/// Whether a piece is a multiple as it stands beside money alone, in short: "VND (k)". That of people and
/// metres ("đồng/ng", "đồng/m") is none.
fn is_foreign_multiple(piece: &str) -> bool {
    ["k", "mil", "mio", "mn", "bn"].contains(&piece)
}

/// Whether a text, folded, is a unit of money and nothing else: `đ`, `nghìn đồng`, `tr.đ/máy`.
pub fn is_unit(folded: &str) -> bool {
    let first = pieces(folded).next().unwrap_or_default();
    let tokens = tokens(first);
    !tokens.is_empty() && matches!(fills(&tokens), Some(Said::Unit(_)))
}

/// The đồng of the unit that stands right behind a figure, folded: `tr.đ`, `nghìn đồng`, `k`.
pub(super) fn of_suffix(folded: &str) -> Option<i64> {
    if folded.trim().trim_end_matches('.') == "k" {
        return Some(1_000);
    }
    let tokens = tokens(folded.trim());
    let (dong, length) = unit_at(&tokens)?;
    let is_whole = tokens[length..].iter().all(|token| *token == Token::Filler);
    let is_word = !matches!(tokens.first(), Some(Token::Power(_) | Token::Times));
    (is_whole && is_word).then_some(dong)
}

/// What a piece says.
fn of_piece(tokens: &[Token<'_>], is_announced: bool) -> Said {
    // "Đơn giá tính nghìn đồng"; "tỉnh" is the same without marks.
    let tells = |at: &usize| {
        tokens[*at] == Token::Word("tinh")
            && matches!(tokens.get(at + 1), Some(Token::Multiple(_, Strength::Sure)))
            && tokens.get(at + 2) == Some(&Token::Money)
    };
    let intro = tokens.iter().rposition(|token| *token == Token::Intro);
    let intro = intro.or_else(|| (0..tokens.len()).find(tells));
    let behind = intro.map_or(tokens, |at| &tokens[at + 1..]);
    if is_announced || intro.is_some() {
        // "Số lượng tính theo nghìn" is of what is counted.
        let before = intro.map_or(&[][..], |at| &tokens[..at]);
        let is_counted = before
            .windows(2)
            .any(|pair| matches!(pair, [Token::Word("so" | "khoi"), Token::Word("luong")]));
        return match is_counted {
            true => Said::Nothing,
            false => announced(behind),
        };
    }
    if let Some(whole) = fills(tokens) {
        return whole;
    }
    within(tokens)
}

/// What stands behind "Đơn vị tính": a unit of money at its beginning, with anything behind it; or
/// something that is none, such as "cái" or the name of an office.
fn announced(tokens: &[Token<'_>]) -> Said {
    let skipped = tokens.iter().take_while(|token| **token == Token::Filler);
    let rest = &tokens[skipped.count()..];
    // "Trăm đồng", "vạn đồng": nobody reckons so today.
    if matches!(
        rest,
        [Token::Tens(_) | Token::Word("van"), Token::Money, ..]
    ) {
        return Said::Unclear;
    }
    match unit_at(rest) {
        // "Nghìn lượt" is counted.
        Some((_, length))
            if !rest[..length].contains(&Token::Money)
                && matches!(rest.get(length), Some(Token::Word(_))) =>
        {
            Said::Nothing
        }
        // "Đồng Tâm" is a place.
        Some((1, 1)) if matches!(rest.get(1), Some(Token::Word(_))) => Said::Nothing,
        Some((dong, length)) => {
            let is_other = rest[length..].iter().any(|token| {
                matches!(
                    token,
                    Token::Multiple(_, Strength::Sure)
                        | Token::Foreign
                        | Token::Times
                        | Token::Power(_)
                )
            });
            if is_other {
                return Said::Unclear;
            }
            Said::Unit(Stated {
                dong,
                is_plain: true,
            })
        }
        None if rest.iter().any(is_of_money) => within(rest).or_unclear(),
        None => Said::Nothing,
    }
}

impl Said {
    fn or_unclear(self) -> Self {
        match self {
            Self::Nothing => Self::Unclear,
            other => other,
        }
    }
}

/// Whether a token can hardly mean anything but money.
fn is_of_money(token: &Token<'_>) -> bool {
    matches!(
        token,
        Token::Multiple(_, Strength::Sure) | Token::Foreign | Token::Power(_)
    )
}

/// What a piece says that is a unit as a whole, but for a subject before and "Việt Nam" behind;
/// nothing where it is none.
fn fills(tokens: &[Token<'_>]) -> Option<Said> {
    let own = without_subject(tokens);
    let own = own.strip_prefix(&[Token::Filler]).unwrap_or(own);
    if own.first() == Some(&Token::Foreign) || own == [Token::Money, Token::Foreign] {
        return Some(Said::Unclear);
    }
    let (dong, length) = unit_at(own)?;
    let is_whole = own[length..].iter().all(|token| *token == Token::Filler);
    // "1.000" alone is a number; with "x" or a name of money it is a unit.
    let is_bare = matches!(own[..length], [Token::Power(_)]);
    (is_whole && !is_bare).then_some(Said::Unit(Stated {
        dong,
        is_plain: true,
    }))
}

/// The tokens behind a subject such as "đơn giá".
fn without_subject<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut best = tokens;
    for subject in SUBJECTS {
        let mut rest = tokens;
        let is_prefix = subject.split(' ').all(|word| {
            let is_it = match rest.first() {
                Some(Token::Word(own)) => *own == word,
                Some(Token::Filler) => ["tien", "la", "theo"].contains(&word),
                _ => false,
            };
            rest = rest.get(1..).unwrap_or_default();
            is_it
        });
        if is_prefix && rest.len() < best.len() {
            best = rest;
        }
    }
    best
}

/// What a longer piece says in passing: a multiple with a name of money and no number before it. At
/// the end of the piece it is understood.
fn within(tokens: &[Token<'_>]) -> Said {
    // "Các số liệu đã chia cho 1.000"
    if tokens.contains(&Token::Word("chia")) && matches!(tokens.last(), Some(Token::Power(_))) {
        return Said::Unclear;
    }
    // "Làm tròn đến nghìn đồng" speaks of rounding.
    if tokens.contains(&Token::Word("tron")) {
        return Said::Nothing;
    }
    for at in 0..tokens.len() {
        let Some((dong, length)) = unit_at(&tokens[at..]) else {
            continue;
        };
        let own = &tokens[at..at + length];
        let has_multiple = own.iter().any(|token| matches!(token, Token::Multiple(..)));
        let has_money = own.contains(&Token::Money);
        let has_times = own.first() == Some(&Token::Times);
        let is_thousand = matches!(own, [Token::Power(1_000), Token::Money]);
        if !(has_money && (has_multiple || has_times || is_thousand)) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        if let Some(
            Token::Number | Token::Power(_) | Token::Vague | Token::Tens(_) | Token::Multiple(..),
        ) = before
        {
            continue;
        }
        let ends = tokens[at + length..]
            .iter()
            .all(|token| *token == Token::Filler);
        if ends && !is_thousand {
            return Said::Unit(Stated {
                dong,
                is_plain: false,
            });
        }
        return Said::Unclear;
    }
    Said::Nothing
}

/// The đồng of the unit that tokens begin with, and how many of them it takes: `x 1.000`, `nghìn tỷ
/// đồng`, `triệu`, `VNĐ`, `VND million`.
fn unit_at(tokens: &[Token<'_>]) -> Option<(i64, usize)> {
    let mut dong = 1_i64;
    let mut at = 0;
    let (mut is_sure, mut is_weak) = (false, false);
    let times = tokens.first() == Some(&Token::Times);
    at += usize::from(times);
    let money_first = tokens.get(at) == Some(&Token::Money);
    at += usize::from(money_first);
    // "đồng x 1.000"
    let is_times = |at: usize| tokens.get(at) == Some(&Token::Times);
    if money_first && is_times(at) && matches!(tokens.get(at + 1), Some(Token::Power(_))) {
        at += 1;
    }
    let multiples = at;
    loop {
        let factor = match (tokens.get(at), tokens.get(at + 1)) {
            (Some(Token::Tens(tens)), Some(Token::Multiple(..))) => *tens,
            (Some(Token::Multiple(factor, strength)), _) => {
                is_sure |= *strength == Strength::Sure;
                is_weak |= *strength == Strength::Weak;
                *factor
            }
            (Some(Token::Power(factor)), _) if at == multiples => *factor,
            _ => break,
        };
        dong = dong
            .checked_mul(factor)
            .filter(|dong| *dong <= 1_000_000_000_000)?;
        at += 1;
    }
    let has_multiple = at > multiples;
    let mut has_money = money_first;
    if !has_money && tokens.get(at) == Some(&Token::Money) {
        has_money = true;
        at += 1;
    }
    if tokens.get(at..at + 2) == Some(&[Token::Filler, Token::Money]) && has_multiple && !has_money
    {
        // "nghìn VN đồng"
        has_money = true;
        at += 2;
    }
    let is_unit = if has_multiple {
        has_money || is_sure || !is_weak && (at == tokens.len() || times)
    } else {
        has_money && !times
    };
    is_unit.then_some((dong, at))
}

#[cfg(test)]
mod tests;
