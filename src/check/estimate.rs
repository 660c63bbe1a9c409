//! The sheet of an estimate → cost lines: the header found by the names of its columns, every cell
//! understood or reported at its place, every stated amount and total checked.

mod columns;
mod lines;
mod rows;
mod totals;
mod unread;
mod values;

use crate::check::letters;
use crate::check::table;
use crate::check::table::MOST_FAULTY;
use crate::check::table::Table;
use crate::check::table::Tables;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::CostLine;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::Estimate;
use crate::model::LinePlaces;
use crate::model::TableRead;
use crate::model::UnreadLine;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::FileId;
use crate::source::Located;
use crate::source::Sources;
use columns::Column;
use rows::Kind;
use totals::Totals;

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
    let sound = table::each_sheet(file, sources, diagnostics, |tables, diagnostics| {
        read_sheet(tables, values, &mut estimate, diagnostics);
    });
    estimate.is_found = sound.is_ok();
    if sound == Ok(false) {
        estimate.unread.push(UnreadLine::default());
    }
    let lines = estimate.lines.iter();
    let counted = lines.filter_map(|line| {
        table::Counted::of(&[&line.at.unit_price, &line.at.amount], line.amount)
    });
    table::check_looks(counted, sources, diagnostics);
    estimate
}

/// Reads the tables of a sheet.
fn read_sheet(
    tables: Tables<'_, Column>,
    values: Values<'_>,
    estimate: &mut Estimate,
    diagnostics: &mut Diagnostics,
) {
    let Tables {
        sheet,
        place,
        headers,
    } = tables;
    let mut totals = Totals::default();
    let n_unread = estimate.unread.len();
    let mut last = None;
    for header in headers {
        let table = Table::new(sheet, header, place, &mut *diagnostics);
        let mut reader = Reader { table, values };
        if !reader.tells_enough() {
            estimate.unread.push(UnreadLine::default());
            continue;
        }
        reader.lines(estimate, &mut totals);
        last = Some(reader.table.header);
    }
    // A total cannot be judged where a line is missing from it.
    let is_whole = estimate.unread.len() == n_unread;
    if let (true, Some(header)) = (is_whole, last) {
        let table = Table::new(sheet, header, place, diagnostics);
        Reader { table, values }.check_totals(&totals);
    }
}

struct Reader<'a> {
    table: Table<'a, Column>,
    values: Values<'a>,
}

impl Reader<'_> {
    /// Whether the table tells rows of Phụ lục II or components, and years; reports what it does not.
    fn tells_enough(&mut self) -> bool {
        let header = &self.table.header;
        let tells = |column| header.column(column).is_some();
        let mut missing = Vec::new();
        if !tells(Column::Row) && !tells(Column::Component) {
            missing.push("bảng dự toán thiếu cột \"Dòng\" hoặc cột \"Mã thành phần\"");
        }
        if !tells(Column::Year) && values::year_in(&self.table.sheet.name).is_none() {
            missing.push("bảng dự toán thiếu cột \"Năm\", tên trang cũng không ghi năm");
        }
        let first = self.table.sheet.row(header.first_row()).first();
        let Some((corner, _)) = first.filter(|_| !missing.is_empty()) else {
            return true;
        };
        for message in missing {
            let at = self.table.place.cell(*corner);
            let finding = Diagnostic::new(Code::ESTIMATE_COLUMN, at, message);
            self.table.diagnostics.report(finding);
        }
        false
    }

    /// Reads the cost lines below the header. Lines that were begun but have no figures are noted, and
    /// what is known of those that could not be read.
    fn lines(&mut self, estimate: &mut Estimate, totals: &mut Totals) {
        let mut n_faulty = 0;
        let mut rows = Vec::new();
        let mut read = self.table_read();
        for row in self.table.header.rows_below(self.table.sheet) {
            match self.kind(row) {
                Kind::Total => self.total(row, false, totals),
                Kind::Group => self.total(row, true, totals),
                Kind::Other => estimate.unfilled.extend(self.begun(row)),
                Kind::Line => match self.line(row) {
                    Ok(line) => {
                        read.line(row);
                        totals.line(line.amount);
                        estimate.lines.push(line);
                        rows.push(row);
                    }
                    Err(_) => {
                        read.unread(row);
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
        self.unused_columns(&rows);
        estimate.tables.push(read);
    }

    /// The table before a line of it is read.
    fn table_read(&self) -> TableRead {
        let header = &self.table.header;
        let row = header.first_row();
        let corner = self.table.sheet.row(row).first();
        let corner = corner.map_or(CellRef { row, column: 0 }, |(at, _)| *at);
        let has_amounts = header.column(Column::Amount).is_some();
        TableRead {
            at: self.table.place.cell(corner),
            sheet: self.table.sheet.name.clone(),
            price_unit: header.unit(Column::UnitPrice),
            amount_unit: has_amounts.then(|| header.unit(Column::Amount)),
            is_unit_stated: header.is_unit_said(Column::UnitPrice),
            n_lines: 0,
            n_unread: 0,
            rows: None,
        }
    }

    /// Warns of columns with figures that are none of an estimate's: a number of months or a tax that
    /// the plan does not reckon with.
    fn unused_columns(&mut self, rows: &[u32]) {
        let sheet = self.table.sheet;
        for at in self.table.header.others() {
            let figure = |row: &u32| {
                let column = at.column;
                sheet.cell(CellRef { row: *row, column })
            };
            let is_figure = |cell: &Cell| matches!(cell.value, CellValue::Number(_));
            if !rows.iter().filter_map(figure).any(is_figure) {
                continue;
            }
            let name = sheet.cell(*at).map(Cell::display).unwrap_or_default();
            let name = name.trim();
            let message = format!("cột \"{name}\" có số nhưng không được tính vào dự toán");
            let hint = "nhân số này vào số lượng hoặc cộng vào đơn giá; cột không liên quan thì bỏ";
            let at = self.table.place.cell(*at);
            let finding = Diagnostic::new(Code::UNUSED_COLUMN, at, message);
            self.table.diagnostics.report(finding.hint(hint));
        }
    }

    fn line(&mut self, row: u32) -> Result<CostLine, Reported> {
        let description = self.table.required_text(row, Column::Description);
        for column in [Column::Description, Column::Unit, Column::Note] {
            letters::check(
                &self.table.text(row, column),
                &self.table.at(row, column),
                self.table.diagnostics,
            );
        }
        let values = self.values;
        let code = self.table.located(row, Column::Component);
        let written = self.table.located(row, Column::Row);
        let diagnostics = &mut *self.table.diagnostics;
        let row_and_component = values.row_and_component(&written, &code, diagnostics);
        let quantity = self.table.number(row, Column::Quantity);
        let unit_price = self.unit_price(row);
        let kind = self.required(row, Column::Kind);
        let kind = kind.and_then(|kind| Values::kind(&kind, self.table.diagnostics));
        let year = self.year(row);
        let source = self.required(row, Column::Source);
        let source = source.and_then(|source| values.source(&source, self.table.diagnostics));
        let amount = match (&quantity, &unit_price) {
            (Ok(quantity), Ok(unit_price)) => self.amount(row, *quantity, *unit_price),
            (Err(reported), _) | (_, Err(reported)) => Err(*reported),
        };
        let (budget_row, component) = row_and_component?;
        Ok(CostLine {
            row: budget_row,
            component,
            description: description?,
            unit: self.table.text(row, Column::Unit),
            quantity: quantity?,
            unit_price: unit_price?,
            amount: amount?,
            kind: kind?,
            year: year?,
            source: source?,
            note: self.table.text(row, Column::Note),
            at: LinePlaces {
                row: self.table.at(row, Column::Row),
                description: self.table.at(row, Column::Description),
                unit_price: self.table.at(row, Column::UnitPrice),
                amount: self.table.at(row, Column::Amount),
                kind: self.table.at(row, Column::Kind),
                year: self.table.at(row, Column::Year),
                source: self.table.at(row, Column::Source),
            },
        })
    }

    /// A text that must be there, and where it stands.
    fn required(&mut self, row: u32, column: Column) -> Result<Located<String>, Reported> {
        let value = self.table.required_text(row, column)?;
        let at = self.table.at(row, column);
        Ok(Located { value, at })
    }

    /// The price of one; where the cell is empty, that of the province's list, if it names one.
    fn unit_price(&mut self, row: u32) -> Result<Dong, Reported> {
        if self.table.figure_cell(row, Column::UnitPrice).is_none() {
            let description = self.table.text(row, Column::Description);
            let unit = self.table.text(row, Column::Unit);
            let at = self.table.at(row, Column::UnitPrice);
            let diagnostics = &mut *self.table.diagnostics;
            let listed = self
                .values
                .listed_price(&description, &unit, &at, diagnostics);
            if let Some(price) = listed {
                return Ok(price);
            }
        }
        self.table.money(row, Column::UnitPrice)
    }

    /// The year of a line; a sheet without such a column may bear it in its name.
    fn year(&mut self, row: u32) -> Result<i32, Reported> {
        let written = if self.table.header.column(Column::Year).is_some() {
            self.table.required_text(row, Column::Year)?
        } else {
            self.table.sheet.name.clone()
        };
        let at = self.table.at(row, Column::Year);
        self.values.year(&written, &at, self.table.diagnostics)
    }

    /// Quantity × price, checked against the amount that the sheet states.
    fn amount(&mut self, row: u32, quantity: Decimal, unit_price: Dong) -> Result<Dong, Reported> {
        let is_stated = self.table.figure_cell(row, Column::Amount).is_some()
            || self.table.merged_from(row, Column::Amount).is_some();
        let stated = if is_stated {
            let value = self.table.money(row, Column::Amount)?;
            let at = self.table.at(row, Column::Amount);
            Some(Located { value, at })
        } else {
            None
        };
        let quantity = Located {
            value: quantity,
            at: self.table.at(row, Column::Quantity),
        };
        values::amount(
            &quantity,
            unit_price,
            stated.as_ref(),
            self.table.diagnostics,
        )
    }
}
