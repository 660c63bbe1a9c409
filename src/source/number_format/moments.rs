//! A number in a format of days and times: `dd/mm/yyyy`, `h:mm`, `[h]:mm`.

use super::parts::Part;

/// The days from which on Excel counts as the calendar does, and the last one that it knows.
const FIRST: i64 = 61;
const LAST: i64 = 2_958_465;

/// Seconds of a day, of an hour, of a minute.
const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;
const MINUTE: i64 = 60;

/// A number that is not negative, as a day or time in a section of a format; none where that is no such
/// day or needs more than digits.
pub(super) fn text(number: f64, section: &[Part]) -> Option<String> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "numbers beyond 15 digits were refused"
    )]
    #[expect(clippy::cast_precision_loss, reason = "a day has few seconds")]
    let seconds = (number * DAY as f64).round() as i64;
    let (day, time) = (seconds / DAY, seconds % DAY);
    let mut shown = String::new();
    for (at, part) in section.iter().enumerate() {
        let (value, width) = match part {
            Part::Text(text) => {
                shown.push_str(text);
                continue;
            }
            Part::Comma => {
                shown.push(',');
                continue;
            }
            Part::Elapsed('h', n) => (seconds / HOUR, *n),
            Part::Elapsed('m', n) => (seconds / MINUTE, *n),
            Part::Elapsed(_, n) => (seconds, *n),
            Part::Moment('h', n @ 1..=2) => (time / HOUR, *n),
            Part::Moment('s', n @ 1..=2) => (time % MINUTE, *n),
            Part::Moment('m', n @ 1..=2) if is_minute(section, at) => (time / MINUTE % 60, *n),
            Part::Moment('m', n @ 1..=2) => (date(day)?.1, *n),
            Part::Moment('d', n @ 1..=2) => (date(day)?.2, *n),
            Part::Moment('y', 1..=2) => (date(day)?.0 % 100, 2),
            Part::Moment('y', _) => (date(day)?.0, 4),
            // Digits beside a time are parts of a second, a point is one between day and month.
            Part::Point if !matches!(section.get(at + 1), Some(Part::Digit(_))) => {
                shown.push('.');
                continue;
            }
            _ => return None,
        };
        shown.push_str(&format!("{value:0width$}"));
    }
    Some(shown)
}

/// Whether letters for months mean minutes: behind hours, or before seconds.
fn is_minute(section: &[Part], at: usize) -> bool {
    let is_time = |part: &&Part| part.is_of_time();
    let before = section[..at].iter().rev().find(is_time);
    let behind = section[at + 1..].iter().find(is_time);
    matches!(before, Some(Part::Moment('h', _) | Part::Elapsed('h', _)))
        || matches!(behind, Some(Part::Moment('s', _) | Part::Elapsed('s', _)))
}

/// Year, month and day of a number of days.
///
/// The days are counted from 1 March of the year 0, in eras of 400 years (Howard Hinnant, "chrono-compatible
/// low-level date algorithms": `civil_from_days`).
fn date(day: i64) -> Option<(i64, i64, i64)> {
    if !(FIRST..=LAST).contains(&day) {
        return None;
    }
    // 30 December 1899, from which Excel counts, is day 693.899 of that count.
    let days = day + 693_899;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some((year, month, day))
}
