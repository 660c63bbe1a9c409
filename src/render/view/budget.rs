//! Phụ lục II: a summary by pillar and the rows in full, for each year and for all, each with its total
//! in words; then the lines that they add up.

use super::Labels;
use super::blocks::BlockView;
use super::blocks::paragraph;
use super::fill;
use super::numbering::Numbering;
use super::rent_or_buy;
use super::table::CellView;
use super::table::ColumnView;
use super::table::HeadView;
use super::table::TableView;
use super::table::head;
use super::tables::money;
use super::tables::rounding;
use super::tables::total_in_words;
use super::tables::unit;
use crate::model::CostKind;
use crate::model::DisplayUnit;
use crate::model::MoneyFormat;
use crate::model::plan::BudgetTable;
use crate::model::plan::BudgetTotals;
use crate::model::plan::CostTotals;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// An estimate with more lines is not printed line by line: the workbook is there for that, and
/// typst would need gigabytes for the table.
const MOST_LINES: usize = 2_000;

/// What a table of the form is called.
struct Names<'a> {
    /// In the page.
    id: String,
    /// The years.
    title: &'a str,
    /// What the table shows of them.
    table: &'a str,
    /// The head of the columns of sources.
    allocation: &'a str,
}

/// Phụ lục II.
pub(super) fn budget(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let mut numbering = Numbering::default();
    let mut view = Vec::new();
    for (year, table) in &plan.budget.years {
        let year = year.to_string();
        let title = fill(&labels.muc.nam, &[("nam", &year)]);
        let allocation = fill(&labels.cot.phan_bo_nam, &[("nam", &year)]);
        view.push(numbering.first(&title));
        let suffix = format!("-{year}");
        let spent: Vec<&BudgetTotals> = table.rows.iter().filter(|row| is_spent(row)).collect();
        let tables = both_tables(plan, labels, table, &spent, &suffix, &title, &allocation);
        view.extend(numbered(&mut numbering, tables));
        if spent.len() < table.rows.len() {
            view.push(paragraph(&*labels.cau.dong_khong_chi));
        }
        view.extend(rounding(plan, labels));
    }
    let years = vietnamese::year_range(&plan.years);
    let title = fill(&labels.muc.ca_giai_doan, &[("nam", &years)]);
    view.push(numbering.first(&title));
    let (all, allocation) = (&plan.budget.all, &labels.cot.phan_bo);
    let rows: Vec<&BudgetTotals> = all.rows.iter().collect();
    let tables = both_tables(plan, labels, all, &rows, "", &title, allocation);
    view.extend(numbered(&mut numbering, tables));
    view.extend(rounding(plan, labels));
    view.push(numbering.first(&labels.muc.chi_tiet));
    let n_lines = plan.budget.lines.len();
    view.push(if n_lines <= MOST_LINES {
        BlockView::Table(lines(plan, labels))
    } else {
        let n_lines = n_lines.to_string();
        paragraph(fill(&labels.cau.chi_tiet_nhieu, &[("so", &n_lines)]))
    });
    if !plan.funding.comparisons.is_empty() {
        view.push(numbering.first(&labels.thue_hay_mua.tieu_de));
        view.extend(rent_or_buy::blocks(plan, &mut numbering, labels));
    }
    view
}

/// Whether a year spends something in a row; the pillars stand in every table.
fn is_spent(row: &BudgetTotals) -> bool {
    let totals = &row.totals;
    let amounts = [totals.initial, totals.yearly, totals.allocated];
    row.id.depth() == 0 || amounts.iter().any(|amount| !amount.is_zero())
}

/// The summary by pillar and the table of these rows, each with its heading and what stands under it.
fn both_tables<'a>(
    plan: &Plan,
    labels: &'a Labels,
    budget: &BudgetTable,
    all: &[&BudgetTotals],
    suffix: &str,
    title: &str,
    allocation: &str,
) -> [(&'a str, Vec<BlockView>); 2] {
    let pillars: Vec<&BudgetTotals> = budget
        .rows
        .iter()
        .filter(|row| row.id.depth() == 0)
        .collect();
    let muc = &labels.muc;
    let tables = [
        (muc.theo_tru_cot.as_str(), "tong-hop", pillars),
        (muc.theo_hang_muc.as_str(), "du-toan", all.to_vec()),
    ];
    tables.map(|(table, id, rows)| {
        let names = Names {
            id: format!("{id}{suffix}"),
            title,
            table,
            allocation,
        };
        let mut view = vec![BlockView::Table(form(plan, labels, budget, &rows, &names))];
        view.push(total_in_words(
            budget.total.allocated,
            plan.budget.format.unit(),
            labels,
        ));
        (table, view)
    })
}

/// The tables under headings of the second level.
fn numbered(
    numbering: &mut Numbering,
    tables: [(&str, Vec<BlockView>); 2],
) -> impl Iterator<Item = BlockView> {
    let tables = tables.map(|(title, view)| {
        let heading = numbering.second(title);
        std::iter::once(heading).chain(view)
    });
    tables.into_iter().flatten()
}

/// The form of Phụ lục II: fourteen columns, fifteen where the plan has the district level.
fn form(
    plan: &Plan,
    labels: &Labels,
    budget: &BudgetTable,
    rows: &[&BudgetTotals],
    names: &Names<'_>,
) -> TableView {
    let cot = &labels.cot;
    let sources = &plan.budget.sources;
    let n_money = 9 + sources.len() - 1;
    let column = |width, align| ColumnView { width, align };
    let mut columns = vec![column(9, "center"), column(34, "left")];
    columns.extend((0..n_money).map(|_| column(20, "right")));
    columns.push(column(10, "left"));
    let mut table = TableView {
        id: names.id.clone(),
        caption: format!("{} - {}: {}", labels.phu_luc[1], names.title, names.table),
        titled: false,
        unit: unit(plan.budget.format.unit(), labels),
        columns,
        head: budget_head(plan, labels, names.allocation),
        rows: Vec::new(),
    };
    for row in rows {
        let name = if row.id.depth() == 0 {
            row.name.to_uppercase()
        } else {
            row.name.clone()
        };
        let mut cells = vec![CellView::text(row.id.number()), name.into()];
        cells.extend(amounts(plan, &row.totals));
        let kind = if row.is_parent { "subtotal" } else { "normal" };
        table.row(kind, cells);
    }
    let mut cells = vec![CellView::text(""), cot.tong_cong.to_uppercase().into()];
    cells.extend(amounts(plan, &budget.total));
    table.row("total", cells);
    table
}

/// The three rows over the table of Phụ lục II, as the form has them.
pub(crate) fn budget_head(plan: &Plan, labels: &Labels, allocation: &str) -> Vec<Vec<HeadView>> {
    let (cot, sources) = (&labels.cot, &plan.budget.sources);
    let levels = plan.commune.levels();
    let mut second = vec![head(&cot.tong, 1, 2), head(&cot.trong_do, 3, 1)];
    second.extend([head(&cot.tong, 1, 2), head(&cot.trong_do, 2, 1)]);
    second.extend([head(&cot.tong, 1, 2), head(&cot.trong_do, sources.len(), 1)]);
    let third = CostKind::ALL
        .iter()
        .map(|kind| head(labels.cost_kind(*kind), 1, 1));
    let third = third.chain(
        sources
            .iter()
            .map(|source| head(labels.source(*source, levels), 1, 1)),
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

/// The columns of money, and the empty one for notes.
fn amounts(plan: &Plan, totals: &CostTotals) -> Vec<CellView> {
    let cell = |amount| money(plan.budget.format.amount(amount));
    let kinds = |initial: bool| {
        let kinds = CostKind::ALL.into_iter();
        let kinds = kinds.filter(move |kind| kind.is_initial() == initial);
        kinds.map(|kind| cell(totals.kind(kind)))
    };
    let mut cells = vec![cell(totals.initial)];
    cells.extend(kinds(true));
    cells.push(cell(totals.yearly));
    cells.extend(kinds(false));
    cells.push(cell(totals.allocated));
    let sources = plan.budget.sources.iter();
    cells.extend(sources.map(|source| cell(totals.source(*source))));
    cells.push(CellView::text(""));
    cells
}

/// The cost lines, in đồng whatever the unit of the tables, so that quantity × price can be checked.
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
    table.unit = unit(DisplayUnit::Dong, labels);
    for (index, line) in plan.budget.lines.iter().enumerate() {
        table.row(
            "normal",
            vec![
                CellView::text((index + 1).to_string()),
                line.row.to_string().into(),
                CellView::text(line.component.as_deref().unwrap_or_default()),
                line.described().into(),
                (&line.unit).into(),
                vietnamese::decimal(line.quantity).into(),
                vietnamese::amount(line.unit_price).into(),
                vietnamese::amount(line.amount).into(),
                CellView::text(labels.kind_of_line(line.kind)),
                line.year.to_string().into(),
                CellView::text(labels.source(line.source, plan.commune.levels())),
                (&line.note).into(),
            ],
        );
    }
    let mut cells: Vec<CellView> = vec![CellView::text(""), CellView::text(""), CellView::text("")];
    cells.push(cot.tong_cong.to_uppercase().into());
    cells.extend((0..3).map(|_| CellView::text("")));
    cells.push(money(MoneyFormat::DONG.amount(plan.funding.total)));
    cells.extend((0..4).map(|_| CellView::text("")));
    table.row("total", cells);
    table
}
