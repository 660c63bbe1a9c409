//! Parts I to VIII: their headings and what stands under them.

use super::Labels;
use super::blocks::BlockView;
use super::blocks::FactView;
use super::blocks::blocks;
use super::blocks::closed;
use super::blocks::headed;
use super::blocks::paragraph;
use super::blocks::plain_list;
use super::fill;
use super::guidance::who_and_when;
use super::numbering::Numbering;
use super::rent_or_buy;
use super::tables;
use crate::model::Block;
use crate::model::Inline;
use crate::model::RichText;
use crate::model::ascii_code;
use crate::model::plan::Action;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// I: each legal basis ends with ";", the last with "."; letters that guide come behind.
pub(super) fn legal(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let said = |label: &str, documents: &[String]| -> Vec<String> {
        let documents = documents.iter();
        let said = documents.map(|document| fill(label, &[("van_ban", document)]));
        said.collect()
    };
    let mut citations = said(&labels.cau.can_cu, &plan.legal.citations);
    citations.extend(said(&labels.cau.theo_huong_dan, &plan.legal.guidance));
    let citations = closed(citations.into_iter())
        .into_iter()
        .map(|text| BlockView::Citation { text });
    citations.chain(blocks(&plan.legal.basis)).collect()
}

/// II.
pub(super) fn situation(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let situation = &plan.situation;
    let mut numbering = Numbering::default();
    let mut view = vec![numbering.first(&labels.muc.dac_diem)];
    view.extend(blocks(&situation.features));
    if !situation.survey.is_empty() {
        view.push(numbering.first(&labels.muc.khao_sat));
        view.push(BlockView::Table(tables::survey(plan, labels)));
    }
    section(
        &mut view,
        &mut numbering,
        &labels.muc.thuan_loi,
        &situation.strengths,
    );
    section(
        &mut view,
        &mut numbering,
        &labels.muc.kho_khan,
        &situation.weaknesses,
    );
    view
}

/// A heading with its text, unless there is none.
fn section(view: &mut Vec<BlockView>, numbering: &mut Numbering, title: &str, text: &RichText) {
    if !text.is_empty() {
        view.push(numbering.first(title));
        view.extend(blocks(text));
    }
}

/// III.
pub(super) fn targets(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let mut numbering = Numbering::default();
    let mut view = Vec::new();
    section(
        &mut view,
        &mut numbering,
        &labels.muc.muc_tieu_tong_quat,
        &plan.targets.general,
    );
    view.push(numbering.first(&labels.muc.muc_tieu_cu_the));
    view.extend(blocks(&plan.targets.lead));
    let last_year = plan
        .years
        .last()
        .map(ToString::to_string)
        .unwrap_or_default();
    for pillar in &plan.targets.pillars {
        view.push(numbering.second(labels.pillar(pillar.pillar)));
        view.push(plain_list(closed(pillar.targets.iter().map(|target| {
            let value = target.values.last().copied().unwrap_or(target.baseline);
            let baseline = tables::with_unit(target.baseline, &target.unit);
            fill(
                &labels.cau.chi_tieu,
                &[
                    ("ten", &target.name),
                    ("gia_tri", &tables::with_unit(value, &target.unit)),
                    ("nam", &last_year),
                    ("hien_trang", &baseline),
                ],
            )
        }))));
    }
    view.push(numbering.first(&labels.muc.chi_tieu_theo_nam));
    view.push(BlockView::Table(tables::targets(plan, labels)));
    view.push(numbering.first(&labels.muc.cach_do));
    let targets = plan
        .targets
        .pillars
        .iter()
        .flat_map(|pillar| &pillar.targets);
    for target in targets {
        view.push(BlockView::Label {
            text: format!("{}: {}", target.code, target.name),
        });
        view.extend(blocks(&target.measurement));
        if let Some(reason) = &target.reason {
            view.push(BlockView::Facts {
                items: vec![FactView::new(&labels.cau.ly_do_thap_hon, reason.clone())],
            });
        }
    }
    view
}

/// IV.
pub(super) fn actions(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let actions = &plan.actions;
    let mut numbering = Numbering::default();
    let mut view = Vec::new();
    section(
        &mut view,
        &mut numbering,
        &labels.muc.nguyen_tac,
        &actions.principles,
    );
    for pillar in &actions.pillars {
        view.push(numbering.first(labels.pillar(pillar.pillar)));
        view.extend(blocks(&pillar.lead));
        for layer in &pillar.layers {
            view.push(numbering.second(labels.layer(layer.layer)));
            for action in &layer.actions {
                let title = format!("{}: {}", action.code, action.name);
                view.push(numbering.third(&title, &ascii_code(&action.code).to_lowercase()));
                self::action(&mut view, action, plan, labels);
            }
        }
    }
    section(
        &mut view,
        &mut numbering,
        &labels.muc.van_hanh,
        &actions.operation,
    );
    section(
        &mut view,
        &mut numbering,
        &labels.muc.nguon_luc,
        &actions.resources,
    );
    view
}

/// What is done, what comes of it, who does it, when, and what it costs.
fn action(view: &mut Vec<BlockView>, action: &Action, plan: &Plan, labels: &Labels) {
    let words = &labels.hanh_dong;
    view.extend(blocks(&action.work));
    view.extend(blocks(&action.own));
    view.extend(product(&action.result, &words.san_pham));
    let mut facts = who_and_when(action, labels);
    if let Some(procurement) = &action.procurement {
        facts.push(FactView::new(&words.hinh_thuc, procurement.clone()));
    }
    if let Some(reason) = &action.reason_to_buy {
        facts.push(FactView::new(&words.ly_do_mua, reason.clone()));
    }
    let component = plan.components.iter().find(|it| it.code == action.code);
    if let Some(component) = component.filter(|it| !it.cost.is_zero()) {
        let format = plan.budget.format;
        let amount = vietnamese::figure(format.amount(component.cost));
        let unit = labels.display_unit(format.unit());
        facts.push(FactView::new(&words.kinh_phi, format!("{amount} {unit}")));
    }
    view.push(BlockView::Facts { items: facts });
}

/// What comes of it: in its line, or below a label where it is more than a plain
/// paragraph.
fn product(result: &RichText, label: &str) -> Vec<BlockView> {
    if let [Block::Paragraph(content)] = result.blocks.as_slice()
        && content.iter().all(|piece| matches!(piece, Inline::Text(_)))
    {
        let text = result.to_plain();
        let text = text.trim().trim_end_matches(['.', ';']);
        let items = vec![FactView::new(label, text)];
        return vec![BlockView::Facts { items }];
    }
    headed(label, result)
}

/// V.
pub(super) fn roadmap(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let mut numbering = Numbering::default();
    let mut view = vec![numbering.first(&labels.muc.cac_giai_doan)];
    view.extend(blocks(&plan.roadmap.lead));
    for phase in &plan.roadmap.phases {
        view.push(numbering.second(&tables::phase_title(labels, phase.number, &phase.period)));
        view.extend(blocks(&phase.text));
    }
    view.push(numbering.first(&labels.muc.tien_do));
    view.push(BlockView::Table(tables::timetable(plan, labels)));
    view
}

/// VI.
pub(super) fn funding(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let mut numbering = Numbering::default();
    let mut view = Vec::new();
    section(
        &mut view,
        &mut numbering,
        &labels.muc.nguon_kinh_phi,
        &plan.funding.sources,
    );
    section(
        &mut view,
        &mut numbering,
        &labels.muc.nguyen_tac_kinh_phi,
        &plan.funding.principles,
    );
    if !plan.funding.citations.is_empty() {
        view.push(paragraph(&*labels.cau.can_cu_kinh_phi));
        view.push(plain_list(closed(plan.funding.citations.iter().cloned())));
    }
    section(
        &mut view,
        &mut numbering,
        &labels.muc.tong_hop,
        &plan.funding.lead,
    );
    view.extend(tables::funding(plan, labels));
    let unit = plan.budget.format.unit();
    view.push(tables::total_in_words(plan.funding.total, unit, labels));
    view.extend(tables::rounding(plan, labels));
    if !plan.funding.comparisons.is_empty() {
        view.push(numbering.first(&labels.thue_hay_mua.tieu_de));
        view.extend(rent_or_buy::blocks(plan, &mut numbering, labels));
    }
    view
}

/// VII.
pub(super) fn effects(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let mut numbering = Numbering::default();
    let mut view = Vec::new();
    for (pillar, text) in &plan.effects {
        section(&mut view, &mut numbering, labels.pillar(*pillar), text);
    }
    view
}

/// VIII.
pub(super) fn organisation(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let organisation = &plan.organisation;
    let mut numbering = Numbering::default();
    let mut view = blocks(&organisation.lead);
    for (name, duties) in &organisation.bodies {
        section(&mut view, &mut numbering, name, duties);
    }
    section(
        &mut view,
        &mut numbering,
        &labels.muc.theo_doi,
        &organisation.reporting,
    );
    view.extend(blocks(&organisation.closing));
    view
}
