//! The columns of a table in a sheet, found by their names wherever the table starts and in any order.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::iter::Peekable;
use std::ops::Range;

use super::Place;
use super::figures;
use super::figures::Stated;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::fold;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Origin;
use crate::source::Sheet;

/// The columns of a kind of table.
pub(crate) trait Column: Copy + Ord + 'static {
    /// What messages call the table.
    const TABLE: &'static str;

    /// Each column with the names it goes by, folded; the first is the one that messages use.
    const NAMES: &'static [(Self, &'static str, &'static [&'static str])];

    /// The columns that the table cannot do without.
    const REQUIRED: &'static [Self];

    /// How many of them make a row the header.
    const ENOUGH: usize;

    /// Names, folded, of columns whose figures do not matter here, such as the number of the line.
    const IGNORED: &'static [&'static str];

    /// Its name in messages.
    fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(column, ..)| *column == self);
        found.map_or("", |(_, name, _)| name)
    }

    /// The column that a header cell names; a unit behind the name does not count.
    fn of(text: &str) -> Option<Self> {
        let folded = fold(text);
        let named = |name: &str| {
            let name = name.trim().trim_end_matches([':', '.']);
            let is_name = |known: &&'static str| {
                let behind = name.strip_prefix(*known);
                behind.is_some_and(|behind| behind.is_empty() || figures::is_unit(behind))
            };
            let found = Self::NAMES.iter();
            let mut found = found.filter(|(.., names)| names.iter().any(is_name));
            found.next().map(|(column, ..)| *column)
        };
        let before = |mark: &str| named(folded.split(mark).next().unwrap_or(""));
        named(&folded)
            .or_else(|| before("("))
            .or_else(|| before(","))
            .or_else(|| before(" - "))
    }
}

/// Where a table begins: the rows of its header, of which the second completes the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Beginning {
    /// The first row, from 0.
    pub first: u32,
    last: u32,
}

/// Where the columns are.
#[derive(Debug)]
pub(crate) struct Header<C> {
    columns: BTreeMap<C, u32>,
    /// The cells that name a column which is none of the table's.
    others: Vec<CellRef>,
    units: BTreeMap<C, i64>,
    unit: i64,
    is_unit_said: bool,
    /// The first row, the last one of the header and what belongs to it, and the first row behind the
    /// table where another one begins.
    first: u32,
    last: u32,
    end: Option<u32>,
}

impl<C: Column> Header<C> {
    /// The sheet's column (from 0) of a column of the table.
    pub(crate) fn column(&self, column: C) -> Option<u32> {
        self.columns.get(&column).copied()
    }

    /// The đồng that one of an amount in a column is: what stands behind the column's name, or what is
    /// said above the table.
    pub(crate) fn unit(&self, column: C) -> i64 {
        self.units.get(&column).copied().unwrap_or(self.unit)
    }

    /// Whether the unit of a column is said anywhere.
    pub(crate) fn is_unit_said(&self, column: C) -> bool {
        self.is_unit_said || self.units.contains_key(&column)
    }

    /// The first row (from 0).
    pub(crate) fn first_row(&self) -> u32 {
        self.first
    }

    /// The cells that name a column which is none of the table's.
    pub(crate) fn others(&self) -> &[CellRef] {
        &self.others
    }

    /// The rows (from 0) below the header that have a cell, as far as the table goes.
    pub(crate) fn rows_below<'s>(
        &self,
        sheet: &'s Sheet,
    ) -> impl Iterator<Item = u32> + use<'s, C> {
        let end = self.end.unwrap_or(u32::MAX);
        sheet
            .rows_below(self.last)
            .take_while(move |row| *row < end)
    }
}

/// The columns that the cells of a row name.
fn named<C: Column>(cells: &[(CellRef, Cell)]) -> BTreeSet<C> {
    let texts = cells.iter().filter_map(|(_, cell)| cell.text());
    texts.filter_map(C::of).collect()
}

/// Where the tables of a sheet begin: each at a row in which enough cells name columns that the table
/// needs, or at two rows that do so together.
pub(super) fn all<C: Column>(sheet: &Sheet) -> Vec<Beginning> {
    let mut rows = sheet.rows().peekable();
    let mut found = Vec::new();
    while let Some(beginning) = next::<C>(&mut rows, !found.is_empty()) {
        found.push(beginning);
    }
    found
}

/// The next beginning in the rows that are left. A row with figures is not looked at where the sheet
/// holds a table already: it is a line of that.
fn next<'a, C: Column>(
    rows: &mut Peekable<impl Iterator<Item = (u32, &'a [(CellRef, Cell)])>>,
    is_later: bool,
) -> Option<Beginning> {
    let is_enough = |columns: &BTreeSet<C>| {
        let required = C::REQUIRED.iter();
        required.filter(|wanted| columns.contains(wanted)).count() >= C::ENOUGH
    };
    let mut above: Option<(u32, BTreeSet<C>)> = None;
    while let Some((row, cells)) = rows.next() {
        if is_later && has_figures(cells) {
            above = None;
            continue;
        }
        let columns = named(cells);
        if is_enough(&columns) {
            // The row below may name what the first one leaves out.
            let below = rows.next_if(|(next, cells)| {
                let is_next = *next == row + 1 && !has_figures(cells);
                is_next && named(cells).difference(&columns).next().is_some()
            });
            let last = below.map_or(row, |(below, _)| below);
            return Some(Beginning { first: row, last });
        }
        if let Some((first, above)) = &above
            && *first + 1 == row
            && !above.is_empty()
            && is_enough(&above.union(&columns).copied().collect())
        {
            return Some(Beginning {
                first: *first,
                last: row,
            });
        }
        above = Some((row, columns));
    }
    None
}

fn has_figures(cells: &[(CellRef, Cell)]) -> bool {
    let mut cells = cells.iter();
    cells.any(|(_, cell)| matches!(cell.value, CellValue::Number(_)))
}

/// Reads the header of a table that goes on to `end`; a column that is missing or there twice is
/// reported. What the table `before` says of the unit holds until something else is said.
pub(super) fn read<C: Column>(
    sheet: &Sheet,
    beginning: Beginning,
    end: Option<u32>,
    before: Option<&Header<C>>,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Option<Header<C>> {
    let Beginning { first, last } = beginning;
    let mut columns = BTreeMap::new();
    let mut units = BTreeMap::new();
    let mut sound = true;
    for row in first..=last {
        for (at, cell) in sheet.row(row) {
            let Some(text) = cell.text() else { continue };
            let Some(column) = C::of(text) else { continue };
            match figures::stated(text) {
                Stated::Unit(unit) => {
                    units.insert(column, unit);
                }
                Stated::Unknown => {
                    unknown_unit(text, place.cell(*at), diagnostics);
                    sound = false;
                }
                Stated::Nothing => {}
            }
            // What the second row names lies within what the first does: "Kinh phí" stands above it.
            let earlier = columns.insert(column, *at);
            if earlier.is_some_and(|earlier: CellRef| earlier.row == row) {
                sound = false;
                let at = place.cell(*at);
                let message = format!("cột \"{}\" có hai lần", column.name());
                let finding = Diagnostic::new(Code::ESTIMATE_COLUMN, at, message);
                let hint = "giữ một cột; với tiền, giữ đơn giá và thành tiền đã gồm thuế";
                diagnostics.report(finding.hint(hint));
            }
        }
    }
    let columns: BTreeMap<C, u32> = columns
        .into_iter()
        .map(|(column, at)| (column, at.column))
        .collect();
    let corner = sheet.row(first).first()?.0;
    let missing = C::REQUIRED
        .iter()
        .filter(|name| !columns.contains_key(name));
    for column in missing {
        sound = false;
        let at = place.cell(corner);
        let message = format!("{} thiếu cột \"{}\"", C::TABLE, column.name());
        diagnostics.report(Diagnostic::new(Code::ESTIMATE_COLUMN, at, message));
    }
    let mut last = last;
    while let next = sheet.row(last + 1)
        && (is_numbering(next) || has_units(next, &columns, &mut units))
    {
        last += 1;
    }
    let above = before.map_or(0, |before| before.last + 1)..first;
    let said = unit_above(sheet, above, before.is_none(), place, diagnostics);
    sound &= said.is_ok();
    let inherited = before.map_or(1, |before| before.unit);
    let said = said.ok().flatten();
    let is_unit_said = said.is_some() || before.is_some_and(|before| before.is_unit_said);
    let unit = said.unwrap_or(inherited);
    let others = others(sheet, beginning, &columns);
    sound.then_some(Header {
        columns,
        others,
        units,
        unit,
        is_unit_said,
        first,
        last,
        end,
    })
}

/// Whether the row holds nothing but units of columns, as some put them below the names; takes them.
fn has_units<C: Column>(
    cells: &[(CellRef, Cell)],
    columns: &BTreeMap<C, u32>,
    units: &mut BTreeMap<C, i64>,
) -> bool {
    let stated: Option<Vec<_>> = cells
        .iter()
        .map(|(at, cell)| match figures::stated(cell.text()?) {
            Stated::Unit(unit) => Some((at.column, unit)),
            Stated::Nothing | Stated::Unknown => None,
        })
        .collect();
    let stated = stated.unwrap_or_default();
    for (column, at) in columns {
        let unit = stated.iter().find(|(column, _)| column == at);
        units.extend(unit.map(|(_, unit)| (*column, *unit)));
    }
    !stated.is_empty()
}

/// Reports a unit of money that is not known.
fn unknown_unit(text: &str, at: Origin, diagnostics: &mut Diagnostics) -> Reported {
    let message = format!("không rõ đơn vị của số tiền: `{}`", text.trim());
    let finding = Diagnostic::new(Code::ESTIMATE_COLUMN, at, message);
    diagnostics.report(finding.hint("ghi đồng, nghìn đồng, triệu đồng hoặc tỷ đồng"))
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

/// The cells of a header that name a column which is none of the table's.
fn others<C: Column>(
    sheet: &Sheet,
    beginning: Beginning,
    columns: &BTreeMap<C, u32>,
) -> Vec<CellRef> {
    let cells = (beginning.first..=beginning.last).flat_map(|row| sheet.row(row));
    let named = cells.filter(|(at, cell)| {
        let is_ignored = |text: &str| {
            let folded = fold(text.split('(').next().unwrap_or(""));
            C::IGNORED.contains(&folded.trim().trim_end_matches('.'))
        };
        let is_other = cell.text().is_some_and(|text| !is_ignored(text));
        is_other && !columns.values().any(|column| *column == at.column)
    });
    named.map(|(at, _)| *at).collect()
}

/// What is said above the table of the unit of its amounts: "Đơn vị tính: nghìn đồng". In the title a
/// unit may stand alone.
///
/// # Errors
/// A unit that is not known, or another than was said before, is reported.
fn unit_above(
    sheet: &Sheet,
    rows: Range<u32>,
    is_title: bool,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Result<Option<i64>, Reported> {
    let above = sheet.rows().take_while(|(row, _)| *row < rows.end);
    let above = above.filter(|(row, cells)| *row >= rows.start && !has_figures(cells));
    let mut unit = None;
    for (at, cell) in above.flat_map(|(_, cells)| cells) {
        let Some(text) = cell.text() else { continue };
        let folded = fold(text);
        let words = ["don vi", "dvt", "tinh bang", "tinh theo"];
        let is_said = words.iter().any(|word| folded.contains(word));
        let at = || place.cell(*at);
        match figures::stated(text) {
            Stated::Unit(stated) if is_said || (is_title && figures::is_unit(&folded)) => {
                if unit.is_some_and(|unit| unit != stated) {
                    let message = "phía trên bảng ghi hai đơn vị tiền khác nhau";
                    let finding = Diagnostic::new(Code::ESTIMATE_COLUMN, at(), message);
                    return Err(diagnostics.report(finding.hint("giữ một đơn vị cho cả bảng")));
                }
                unit = Some(stated);
            }
            Stated::Unknown if is_said => return Err(unknown_unit(text, at(), diagnostics)),
            _ => {}
        }
    }
    Ok(unit)
}
