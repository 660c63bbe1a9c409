//! Phụ lục II and the tables of part VI: cost lines added up in every direction.

use crate::check::CheckedCommune;
use crate::model::BudgetRow;
use crate::model::Catalogue;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::Overflow;
use crate::model::plan::Budget;
use crate::model::plan::BudgetTable;
use crate::model::plan::BudgetTotals;
use crate::model::plan::CostTotals;
use crate::model::plan::Matrix;

/// Phụ lục II of a commune: a table for each year and one for all.
pub(super) fn budget(catalogue: &Catalogue, commune: &CheckedCommune) -> Result<Budget, Overflow> {
    let profile = &commune.profile;
    let mut rows: Vec<&BudgetRow> = catalogue
        .budget_rows
        .iter()
        .chain(&profile.own_rows)
        .collect();
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let table = |keep: &dyn Fn(&CostLine) -> bool| -> Result<BudgetTable, Overflow> {
        let lines: Vec<&CostLine> = commune
            .estimate
            .lines
            .iter()
            .filter(|line| keep(line))
            .collect();
        let rows = rows
            .iter()
            .map(|row| {
                let within = lines
                    .iter()
                    .copied()
                    .filter(|line| line.row.is_within(&row.id));
                Ok(BudgetTotals {
                    id: row.id.clone(),
                    name: row.name.clone(),
                    totals: totals(within)?,
                })
            })
            .collect::<Result<_, _>>()?;
        Ok(BudgetTable {
            rows,
            total: totals(lines)?,
        })
    };
    let years = profile
        .years
        .iter()
        .map(|year| Ok((*year, table(&|line| line.year == *year)?)))
        .collect::<Result<_, _>>()?;
    let mut lines = commune.estimate.lines.clone();
    lines.sort_by(|a, b| (&a.row, a.year).cmp(&(&b.row, b.year)));
    Ok(Budget {
        sources: FundingSource::of_plan(profile.has_district),
        years,
        all: table(&|_| true)?,
        lines,
    })
}

/// The sums of some lines.
fn totals<'a>(lines: impl IntoIterator<Item = &'a CostLine>) -> Result<CostTotals, Overflow> {
    let mut totals = CostTotals::default();
    for line in lines {
        for (sum, kind) in totals.kinds.iter_mut().zip(CostKind::ALL) {
            if kind == line.kind {
                *sum = sum.plus(line.amount)?;
            }
        }
        for (sum, source) in totals.sources.iter_mut().zip(FundingSource::ALL) {
            if source == line.source {
                *sum = sum.plus(line.amount)?;
            }
        }
        let side = if line.kind.is_initial() {
            &mut totals.initial
        } else {
            &mut totals.yearly
        };
        *side = side.plus(line.amount)?;
        totals.allocated = totals.allocated.plus(line.amount)?;
    }
    Ok(totals)
}

/// Amounts by a key and year.
pub(super) fn matrix<K: Copy + PartialEq>(
    keys: &[K],
    commune: &CheckedCommune,
    key_of: impl Fn(&CostLine) -> K,
) -> Result<Matrix<K>, Overflow> {
    let lines = &commune.estimate.lines;
    let sum = |keep: &dyn Fn(&CostLine) -> bool| {
        Dong::sum(
            lines
                .iter()
                .filter(|line| keep(line))
                .map(|line| line.amount),
        )
    };
    let years = &commune.profile.years;
    let rows = keys
        .iter()
        .map(|key| {
            let by_year = years
                .iter()
                .map(|year| sum(&|line| line.year == *year && key_of(line) == *key))
                .collect::<Result<Vec<_>, _>>()?;
            Ok((*key, by_year, sum(&|line| key_of(line) == *key)?))
        })
        .collect::<Result<_, _>>()?;
    let year_totals = years
        .iter()
        .map(|year| sum(&|line| line.year == *year))
        .collect::<Result<_, _>>()?;
    Ok(Matrix {
        rows,
        year_totals,
        total: sum(&|_| true)?,
    })
}
