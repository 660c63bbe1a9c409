//! The money of a plan: part VI and Phụ lục II, added up in every direction.
//!
//! Each sum stands here once, exact to the đồng. How all of them are shown is the plan's one
//! [`MoneyFormat`]: nothing else rounds.

use crate::model::{
    BudgetRowId, Comparison, CostKind, CostLine, Dong, FundingSource, Layer, MoneyFormat, Overflow,
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
    /// The tables.
    pub tables: FundingTables,
    /// The total over everything.
    pub total: Dong,
    /// What was weighed: rented or bought.
    pub comparisons: Vec<Comparison>,
}

/// Years across, something else down.
#[derive(Debug)]
pub struct FundingTables {
    /// By pillar.
    pub by_pillar: Matrix<Pillar>,
    /// By source.
    pub by_source: Matrix<FundingSource>,
    /// By layer of the component that is paid for; `None` for lines that name no component.
    pub by_layer: Matrix<Option<Layer>>,
    /// By the numbers of the first and the last phase in which the component, or the task, has days of the year.
    pub by_phase: Matrix<Option<(u8, u8)>>,
    /// By code: of that component, in the order of the model, then of a task that pays for something beside
    /// components; `None` for all else.
    pub by_component: Matrix<Option<String>>,
}

impl FundingTables {
    /// Every amount that a reader sees: of a component only the sum of all years.
    pub fn amounts(&self) -> impl Iterator<Item = Dong> {
        let components = self.by_component.rows.iter().map(|(.., total)| *total);
        let tables = self.by_pillar.amounts().chain(self.by_source.amounts());
        let tables = tables.chain(self.by_layer.amounts());
        tables.chain(self.by_phase.amounts()).chain(components)
    }
}

/// Amounts by something and year, with totals.
#[derive(Debug)]
pub struct Matrix<K> {
    /// A row for each key: its amounts by year, and their sum.
    pub rows: Vec<(K, Vec<Dong>, Dong)>,
    /// The sum of each year.
    pub year_totals: Vec<Dong>,
    /// The sum of all.
    pub total: Dong,
}

impl<K> Matrix<K> {
    /// Every amount.
    pub fn amounts(&self) -> impl Iterator<Item = Dong> {
        let rows = self.rows.iter();
        let rows = rows.flat_map(|(_, by_year, total)| by_year.iter().chain([total]));
        rows.chain(&self.year_totals).chain([&self.total]).copied()
    }
}

/// Phụ lục II.
#[derive(Debug)]
pub struct Budget {
    /// The sources that the plan shows.
    pub sources: Vec<FundingSource>,
    /// How amounts are shown, here and in part VI.
    pub format: MoneyFormat,
    /// A table for each year.
    pub years: Vec<(i32, BudgetTable)>,
    /// The table for all years.
    pub all: BudgetTable,
    /// The cost lines, by row, year, then the order of the workbook.
    pub lines: Vec<CostLine>,
}

/// One table of Phụ lục II.
#[derive(Debug)]
pub struct BudgetTable {
    /// Its rows, totals of parents included.
    pub rows: Vec<BudgetTotals>,
    /// The sum of everything.
    pub total: CostTotals,
}

impl BudgetTable {
    /// Every amount.
    pub fn amounts(&self) -> impl Iterator<Item = Dong> {
        let rows = self.rows.iter().map(|row| &row.totals);
        rows.chain([&self.total]).flat_map(CostTotals::amounts)
    }
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
}

/// The sums of a row: the money columns of Phụ lục II.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CostTotals {
    /// By kind of cost, in the order of [`CostKind::ALL`].
    pub kinds: [Dong; 5],
    /// By source, in the order of [`FundingSource::ALL`].
    pub sources: [Dong; FundingSource::ALL.len()],
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
        let own = self.kinds.iter_mut().chain(&mut self.sources);
        let own = own.chain([&mut self.initial, &mut self.yearly, &mut self.allocated]);
        for (sum, other) in own.zip(other.amounts()) {
            *sum = sum.plus(other)?;
        }
        Ok(())
    }

    /// Every sum: the kinds, the sources, what is spent once, yearly, and in all.
    pub fn amounts(&self) -> impl Iterator<Item = Dong> + use<> {
        let sides = [self.initial, self.yearly, self.allocated];
        self.kinds.into_iter().chain(self.sources).chain(sides)
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
