//! A commune that begins: what is known of it before it has a profile.

use super::CommuneKind;
use super::Date;
use super::Period;
use super::Phase;
use super::Terrain;
use super::fold;
use super::plain_name;

/// What a new commune tells of itself.
#[derive(Debug, Clone)]
pub struct Starter {
    /// What kind of unit it is.
    pub kind: CommuneKind,
    /// Its name without the kind.
    pub name: String,
    /// The province as it is told, where it is.
    pub province: Option<String>,
    /// Its terrain.
    pub terrain: Terrain,
    /// The years of its plan, ascending without a gap; one at least.
    pub years: Vec<i32>,
}

impl Starter {
    /// "xã Minh Sơn".
    pub fn full_name(&self) -> String {
        format!("{} {}", self.kind.name(), self.name)
    }

    /// The name of its file: `xa-minh-son`; nothing where the name has no letter.
    pub fn slug(&self) -> Option<String> {
        Self::slug_of(&self.name).map(|_| plain_name(&self.full_name()))
    }

    /// The name of a file that people call so, in plain letters; nothing where it has none.
    pub fn slug_of(written: &str) -> Option<String> {
        let has_letter = fold(written).contains(|letter: char| letter.is_ascii_alphanumeric());
        has_letter.then(|| plain_name(written))
    }

    /// The day of its plan, before the first phase: 15 January of the first year.
    pub fn date(&self) -> Option<Date> {
        Date::new(*self.years.first()?, 1, 15)
    }

    /// The days of a phase, from February of the first year on.
    pub fn period(&self, phase: Phase) -> Option<Period> {
        let first = *self.years.first()?;
        let months = i32::try_from(self.years.len()).ok()? * 12 - 1;
        // Months from January of the first year: where the phase begins and where the next does.
        // The last phase is half a year at most, for in the other two the work is done.
        let last = (months / 3).min(6);
        let begin = |phase: i32| match phase {
            1 => 1,
            2 => 1 + (months - last) / 2,
            3 => 1 + months - last,
            _ => 1 + months,
        };
        let number = i32::from(phase.number());
        let day = |month: i32, day: u8| {
            let of_year = u8::try_from(month % 12 + 1).ok()?;
            Date::new(first + month / 12, of_year, day)
        };
        let last = begin(number + 1) - 1;
        Some(Period {
            start: day(begin(number), 1)?,
            end: (28..=31).rev().find_map(|date| day(last, date))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Starter;
    use crate::model::CommuneKind;
    use crate::model::Phase;
    use crate::model::Terrain;

    fn starter(name: &str, years: Vec<i32>) -> Starter {
        Starter {
            kind: CommuneKind::DacKhu,
            name: name.to_owned(),
            province: None,
            terrain: Terrain::Mountain,
            years,
        }
    }

    #[test]
    fn names_of_files_are_plain() {
        let slug = |name: &str| starter(name, vec![2027]).slug();
        assert_eq!(slug("Phú Quý").as_deref(), Some("dac-khu-phu-quy"));
        assert_eq!(slug(" Đắk'R / Ong ").as_deref(), Some("dac-khu-dak-r-ong"));
        assert_eq!(slug("../"), None);
    }

    #[test]
    fn phases_follow_each_other_to_the_end_of_the_years() {
        let days = |years: Vec<i32>| -> Vec<String> {
            let starter = starter("Mẫu", years);
            let periods = Phase::ALL
                .into_iter()
                .filter_map(|phase| starter.period(phase));
            periods
                .map(|period| format!("{} - {}", period.start, period.end))
                .collect()
        };
        assert_eq!(
            days(vec![2027]),
            [
                "01/02/2027 - 31/05/2027",
                "01/06/2027 - 30/09/2027",
                "01/10/2027 - 31/12/2027"
            ]
        );
        assert_eq!(
            days(vec![2027, 2028]),
            [
                "01/02/2027 - 30/09/2027",
                "01/10/2027 - 30/06/2028",
                "01/07/2028 - 31/12/2028"
            ]
        );
    }
}
