//! Phụ lục II and the tables of part VI: cost lines added up in every direction. The lines are gone
//! through once, since there may be many; what is paid for the same thing is then few sums.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use foldhash::HashMap;

use crate::check::CheckedCommune;
use crate::model::BudgetRow;
use crate::model::BudgetRowId;
use crate::model::Catalogue;
use crate::model::ChosenComponent;
use crate::model::ChosenTask;
use crate::model::Component;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::Layer;
use crate::model::Levels;
use crate::model::MoneyFormat;
use crate::model::Overflow;
use crate::model::Phase;
use crate::model::Pillar;
use crate::model::Profile;
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

/// What a cost is for.
struct Paid<'a> {
    /// The code of a component, or of a task that pays for something beside components.
    code: &'a str,
    /// The layer of the component.
    layer: Option<Layer>,
    /// The numbers of the first and the last phase to which the cost belongs.
    phases: Option<(u8, u8)>,
}

/// Adds up the estimate of a commune that chose these components.
pub(super) fn money(
    catalogue: &Catalogue,
    commune: &CheckedCommune,
    chosen: &[(&Component, &ChosenComponent)],
) -> Result<Money, Overflow> {
    let profile = &commune.profile;
    let lines = &commune.estimate.lines;
    let of_component = chosen
        .iter()
        .map(|(component, chosen)| (component.code.as_str(), (*component, *chosen)));
    let of_component: BTreeMap<&str, (&Component, &ChosenComponent)> = of_component.collect();
    let numbers = |(first, last): (Phase, Phase)| (first.number(), last.number());
    let paid = |cost: &Cost<'_>| match cost.component {
        Some(code) => {
            let (component, chosen) = of_component.get(code)?;
            Some(Paid {
                code: component.code.as_str(),
                layer: Some(component.layer),
                phases: Some(numbers(profile.phases_of_cost(chosen, cost.year))),
            })
        }
        None => {
            let task = task_of_row(catalogue, profile, cost.row)?;
            Some(Paid {
                code: task.code.as_str(),
                layer: None,
                phases: profile.phases_of_task(task, cost.year).map(numbers),
            })
        }
    };
    let adder = Adder {
        years: &profile.years,
        costs: &costs(lines)?,
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
    let tasks = profile.tasks.iter().map(|task| task.code.as_str());
    let codes = chosen.iter().map(|(component, _)| component.code.as_str());
    let codes: Vec<&str> = codes.chain(tasks).collect();
    let tables = adder.funding_tables(&sources, codes, &paid)?;
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

/// All that is paid for one thing in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Cost<'a> {
    row: &'a BudgetRowId,
    component: Option<&'a str>,
    kind: CostKind,
    year: i32,
    source: FundingSource,
}

/// What lines pay for, as they come, and the sum of each.
fn costs(lines: &[CostLine]) -> Result<Vec<(Cost<'_>, Dong)>, Overflow> {
    let mut costs: Vec<(Cost<'_>, Dong)> = Vec::new();
    let mut places: HashMap<Cost<'_>, usize> = HashMap::default();
    for line in lines {
        let cost = Cost {
            row: &line.row,
            component: line.component.as_deref(),
            kind: line.kind,
            year: line.year,
            source: line.source,
        };
        let place = *places.entry(cost).or_insert_with(|| {
            costs.push((cost, Dong::ZERO));
            costs.len() - 1
        });
        let (_, sum) = &mut costs[place];
        *sum = sum.plus(line.amount)?;
    }
    Ok(costs)
}

/// Adds up costs.
struct Adder<'a> {
    years: &'a [i32],
    costs: &'a [(Cost<'a>, Dong)],
}

impl<'a> Adder<'a> {
    /// The sums of a year, or of all.
    fn totals(&self, year: Option<i32>) -> Result<Totals<'a>, Overflow> {
        let mut by_row: BTreeMap<&BudgetRowId, CostTotals> = BTreeMap::new();
        let mut all = CostTotals::default();
        let costs = self.costs.iter();
        for (cost, sum) in costs.filter(|(cost, _)| year.is_none_or(|year| cost.year == year)) {
            let row = by_row.entry(cost.row).or_default();
            row.add(cost.kind, cost.source, *sum)?;
            all.add(cost.kind, cost.source, *sum)?;
        }
        Ok(Totals { by_row, all })
    }

    fn funding_tables(
        &self,
        sources: &[FundingSource],
        codes: Vec<&'a str>,
        paid: &dyn Fn(&Cost<'a>) -> Option<Paid<'a>>,
    ) -> Result<FundingTables, Overflow> {
        let layers: Vec<Layer> = Layer::ALL.into();
        let phases = |cost: &Cost<'a>| paid(cost).and_then(|paid| paid.phases);
        let single = Phase::KEYS.map(|(_, phase)| (phase.number(), phase.number()));
        let used = self.costs.iter().filter_map(|(cost, _)| phases(cost));
        let rows_of_phases: BTreeSet<(u8, u8)> = single.into_iter().chain(used).collect();
        let Matrix {
            rows,
            year_totals,
            total,
        } = self.matrix(and_none(codes), |cost| paid(cost).map(|paid| paid.code))?;
        let rows = rows
            .into_iter()
            .map(|(code, by_year, total)| (code.map(str::to_owned), by_year, total));
        let by_component = Matrix {
            rows: rows.collect(),
            year_totals,
            total,
        };
        Ok(FundingTables {
            by_pillar: self.matrix(Pillar::ALL.into(), |cost| cost.row.pillar())?,
            by_source: self.matrix(sources.to_vec(), |cost| cost.source)?,
            by_layer: self.matrix(and_none(layers), |cost| {
                paid(cost).and_then(|paid| paid.layer)
            })?,
            by_phase: self.matrix(and_none(rows_of_phases), phases)?,
            by_component,
        })
    }

    /// Amounts by a key and year.
    fn matrix<K: Copy + Ord>(
        &self,
        keys: Vec<K>,
        key_of: impl Fn(&Cost<'a>) -> K,
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
        for (cost, amount) in self.costs {
            let amount = *amount;
            let place = places.get(&key_of(cost)).copied();
            let year = years.get(&cost.year).copied();
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

/// The task that pays for something in a row beside components, where only one can.
fn task_of_row<'a>(
    catalogue: &Catalogue,
    profile: &'a Profile,
    row: &BudgetRowId,
) -> Option<&'a ChosenTask> {
    let mut tasks = profile.tasks.iter().filter(|chosen| {
        let task = catalogue.task(&chosen.code);
        task.is_some_and(|task| task.budget_row.as_ref() == Some(row))
    });
    tasks.next().filter(|_| tasks.next().is_none())
}

/// The keys, and behind them none of them.
fn and_none<K>(keys: impl IntoIterator<Item = K>) -> Vec<Option<K>> {
    keys.into_iter().map(Some).chain([None]).collect()
}
