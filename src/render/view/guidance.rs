//! Hướng dẫn thực hiện: what the guidance says of the chosen components, for those who carry the plan out,
//! with the commune's names in it. First whose part each is, then component by component.

use super::Labels;
use super::PartView;
use super::blocks::BlockView;
use super::blocks::FactView;
use super::blocks::blocks;
use super::blocks::headed;
use super::fill;
use super::numbering::Numbering;
use super::table::TableView;
use super::time;
use crate::model::ascii_code;
use crate::model::plan::Action;
use crate::model::plan::PillarActions;
use crate::model::plan::Plan;

/// The parts: the work of each unit, then the pillars that have components with guidance.
pub(super) fn parts(plan: &Plan, labels: &Labels) -> Vec<PartView> {
    let of_units = (labels.muc.phan_viec.clone(), units(plan, labels));
    let pillars = plan.actions.pillars.iter();
    let pillars = pillars.map(|it| {
        let title = labels.pillar(it.pillar);
        let title = fill(&labels.web.huong_dan_tru_cot, &[("ten", title)]);
        (title, pillar(it, labels))
    });
    let parts = std::iter::once(of_units).chain(pillars);
    let parts = parts.filter(|(_, blocks)| !blocks.is_empty());
    let parts = (1..).zip(parts);
    parts
        .map(|(number, (title, blocks))| PartView {
            id: format!("huong-dan-{number}"),
            number: String::new(),
            title,
            blocks,
        })
        .collect()
}

/// What each unit leads, in the order in which the plan names them first.
fn units(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let cot = &labels.cot;
    let columns = [
        (cot.stt.as_str(), 6, "center"),
        (cot.ma.as_str(), 12, "left"),
        (cot.thanh_phan.as_str(), 46, "left"),
        (cot.phoi_hop.as_str(), 22, "left"),
        (cot.thoi_gian.as_str(), 20, "left"),
    ];
    let mut table = TableView::new("phan-viec", &*labels.muc.phan_viec, &columns);
    let actions: Vec<&Action> = actions(plan).collect();
    let mut units: Vec<&str> = Vec::new();
    for action in &actions {
        if !units.contains(&action.lead.as_str()) {
            units.push(&action.lead);
        }
    }
    for unit in units {
        table.group(unit);
        let own = actions.iter().filter(|action| action.lead == unit);
        for (number, action) in (1_usize..).zip(own) {
            table.row(
                "normal",
                vec![
                    number.to_string().into(),
                    (&action.code).into(),
                    (&action.name).into(),
                    action.support.join("; ").into(),
                    time::text(&action.time, labels).into(),
                ],
            );
        }
    }
    match actions.is_empty() {
        true => Vec::new(),
        false => vec![BlockView::Table(table)],
    }
}

fn actions(plan: &Plan) -> impl Iterator<Item = &Action> {
    let layers = plan.actions.pillars.iter().flat_map(|it| &it.layers);
    layers.flat_map(|layer| &layer.actions)
}

fn pillar(pillar: &PillarActions, labels: &Labels) -> Vec<BlockView> {
    let mut numbering = Numbering::default();
    let mut view = Vec::new();
    for layer in &pillar.layers {
        let guided = layer.actions.iter().filter(|it| it.guidance.is_some());
        let guided: Vec<&Action> = guided.collect();
        if guided.is_empty() {
            continue;
        }
        view.push(numbering.first(labels.layer(layer.layer)));
        for action in guided {
            let title = format!("{}: {}", action.code, action.name);
            let id = ascii_code(&action.code).to_lowercase();
            view.push(numbering.second_named(&title, &id));
            self::action(&mut view, action, labels);
        }
    }
    view
}

fn action(view: &mut Vec<BlockView>, action: &Action, labels: &Labels) {
    let Some(guidance) = &action.guidance else {
        return;
    };
    let words = &labels.hanh_dong;
    view.extend(blocks(&guidance.what));
    for (label, text) in [
        (&words.cach_lam, &guidance.how),
        (&words.bao_dam, &guidance.ensure),
        (&words.khong_lam, &guidance.avoid),
        (&words.rieng, &action.own),
        (&words.ket_qua, &guidance.result),
    ] {
        if !text.is_empty() {
            view.extend(headed(label, text));
        }
    }
    view.push(BlockView::Facts {
        items: who_and_when(action, labels),
    });
}

/// Who leads, who helps, and when.
pub(super) fn who_and_when(action: &Action, labels: &Labels) -> Vec<FactView> {
    let words = &labels.hanh_dong;
    let mut facts = vec![FactView::new(&words.chu_tri, &*action.lead)];
    if !action.support.is_empty() {
        facts.push(FactView::new(&words.phoi_hop, action.support.join("; ")));
    }
    facts.push(FactView::new(
        &words.thoi_gian,
        time::text(&action.time, labels),
    ));
    facts
}
