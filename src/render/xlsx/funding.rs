//! The sheet of the funding: by source out of the lines of the estimate, by pillar out of the sheets of
//! Phụ lục II; years across.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::budget::Allocation;
use super::formats::Formats;
use super::formulas;
use super::lines;
use super::lines::Lines;
use super::page;
use crate::model::FundingSource;
use crate::model::Pillar;
use crate::model::plan::Matrix;
use crate::model::plan::Plan;
use crate::model::vietnamese;
use crate::render::view::Labels;
use crate::render::view::fill;
use crate::render::view::unit;

/// The width of the names, and of each year and the total.
const NAME: f64 = 44.0;
const MONEY: f64 = 24.0;

/// A table of the sheet: what stands over its names, its figures, a name for each row, and the formula
/// of a row in a year.
struct Across<'a, K> {
    head: &'a str,
    figures: &'a Matrix<K>,
    name: &'a dyn Fn(&K) -> &'a str,
    formula: &'a dyn Fn(&K, usize) -> String,
}

/// The sheet.
pub(super) fn draw(
    plan: &Plan,
    labels: &Labels,
    name: &str,
    attached_to: &[&str],
    lines: &Lines,
    allocations: &[Allocation],
    formats: &Formats,
) -> Result<Worksheet, XlsxError> {
    let mut widths = vec![NAME];
    widths.extend(plan.years.iter().map(|_| MONEY));
    widths.push(MONEY);
    let mut sheet = page::sheet(name, &widths)?;
    let title = labels.muc.tong_hop.to_uppercase();
    let mut titles = vec![(title.as_str(), &formats.heading)];
    titles.extend(attached_to.iter().map(|text| (*text, &formats.under)));
    let unit = unit(plan.budget.format.unit(), labels);
    titles.push((&unit, &formats.unit));
    let first = page::title(&mut sheet, &titles, &widths)?;
    let levels = plan.commune.levels();
    let from_source = |source: &FundingSource, year: usize| {
        let year = plan.years.get(year).map(i32::to_string);
        lines.sum(&[
            (
                lines::column::SOURCE,
                formulas::is(labels.source(*source, levels)),
            ),
            (lines::column::YEAR, year.unwrap_or_default()),
        ])
    };
    let by_source = Across {
        head: &labels.cot.nguon,
        figures: &plan.funding.tables.by_source,
        name: &|source| labels.source(*source, levels),
        formula: &from_source,
    };
    let row = by_source.draw(&mut sheet, first, plan, labels, formats)?;
    let to_pillar = |pillar: &Pillar, year: usize| {
        let allocation = allocations.get(year);
        allocation.map_or_else(String::new, |allocation| allocation.of(*pillar))
    };
    let by_pillar = Across {
        head: &labels.cot.tru_cot,
        figures: &plan.funding.tables.by_pillar,
        name: &|pillar| labels.pillar(*pillar),
        formula: &to_pillar,
    };
    let row = by_pillar.draw(&mut sheet, row + 1, plan, labels, formats)?;
    page::how_shown(&mut sheet, row, plan, labels, &widths, formats)?;
    sheet.set_freeze_panes(0, 1)?;
    Ok(sheet)
}

impl<K> Across<'_, K> {
    /// Writes the table from a row on, and tells the row that follows.
    fn draw(
        &self,
        sheet: &mut Worksheet,
        first: u32,
        plan: &Plan,
        labels: &Labels,
        formats: &Formats,
    ) -> Result<u32, XlsxError> {
        let total = u16::try_from(plan.years.len()).unwrap_or_default() + 1;
        let caption = fill(
            &labels.cau.tong_hop_theo,
            &[("cot", &vietnamese::lower_first(self.head))],
        );
        sheet.merge_range(first, 0, first, total, &caption, &formats.heading)?;
        sheet.set_row_height(first, page::HEADING)?;
        let head = first + 1;
        sheet.write_with_format(head, 0, self.head, &formats.head)?;
        for (column, year) in (1..).zip(&plan.years) {
            let year = fill(&labels.muc.nam, &[("nam", &year.to_string())]);
            sheet.write_with_format(head, column, year, &formats.head)?;
        }
        sheet.write_with_format(head, total, &labels.cot.tong_cong, &formats.head)?;
        page::fit(sheet, head, &[("", NAME)])?;
        let mut row = head;
        for (key, amounts, sum) in &self.figures.rows {
            row += 1;
            let (name, look) = ((self.name)(key), &formats.normal);
            sheet.write_with_format(row, 0, name, &look.text)?;
            for ((column, year), amount) in (1..).zip(0..).zip(amounts) {
                let formula = (self.formula)(key, year);
                formulas::write(sheet, (row, column), &formula, *amount, &look.money)?;
            }
            let across = formulas::across(row, 1, total - 1);
            formulas::write(sheet, (row, total), &across, *sum, &look.money)?;
            page::fit(sheet, row, &[(name, NAME)])?;
        }
        let rows: Vec<u32> = (head + 1..=row).collect();
        row += 1;
        let look = &formats.sum;
        sheet.write_with_format(row, 0, &labels.cot.tong_cong, &look.text)?;
        for (column, amount) in (1..).zip(&self.figures.year_totals) {
            let down = formulas::down("", column, &rows);
            formulas::write(sheet, (row, column), &down, *amount, &look.money)?;
        }
        let across = formulas::across(row, 1, total - 1);
        let all = self.figures.total;
        formulas::write(sheet, (row, total), &across, all, &look.money)?;
        page::fit(sheet, row, &[("", NAME)])?;
        Ok(row + 1)
    }
}
