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

/// The days that are meant by words of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysMeant {
    /// The first, where the words name a stretch of time and not only its end.
    pub start: Option<Date>,
    /// The last.
    pub end: Date,
}

/// The days that are meant by words which name a day, a quarter, a month or a year, or the time until then, and no
/// more: "Quý II/2027", "trong tháng 6 năm 2027", "trước ngày 31/12/2027", "đến hết năm 2028"; nothing for any other
/// words. Before the first day of a month is until the last of the one before.
pub fn days_meant(words: &str) -> Option<DaysMeant> {
    let folded = fold(words).replace(['/', ',', '.', '-'], " ");
    let mut left: Vec<&str> = folded.split_whitespace().collect();
    let way = ["truoc", "den", "cham nhat", "trong"]
        .iter()
        .position(|way| {
            let way: Vec<&str> = way.split(' ').collect();
            let is_way = left.starts_with(&way);
            if is_way {
                left.drain(..way.len());
            }
            is_way
        });
    left.retain(|word| *word != "het");
    let named = named_days(&left)?;
    let (start, end) = match way {
        Some(0) => (None, until(named.start)?),
        Some(1 | 2) => (None, named.end),
        _ if named.start == named.end => (None, named.end),
        _ => (Some(named.start), named.end),
    };
    Some(DaysMeant { start, end })
}

/// The days of a day, a quarter, a month or a year that has these words, folded.
fn named_days(words: &[&str]) -> Option<Period> {
    let (is_of_day, words) = match words {
        ["ngay", words @ ..] => (true, words),
        _ => (words.first()?.parse::<u8>().is_ok(), words),
    };
    let says_year = words.contains(&"nam");
    let words: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| *word != "nam")
        .collect();
    let (from, to, year) = match words.as_slice() {
        [day, "thang", month, year] | [day, month, year] if is_of_day => {
            let [day, month] = [day, month].map(|number| number.parse().ok());
            let day = Date::new(year.parse().ok()?, month?, day?)?;
            return Some(Period {
                start: day,
                end: day,
            });
        }
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
        [year] if says_year => (1, 12, *year),
        _ => return None,
    };
    let year: i32 = year.parse().ok()?;
    Some(Period {
        start: Date::new(year, from, 1)?,
        end: Date::last_of_month(year, to)?,
    })
}

/// The last day of what is to be done before a day, which as people say it is that day itself, unless a month
/// begins with it.
fn until(day: Date) -> Option<Date> {
    match (day.day(), day.month()) {
        (1, 1) => Date::new(day.year() - 1, 12, 31),
        (1, month) => Date::last_of_month(day.year(), month - 1),
        _ => Some(day),
    }
}

#[cfg(test)]
mod tests {
    use super::days_meant;

    #[test]
    fn days_quarters_months_and_years_have_days() {
        for (words, wanted) in [
            ("Quý II/2027", Some("01/04/2027 30/06/2027")),
            ("quý 4 năm 2028", Some("01/10/2028 31/12/2028")),
            ("Tháng 02/2028", Some("01/02/2028 29/02/2028")),
            ("Tháng 6 năm 2028", Some("01/06/2028 30/06/2028")),
            ("Năm 2027", Some("01/01/2027 31/12/2027")),
            ("trong năm 2027", Some("01/01/2027 31/12/2027")),
            ("trước 31/12/2028", Some("31/12/2028")),
            ("Trước ngày 15 tháng 6 năm 2028", Some("15/06/2028")),
            ("trước ngày 01/01/2028", Some("31/12/2027")),
            ("trước quý II/2027", Some("31/03/2027")),
            ("đến hết năm 2028", Some("31/12/2028")),
            ("Chậm nhất 30-6-2027", Some("30/06/2027")),
            ("ngày 30/6/2027", Some("30/06/2027")),
            ("2027", None),
            ("trước 2027", None),
            ("trước Tết Nguyên đán", None),
            ("trước Tết Nguyên đán năm 2028", None),
            ("trước ngày 31/6/2027", None),
            ("tháng 13/2027", None),
        ] {
            let meant = days_meant(words).map(|it| {
                let days = it.start.into_iter().chain([it.end]);
                days.map(|day| day.to_string())
                    .collect::<Vec<_>>()
                    .join(" ")
            });
            assert_eq!(meant.as_deref(), wanted, "{words}");
        }
    }
}
