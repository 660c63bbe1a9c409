//! Parts I to VIII: their headings and what stands under them.

use super::Labels;
use super::blocks::BlockView;
use super::blocks::FactView;
use super::blocks::HeadingView;
use super::blocks::blocks;
use super::blocks::closed;
use super::blocks::paragraph;
use super::blocks::plain_list;
use super::fill;
use super::guidance::facts;
use super::guidance::outcome;
use super::numbering::Numbering;
use super::tables;
use crate::model::Dong;
use crate::model::RichText;
use crate::model::ascii_code;
use crate::model::plan::Action;
use crate::model::plan::NamedWork;
use crate::model::plan::Plan;
use crate::model::plan::PlannedTask;
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
        view.push(paragraph(&*labels.cau.khao_sat_phu_luc));
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
    view.push(BlockView::Table(tables::targets(plan, labels)));
    let targets = plan.targets.pillars.iter().flat_map(|it| &it.targets);
    let reasons = targets.filter_map(|target| {
        let reason = target.reason.as_ref()?.trim_end_matches(['.', ';']);
        Some(format!("{}: {reason}", target.code))
    });
    let reasons: Vec<String> = reasons.collect();
    if !reasons.is_empty() {
        view.push(BlockView::Label {
            text: labels.cau.ly_do_thap_hon.clone(),
        });
        view.push(plain_list(closed(reasons.into_iter())));
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
                let id = ascii_code(&action.code).to_lowercase();
                let heading = numbering.third_of_entry(&title, &id);
                view.push(self::action(heading, action, plan, labels));
            }
        }
        let tasks = plan
            .tasks
            .iter()
            .filter(|task| task.pillar == pillar.pillar);
        let mut paid = tasks.filter(|task| !task.own_cost.is_zero()).peekable();
        if paid.peek().is_some() {
            view.push(numbering.second(&labels.muc.nhiem_vu_rieng));
        }
        for task in paid {
            let title = format!("{}: {}", task.code, task.name);
            let heading = numbering.third_of_entry(&title, &task.code.to_lowercase());
            view.push(self::task(heading, task, plan, labels));
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

/// A task that pays for something beside components: what comes of it, who does it, when, and what it costs. What
/// is done stands in Phụ lục I.
fn task(heading: HeadingView, task: &PlannedTask, plan: &Plan, labels: &Labels) -> BlockView {
    let who = (&*task.lead, &*task.support);
    let mut facts = facts(&task.result, who, &task.time, labels);
    facts.push(cost(task.own_cost, plan, labels));
    BlockView::Entry {
        heading,
        blocks: vec![paragraph(&*labels.cau.nhiem_vu_phu_luc)],
        facts,
    }
}

fn cost(amount: Dong, plan: &Plan, labels: &Labels) -> FactView {
    let format = plan.budget.format;
    let amount = vietnamese::figure(format.amount(amount));
    let unit = labels.display_unit(format.unit());
    FactView::new(&labels.hanh_dong.kinh_phi, format!("{amount} {unit}"))
}

/// What is done, what comes of it, who does it, when, and what it costs.
fn action(heading: HeadingView, action: &Action, plan: &Plan, labels: &Labels) -> BlockView {
    let words = &labels.hanh_dong;
    let mut blocks = blocks(&action.work);
    blocks.extend(self::blocks(&action.own));
    let mut facts = outcome(action, labels);
    if let Some(procurement) = &action.procurement {
        facts.push(FactView::new(&words.hinh_thuc, procurement.clone()));
    }
    if let Some(reason) = &action.reason_to_buy {
        facts.push(FactView::new(&words.ly_do_mua, reason.clone()));
    }
    let component = plan.components.iter().find(|it| it.code == action.code);
    if let Some(component) = component.filter(|it| !it.cost.is_zero()) {
        facts.push(cost(component.cost, plan, labels));
    }
    BlockView::Entry {
        heading,
        blocks,
        facts,
    }
}

/// V.
pub(super) fn roadmap(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let mut numbering = Numbering::default();
    let mut view = vec![numbering.first(&labels.muc.cac_giai_doan)];
    view.extend(blocks(&plan.roadmap.lead));
    for phase in &plan.roadmap.phases {
        view.push(numbering.second(&tables::phase_title(labels, phase.number, &phase.period)));
        view.extend(blocks(&phase.text));
        let words = &labels.cau;
        let items = || phase.items.iter();
        let begun = named(
            items().filter(|item| !item.goes_on).map(|it| &it.work),
            labels,
        );
        let n_before = items().filter(|item| item.goes_on).count();
        let before = match n_before {
            0 => String::new(),
            _ => fill(&words.da_bat_dau_truoc, &[("so", &n_before.to_string())]),
        };
        let ended = items().filter(|item| item.ends);
        let ended: Vec<&str> = ended.map(|item| &*item.work.code).collect();
        for (label, text) in [
            (&words.bat_dau_trien_khai, begun),
            (&words.tiep_tuc_trien_khai, before),
            (&words.hoan_thanh_trong, ended.join(", ")),
        ] {
            if !text.is_empty() {
                view.push(BlockView::Facts {
                    items: vec![FactView::new(label, text)],
                });
            }
        }
    }
    view
}

/// "mạng nội bộ (HTS7); chợ số (ƯDKTS8)".
fn named<'a>(works: impl Iterator<Item = &'a NamedWork>, labels: &Labels) -> String {
    let named = works.map(|work| {
        let gaps = [("ten", &*work.name), ("ma", &work.code)];
        fill(&labels.cau.ten_va_ma, &gaps)
    });
    named.collect::<Vec<_>>().join("; ")
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
        let documents = plan.funding.citations.join("; ");
        let documents = [("van_ban", documents.as_str())];
        view.push(paragraph(fill(&labels.cau.can_cu_kinh_phi, &documents)));
    }
    section(
        &mut view,
        &mut numbering,
        &labels.muc.tong_hop,
        &plan.funding.lead,
    );
    let unit = plan.budget.format.unit();
    view.push(tables::total_in_words(plan.funding.total, unit, labels));
    view.extend(tables::funding(plan, labels));
    view.extend(tables::rounding(plan, labels));
    view
}

/// VII.
pub(super) fn effects(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let mut numbering = Numbering::default();
    let mut view = Vec::new();
    let effects = plan.effects.iter();
    for (pillar, text) in effects.filter(|(_, text)| !text.is_empty()) {
        view.push(BlockView::Entry {
            heading: numbering.first_of_entry(labels.pillar(*pillar)),
            blocks: blocks(text),
            facts: Vec::new(),
        });
    }
    view
}

/// VIII.
pub(super) fn organisation(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let organisation = &plan.organisation;
    let mut numbering = Numbering::default();
    let mut view = blocks(&organisation.lead);
    view.push(paragraph(&*labels.cau.ma_phu_luc));
    for body in &organisation.bodies {
        let facts = [
            (&labels.cot.chu_tri, named(body.leads.iter(), labels)),
            (&labels.cot.phoi_hop, body.supports.join(", ")),
        ];
        let facts = facts.into_iter().filter(|(_, works)| !works.is_empty());
        let facts = facts.map(|(label, works)| FactView::new(label, works));
        view.push(BlockView::Entry {
            heading: numbering.first_of_entry(&body.name),
            blocks: blocks(&body.duties),
            facts: facts.collect(),
        });
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
