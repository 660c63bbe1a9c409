//! The unit that the number format of a cell shows.

use super::Said;
use super::Stated;
use super::said_as_unit;
use crate::source::Sign;
use crate::source::signs;

/// The đồng that one of a stored number is by the text that its format shows behind it, such as
/// `#,##0" triệu"` or `#,##0".000"`; what is behind a `;` speaks of other numbers.
pub fn of_number_format(format: &str) -> Said {
    let format = format.replace("General", "");
    let signs = signs(&format);
    let mut sections = signs.split(|sign| *sign == Sign::Code(';')).map(|section| {
        let shown = section.iter().filter_map(|sign| match sign {
            Sign::Shown(letter) => Some(*letter),
            Sign::Code(letter) => {
                (letter.is_alphabetic() || "₫$€ ".contains(*letter)).then_some(*letter)
            }
        });
        let shown: String = shown.collect();
        match shown.trim() {
            "M" | "B" => Said::Unclear,
            shown => of_zeros(section).unwrap_or_else(|| said_as_unit(shown)),
        }
    });
    let first = sections.next().unwrap_or(Said::Nothing);
    // With a condition, large numbers may be shown in another way than small ones.
    let is_other = |other: Said| !matches!(other, Said::Nothing) && other != first;
    if format.contains("[<") || format.contains("[>") {
        return match sections.any(is_other) {
            true => Said::Unclear,
            false => first,
        };
    }
    first
}

/// What zeros say that a section of a format shows behind the digits of the number, as if they were more of them;
/// nothing where it shows none, or just those of thousands that it leaves out.
fn of_zeros(section: &[Sign]) -> Option<Said> {
    const MARKS: [char; 5] = ['.', ',', '\'', '’', ' '];
    let is_digit = |sign: &Sign| matches!(sign, Sign::Code('0' | '#' | '?'));
    let last = section.iter().rposition(is_digit);
    let (digits, behind) = section.split_at(last.map_or(0, |last| last + 1));
    let left_out = behind
        .iter()
        .take_while(|sign| **sign == Sign::Code(','))
        .count();
    let text: String = behind[left_out..]
        .iter()
        .map(|sign| match sign {
            Sign::Shown(letter) | Sign::Code(letter) => *letter,
        })
        .collect();
    let rest = text.trim_start_matches(|letter| letter == '0' || MARKS.contains(&letter));
    let zeros = &text[..text.len() - rest.len()];
    let n_zeros = zeros.bytes().filter(|byte| *byte == b'0').count();
    // ",00" are decimals.
    let are_decimals = n_zeros <= 2 && zeros.starts_with([',', '.']);
    if n_zeros == 0 || n_zeros == 3 * left_out || are_decimals {
        return None;
    }
    let has_point = digits.contains(&Sign::Code('.')) || behind.contains(&Sign::Code('.'));
    let is_more = rest.starts_with(|letter: char| letter.is_ascii_digit());
    let own = said_as_unit(rest.trim());
    let is_plain = match own {
        Said::Nothing => true,
        Said::Unit(stated) => stated.dong == 1,
        Said::Unclear => false,
    };
    let power = u32::try_from(n_zeros).ok().filter(|power| *power <= 9);
    let power = power.filter(|power| power.is_multiple_of(3) && is_plain && !has_point && !is_more);
    Some(power.map_or(Said::Unclear, |power| {
        Said::Unit(Stated {
            dong: 10_i64.pow(power),
            is_plain: true,
        })
    }))
}
