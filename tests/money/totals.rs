//! What must hold of every plan's money, whatever its estimate is. The sums are added up here, line by
//! line, as plain numbers.

use xaso::diagnostic::Diagnostics;
use xaso::merge::merge;
use xaso::model::CostKind;
use xaso::model::CostLine;
use xaso::model::DisplayUnit;
use xaso::model::Dong;
use xaso::model::FundingSource;
use xaso::model::plan::BudgetTable;
use xaso::model::plan::CostTotals;
use xaso::model::plan::Funding;
use xaso::model::plan::FundingTables;
use xaso::model::plan::Matrix;
use xaso::model::plan::Plan;
use xaso::pipeline::Session;

use super::estimates::Ground;
use super::random::Random;

const UNITS: [DisplayUnit; 3] = [
    DisplayUnit::Dong,
    DisplayUnit::Thousand,
    DisplayUnit::Million,
];

/// The largest amount that the program counts.
const LARGEST: i64 = 999_999_999_999_999;

/// The sum of the lines that are kept.
fn sum(lines: &[CostLine], keep: impl Fn(&CostLine) -> bool) -> i64 {
    let kept = lines.iter().filter(|line| keep(line));
    kept.map(|line| line.amount.amount()).sum()
}

/// The money columns: five kinds, four sources, first-time, yearly and all.
fn columns(totals: &CostTotals) -> [i64; 12] {
    let mut columns = [0; 12];
    let sides = [totals.initial, totals.yearly, totals.allocated];
    let all = totals.kinds.iter().chain(&totals.sources).chain(&sides);
    for (column, sum) in columns.iter_mut().zip(all) {
        *column = sum.amount();
    }
    columns
}

/// The same columns, out of the lines.
fn columns_of(lines: &[CostLine], keep: impl Fn(&CostLine) -> bool) -> [i64; 12] {
    let mut columns = [0; 12];
    for line in lines.iter().filter(|line| keep(line)) {
        let kind = CostKind::ALL.iter().position(|kind| *kind == line.kind);
        let kind = kind.expect("a kind");
        let sources = FundingSource::ALL;
        let source = sources.iter().position(|source| *source == line.source);
        let places = [kind, 5 + source.expect("a source"), 9 + kind / 3, 11];
        for place in places {
            columns[place] += line.amount.amount();
        }
    }
    columns
}

#[test]
fn every_sum_is_that_of_its_lines_and_every_shown_one_adds_up() {
    let mut ground = Ground::new();
    let mut random = Random::new("totals");
    let mut within_one = [0, 0];
    let mut main_within_one = [0, 0];
    for round in 0..1_200 {
        let most = if round % 50 == 0 { 2_000 } else { 60 };
        ground.change(&mut random, most, 1_000_000_000);
        for unit in UNITS {
            let (plan, n_findings) = ground.plan(unit);
            let plan = plan.expect("a plan");
            assert_eq!(n_findings, 0);
            // What is said of the first unit holds of the others: exact sums do not know the unit.
            if unit == DisplayUnit::Dong {
                exact(&plan, ground.lines());
            }
            shown(&plan);
            let apart = farthest(&plan);
            assert_eq!(apart, plan.budget.farthest.amount(), "what the note says");
            // What no choice of roundings could do better by much: see merge/rounding.rs.
            let most = if ground.lines().len() > 60 { 3 } else { 2 };
            assert!(apart < most * unit.size(), "{apart} {unit:?} {round}");
            if unit != DisplayUnit::Dong && most == 2 {
                within_one[usize::from(apart < unit.size())] += 1;
                main_within_one[usize::from(farthest_main(&plan) < unit.size())] += 1;
            }
        }
    }
    // Of six in seven small estimates no total at all is a unit away.
    let [not, all] = within_one;
    assert!(all > 6 * not, "{within_one:?}");
    let [not, all] = main_within_one;
    assert!(all > 50 * not, "{main_within_one:?}");
}

/// Every exact sum is the sum of its lines.
fn exact(plan: &Plan, lines: &[CostLine]) {
    let tables = plan.budget.years.iter();
    let tables = tables.map(|(year, table)| (Some(*year), table));
    for (year, table) in tables.chain([(None, &plan.budget.all)]) {
        let in_year = |line: &CostLine| year.is_none_or(|year| line.year == year);
        for row in &table.rows {
            let expected = columns_of(lines, |line| in_year(line) && line.row.is_within(&row.id));
            assert_eq!(columns(&row.totals), expected, "{year:?} {}", row.id);
        }
        let expected = columns_of(lines, in_year);
        assert_eq!(columns(&table.total), expected, "{year:?}");
        let cost = sum(lines, in_year);
        let from_sources: i64 = expected[5..9].iter().sum();
        assert_eq!(from_sources, cost, "the sources pay for {year:?}");
    }
    let Funding { exact, total, .. } = &plan.funding;
    assert_eq!(total.amount(), sum(lines, |_| true));
    let component = |code: Option<&String>| {
        let mut components = plan.components.iter();
        components.find(|component| Some(&component.code) == code)
    };
    let of_line = |line: &CostLine| component(line.component.as_ref());
    let years = &plan.years;
    matrix(&exact.by_pillar, years, lines, |line, key| {
        line.row.pillar() == *key
    });
    matrix(&exact.by_source, years, lines, |line, key| {
        line.source == *key
    });
    matrix(&exact.by_layer, years, lines, |line, key| {
        of_line(line).map(|component| component.layer) == *key
    });
    matrix(&exact.by_phase, years, lines, |line, key| {
        of_line(line).map(|component| component.phase) == *key
    });
    matrix(&exact.by_component, years, lines, |line, key| {
        line.component == *key
    });
    for component in &plan.components {
        let expected = sum(lines, |line| {
            line.component.as_ref() == Some(&component.code)
        });
        assert_eq!(component.cost.amount(), expected, "{}", component.code);
    }
}

/// A table of part VI is made of the lines of its keys.
fn matrix<K>(
    matrix: &Matrix<K>,
    years: &[i32],
    lines: &[CostLine],
    is_of: impl Fn(&CostLine, &K) -> bool,
) {
    for (key, by_year, total) in &matrix.rows {
        assert_eq!(by_year.len(), years.len());
        for (year, amount) in years.iter().zip(by_year) {
            let expected = sum(lines, |line| line.year == *year && is_of(line, key));
            assert_eq!(amount.amount(), expected, "{year}");
        }
        assert_eq!(total.amount(), sum(lines, |line| is_of(line, key)));
    }
    adds_up(matrix);
}

/// The rows of a table of part VI add up to its last row, and its years to its last column.
fn adds_up<K>(matrix: &Matrix<K>) {
    let plain = |amounts: &[Dong]| -> Vec<i64> { amounts.iter().map(|sum| sum.amount()).collect() };
    let mut column_sums = vec![0; matrix.year_totals.len()];
    let mut all = 0;
    for (_, by_year, total) in &matrix.rows {
        let by_year = plain(by_year);
        assert_eq!(by_year.iter().sum::<i64>(), total.amount());
        for (sum, amount) in column_sums.iter_mut().zip(by_year) {
            *sum += amount;
        }
        all += total.amount();
    }
    assert_eq!(column_sums, plain(&matrix.year_totals));
    assert_eq!(all, matrix.total.amount());
    assert_eq!(column_sums.iter().sum::<i64>(), all);
}

/// Every total that is printed: exact, and as it is shown.
fn both(plan: &Plan) -> Vec<(i64, i64)> {
    let mut both = Vec::new();
    let tables = plan.budget.years.iter().map(|(_, table)| table);
    for table in tables.chain([&plan.budget.all]) {
        let rows = table.rows.iter().map(|row| (&row.totals, &row.shown));
        for (exact, shown) in rows.chain([(&table.total, &table.shown_total)]) {
            both.extend(columns(exact).into_iter().zip(columns(shown)));
        }
    }
    let Funding { exact, shown, .. } = &plan.funding;
    of_matrix(&mut both, &exact.by_pillar, &shown.by_pillar);
    of_matrix(&mut both, &exact.by_source, &shown.by_source);
    of_matrix(&mut both, &exact.by_layer, &shown.by_layer);
    of_matrix(&mut both, &exact.by_phase, &shown.by_phase);
    let of_all = exact.by_component.rows.iter().zip(&shown.by_component.rows);
    both.extend(of_all.map(|((.., exact), (.., shown))| (exact.amount(), shown.amount())));
    both
}

fn of_matrix<K>(both: &mut Vec<(i64, i64)>, exact: &Matrix<K>, shown: &Matrix<K>) {
    let amounts = |matrix: &Matrix<K>| -> Vec<i64> {
        let rows = matrix.rows.iter();
        let rows = rows.flat_map(|(_, by_year, total)| by_year.iter().chain([total]));
        rows.map(|amount| amount.amount()).collect()
    };
    both.extend(amounts(exact).into_iter().zip(amounts(shown)));
}

/// How far the total is from its exact value that is farthest.
fn farthest(plan: &Plan) -> i64 {
    let apart = both(plan).into_iter();
    apart
        .map(|(exact, shown)| (exact - shown).abs())
        .max()
        .unwrap_or(0)
}

/// The same of the totals that a reader looks at first: those of years, sources, kinds and pillars.
fn farthest_main(plan: &Plan) -> i64 {
    let mut both = Vec::new();
    let tables = plan.budget.years.iter().map(|(_, table)| table);
    for table in tables.chain([&plan.budget.all]) {
        let totals = (&table.total, &table.shown_total);
        both.extend(columns(totals.0).into_iter().zip(columns(totals.1)));
    }
    let Funding { exact, shown, .. } = &plan.funding;
    of_matrix(&mut both, &exact.by_pillar, &shown.by_pillar);
    of_matrix(&mut both, &exact.by_source, &shown.by_source);
    let apart = both.iter().map(|(exact, shown)| (exact - shown).abs());
    apart.max().unwrap_or(0)
}

#[test]
fn the_samples_are_shown_less_than_a_unit_from_what_they_are() {
    for slug in [
        "phuong-hung-thinh-dong",
        "xa-minh-son-ha",
        "xa-pa-khoang-thuong",
    ] {
        let mut session = Session::default();
        let root = env!("CARGO_MANIFEST_DIR").into();
        let (mut checked, _) = session.check(root, vec![slug.to_owned()]);
        for unit in [DisplayUnit::Thousand, DisplayUnit::Million] {
            checked.communes[0].profile.unit = unit;
            let mut diagnostics = Diagnostics::default();
            let plan = merge(&checked, &mut diagnostics).pop().expect("a plan");
            let apart = farthest(&plan);
            assert!(apart < unit.size(), "{slug} {unit:?}: {apart}");
        }
    }
}

/// Shown figures add up in every direction that a reader can add, and are near the exact ones.
fn shown(plan: &Plan) {
    let unit = plan.budget.unit;
    let size = unit.size();
    let tables = plan.budget.years.iter().map(|(_, table)| table);
    for table in tables.clone().chain([&plan.budget.all]) {
        shown_table(table, size);
    }
    // The years together are the table of all years, cell by cell.
    let n_rows = plan.budget.all.rows.len();
    for index in 0..n_rows {
        let years = tables
            .clone()
            .map(|table| columns(&table.rows[index].shown));
        let all = columns(&plan.budget.all.rows[index].shown);
        assert_eq!(added(years), all);
    }
    let total = columns(&plan.budget.all.shown_total);
    let years = tables.clone().map(|table| columns(&table.shown_total));
    assert_eq!(added(years), total);
    // All together is the exact total rounded; what is nothing is shown as nothing.
    let exact = plan.funding.total.amount();
    assert_eq!(total[11], (exact + size / 2) / size * size);
    for (exact, shown) in both(plan) {
        assert!(exact > 0 || shown == 0);
    }
    // A line is shown as the multiple below or above it, and the lines add up.
    let of_lines = plan.budget.lines.iter().zip(&plan.budget.shown_lines);
    let mut sum = 0;
    for (line, shown) in of_lines {
        assert!((line.amount.amount() - shown.amount()).abs() < size);
        sum += shown.amount();
    }
    assert_eq!(sum, total[11]);
    let tables = &plan.funding.shown;
    shown_matrices(tables, total);
    if unit == DisplayUnit::Dong {
        assert_eq!(*tables, plan.funding.exact);
    }
    let of_components = plan.components.iter();
    let of_components: i64 = of_components.map(|entry| entry.shown_cost.amount()).sum();
    let general = tables.by_component.rows.last().expect("the lines of none");
    assert_eq!(general.0, None);
    assert_eq!(of_components + general.2.amount(), total[11]);
}

/// Across: parts make up totals. Down: children make up their parent, pillars the total.
fn shown_table(table: &BudgetTable, size: i64) {
    let rows = table.rows.iter().map(|row| columns(&row.shown));
    for columns in rows.chain([columns(&table.shown_total)]) {
        assert!(columns.iter().all(|sum| *sum >= 0 && sum % size == 0));
        assert_eq!(columns[..3].iter().sum::<i64>(), columns[9]);
        assert_eq!(columns[3..5].iter().sum::<i64>(), columns[10]);
        assert_eq!(columns[5..9].iter().sum::<i64>(), columns[11]);
        assert_eq!(columns[9] + columns[10], columns[11]);
    }
    let below = |parent: Option<&_>| {
        let children = table.rows.iter();
        let children = children.filter(|row| row.id.parent().as_ref() == parent);
        added(children.map(|row| columns(&row.shown)))
    };
    for row in table.rows.iter().filter(|row| row.is_parent) {
        assert_eq!(below(Some(&row.id)), columns(&row.shown), "{}", row.id);
    }
    assert_eq!(below(None), columns(&table.shown_total));
}

fn added(rows: impl Iterator<Item = [i64; 12]>) -> [i64; 12] {
    rows.fold([0; 12], |mut sums, row| {
        for (sum, amount) in sums.iter_mut().zip(row) {
            *sum += amount;
        }
        sums
    })
}

/// The tables of part VI add up, and agree with each other and with Phụ lục II.
fn shown_matrices(tables: &FundingTables, total: [i64; 12]) {
    adds_up(&tables.by_pillar);
    adds_up(&tables.by_source);
    adds_up(&tables.by_layer);
    adds_up(&tables.by_phase);
    adds_up(&tables.by_component);
    let years = &tables.by_pillar.year_totals;
    for other in [
        &tables.by_source.year_totals,
        &tables.by_layer.year_totals,
        &tables.by_phase.year_totals,
        &tables.by_component.year_totals,
    ] {
        assert_eq!(other, years);
    }
    assert_eq!(tables.by_pillar.total.amount(), total[11]);
    for (source, _, amount) in &tables.by_source.rows {
        let place = FundingSource::ALL.iter().position(|other| other == source);
        assert_eq!(amount.amount(), total[5 + place.expect("a source")]);
    }
}

#[test]
fn no_overflow_goes_unreported() {
    let mut ground = Ground::new();
    let mut random = Random::new("overflow");
    let mut seen = [0, 0];
    for _ in 0..500 {
        ground.change(&mut random, 60, 500_000_000_000_000);
        let total = sum(ground.lines(), |_| true);
        for unit in UNITS {
            let (plan, n_findings) = ground.plan(unit);
            let is_too_large = total > LARGEST;
            assert_eq!(plan.is_none(), is_too_large, "{total}");
            assert_eq!(n_findings, usize::from(is_too_large), "{total}");
            seen[usize::from(is_too_large)] += 1;
        }
    }
    assert!(seen.iter().all(|n| *n > 100), "{seen:?}");
}

#[test]
fn the_largest_amount_is_counted_and_one_more_is_not() {
    let mut ground = Ground::new();
    let mut random = Random::new("largest");
    while ground.lines().len() < 3 {
        ground.change(&mut random, 9, 1_000_000);
    }
    for (more, fits) in [(0, true), (1, false)] {
        let rest = sum(&ground.lines()[1..], |_| true);
        let amount = Dong::new(LARGEST - rest + more).expect("an amount in range");
        ground.lines_mut()[0].amount = amount;
        for unit in UNITS {
            let (plan, n_findings) = ground.plan(unit);
            assert_eq!((plan.is_some(), n_findings), (fits, usize::from(!fits)));
        }
    }
}
