//! The tables of the parts: survey, targets, timetable, funding.

use super::Labels;
use super::blocks::BlockView;
use super::blocks::paragraph;
use super::charts;
use super::fill;
use super::table::CellView;
use super::table::TableView;
use crate::model::Amount;
use crate::model::DisplayUnit;
use crate::model::Dong;
use crate::model::MoneyFormat;
use crate::model::SurveyValue;
use crate::model::fold;
use crate::model::plan::Matrix;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// An amount in a table, as it is shown; only nothing is a dash.
pub(super) fn money(amount: Amount) -> CellView {
    CellView::text(if amount.exact().is_zero() {
        "-".to_owned()
    } else {
        vietnamese::figure(amount)
    })
}

/// "Đơn vị tính: triệu đồng".
pub(crate) fn unit(unit: DisplayUnit, labels: &Labels) -> String {
    let unit = labels.display_unit(unit);
    fill(&labels.cau.don_vi_tinh, &[("don_vi", unit)])
}

/// The exact total in words; in đồng too where the table is in another unit.
pub(super) fn total_in_words(total: Dong, unit: DisplayUnit, labels: &Labels) -> BlockView {
    let sentence = match unit {
        DisplayUnit::Dong => &labels.cau.bang_chu,
        DisplayUnit::Thousand | DisplayUnit::Million => &labels.cau.tong_bang_chu,
    };
    let (figures, words) = (vietnamese::amount(total), vietnamese::in_words(total));
    paragraph(fill(sentence, &[("so", &figures), ("chu", &words)]))
}

/// That the figures of the tables are rounded, where they are.
pub(super) fn rounding(plan: &Plan, labels: &Labels) -> Option<BlockView> {
    let format = plan.budget.format;
    let rule = || paragraph(with_last_digit(&labels.cau.lam_tron, format, labels));
    format.rounds().then(rule)
}

/// That the cells of a workbook hold đồng, and how they are shown, where that is in another unit.
pub(crate) fn exact_cells(format: MoneyFormat, labels: &Labels) -> Option<String> {
    let sentence = match format.rounds() {
        false => &labels.cau.o_chinh_xac,
        true => &labels.cau.o_lam_tron,
    };
    let rule = || with_last_digit(sentence, format, labels);
    (format.unit() != DisplayUnit::Dong).then(rule)
}

/// A sentence with the unit and what the last digit counts in it.
fn with_last_digit(sentence: &str, format: MoneyFormat, labels: &Labels) -> String {
    let last = vietnamese::figure(format.last_digit());
    let gaps = [
        ("so", &*last),
        ("don_vi", labels.display_unit(format.unit())),
    ];
    fill(sentence, &gaps)
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
            table.place_row(
                "normal",
                fold(&row.name),
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
            table.place_row("normal", &*target.code, cells);
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

/// The overview: by pillar and by source, each as figures and as a chart.
pub(super) fn overview(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let tables = &plan.funding.tables;
    let pillars = Shown {
        id: "theo-tru-cot",
        head: &labels.cot.tru_cot,
        amounts: &tables.by_pillar,
    };
    let sources = Shown {
        id: "theo-nguon",
        head: &labels.cot.nguon,
        amounts: &tables.by_source,
    };
    let tables = [
        matrix(plan, labels, &pillars, |key| {
            Some(labels.pillar(*key).to_owned())
        }),
        matrix(plan, labels, &sources, |key| {
            Some(labels.source(*key, plan.commune.levels()).to_owned())
        }),
    ];
    let charts = [
        charts::by_pillar(plan, labels),
        charts::by_source(plan, labels),
    ];
    let pairs = tables.into_iter().zip(charts);
    pairs
        .flat_map(|(table, chart)| {
            let chart = chart.map(BlockView::Chart);
            std::iter::once(BlockView::Table(table)).chain(chart)
        })
        .collect()
}

/// Phụ lục IV: by layer of the components that are paid for.
pub(super) fn by_layer(plan: &Plan, labels: &Labels) -> TableView {
    let layers = Shown {
        id: "theo-lop",
        head: &labels.cot.lop,
        amounts: &plan.funding.tables.by_layer,
    };
    matrix(plan, labels, &layers, |layer| {
        layer.map(|layer| labels.layer(layer).to_owned())
    })
}

/// VI: the overview, and by phase of the components that are paid for.
pub(super) fn funding(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let tables = &plan.funding.tables;
    let phases = Shown {
        id: "theo-giai-doan",
        head: &labels.cot.giai_doan_trien_khai,
        amounts: &tables.by_phase,
    };
    let phases = matrix(plan, labels, &phases, |numbers| {
        let (first, last) = (*numbers)?;
        let mut phases = plan.roadmap.phases.iter();
        let phase = phases.find(|phase| phase.number == first)?;
        Some(match first == last {
            true => phase_title(labels, phase.number, &phase.period),
            false => {
                let numbers: Vec<String> = (first..=last).map(|it| it.to_string()).collect();
                fill(&labels.cau.qua_giai_doan, &[("cac", &numbers.join(", "))])
            }
        })
    });
    let mut view = overview(plan, labels);
    view.push(BlockView::Table(phases));
    let mut rows = tables.by_phase.rows.iter();
    let is_shared = rows.any(|(key, ..)| key.is_some_and(|(first, last)| first != last));
    let notes = [
        (is_spent_after_a_phase(plan), &labels.cau.chi_sau_giai_doan),
        (is_shared, &labels.cau.nhieu_giai_doan),
    ];
    let notes = notes.into_iter().filter(|(holds, _)| *holds);
    let notes: Vec<&str> = notes.map(|(_, note)| note.as_str()).collect();
    if !notes.is_empty() {
        view.push(paragraph(notes.join(" ")));
    }
    view
}

/// Whether a component costs something, upkeep or rent, in a year after that in which its phase ends.
fn is_spent_after_a_phase(plan: &Plan) -> bool {
    let mut rows = plan.funding.tables.by_phase.rows.iter();
    rows.any(|(numbers, by_year, _)| {
        let mut phases = plan.roadmap.phases.iter();
        let phase = phases.find(|phase| numbers.is_some_and(|(_, last)| phase.number == last));
        let last = phase.map(|phase| phase.period.end.year());
        let mut spent = plan.years.iter().zip(by_year);
        spent.any(|(year, amount)| last.is_some_and(|last| *year > last) && !amount.is_zero())
    })
}

/// A matrix with what it is called.
struct Shown<'a, K> {
    id: &'a str,
    head: &'a str,
    amounts: &'a Matrix<K>,
}

/// A table of a matrix; the row of what has no key is left out where nothing is spent on it.
fn matrix<K>(
    plan: &Plan,
    labels: &Labels,
    what: &Shown<'_, K>,
    name: impl Fn(&K) -> Option<String>,
) -> TableView {
    let format = plan.budget.format;
    let years: Vec<String> = plan
        .years
        .iter()
        .map(|year| fill(&labels.muc.nam, &[("nam", &year.to_string())]))
        .collect();
    // Wide where the figures leave room: a phase is named with its days.
    let key_width = if years.len() > 3 { 34 } else { 50 };
    let mut columns = vec![(what.head, key_width, "left")];
    columns.extend(years.iter().map(|year| (year.as_str(), 20, "right")));
    columns.push((&labels.cot.tong_cong, 22, "right"));
    let key_name = vietnamese::lower_first(what.head);
    let caption = fill(&labels.cau.tong_hop_theo, &[("cot", &key_name)]);
    let mut table = TableView::new(what.id, caption, &columns);
    table.titled = true;
    table.unit = unit(format.unit(), labels);
    let figures = |by_year: &[Dong], total: &Dong| {
        let amounts = by_year.iter().chain([total]);
        let figures = amounts.map(|amount| money(format.amount(*amount)));
        figures.collect::<Vec<_>>()
    };
    for (key, by_year, total) in &what.amounts.rows {
        let name = match name(key) {
            None if total.is_zero() => continue,
            name => name.unwrap_or_else(|| labels.gia_tri.chi_chung.clone()),
        };
        let mut cells = vec![CellView::text(name)];
        cells.extend(figures(by_year, total));
        table.row("normal", cells);
    }
    let mut cells = vec![CellView::text(&*labels.cot.tong_cong)];
    cells.extend(figures(&what.amounts.year_totals, &what.amounts.total));
    table.row("total", cells);
    table
}
