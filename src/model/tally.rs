//! What was read of an estimate, in few figures: a wrong unit, a sheet too many or half a table is
//! seen at once in the sum of each year.

use std::collections::BTreeMap;

use super::CostLine;
use super::Dong;
use super::Estimate;
use crate::source::FileId;
use crate::source::Origin;

/// A table of an estimate, or its list in YAML, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRead {
    /// Where its head or list begins.
    pub at: Origin,
    /// The name of its sheet; empty for a list.
    pub sheet: String,
    /// The đồng that one of its unit prices is.
    pub price_unit: i64,
    /// The đồng that one of its amounts is, where it has such a column.
    pub amount_unit: Option<i64>,
    /// Whether the file says so; without a word an amount is one in đồng.
    pub is_unit_stated: bool,
    /// Whether its unit was asked about already, since its figures cannot be đồng.
    pub is_unit_asked: bool,
    /// How many lines were read. They stand together in the estimate, table behind table.
    pub n_lines: usize,
    /// How many could not be read.
    pub n_unread: usize,
    /// The first and the last row (from 1) of the lines, read or not.
    pub rows: Option<(u32, u32)>,
}

impl TableRead {
    /// Counts a line that was read in a row (from 0).
    pub(crate) fn line(&mut self, row: u32) {
        self.n_lines += 1;
        self.reaches(row);
    }

    /// Counts a line that could not be read.
    pub(crate) fn unread(&mut self, row: u32) {
        self.n_unread += 1;
        self.reaches(row);
    }

    fn reaches(&mut self, row: u32) {
        let row = row.saturating_add(1);
        let first = self.rows.map_or(row, |(first, _)| first);
        self.rows = Some((first, row));
    }
}

/// What was read of the estimate of a commune.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The name of the commune's profile, without ending.
    pub slug: String,
    /// The file of the estimate; none where there is none that can be opened.
    pub file: Option<FileId>,
    /// Its tables, in order.
    pub tables: Vec<TableRead>,
    /// How many lines were read.
    pub n_lines: usize,
    /// How many could not be read.
    pub n_unread: usize,
    /// Whether every table was read to its end.
    pub is_whole: bool,
    /// What the lines that were read come to, in đồng, by year.
    pub years: BTreeMap<i32, Sum>,
    /// What they come to in all.
    pub total: Sum,
}

/// A sum in đồng that goes beyond the largest amount of a plan, so that one can see by how much.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum(i128);

impl Sum {
    /// The sum with another amount. It stops at what 128 bits hold: more lines than any disk has.
    #[must_use]
    pub fn plus(self, amount: Dong) -> Self {
        Self(self.0.saturating_add(amount.amount().into()))
    }

    /// The sum of two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The sum of many amounts.
    pub fn of(amounts: impl IntoIterator<Item = Dong>) -> Self {
        amounts.into_iter().fold(Self::default(), Self::plus)
    }

    /// The đồng.
    pub fn amount(self) -> i128 {
        self.0
    }
}

impl Tally {
    /// What was read of the estimate of a commune, out of this file.
    pub fn of(slug: &str, file: Option<FileId>, estimate: &Estimate) -> Self {
        let lines = &estimate.lines;
        let mut years: BTreeMap<i32, Sum> = BTreeMap::new();
        for CostLine { year, amount, .. } in lines {
            let sum = years.entry(*year).or_default();
            *sum = sum.plus(*amount);
        }
        let n_unread = estimate.tables.iter().map(|table| table.n_unread).sum();
        Self {
            slug: slug.to_owned(),
            file,
            tables: estimate.tables.clone(),
            n_lines: lines.len(),
            n_unread,
            // What is unread beside the lines of tables stands for the rest of one, or for a whole one.
            is_whole: estimate.is_found && estimate.unread.len() == n_unread,
            years,
            total: Sum::of(lines.iter().map(|line| line.amount)),
        }
    }
}
