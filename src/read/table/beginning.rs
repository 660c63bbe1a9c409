//! Where the tables of a sheet begin, and which rows come near without being the head of one.

use super::column::Column;
use super::column::Named;
use super::has_figures;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::Sheet;

/// Where a table begins: the rows of its head, of which each completes those above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beginning {
    /// The first row, from 0.
    pub first: u32,
    /// The last row.
    pub last: u32,
}

/// Rows that look like a head and name too little.
#[derive(Debug)]
pub(super) struct Near<C> {
    /// The row, from 0, that names most.
    pub row: u32,
    /// The first row and the last.
    pub rows: (u32, u32),
    /// What they name.
    pub named: Named<C>,
}

/// What of a sheet is a head, or nearly.
#[derive(Debug)]
pub(super) struct Heads<C> {
    /// Where tables begin, in order.
    pub beginnings: Vec<Beginning>,
    /// What comes near, in order.
    pub near: Vec<Near<C>>,
}

/// The most rows that a head has.
const MOST_ROWS: u32 = 3;

/// Finds the heads of a sheet: a row in which enough cells name columns that the table needs, or up to
/// three rows that do so together.
pub(super) fn all<C: Column>(sheet: &Sheet) -> Heads<C> {
    let mut heads = Heads {
        beginnings: Vec::new(),
        near: Vec::new(),
    };
    // The rows right above that name something, not yet a head.
    let mut above: Vec<(u32, Named<C>)> = Vec::new();
    let mut rows = sheet.rows().peekable();
    while let Some((row, cells)) = rows.next() {
        let is_line = has_figures(cells);
        // Where the sheet holds a table already, a row with figures is a line of it.
        if is_line && !heads.beginnings.is_empty() {
            end_of(&mut above, &mut heads.near);
            continue;
        }
        let own = Named::of(cells);
        if above.last().is_none_or(|(last, _)| last + 1 != row) || is_line || own.is_empty() {
            end_of(&mut above, &mut heads.near);
        }
        let mut together = own.clone();
        let mut first = row;
        for (earlier, named) in above.iter().rev() {
            if together.is_enough() && !named.adds_to(&together) {
                break;
            }
            together = together.with(named);
            first = *earlier;
        }
        if together.is_enough() {
            above.clear();
            let mut last = row;
            // Rows below may name what these leave out.
            while last - first + 1 < MOST_ROWS
                && let Some((next, cells)) = rows.peek()
                && *next == last + 1
                && !has_figures(cells)
                && let below = Named::of(cells)
                && below.adds_to(&together)
                && !names_below_names::<C>(sheet, last, cells)
            {
                together = together.with(&below);
                last += 1;
                rows.next();
            }
            heads.beginnings.push(Beginning { first, last });
        } else if !own.is_empty() && !is_line {
            above.push((row, own));
            if above.len() as u32 >= MOST_ROWS {
                above.remove(0);
            }
        }
    }
    end_of(&mut above, &mut heads.near);
    heads
}

/// Whether a row names something below a name that stands over one column alone: then it is no part of
/// the head but a heading of the lines, such as "Năm 2027".
fn names_below_names<C: Column>(sheet: &Sheet, above: u32, cells: &[(CellRef, Cell)]) -> bool {
    let is_alone = |column: u32| {
        let at = CellRef { row: above, column };
        let right = CellRef {
            row: above,
            column: column + 1,
        };
        let stands = sheet.cell(at).is_some();
        stands && sheet.merged_to(at) == column && sheet.cell(right).is_some()
    };
    let mut cells = cells.iter().filter(|(_, cell)| {
        let text = super::header::head_text(cell);
        text.is_some_and(|text| C::share(&text).is_some() || C::is_period(&text))
    });
    cells.any(|(at, _)| is_alone(at.column))
}

/// Notes rows that named something and were no head, where they come near.
fn end_of<C: Column>(above: &mut Vec<(u32, Named<C>)>, near: &mut Vec<Near<C>>) {
    let mut rows = above.drain(..);
    let Some((mut row, mut named)) = rows.next() else {
        return;
    };
    let mut most = named.columns.len();
    let (first, mut last) = (row, row);
    for (next, more) in rows {
        last = next;
        if more.columns.len() > most {
            (row, most) = (next, more.columns.len());
        }
        named = named.with(&more);
    }
    if named.is_near() {
        near.push(Near {
            row,
            rows: (first, last),
            named,
        });
    }
}
