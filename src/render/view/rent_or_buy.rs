//! Phụ lục II: what was weighed, rented or bought: a table, a chart and a sentence for each item.

use super::Labels;
use super::blocks::BlockView;
use super::blocks::paragraph;
use super::charts;
use super::fill;
use super::numbering::Numbering;
use super::table::TableView;
use super::tables::money;
use super::tables::unit;
use crate::model::COMPARED_YEARS;
use crate::model::Comparison;
use crate::model::DisplayUnit;
use crate::model::MoneyFormat;
use crate::model::Way;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// What stands under the heading.
pub(super) fn blocks(plan: &Plan, numbering: &mut Numbering, labels: &Labels) -> Vec<BlockView> {
    let mut view = vec![paragraph(&*labels.thue_hay_mua.dan)];
    for (number, comparison) in (1..).zip(&plan.funding.comparisons) {
        view.push(numbering.second(&comparison.item.name));
        view.push(BlockView::Table(table(number, comparison, labels)));
        view.extend(charts::rent_or_buy(number, comparison, labels).map(BlockView::Chart));
        view.push(paragraph(sentence(comparison, labels)));
    }
    view
}

/// Both ways of an item, year by year.
fn table(number: usize, comparison: &Comparison, labels: &Labels) -> TableView {
    let words = &labels.thue_hay_mua;
    let years: Vec<String> = (1..=COMPARED_YEARS)
        .map(|year| labels.compared_year(year, comparison))
        .collect();
    let mut columns = vec![(&*words.phuong_an, 20, "left")];
    columns.extend(years.iter().map(|year| (year.as_str(), 16, "right")));
    let item = &comparison.item;
    let caption = fill(&words.bang, &[("ten", &item.name)]);
    let mut table = TableView::new(&format!("thue-hay-mua-{number}"), caption, &columns);
    table.unit = unit(DisplayUnit::Dong, labels);
    table.group(fill(
        &words.hang_muc,
        &[
            ("so", &vietnamese::count(item.quantity)),
            ("mua", &vietnamese::amount(item.price)),
            ("bao_duong", &vietnamese::amount(item.upkeep)),
            ("thue", &vietnamese::amount(item.rent)),
            ("ma", &item.component),
        ],
    ));
    for (way, costs) in [
        (Way::Buy, &comparison.buying),
        (Way::Rent, &comparison.renting),
    ] {
        let mut cells = vec![labels.way(way, comparison).into()];
        cells.extend(
            costs
                .iter()
                .map(|cost| money(MoneyFormat::DONG.amount(*cost))),
        );
        table.row("normal", cells);
    }
    table
}

fn sentence(comparison: &Comparison, labels: &Labels) -> String {
    let words = &labels.thue_hay_mua;
    let last = |costs: &[_]| vietnamese::amount(costs.last().copied().unwrap_or_default());
    let break_even = match comparison.break_even {
        Some(year) => fill(&words.hoa_von, &[("nam", &year.to_string())]),
        None => words.khong_hoa_von.clone(),
    };
    let item = &comparison.item;
    let chosen = match item.chosen {
        Way::Buy => &words.mua,
        Way::Rent => &words.thue,
    };
    let difference = vietnamese::amount(comparison.difference);
    let cheaper = match comparison.cheaper {
        None => words.bang_nhau.clone(),
        Some(Way::Buy) => fill(&words.mua_re_hon, &[("so", &difference)]),
        Some(Way::Rent) => fill(&words.thue_re_hon, &[("so", &difference)]),
    };
    fill(
        &words.cau,
        &[
            ("mua", &last(&comparison.buying)),
            ("thue", &last(&comparison.renting)),
            ("re_hon", &cheaper),
            ("hoa_von", &break_even),
            ("chon", &vietnamese::lower_first(chosen)),
            ("ly_do", item.reason.trim_end_matches('.')),
        ],
    )
}

impl Labels {
    /// The name of a year that is compared, from 1, marked where both ways are even.
    pub(super) fn compared_year(&self, year: usize, comparison: &Comparison) -> String {
        let words = &self.thue_hay_mua;
        let name = if comparison.break_even == Some(year) {
            &words.nam_hoa_von
        } else {
            &words.nam
        };
        fill(name, &[("so", &year.to_string())])
    }

    /// The name of a way, marked where it is the chosen one.
    pub(super) fn way(&self, way: Way, comparison: &Comparison) -> String {
        let words = &self.thue_hay_mua;
        let name = match way {
            Way::Buy => &words.mua,
            Way::Rent => &words.thue,
        };
        if comparison.item.chosen == way {
            fill(&words.duoc_chon, &[("ten", name)])
        } else {
            name.clone()
        }
    }
}
