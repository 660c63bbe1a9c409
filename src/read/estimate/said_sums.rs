//! Sums that are stated beside the table: "Bằng chữ: Hai trăm triệu đồng", "Tổng cộng: 1,6 tỷ đồng", a
//! figure behind "Tổng kinh phí" above the head. Each must be a sum of the table, of its sheet or of the
//! workbook; where it is one a thousand times, the unit of money is not what was taken.

mod stated;

use std::collections::BTreeMap;

use super::Column;
use super::Reader;
use super::shares::Sums;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::CostLine;
use crate::model::vietnamese;
use crate::model::vietnamese::unit_of_money;
use crate::read::table::Row;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::Origin;
use stated::Stated;

/// A cell that states a sum.
#[derive(Debug)]
pub(super) struct SaidSum {
    at: Origin,
    /// What it may mean: without a unit, đồng or the unit of the table.
    stated: Vec<Stated>,
}

/// The sums of a sheet, and the texts that state some.
#[derive(Debug)]
pub(super) struct SheetSums {
    said: Vec<SaidSum>,
    sums: Vec<i128>,
    own: i128,
    is_unit_stated: bool,
}

impl<'a> Reader<'a> {
    /// Keeps the sums that texts above the table state, and those that stand beside such words.
    pub(super) fn note_sums_above(&mut self) {
        let first = self.table.header.first_row();
        let rows = self.table.sheet.rows().map(Row::new);
        for row in rows.take_while(|row| row.number < first) {
            self.note_sums(row);
            self.note_sums_beside(row);
        }
    }

    /// Keeps the sums that texts of a row state.
    pub(super) fn note_sums(&mut self, row: Row<'a>) {
        let unit = self.table.header.unit(Column::Amount);
        for (at, cell) in row.cells() {
            let stated = cell.text().map(|text| stated::in_text(text, unit));
            self.note(*at, stated.unwrap_or_default());
        }
    }

    /// Keeps the sums that the words of a total name and another cell of the row holds: the next one, or
    /// those in the columns of amounts.
    fn note_sums_beside(&mut self, row: Row<'a>) {
        let header = &self.table.header;
        let unit = header.unit(Column::Amount);
        let mut cells = row.cells().iter();
        let named = cells.find_map(|(_, cell)| cell.text().filter(|text| stated::is_named(text)));
        let Some(name) = named else { return };
        let is_of_amounts = |column: u32| {
            header.column(Column::Amount) == Some(column)
                || header.shares().iter().any(|share| share.column == column)
        };
        let beside = cells.enumerate();
        let beside = beside.filter(|(index, (at, _))| *index == 0 || is_of_amounts(at.column));
        let found = beside
            .map(|(_, (at, cell)): (_, &(CellRef, Cell))| (*at, stated::beside(name, cell, unit)));
        for (at, stated) in found.collect::<Vec<_>>() {
            self.note(at, stated);
        }
    }

    /// Keeps an amount in đồng that a cell states as a sum.
    pub(super) fn note_amount(&mut self, row: Row<'a>, column: u32, amount: i64) {
        let row = row.number;
        self.note(CellRef { row, column }, vec![Stated::exactly(amount)]);
    }

    fn note(&mut self, at: CellRef, stated: Vec<Stated>) {
        if !stated.is_empty() {
            let at = self.table.place.cell(at);
            self.said.push(SaidSum { at, stated });
        }
    }
}

impl SheetSums {
    /// The sums of a sheet: of each table and of all its lines, of years, sources and kinds, and those
    /// that rows state.
    pub(super) fn new(
        said: Vec<SaidSum>,
        tables: &[&[CostLine]],
        sums: &Sums,
        is_unit_stated: bool,
    ) -> Self {
        let tables = tables.iter().flat_map(|lines| sums_of(lines));
        let shares = sums.shares.values().flat_map(|totals| totals.sums());
        Self {
            said,
            sums: tables.chain(sums.whole.sums()).chain(shares).collect(),
            own: sums.whole.sum(),
            is_unit_stated,
        }
    }

    /// Whether any text states a sum.
    pub(super) fn has_said(&self) -> bool {
        !self.said.is_empty()
    }
}

/// Reports what is stated and is no sum of its sheet nor of the workbook.
pub(super) fn check(sheets: &[SheetSums], lines: &[CostLine], diagnostics: &mut Diagnostics) {
    if sheets.iter().all(|sheet| !sheet.has_said()) {
        return;
    }
    let whole = sums_of(lines);
    for sheet in sheets {
        for said in &sheet.said {
            let mut sums = sheet.sums.iter().chain(&whole);
            if sums.any(|sum| said.stated.iter().any(|stated| stated.is(*sum))) {
                continue;
            }
            let is_of_plan = |stated: &&Stated| {
                let mut lines = lines.iter();
                stated
                    .year
                    .is_none_or(|year| lines.any(|line| line.year == year))
            };
            if let Some(stated) = said.stated.first().filter(is_of_plan) {
                report(said, *stated, sheet, diagnostics);
            }
        }
    }
}

fn report(said: &SaidSum, stated: Stated, sheet: &SheetSums, diagnostics: &mut Diagnostics) {
    let shown = |amount: i128| vietnamese::group_thousands(&amount.to_string());
    let message = format!(
        "ô này ghi tổng {} đồng, các khoản chi cộng lại được {} đồng",
        shown(stated.amount),
        shown(sheet.own)
    );
    let unit = [1_000, 1_000_000, 1_000_000_000].into_iter().find(|unit| {
        let sum = sheet.own * i128::from(*unit);
        sheet.own > 0 && stated.is(sum)
    });
    let (code, hint) = match unit {
        Some(unit) if !sheet.is_unit_stated => (
            Code::UNCLEAR_UNIT,
            format!(
                "nếu bảng tính bằng {0}, ghi “Đơn vị tính: {0}” ở dòng phía trên bảng; nếu bảng tính bằng đồng, ghi “Đơn vị tính: đồng” và sửa tổng ở ô này",
                unit_of_money(unit)
            ),
        ),
        Some(_) => (
            Code::STATED_SUM_DIFFERS,
            "xem lại đơn vị tiền ghi ở bảng, hoặc sửa tổng ở ô này".to_owned(),
        ),
        None => (
            Code::STATED_SUM_DIFFERS,
            "sửa tổng ở ô này, hoặc xem lại khoản nào thiếu hay sai".to_owned(),
        ),
    };
    let finding = Diagnostic::new(code, said.at.clone(), message);
    diagnostics.report(finding.hint(hint));
}

/// The sums of lines: of all, and of each year, source and kind of cost.
fn sums_of(lines: &[CostLine]) -> Vec<i128> {
    let mut years = BTreeMap::new();
    let mut sources = BTreeMap::new();
    let mut kinds = BTreeMap::new();
    let mut whole = 0;
    for line in lines {
        let amount = i128::from(line.amount.amount());
        whole += amount;
        *years.entry(line.year).or_insert(0) += amount;
        *sources.entry(line.source).or_insert(0) += amount;
        *kinds.entry(line.kind).or_insert(0) += amount;
    }
    let parts = years.into_values().chain(sources.into_values());
    parts.chain(kinds.into_values()).chain([whole]).collect()
}
