//! Phụ lục I, III, IV and V.

use std::collections::BTreeSet;

use super::Labels;
use super::blocks::BlockView;
use super::blocks::FactView;
use super::blocks::blocks;
use super::blocks::closed;
use super::blocks::paragraph;
use super::blocks::plain_list;
use super::fill;
use super::table::CellView;
use super::table::TableView;
use super::tables;
use super::tables::money;
use super::time;
use crate::model::Dong;
use crate::model::Layer;
use crate::model::Pillar;
use crate::model::Wording;
use crate::model::plan::Plan;
use crate::model::plan::PlannedTask;
use crate::model::plan::ProposedComponent;

/// Phụ lục I: nine columns, grouped by pillar.
pub(super) fn tasks(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let cot = &labels.cot;
    let columns = [
        (cot.stt.as_str(), 4, "center"),
        (cot.noi_dung.as_str(), 10, "left"),
        (cot.bo_phan.as_str(), 14, "left"),
        (cot.ca_nhan.as_str(), 11, "left"),
        (cot.can_thuc_hien.as_str(), 16, "left"),
        (cot.cach_thuc.as_str(), 16, "left"),
        (cot.ket_qua_sau.as_str(), 12, "left"),
        (cot.hieu_qua.as_str(), 12, "left"),
        (cot.thoi_gian_du_kien.as_str(), 9, "center"),
    ];
    let mut table = TableView::new("hang-muc", &*labels.phu_luc[0], &columns);
    by_pillar(&mut table, plan, labels, |table, task| {
        let days = time::text(&task.time, labels);
        // What goes on has no length.
        let duration = task.duration.as_ref();
        let time = match duration.filter(|_| task.time.wording != Wording::Permanent) {
            None => days,
            Some(duration) => fill(
                &labels.cau.lien_tuc,
                &[("khoang", &days), ("thoi_luong", duration)],
            ),
        };
        table.place_row(
            "normal",
            &*task.code,
            vec![
                CellView::text(task.number.to_string()),
                (&task.name).into(),
                organisers(task, labels),
                (&task.persons).into(),
                (&task.work).into(),
                (&task.method).into(),
                (&task.result).into(),
                (&task.benefit).into(),
                time.into(),
            ],
        );
    });
    vec![BlockView::Table(table)]
}

/// Who leads and who helps in this plan.
fn organisers(task: &PlannedTask, labels: &Labels) -> CellView {
    let mut facts = vec![FactView::new(&labels.cot.chu_tri, &*task.lead)];
    if !task.support.is_empty() {
        facts.push(FactView::new(&labels.cot.phoi_hop, task.support.join("; ")));
    }
    let facts = facts.into_iter();
    let mut view: Vec<BlockView> = facts
        .map(|fact| BlockView::Facts { items: vec![fact] })
        .collect();
    view.extend(task.organisers.iter().flat_map(blocks));
    CellView::of(view)
}

/// Draws the tasks under the names of their pillars.
fn by_pillar(
    table: &mut TableView,
    plan: &Plan,
    labels: &Labels,
    draw: impl Fn(&mut TableView, &PlannedTask),
) {
    for (pillar, roman) in Pillar::ALL.into_iter().zip(["I", "II", "III"]) {
        let mut tasks = plan
            .tasks
            .iter()
            .filter(|task| task.pillar == pillar)
            .peekable();
        if tasks.peek().is_some() {
            table.group(format!("{roman}. {}", labels.pillar(pillar)));
        }
        tasks.for_each(|task| draw(table, task));
    }
}

/// Phụ lục III: lead unit, time, money and expected effect of each task.
pub(super) fn projects(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let cot = &labels.cot;
    let format = plan.budget.format;
    let unit = labels.display_unit(format.unit());
    let cost = fill(&cot.kinh_phi_lien_quan, &[("don_vi", unit)]);
    let columns = [
        (cot.stt.as_str(), 5, "center"),
        (cot.ma.as_str(), 8, "left"),
        (cot.nhiem_vu.as_str(), 19, "left"),
        (cot.chu_tri.as_str(), 15, "left"),
        (cot.phoi_hop.as_str(), 27, "left"),
        (cot.thoi_gian.as_str(), 10, "center"),
        (cot.thanh_phan.as_str(), 11, "left"),
        (cost.as_str(), 13, "right"),
        (cot.hieu_qua_du_kien.as_str(), 29, "left"),
    ];
    let mut table = TableView::new("nhiem-vu", &*labels.phu_luc[2], &columns);
    by_pillar(&mut table, plan, labels, |table, task| {
        table.row(
            "normal",
            vec![
                CellView::text(task.number.to_string()),
                (&task.code).into(),
                (&task.name).into(),
                (&task.lead).into(),
                task.support.join("; ").into(),
                time::text(&task.time, labels).into(),
                task.components.join(", ").into(),
                money(format.amount(task.cost)),
                (&task.benefit).into(),
            ],
        );
    });
    let mut view = vec![BlockView::Table(table)];
    let mut shared = plan.tasks.iter().flat_map(|task| &task.components);
    let mut seen = BTreeSet::new();
    if shared.any(|code| !seen.insert(code)) {
        view.push(paragraph(&*labels.cau.kinh_phi_nhiem_vu));
    }
    view
}

/// Phụ lục IV: the chosen components, those that need the province's opinion marked.
pub(super) fn components(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let cot = &labels.cot;
    let format = plan.budget.format;
    let unit = labels.display_unit(format.unit());
    let cost = fill(&cot.kinh_phi, &[("don_vi", unit)]);
    let columns = [
        (cot.stt.as_str(), 5, "center"),
        (cot.ma.as_str(), 9, "left"),
        (cot.thanh_phan.as_str(), 36, "left"),
        (cot.cap.as_str(), 13, "left"),
        (cot.giai_doan.as_str(), 6, "center"),
        (cot.thoi_gian.as_str(), 13, "center"),
        (cot.chu_tri.as_str(), 18, "left"),
        (cost.as_str(), 14, "right"),
        (cot.xin_y_kien.as_str(), 12, "center"),
    ];
    let mut table = TableView::new("thanh-phan", &*labels.phu_luc[3], &columns);
    for layer in Layer::ALL {
        let mut chosen = plan
            .components
            .iter()
            .filter(|component| component.layer == layer)
            .peekable();
        if chosen.peek().is_some() {
            table.group(labels.layer(layer));
        }
        for component in chosen {
            let opinion = opinion(component, labels);
            table.row(
                "normal",
                vec![
                    CellView::text(component.number.to_string()),
                    (&component.code).into(),
                    (&component.name).into(),
                    CellView::text(labels.supplier(component.supplier)),
                    phases(component.phases).into(),
                    time::text(&component.time, labels).into(),
                    (&component.lead).into(),
                    money(format.amount(component.cost)),
                    opinion.into(),
                ],
            );
        }
    }
    for (code, name, kind, amount) in costs_beside_components(plan, labels) {
        let mut cells = vec![CellView::text(""), code.into(), name.into()];
        cells.extend((0..4).map(|_| CellView::text("")));
        cells.extend([amount, CellView::text("")]);
        table.row(kind, cells);
    }
    let mut view = vec![BlockView::Table(table)];
    view.push(BlockView::Table(tables::by_layer(plan, labels)));
    view.extend(tables::rounding(plan, labels));
    let left_out = plan.gaps.essential.iter().filter_map(|gap| {
        let reason = gap.reason.as_ref()?.trim_end_matches(['.', ';']);
        Some(format!("{}. {}: {reason}", gap.code, gap.name))
    });
    let left_out: Vec<String> = left_out.collect();
    if !left_out.is_empty() {
        view.push(BlockView::Label {
            text: labels.chua_chon.co_ly_do.clone(),
        });
        view.push(plain_list(closed(left_out.into_iter())));
    }
    view
}

/// Phụ lục V: how each target is measured.
pub(super) fn measurement(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let cot = &labels.cot;
    let columns = [
        (cot.ma.as_str(), 7, "left"),
        (cot.chi_tieu.as_str(), 22, "left"),
        (cot.don_vi.as_str(), 7, "center"),
        (labels.cam_nang.cach_do.as_str(), 76, "left"),
        (cot.theo_doi.as_str(), 18, "left"),
    ];
    let mut table = TableView::new("cach-do", &*labels.phu_luc[4], &columns);
    for pillar in &plan.targets.pillars {
        table.group(labels.pillar(pillar.pillar));
        for target in &pillar.targets {
            table.row(
                "normal",
                vec![
                    (&target.code).into(),
                    (&target.name).into(),
                    (&target.unit).into(),
                    (&target.measurement).into(),
                    (&target.monitor).into(),
                ],
            );
        }
    }
    vec![BlockView::Table(table)]
}

/// What the province answered, or that its opinion is to be asked for.
fn opinion(component: &ProposedComponent, labels: &Labels) -> String {
    let words = &labels.gia_tri;
    match &component.opinion {
        Some(opinion) => {
            let sentence = match opinion.is_agreed {
                true => &words.da_dong_y,
                false => &words.khong_dong_y,
            };
            let day = opinion.date.to_string();
            fill(sentence, &[("so", &opinion.number), ("ngay", &day)])
        }
        None if component.needs_appraisal => words.can_tham_dinh.clone(),
        None if component.needs_opinion => words.can_xin.clone(),
        None => words.khong_can.clone(),
    }
}

/// "1", or "1 - 3".
fn phases((first, last): (u8, u8)) -> String {
    match first == last {
        true => first.to_string(),
        false => format!("{first} - {last}"),
    }
}

/// What is spent beside components, on tasks and on nothing named, if anything, and all together: with them the
/// column adds up. Of each its code, its name, how it looks and the amount.
fn costs_beside_components(
    plan: &Plan,
    labels: &Labels,
) -> Vec<(String, String, &'static str, CellView)> {
    let cell = |amount: Dong| money(plan.budget.format.amount(amount));
    let tasks = plan.tasks.iter().filter(|task| !task.own_cost.is_zero());
    let mut rows: Vec<_> = tasks
        .map(|task| {
            let (code, name) = (task.code.clone(), task.name.clone());
            (code, name, "normal", cell(task.own_cost))
        })
        .collect();
    let costs = &plan.funding.tables.by_component;
    let general = costs.rows.iter();
    let general = general.filter(|(code, _, amount)| code.is_none() && !amount.is_zero());
    let name = &labels.gia_tri.chi_chung;
    rows.extend(general.map(|(.., amount)| (String::new(), name.clone(), "normal", cell(*amount))));
    let total = labels.cot.tong_cong.to_uppercase();
    rows.push((String::new(), total, "total", cell(costs.total)));
    rows
}
