//! When something is done, and how a plan says so: by days, "Thường xuyên", or in words ("Quý II/2027", "trước Tết
//! Nguyên đán", "sau khi tỉnh phê duyệt").

use super::Date;
use super::Period;
use super::fold;

/// How a plan says when something is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wording {
    /// By its days.
    Days,
    /// As permanent work, which goes on.
    Permanent,
    /// In these words alone; the days are those of its phase, or what the words mean.
    Words(String),
    /// By its days, and in these words beside them.
    DaysAndWords(String),
}

impl Wording {
    /// What a plan says of something with or without days of its own, words or none.
    pub fn of(is_permanent: bool, words: Option<String>, has_days: bool) -> Self {
        match words {
            _ if is_permanent => Self::Permanent,
            None => Self::Days,
            Some(words) if has_days => Self::DaysAndWords(words),
            Some(words) => Self::Words(words),
        }
    }
}

/// When something is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// Its days, by which it is put in order and judged.
    pub period: Period,
    /// How a plan says so.
    pub wording: Wording,
}

/// The days that are meant by words which name a quarter, a month or a year and no more: "Quý II/2027", "tháng 6 năm
/// 2027", "năm 2028"; nothing for any other words.
pub fn days_meant(words: &str) -> Option<Period> {
    let folded = fold(words).replace(['/', ',', '.'], " ");
    let mut left: Vec<&str> = folded.split_whitespace().collect();
    left.retain(|word| *word != "nam");
    let (from, to, year) = match left.as_slice() {
        ["quy", quarter, year] => {
            let quarters = [["i", "1"], ["ii", "2"], ["iii", "3"], ["iv", "4"]];
            let at = quarters.iter().position(|names| names.contains(quarter))?;
            let first = u8::try_from(at).ok()? * 3 + 1;
            (first, first + 2, *year)
        }
        ["thang", month, year] => {
            let month = month.parse().ok()?;
            (month, month, *year)
        }
        [year] if fold(words).contains("nam") => (1, 12, *year),
        _ => return None,
    };
    let year: i32 = year.parse().ok()?;
    Some(Period {
        start: Date::new(year, from, 1)?,
        end: Date::last_of_month(year, to)?,
    })
}

#[cfg(test)]
mod tests {
    use super::days_meant;

    #[test]
    fn quarters_months_and_years_have_days() {
        for (words, wanted) in [
            ("Quý II/2027", Some("01/04/2027 30/06/2027")),
            ("quý 4 năm 2028", Some("01/10/2028 31/12/2028")),
            ("Tháng 02/2028", Some("01/02/2028 29/02/2028")),
            ("Năm 2027", Some("01/01/2027 31/12/2027")),
            ("2027", None),
            ("trước Tết Nguyên đán", None),
            ("trước quý II/2027", None),
            ("tháng 13/2027", None),
        ] {
            let meant = days_meant(words).map(|it| format!("{} {}", it.start, it.end));
            assert_eq!(meant.as_deref(), wanted, "{words}");
        }
    }
}
