//! A number in a format of digits: `#,##0.00`, `0%`, `0000 000 000`.

use super::exact::Exact;
use super::parts::Part;

/// A number that is not negative, in a section of a format; none where it is more than that.
pub(super) fn text(number: Exact, section: &[Part]) -> Option<String> {
    let is_digit = |part: &Part| matches!(part, Part::Digit(_));
    let point = section.iter().position(|part| *part == Part::Point);
    let whole_end = point.unwrap_or(section.len());
    let (whole, behind) = section.split_at(whole_end);
    let places = behind.iter().filter(|part| is_digit(part)).count();
    let last = section.iter().rposition(is_digit);
    let n_percents = section.iter().filter(|part| **part == Part::Percent);
    let mut power = 2 * i32::try_from(n_percents.count()).ok()?;
    // Commas behind the last digit.
    let rest = last.map_or(&[][..], |last| &section[last + 1..]);
    for _ in rest.iter().take_while(|part| **part == Part::Comma) {
        power -= 3;
    }
    // A comma between digits groups them.
    let first = whole.iter().position(is_digit);
    let end = whole.iter().rposition(is_digit);
    let is_grouped = match (first, end) {
        (Some(first), Some(end)) => whole[first..end].contains(&Part::Comma),
        _ => false,
    };
    let number = number.shifted(power);
    let (digits, decimals) = number.rounded(u32::try_from(places).ok()?)?;
    let mut shown = whole_text(whole, &digits, is_grouped);
    let mut decimals = decimals.chars();
    // The decimals that are 0 from here on are shown only where the format says so.
    for part in behind {
        match part {
            Part::Digit(is_always) => {
                let rest = decimals.as_str();
                let digit = decimals.next().unwrap_or('0');
                if *is_always || rest.contains(|it| it != '0') {
                    shown.push(digit);
                }
            }
            part => shown.push_str(sign(part)?),
        }
    }
    Some(shown)
}

/// The digits before the decimals; those for which there is no place of their own stand at the first.
fn whole_text(parts: &[Part], digits: &str, is_grouped: bool) -> String {
    let mut left: Vec<char> = digits.trim_start_matches('0').chars().collect();
    let n_places = parts
        .iter()
        .filter(|part| matches!(part, Part::Digit(_)))
        .count();
    let (mut place, mut n_shown) = (0, 0);
    // From the right to the left.
    let mut turned = String::new();
    let mut push = |turned: &mut String, digit: char| {
        if is_grouped && n_shown > 0 && n_shown % 3 == 0 {
            turned.push('.');
        }
        turned.push(digit);
        n_shown += 1;
    };
    for part in parts.iter().rev() {
        match part {
            Part::Digit(is_always) => {
                place += 1;
                match left.pop() {
                    Some(digit) => push(&mut turned, digit),
                    None if *is_always => push(&mut turned, '0'),
                    None => {}
                }
                while place == n_places
                    && let Some(digit) = left.pop()
                {
                    push(&mut turned, digit);
                }
            }
            part => turned.extend(sign(part).unwrap_or_default().chars().rev()),
        }
    }
    turned.chars().rev().collect()
}

/// What a part shows that is no digit.
fn sign(part: &Part) -> Option<&str> {
    match part {
        Part::Text(text) => Some(text),
        Part::Point => Some(","),
        Part::Comma => Some(""),
        Part::Percent => Some("%"),
        _ => None,
    }
}
