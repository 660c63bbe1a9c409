//! A sheet of Phụ lục II, for a year or for all: the head of the form, rows that add up the lines of
//! the estimate, and above them the sums of the rows below.

use rust_xlsxwriter::IgnoreError;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::formats::Formats;
use super::formats::RowFormats;
use super::formulas;
use super::lines;
use super::lines::Lines;
use super::page;
use super::table;
use crate::model::BudgetRowId;
use crate::model::CostKind;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::Levels;
use crate::model::Pillar;
use crate::model::plan::BudgetTable;
use crate::model::plan::CostTotals;
use crate::model::plan::Plan;
use crate::render::view;
use crate::render::view::Labels;
use crate::render::view::budget_head;

/// The first column of money, and the width of the names before it.
const FIRST: u16 = 2;
const NAME: f64 = 40.0;

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
    fn condition(&self, labels: &Labels, levels: Levels) -> Option<(u16, String)> {
        match self {
            Self::Sum(..) => None,
            Self::Kind(kind) => {
                let name = labels.kind_of_line(*kind);
                Some((lines::column::KIND, formulas::is(name)))
            }
            Self::Source(source) => {
                let name = labels.source(*source, levels);
                Some((lines::column::SOURCE, formulas::is(name)))
            }
        }
    }
}

/// What one sheet of Phụ lục II shows.
pub(super) struct Scope<'a> {
    /// Name of the sheet.
    pub(super) name: &'a str,
    /// The lines above the table: the number of the appendix, its title, whatever is said under it.
    pub(super) titles: Vec<String>,
    /// The head of the columns of sources.
    pub(super) allocation: &'a str,
    /// The year, or all.
    pub(super) year: Option<i32>,
    /// Its figures.
    pub(super) budget: &'a BudgetTable,
}

impl Scope<'_> {
    /// What the lines meet that a row adds up in a column of this condition.
    fn conditions(&self, row: &BudgetRowId, column: Option<(u16, String)>) -> Vec<(u16, String)> {
        let row = (lines::column::ROW, formulas::is(&row.to_string()));
        let year = self
            .year
            .map(|year| (lines::column::YEAR, year.to_string()));
        [Some(row), column, year].into_iter().flatten().collect()
    }
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
    let mut widths = vec![6.0, NAME];
    let money = page::money_width(plan.funding.total);
    widths.extend(figures.iter().map(|_| money));
    widths.push(9.0);
    let mut sheet = page::sheet(scope.name, &widths)?;
    let titles = scope.titles.iter().map(String::as_str);
    let mut titles: Vec<_> = titles.zip(formats.titles()).collect();
    let unit = view::unit(plan.budget.format.unit(), labels);
    titles.push((&unit, &formats.unit));
    let head = page::title(&mut sheet, &titles, &widths)?;
    let heads = budget_head(plan, labels, scope.allocation);
    let first = table::head(&mut sheet, head, &heads, &widths, formats)?;
    let rows = &scope.budget.rows;
    let below = tree(rows.iter().map(|row| &row.id));
    let at = |index: usize| first + u32::try_from(index).unwrap_or_default();
    let places = |indices: &[usize]| indices.iter().map(|index| at(*index)).collect::<Vec<_>>();
    for (index, row) in rows.iter().enumerate() {
        let children = places(below.children.get(index).map_or(&[][..], Vec::as_slice));
        let written = Row {
            number: row.id.number(),
            name: match row.id.depth() {
                0 => row.name.to_uppercase(),
                _ => row.name.clone(),
            },
            totals: &row.totals,
            look: match children.as_slice() {
                [] => &formats.normal,
                _ => &formats.subtotal,
            },
        };
        written.write(&mut sheet, at(index), &figures, |column, figure| {
            if children.is_empty() {
                lines.sum(
                    &scope.conditions(&row.id, figure.condition(labels, plan.commune.levels())),
                )
            } else {
                formulas::down("", column, &children)
            }
        })?;
    }
    let total = at(rows.len());
    let roots = places(&below.roots);
    let written = Row {
        number: String::new(),
        name: labels.cot.tong_cong.to_uppercase(),
        totals: &scope.budget.total,
        look: &formats.sum,
    };
    written.write(&mut sheet, total, &figures, |column, _| {
        formulas::down("", column, &roots)
    })?;
    let note = u16::try_from(widths.len()).unwrap_or(1) - 1;
    page::how_shown(&mut sheet, total + 1, plan, labels, &widths, formats)?;
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

/// A row of the table.
struct Row<'a> {
    number: String,
    name: String,
    totals: &'a CostTotals,
    look: &'a RowFormats,
}

impl Row<'_> {
    /// Writes number, name, money and the empty column of notes. A sum of columns adds up those to its
    /// right, any other column of money whatever is told.
    fn write(
        &self,
        sheet: &mut Worksheet,
        place: u32,
        figures: &[Figure],
        adds_up: impl Fn(u16, &Figure) -> String,
    ) -> Result<(), XlsxError> {
        sheet.write_with_format(place, 0, &self.number, &self.look.number)?;
        sheet.write_with_format(place, 1, page::within(&self.name), &self.look.text)?;
        let mut next = FIRST;
        for (column, figure) in (FIRST..).zip(figures) {
            let formula = match figure {
                Figure::Sum(n, _) => formulas::across(place, column + 1, column + n),
                _ => adds_up(column, figure),
            };
            let amount = figure.of(self.totals);
            formulas::write(sheet, (place, column), &formula, amount, &self.look.money)?;
            next = column + 1;
        }
        sheet.write_blank(place, next, &self.look.text)?;
        page::fit(sheet, place, &[(&self.name, NAME)])
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
