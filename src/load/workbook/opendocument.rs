//! What calamine does not tell of an .ods file: how large its tables would be, before they are made,
//! since a cell may say that it stands there a million times; which cells are merged; what is hidden and
//! which cells have a look that tells something.

use std::collections::BTreeMap;
use std::io::BufReader;
use std::io::Cursor;
use std::io::Read;
use std::ops::Range;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::MOST_CELLS;
use super::Stretch;
use super::opendocument_styles::Styles;
use super::opendocument_styles::holds_styles;
use super::style::Stroke;
use super::xml::add;
use super::xml::attribute;
use crate::source::CellRef;
use crate::source::CellStyle;
use crate::source::SheetLooks;

/// What was seen of the tables.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// How many places they have together.
    pub n_places: u64,
    /// The merged stretches and the looks of each, by its name.
    pub tables: BTreeMap<String, (SheetLooks, Vec<Stretch>)>,
}

/// Looks at all tables.
///
/// # Errors
/// What is wrong with bytes that are no such file.
pub(super) fn survey(bytes: &[u8]) -> std::io::Result<Survey> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut surveyor = Surveyor::default();
    // The styles that all tables share, which are parents of the others.
    if let Ok(styles) = archive.by_name("styles.xml") {
        surveyor.read(styles);
    }
    surveyor.read(archive.by_name("content.xml")?);
    Ok(surveyor.survey)
}

#[derive(Debug, Default)]
struct Surveyor {
    survey: Survey,
    styles: Styles,
    is_in_styles: bool,
    table: Table,
    row: Row,
    cell: Option<OpenCell>,
    n_styled: usize,
}

/// A table as it is read.
#[derive(Debug, Default)]
struct Table {
    name: String,
    /// Its rows so far, those up to the last that holds something, and the cells of the widest.
    rows: u64,
    used_rows: u64,
    widest: u64,
    /// How many columns were described so far, and the style of cells in each stretch of them.
    columns: u64,
    column_styles: Vec<(u64, Arc<CellStyle>)>,
    looks: SheetLooks,
    merged: Vec<Stretch>,
}

/// A row as it is read.
#[derive(Debug, Default)]
struct Row {
    /// How often it stands there.
    repeats: u64,
    /// Its cells so far, and those up to the last that holds something.
    cells: u64,
    used: u64,
    style: Option<Arc<CellStyle>>,
    /// The cells with a style that tells something: the first, how many, and it.
    styled: Vec<(u64, u64, Arc<CellStyle>)>,
    /// What cells with numbers and days show, likewise.
    shown: Vec<(u64, u64, Arc<str>)>,
}

/// A cell with content.
#[derive(Debug, Default)]
struct OpenCell {
    style: Option<Arc<CellStyle>>,
    first: u64,
    n: u64,
    /// Whether the letters of each span around the present place are struck through.
    spans: Vec<bool>,
    has_struck: bool,
    has_other: bool,
    /// What a cell with a number or a day shows.
    shown: Option<String>,
    /// How many notes around the present place; what they say is not the cell's.
    notes: usize,
}

impl Surveyor {
    fn read(&mut self, part: impl Read) {
        let mut reader = Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Eof) | Err(_) => return,
                Ok(Event::Start(element)) if holds_styles(&element) => self.is_in_styles = true,
                Ok(Event::End(element)) => self.end(element.local_name().as_ref()),
                Ok(Event::Start(element)) if self.is_in_styles => self.styles.begin(&element),
                Ok(Event::Empty(element)) if self.is_in_styles => {
                    self.styles.begin(&element);
                    self.styles.end(element.local_name().as_ref());
                }
                Ok(Event::Start(element)) => self.begin(&element, true),
                Ok(Event::Empty(element)) => self.begin(&element, false),
                Ok(Event::Text(text)) => {
                    let text: &str = text.as_ref();
                    if self.is_in_styles {
                        self.styles.text(text);
                    } else if let Some(cell) = &mut self.cell {
                        cell.text(text);
                    }
                }
                Ok(_) => {}
            }
        }
    }

    /// Reads the beginning of an element of a table, or an element that holds nothing.
    fn begin(&mut self, element: &BytesStart<'_>, is_open: bool) {
        let name = element.local_name();
        match name.as_ref() {
            "table" if is_open => {
                let name = attribute(element, "name").unwrap_or_default();
                self.table = Table {
                    name,
                    ..Table::default()
                };
            }
            "table-column" => self.column(element),
            "table-row" => {
                self.begin_row(element);
                if !is_open {
                    self.end_row();
                }
            }
            "table-cell" | "covered-table-cell" => self.begin_cell(element, is_open),
            "span" if is_open => {
                let style = attribute(element, "style-name");
                let style = style.and_then(|name| self.styles.telling(&name));
                if let Some(cell) = &mut self.cell {
                    cell.spans.push(style.is_some_and(|style| style.is_struck));
                }
            }
            "annotation" if is_open => {
                if let Some(cell) = &mut self.cell {
                    cell.notes += 1;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "automatic-styles" | "styles" => self.is_in_styles = false,
            _ if self.is_in_styles => self.styles.end(name),
            // The table is a rectangle, with a place for every cell of rows that hold nothing too.
            "table" => {
                let table = std::mem::take(&mut self.table);
                let n_places = table.used_rows.saturating_mul(table.widest);
                self.survey.n_places = self.survey.n_places.saturating_add(n_places);
                let seen = (table.looks, table.merged);
                self.survey.tables.insert(table.name, seen);
            }
            "table-row" => self.end_row(),
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "span" => {
                if let Some(cell) = &mut self.cell {
                    cell.spans.pop();
                }
            }
            "annotation" => {
                if let Some(cell) = &mut self.cell {
                    cell.notes = cell.notes.saturating_sub(1);
                }
            }
            _ => {}
        }
    }

    fn column(&mut self, element: &BytesStart<'_>) {
        let first = self.table.columns;
        let n = repeated(element, "number-columns-repeated");
        self.table.columns = first.saturating_add(n);
        if is_hidden(element).is_some() {
            hide(&mut self.table.looks.hidden_columns, first, n);
        }
        let style = attribute(element, "default-cell-style-name");
        let style = style.and_then(|name| self.styles.telling(&name));
        // What ends one stretch begins the next: a style that tells nothing is kept too.
        let style = style.unwrap_or_default();
        self.table.column_styles.push((self.table.columns, style));
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) {
        let repeats = repeated(element, "number-rows-repeated");
        if let Some(by_filter) = is_hidden(element) {
            let looks = &mut self.table.looks;
            looks.is_filtered |= by_filter;
            hide(&mut looks.hidden_rows, self.table.rows, repeats);
        }
        let style = attribute(element, "default-cell-style-name");
        self.row = Row {
            repeats,
            style: style.and_then(|name| self.styles.telling(&name)),
            ..Row::default()
        };
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        let first = self.table.rows;
        self.table.rows = first.saturating_add(row.repeats);
        if row.used == 0 {
            return;
        }
        self.table.used_rows = self.table.rows;
        self.table.widest = self.table.widest.max(row.used);
        let rows = first..self.table.rows;
        let looks = &mut self.table.looks;
        let left = MOST_CELLS.saturating_sub(self.n_styled);
        let (is_styled, is_shown) = (
            spread(&rows, row.styled, left, &mut looks.styles),
            spread(&rows, row.shown, left, &mut looks.shown),
        );
        match is_styled.and_then(|n| Some(n + is_shown?)) {
            Some(n) => self.n_styled += n,
            // More than is read anyway.
            None => self.survey.n_places = u64::MAX,
        }
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>, is_open: bool) {
        let (first, n) = (self.row.cells, repeated(element, "number-columns-repeated"));
        if let Some(stretch) = merged(element, self.table.rows, first) {
            self.table.merged.push(stretch);
        }
        self.row.cells = first.saturating_add(n);
        let holds = |name: &str| ["value-type", "formula"].contains(&name);
        let mut attributes = element.attributes().flatten();
        if !(is_open || attributes.any(|it| holds(it.key.local_name().as_ref()))) {
            return;
        }
        self.row.used = self.row.cells;
        let style = match attribute(element, "style-name") {
            Some(name) => self.styles.telling(&name),
            None => self.row.style.clone().or_else(|| self.table.style(first)),
        };
        self.cell = Some(OpenCell {
            style,
            first,
            n,
            shown: holds_number(element).then(String::new),
            ..OpenCell::default()
        });
        if !is_open {
            self.end_cell();
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else {
            return;
        };
        if let Some(shown) = cell.shown.filter(|shown| !shown.is_empty()) {
            self.row.shown.push((cell.first, cell.n, shown.into()));
        }
        let mut style = cell.style;
        if let Some(stroke) = Stroke::of(cell.has_struck, cell.has_other) {
            style = Some(stroke.on(style.as_deref()));
        }
        let styled = style.filter(|style| style.tells());
        let styled = styled.map(|style| (cell.first, cell.n, style));
        self.row.styled.extend(styled);
    }
}

impl Table {
    /// The style of cells in a column.
    fn style(&self, column: u64) -> Option<Arc<CellStyle>> {
        let at = self
            .column_styles
            .partition_point(|(end, _)| *end <= column);
        self.column_styles
            .get(at)
            .map(|(_, style)| Arc::clone(style))
    }
}

impl OpenCell {
    fn text(&mut self, text: &str) {
        if self.notes > 0 {
            return;
        }
        if let Some(shown) = &mut self.shown {
            shown.push_str(text);
        }
        if text.trim().is_empty() {
            return;
        }
        if self.spans.contains(&true) {
            self.has_struck = true;
        } else {
            self.has_other = true;
        }
    }
}

/// Notes for each of the cells of some rows what it has, being one of so many cells each; how many these
/// are, if there is room for them.
fn spread<T: Clone>(
    rows: &Range<u64>,
    cells: Vec<(u64, u64, T)>,
    left: usize,
    all: &mut Vec<(CellRef, T)>,
) -> Option<usize> {
    let mut n_noted = 0;
    for (column, n, it) in cells {
        for row in rows.clone() {
            for column in column..column.saturating_add(n) {
                n_noted += 1;
                if n_noted > left {
                    return None;
                }
                all.extend(place(row, column).map(|at| (at, it.clone())));
            }
        }
    }
    Some(n_noted)
}

/// Whether a cell holds a number, a day or a time.
fn holds_number(element: &BytesStart<'_>) -> bool {
    let kind = attribute(element, "value-type");
    let kinds = ["float", "percentage", "currency", "date", "time"];
    kind.is_some_and(|kind| kinds.contains(&kind.as_str()))
}

/// Whether rows or columns are hidden, and whether by a filter.
fn is_hidden(element: &BytesStart<'_>) -> Option<bool> {
    match attribute(element, "visibility")?.as_str() {
        "collapse" => Some(false),
        "filter" => Some(true),
        _ => None,
    }
}

/// Notes so many rows or columns as hidden.
fn hide(stretches: &mut Vec<(u32, u32)>, first: u64, n: u64) {
    let last = first.saturating_add(n).saturating_sub(1);
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    add(stretches, number(first), number(last));
}

fn place(row: u64, column: u64) -> Option<CellRef> {
    Some(CellRef {
        row: u32::try_from(row).ok()?,
        column: u32::try_from(column).ok()?,
    })
}

/// The stretch that a cell at a place is merged over.
fn merged(element: &BytesStart<'_>, row: u64, column: u64) -> Option<Stretch> {
    let span = |name| repeated(element, name).checked_sub(1);
    let (down, right) = (
        span("number-rows-spanned")?,
        span("number-columns-spanned")?,
    );
    let first = place(row, column)?;
    let last = place(row.checked_add(down)?, column.checked_add(right)?)?;
    (first != last).then_some((first, last))
}

/// How often an element says that it stands there, or over how many places it goes.
fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    let number = attribute(element, name).and_then(|value| value.trim().parse().ok());
    number.unwrap_or(1)
}
