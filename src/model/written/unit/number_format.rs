//! The unit that the number format of a cell shows.

use super::Said;
use super::said_as_unit;
use crate::source::Sign;
use crate::source::signs;

/// The đồng that one of a stored number is by the text that its format shows behind it, such as
/// `#,##0" triệu"`; what is behind a `;` speaks of other numbers.
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
            shown => said_as_unit(shown),
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
