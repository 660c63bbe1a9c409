//! A plan → its workbook: the detailed estimate, Phụ lục II for all years and for each, the funding, and
//! the tables of the tasks. Every total is a formula over the detailed estimate, exact to the đồng
//! whatever unit it is shown in, and bears the plan's own amount, which is what a program shows that does
//! not calculate.

mod budget;
mod formats;
pub(super) mod formulas;
mod funding;
mod lines;
mod page;
mod table;

pub(super) use formats::Formats;
pub(super) use lines::WIDTHS;
pub(super) use lines::column;
pub(super) use lines::heads;
pub(super) use page::fit;
pub(super) use page::sheet;
pub(super) use page::workbook;

use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::XlsxError;

use super::TemplateFault;
use super::view::BlockView;
use super::view::Labels;
use super::view::PlanView;
use super::view::fill;
use crate::model::MoneyFormat;
use crate::model::plan::Plan;
use crate::model::vietnamese;
use budget::Scope;

/// Phụ lục I, II and III among the appendices.
const TASKS: usize = 0;
const BUDGET: usize = 1;
const PROJECTS: usize = 2;

/// Draws the workbook.
pub(super) fn render(
    plan: &Plan,
    view: &PlanView,
    labels: &Labels,
) -> Result<Vec<u8>, TemplateFault> {
    draw(plan, view, labels)
        .map_err(|error| TemplateFault::new("templates/labels.yaml", error.to_string()))
}

fn draw(plan: &Plan, view: &PlanView, labels: &Labels) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new(plan.budget.format);
    let mut taken = Vec::new();
    let mut workbook = page::workbook(&formats)?;
    workbook.set_properties(&properties(plan, labels)?);
    let appendix = |index: usize| view.appendices.get(index);
    let attached_to = appendix(BUDGET).map_or("", |appendix| &appendix.attached_to);
    let notes = [view.draft.as_str(), view.illustrative.as_str()];
    let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    let notes = notes.join(" - ");
    let attached_to = [attached_to, notes.as_str()];
    let name = page::name(&labels.du_toan_mau.trang_du_toan, &mut taken);
    let in_dong = Formats::new(MoneyFormat::DONG);
    let (estimate, lines) = lines::draw(plan, labels, &name, &attached_to, &in_dong)?;
    workbook.push_worksheet(estimate);

    let number = appendix(BUDGET).map_or("", |appendix| &appendix.number);
    let title = labels.phu_luc[BUDGET].to_uppercase();
    let titles = |scope: &str| {
        let mut titles = vec![
            number.to_owned(),
            format!("{title} - {}", scope.to_uppercase()),
        ];
        titles.extend(attached_to.map(str::to_owned));
        titles
    };
    let range = vietnamese::year_range(&plan.years);
    let all = fill(&labels.muc.ca_giai_doan, &[("nam", &range)]);
    let name = page::name(number, &mut taken);
    let scope = Scope {
        name: &name,
        titles: titles(&all),
        allocation: &labels.cot.phan_bo,
        year: None,
        budget: &plan.budget.all,
    };
    let (sheet, _) = budget::draw(plan, labels, &scope, &lines, &formats)?;
    workbook.push_worksheet(sheet);
    let mut allocations = Vec::new();
    for (year, budget) in &plan.budget.years {
        let in_year = year.to_string();
        let title = fill(&labels.muc.nam, &[("nam", &in_year)]);
        let name = page::name(&format!("{number} - {title}"), &mut taken);
        let scope = Scope {
            name: &name,
            titles: titles(&title),
            allocation: &fill(&labels.cot.phan_bo_nam, &[("nam", &in_year)]),
            year: Some(*year),
            budget,
        };
        let (sheet, allocation) = budget::draw(plan, labels, &scope, &lines, &formats)?;
        workbook.push_worksheet(sheet);
        allocations.push(allocation);
    }

    let name = page::name(&labels.muc.tong_hop, &mut taken);
    workbook.push_worksheet(funding::draw(
        plan,
        labels,
        &name,
        &attached_to,
        &lines,
        &allocations,
        &formats,
    )?);
    for appendix in [appendix(TASKS), appendix(PROJECTS)].into_iter().flatten() {
        let name = page::name(&appendix.number, &mut taken);
        let title = appendix.title.to_uppercase();
        let titles = [&appendix.number, &title, attached_to[0], attached_to[1]];
        for block in &appendix.blocks {
            if let BlockView::Table(table) = block {
                workbook.push_worksheet(table::draw(table, &name, &titles, &formats)?);
            }
        }
    }
    workbook.save_to_buffer()
}

/// What the file says of itself. Its day is the plan's: the same plan gives the same bytes.
fn properties(plan: &Plan, labels: &Labels) -> Result<DocProperties, XlsxError> {
    let commune = plan.commune.full_name();
    let years = vietnamese::year_range(&plan.years);
    let title = &labels.du_toan_mau.tieu_de;
    let title = fill(title, &[("xa", &commune), ("nam", &years)]);
    let year = u16::try_from(plan.date.year()).unwrap_or(2027);
    let day = ExcelDateTime::from_ymd(year, plan.date.month(), plan.date.day())?;
    Ok(DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&day))
}
