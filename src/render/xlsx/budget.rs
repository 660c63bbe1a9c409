//! A sheet of Phụ lục II, for a year or for all: the head of the form, rows that add up the lines of
//! the estimate, and above them the sums of the rows below.

use rust_xlsxwriter::IgnoreError;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::formats::Formats;
use super::formulas;
use super::lines;
use super::lines::Lines;
use super::page;
use super::table;
use crate::model::BudgetRowId;
use crate::model::CostKind;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::Pillar;
use crate::model::plan::BudgetTable;
use crate::model::plan::CostTotals;
use crate::model::plan::Plan;
use crate::render::view;
use crate::render::view::Labels;
use crate::render::view::budget_head;

/// The first column of money.
const FIRST: u16 = 2;

/// What a column of money shows.
enum Figure {
    /// The sum of so many columns to its right, and what it is of the totals.
    Sum(u16, fn(&CostTotals) -> Dong),
    Kind(CostKind),
    Source(FundingSource),
}

impl Figure {
    /// The columns in the order of the form.
    fn all(sources: &[FundingSource]) -> Vec<Self> {
        let (initial, yearly): (Vec<_>, Vec<_>) =
            CostKind::ALL.iter().partition(|kind| kind.is_initial());
        let count = |n: usize| u16::try_from(n).unwrap_or_default();
        let mut all = vec![Self::Sum(count(initial.len()), |totals| totals.initial)];
        all.extend(initial.into_iter().map(Self::Kind));
        all.push(Self::Sum(count(yearly.len()), |totals| totals.yearly));
        all.extend(yearly.into_iter().map(Self::Kind));
        all.push(Self::Sum(count(sources.len()), |totals| totals.allocated));
        all.extend(sources.iter().copied().map(Self::Source));
        all
    }

    fn of(&self, totals: &CostTotals) -> Dong {
        match self {
            Self::Sum(_, of) => of(totals),
            Self::Kind(kind) => totals.kind(*kind),
            Self::Source(source) => totals.source(*source),
        }
    }

    /// The condition that the lines meet which add up in the column; none for a sum of columns.
    fn condition(&self, labels: &Labels) -> Option<(u16, String)> {
        match self {
            Self::Sum(..) => None,
            Self::Kind(kind) => {
                let name = labels.kind_of_line(*kind);
                Some((lines::column::KIND, formulas::is(name)))
            }
            Self::Source(source) => {
                let name = labels.source(*source);
                Some((lines::column::SOURCE, formulas::is(name)))
            }
        }
    }
}

/// What one sheet of Phụ lục II shows.
pub(super) struct Scope<'a> {
    /// Name of the sheet.
    pub(super) name: &'a str,
    /// The lines above the table, with the sizes that they have.
    pub(super) titles: Vec<String>,
    /// The head of the columns of sources.
    pub(super) allocation: &'a str,
    /// The year, or all.
    pub(super) year: Option<i32>,
    /// Its figures.
    pub(super) budget: &'a BudgetTable,
}

/// Where the allocation of each pillar stands in a sheet of Phụ lục II.
pub(super) struct Allocation {
    sheet: String,
    column: u16,
    rows: Vec<(Pillar, u32)>,
}

impl Allocation {
    /// The allocation of a pillar.
    pub(super) fn of(&self, pillar: Pillar) -> String {
        let rows = self.rows.iter().filter(|(of, _)| *of == pillar);
        let rows: Vec<u32> = rows.map(|(_, row)| *row).collect();
        formulas::down(&self.sheet, self.column, &rows)
    }
}

/// The sheet, and where its pillars stand.
pub(super) fn draw(
    plan: &Plan,
    labels: &Labels,
    scope: &Scope<'_>,
    lines: &Lines,
    formats: &Formats,
) -> Result<(Worksheet, Allocation), XlsxError> {
    let figures = Figure::all(&plan.budget.sources);
    let mut widths = vec![6.0, 40.0];
    widths.extend(
        figures
            .iter()
            .map(|_| page::money_width(plan.funding.total)),
    );
    widths.push(9.0);
    let mut sheet = page::sheet(scope.name, &widths)?;
    let mut titles: Vec<_> = scope
        .titles
        .iter()
        .zip([&formats.heading, &formats.heading].into_iter().chain(
            // Whatever follows the number and the title is said in smaller letters.
            std::iter::repeat(&formats.under),
        ))
        .map(|(text, format)| (text.as_str(), format))
        .collect();
    let unit = plan.budget.unit;
    let unit_words = view::unit(unit, labels);
    titles.push((&unit_words, &formats.unit));
    let head = page::title(&mut sheet, &titles, &widths)?;
    let heads = budget_head(labels, &plan.budget.sources, scope.allocation);
    let first = table::head(&mut sheet, head, &heads, &widths, formats)?;
    let rows = &scope.budget.rows;
    let below = tree(rows.iter().map(|row| &row.id));
    let at = |index: usize| first + u32::try_from(index).unwrap_or_default();
    let places = |indices: &[usize]| indices.iter().map(|index| at(*index)).collect::<Vec<_>>();
    for (index, row) in rows.iter().enumerate() {
        let children = places(below.children.get(index).map_or(&[][..], Vec::as_slice));
        let look = if children.is_empty() {
            &formats.normal
        } else {
            &formats.subtotal
        };
        let name = if row.id.depth() == 0 {
            row.name.to_uppercase()
        } else {
            row.name.clone()
        };
        let place = at(index);
        sheet.write_with_format(place, 0, row.id.number(), &look.number)?;
        sheet.write_with_format(place, 1, page::within(&name), &look.text)?;
        for (column, figure) in (FIRST..).zip(&figures) {
            let formula = match figure.condition(labels) {
                None => parts(place, column, figure),
                Some(_) if !children.is_empty() => formulas::down("", column, &children),
                Some(condition) => {
                    let code = formulas::is(&row.id.to_string());
                    let mut conditions = vec![(lines::column::ROW, code), condition];
                    let year = scope.year.map(|year| year.to_string());
                    conditions.extend(year.map(|year| (lines::column::YEAR, year)));
                    lines.sum(&conditions)
                }
            };
            let amount = (figure.of(&row.shown), unit);
            formulas::write(&mut sheet, (place, column), &formula, amount, &look.money)?;
        }
        let note = u16::try_from(widths.len()).unwrap_or(1) - 1;
        sheet.write_blank(place, note, &look.text)?;
        page::fit(&mut sheet, place, &[(&name, widths[1])])?;
    }
    let total = at(rows.len());
    let roots = places(&below.roots);
    let look = &formats.sum;
    sheet.write_blank(total, 0, &look.number)?;
    sheet.write_with_format(total, 1, labels.cot.tong_cong.to_uppercase(), &look.text)?;
    for (column, figure) in (FIRST..).zip(&figures) {
        let formula = match figure {
            Figure::Sum(..) => parts(total, column, figure),
            _ => formulas::down("", column, &roots),
        };
        let amount = (figure.of(&scope.budget.shown_total), unit);
        formulas::write(&mut sheet, (total, column), &formula, amount, &look.money)?;
    }
    let note = u16::try_from(widths.len()).unwrap_or(1) - 1;
    sheet.write_blank(total, note, &look.text)?;
    page::fit(&mut sheet, total, &[("", 1.0)])?;
    page::rounding(&mut sheet, total + 1, plan, labels, &widths, formats)?;
    // Numbers of rows are texts, and rows that add up rows stand between those that add up lines.
    sheet.ignore_error_range(first, 0, total, 0, IgnoreError::NumberStoredAsText)?;
    sheet.ignore_error_range(first, FIRST, total, note, IgnoreError::FormulaDiffers)?;
    sheet.set_freeze_panes(first, FIRST)?;
    sheet.set_repeat_rows(head, first - 1)?;
    let n_sources = u16::try_from(plan.budget.sources.len()).unwrap_or_default();
    let pillars = below.roots.iter().filter_map(|index| {
        let row = rows.get(*index)?;
        Some((row.id.pillar(), at(*index)))
    });
    let allocation = Allocation {
        sheet: formulas::quoted(scope.name),
        column: note - 1 - n_sources,
        rows: pillars.collect(),
    };
    Ok((sheet, allocation))
}

/// The sum of the columns to the right that a sum takes.
fn parts(row: u32, column: u16, figure: &Figure) -> String {
    match figure {
        Figure::Sum(n, _) => formulas::across(row, column + 1, column + n),
        _ => String::new(),
    }
}

/// Which rows stand right below which.
#[derive(Default)]
struct Tree {
    roots: Vec<usize>,
    children: Vec<Vec<usize>>,
}

fn tree<'a>(ids: impl Iterator<Item = &'a BudgetRowId>) -> Tree {
    let mut tree = Tree::default();
    let mut above: Vec<(usize, &BudgetRowId)> = Vec::new();
    for (index, id) in ids.enumerate() {
        tree.children.push(Vec::new());
        while above.pop_if(|(_, other)| !id.is_within(other)).is_some() {}
        match above.last() {
            None => tree.roots.push(index),
            Some((parent, _)) => tree.children[*parent].push(index),
        }
        above.push((index, id));
    }
    tree
}

#[cfg(test)]
mod tests {
    use super::tree;
    use crate::model::BudgetRowId;

    #[test]
    fn each_row_stands_below_the_nearest_one_that_holds_it() {
        let ids = ["I", "I.1", "I.1.1", "I.1.2", "I.2", "II", "III", "III.1"];
        let ids = ids.map(|id| BudgetRowId::parse(id).expect("a row"));
        let tree = tree(ids.iter());
        assert_eq!(tree.roots, [0, 5, 6]);
        let wanted = [&[1, 4][..], &[2, 3], &[], &[], &[], &[], &[7], &[]];
        assert_eq!(tree.children, wanted);
    }
}
