//! IV: the components of a pillar in a table, by layer: what is done, what comes of it, who does it, when, and
//! what it costs.

use super::Labels;
use super::blocks::BlockView;
use super::blocks::FactView;
use super::blocks::InlineView;
use super::blocks::blocks;
use super::fill;
use super::table::CellView;
use super::table::TableView;
use super::tables::money;
use crate::model::plan::Action;
use crate::model::plan::PillarActions;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// The components of a pillar.
pub(super) fn table(pillar: &PillarActions, plan: &Plan, labels: &Labels) -> TableView {
    let (cot, words) = (&labels.cot, &labels.hanh_dong);
    let unit = labels.display_unit(plan.budget.format.unit());
    let cost = fill(&cot.kinh_phi, &[("don_vi", unit)]);
    let columns = [
        (cot.ma.as_str(), 11, "left"),
        (cot.noi_dung.as_str(), 60, "left"),
        (words.san_pham.as_str(), 31, "left"),
        (words.don_vi.as_str(), 31, "left"),
        (cot.thoi_gian.as_str(), 15, "center"),
        (cost.as_str(), 17, "right"),
    ];
    let name = labels.pillar(pillar.pillar);
    let id = format!("viec-{}", pillar.pillar.key().replace('_', "-"));
    let mut table = TableView::new(&id, name, &columns);
    for layer in &pillar.layers {
        table.group(labels.layer(layer.layer));
        for action in &layer.actions {
            table.row(
                "normal",
                vec![
                    (&action.code).into(),
                    work(action, labels),
                    (&action.result).into(),
                    who(action, labels),
                    vietnamese::period(action.period).into(),
                    spent(action, plan),
                ],
            );
        }
    }
    table
}

/// The name, what is done, and how it is bought.
fn work(action: &Action, labels: &Labels) -> CellView {
    let words = &labels.hanh_dong;
    let text = action.name.clone();
    let mut view = vec![BlockView::Paragraph {
        content: vec![InlineView::Strong {
            content: vec![InlineView::Text { text }],
        }],
    }];
    view.extend(blocks(&action.work));
    view.extend(blocks(&action.own));
    let facts = [
        (&words.hinh_thuc, &action.procurement),
        (&words.ly_do_mua, &action.reason_to_buy),
    ];
    let facts = facts.into_iter();
    let facts = facts.filter_map(|(label, text)| Some(FactView::new(label, text.clone()?)));
    let items: Vec<FactView> = facts.collect();
    if !items.is_empty() {
        view.push(BlockView::Facts { items });
    }
    CellView::of(view)
}

fn who(action: &Action, labels: &Labels) -> CellView {
    let words = &labels.hanh_dong;
    let mut items = vec![FactView::new(&words.chu_tri, &*action.lead)];
    if !action.support.is_empty() {
        items.push(FactView::new(&words.phoi_hop, action.support.join("; ")));
    }
    let facts = items.into_iter();
    CellView::of(facts.map(|item| BlockView::Facts { items: vec![item] }).collect())
}

/// What the estimate spends on it.
fn spent(action: &Action, plan: &Plan) -> CellView {
    let mut components = plan.components.iter();
    let component = components.find(|it| it.code == action.code);
    let cost = component.map(|it| it.cost).unwrap_or_default();
    money(plan.budget.format.amount(cost))
}
