//! Phụ lục I to IV.

use super::Labels;
use super::blocks::BlockView;
use super::blocks::closed;
use super::blocks::paragraph;
use super::blocks::plain_list;
use super::fill;
use super::numbering::Numbering;
use super::table::CellView;
use super::table::ColumnView;
use super::table::HeadView;
use super::table::TableView;
use super::table::head;
use super::tables::money;
use crate::model::CostKind;
use crate::model::FundingSource;
use crate::model::Layer;
use crate::model::Pillar;
use crate::model::plan::BudgetTable;
use crate::model::plan::CostTotals;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// An estimate with more lines is not printed line by line: the workbook is there for that, and
/// typst would need gigabytes for the table.
const MOST_LINES: usize = 2_000;

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
        let time = fill(
            &labels.cau.lien_tuc,
            &[
                ("khoang", &vietnamese::period(task.period)),
                ("thoi_luong", &task.duration),
            ],
        );
        table.row(
            "normal",
            vec![
                CellView::text(task.number.to_string()),
                (&task.name).into(),
                (&task.organisers).into(),
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

/// Draws the tasks under the names of their pillars.
fn by_pillar(
    table: &mut TableView,
    plan: &Plan,
    labels: &Labels,
    draw: impl Fn(&mut TableView, &crate::model::plan::PlannedTask),
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

/// Phụ lục II: a table for each year, one for all, and the lines that they add up.
pub(super) fn budget(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let mut numbering = Numbering::default();
    let mut view = Vec::new();
    for (year, table) in &plan.budget.years {
        let year = year.to_string();
        let title = fill(&labels.muc.nam, &[("nam", &year)]);
        let allocation = fill(&labels.cot.phan_bo_nam, &[("nam", &year)]);
        let id = format!("du-toan-{year}");
        view.push(numbering.first(&title));
        view.push(BlockView::Table(budget_table(
            plan,
            labels,
            table,
            &id,
            &title,
            &allocation,
        )));
    }
    let title = fill(
        &labels.muc.ca_giai_doan,
        &[("nam", &vietnamese::year_range(&plan.years))],
    );
    view.push(numbering.first(&title));
    let allocation = &labels.cot.phan_bo;
    let all = &plan.budget.all;
    view.push(BlockView::Table(budget_table(
        plan, labels, all, "du-toan", &title, allocation,
    )));
    view.push(numbering.first(&labels.muc.chi_tiet));
    let n_lines = plan.budget.lines.len();
    view.push(if n_lines <= MOST_LINES {
        BlockView::Table(lines(plan, labels))
    } else {
        let n_lines = n_lines.to_string();
        paragraph(fill(&labels.cau.chi_tiet_nhieu, &[("so", &n_lines)]))
    });
    view
}

/// The form of Phụ lục II: fourteen columns, fifteen where the plan has the district level.
fn budget_table(
    plan: &Plan,
    labels: &Labels,
    budget: &BudgetTable,
    id: &str,
    title: &str,
    allocation: &str,
) -> TableView {
    let cot = &labels.cot;
    let sources = &plan.budget.sources;
    let n_money = 9 + sources.len() - 1;
    let column = |width, align| ColumnView { width, align };
    let mut columns = vec![column(9, "center"), column(34, "left")];
    columns.extend((0..n_money).map(|_| column(20, "right")));
    columns.push(column(10, "left"));
    let mut table = TableView {
        id: id.to_owned(),
        caption: format!("{} - {title}", labels.phu_luc[1]),
        titled: false,
        unit: labels.cau.don_vi_dong.clone(),
        columns,
        head: budget_head(labels, sources, allocation),
        rows: Vec::new(),
    };
    let amounts = |totals: &CostTotals| {
        let mut cells = vec![money(totals.initial)];
        let kind = |kind: &CostKind| money(totals.kind(*kind));
        cells.extend(
            CostKind::ALL
                .iter()
                .filter(|kind| kind.is_initial())
                .map(kind),
        );
        cells.push(money(totals.yearly));
        cells.extend(
            CostKind::ALL
                .iter()
                .filter(|kind| !kind.is_initial())
                .map(kind),
        );
        cells.push(money(totals.allocated));
        cells.extend(sources.iter().map(|source| money(totals.source(*source))));
        cells.push(CellView::text(""));
        cells
    };
    for row in &budget.rows {
        let is_parent = budget
            .rows
            .iter()
            .any(|other| other.id.parent().as_ref() == Some(&row.id));
        let name = if row.id.depth() == 0 {
            row.name.to_uppercase()
        } else {
            row.name.clone()
        };
        let mut cells = vec![CellView::text(row.id.number()), name.into()];
        cells.extend(amounts(&row.totals));
        table.row(if is_parent { "subtotal" } else { "normal" }, cells);
    }
    let mut cells = vec![CellView::text(""), cot.tong_cong.to_uppercase().into()];
    cells.extend(amounts(&budget.total));
    table.row("total", cells);
    table
}

/// The three rows over the table of Phụ lục II, as the form has them.
pub(crate) fn budget_head(
    labels: &Labels,
    sources: &[FundingSource],
    allocation: &str,
) -> Vec<Vec<HeadView>> {
    let cot = &labels.cot;
    let mut second = vec![head(&cot.tong, 1, 2), head(&cot.trong_do, 3, 1)];
    second.extend([head(&cot.tong, 1, 2), head(&cot.trong_do, 2, 1)]);
    second.extend([head(&cot.tong, 1, 2), head(&cot.trong_do, sources.len(), 1)]);
    let third = CostKind::ALL
        .iter()
        .map(|kind| head(labels.cost_kind(*kind), 1, 1));
    let third = third.chain(
        sources
            .iter()
            .map(|source| head(labels.source(*source), 1, 1)),
    );
    vec![
        vec![
            head(&cot.stt, 1, 3),
            head(&cot.noi_dung, 1, 3),
            head(&cot.dau_tu_ban_dau, 4, 1),
            head(&cot.duy_tri, 3, 1),
            head(allocation, sources.len() + 1, 1),
            head(&cot.ghi_chu, 1, 3),
        ],
        second,
        third.collect(),
    ]
}

/// The cost lines.
fn lines(plan: &Plan, labels: &Labels) -> TableView {
    let cot = &labels.cot;
    let columns = [
        (cot.stt.as_str(), 8, "center"),
        (cot.dong.as_str(), 12, "left"),
        (cot.thanh_phan.as_str(), 16, "left"),
        (cot.noi_dung_chi.as_str(), 52, "left"),
        (cot.don_vi_tinh.as_str(), 14, "center"),
        (cot.so_luong.as_str(), 12, "right"),
        (cot.don_gia.as_str(), 20, "right"),
        (cot.thanh_tien.as_str(), 22, "right"),
        (cot.loai_chi_phi.as_str(), 28, "left"),
        (cot.nam.as_str(), 10, "center"),
        (cot.nguon.as_str(), 20, "left"),
        (cot.ghi_chu.as_str(), 22, "left"),
    ];
    let mut table = TableView::new("chi-tiet", &*labels.muc.chi_tiet, &columns);
    table.unit.clone_from(&labels.cau.don_vi_dong);
    for (index, line) in plan.budget.lines.iter().enumerate() {
        table.row(
            "normal",
            vec![
                CellView::text((index + 1).to_string()),
                line.row.to_string().into(),
                line.component.clone().unwrap_or_default().into(),
                (&line.description).into(),
                (&line.unit).into(),
                vietnamese::decimal(line.quantity).into(),
                vietnamese::amount(line.unit_price).into(),
                vietnamese::amount(line.amount).into(),
                CellView::text(labels.cost_kind(line.kind)),
                line.year.to_string().into(),
                CellView::text(labels.source(line.source)),
                (&line.note).into(),
            ],
        );
    }
    let mut cells: Vec<CellView> = vec![CellView::text(""), CellView::text(""), CellView::text("")];
    cells.push(cot.tong_cong.to_uppercase().into());
    cells.extend((0..3).map(|_| CellView::text("")));
    cells.push(money(plan.funding.total));
    cells.extend((0..4).map(|_| CellView::text("")));
    table.row("total", cells);
    table
}

/// Phụ lục III: lead unit, time and expected effect of each task.
pub(super) fn projects(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let cot = &labels.cot;
    let columns = [
        (cot.stt.as_str(), 5, "center"),
        (cot.ma.as_str(), 8, "left"),
        (cot.nhiem_vu.as_str(), 22, "left"),
        (cot.chu_tri.as_str(), 16, "left"),
        (cot.phoi_hop.as_str(), 22, "left"),
        (cot.thoi_gian.as_str(), 13, "center"),
        (cot.hieu_qua_du_kien.as_str(), 30, "left"),
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
                vietnamese::period(task.period).into(),
                (&task.benefit).into(),
            ],
        );
    });
    vec![BlockView::Table(table)]
}

/// Phụ lục IV: the chosen components, those that need the province's opinion marked.
pub(super) fn components(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let cot = &labels.cot;
    let columns = [
        (cot.stt.as_str(), 5, "center"),
        (cot.ma.as_str(), 9, "left"),
        (cot.thanh_phan.as_str(), 44, "left"),
        (cot.cap.as_str(), 13, "left"),
        (cot.giai_doan.as_str(), 8, "center"),
        (cot.chu_tri.as_str(), 18, "left"),
        (cot.kinh_phi.as_str(), 14, "right"),
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
            let opinion = if component.needs_opinion {
                &labels.gia_tri.can_xin
            } else {
                &labels.gia_tri.khong_can
            };
            table.row(
                "normal",
                vec![
                    CellView::text(component.number.to_string()),
                    (&component.code).into(),
                    (&component.name).into(),
                    CellView::text(labels.supplier(component.supplier)),
                    component.phase.to_string().into(),
                    (&component.lead).into(),
                    money(component.cost),
                    opinion.into(),
                ],
            );
        }
    }
    let mut view = vec![BlockView::Table(table)];
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
