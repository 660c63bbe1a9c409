//! The unit in which a plan shows its amounts.

use super::Dong;
use super::money::LARGEST;

/// The unit in which a plan shows its amounts; what is counted stays in đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DisplayUnit {
    /// Đồng: nothing is rounded.
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

    /// How many đồng it is.
    pub fn size(self) -> i64 {
        match self {
            Self::Dong => 1,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
        }
    }

    /// The multiple of the unit that is nearest to an amount, of two the greater; never more than the
    /// largest amount.
    #[must_use]
    pub fn round(self, amount: Dong) -> Dong {
        let size = self.size();
        let nearest = (amount.amount() + size / 2) / size * size;
        Dong::new(nearest.min(LARGEST / size * size)).unwrap_or(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::DisplayUnit;
    use crate::model::Dong;

    #[test]
    fn the_nearest_multiple_never_leaves_the_range() {
        for (unit, amount, expected) in [
            (DisplayUnit::Dong, 1_499, 1_499),
            (DisplayUnit::Thousand, 1_499, 1_000),
            (DisplayUnit::Thousand, 1_500, 2_000),
            (DisplayUnit::Million, 499_999, 0),
            (DisplayUnit::Million, 1_500_000, 2_000_000),
            (
                DisplayUnit::Million,
                999_999_999_999_999,
                999_999_999_000_000,
            ),
        ] {
            let amount = Dong::new(amount).expect("a value in range");
            assert_eq!(unit.round(amount).amount(), expected, "{unit:?} {amount:?}");
        }
    }
}
