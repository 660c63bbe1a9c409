//! The sheet of an estimate → cost lines: the header found by the names of its columns, every cell
//! understood or reported at its place, every stated amount and total checked.

mod columns;
mod lines;
mod rows;
mod unread;
mod values;

use crate::check::letters;
use crate::check::table;
use crate::check::table::Beginning;
use crate::check::table::Column as _;
use crate::check::table::Header;
use crate::check::table::MOST_FAULTY;
use crate::check::table::Place;
use crate::check::table::Table;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::CostLine;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::Estimate;
use crate::model::LinePlaces;
use crate::model::UnreadLine;
use crate::source::FileId;
use crate::source::Located;
use crate::source::Origin;
use crate::source::Sheet;
use crate::source::Sources;
use columns::Column;
use values::COST_KINDS;
use values::SOURCES;

pub(super) use lines::read_lines;
pub(super) use values::Values;

/// Reads the estimate out of a workbook.
pub(crate) fn read(
    file: FileId,
    values: Values<'_>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Estimate {
    let sheets = sources
        .workbook(file)
        .map(|workbook| workbook.sheets.as_slice())
        .unwrap_or_default();
    let mut estimate = Estimate::default();
    let mut found = false;
    for (index, sheet) in sheets.iter().enumerate() {
        let Some(beginning) = table::find::<Column>(sheet) else {
            continue;
        };
        found = true;
        let place = Place { file, sheet: index };
        let Some(header) = header(sheet, beginning, place, diagnostics) else {
            estimate.unread.push(UnreadLine::default());
            continue;
        };
        let mut reader = Reader {
            table: Table {
                sheet,
                header,
                place,
                diagnostics,
            },
            values,
        };
        let (lines, unread, blank) = reader.lines();
        estimate.lines.extend(lines);
        estimate.unfilled.extend(blank);
        estimate.unread.extend(unread);
    }
    estimate.is_found = found;
    if !found {
        let names = Column::REQUIRED
            .iter()
            .map(|column| column.name())
            .collect::<Vec<_>>()
            .join(", ");
        diagnostics.report(
            Diagnostic::new(
                Code::NO_ESTIMATE_TABLE,
                Origin::File(file),
                "không thấy bảng dự toán trong tệp này",
            )
            .hint(format!("bảng cần một dòng tiêu đề có các cột: {names}")),
        );
    }
    estimate
}

/// The header of an estimate, which also tells rows of Phụ lục II or components, and years.
fn header(
    sheet: &Sheet,
    beginning: Beginning,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Option<Header<Column>> {
    let header = table::read::<Column>(sheet, beginning, place, diagnostics)?;
    let tells = |column| header.column(column).is_some();
    let mut missing = Vec::new();
    if !tells(Column::Row) && !tells(Column::Component) {
        missing.push("bảng dự toán thiếu cột \"Dòng\" hoặc cột \"Mã thành phần\"");
    }
    if !tells(Column::Year) && values::year_in(&sheet.name).is_none() {
        missing.push("bảng dự toán thiếu cột \"Năm\", tên trang cũng không ghi năm");
    }
    let is_complete = missing.is_empty();
    for message in missing {
        let at = place.cell(sheet.row(beginning.first).first()?.0);
        diagnostics.report(Diagnostic::new(Code::ESTIMATE_COLUMN, at, message));
    }
    is_complete.then_some(header)
}

struct Reader<'a> {
    table: Table<'a, Column>,
    values: Values<'a>,
}

impl Reader<'_> {
    /// The cost lines below the header, what is known of those that could not be read, and where
    /// lines were begun that have no figures.
    fn lines(&mut self) -> (Vec<CostLine>, Vec<UnreadLine>, Vec<Origin>) {
        let mut lines = Vec::new();
        let mut blank = Vec::new();
        let mut unread = Vec::new();
        let mut sum = Ok(Dong::ZERO);
        let mut group = Ok(Dong::ZERO);
        let mut n_faulty = 0;
        let sheet = self.table.sheet;
        for row in sheet.rows_below(self.table.header.last_row()) {
            if self.is_total(row) {
                if unread.is_empty() {
                    self.check_total(row, sum, group);
                }
                group = Ok(Dong::ZERO);
                continue;
            }
            if !self.has_figures(row) {
                blank.extend(self.begun(row));
                continue;
            }
            match self.line(row) {
                Ok(line) => {
                    sum = sum.and_then(|sum| sum.plus(line.amount));
                    group = group.and_then(|group| group.plus(line.amount));
                    lines.push(line);
                }
                // A total cannot be judged where a line is missing from it.
                Err(_) => {
                    unread.push(self.unread(row));
                    n_faulty += 1;
                }
            }
            if n_faulty == MOST_FAULTY {
                self.table.give_up(row, Column::Description, n_faulty);
                unread.push(UnreadLine::default());
                break;
            }
        }
        (lines, unread, blank)
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
        let code = self.located(row, Column::Component);
        let written = self.located(row, Column::Row);
        let diagnostics = &mut *self.table.diagnostics;
        let row_and_component = values.row_and_component(&written, &code, diagnostics);
        let quantity = self.table.number(row, Column::Quantity);
        let unit_price = self.unit_price(row);
        let kind = self
            .table
            .word(row, Column::Kind, &COST_KINDS, "loại chi phí");
        let year = self.year(row);
        let source = self
            .table
            .word(row, Column::Source, &SOURCES, "nguồn kinh phí");
        let at = self.table.at(row, Column::Source);
        let source = source.and_then(|source| values.source(source, &at, self.table.diagnostics));
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

    fn located(&self, row: u32, column: Column) -> Located<String> {
        Located {
            value: self.table.text(row, column),
            at: self.table.at(row, column),
        }
    }

    /// The price of one; where the cell is empty, that of the province's list, if it names one.
    fn unit_price(&mut self, row: u32) -> Result<Dong, Reported> {
        if self.table.cell(row, Column::UnitPrice).is_none() {
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
        let at = self.table.at(row, Column::Quantity);
        let product = values::product(quantity, unit_price, &at, self.table.diagnostics)?;
        if self.table.cell(row, Column::Amount).is_some() {
            let stated = Located {
                value: self.table.money(row, Column::Amount)?,
                at: self.table.at(row, Column::Amount),
            };
            values::check_stated(product, &stated, self.table.diagnostics)?;
        }
        Ok(product)
    }
}
