//! What must hold of every plan's money, whatever its estimate is. The sums are added up here, line by
//! line, as plain numbers.

use xaso::model::CostKind;
use xaso::model::CostLine;
use xaso::model::Date;
use xaso::model::DisplayUnit;
use xaso::model::Dong;
use xaso::model::FundingSource;
use xaso::model::Period;
use xaso::model::plan::BudgetTable;
use xaso::model::plan::CostTotals;
use xaso::model::plan::Funding;
use xaso::model::plan::Matrix;
use xaso::model::plan::Plan;
use xaso::model::plan::PlannedTask;
use xaso::model::vietnamese;

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

/// Where the sums of sources begin, those of once and yearly, and the sum of all.
const SOURCES: usize = 5;
const SIDES: usize = SOURCES + FundingSource::ALL.len();
const ALL: usize = SIDES + 2;

/// The money columns: five kinds, the sources, first-time, yearly and all.
fn columns(totals: &CostTotals) -> [i64; ALL + 1] {
    let mut columns = [0; ALL + 1];
    let sides = [totals.initial, totals.yearly, totals.allocated];
    let all = totals.kinds.iter().chain(&totals.sources).chain(&sides);
    for (column, sum) in columns.iter_mut().zip(all) {
        *column = sum.amount();
    }
    columns
}

/// The same columns, out of the lines.
fn columns_of(lines: &[CostLine], keep: impl Fn(&CostLine) -> bool) -> [i64; ALL + 1] {
    let mut columns = [0; ALL + 1];
    for line in lines.iter().filter(|line| keep(line)) {
        let kind = CostKind::ALL.iter().position(|kind| *kind == line.kind);
        let kind = kind.expect("a kind");
        let sources = FundingSource::ALL;
        let source = sources.iter().position(|source| *source == line.source);
        let source = SOURCES + source.expect("a source");
        let places = [kind, source, SIDES + kind / 3, ALL];
        for place in places {
            columns[place] += line.amount.amount();
        }
    }
    columns
}

#[test]
fn every_sum_is_that_of_its_lines_and_shown_as_what_it_is() {
    let mut ground = Ground::new();
    let mut random = Random::new("totals");
    let mut n_rounded = [0, 0];
    for round in 0..300 {
        let most = if round % 50 == 0 { 2_000 } else { 60 };
        ground.change(&mut random, most, 1_000_000_000);
        for unit in UNITS {
            let most = unit.most_places();
            for most in [
                most,
                u32::try_from(random.below(7)).expect("a few").min(most),
            ] {
                let (plan, n_findings) = ground.plan(unit, most);
                let plan = plan.expect("a plan");
                assert_eq!(n_findings, 0);
                // What is said of the first unit holds of the others: sums do not know the unit.
                if unit == DisplayUnit::Dong {
                    exact(&plan, ground.lines());
                }
                shown(&plan, unit, most);
                n_rounded[usize::from(plan.budget.format.rounds())] += 1;
            }
        }
    }
    assert!(n_rounded.iter().all(|n| *n > 200), "{n_rounded:?}");
}

#[test]
fn a_changed_line_moves_no_figure_that_it_is_not_part_of() {
    let mut ground = Ground::new();
    let mut random = Random::new("changed");
    for _ in 0..60 {
        ground.change(&mut random, 60, 1_000_000_000);
        if ground.lines().is_empty() {
            continue;
        }
        for (unit, most) in [(DisplayUnit::Thousand, 0), (DisplayUnit::Million, 2)] {
            let before = ground.plan(unit, most).0.expect("a plan");
            let index = random.below(ground.lines().len());
            let more = i64::try_from(random.below(100_000_000)).expect("an amount");
            let line = &mut ground.lines_mut()[index];
            let amount = line.amount.amount() + more;
            line.amount = Dong::new(amount).expect("an amount in range");
            let after = ground.plan(unit, most).0.expect("a plan");
            for (one, two) in amounts(&before).into_iter().zip(amounts(&after)) {
                let [shown, then] = [(&before, one), (&after, two)]
                    .map(|(plan, amount)| in_dong(&figure(plan, amount), unit));
                assert!(one != two || shown == then, "{one:?}");
            }
        }
    }
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
        let from_sources: i64 = expected[SOURCES..SIDES].iter().sum();
        assert_eq!(from_sources, cost, "the sources pay for {year:?}");
    }
    let Funding { tables, total, .. } = &plan.funding;
    assert_eq!(total.amount(), sum(lines, |_| true));
    let component = |code: Option<&str>| {
        let mut components = plan.components.iter();
        components.find(|component| Some(component.code.as_str()) == code)
    };
    let of_line = |line: &CostLine| component(line.component.as_deref());
    let task = |line: &CostLine| match line.component {
        Some(_) => None,
        None => only_task(plan, &line.row.to_string()),
    };
    let years = &plan.years;
    matrix(&tables.by_pillar, years, lines, |line, key| {
        line.row.pillar() == *key
    });
    matrix(&tables.by_source, years, lines, |line, key| {
        line.source == *key
    });
    matrix(&tables.by_layer, years, lines, |line, key| {
        of_line(line).map(|component| component.layer) == *key
    });
    matrix(&tables.by_phase, years, lines, |line, key| {
        let of_component =
            of_line(line).map(|it| phases(plan, it.phases, it.time.period, line.year));
        let of_task = task(line).map(|it| phases(plan, (1, 3), it.time.period, line.year));
        of_component.or(of_task) == *key
    });
    matrix(&tables.by_component, years, lines, |line, key| {
        let code = line.component.as_deref();
        code.or(task(line).map(|it| it.code.as_str())) == key.as_deref()
    });
    for component in &plan.components {
        let expected = sum(lines, |line| {
            line.component.as_deref() == Some(&component.code)
        });
        assert_eq!(component.cost.amount(), expected, "{}", component.code);
    }
}

/// The task of the plan whose row of Phụ lục II this is in the guidance, where it is that of one alone.
fn only_task<'a>(plan: &'a Plan, row: &str) -> Option<&'a PlannedTask> {
    let mut tasks = plan.tasks.iter().filter(|task| {
        let path = format!("content/tasks/{}.md", task.code);
        let text = std::fs::read_to_string(path).expect("the task");
        let said = text.lines().find_map(|line| line.strip_prefix("dong: "));
        said == Some(row)
    });
    tasks.next().filter(|_| tasks.next().is_none())
}

/// The first and the last phase among these in which a stretch of days has some of a year; where there are none,
/// the last one that has ended before, or else the first.
fn phases(plan: &Plan, among: (u8, u8), days: Period, year: i32) -> (u8, u8) {
    let of_year = (
        Date::new(year, 1, 1).expect("a day"),
        Date::new(year, 12, 31).expect("a day"),
    );
    let own = plan.roadmap.phases.iter();
    let own: Vec<_> = own
        .filter(|it| (among.0..=among.1).contains(&it.number))
        .collect();
    let shared = own.iter().filter(|it| {
        let first = [it.period.start, days.start, of_year.0];
        let last = [it.period.end, days.end, of_year.1];
        first.into_iter().max() <= last.into_iter().min()
    });
    let shared: Vec<u8> = shared.map(|it| it.number).collect();
    let mut before = own.iter().filter(|it| it.period.end.year() < year);
    match (shared.first(), shared.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => {
            let one = before.next_back().map_or(among.0, |it| it.number);
            (one, one)
        }
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

/// Every amount that is printed.
fn amounts(plan: &Plan) -> Vec<Dong> {
    let tables = plan.budget.years.iter().map(|(_, table)| table);
    let tables = tables.chain([&plan.budget.all]);
    let of_tables = tables.flat_map(BudgetTable::amounts);
    of_tables.chain(plan.funding.tables.amounts()).collect()
}

fn figure(plan: &Plan, amount: Dong) -> String {
    vietnamese::figure(plan.budget.format.amount(amount))
}

/// A figure in a unit as so many đồng.
fn in_dong(figure: &str, unit: DisplayUnit) -> i64 {
    let zeros = match unit {
        DisplayUnit::Dong => 0,
        DisplayUnit::Thousand => 3,
        DisplayUnit::Million => 6,
    };
    let (whole, fraction) = figure.split_once(',').unwrap_or((figure, ""));
    let digits = format!("{}{fraction:0<zeros$}", whole.replace('.', ""));
    digits.parse().expect("a figure")
}

/// Every figure is the amount, or at the decimals that may be had the nearest to it and of two the
/// greater; all have as many decimals, and fewer would not do.
fn shown(plan: &Plan, unit: DisplayUnit, most: u32) {
    let zeros = unit.most_places();
    let amounts = amounts(plan);
    let is_exact = |places: u32| {
        let step = 10_i64.pow(zeros - places);
        amounts.iter().all(|amount| amount.amount() % step == 0)
    };
    let places = (0..most).find(|places| is_exact(*places)).unwrap_or(most);
    let step = 10_i64.pow(zeros - places);
    assert_eq!(plan.budget.format.rounds(), !is_exact(places));
    for amount in &amounts {
        let figure = figure(plan, *amount);
        let decimals = figure
            .split_once(',')
            .map_or(0, |(_, decimals)| decimals.len());
        assert_eq!(decimals, places as usize, "{figure}");
        let more = in_dong(&figure, unit) - amount.amount();
        assert!(2 * more <= step && 2 * more > -step, "{figure} {amount:?}");
        assert!(!is_exact(places) || more == 0, "{figure} {amount:?}");
    }
    // What the total is in words has the same amount.
    let total = plan.funding.total;
    assert_eq!(total, plan.budget.all.total.allocated);
    assert!(amounts.iter().all(|amount| *amount <= total));
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
            let (plan, n_findings) = ground.plan(unit, unit.most_places());
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
            let (plan, n_findings) = ground.plan(unit, 0);
            assert_eq!((plan.is_some(), n_findings), (fits, usize::from(!fits)));
        }
    }
}
