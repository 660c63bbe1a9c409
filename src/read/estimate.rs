//! The sheet of an estimate → cost lines: the header found by the names of its columns, every cell
//! understood or reported at its place, every stated amount and total checked.

mod above;
mod amounts;
mod columns;
mod cures;
mod ditto;
mod enough;
mod extras;
mod groups;
mod headings;
mod line;
mod lines;
mod numbering;
mod parts;
mod rows;
mod said_sums;
mod shares;
mod shown;
mod sources;
mod spans;
mod split;
mod total_below;
mod total_rows;
mod total_words;
mod totals;
mod unlike;
mod unread;
mod unused;
mod values;
mod words;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::CostLine;
use crate::model::Estimate;
use crate::model::TableRead;
use crate::model::UnreadLine;
use crate::read::table;
use crate::read::table::MOST_FAULTY;
use crate::read::table::Row;
use crate::read::table::Table;
use crate::read::table::Tables;
use crate::source::CellRef;
use crate::source::FileId;
use crate::source::Sheet;
use crate::source::Sources;
use columns::Column;
use headings::Headings;
use parts::PartsOfTotal;
use rows::Kind;
use said_sums::SaidSum;
use said_sums::SheetSums;
use shares::Sums;
use words::Words;

pub(super) use lines::read_lines;
pub(super) use values::Values;

/// Reads the estimate out of a workbook.
pub(crate) fn read(
    file: FileId,
    values: Values<'_>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Estimate {
    let mut estimate = Estimate::default();
    let mut sheets = Vec::new();
    let sound = table::each_sheet(file, sources, diagnostics, |tables, diagnostics| {
        sheets.extend(read_sheet(tables, values, &mut estimate, diagnostics));
    });
    estimate.is_found = sound.is_ok();
    if sound == Ok(false) {
        estimate.unread.push(UnreadLine::default());
    }
    if estimate.unread.is_empty() {
        said_sums::check(&sheets, &estimate.lines, diagnostics);
    }
    let sheets = sources.workbook(file).map(|workbook| &workbook.sheets);
    let hides_columns = sheets.is_some_and(|sheets| sheets.iter().any(Sheet::has_hidden_columns));
    let lines = estimate.lines.iter();
    let counted = lines.filter_map(|line| {
        let at = &line.at;
        let figures = [at.unit_price(), at.amount()];
        if hides_columns {
            // Also what decides whose the line is, and when.
            let others = [at.kind(), at.year(), at.source()];
            return table::Counted::of(figures.iter().chain(&others), line.amount);
        }
        table::Counted::of(figures.iter(), line.amount)
    });
    table::check_looks(counted, sources, diagnostics);
    estimate
}

/// Reads the tables of a sheet. What it comes to is told where all of it was read.
fn read_sheet(
    tables: Tables<'_, Column>,
    values: Values<'_>,
    estimate: &mut Estimate,
    diagnostics: &mut Diagnostics,
) -> Option<SheetSums> {
    let Tables {
        sheet,
        place,
        headers,
    } = tables;
    let mut sums = Sums::default();
    let n_unread = estimate.unread.len();
    let first_line = estimate.lines.len();
    let mut starts = Vec::new();
    let mut said = Vec::new();
    let mut last = None;
    // A table that goes on under the head of another page goes on under the same headings.
    let mut headings = Headings::default();
    for header in headers {
        let table = Table::new(sheet, header, place, &mut *diagnostics);
        let mut reader = Reader::new(table, values, headings);
        if !reader.tells_enough() {
            estimate.unread.push(UnreadLine::default());
            headings = reader.headings;
            continue;
        }
        if last.is_none() {
            reader.note_sums_above();
            reader.note_titles();
        }
        starts.push(estimate.lines.len());
        reader.lines(estimate, &mut sums);
        said.append(&mut reader.said);
        headings = reader.headings;
        last = Some(reader.table.header);
    }
    // A total cannot be judged where a line is missing from it.
    let is_whole = estimate.unread.len() == n_unread;
    let header = last.filter(|_| is_whole)?;
    let table = Table::new(sheet, header, place, diagnostics);
    let mut reader = Reader::new(table, values, Headings::default());
    reader.check_totals(&sums.whole);
    for totals in sums.shares.values() {
        reader.check_totals(totals);
    }
    let tables = estimate.tables.iter().rev().take(starts.len());
    let is_unit_stated = tables.into_iter().any(|table| table.is_unit_stated);
    starts.push(estimate.lines.len());
    let tables = starts.windows(2).map(|bounds| bounds[0]..bounds[1]);
    let tables = tables.filter_map(|table| estimate.lines.get(table));
    let whole = estimate.lines.get(first_line..);
    let tables: Vec<&[CostLine]> = tables.chain(whole).collect();
    Some(SheetSums::new(said, &tables, &sums, is_unit_stated))
}

struct Reader<'a> {
    table: Table<'a, Column>,
    values: Values<'a>,
    words: Words,
    headings: Headings,
    /// The sums that texts beside the table state.
    said: Vec<SaidSum>,
    /// The columns of which it was told that they show other figures than count.
    shown_told: BTreeSet<Column>,
    /// Whether the unit of money was asked for, by fractions of a đồng.
    is_unit_asked: bool,
    /// Whether rows may tell what a total above them is made of.
    parts_of_total: PartsOfTotal,
    /// The last line.
    last_line: Option<Row<'a>>,
    /// The columns of the sheet of which it was told that they hold the amounts of lines and are not known.
    money_told: BTreeMap<u32, Reported>,
    /// The year in the name of the sheet, which holds where no column tells years.
    year_of_sheet: Option<i32>,
    /// Whether the name of the sheet tells the year of all lines.
    is_year_on_tab: bool,
}

impl<'a> Reader<'a> {
    fn new(table: Table<'a, Column>, values: Values<'a>, headings: Headings) -> Self {
        Self {
            year_of_sheet: values::year_in(&table.sheet.name),
            is_year_on_tab: false,
            table,
            values,
            words: Words::default(),
            headings,
            said: Vec::new(),
            shown_told: BTreeSet::new(),
            is_unit_asked: false,
            parts_of_total: PartsOfTotal::default(),
            last_line: None,
            money_told: BTreeMap::new(),
        }
    }

    fn tells(&self, column: Column) -> bool {
        self.table.header.column(column).is_some()
    }

    /// Reads the cost lines below the header. Lines that were begun but have no figures are noted, and
    /// what is known of those that could not be read.
    fn lines(&mut self, estimate: &mut Estimate, sums: &mut Sums) {
        let mut n_faulty = 0;
        self.is_year_on_tab = self.tab_tells_year();
        let mut read = self.table_read();
        read.is_unit_asked = self.table.ask_unit(Column::UnitPrice);
        self.is_unit_asked = read.is_unit_asked;
        let sheet = self.table.sheet;
        let rows: Vec<Row<'a>> = self.table.header.rows_below(sheet).map(Row::new).collect();
        estimate.lines.reserve(rows.len());
        let mut last_line = None;
        for (index, row) in rows.iter().copied().enumerate() {
            let below = rows.get(index + 1..).unwrap_or_default();
            let kind = self.kind(row, below);
            if !matches!(kind, Kind::Line | Kind::Group) {
                self.note_sums(row);
            }
            self.see_parts_of_total(row, kind);
            match kind {
                Kind::Total => {
                    self.total(row, false, sums);
                    self.headings.close_group();
                }
                Kind::Group if self.is_part_of_total(row, below) => self.note_part(row),
                Kind::Group => {
                    self.total(row, true, sums);
                    self.heading_of(row, below);
                    self.open_group(row, below);
                }
                Kind::Extra(extra) => self.extra(row, extra, sums),
                Kind::Detail => self.detail(row, &mut last_line, estimate),
                Kind::Other => match self.begun(row) {
                    // The head of a group may say what all its lines are.
                    Some(begun) if !self.is_above(row, below) => estimate.unfilled.push(begun),
                    Some(_) => {
                        self.heading_of(row, below);
                        self.open_group(row, below);
                    }
                    None if self.pays_in_words(row, below) => {
                        estimate
                            .unfilled
                            .push(self.table.at(row, Column::Description));
                    }
                    None => self.heading_of(row, below),
                },
                Kind::Line => match self.read_line(row, below, &mut estimate.lines, sums) {
                    Ok(lines) => {
                        self.count_shares(row, sums);
                        for line in lines {
                            read.line(row.number);
                            sums.whole.line(line.amount);
                        }
                        last_line = Some(row.number);
                        self.last_line = Some(row);
                    }
                    Err(_) => {
                        read.unread(row.number);
                        estimate.unread.push(self.unread(row));
                        n_faulty += 1;
                    }
                },
            }
            if n_faulty == MOST_FAULTY {
                self.table.give_up(row, Column::Description, n_faulty);
                estimate.unread.push(UnreadLine::default());
                break;
            }
        }
        self.unused();
        if let Some(unit) = self.table.unit_by_format() {
            (read.price_unit, read.is_unit_stated) = (unit, true);
            read.amount_unit = read.amount_unit.map(|_| unit);
        }
        estimate.tables.push(read);
    }

    /// Puts the lines of a row that counts, in the group it lies in, behind `lines` and gives them.
    fn read_line<'l>(
        &mut self,
        row: Row<'a>,
        below: &[Row<'a>],
        lines: &'l mut Vec<CostLine>,
        sums: &mut Sums,
    ) -> Result<&'l [CostLine], Reported> {
        self.end_group(row, sums);
        self.leave_headings(row);
        if let Some(reported) = self.counted_twice(row, below) {
            return Err(reported);
        }
        let first = lines.len();
        self.line(row, lines)?;
        let own = lines.get(first..).unwrap_or_default().iter();
        let own = own.map(|line| i128::from(line.amount.amount())).sum();
        if let Some(reported) = self.counted_above(row, own, sums) {
            lines.truncate(first);
            return Err(reported);
        }
        sums.whole.row(row.number, own);
        let lines = lines.get(first..).unwrap_or_default();
        if let Some(line) = lines.first() {
            self.unlike_above(row, line);
        }
        Ok(lines)
    }

    /// The table before a line of it is read.
    fn table_read(&self) -> TableRead {
        let header = &self.table.header;
        let row = header.first_row();
        let corner = self.table.sheet.row(row).first();
        let corner = corner.map_or(CellRef { row, column: 0 }, |(at, _)| *at);
        let has_amounts = header.column(Column::Amount).is_some();
        // Amounts in columns of years or sources have no other unit than theirs.
        let has_prices = header.column(Column::UnitPrice).is_some();
        let in_heads = header.unit_in_heads().filter(|_| !has_prices);
        TableRead {
            at: self.table.place.cell(corner),
            sheet: self.table.sheet.name.clone(),
            price_unit: in_heads.unwrap_or_else(|| header.unit(Column::UnitPrice)),
            amount_unit: has_amounts.then(|| header.unit(Column::Amount)),
            is_unit_stated: in_heads.is_some() || header.is_unit_said(Column::UnitPrice),
            is_unit_asked: false,
            n_lines: 0,
            n_unread: 0,
            rows: None,
        }
    }

    /// Keeps the words of a row right below a line, or below others of the kind, with that line.
    fn detail(&self, row: Row<'a>, last: &mut Option<u32>, estimate: &mut Estimate) {
        let follows = last.is_some_and(|last| row.number == last + 1);
        let Some(line) = estimate.lines.last_mut().filter(|_| follows) else {
            return;
        };
        *last = Some(row.number);
        let description = self.table.text(row, Column::Description);
        let note = self.table.text(row, Column::Note);
        for text in [description, note] {
            if text.is_empty() {
                continue;
            }
            if !line.detail.is_empty() {
                line.detail.push('\n');
            }
            line.detail.push_str(&text);
        }
    }
}
