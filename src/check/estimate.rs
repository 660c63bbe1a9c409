//! The sheet of an estimate → cost lines: the header found by the names of its columns, every cell
//! understood or reported at its place, every stated amount and total checked.

mod cells;
mod columns;
mod rows;

use crate::check::catalogue::BUDGET_ROWS;
use crate::check::letters;
use crate::check::profile::Scope;
use crate::check::table;
use crate::check::table::Column as _;
use crate::check::table::Header;
use crate::check::table::Place;
use crate::check::table::Table;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::BudgetRowId;
use crate::model::Catalogue;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::Estimate;
use crate::model::FundingSource;
use crate::model::LinePlaces;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sheet;
use crate::source::Sources;
use columns::Column;

/// After so many wrong lines the rest of the sheet is not worth reading: it is no estimate, or one
/// mistake goes through all of it.
const MOST_FAULTY: u32 = 1000;

/// What people write for the kinds of cost, folded.
const COST_KINDS: [(&str, CostKind); 12] = [
    ("đầu tư", CostKind::Investment),
    ("đầu tư nâng cấp hạ tầng, thiết bị", CostKind::Investment),
    ("mua sắm", CostKind::Investment),
    ("xã hội hóa", CostKind::Socialised),
    ("thuê dịch vụ", CostKind::Rent),
    ("thuê", CostKind::Rent),
    ("bảo dưỡng", CostKind::Upkeep),
    ("bảo dưỡng, nâng cấp hạ tầng, thiết bị", CostKind::Upkeep),
    ("duy trì", CostKind::Upkeep),
    ("thuê hằng năm", CostKind::YearlyRent),
    ("thuê hàng năm", CostKind::YearlyRent),
    ("thuê dịch vụ hằng năm", CostKind::YearlyRent),
];

/// What people write for the sources, folded.
const SOURCES: [(&str, FundingSource); 9] = [
    ("tỉnh", FundingSource::Province),
    ("ngân sách tỉnh", FundingSource::Province),
    ("huyện", FundingSource::District),
    ("ngân sách huyện", FundingSource::District),
    ("xã", FundingSource::Commune),
    ("ngân sách xã", FundingSource::Commune),
    ("tự thanh toán", FundingSource::SelfPaid),
    ("đơn vị tự thanh toán", FundingSource::SelfPaid),
    ("các đơn vị tự thanh toán", FundingSource::SelfPaid),
];

/// Reads the estimate out of a workbook.
pub(crate) fn read(
    file: FileId,
    scope: &Scope,
    catalogue: &Catalogue,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Estimate {
    let sheets = sources
        .workbook(file)
        .map(|workbook| workbook.sheets.as_slice())
        .unwrap_or_default();
    let mut estimate = Estimate::default();
    let mut found = false;
    let mut is_whole = true;
    for (index, sheet) in sheets.iter().enumerate() {
        let Some(row) = table::find::<Column>(sheet) else {
            continue;
        };
        found = true;
        let place = Place { file, sheet: index };
        let Some(header) = header(sheet, row, place, diagnostics) else {
            is_whole = false;
            continue;
        };
        let mut reader = Reader {
            table: Table {
                sheet,
                header,
                place,
                diagnostics,
            },
            scope,
            catalogue,
        };
        let (lines, whole, blank) = reader.lines(row);
        estimate.lines.extend(lines);
        estimate.unfilled.extend(blank);
        is_whole &= whole;
    }
    estimate.is_whole = found && is_whole;
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

/// The header of an estimate, which also tells rows of Phụ lục II or components.
fn header(
    sheet: &Sheet,
    row: u32,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Option<Header<Column>> {
    let header = table::read::<Column>(sheet, row, place, diagnostics)?;
    let tells = |column| header.column(column).is_some();
    if tells(Column::Row) || tells(Column::Component) {
        return Some(header);
    }
    let at = place.cell(sheet.row(row).first()?.0);
    let message = "bảng dự toán thiếu cột \"Dòng\" hoặc cột \"Mã thành phần\"";
    diagnostics.report(Diagnostic::new(Code::ESTIMATE_COLUMN, at, message));
    None
}

struct Reader<'a> {
    table: Table<'a, Column>,
    scope: &'a Scope,
    catalogue: &'a Catalogue,
}

impl Reader<'_> {
    /// The cost lines below the header, whether that is all of them, and where lines were begun that
    /// have no figures.
    fn lines(&mut self, header_row: u32) -> (Vec<CostLine>, bool, Vec<Origin>) {
        let mut lines = Vec::new();
        let mut blank = Vec::new();
        let mut whole = true;
        let mut sum = Ok(Dong::ZERO);
        let mut n_faulty = 0;
        for row in self.table.sheet.rows_below(header_row) {
            if self.is_total(row) {
                if whole {
                    self.check_total(row, sum);
                }
                continue;
            }
            if !self.has_figures(row) {
                blank.extend(self.begun(row));
                continue;
            }
            match self.line(row) {
                Ok(line) => {
                    sum = sum.and_then(|sum| sum.plus(line.amount));
                    lines.push(line);
                }
                // A total cannot be judged where a line is missing from it.
                Err(_) => {
                    whole = false;
                    n_faulty += 1;
                }
            }
            if n_faulty == MOST_FAULTY {
                self.give_up(row);
                break;
            }
        }
        (lines, whole, blank)
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
        let budget_row_and_component = self.row_and_component(row);
        let quantity = self.table.number(row, Column::Quantity);
        let unit_price = self.table.money(row, Column::UnitPrice);
        let kind = self
            .table
            .word(row, Column::Kind, &COST_KINDS, "loại chi phí");
        let year = self.year(row);
        let source = self.source(row);
        let amount = match (&quantity, &unit_price) {
            (Ok(quantity), Ok(unit_price)) => self.amount(row, *quantity, *unit_price),
            (Err(reported), _) | (_, Err(reported)) => Err(*reported),
        };
        let (budget_row, component) = budget_row_and_component?;
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

    /// The row of Phụ lục II and the component of a line; one of them may be left to the other.
    fn row_and_component(&mut self, row: u32) -> Result<(BudgetRowId, Option<String>), Reported> {
        let code = self.table.text(row, Column::Component);
        let component = if code.is_empty() {
            Ok(None)
        } else {
            self.component(row, &code).map(Some)
        };
        let written = self.table.text(row, Column::Row);
        let budget_row = if !written.is_empty() {
            self.budget_row(row, &written)
        } else if code.is_empty() {
            let message =
                "dòng chi phí chưa có mã dòng của Phụ lục II hay mã thành phần".to_owned();
            Err(self.table.report(
                Code::EMPTY_CELL,
                row,
                Column::Row,
                message,
                "điền một trong hai cột, ví dụ I.1.7 hoặc HTS8",
            ))
        } else {
            component.clone().and_then(|code| {
                let found = code.and_then(|code| self.catalogue.component(&code));
                let id = found.map(|component| component.budget_row.clone());
                id.ok_or_else(|| {
                    self.table.report(
                        Code::EMPTY_CELL,
                        row,
                        Column::Row,
                        "thiếu mã dòng".to_owned(),
                        "",
                    )
                })
            })
        };
        Ok((budget_row?, component?))
    }

    fn component(&mut self, row: u32, code: &str) -> Result<String, Reported> {
        let Some(component) = self.catalogue.component(code) else {
            let message = format!("không có thành phần nào mang mã `{code}`");
            let at = self.table.at(row, Column::Component);
            let chosen = self.scope.components.as_deref().unwrap_or_default();
            let known = chosen.iter().map(String::as_str);
            let finding = Diagnostic::new(Code::UNKNOWN_COMPONENT, at, message);
            let finding = finding.suggest(code, known);
            return Err(self.table.diagnostics.report_unknown(code, finding));
        };
        if !component.supplier.is_commune() {
            let message = format!(
                "{} do cấp trên cung cấp, xã không bố trí kinh phí xây dựng",
                component.code
            );
            let hint = "bỏ khoản này; phần của xã (thiết bị, đường truyền, tập huấn) ghi vào thành phần của xã";
            let column = Column::Component;
            return Err(self
                .table
                .report(Code::SHARED_COMPONENT_PAID, row, column, message, hint));
        }
        let chosen = self.scope.components.as_ref();
        if chosen.is_ok_and(|chosen| !chosen.contains(&component.code)) {
            let message = format!(
                "thành phần {} không được chọn trong hồ sơ của xã",
                component.code
            );
            let hint = "thêm mã này vào `thanh_phan` của hồ sơ, hoặc sửa mã ở đây";
            return Err(self.table.report(
                Code::COMPONENT_NOT_CHOSEN,
                row,
                Column::Component,
                message,
                hint,
            ));
        }
        Ok(component.code.clone())
    }

    fn budget_row(&mut self, row: u32, written: &str) -> Result<BudgetRowId, Reported> {
        let rows = self
            .catalogue
            .budget_rows
            .iter()
            .chain(self.scope.own_rows.iter().flatten());
        let ids: Vec<&BudgetRowId> = rows.map(|row| &row.id).collect();
        let id = BudgetRowId::parse(written);
        let Some(id) = id.filter(|id| ids.contains(&id)) else {
            // It may be one of the commune's own that could not be read.
            self.scope.own_rows.as_ref().map_err(|reported| *reported)?;
            let message = format!("Phụ lục II không có dòng `{written}`");
            let hint = "dùng mã dòng có sẵn, hoặc thêm dòng của xã bằng khóa `dong` trong hồ sơ";
            let at = self.table.at(row, Column::Row);
            let finding = Diagnostic::new(Code::UNKNOWN_BUDGET_ROW, at, message).hint(hint);
            return Err(self.table.diagnostics.report_unknown(BUDGET_ROWS, finding));
        };
        if ids
            .iter()
            .any(|other| **other != id && other.is_within(&id))
        {
            let message = format!("dòng {id} là dòng tổng, không ghi chi phí trực tiếp");
            let hint = format!("ghi vào một dòng con, ví dụ {id}.1");
            return Err(self.table.report(
                Code::UNKNOWN_BUDGET_ROW,
                row,
                Column::Row,
                message,
                &hint,
            ));
        }
        Ok(id)
    }
}
