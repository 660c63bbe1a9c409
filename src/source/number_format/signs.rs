//! The signs of a number format one by one: which of them are shown as they are, which are codes.

use super::parts::currency;

/// A sign of a number format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It is shown as it is: in quotes, behind a backslash, the sign of money in brackets, or as much room.
    Shown(char),
    /// It is a part of the format.
    Code(char),
}

/// The signs of a number format; of what stands in brackets only the sign of money.
///
/// Source: ECMA-376 Part 1, 18.8.31 (numFmts).
pub fn signs(format: &str) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => signs.extend(
                letters
                    .by_ref()
                    .take_while(|it| *it != '"')
                    .map(Sign::Shown),
            ),
            '\\' => signs.extend(letters.next().map(Sign::Shown)),
            '[' => {
                let inside: String = letters.by_ref().take_while(|it| *it != ']').collect();
                let (sign, _) = currency(&inside).unwrap_or_default();
                signs.extend(sign.chars().map(Sign::Shown));
            }
            '_' | '*' => signs.extend(letters.next().map(|_| Sign::Shown(' '))),
            _ => signs.push(Sign::Code(letter)),
        }
    }
    signs
}
