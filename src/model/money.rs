//! Money: whole đồng, exact, checked for overflow. Never a floating-point number.

use std::iter;

use super::Decimal;

/// An amount in whole đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Dong(i64);

/// The largest amount that Xaso counts: 999 999 999 999 999 đồng, far above any commune's budget.
/// Ten thousand of them still fit in an `i64`'s range of values when they are added with checks.
const LARGEST: i64 = 999_999_999_999_999;

/// Why a number is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAmount {
    /// It has a fraction of a đồng.
    Fraction,
    /// It is below zero or above the largest amount.
    OutOfRange,
}

/// A sum above the largest amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overflow;

impl Dong {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount from 0 to the largest one.
    ///
    /// # Errors
    /// [`Overflow`] for an amount below zero or above the largest one.
    pub fn new(amount: i64) -> Result<Self, Overflow> {
        if (0..=LARGEST).contains(&amount) {
            Ok(Self(amount))
        } else {
            Err(Overflow)
        }
    }

    /// The amount that is so many times a whole number of đồng: a quantity at a price, or a number in
    /// a unit such as triệu đồng.
    ///
    /// # Errors
    /// Why the product is none.
    pub fn product(number: Decimal, whole: i64) -> Result<Self, NoAmount> {
        let product = number.times(whole).ok_or(NoAmount::OutOfRange)?;
        if product >= Decimal::whole(LARGEST + 1) {
            return Err(NoAmount::OutOfRange);
        }
        let whole = product.to_whole().ok_or(NoAmount::Fraction)?;
        Self::new(whole).map_err(|Overflow| NoAmount::OutOfRange)
    }

    /// The amount in đồng.
    pub fn amount(self) -> i64 {
        self.0
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum of two amounts.
    ///
    /// # Errors
    /// [`Overflow`] above the largest amount.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_add(other.0).map_or(Err(Overflow), Self::new)
    }

    /// This amount so many times.
    ///
    /// # Errors
    /// [`Overflow`] above the largest amount.
    pub fn times(self, quantity: u32) -> Result<Self, Overflow> {
        let product = self.0.checked_mul(i64::from(quantity));
        product.map_or(Err(Overflow), Self::new)
    }

    /// How far two amounts are apart.
    pub fn apart(self, other: Self) -> Self {
        Self((self.0 - other.0).abs())
    }

    /// The sum of many amounts.
    ///
    /// # Errors
    /// [`Overflow`] above the largest amount.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, Overflow> {
        iter::once(Self::ZERO)
            .chain(amounts)
            .try_fold(Self::ZERO, Self::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::{Dong, LARGEST, NoAmount, Overflow};
    use crate::model::Decimal;

    #[test]
    fn sums_are_exact_and_refuse_to_overflow() {
        let amounts =
            [1, 999, 1_000_000].map(|amount| Dong::new(amount).expect("a value in range"));
        assert_eq!(Dong::sum(amounts).map(Dong::amount), Ok(1_001_000));
        let largest = Dong::new(LARGEST).expect("a value in range");
        assert_eq!(
            largest.plus(Dong::new(1).expect("a value in range")),
            Err(Overflow)
        );
        assert_eq!(Dong::new(-1), Err(Overflow));
    }
    #[test]
    fn products_are_whole_amounts_or_nothing() {
        for (number, factor, wanted) in [
            ("2.5", 10, Ok(25)),
            ("2.5", 3, Err(NoAmount::Fraction)),
            ("999999999", 999_999_999, Err(NoAmount::OutOfRange)),
            ("999999999999999", 1, Ok(LARGEST)),
            ("999999999.5", 1_000_000_000, Err(NoAmount::OutOfRange)),
            ("123.456789", 99_999_999_999, Err(NoAmount::Fraction)),
            ("-1", 1, Err(NoAmount::OutOfRange)),
        ] {
            let parsed = Decimal::parse(number).expect("a number");
            let product = Dong::product(parsed, factor).map(Dong::amount);
            assert_eq!(product, wanted, "{number} × {factor}");
        }
    }
}
