//! The figures of a table: numbers, counts and amounts, each understood or reported at its place.

use super::Row;
use super::ShareColumn;
use super::Table;
use super::column::Column;
use super::format;
use super::looks;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::diagnostic::shown;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::NoAmount;
use crate::model::fold;
use crate::model::vietnamese::unit_of_money;
use crate::model::written;
use crate::model::written::Figure;
use crate::model::written::NoFigure;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::culprit;

/// A column of the sheet by its number and what messages call it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'n> {
    pub column: u32,
    pub name: &'n str,
}

impl<'a, C: Column> Table<'a, C> {
    /// A number that is not negative, and the word for what is counted where it stands behind.
    pub(crate) fn number(
        &mut self,
        row: Row<'a>,
        column: C,
    ) -> Result<(Decimal, Option<&'a str>), Reported> {
        if let Some(text) = self.figure_cell(row, column).and_then(Cell::text)
            && let Ok((number, word)) = written::counted(text)
        {
            return Ok((number, Some(word)));
        }
        let named = self.named(column);
        let figure = self.figure(row, named)?;
        if figure.unit.is_some() {
            return Err(self.no_figure(row, named, NoFigure::Other));
        }
        Ok((figure.number, None))
    }

    pub(super) fn named(&self, column: C) -> Named<'static> {
        Named {
            column: self.header.column(column).unwrap_or(u32::MAX),
            name: column.name(),
        }
    }

    /// Whole đồng; in the unit that the cell or the header states.
    pub(crate) fn money(&mut self, row: Row<'a>, column: C) -> Result<Dong, Reported> {
        let stated = self.header.own_unit(column).or(self.header.unit);
        let unit = self.header.unit(column);
        self.money_at(row, self.named(column), stated, unit)
    }

    /// Whole đồng in the column of a share.
    pub(crate) fn share(&mut self, row: Row<'a>, share: &ShareColumn) -> Result<Dong, Reported> {
        let name = self.sheet.cell(share.at).map(Cell::display);
        let named = Named {
            column: share.column,
            name: &name.unwrap_or_default(),
        };
        let stated = share.unit.or(self.header.unit);
        self.money_at(row, named, stated, self.header.unit_of_share(share))
    }

    /// A quantity in the column of a share.
    pub(crate) fn count(&mut self, row: Row<'a>, share: &ShareColumn) -> Result<Decimal, Reported> {
        let name = self.sheet.cell(share.at).map(Cell::display);
        let named = Named {
            column: share.column,
            name: &name.unwrap_or_default(),
        };
        let figure = self.figure(row, named)?;
        if figure.unit.is_some() {
            return Err(self.no_figure(row, named, NoFigure::Other));
        }
        Ok(figure.number)
    }

    fn money_at(
        &mut self,
        row: Row<'a>,
        named: Named<'_>,
        stated: Option<i64>,
        unit: i64,
    ) -> Result<Dong, Reported> {
        let figure = match self.of_each(row, named.column) {
            Some(figure) => figure,
            None => self.figure(row, named)?,
        };
        let by_format = match row
            .cell(named.column)
            .map(|cell| format::shown(cell, stated))
        {
            Some(format::Shown::Unit(unit)) => Some(unit),
            Some(format::Shown::Unclear) => return Err(self.unlike_format(row, named, stated)),
            _ => None,
        };
        if stated.is_none() {
            self.unit_by_format = by_format.filter(|unit| *unit > 1).or(self.unit_by_format);
        }
        let unit = figure.unit.or(by_format).unwrap_or(unit);
        Dong::product(figure.number, unit).map_err(|why| {
            if let (NoAmount::Fraction, Some(reported)) = (why, self.fractions) {
                return reported;
            }
            let name = named.name;
            let (code, message, hint) = match why {
                NoAmount::Fraction => (
                    Code::FRACTIONAL_AMOUNT,
                    format!("cột \"{name}\" có phần lẻ của đồng"),
                    "ghi số tiền tròn đồng; nếu số này tính bằng nghìn hay triệu đồng thì ghi đơn vị tiền ở dòng phía trên bảng",
                ),
                NoAmount::OutOfRange => (
                    Code::OVERFLOW,
                    "số tiền vượt quá 999.999.999.999.999 đồng".to_owned(),
                    "",
                ),
            };
            self.report_at(code, row, named.column, message, hint)
        })
    }

    /// The figure of a price with what it is for, as in `8.000.000 đ/lớp`, where that is the unit of the line.
    fn of_each(&self, row: Row<'a>, column: u32) -> Option<Figure> {
        let (figure, each) = figure_in(row, column)?.text()?.rsplit_once('/')?;
        let each = each.trim();
        let unit = self.text(row, C::UNIT);
        let is_unit =
            each.starts_with(char::is_alphabetic) && (unit.is_empty() || fold(each) == fold(&unit));
        written::figure(figure)
            .ok()
            .filter(|figure| is_unit && !figure.number.is_negative() && figure.unit.is_some())
    }

    /// Asks about a format that shows another unit than the column has, once for the column.
    fn unlike_format(&mut self, row: Row<'a>, named: Named<'_>, stated: Option<i64>) -> Reported {
        if let Some(reported) = self.formats.get(&named.column) {
            return *reported;
        }
        let style = row.cell(named.column).and_then(|cell| cell.style.as_ref());
        let format = style.map_or("", |style| style.format.as_str());
        let message = format!(
            "định dạng số `{format}` của ô không khớp với đơn vị của cột \"{}\": {}",
            named.name,
            unit_of_money(stated.unwrap_or(1))
        );
        let hint = "bỏ đơn vị trong định dạng số của cột này, hoặc sửa đơn vị ghi ở tiêu đề";
        let reported = self.report_at(Code::UNCLEAR_UNIT, row, named.column, message, hint);
        self.formats.insert(named.column, reported);
        reported
    }

    /// A figure that is not negative, as a number or as a text.
    fn figure(&mut self, row: Row<'a>, named: Named<'_>) -> Result<Figure, Reported> {
        let column = named.column;
        let Some(cell) = figure_in(row, column) else {
            let place = CellRef {
                row: row.number,
                column,
            };
            return Err(match self.sheet.merged_from(place) {
                Some(first) => self.merged(row, named, first),
                None => self.empty(row, named),
            });
        };
        let figure = match &cell.value {
            CellValue::Number(number) if number.abs() >= 1e15 => {
                let message = "số lớn hơn 999.999.999.999.999".to_owned();
                let hint = "xem lại số này và đơn vị tính của cột";
                return Err(self.report_at(Code::OVERFLOW, row, column, message, hint));
            }
            CellValue::Number(number) => {
                let number = Decimal::from_float(*number).ok_or(NoFigure::TooFine);
                number.map(|number| Figure { number, unit: None })
            }
            CellValue::Text(text) => written::figure(text),
            CellValue::Bool(_) => Err(NoFigure::Other),
            CellValue::Error(_) => return Err(self.broken(row, column)),
        };
        let figure = figure.map_err(|why| self.no_figure(row, named, why))?;
        if figure.number.is_negative() {
            let message = format!("cột \"{}\" là số âm: {}", named.name, shown(cell));
            return Err(self.report_at(
                Code::NEGATIVE_AMOUNT,
                row,
                column,
                message,
                "chi phí là số từ 0 trở lên",
            ));
        }
        Ok(figure)
    }

    /// Reports a figure that several lines share.
    fn merged(&mut self, row: Row<'_>, named: Named<'_>, first: CellRef) -> Reported {
        let message = format!(
            "ô cột \"{}\" gộp với ô {first}, không biết số này thuộc dòng nào",
            named.name
        );
        let hint = "bỏ gộp ô, ghi số riêng cho từng dòng";
        self.report_at(Code::MERGED_FIGURE, row, named.column, message, hint)
    }

    pub(super) fn empty(&mut self, row: Row<'_>, named: Named<'_>) -> Reported {
        let message = format!("ô cột \"{}\" đang trống", named.name);
        let column = if named.column == u32::MAX {
            0
        } else {
            named.column
        };
        self.report_at(Code::EMPTY_CELL, row, column, message, "")
    }

    /// Reports a cell with an error value, or with a formula that was never calculated.
    pub(super) fn broken(&mut self, row: Row<'a>, column: u32) -> Reported {
        let cell = row.cell(column);
        if cell.is_some_and(looks::is_uncalculated)
            && let Some(reported) = self.uncalculated()
        {
            return reported;
        }
        let place = CellRef {
            row: row.number,
            column,
        };
        if let Some(at) = culprit(self.sheet, place) {
            // Said alike for each formula that fails by it, so that it is said once.
            let written = self.sheet.cell(at).map(Cell::display).unwrap_or_default();
            let message =
                format!("`{written}` là chữ, nên các công thức dùng ô {at} không tính được");
            let hint = "ghi số vào ô này, không kèm chữ và đơn vị, rồi lưu lại bằng Excel; công thức thì giữ nguyên";
            let finding = Diagnostic::new(Code::CELL_ERROR, self.place.cell(at), message);
            return self.diagnostics.report(finding.hint(hint));
        }
        let text = cell.map(Cell::display).unwrap_or_default();
        let message = format!("ô báo lỗi {text}");
        let hint = "mở tệp bằng Excel, sửa công thức và lưu lại, hoặc ghi số trực tiếp";
        self.report_at(Code::CELL_ERROR, row, column, message, hint)
    }

    /// Reports all formulas of the table that were never calculated, once.
    fn uncalculated(&mut self) -> Option<Reported> {
        if self.uncalculated.is_none() {
            let rows = self.header.rows_below(self.sheet);
            let cells = rows.flat_map(|(_, cells)| cells);
            self.uncalculated = looks::uncalculated(cells, self.place, self.diagnostics);
        }
        self.uncalculated
    }

    fn no_figure(&mut self, row: Row<'a>, named: Named<'_>, why: NoFigure) -> Reported {
        let cell = row.cell(named.column);
        let written = cell.map(shown).unwrap_or_default();
        let written = written.trim();
        let style = cell.and_then(|cell| cell.style.as_ref());
        let is_partly_struck = style.is_some_and(|style| style.is_partly_struck);
        let (message, hint) = match why {
            NoFigure::Other if is_partly_struck => (
                format!(
                    "cột \"{}\" cần một số, đang là `{written}`, trong đó có phần bị gạch ngang",
                    named.name
                ),
                "xóa phần đã gạch, chỉ để lại số còn dùng",
            ),
            NoFigure::Other => (
                format!("cột \"{}\" cần một số, đang là `{written}`", named.name),
                "ghi số, ví dụ 12000000 hoặc 12.000.000",
            ),
            NoFigure::TooFine => (
                format!("`{written}` có quá sáu chữ số sau dấu phẩy"),
                "làm tròn số này; chia thành khoản khác nếu cần",
            ),
            NoFigure::Mixed => (
                format!(
                    "không rõ dấu nào trong `{written}` ngăn cách hàng nghìn, dấu nào ngăn cách phần lẻ, vì ô này là chữ chứ không phải số"
                ),
                "ghi 4500 nếu là bốn nghìn năm trăm, 4500000 nếu là bốn triệu năm trăm nghìn; chỉ dùng dấu chấm cho hàng nghìn",
            ),
            NoFigure::Ambiguous => (
                format!(
                    "không rõ `{written}` là số nghìn hay số lẻ, vì ô này là chữ chứ không phải số"
                ),
                "ghi 1200 hoặc 1.200 cho một nghìn hai trăm; 1,2 cho một phẩy hai",
            ),
        };
        self.report_at(Code::AMOUNT_NOT_A_NUMBER, row, named.column, message, hint)
    }
}

/// The cell of a row that holds a figure; a dash says that there is none.
pub(super) fn figure_in(row: Row<'_>, column: u32) -> Option<&Cell> {
    let dash = |text: &str| text.trim().trim_matches(['-', '–', '—']).is_empty();
    row.cell(column)
        .filter(|cell| !cell.text().is_some_and(dash))
}
