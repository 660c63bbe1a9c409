//! Fractions of a đồng where no unit is stated: 16,5 is a price in triệu đồng. It is asked for once,
//! at the head, and not at each line.

use super::Column;
use super::Row;
use super::Table;
use super::format;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::model::Decimal;
use crate::model::SMALL_PRICE;
use crate::model::vietnamese;
use crate::model::written;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;

impl<C: Column> Table<'_, C> {
    /// Asks for the unit of a table that states none, where the prices in a column, or else those of the
    /// shares, have fractions and all of them are small. Fractions are told of then. Whether it did.
    pub(crate) fn ask_unit(&mut self, column: C) -> bool {
        let shares = self.header.shares();
        let has_units = self.header.is_unit_said(column);
        let heads: Vec<CellRef> = match self.header.head(column) {
            Some(_) if has_units => return false,
            Some(head) => vec![head],
            None if has_units || shares.iter().any(|share| share.unit.is_some()) => return false,
            None => shares.iter().map(|share| share.at).collect(),
        };
        let rows = self.header.rows_below(self.sheet).map(Row::new);
        let figures = rows.flat_map(|row| {
            let places = heads.iter().map(move |head| (row, head.column));
            places.filter_map(|(row, column)| {
                let number = plain_figure(row.cell(column)?)?;
                let row = row.number;
                Some((CellRef { row, column }, number))
            })
        });
        let figures: Vec<(CellRef, Decimal)> = figures.collect();
        let is_small = |(_, number): &(CellRef, Decimal)| *number < Decimal::whole(SMALL_PRICE);
        let mut fractions = figures
            .iter()
            .filter(|(_, figure)| figure.to_whole().is_none());
        let found = fractions.next().filter(|_| figures.iter().all(is_small));
        let (Some((at, number)), Some(head)) = (found, heads.first()) else {
            return false;
        };
        let message = format!(
            "bảng không ghi đơn vị tiền mà cột \"{}\" có phần lẻ của đồng, ví dụ {} ở ô {at}",
            self.sheet
                .cell(*head)
                .map(Cell::display)
                .unwrap_or_default()
                .trim(),
            vietnamese::decimal(*number)
        );
        let hint = "bảng có lẽ tính bằng triệu đồng: ghi “Đơn vị tính: triệu đồng” ở dòng phía trên bảng; nếu đúng là đồng thì ghi “Đơn vị tính: đồng” và số tiền tròn đồng";
        let at = self.place.cell(*head);
        let finding = Diagnostic::new(Code::FRACTIONAL_AMOUNT, at, message);
        self.fractions = Some(self.diagnostics.report(finding.hint(hint)));
        true
    }
}

/// The figure of a cell that nothing but the table gives a unit.
pub(super) fn plain_figure(cell: &Cell) -> Option<Decimal> {
    if format::shown(cell, None) != format::Shown::Plain {
        return None;
    }
    match &cell.value {
        CellValue::Number(number) => Decimal::from_float(*number),
        CellValue::Text(text) => {
            let figure = written::figure(text).ok()?;
            figure.unit.is_none().then_some(figure.number)
        }
        CellValue::Bool(_) | CellValue::Error(_) => None,
    }
}
