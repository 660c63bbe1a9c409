//! The money of a plan: part VI and Phụ lục II, added up in every direction.
//!
//! Each sum stands here twice: exact, and as it is shown in the [`DisplayUnit`] of the plan. A shown
//! amount is a multiple of the unit, in đồng; every shown sum is the sum of the shown amounts of its
//! lines, so whatever a reader adds agrees with what is printed, down a table, across it and from one
//! table to another.

use crate::model::{
    BudgetRowId, Comparison, CostKind, CostLine, DisplayUnit, Dong, FundingSource, Layer, Overflow,
    Pillar, RichText,
};

/// VI Kinh phí.
#[derive(Debug)]
pub struct Funding {
    /// Where the money comes from.
    pub sources: RichText,
    /// How it is used.
    pub principles: RichText,
    /// The documents that govern its use, each as in part I.
    pub citations: Vec<String>,
    /// The sentence before the tables.
    pub lead: RichText,
    /// The tables, exact.
    pub exact: FundingTables,
    /// The tables as they are shown.
    pub shown: FundingTables,
    /// The total over everything.
    pub total: Dong,
    /// What was weighed: rented or bought.
    pub comparisons: Vec<Comparison>,
}

/// Years across, something else down.
#[derive(Debug, PartialEq, Eq)]
pub struct FundingTables {
    /// By pillar.
    pub by_pillar: Matrix<Pillar>,
    /// By source.
    pub by_source: Matrix<FundingSource>,
    /// By layer of the component that is paid for; `None` for lines that name no component.
    pub by_layer: Matrix<Option<Layer>>,
    /// By number of the phase of that component.
    pub by_phase: Matrix<Option<u8>>,
    /// By code of that component, in the order of the model.
    pub by_component: Matrix<Option<String>>,
}

/// Amounts by something and year, with totals.
#[derive(Debug, PartialEq, Eq)]
pub struct Matrix<K> {
    /// A row for each key: its amounts by year, and their sum.
    pub rows: Vec<(K, Vec<Dong>, Dong)>,
    /// The sum of each year.
    pub year_totals: Vec<Dong>,
    /// The sum of all.
    pub total: Dong,
}

/// Phụ lục II.
#[derive(Debug)]
pub struct Budget {
    /// The sources that the plan's level has.
    pub sources: Vec<FundingSource>,
    /// The unit in which amounts are shown.
    pub unit: DisplayUnit,
    /// A table for each year.
    pub years: Vec<(i32, BudgetTable)>,
    /// The table for all years.
    pub all: BudgetTable,
    /// The cost lines, by row, year, then the order of the workbook.
    pub lines: Vec<CostLine>,
    /// What each of them counts in the shown sums.
    pub shown_lines: Vec<Dong>,
    /// How far the shown total of this and of part VI is from its exact value that is farthest.
    pub farthest: Dong,
}

/// One table of Phụ lục II.
#[derive(Debug)]
pub struct BudgetTable {
    /// Its rows, totals of parents included.
    pub rows: Vec<BudgetTotals>,
    /// The sum of everything.
    pub total: CostTotals,
    /// The same, as it is shown.
    pub shown_total: CostTotals,
}

/// A row and what adds up in it.
#[derive(Debug)]
pub struct BudgetTotals {
    /// The row.
    pub id: BudgetRowId,
    /// Its name.
    pub name: String,
    /// Whether rows stand under it, which add up in it.
    pub is_parent: bool,
    /// Its sums.
    pub totals: CostTotals,
    /// The same, as they are shown.
    pub shown: CostTotals,
}

/// The sums of a row: the money columns of Phụ lục II.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CostTotals {
    /// By kind of cost, in the order of [`CostKind::ALL`].
    pub kinds: [Dong; 5],
    /// By source, in the order of [`FundingSource::ALL`].
    pub sources: [Dong; 4],
    /// Kinh phí đầu tư ban đầu: Tổng.
    pub initial: Dong,
    /// Kinh phí duy trì hàng năm: Tổng.
    pub yearly: Dong,
    /// Kế hoạch phân bổ: Tổng.
    pub allocated: Dong,
}

impl CostTotals {
    /// Counts an amount of a kind from a source.
    ///
    /// # Errors
    /// [`Overflow`] above the largest amount.
    pub fn add(
        &mut self,
        kind: CostKind,
        source: FundingSource,
        amount: Dong,
    ) -> Result<(), Overflow> {
        let kinds = self.kinds.iter_mut().zip(CostKind::ALL);
        let sources = self.sources.iter_mut().zip(FundingSource::ALL);
        let of_kind = kinds.filter(|(_, k)| *k == kind).map(|(sum, _)| sum);
        let of_source = sources.filter(|(_, s)| *s == source).map(|(sum, _)| sum);
        let side = if kind.is_initial() {
            &mut self.initial
        } else {
            &mut self.yearly
        };
        let sides = [side, &mut self.allocated];
        for sum in of_kind.chain(of_source).chain(sides) {
            *sum = sum.plus(amount)?;
        }
        Ok(())
    }

    /// Counts other sums.
    ///
    /// # Errors
    /// [`Overflow`] above the largest amount.
    pub fn add_all(&mut self, other: &Self) -> Result<(), Overflow> {
        let sums = |totals: &Self| {
            let sides = [totals.initial, totals.yearly, totals.allocated];
            totals.kinds.into_iter().chain(totals.sources).chain(sides)
        };
        let others = sums(other);
        let own = self.kinds.iter_mut().chain(&mut self.sources);
        let own = own.chain([&mut self.initial, &mut self.yearly, &mut self.allocated]);
        for (sum, other) in own.zip(others) {
            *sum = sum.plus(other)?;
        }
        Ok(())
    }

    /// The sum of a kind of cost.
    pub fn kind(&self, kind: CostKind) -> Dong {
        CostKind::ALL
            .iter()
            .position(|k| *k == kind)
            .map_or(Dong::ZERO, |index| self.kinds[index])
    }

    /// The sum from a source.
    pub fn source(&self, source: FundingSource) -> Dong {
        FundingSource::ALL
            .iter()
            .position(|s| *s == source)
            .map_or(Dong::ZERO, |index| self.sources[index])
    }
}
