//! How a plan shows its amounts: in one unit and with one number of decimals, as few as show every one
//! of them exactly. Where fewer were asked for, each is rounded by itself, so that none depends on another.

use super::Dong;

/// The unit in which a plan shows its amounts; what is counted stays in đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DisplayUnit {
    /// Đồng.
    #[default]
    Dong,
    /// Nghìn đồng.
    Thousand,
    /// Triệu đồng.
    Million,
}

impl DisplayUnit {
    /// The units as users write them.
    pub const KEYS: [(&'static str, Self); 3] = [
        ("dong", Self::Dong),
        ("nghin_dong", Self::Thousand),
        ("trieu_dong", Self::Million),
    ];

    /// How many decimals show every amount in it exactly: it is a power of ten of đồng.
    pub fn most_places(self) -> u32 {
        match self {
            Self::Dong => 0,
            Self::Thousand => 3,
            Self::Million => 6,
        }
    }

    /// How many decimals an amount needs in it.
    pub fn places_of(self, amount: Dong) -> u32 {
        let mut places = self.most_places();
        let mut amount = amount.amount();
        while places > 0 && amount % 10 == 0 {
            amount /= 10;
            places -= 1;
        }
        places
    }
}

/// How all amounts of a plan are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MoneyFormat {
    unit: DisplayUnit,
    needed: u32,
    most: u32,
}

impl MoneyFormat {
    /// Whole đồng.
    pub const DONG: Self = Self {
        unit: DisplayUnit::Dong,
        needed: 0,
        most: 0,
    };

    /// The format of these amounts in a unit, with so many decimals at most.
    pub fn new(unit: DisplayUnit, most: u32, amounts: impl IntoIterator<Item = Dong>) -> Self {
        let places = amounts.into_iter().map(|amount| unit.places_of(amount));
        Self {
            unit,
            needed: places.max().unwrap_or(0),
            most: most.min(unit.most_places()),
        }
    }

    /// The unit.
    pub fn unit(self) -> DisplayUnit {
        self.unit
    }

    /// The decimals of every amount.
    pub fn places(self) -> u32 {
        self.needed.min(self.most)
    }

    /// The decimals that an amount may have.
    pub fn most_places(self) -> u32 {
        self.most
    }

    /// Whether some amount is shown as another than it is.
    pub fn rounds(self) -> bool {
        self.needed > self.most
    }

    /// An amount as it is and as it is shown.
    pub fn amount(self, exact: Dong) -> Amount {
        Amount {
            exact,
            format: self,
        }
    }

    /// What an amount is to which the last digit of its figure is 1.
    pub fn last_digit(self) -> Amount {
        self.amount(Dong::new(self.step()).unwrap_or_default())
    }

    /// The same in đồng.
    fn step(self) -> i64 {
        10_i64.pow(self.unit.most_places() - self.places())
    }
}

/// An amount, exact, with how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    exact: Dong,
    format: MoneyFormat,
}

impl Amount {
    /// The amount itself.
    pub fn exact(self) -> Dong {
        self.exact
    }

    /// The digits before and behind the decimal sign; of two nearest figures the greater.
    pub fn digits(self) -> (String, String) {
        let step = self.format.step();
        let shown = (self.exact.amount() + step / 2) / step;
        let places = self.format.places() as usize;
        let digits = format!("{shown:0width$}", width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        (whole.to_owned(), fraction.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::DisplayUnit;
    use super::MoneyFormat;
    use crate::model::Dong;
    use crate::model::vietnamese;

    /// These amounts in a unit, and whether any is rounded.
    fn figures(unit: DisplayUnit, most: u32, amounts: &[i64]) -> (Vec<String>, bool) {
        let amounts = amounts.iter().map(|amount| Dong::new(*amount));
        let amounts: Vec<Dong> = amounts.collect::<Result<_, _>>().expect("values in range");
        let format = MoneyFormat::new(unit, most, amounts.iter().copied());
        let figures = amounts.into_iter().map(|exact| format.amount(exact));
        (figures.map(vietnamese::figure).collect(), format.rounds())
    }

    #[test]
    fn all_have_as_many_decimals_as_one_needs_and_no_more_than_are_asked_for() {
        let amounts = [2_705_040_000, 7_200_000, 0, 450];
        for (unit, most, amounts, expected, rounds) in [
            (
                DisplayUnit::Dong,
                0,
                &amounts[..1],
                &["2.705.040.000"][..],
                false,
            ),
            (
                DisplayUnit::Thousand,
                3,
                &amounts[..2],
                &["2.705.040", "7.200"],
                false,
            ),
            (DisplayUnit::Million, 6, &amounts[1..2], &["7,2"], false),
            (
                DisplayUnit::Million,
                6,
                &amounts[..3],
                &["2.705,04", "7,20", "0,00"],
                false,
            ),
            (
                DisplayUnit::Million,
                6,
                &amounts,
                &["2.705,04000", "7,20000", "0,00000", "0,00045"],
                false,
            ),
            (
                DisplayUnit::Million,
                1,
                &amounts,
                &["2.705,0", "7,2", "0,0", "0,0"],
                true,
            ),
            (
                DisplayUnit::Million,
                0,
                &amounts,
                &["2.705", "7", "0", "0"],
                true,
            ),
            (DisplayUnit::Thousand, 9, &amounts[3..], &["0,45"], false),
            // Half is rounded up, also of the largest amount.
            (
                DisplayUnit::Million,
                2,
                &[5_000, 4_999, 999_999_999_999_999],
                &["0,01", "0,00", "1.000.000.000,00"],
                true,
            ),
        ] {
            let expected: Vec<String> = expected.iter().map(|it| (*it).to_owned()).collect();
            assert_eq!(
                figures(unit, most, amounts),
                (expected, rounds),
                "{unit:?} {most}"
            );
        }
    }
}
