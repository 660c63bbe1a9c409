//! A workbook as it was read: sheets of cells at their absolute places, values not yet understood.

use std::sync::Arc;

use super::CellRef;
use super::number_format;
use super::number_format::Shown;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    /// Text as written.
    Text(String),
    /// A number as the workbook stores it.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// An error value such as `#REF!`, as shown.
    Error(String),
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its value.
    pub value: CellValue,
    /// Whether the value is the stored result of a formula.
    pub formula: bool,
    /// Whether a glance at its text has shown that all letters are those of Vietnamese, which can be printed.
    pub is_plain: bool,
    /// How it looks, where that tells something that the value does not.
    pub style: Option<Arc<CellStyle>>,
}

/// How a cell looks, as far as that tells something of what its value means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CellStyle {
    /// The number format as the workbook stores it, where it shows words (`#,##0" triệu"`) or a part of
    /// the number only (`#,##0,`); else empty.
    pub format: String,
    /// The number format, whatever it shows; empty for that of a cell of which nothing is said.
    pub shows: String,
    /// Whether its whole content is struck through.
    pub is_struck: bool,
    /// Whether some letters of its text are struck through and others are not.
    pub is_partly_struck: bool,
    /// The font, where its letters are none of Unicode (`.VnTime`, `VNI-Times`); else empty.
    pub font: String,
}

impl CellStyle {
    /// Whether it tells anything.
    pub fn tells(&self) -> bool {
        self.is_struck || self.is_partly_struck || !self.shows.is_empty() || !self.font.is_empty()
    }
}

impl Cell {
    /// Puts another value in its place.
    pub fn set(&mut self, value: CellValue) {
        self.value = value;
        self.is_plain = false;
    }

    /// The value as a person reads it in a message.
    pub fn display(&self) -> String {
        match &self.value {
            CellValue::Text(text) | CellValue::Error(text) => text.clone(),
            // Most are years and whole amounts.
            CellValue::Number(number) => plain(*number),
            CellValue::Bool(true) => "TRUE".to_owned(),
            CellValue::Bool(false) => "FALSE".to_owned(),
        }
    }

    /// The text of a text cell, without outer white space.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            CellValue::Text(text) => Some(text.trim()),
            _ => None,
        }
    }
}

/// A number as digits. Most are years and whole amounts, which a whole number shows in less time.
fn plain(number: f64) -> String {
    const EXACT: f64 = 9e15;
    if number.fract() == 0.0 && number.abs() < EXACT && number.is_sign_positive() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is whole, positive and within the range"
        )]
        let whole = number as u64;
        return whole.to_string();
    }
    number.to_string()
}

/// A sheet: its name and the cells that are not empty.
///
/// They lie in one list by row and column: a sheet may have a million rows of one cell each.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name, as on the tab.
    pub name: String,
    cells: Vec<(CellRef, Cell)>,
    /// The first and last cell of each merged stretch, by column and row of the first.
    merged: Vec<(CellRef, CellRef)>,
    looks: SheetLooks,
    has_struck: bool,
    /// The formulas of the cells that show an error, by their places.
    failing: Vec<(CellRef, String)>,
    /// The numbers that Excel keeps for days and times, by their places; the cells hold the day as a text.
    moments: Vec<(CellRef, f64)>,
}

/// Where a text beside the cells of a sheet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsidePlace {
    /// At the head of each printed page.
    PageHead,
    /// At the foot of each printed page.
    PageFoot,
    /// In a box.
    TextBox,
    /// In a comment on a cell.
    Comment(CellRef),
}

/// A text beside the cells of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Where it stands.
    pub place: AsidePlace,
    /// The text, of one line.
    pub text: String,
}

/// What can be seen of a sheet and how its cells look.
#[derive(Debug, Default)]
pub struct SheetLooks {
    /// The rows that are hidden, from the top: the first and the last of each stretch.
    pub hidden_rows: Vec<(u32, u32)>,
    /// The columns that are hidden, from the left: the first and the last of each stretch.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Whether a filter decides which rows are seen.
    pub is_filtered: bool,
    /// The cells whose look tells something, in whatever order.
    pub styles: Vec<(CellRef, Arc<CellStyle>)>,
    /// The texts beside its cells, in the order of the file.
    pub asides: Vec<Aside>,
    /// The texts that the program which wrote the file showed for numbers and days, where the file holds
    /// them, in whatever order.
    pub shown: Vec<(CellRef, Arc<str>)>,
}

impl Sheet {
    /// A sheet of these cells, in whatever order; of two at the same place the later one counts.
    pub fn new(name: String, mut cells: Vec<(CellRef, Cell)>) -> Self {
        if !cells.is_sorted_by(|(one, _), (next, _)| one < next) {
            cells.reverse();
            cells.sort_by_key(|(at, _)| *at);
            cells.dedup_by_key(|(at, _)| *at);
        }
        Self {
            name,
            cells,
            merged: Vec::new(),
            looks: SheetLooks::default(),
            has_struck: false,
            failing: Vec::new(),
            moments: Vec::new(),
        }
    }

    /// The sheet with the numbers that Excel keeps for days and times, in whatever order.
    pub fn with_moments(mut self, mut moments: Vec<(CellRef, f64)>) -> Self {
        moments.sort_by_key(|(at, _)| *at);
        self.moments = moments;
        self
    }

    /// What a cell with a number or a day shows; nothing for one that holds a text or an error.
    pub fn shown(&self, at: CellRef, cell: &Cell) -> Option<Shown> {
        // Most cells of words hold a text, and most sheets nothing else there.
        let is_text = matches!(cell.value, CellValue::Text(_));
        if is_text && self.moments.is_empty() && self.looks.shown.is_empty() {
            return None;
        }
        let format = cell.style.as_ref().map_or("", |style| style.shows.as_str());
        let moment = find(&self.moments, at).copied();
        let number = match &cell.value {
            CellValue::Number(number) => Some(*number),
            _ => moment,
        };
        if let Some(shown) = find(&self.looks.shown, at) {
            return Some(number_format::as_written(shown, number));
        }
        Some(number_format::shown(number?, format))
    }

    /// The sheet with the formulas of the cells that show an error, in whatever order.
    pub fn with_failing(mut self, mut formulas: Vec<(CellRef, String)>) -> Self {
        formulas.sort_by_key(|(at, _)| *at);
        self.failing = formulas;
        self
    }

    /// The formula of a cell that shows an error.
    pub fn failing_formula(&self, at: CellRef) -> Option<&str> {
        find(&self.failing, at).map(String::as_str)
    }

    /// The sheet with what can be seen of it and how its cells look.
    pub fn with_looks(mut self, mut looks: SheetLooks) -> Self {
        let mut styles = std::mem::take(&mut looks.styles);
        styles.sort_by_key(|(at, _)| *at);
        let mut cells = self.cells.iter_mut().peekable();
        for (at, style) in styles {
            while cells.next_if(|(other, _)| *other < at).is_some() {}
            if let Some((_, cell)) = cells.next_if(|(other, _)| *other == at) {
                self.has_struck |= style.is_struck || style.is_partly_struck;
                cell.style = Some(style);
            }
        }
        for hidden in [&mut looks.hidden_rows, &mut looks.hidden_columns] {
            hidden.sort_unstable();
        }
        looks.shown.sort_by_key(|(at, _)| *at);
        self.looks = looks;
        self
    }

    /// Puts another value into a cell that is there.
    pub fn set(&mut self, at: CellRef, value: CellValue) {
        let found = self.cells.binary_search_by_key(&at, |(at, _)| *at).ok();
        if let Some((_, cell)) = found.and_then(|found| self.cells.get_mut(found)) {
            cell.set(value);
        }
    }

    /// The first cell of a row that is struck through.
    pub fn struck_cell(&self, row: u32) -> Option<CellRef> {
        if !self.has_struck {
            return None;
        }
        let is_struck = |cell: &Cell| cell.style.as_ref().is_some_and(|style| style.is_struck);
        let mut cells = self.row(row).iter();
        cells.find(|(_, cell)| is_struck(cell)).map(|(at, _)| *at)
    }

    /// The cells of a row of which some letters are struck through and others are not.
    pub fn partly_struck_cells(&self, row: u32) -> impl Iterator<Item = CellRef> {
        let row = if self.has_struck { self.row(row) } else { &[] };
        let is_struck = |cell: &Cell| {
            cell.style
                .as_ref()
                .is_some_and(|style| style.is_partly_struck)
        };
        let cells = row.iter().filter(move |(_, cell)| is_struck(cell));
        cells.map(|(at, _)| *at)
    }

    /// Whether a row cannot be seen: hidden by hand or by a filter.
    pub fn is_row_hidden(&self, row: u32) -> bool {
        is_within(&self.looks.hidden_rows, row)
    }

    /// Whether a column cannot be seen.
    pub fn is_column_hidden(&self, column: u32) -> bool {
        is_within(&self.looks.hidden_columns, column)
    }

    /// The texts beside its cells.
    pub fn asides(&self) -> &[Aside] {
        &self.looks.asides
    }

    /// Whether any column cannot be seen.
    pub fn has_hidden_columns(&self) -> bool {
        !self.looks.hidden_columns.is_empty()
    }

    /// Whether a filter decides which rows are seen.
    pub fn is_filtered(&self) -> bool {
        self.looks.is_filtered
    }

    /// The sheet with these stretches of merged cells, each by its first and last cell.
    pub fn with_merged(mut self, mut merged: Vec<(CellRef, CellRef)>) -> Self {
        merged.sort_by_key(|(first, _)| (first.column, first.row));
        self.merged = merged;
        self
    }

    /// The first cell of the merged stretch that goes on downwards through a place; none for that
    /// first cell itself.
    pub fn merged_from(&self, at: CellRef) -> Option<CellRef> {
        let place = (at.column, at.row);
        let after = self
            .merged
            .partition_point(|(first, _)| (first.column, first.row) < place);
        let (first, last) = self.merged.get(after.checked_sub(1)?)?;
        (first.column == at.column && first.row < at.row && at.row <= last.row).then_some(*first)
    }

    /// The last column of the stretch of merged cells that begins at a place; its own where none does.
    pub fn merged_to(&self, at: CellRef) -> u32 {
        let place = (at.column, at.row);
        let found = self
            .merged
            .binary_search_by_key(&place, |(first, _)| (first.column, first.row));
        let last = found.ok().and_then(|found| self.merged.get(found));
        last.map_or(at.column, |(_, last)| last.column)
    }

    /// The cell at a place, if it is not empty.
    pub fn cell(&self, at: CellRef) -> Option<&Cell> {
        let found = self.cells.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        self.cells.get(found).map(|(_, cell)| cell)
    }

    /// All cells, row by row.
    pub fn cells(&self) -> &[(CellRef, Cell)] {
        &self.cells
    }

    /// Gives every cell to `keep`, which may change it; those for which it says no go.
    pub fn rewrite(&mut self, mut keep: impl FnMut(CellRef, &mut Cell) -> bool) {
        self.cells.retain_mut(|(at, cell)| keep(*at, cell));
    }

    /// Gives back the memory of cells that went.
    pub fn shrink(&mut self) {
        self.cells.shrink_to_fit();
    }

    /// The cells of a row, from the left.
    pub fn row(&self, row: u32) -> &[(CellRef, Cell)] {
        let start = self.cells.partition_point(|(at, _)| at.row < row);
        let end = self.cells.partition_point(|(at, _)| at.row <= row);
        &self.cells[start..end]
    }

    /// The rows that have a cell, from the top: their numbers and cells.
    pub fn rows(&self) -> impl Iterator<Item = (u32, &[(CellRef, Cell)])> {
        let rows = self.cells.chunk_by(|(a, _), (b, _)| a.row == b.row);
        rows.filter_map(|cells| Some((cells.first()?.0.row, cells)))
    }

    /// The rows below one that have a cell: their numbers and cells.
    pub fn rows_below(&self, row: u32) -> impl Iterator<Item = (u32, &[(CellRef, Cell)])> {
        let from = self.cells.partition_point(|(at, _)| at.row <= row);
        let rows = self.cells[from..].chunk_by(|(a, _), (b, _)| a.row == b.row);
        rows.filter_map(|cells| Some((cells.first()?.0.row, cells)))
    }
}

/// What a list in the order of cells holds for one of them.
fn find<T>(list: &[(CellRef, T)], at: CellRef) -> Option<&T> {
    let found = list.binary_search_by_key(&at, |(at, _)| *at).ok()?;
    list.get(found).map(|(_, found)| found)
}

/// Whether a number lies in one of these stretches, which are in order and do not overlap.
fn is_within(stretches: &[(u32, u32)], number: u32) -> bool {
    let after = stretches.partition_point(|(first, _)| *first <= number);
    let stretch = after.checked_sub(1).and_then(|at| stretches.get(at));
    stretch.is_some_and(|(_, last)| number <= *last)
}

/// The sheets of a workbook, in order.
#[derive(Debug, Default)]
pub struct Workbook {
    /// The sheets that can be seen.
    pub sheets: Vec<Sheet>,
    /// The names of those that are hidden, which are not read.
    pub hidden: Vec<String>,
}
