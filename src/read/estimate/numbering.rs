//! How rows are numbered: `I`, `1`, `1.1`, `a)`, `-`. The rank tells which row lies within which.

use crate::model::BudgetRowId;

/// The number of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbering {
    /// How deep it lies; smaller is higher.
    pub rank: u8,
    /// Its place among those of its rank, from 1; 0 for dashes.
    pub value: u32,
    /// The place of the row that it says to lie in: 2 of `2.1`.
    within: Option<u32>,
}

impl Numbering {
    /// Whether another row follows this one on the same level.
    pub(super) fn is_followed_by(self, other: Self) -> bool {
        self.rank == other.rank && self.value > 0 && other.value == self.value + 1
    }

    /// Whether another row lies within this one: I → 1, 1 → 1.1, 1 → a. The rows within one of Phụ lục II
    /// are often numbered from 1 again: I.1.7 → 1.
    pub(super) fn is_above(self, other: Self) -> bool {
        let restarts = self.is_code() && other.rank == PLAIN && other.value == 1;
        self.rank < other.rank || restarts
    }

    /// Whether another row, by its number, can lie in the group that this one opens: `1.2` or `a` in `1`, `2.1` not.
    pub(super) fn can_hold(self, other: Self) -> bool {
        let is_of_other =
            other.rank == self.rank + 1 && other.within.is_some_and(|within| within != self.value);
        other.rank > self.rank && !is_of_other
    }

    /// Whether it is the code of a row of Phụ lục II.
    pub(super) fn is_code(self) -> bool {
        (PLAIN + 1..=PLAIN + 4).contains(&self.rank) && self.value == 0
    }
}

/// The rank of a plain number.
const PLAIN: u8 = 2;

/// Reads a number as it stands alone in a cell, or before a text.
pub(super) fn read(text: &str) -> Option<Numbering> {
    let text = text.trim().trim_start_matches('(');
    let word = text.split([' ', ')', ':']).next().unwrap_or_default();
    let word = word.trim_end_matches('.');
    let numbering = |rank, value| {
        Some(Numbering {
            rank,
            value,
            within: None,
        })
    };
    if let Some(mark) = text.chars().next()
        && ['-', '–', '—', '+', '•', '*', '·'].contains(&mark)
    {
        return numbering(if mark == '+' { 9 } else { 8 }, 0);
    }
    if let Some(id) = BudgetRowId::parse(word).filter(|_| word.contains('.')) {
        // Rows of Phụ lục II lie as deep as they have dots.
        let depth = u8::try_from(id.number().matches('.').count()).unwrap_or(3);
        return numbering(3 + depth.min(3), 0);
    }
    if let Some(value) = roman(word) {
        return numbering(1, value);
    }
    let parts: Vec<&str> = word.split('.').collect();
    if parts
        .iter()
        .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        let value = parts.last()?.parse().ok()?;
        let depth = u8::try_from(parts.len()).ok()?;
        let above = parts
            .len()
            .checked_sub(2)
            .and_then(|above| parts.get(above));
        return Some(Numbering {
            within: above.and_then(|above| above.parse().ok()),
            rank: 1 + depth.min(5),
            value,
        });
    }
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_uppercase() => {
            numbering(0, u32::from(letter) - u32::from('A') + 1)
        }
        (Some(letter), None) if letter.is_lowercase() && (letter.is_ascii() || letter == 'đ') => {
            // a, b, c, d, đ, e …
            let order = "abcdđeghiklmnopqrstuvxy";
            let place = order.chars().position(|other| other == letter)?;
            numbering(7, u32::try_from(place).ok()? + 1)
        }
        _ => None,
    }
}

/// A Roman numeral up to thirty-nine.
fn roman(word: &str) -> Option<u32> {
    let value = |letter| match letter {
        'I' => Some(1_u32),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let values: Option<Vec<u32>> = word.chars().map(value).collect();
    let values = values.filter(|values| (1..=6).contains(&values.len()))?;
    let mut sum = 0;
    for (index, own) in values.iter().enumerate() {
        let next = values.get(index + 1).copied().unwrap_or(0);
        if *own < next {
            sum -= i64::from(*own);
        } else {
            sum += i64::from(*own);
        }
    }
    u32::try_from(sum).ok()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn rows_lie_within_others() {
        for (one, other, wanted) in [
            ("I", "1", true),
            ("II", "3", true),
            ("1", "1.1", true),
            ("1", "a", true),
            ("1", "-", true),
            ("A", "I", true),
            ("I.1.7", "1", true),
            ("I.1.7", "2", false),
            ("1", "2", false),
            ("1.2", "2", false),
            ("-", "2", false),
        ] {
            let numbers = read(one).zip(read(other));
            let is_above = numbers.map(|(one, other)| one.is_above(other));
            assert_eq!(is_above, Some(wanted), "{one} {other}");
        }
    }

    #[test]
    fn rows_lie_in_the_group_of_their_number() {
        for (group, row, wanted) in [
            ("1", "1.1", true),
            ("1", "2.1", false),
            ("1", "2", false),
            ("1", "a", true),
            ("1", "-", true),
            ("I", "1", true),
            ("I", "2.1", true),
            ("I", "II", false),
            ("1.2", "1.2.1", true),
            ("1.2", "1.3.1", false),
        ] {
            let numbers = read(group).zip(read(row));
            let can_hold = numbers.map(|(group, row)| group.can_hold(row));
            assert_eq!(can_hold, Some(wanted), "{group} {row}");
        }
    }

    #[test]
    fn numbers_of_rows_have_a_rank() {
        for (text, wanted) in [
            ("A", Some((0, 1))),
            ("II", Some((1, 2))),
            ("IX.", Some((1, 9))),
            ("1", Some((2, 1))),
            ("12.", Some((2, 12))),
            ("1.2", Some((3, 2))),
            ("I.1.8", Some((4, 0))),
            ("a)", Some((7, 1))),
            ("đ)", Some((7, 5))),
            ("- Màn hình", Some((8, 0))),
            ("+ RAM", Some((9, 0))),
            ("1. Máy tính", Some((2, 1))),
            ("Máy tính", None),
            ("", None),
        ] {
            let read = read(text).map(|numbering| (numbering.rank, numbering.value));
            assert_eq!(read, wanted, "{text}");
        }
    }
}
