//! A table that holds the sums of others, in other words: "Tổng hợp" beside "Chi tiết". Both would count.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use foldhash::HashMap;

use crate::check::Finding;
use crate::check::size::parts;
use crate::model::BudgetRowId;
use crate::model::CostLine;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::Estimate;
use crate::model::TableRead;
use crate::model::vietnamese;

/// A table with what its lines come to.
struct Sums<'a> {
    table: &'a TableRead,
    n_lines: usize,
    total: i128,
    rows: BTreeMap<&'a BudgetRowId, i128>,
    years: BTreeSet<i32>,
    /// Its quantities and prices: the same set of things bought for several places is no sum.
    things: BTreeSet<(Decimal, Dong)>,
}

impl<'a> Sums<'a> {
    fn new(table: &'a TableRead, lines: &'a [CostLine]) -> Self {
        let mut sums = Self {
            table,
            n_lines: lines.len(),
            total: 0,
            rows: BTreeMap::new(),
            years: lines.iter().map(|line| line.year).collect(),
            things: lines
                .iter()
                .map(|line| (line.quantity, line.unit_price))
                .collect(),
        };
        for line in lines {
            let amount = i128::from(line.amount.amount());
            sums.total += amount;
            *sums.rows.entry(&line.row).or_default() += amount;
        }
        sums
    }
}

/// A finding for each table that is the sum of another one, or of all others.
pub(super) fn summaries(estimate: &Estimate) -> Vec<Finding> {
    let tables = parts(estimate).filter(|(_, lines)| !lines.is_empty());
    // Most estimates are one table, which may be long.
    if tables.clone().nth(1).is_none() {
        return Vec::new();
    }
    let tables: Vec<Sums<'_>> = tables
        .map(|(table, lines)| Sums::new(table, lines))
        .collect();
    let mut total: i128 = tables.iter().map(|table| table.total).sum();
    let mut n_lines: usize = tables.iter().map(|table| table.n_lines).sum();
    let mut rows: BTreeMap<&BudgetRowId, i128> = BTreeMap::new();
    let mut of_totals: HashMap<i128, Vec<usize>> = HashMap::default();
    for (index, table) in tables.iter().enumerate() {
        of_totals.entry(table.total).or_default().push(index);
        for (row, sum) in &table.rows {
            *rows.entry(*row).or_default() += sum;
        }
    }
    let mut found = Vec::new();
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for (index, own) in tables.iter().enumerate() {
        let others = |other: &usize| *other != index && !told.contains(other);
        let same = of_totals[&own.total].iter().copied().filter(others);
        let same = same.clone().find(|other| is_sum_of(own, &tables[*other]));
        let all = (tables.iter().enumerate()).filter(|(other, _)| *other != index);
        let mut all = all.map(|(_, other)| other);
        let has_own_years = all
            .clone()
            .any(|other| !own.years.is_disjoint(&other.years));
        let are_other_things = all.clone().any(|other| own.things != other.things);
        let mut sums = own.rows.iter();
        let is_by_row = (own.rows.len() >= 2 || own.n_lines == 1)
            && sums.all(|(row, sum)| rows[row] == sum * 2)
            && own.n_lines * 2 <= n_lines;
        let is_of_all = own.total > 0
            && has_own_years
            && are_other_things
            && n_lines >= 3
            && (own.n_lines >= 2 && own.total * 2 == total && own.n_lines * 2 <= n_lines
                || is_by_row);
        let other = match same {
            Some(other) => &tables[other],
            None if is_of_all => match all.next() {
                Some(other) => other,
                None => continue,
            },
            None => continue,
        };
        // What was told of is none of those that others are held against.
        told.insert(index);
        total -= own.total;
        n_lines -= own.n_lines;
        for (row, sum) in &own.rows {
            *rows.entry(*row).or_default() -= sum;
        }
        found.push(finding(own, other, same.is_none() && tables.len() > 2));
    }
    found
}

/// Whether one table of the same total is the sum of the other: it has fewer lines or other things, of a year
/// that the other one has as well. A single line may well cost as much as others by chance.
fn is_sum_of(own: &Sums<'_>, other: &Sums<'_>) -> bool {
    own.total > 0
        && own.n_lines <= other.n_lines
        && own.n_lines + other.n_lines >= 3
        && (own.n_lines >= 2 || own.rows.keys().all(|row| other.rows.contains_key(row)))
        && !own.years.is_disjoint(&other.years)
        && own.things != other.things
}

fn finding(own: &Sums<'_>, other: &Sums<'_>, is_of_several: bool) -> Finding {
    let total = vietnamese::group_thousands(&own.total.to_string());
    let name = |table: &TableRead| {
        let rows = table.rows.map_or(String::new(), |(first, last)| {
            format!(" dòng {first}–{last}")
        });
        format!("trang “{}”{rows}", table.sheet)
    };
    let others = if is_of_several {
        "các bảng khác".to_owned()
    } else {
        format!("bảng ở {}", name(other.table))
    };
    Finding::new(
        &own.table.at,
        format!(
            "bảng này ({}) cộng lại {total} đồng, khớp với {others}: có lẽ là bảng tổng hợp, mà cả hai đều được tính",
            name(own.table)
        ),
        "bảng tổng hợp thì chuyển sang trang riêng và ẩn trang đó (trang ẩn không được tính); nếu là những khoản khác nhau thì đặt lại mức của XS0459 trong `quy_tac`, kèm lý do",
    )
}
