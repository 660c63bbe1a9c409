//! The page of what a plan leaves out.

use super::Labels;
use super::PartView;
use super::blocks::BlockView;
use super::blocks::HeadingView;
use super::blocks::paragraph;
use super::fill;
use super::table::CellView;
use super::table::TableView;
use crate::model::Gap;
use crate::model::plan::Plan;

/// A table for each kind of thing that is left out; a kind that is complete is said to be.
pub(crate) fn page(plan: &Plan, labels: &Labels) -> PartView {
    let words = &labels.chua_chon;
    let gaps = &plan.gaps;
    let mut blocks = vec![paragraph(&*words.dan)];
    for (id, name, list, needs_reason) in [
        ("thiet-yeu", &words.thiet_yeu, &gaps.essential, true),
        ("bo-sung", &words.bo_sung, &gaps.recommended, false),
        ("chi-tieu", &words.chi_tieu, &gaps.objectives, false),
        ("nhiem-vu", &words.nhiem_vu, &gaps.tasks, false),
    ] {
        let number = list.len().to_string();
        blocks.push(BlockView::Heading(HeadingView {
            level: 2,
            number: String::new(),
            text: fill(&words.muc, &[("ten", name), ("so", &number)]),
            id: id.to_owned(),
        }));
        blocks.push(if list.is_empty() {
            paragraph(&*words.du)
        } else {
            BlockView::Table(table(id, name, list, needs_reason, labels))
        });
    }
    PartView::unnumbered("chua-chon", &words.ten, blocks)
}

fn table(id: &str, name: &str, list: &[Gap], needs_reason: bool, labels: &Labels) -> TableView {
    let words = &labels.chua_chon;
    let mut columns = vec![
        (labels.cot.ma.as_str(), 12, "left"),
        (labels.cot.noi_dung.as_str(), 58, "left"),
    ];
    if needs_reason {
        columns.push((words.ly_do.as_str(), 30, "left"));
    }
    let mut table = TableView::new(id, name, &columns);
    for gap in list {
        let mut cells: Vec<CellView> = vec![(&gap.code).into(), (&gap.name).into()];
        if needs_reason {
            cells.push(gap.reason.as_ref().unwrap_or(&words.chua_neu).into());
        }
        table.row("normal", cells);
    }
    table
}
