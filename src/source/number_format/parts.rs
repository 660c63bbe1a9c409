//! The parts of a number format, section by section.

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Letters that are shown as they are.
    Text(String),
    /// The place of a digit, and whether a 0 is shown where there is none.
    Digit(bool),
    /// The sign before the decimals.
    Point,
    /// A comma: between digits it groups them, behind them it divides by a thousand.
    Comma,
    /// A percent sign.
    Percent,
    /// The number as it is.
    General,
    /// So many letters for a year, month or minute, day, hour or second.
    Moment(char, usize),
    /// So many letters for all hours, minutes or seconds that went by.
    Elapsed(char, usize),
}

impl Part {
    /// Whether it shows a day or a time.
    pub(super) fn is_of_time(&self) -> bool {
        matches!(self, Self::Moment(..) | Self::Elapsed(..))
    }
}

/// The parts of each section of a format; none where one of them is not known here.
pub(super) fn parts(format: &str) -> Option<Vec<Vec<Part>>> {
    let mut sections = vec![Vec::new()];
    let mut letters = format.chars().peekable();
    while let Some(letter) = letters.next() {
        let section: &mut Vec<Part> = sections.last_mut()?;
        let part = match letter {
            ';' => {
                sections.push(Vec::new());
                continue;
            }
            '"' => {
                let text: String = letters.by_ref().take_while(|it| *it != '"').collect();
                Part::Text(text)
            }
            '\\' => Part::Text(letters.next()?.to_string()),
            // Room as wide as the letter, and a letter that fills the cell.
            '_' => {
                letters.next()?;
                Part::Text(" ".to_owned())
            }
            '*' => {
                letters.next()?;
                continue;
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|it| *it != ']').collect();
                match bracket(&inside)? {
                    Some(part) => part,
                    None => continue,
                }
            }
            '0' => Part::Digit(true),
            '#' | '?' => Part::Digit(false),
            '.' => Part::Point,
            ',' => Part::Comma,
            '%' => Part::Percent,
            '@' => Part::General,
            'G' | 'g' => {
                let rest: String = letters.by_ref().take(6).collect();
                if !rest.eq_ignore_ascii_case("eneral") {
                    return None;
                }
                Part::General
            }
            'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => {
                let mut n = 1;
                while letters
                    .next_if(|next| next.eq_ignore_ascii_case(&letter))
                    .is_some()
                {
                    n += 1;
                }
                Part::Moment(letter.to_ascii_lowercase(), n)
            }
            // Powers of ten, eras, halves of the day.
            'E' | 'e' | 'B' | 'b' | 'A' | 'a' | 'P' | 'p' => return None,
            other => Part::Text(other.to_string()),
        };
        section.push(part);
    }
    // A fraction: a stroke amid places of digits.
    let is_fraction = |section: &Vec<Part>| {
        let has_digits = section.iter().any(|part| matches!(part, Part::Digit(_)));
        let has_stroke = section.contains(&Part::Text("/".to_owned()));
        has_digits && has_stroke
    };
    (!sections.iter().any(is_fraction)).then_some(sections)
}

/// The sign of money that brackets show, and the country: `₫` and `42A` of `$₫-42A`.
pub(super) fn currency(inside: &str) -> Option<(&str, &str)> {
    let money = inside.strip_prefix('$')?;
    Some(money.split_once('-').unwrap_or((money, "")))
}

/// What stands in brackets: a sign of money, time that went by, or nothing that is shown.
#[expect(
    clippy::option_option,
    reason = "what is not known, and what shows nothing"
)]
fn bracket(inside: &str) -> Option<Option<Part>> {
    const COLOURS: [&str; 8] = [
        "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow",
    ];
    if let Some((sign, place)) = currency(inside) {
        // What Windows is set to for long days and times.
        if place.to_ascii_uppercase().starts_with('F') {
            return None;
        }
        return Some((!sign.is_empty()).then(|| Part::Text(sign.to_owned())));
    }
    let lower = inside.to_ascii_lowercase();
    let is_colour = COLOURS.contains(&lower.as_str())
        || lower
            .strip_prefix("color")
            .is_some_and(|number| number.trim().parse::<u8>().is_ok());
    if is_colour {
        return Some(None);
    }
    let first = lower.chars().next()?;
    let is_elapsed = matches!(first, 'h' | 'm' | 's') && lower.chars().all(|it| it == first);
    is_elapsed.then_some(Some(Part::Elapsed(first, lower.len())))
}
