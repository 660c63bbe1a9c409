//! A day of the calendar, and a stretch from one day to another.

use std::fmt;

/// A day (proleptic Gregorian calendar).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day there is here.
    pub const FIRST: Self = Self {
        year: 1000,
        month: 1,
        day: 1,
    };

    /// The day, if it is one of the calendar and its year has four digits.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1000..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// The last day of a month, if there is one.
    pub fn last_of_month(year: i32, month: u8) -> Option<Self> {
        let mut days = (28..=31).rev();
        days.find_map(|day| Self::new(year, month, day))
    }

    /// Which day of its year it is, from 1.
    pub fn of_year(self) -> u32 {
        let months = 1..self.month;
        let before = months.filter_map(|month| Self::last_of_month(self.year, month));
        before.map(|last| u32::from(last.day)).sum::<u32>() + u32::from(self.day)
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Its month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Its day, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// The Vietnamese spelling with two digits for day and month: 05/01/2027.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{:02}/{}", self.day, self.month, self.year)
    }
}

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
}

impl Period {
    /// Whether a day lies in it.
    pub fn holds(self, day: Date) -> bool {
        self.start <= day && day <= self.end
    }

    /// How many of its days lie in a year.
    pub fn days_in(self, year: i32) -> u32 {
        let (first, last) = (Date::new(year, 1, 1), Date::new(year, 12, 31));
        let (Some(first), Some(last)) = (first, last) else {
            return 0;
        };
        let (start, end) = (self.start.max(first), self.end.min(last));
        match start <= end {
            true => end.of_year() - start.of_year() + 1,
            false => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for (year, month, day, exists) in [
            (2027, 2, 28, true),
            (2027, 2, 29, false),
            (2028, 2, 29, true),
            (2027, 4, 31, false),
            (27, 1, 1, false),
            (2027, 13, 1, false),
            (2027, 1, 0, false),
        ] {
            assert_eq!(
                Date::new(year, month, day).is_some(),
                exists,
                "{day}/{month}/{year}"
            );
        }
    }
}
