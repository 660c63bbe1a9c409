//! A price that only fits the others of its table when three zeros are added: "4.500" among prices of
//! millions; or taken away, where the table is in thousands.

use std::collections::HashMap;

use super::judged::Part;
use crate::check::Index;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::TableRead;

/// A price so many times below all the others, and that fits among them when taken so many times.
const BELOW: i64 = 100;
const THOUSAND: i64 = 1_000;

/// A price in a table of thousands so many times above all the others, and that fits among them as đồng.
const ABOVE: i64 = 300;

/// How far beyond the others a price may lie and still fit among them.
const AROUND: i64 = 3;

/// So many others are needed of the same unit of things, or else of the whole table.
const OF_UNIT: usize = 2;
const OF_TABLE: usize = 4;

/// The prices of some lines: how many, the two lowest and the two highest.
#[derive(Debug, Clone, Copy)]
struct Prices {
    n: usize,
    lowest: [i64; 2],
    highest: [i64; 2],
}

impl Default for Prices {
    fn default() -> Self {
        Self {
            n: 0,
            lowest: [i64::MAX; 2],
            highest: [0; 2],
        }
    }
}

impl Prices {
    fn add(&mut self, price: i64) {
        self.n += 1;
        let [highest, next] = self.highest;
        self.highest = if price > highest {
            [price, highest]
        } else {
            [highest, next.max(price)]
        };
        let [lowest, second] = self.lowest;
        self.lowest = if price < lowest {
            [price, lowest]
        } else {
            [lowest, second.min(price)]
        };
    }

    /// The lowest and the highest of the others beside a price, where there are `enough` and it is
    /// written in thousands beside them.
    fn around(&self, price: i64, enough: usize) -> Option<(i64, i64)> {
        let [lowest, second] = self.lowest;
        let is_far = price == lowest && price.saturating_mul(BELOW) <= second;
        let full = price.saturating_mul(THOUSAND);
        let highest = self.highest[0];
        let range = second / AROUND..=highest.saturating_mul(AROUND);
        let fits = self.n > enough && is_far && range.contains(&full);
        fits.then_some((second, highest))
    }

    /// The lowest and the highest of the others beside a price in thousands, where there are `enough` and it is
    /// written in đồng beside them.
    fn below(&self, price: i64, enough: usize) -> Option<(i64, i64)> {
        let ([highest, next], lowest) = (self.highest, self.lowest[0]);
        let is_far = price == highest && price >= next.saturating_mul(ABOVE);
        let range = lowest / AROUND..=next.saturating_mul(AROUND);
        let fits = self.n > enough && is_far && range.contains(&(price / THOUSAND));
        fits.then_some((lowest, next))
    }
}

/// The prices of a table, by the number of the unit of things and all together.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    of_units: HashMap<usize, Prices>,
    all: Prices,
}

impl Neighbours {
    /// Those of a table.
    pub(super) fn of(part: Part<'_>, index: &Index<'_>) -> Self {
        let mut neighbours = Self::default();
        for (number, line) in part.numbered() {
            let price = line.unit_price.amount();
            if price > 0 {
                let of_unit = neighbours.of_units.entry(index.units[number]);
                of_unit.or_default().add(price);
                neighbours.all.add(price);
            }
        }
        neighbours
    }

    /// The lowest and the highest price of the others, beside which that of a line seems to be written
    /// in thousands, or in đồng where the table is in thousands.
    pub(super) fn around(
        &self,
        line: &CostLine,
        unit: usize,
        table: &TableRead,
    ) -> Option<(Dong, Dong)> {
        let price = line.unit_price.amount();
        let of_unit = self.of_units.get(&unit)?;
        let (prices, enough) = if of_unit.n > OF_UNIT {
            (of_unit, OF_UNIT)
        } else {
            (&self.all, OF_TABLE)
        };
        let below = || {
            let prices = (table.price_unit == THOUSAND).then_some(prices)?;
            prices.below(price, enough)
        };
        let found = prices.around(price, enough).or_else(below);
        let (lowest, highest) = found?;
        Dong::new(lowest).ok().zip(Dong::new(highest).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::Prices;

    fn around(prices: &[i64], price: i64) -> Option<(i64, i64)> {
        let mut all = Prices::default();
        prices.iter().for_each(|price| all.add(*price));
        all.around(price, 2)
    }

    #[test]
    fn a_price_in_thousands_is_seen_among_full_ones() {
        let machines = [15_000_000, 15_200_000, 9_500_000, 4_500];
        assert_eq!(around(&machines, 4_500), Some((9_500_000, 15_200_000)));
        assert_eq!(around(&machines, 9_500_000), None);
        // A small thing is a small thing.
        assert_eq!(around(&[15_000_000, 15_200_000, 150_000], 150_000), None);
        assert_eq!(around(&[15_000_000, 200_000, 18_000], 18_000), None);
        assert_eq!(around(&[15_000_000, 15_000], 15_000), None, "too few");
    }

    #[test]
    fn a_price_in_full_is_seen_among_those_in_thousands() {
        let below = |prices: &[i64], price: i64| {
            let mut all = Prices::default();
            prices.iter().for_each(|price| all.add(*price));
            all.below(price, 2)
        };
        let things = [150_000, 1_200_000, 5_000_000_000, 2_000_000];
        assert_eq!(below(&things, 5_000_000_000), Some((150_000, 2_000_000)));
        assert_eq!(below(&things, 2_000_000), None);
        // A server among mice is a server.
        assert_eq!(below(&[200_000, 150_000, 20_000_000], 20_000_000), None);
        assert_eq!(
            below(&[2_000_000, 8_000_000_000], 8_000_000_000),
            None,
            "too few"
        );
    }
}
