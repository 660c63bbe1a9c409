//! The head of a table in a sheet: one row or several, found by the names in it wherever the table
//! starts, its columns in any order. A column may be one of the table's own, or hold the share of a
//! row's amount that falls to a year, a source or a kind of cost ("Năm 2027", "NS tỉnh").

use std::collections::BTreeMap;

use super::Place;
use super::beginning::Beginning;
use super::column::Column;
use super::column::Share;
use super::column::is_sum;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::fold;
use crate::model::written;
use crate::model::written::Said;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;

/// A column that holds a share of a row's amount.
#[derive(Debug, Clone)]
pub(crate) struct ShareColumn {
    /// The sheet's column, from 0.
    pub column: u32,
    /// The cell that names it.
    pub at: CellRef,
    /// Whose share it is.
    pub share: Share,
    /// The đồng that one of its amounts is, where the head says so.
    pub unit: Option<i64>,
}

/// Where the columns are.
#[derive(Debug)]
pub(crate) struct Header<C> {
    columns: Vec<(C, CellRef)>,
    shares: Vec<ShareColumn>,
    /// The cells that name a column which is none of the table's.
    others: Vec<CellRef>,
    units: BTreeMap<C, i64>,
    /// What is said of the unit of all its amounts, and where.
    pub(super) unit: Option<i64>,
    /// Units that heads of other columns state, with the place.
    pub(super) said: Vec<(CellRef, i64)>,
    /// The first row, the last one of the header and what belongs to it, and the first row behind the
    /// table where another one begins.
    first: u32,
    last: u32,
    end: Option<u32>,
}

impl<C: Column> Header<C> {
    /// The sheet's column (from 0) of a column of the table.
    pub(crate) fn column(&self, column: C) -> Option<u32> {
        let found = self.columns.iter().find(|(own, _)| *own == column);
        found.map(|(_, at)| at.column)
    }

    /// The columns that hold shares of a row's amount, from the left.
    pub(crate) fn shares(&self) -> &[ShareColumn] {
        &self.shares
    }

    /// The đồng that one of an amount in a column is: what stands behind the column's name, or what is
    /// said about the table.
    pub(crate) fn unit(&self, column: C) -> i64 {
        self.own_unit(column).or(self.unit).unwrap_or(1)
    }

    /// The đồng that one of an amount in a share's column is.
    pub(crate) fn unit_of_share(&self, share: &ShareColumn) -> i64 {
        share.unit.or(self.unit).unwrap_or(1)
    }

    /// Whether the unit of a column is stated anywhere.
    pub(crate) fn is_unit_said(&self, column: C) -> bool {
        self.own_unit(column).or(self.unit).is_some()
    }

    /// The unit that the head of a column states.
    pub(super) fn own_unit(&self, column: C) -> Option<i64> {
        self.units.get(&column).copied()
    }

    /// The first row (from 0).
    pub(crate) fn first_row(&self) -> u32 {
        self.first
    }

    /// The last row (from 0) that belongs to the head.
    pub(super) fn last_row(&self) -> u32 {
        self.last
    }

    /// The cells that name a column which is none of the table's.
    pub(crate) fn others(&self) -> &[CellRef] {
        &self.others
    }

    /// Whether a column of the sheet is one of the table's.
    pub(crate) fn knows(&self, column: u32) -> bool {
        self.columns.iter().any(|(_, at)| at.column == column)
            || self.shares.iter().any(|share| share.column == column)
    }

    /// The cells that name the columns of the table, from the left.
    pub(crate) fn named(&self) -> Vec<CellRef> {
        let own = self.columns.iter().map(|(_, at)| *at);
        let mut named: Vec<_> = own
            .chain(self.shares.iter().map(|share| share.at))
            .collect();
        named.sort_by_key(|at| (at.column, at.row));
        named
    }

    /// The first cell that names a column.
    pub(super) fn corner(&self) -> CellRef {
        let corner = self.named().into_iter().next();
        corner.unwrap_or(CellRef {
            row: self.first,
            column: 0,
        })
    }

    /// The cell that names a column.
    pub(super) fn head(&self, column: C) -> Option<CellRef> {
        let found = self.columns.iter().find(|(own, _)| *own == column);
        found.map(|(_, at)| *at)
    }

    /// The rows (from 0) below the header that have a cell, as far as the table goes, with their cells.
    pub(crate) fn rows_below<'s>(
        &self,
        sheet: &'s Sheet,
    ) -> impl Iterator<Item = (u32, &'s [(CellRef, Cell)])> + use<'s, C> {
        let end = self.end.unwrap_or(u32::MAX);
        sheet
            .rows_below(self.last)
            .take_while(move |(row, _)| *row < end)
    }
}

/// A cell of the head and the columns that it stands over.
struct HeadCell {
    at: CellRef,
    to: u32,
    text: String,
}

/// Reads the header of a table that goes on to `end`; a column that is there twice and a unit that is
/// not understood are reported.
pub(super) fn read<C: Column>(
    sheet: &Sheet,
    beginning: Beginning,
    end: Option<u32>,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Option<Header<C>> {
    let rows: Vec<Vec<HeadCell>> = (beginning.first..=beginning.last)
        .map(|row| head_cells(sheet, row, beginning.last))
        .collect();
    let mut header = Header {
        columns: Vec::new(),
        shares: Vec::new(),
        others: Vec::new(),
        units: BTreeMap::new(),
        unit: None,
        said: Vec::new(),
        first: beginning.first,
        last: beginning.last,
        end,
    };
    let mut sound = true;
    let mut over: Vec<u32> = rows
        .iter()
        .flatten()
        .flat_map(|cell| cell.at.column..=cell.to)
        .collect();
    over.sort_unstable();
    over.dedup();
    let chain = |column: u32| -> Vec<&HeadCell> {
        let over = |row: &'_ Vec<HeadCell>| {
            row.iter()
                .position(|cell| (cell.at.column..=cell.to).contains(&column))
        };
        rows.iter()
            .filter_map(|row| over(row).map(|at| &row[at]))
            .collect()
    };
    let description = over.iter().copied().find(|column| {
        let leaf = chain(*column).last().map(|leaf| C::of(&leaf.text));
        leaf.flatten() == Some(C::TEXT)
    });
    for column in over {
        let mut chain = chain(column);
        // A title over the whole table says nothing of one column.
        chain.retain(|cell| {
            let covers = description.is_some_and(|text| (cell.at.column..=cell.to).contains(&text));
            !covers || description == Some(column)
        });
        sound &= read_column(&chain, column, &mut header, place, diagnostics);
    }
    while let next = sheet.row(header.last + 1)
        && header.end.is_none_or(|end| header.last + 1 < end)
        && (is_numbering(next) || take_units(next, &mut header))
    {
        header.last += 1;
    }
    sound.then_some(header)
}

/// The cells of a row of the head. One that is not merged stands also over the empty cells to its
/// right under which something is named.
fn head_cells(sheet: &Sheet, row: u32, last: u32) -> Vec<HeadCell> {
    let cells = sheet.row(row);
    let below: Vec<u32> = (row + 1..=last)
        .flat_map(|row| sheet.row(row))
        .map(|(at, _)| at.column)
        .collect();
    let texts = cells.iter().enumerate().filter_map(|(index, (at, cell))| {
        let text = head_text(cell)?;
        let mut to = sheet.merged_to(*at);
        let next = cells
            .get(index + 1)
            .map_or(u32::MAX, |(next, _)| next.column);
        let is_over = |column: u32| below.contains(&column);
        if to == at.column && is_over(to) {
            let free = |column: u32| {
                let above = CellRef { row, column };
                column < next && is_over(column) && sheet.merged_from(above).is_none()
            };
            while free(to + 1) {
                to += 1;
            }
        }
        Some(HeadCell { at: *at, to, text })
    });
    texts.collect()
}

/// What a cell says that may name a column: a text, or a year.
pub(super) fn head_text(cell: &Cell) -> Option<String> {
    match &cell.value {
        CellValue::Text(text) => Some(text.trim().to_owned()),
        CellValue::Number(_) if super::is_year(cell) => Some(cell.display()),
        _ => None,
    }
}

/// Reads what names one column, from the top; tells whether it is sound.
fn read_column<C: Column>(
    chain: &[&HeadCell],
    column: u32,
    header: &mut Header<C>,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some((leaf, parents)) = chain.split_last() else {
        return true;
    };
    // Merged over several columns, a name is that of the first.
    let is_first = leaf.at.column == column;
    let mut name = C::of(&leaf.text);
    let says_only_unit = written::is_unit(&fold(leaf.text.trim_matches(['(', ')'])));
    if let Some(parent) = parents.last()
        && name.is_none()
        && says_only_unit
    {
        name = C::of(&parent.text);
    }
    let own = C::share(&leaf.text);
    let from_parents = parents.iter().fold(Share::default(), |share, cell| {
        share.over(C::share(&cell.text))
    });
    let is_amount = name.is_some_and(|name| C::MONEY.last() == Some(&name)) || is_sum(&leaf.text);
    let share = if own.is_some() || is_amount && from_parents.is_some() {
        own.over(from_parents)
    } else {
        Share::default()
    };
    let mut unit = None;
    for cell in chain.iter().rev() {
        match written::said(&cell.text) {
            Said::Unit(stated) => {
                unit = unit.or(Some((cell.at, stated.dong)));
            }
            Said::Unclear => {
                super::units::unclear(&cell.text, place.cell(cell.at), diagnostics);
                return false;
            }
            Said::Nothing => {}
        }
    }
    if share.is_some() {
        if is_first {
            header.shares.push(ShareColumn {
                column,
                at: leaf.at,
                share,
                unit: unit.map(|(_, dong)| dong),
            });
        }
        return true;
    }
    let Some(name) = name.filter(|_| is_first) else {
        if is_first {
            header.others.push(leaf.at);
        }
        return true;
    };
    if let Some((at, dong)) = unit {
        if C::MONEY.contains(&name) {
            header.units.insert(name, dong);
        } else if dong > 1 {
            // "Dòng" without its marks is a name of money.
            header.said.push((at, dong));
        }
    }
    if header.column(name).is_some() {
        let at = place.cell(leaf.at);
        let message = format!("cột \"{}\" có hai lần", name.name());
        let finding = Diagnostic::new(Code::ESTIMATE_COLUMN, at, message);
        let hint = "giữ một cột; với tiền, giữ đơn giá và thành tiền đã gồm thuế";
        diagnostics.report(finding.hint(hint));
        return false;
    }
    header.columns.push((name, leaf.at));
    true
}

/// Whether the row holds nothing but units of columns, as some put them below the names; takes them.
fn take_units<C: Column>(cells: &[(CellRef, Cell)], header: &mut Header<C>) -> bool {
    let stated: Option<Vec<_>> = cells
        .iter()
        .map(|(at, cell)| match written::said(cell.text()?) {
            Said::Unit(stated) => Some((at.column, stated.dong)),
            Said::Nothing | Said::Unclear => None,
        })
        .collect();
    let stated = stated.unwrap_or_default();
    for (column, dong) in &stated {
        let own = header.columns.iter().find(|(_, at)| at.column == *column);
        if let Some((name, _)) = own {
            header.units.insert(*name, *dong);
        }
        let share = header
            .shares
            .iter_mut()
            .find(|share| share.column == *column);
        if let Some(share) = share {
            share.unit = Some(*dong);
        }
    }
    !stated.is_empty()
}

/// Whether the row numbers the columns, as forms do: `(1)`, `2`, `A`, `7=5x6`.
fn is_numbering(cells: &[(CellRef, Cell)]) -> bool {
    let mut numbers = Vec::new();
    let labels = cells.iter().filter(|(_, cell)| match &cell.value {
        CellValue::Text(text) => {
            let name = text.split('=').next().unwrap_or("").trim();
            let name = name
                .trim_start_matches(['(', '['])
                .trim_end_matches([')', ']']);
            numbers.extend(name.parse::<f64>());
            let short = (1..=2).contains(&name.len());
            short && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        }
        CellValue::Number(number) => {
            numbers.push(*number);
            number.fract() == 0.0 && (1.0..100.0).contains(number)
        }
        _ => false,
    });
    let all = labels.count() == cells.len();
    // They ascend by one; a line with a quantity, a price and a year does not.
    all && cells.len() >= 3 && numbers.windows(2).all(|pair| pair[1] - pair[0] == 1.0)
}
