//! The charts of a plan, each with its figures in words: spending by pillar and by source a year, in the
//! figures of the tables beside them; and what renting and buying cost.

use serde::Serialize;

use super::Labels;
use super::fill;
use crate::model::Comparison;
use crate::model::MoneyFormat;
use crate::model::Way;
use crate::model::plan::Matrix;
use crate::model::plan::Plan;
use crate::model::vietnamese;
use crate::render::chart::Bar;
use crate::render::chart::Chart;
use crate::render::chart::Group;
use crate::render::chart::Shade;
use crate::render::chart::draw;

/// A chart that is drawn.
#[derive(Debug, Serialize)]
pub(crate) struct ChartView {
    /// Its name in the page.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Its figures in words, for those who cannot see it.
    pub description: String,
    /// The drawing.
    pub svg: String,
    /// Whether the print shows it; the table beside it has all its figures.
    pub is_printed: bool,
}

/// A chart; none where there is nothing to show.
fn chart(
    id: String,
    caption: &str,
    format: MoneyFormat,
    groups: &[Group],
    labels: &Labels,
) -> Option<ChartView> {
    let words = &labels.bieu_do;
    let name = labels.display_unit(format.unit());
    let caption = fill(&words.tinh_bang, &[("ten", caption), ("don_vi", name)]);
    let described = |group: &Group| {
        let bars = group.bars.iter().map(|bar| {
            let amount = vietnamese::figure(bar.amount);
            let gaps = [("ten", &*bar.name), ("so", &amount), ("don_vi", name)];
            fill(&words.thanh, &gaps)
        });
        let bars = bars.collect::<Vec<_>>().join("; ");
        fill(&words.nhom, &[("ten", &group.name), ("thanh", &bars)])
    };
    let described: Vec<String> = groups.iter().map(described).collect();
    let description = format!("{}. {}", caption, described.join(" "));
    let svg = draw(&Chart {
        id: &id,
        title: &caption,
        description: &description,
        groups,
        unit: format.unit(),
        units: &words.don_vi,
    })?;
    Some(ChartView {
        id,
        caption,
        description,
        svg,
        is_printed: false,
    })
}

/// Spending by pillar and year.
pub(super) fn by_pillar(plan: &Plan, labels: &Labels) -> Option<ChartView> {
    let (matrix, head) = (&plan.funding.tables.by_pillar, &labels.cot.tru_cot);
    let name = |pillar: &_| labels.pillar(*pillar).to_owned();
    let chart = spending(plan, labels, "bieu-do-tru-cot", head, matrix, name)?;
    Some(ChartView {
        is_printed: true,
        ..chart
    })
}

/// Spending by source and year.
pub(super) fn by_source(plan: &Plan, labels: &Labels) -> Option<ChartView> {
    let (matrix, head) = (&plan.funding.tables.by_source, &labels.cot.nguon);
    let name = |source: &_| labels.source(*source, plan.commune.levels()).to_owned();
    spending(plan, labels, "bieu-do-nguon", head, matrix, name)
}

/// A group a year: what it spends, then what each key has of it.
fn spending<K>(
    plan: &Plan,
    labels: &Labels,
    id: &str,
    head: &str,
    matrix: &Matrix<K>,
    name: impl Fn(&K) -> String,
) -> Option<ChartView> {
    let format = plan.budget.format;
    let years = plan.years.iter().zip(&matrix.year_totals).enumerate();
    let groups = years.map(|(index, (year, total))| {
        let parts = matrix.rows.iter().enumerate();
        let parts = parts.filter_map(|(place, (key, by_year, _))| {
            Some(Bar {
                name: name(key),
                amount: format.amount(*by_year.get(index)?),
                shade: Shade::Part(place),
            })
        });
        let total = Bar {
            name: labels.cot.tong_cong.clone(),
            amount: format.amount(*total),
            shade: Shade::Total,
        };
        Group {
            name: fill(&labels.muc.nam, &[("nam", &year.to_string())]),
            bars: std::iter::once(total).chain(parts).collect(),
        }
    });
    let groups: Vec<Group> = groups.collect();
    let caption = fill(
        &labels.bieu_do.ten,
        &[("cot", &vietnamese::lower_first(head))],
    );
    chart(id.to_owned(), &caption, format, &groups, labels)
}

/// What an item has cost either way by the end of each year.
pub(super) fn rent_or_buy(
    number: usize,
    comparison: &Comparison,
    labels: &Labels,
) -> Option<ChartView> {
    let words = &labels.thue_hay_mua;
    let years = comparison.buying.iter().zip(&comparison.renting);
    let groups = (1..).zip(years).map(|(year, (buying, renting))| {
        let ways = [(Way::Buy, *buying), (Way::Rent, *renting)];
        let bars = ways.into_iter().enumerate();
        Group {
            name: labels.compared_year(year, comparison),
            bars: bars
                .map(|(place, (way, amount))| Bar {
                    name: labels.way(way, comparison),
                    amount: MoneyFormat::DONG.amount(amount),
                    shade: Shade::Part(place),
                })
                .collect(),
        }
    });
    let groups: Vec<Group> = groups.collect();
    let caption = fill(&words.bieu_do, &[("ten", &comparison.item.name)]);
    chart(
        format!("bieu-do-thue-hay-mua-{number}"),
        &caption,
        MoneyFormat::DONG,
        &groups,
        labels,
    )
}
