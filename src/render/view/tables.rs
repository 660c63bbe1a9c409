//! The tables of the parts: survey, targets, timetable, funding.

use super::Labels;
use super::blocks::BlockView;
use super::figures;
use super::fill;
use super::table::CellView;
use super::table::TableView;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::SurveyValue;
use crate::model::plan::Matrix;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// An amount in a table; nothing is a dash.
pub(super) fn money(dong: Dong) -> CellView {
    CellView::text(if dong.is_zero() {
        "-".to_owned()
    } else {
        vietnamese::amount(dong)
    })
}

/// A value with its unit: `72,5%`, `3 kênh`.
pub(super) fn with_unit(value: Decimal, unit: &str) -> String {
    let space = if unit == "%" { "" } else { " " };
    format!("{}{space}{unit}", vietnamese::decimal(value))
}

/// II: the survey.
pub(super) fn survey(plan: &Plan, labels: &Labels) -> TableView {
    let cot = &labels.cot;
    let columns = [
        (cot.stt.as_str(), 5, "center"),
        (cot.chi_tieu.as_str(), 40, "left"),
        (cot.don_vi.as_str(), 10, "center"),
        (cot.hien_trang.as_str(), 15, "center"),
        (cot.ghi_chu.as_str(), 30, "left"),
    ];
    let mut table = TableView::new("khao-sat", &*labels.muc.khao_sat, &columns);
    let mut number = 0;
    for group in &plan.situation.survey {
        table.group(&group.name);
        for row in &group.rows {
            number += 1;
            let value = match &row.value {
                SurveyValue::Number(number) => vietnamese::decimal(*number),
                SurveyValue::Text(text) => text.clone(),
            };
            table.row(
                "normal",
                vec![
                    CellView::text(number.to_string()),
                    (&row.name).into(),
                    (&row.unit).into(),
                    value.into(),
                    (&row.note).into(),
                ],
            );
        }
    }
    table
}

/// III: the targets by year.
pub(super) fn targets(plan: &Plan, labels: &Labels) -> TableView {
    let cot = &labels.cot;
    let years: Vec<String> = plan.years.iter().map(ToString::to_string).collect();
    let mut columns = vec![
        (cot.ma.as_str(), 10, "left"),
        (cot.chi_tieu.as_str(), 44, "left"),
        (cot.don_vi.as_str(), 10, "center"),
        (cot.hien_trang.as_str(), 12, "center"),
    ];
    columns.extend(years.iter().map(|year| (year.as_str(), 10, "center")));
    let mut table = TableView::new("chi-tieu", &*labels.muc.chi_tieu_theo_nam, &columns);
    for pillar in &plan.targets.pillars {
        table.group(labels.pillar(pillar.pillar));
        for target in &pillar.targets {
            let mut cells = vec![
                (&target.code).into(),
                (&target.name).into(),
                (&target.unit).into(),
                vietnamese::decimal(target.baseline).into(),
            ];
            cells.extend(
                target
                    .values
                    .iter()
                    .map(|value| vietnamese::decimal(*value).into()),
            );
            table.row("normal", cells);
        }
    }
    table
}

/// V: the timetable.
pub(super) fn timetable(plan: &Plan, labels: &Labels) -> TableView {
    let cot = &labels.cot;
    let columns = [
        (cot.ma.as_str(), 11, "left"),
        (cot.noi_dung.as_str(), 25, "left"),
        (cot.bat_dau.as_str(), 14, "center"),
        (cot.ket_thuc.as_str(), 14, "center"),
        (cot.ket_qua.as_str(), 30, "left"),
        (cot.chu_tri.as_str(), 16, "left"),
    ];
    let mut table = TableView::new("tien-do", &*labels.muc.tien_do, &columns);
    for phase in &plan.roadmap.phases {
        table.group(phase_title(labels, phase.number, &phase.period));
        for item in &phase.items {
            table.row(
                "normal",
                vec![
                    (&item.code).into(),
                    (&item.name).into(),
                    item.period.start.to_string().into(),
                    item.period.end.to_string().into(),
                    (&item.result).into(),
                    (&item.lead).into(),
                ],
            );
        }
    }
    table
}

/// "Giai đoạn 1 (01/01/2027 - 30/06/2027)".
pub(super) fn phase_title(labels: &Labels, number: u8, period: &crate::model::Period) -> String {
    fill(
        &labels.muc.giai_doan,
        &[
            ("so", &number.to_string()),
            ("tu", &period.start.to_string()),
            ("den", &period.end.to_string()),
        ],
    )
}

/// VI and the overview: by pillar and by source, each as figures and as a chart.
pub(super) fn funding(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let tables = [
        matrix(
            plan,
            labels,
            "theo-tru-cot",
            &labels.cot.tru_cot,
            &plan.funding.by_pillar,
            |key| labels.pillar(*key).to_owned(),
        ),
        matrix(
            plan,
            labels,
            "theo-nguon",
            &labels.cot.nguon,
            &plan.funding.by_source,
            |key| labels.source(*key).to_owned(),
        ),
    ];
    let charts = [
        figures::by_pillar(plan, labels),
        figures::by_source(plan, labels),
    ];
    let pairs = tables.into_iter().zip(charts);
    pairs
        .flat_map(|(table, chart)| {
            let chart = chart.map(BlockView::Figure);
            std::iter::once(BlockView::Table(table)).chain(chart)
        })
        .collect()
}

fn matrix<K>(
    plan: &Plan,
    labels: &Labels,
    id: &str,
    key_head: &str,
    matrix: &Matrix<K>,
    name: impl Fn(&K) -> String,
) -> TableView {
    let years: Vec<String> = plan
        .years
        .iter()
        .map(|year| fill(&labels.muc.nam, &[("nam", &year.to_string())]))
        .collect();
    let mut columns = vec![(key_head, 34, "left")];
    columns.extend(years.iter().map(|year| (year.as_str(), 20, "right")));
    columns.push((&labels.cot.tong_cong, 22, "right"));
    let key_name = super::lower_first(key_head);
    let caption = fill(&labels.cau.tong_hop_theo, &[("cot", &key_name)]);
    let mut table = TableView::new(id, caption, &columns);
    table.titled = true;
    table.unit.clone_from(&labels.cau.don_vi_dong);
    for (key, by_year, total) in &matrix.rows {
        let mut cells = vec![CellView::text(name(key))];
        cells.extend(by_year.iter().map(|amount| money(*amount)));
        cells.push(money(*total));
        table.row("normal", cells);
    }
    let mut cells = vec![CellView::text(&*labels.cot.tong_cong)];
    cells.extend(matrix.year_totals.iter().map(|amount| money(*amount)));
    cells.push(money(matrix.total));
    table.row("total", cells);
    table
}
