//! The years of a plan as people write them: `2027, 2028`, `2027-2028`, `từ 2027 đến 2028`.

/// A plan has no more years than these.
pub const MOST_YEARS: usize = 5;

/// A longer text does not name a few years, in bytes.
const LONGEST: usize = 100;

/// The years that are meant by a text: those that it names, and those between the two ends of a range.
pub fn years_meant(written: &str) -> Option<Vec<i32>> {
    if written.len() > LONGEST {
        return None;
    }
    let numbers = written.split(|letter: char| !letter.is_ascii_digit());
    let numbers = numbers.filter(|digits| !digits.is_empty());
    let mut years = Vec::new();
    for digits in numbers {
        let year: i32 = match digits.len() {
            2 => format!("20{digits}").parse().ok()?,
            4 if digits.starts_with("20") => digits.parse().ok()?,
            _ => return None,
        };
        years.push(year);
    }
    years.sort_unstable();
    years.dedup();
    let (first, last) = (*years.first()?, *years.last()?);
    let is_range = years.len() == 2
        && ["-", "–", "—", "đến", "tới"]
            .iter()
            .any(|sign| written.contains(sign));
    if is_range {
        years = (first..=last).take(MOST_YEARS + 1).collect();
    }
    let is_whole = years.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    (is_whole && years.len() <= MOST_YEARS).then_some(years)
}

#[cfg(test)]
mod tests {
    use super::years_meant;

    #[test]
    fn years_are_guessed_from_how_people_write_them() {
        for (written, wanted) in [
            ("2027-2028", Some(vec![2027, 2028])),
            ("2027 – 2029", Some(vec![2027, 2028, 2029])),
            ("từ 2027 đến 2028", Some(vec![2027, 2028])),
            ("2027, 2028", Some(vec![2027, 2028])),
            ("2027 2028", Some(vec![2027, 2028])),
            ("27, 28", Some(vec![2027, 2028])),
            ("2028, 2027", Some(vec![2027, 2028])),
            ("2027", Some(vec![2027])),
            ("2027, 2029", None),
            ("2027-2035", None),
            ("ba năm", None),
            ("20272028", None),
        ] {
            assert_eq!(years_meant(written), wanted, "{written}");
        }
    }
}
