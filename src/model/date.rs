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
