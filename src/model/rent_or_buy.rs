//! Rent or buy: what an item costs either way over five years.
//!
//! Renting comes first, and buying is weighed beside it with its upkeep (Khung kế hoạch, Phần II, Mục
//! V.5.2 "Hướng dẫn xây dựng dự toán" and Mục III, hệ thống camera; Tài liệu hướng dẫn, Mục V.2.c and
//! the guidance on HTS8). Prices stay as they are through the five years, and upkeep is paid from the
//! first year on, as rent is: the comparison favours neither way.

use super::Dong;
use super::Overflow;
use crate::source::Origin;

/// The years that a comparison looks ahead.
pub const COMPARED_YEARS: usize = 5;

/// A way to come by something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is bought and kept up.
    Buy,
    /// It is rented year by year.
    Rent,
}

impl Way {
    /// The ways by the words that users write.
    pub const KEYS: [(&'static str, Self); 2] = [("mua", Self::Buy), ("thue", Self::Rent)];

    /// The other way.
    pub fn other(self) -> Self {
        match self {
            Self::Buy => Self::Rent,
            Self::Rent => Self::Buy,
        }
    }
}

/// An item that can be rented or bought, with the prices of one of it.
#[derive(Debug, Clone)]
pub struct RentOrBuy {
    /// What it is.
    pub name: String,
    /// The component that it belongs to, by code.
    pub component: String,
    /// How many are needed.
    pub quantity: u32,
    /// The price of buying one.
    pub price: Dong,
    /// The upkeep of one that was bought, a year.
    pub upkeep: Dong,
    /// The rent of one, a year.
    pub rent: Dong,
    /// Which way the commune chose.
    pub chosen: Way,
    /// Why.
    pub reason: String,
    /// Where it was read.
    pub at: Origin,
}

impl RentOrBuy {
    /// What a way has cost by the end of each year.
    fn costs(&self, way: Way) -> Result<[Dong; COMPARED_YEARS], Overflow> {
        let (at_once, yearly) = match way {
            Way::Buy => (self.price, self.upkeep),
            Way::Rent => (Dong::ZERO, self.rent),
        };
        let yearly = yearly.times(self.quantity)?;
        let mut spent = at_once.times(self.quantity)?;
        let mut costs = [Dong::ZERO; COMPARED_YEARS];
        for cost in &mut costs {
            spent = spent.plus(yearly)?;
            *cost = spent;
        }
        Ok(costs)
    }
}

/// An item with both ways reckoned up, as the plan shows it.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The item.
    pub item: RentOrBuy,
    /// What buying has cost by the end of each year.
    pub buying: [Dong; COMPARED_YEARS],
    /// What renting has cost by then.
    pub renting: [Dong; COMPARED_YEARS],
    /// The first year, from 1, by whose end renting has cost at least as much as buying, if there is
    /// one: from then on the purchase has paid for itself.
    pub break_even: Option<usize>,
    /// The way that costs less over all the years; none where they cost the same.
    pub cheaper: Option<Way>,
    /// How far the two are apart over all the years.
    pub difference: Dong,
}

impl RentOrBuy {
    /// Both ways beside each other.
    ///
    /// # Errors
    /// [`Overflow`] where the last sum is above the largest amount.
    pub fn compared(&self) -> Result<Comparison, Overflow> {
        let (buying, renting) = (self.costs(Way::Buy)?, self.costs(Way::Rent)?);
        let ([.., bought], [.., rented]) = (buying, renting);
        let years = buying.iter().zip(&renting);
        Ok(Comparison {
            item: self.clone(),
            buying,
            renting,
            break_even: (1..)
                .zip(years)
                .find_map(|(year, (buying, renting))| (renting >= buying).then_some(year)),
            cheaper: match bought.cmp(&rented) {
                std::cmp::Ordering::Less => Some(Way::Buy),
                std::cmp::Ordering::Equal => None,
                std::cmp::Ordering::Greater => Some(Way::Rent),
            },
            difference: bought.apart(rented),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{RentOrBuy, Way};
    use crate::model::Dong;
    use crate::source::Origin;
    use crate::source::Sources;

    fn item(quantity: u32, price: i64, upkeep: i64, rent: i64) -> RentOrBuy {
        let dong = |amount| Dong::new(amount).expect("a value in range");
        RentOrBuy {
            name: String::new(),
            component: String::new(),
            quantity,
            price: dong(price),
            upkeep: dong(upkeep),
            rent: dong(rent),
            chosen: Way::Buy,
            reason: String::new(),
            at: Origin::File(Sources::default().add_unreadable("xa.yaml")),
        }
    }

    #[test]
    fn the_break_even_is_the_first_year_in_which_renting_has_cost_as_much() {
        for (quantity, price, upkeep, rent, year, apart, cheaper) in [
            // 180 + 10 a year against 70 a year: 210 either way after three.
            (10, 18, 1, 7, Some(3), 120, Some(Way::Buy)),
            (10, 19, 1, 7, Some(4), 110, Some(Way::Buy)),
            (1, 30, 0, 10, Some(3), 20, Some(Way::Buy)),
            (1, 40, 1, 11, Some(4), 10, Some(Way::Buy)),
            (1, 50, 0, 10, Some(5), 0, None),
            (2, 60, 0, 10, None, 20, Some(Way::Rent)),
            (1, 1, 0, 10, Some(1), 49, Some(Way::Buy)),
            // Upkeep above the rent: never.
            (3, 1, 11, 10, None, 18, Some(Way::Rent)),
        ] {
            let seen = item(quantity, price, upkeep, rent)
                .compared()
                .expect("sums in range");
            assert_eq!(seen.break_even, year, "{price} + {upkeep}, {rent}");
            assert_eq!(
                seen.difference.amount(),
                apart,
                "{price} + {upkeep}, {rent}"
            );
            assert_eq!(seen.cheaper, cheaper, "{price} + {upkeep}, {rent}");
        }
    }

    #[test]
    fn what_cannot_be_counted_is_an_overflow() {
        assert!(item(2, 600_000_000_000_000, 0, 1).compared().is_err());
        assert!(item(1, 1, 0, 200_000_000_000_000).compared().is_err());
        assert!(
            item(u32::MAX, 999_999_999_999_999, 0, 1)
                .compared()
                .is_err()
        );
    }
}
