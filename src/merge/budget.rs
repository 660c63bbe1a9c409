//! Phụ lục II and the tables of part VI: cost lines added up in every direction, each direction in one
//! pass over the lines.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::check::CheckedCommune;
use crate::model::BudgetRow;
use crate::model::BudgetRowId;
use crate::model::Catalogue;
use crate::model::Component;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::Layer;
use crate::model::Levels;
use crate::model::MoneyFormat;
use crate::model::Overflow;
use crate::model::Phase;
use crate::model::Pillar;
use crate::model::plan::Budget;
use crate::model::plan::BudgetTable;
use crate::model::plan::BudgetTotals;
use crate::model::plan::CostTotals;
use crate::model::plan::FundingTables;
use crate::model::plan::Matrix;

/// The money of a plan.
pub(super) struct Money {
    /// Phụ lục II.
    pub budget: Budget,
    /// The tables of part VI.
    pub tables: FundingTables,
}

/// The code of a component that is paid for, its layer and the number of its phase.
type Paid<'a> = (&'a str, Layer, u8);

/// Adds up the estimate of a commune that chose these components.
pub(super) fn money(
    catalogue: &Catalogue,
    commune: &CheckedCommune,
    chosen: &[(&Component, Phase)],
) -> Result<Money, Overflow> {
    let profile = &commune.profile;
    let lines = &commune.estimate.lines;
    let of_component = chosen.iter().map(|(component, phase)| {
        let code = component.code.as_str();
        (code, (code, component.layer, phase.number()))
    });
    let of_component: BTreeMap<&str, Paid<'_>> = of_component.collect();
    let paid = |line: &CostLine| of_component.get(line.component.as_deref()?).copied();
    let adder = Adder {
        years: &profile.years,
        lines,
    };
    let is_used = |source| lines.iter().any(|line| line.source == source);
    let sources = FundingSource::of_plan(profile.has_district, is_used);
    let levels = profile.commune.levels();
    let own_rows = catalogue.budget_rows.iter().chain(&profile.own_rows);
    let mut rows: Vec<&BudgetRow> = own_rows.collect();
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let years = profile.years.iter();
    let years = years.map(|year| Ok((*year, table(&rows, levels, &adder.totals(Some(*year))?)?)));
    let years: Vec<_> = years.collect::<Result<_, _>>()?;
    let all = table(&rows, levels, &adder.totals(None)?)?;
    let tables = adder.funding_tables(&sources, chosen, &paid)?;
    let of_years = years.iter().map(|(_, table)| table).chain([&all]);
    let amounts = of_years.flat_map(BudgetTable::amounts);
    let funding = &profile.funding;
    let amounts = amounts.chain(tables.amounts());
    let format = MoneyFormat::new(funding.unit, funding.most_places, amounts);
    Ok(Money {
        budget: Budget {
            years,
            all,
            format,
            // They come when nothing looks at the estimate any more.
            lines: Vec::new(),
            sources,
        },
        tables,
    })
}

/// What the lines add up to: by the row that they are written in, and all together.
struct Totals<'a> {
    by_row: BTreeMap<&'a BudgetRowId, CostTotals>,
    all: CostTotals,
}

impl Totals<'_> {
    /// The sums of each of some rows, what stands under it included.
    fn of_rows(&self, rows: &[&BudgetRow]) -> Result<Vec<CostTotals>, Overflow> {
        let places = rows.iter().enumerate().map(|(place, row)| (&row.id, place));
        let places: BTreeMap<&BudgetRowId, usize> = places.collect();
        let mut sums = vec![CostTotals::default(); rows.len()];
        for (id, totals) in &self.by_row {
            let mut above = Some((*id).clone());
            while let Some(id) = above {
                if let Some(place) = places.get(&id) {
                    sums[*place].add_all(totals)?;
                }
                above = id.parent();
            }
        }
        Ok(sums)
    }
}

/// A table of Phụ lục II.
fn table(
    rows: &[&BudgetRow],
    levels: Levels,
    totals: &Totals<'_>,
) -> Result<BudgetTable, Overflow> {
    let parents: BTreeSet<BudgetRowId> = rows.iter().filter_map(|row| row.id.parent()).collect();
    let sums = totals.of_rows(rows)?;
    let rows = rows.iter().zip(sums).map(|(row, totals)| BudgetTotals {
        id: row.id.clone(),
        name: row.name_in(levels),
        is_parent: parents.contains(&row.id),
        totals,
    });
    Ok(BudgetTable {
        rows: rows.collect(),
        total: totals.all.clone(),
    })
}

/// Adds up lines.
struct Adder<'a> {
    years: &'a [i32],
    lines: &'a [CostLine],
}

impl<'a> Adder<'a> {
    /// The sums of a year, or of all.
    fn totals(&self, year: Option<i32>) -> Result<Totals<'a>, Overflow> {
        let mut by_row: BTreeMap<&BudgetRowId, CostTotals> = BTreeMap::new();
        let mut all = CostTotals::default();
        let lines = self.lines.iter();
        for line in lines.filter(|line| year.is_none_or(|year| line.year == year)) {
            let row = by_row.entry(&line.row).or_default();
            row.add(line.kind, line.source, line.amount)?;
            all.add(line.kind, line.source, line.amount)?;
        }
        Ok(Totals { by_row, all })
    }

    fn funding_tables(
        &self,
        sources: &[FundingSource],
        chosen: &[(&'a Component, Phase)],
        paid: &dyn Fn(&CostLine) -> Option<Paid<'a>>,
    ) -> Result<FundingTables, Overflow> {
        let layers: Vec<Layer> = Layer::ALL.into();
        let phases: Vec<u8> = Phase::KEYS.map(|(_, phase)| phase.number()).into();
        let codes = chosen.iter().map(|(component, _)| component.code.as_str());
        let Matrix {
            rows,
            year_totals,
            total,
        } = self.matrix(and_none(codes), |line| paid(line).map(|(code, ..)| code))?;
        let rows = rows
            .into_iter()
            .map(|(code, by_year, total)| (code.map(str::to_owned), by_year, total));
        let by_component = Matrix {
            rows: rows.collect(),
            year_totals,
            total,
        };
        Ok(FundingTables {
            by_pillar: self.matrix(Pillar::ALL.into(), |line| line.row.pillar())?,
            by_source: self.matrix(sources.to_vec(), |line| line.source)?,
            by_layer: self.matrix(and_none(layers), |line| {
                paid(line).map(|(_, layer, _)| layer)
            })?,
            by_phase: self.matrix(and_none(phases), |line| paid(line).map(|(.., phase)| phase))?,
            by_component,
        })
    }

    /// Amounts by a key and year.
    fn matrix<K: Copy + Ord>(
        &self,
        keys: Vec<K>,
        key_of: impl Fn(&CostLine) -> K,
    ) -> Result<Matrix<K>, Overflow> {
        let places: BTreeMap<K, usize> = keys.iter().copied().zip(0..).collect();
        let years: BTreeMap<i32, usize> = self.years.iter().copied().zip(0..).collect();
        let mut matrix = Matrix {
            rows: keys
                .into_iter()
                .map(|key| (key, vec![Dong::ZERO; years.len()], Dong::ZERO))
                .collect(),
            year_totals: vec![Dong::ZERO; years.len()],
            total: Dong::ZERO,
        };
        for line in self.lines {
            let amount = line.amount;
            let place = places.get(&key_of(line)).copied();
            let year = years.get(&line.year).copied();
            let row = place.and_then(|place| matrix.rows.get_mut(place));
            if let Some((_, by_year, total)) = row {
                *total = total.plus(amount)?;
                if let Some(sum) = year.and_then(|year| by_year.get_mut(year)) {
                    *sum = sum.plus(amount)?;
                }
            }
            if let Some(sum) = year.and_then(|year| matrix.year_totals.get_mut(year)) {
                *sum = sum.plus(amount)?;
            }
            matrix.total = matrix.total.plus(amount)?;
        }
        Ok(matrix)
    }
}

/// The keys, and behind them none of them.
fn and_none<K>(keys: impl IntoIterator<Item = K>) -> Vec<Option<K>> {
    keys.into_iter().map(Some).chain([None]).collect()
}
