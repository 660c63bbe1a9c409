//! Totals that a sheet states: below their lines ("Cộng"), or in the heading of a group above them, as
//! in Phụ lục II; of all lines or of some, one group within another.

use std::collections::BTreeSet;

use crate::model::Dong;

/// A total and the sum of the lines above it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Total {
    /// The row that states it.
    pub row: u32,
    /// What it states.
    pub stated: Dong,
    /// Whether it stands in the heading of the lines below.
    pub heads: bool,
    /// The sheet's column, where it is that of a share.
    pub column: Option<u32>,
    before: i128,
    /// What the rows above it that round the sum add to it.
    rounding: i128,
}

/// The lines of a sheet added up as they come, and the totals between them.
#[derive(Debug, Default)]
pub(super) struct Totals {
    sum: i128,
    rounding: i128,
    /// Sums at which a group ends without a total or a heading behind it.
    ends: BTreeSet<i128>,
    totals: Vec<Total>,
    rows: Vec<RowAdded>,
    /// The sum of the rows alone.
    of_rows: i128,
}

/// A row whose amount was added to those before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowAdded {
    /// The row, from 0.
    pub number: u32,
    before: i128,
}

impl Totals {
    /// Counts a line.
    pub(super) fn line(&mut self, amount: Dong) {
        self.sum += i128::from(amount.amount());
    }

    /// Notes the row whose lines were counted: their sum is `amount`.
    pub(super) fn row(&mut self, number: u32, amount: i128) {
        self.rows.push(RowAdded {
            number,
            before: self.of_rows,
        });
        self.of_rows += amount;
    }

    /// Whether these are all rows so far.
    pub(super) fn are_all(&self, rows: &[RowAdded]) -> bool {
        rows.len() == self.rows.len()
    }

    /// The last rows, if any, whose sum is an amount.
    pub(super) fn rows_of(&self, amount: i128) -> Option<&[RowAdded]> {
        let before = self.of_rows - amount;
        // No row is below zero, so that the sums grow.
        let end = self.rows.partition_point(|row| row.before <= before);
        let rows = self.rows.get(end.checked_sub(1)?..)?;
        let is_sum = rows.first().is_some_and(|row| row.before == before);
        (is_sum && amount > 0).then_some(rows)
    }

    /// Counts an amount that stands beside the lines and in the totals below; a discount is below zero.
    pub(super) fn beside(&mut self, amount: i128) {
        self.sum += amount;
    }

    /// Notes what a row adds to the sum to round it, with which the totals below may or may not reckon.
    pub(super) fn round(&mut self, amount: i128) {
        self.rounding += amount;
    }

    /// Notes that a group ends here.
    pub(super) fn end_group(&mut self) {
        self.ends.insert(self.sum);
    }

    /// The sums that the sheet comes to and those that it states.
    pub(super) fn sums(&self) -> impl Iterator<Item = i128> {
        let stated = self.totals.iter();
        let stated = stated.map(|total| i128::from(total.stated.amount()));
        stated.chain([self.sum, self.sum + self.rounding])
    }

    /// The sum of the lines so far, in đồng.
    pub(super) fn sum(&self) -> i128 {
        self.sum
    }

    /// What an amount adds to the sum so far to round it: it is the sum with its last digits rounded, or
    /// what was rounded off.
    pub(super) fn rounded_by(&self, stated: i128) -> Option<i128> {
        let by = [stated - self.sum, stated].into_iter();
        by.min_by_key(|by| by.abs())
            .filter(|by| by.abs() * 100 <= self.sum)
    }

    /// Notes a total; a share's with its column.
    pub(super) fn total(&mut self, row: u32, stated: Dong, heads: bool, column: Option<u32>) {
        self.totals.push(Total {
            row,
            stated,
            heads,
            column,
            before: self.sum,
            rounding: self.rounding,
        });
    }

    /// The totals that are the sum of no lines next to them, each with what these come to.
    ///
    /// A total may hold for all lines from any other total, or the beginning, to where it stands; or
    /// from there to any other, or the end: which groups lie within which, a sheet does not say. A heading
    /// may also hold for the lines to where its group ends. What rounds the sum may be in it.
    pub(super) fn wrong(&self) -> impl Iterator<Item = (Total, i128)> {
        let befores = self.totals.iter();
        let mut sums: BTreeSet<i128> = befores
            .flat_map(|total| [total.before, total.before + total.rounding])
            .collect();
        sums.extend([0, self.sum, self.sum + self.rounding]);
        self.totals
            .iter()
            .enumerate()
            .filter_map(move |(at, total)| {
                let after = self.totals.get(at + 1).map_or(self.sum, |next| next.before);
                let earlier = at.checked_sub(1).and_then(|at| self.totals.get(at));
                let earlier = earlier.map_or(0, |earlier| earlier.before);
                let stated = i128::from(total.stated.amount());
                let mut befores = [total.before, total.before + total.rounding].into_iter();
                let is_right = if stated == 0 {
                    earlier == total.before || after == total.before
                } else {
                    befores.any(|before| {
                        sums.contains(&(before - stated)) || sums.contains(&(before + stated))
                    }) || total.heads && self.ends.contains(&(total.before + stated))
                };
                let end = self.ends.range(total.before + 1..).next();
                // A heading right above another one holds for all groups below.
                let sum = match total.heads {
                    true if after == total.before => self.sum - total.before,
                    true => end.map_or(after, |end| after.min(*end)) - total.before,
                    false => total.before,
                };
                (!is_right).then_some((*total, sum))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::Totals;
    use crate::model::Dong;

    /// Reads a sheet such as `1 2 =3`, whose totals follow `=` below their lines, `^` above them, where
    /// `~1` rounds and `|0` ends a group; tells the rows with a wrong total, each with the right one.
    fn wrong(sheet: &str) -> Vec<(u32, i128)> {
        let mut totals = Totals::default();
        for (row, written) in (0..).zip(sheet.split(' ')) {
            let digits = written.trim_start_matches(['=', '^', '~', '|']);
            let number: i64 = digits.parse().expect("a number");
            let amount = Dong::new(number.abs()).expect("an amount");
            match written.chars().next() {
                Some('~') => totals.round(number.into()),
                Some('|') => totals.end_group(),
                Some('=' | '^') => totals.total(row, amount, written.starts_with('^'), None),
                _ => totals.line(amount),
            }
        }
        let wrong = totals.wrong().map(|(total, sum)| (total.row, sum));
        wrong.collect()
    }

    #[test]
    fn a_total_holds_for_lines_next_to_it() {
        for (sheet, wanted) in [
            ("1 2 =3 4 =4 =7", &[][..]),
            ("1 =1 2 =2 =3 4 =4 5 =5 =9 =12", &[]),
            ("^7 ^3 1 2 ^4 4", &[]),
            ("^3 1 2 ^0 ^4 4 =7", &[]),
            ("^6 ^3 1 2 ^4 4", &[(0, 7)]),
            ("^7 ^2 1 2 ^4 4", &[(1, 3)]),
            ("1 2 =4", &[(2, 3)]),
            ("1 2 =0 4", &[(2, 3)]),
            ("10 20 ~1 =31", &[]),
            ("10 20 ~-1 =29", &[]),
            ("10 20 ~1 =30", &[]),
            ("10 20 ~1 =32", &[(3, 30)]),
            ("^3 1 2 |0 4", &[]),
            ("^3 1 1 |0 4", &[(0, 2)]),
        ] {
            assert_eq!(wrong(sheet), wanted, "{sheet}");
        }
    }
}
