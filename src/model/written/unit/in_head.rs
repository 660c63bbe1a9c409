//! The unit in the head of a column of money, where a bare multiple is enough: `Đơn giá (1.000)`, `Thành tiền (k)`.

use super::Said;
use super::Stated;
use super::pieces;
use super::said;
use super::tokens;
use super::with_plain_powers;
use crate::model::fold;
use crate::model::written::token::Token;

/// Letters in brackets that may mean a multiple, or not.
const DOUBTFUL: [&str; 6] = ["n", "ng", "mil", "mio", "mn", "bn"];

/// Reads what the head of a column of money says of the unit of its amounts. One that is divided by a thousand may
/// be the price of a thousand things, and is not clear.
pub fn said_in_head(text: &str) -> Said {
    match said(text) {
        Said::Nothing => of_bare(&fold(&with_plain_powers(text))),
        said => said,
    }
}

fn of_bare(folded: &str) -> Said {
    let in_brackets = |piece: &str| {
        [("(", ")"), ("[", "]")]
            .iter()
            .any(|(open, close)| folded.contains(&format!("{open}{piece}{close}")))
    };
    let unit = |dong| {
        Said::Unit(Stated {
            dong,
            is_plain: true,
        })
    };
    let mut said = pieces(folded).map(|piece| match tokens(piece).as_slice() {
        [Token::Power(power)] if in_brackets(piece) => unit(*power),
        [Token::Power(_)] if folded.contains('/') => Said::Unclear,
        _ if piece == "k" && in_brackets(piece) => unit(1_000),
        _ if DOUBTFUL.contains(&piece) && in_brackets(piece) => Said::Unclear,
        _ => Said::Nothing,
    });
    said.find(|said| *said != Said::Nothing)
        .unwrap_or(Said::Nothing)
}
