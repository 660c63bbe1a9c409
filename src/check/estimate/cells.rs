//! What a cell of the estimate says: a number, an amount, a word of a list, a year.

use super::Column;
use super::SOURCES;
use super::SheetReader;
use crate::check::profile::join_years;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::fold;
use crate::model::vietnamese;
use crate::source::CellValue;

impl SheetReader<'_> {
    pub(super) fn quantity(&mut self, row: u32) -> Result<Decimal, Reported> {
        self.number(row, Column::Quantity)
    }

    /// A number that is not negative.
    pub(super) fn number(&mut self, row: u32, column: Column) -> Result<Decimal, Reported> {
        let Some(cell) = self.cell(row, column) else {
            let message = format!("ô cột \"{}\" đang trống", column.name());
            return Err(self.report(Code::EMPTY_CELL, row, column, message, ""));
        };
        let number = match &cell.value {
            CellValue::Number(number) => Decimal::from_float(*number),
            CellValue::Error(text) => {
                let message = if cell.formula && text.starts_with('=') {
                    format!("công thức `{text}` chưa có kết quả")
                } else {
                    format!("ô báo lỗi {text}")
                };
                let hint = "mở tệp bằng Excel, sửa công thức và lưu lại, hoặc ghi số trực tiếp";
                return Err(self.report(Code::CELL_ERROR, row, column, message, hint));
            }
            CellValue::Text(_) | CellValue::Bool(_) => None,
        };
        let Some(number) = number else {
            let message = format!(
                "cột \"{}\" cần một số, đang là `{}`",
                column.name(),
                cell.display()
            );
            let hint = "ghi số, không kèm chữ hay đơn vị, ví dụ 12000000";
            return Err(self.report(Code::AMOUNT_NOT_A_NUMBER, row, column, message, hint));
        };
        if number.is_negative() {
            let message = format!("cột \"{}\" là số âm: {}", column.name(), cell.display());
            return Err(self.report(
                Code::NEGATIVE_AMOUNT,
                row,
                column,
                message,
                "chi phí là số từ 0 trở lên",
            ));
        }
        Ok(number)
    }

    /// Whole đồng.
    pub(super) fn money(&mut self, row: u32, column: Column) -> Result<Dong, Reported> {
        let number = self.number(row, column)?;
        let Some(whole) = number.to_whole() else {
            let (whole, fraction) = number.digits();
            let message = format!(
                "cột \"{}\" có phần lẻ của đồng: {whole},{fraction}",
                column.name()
            );
            return Err(self.report(
                Code::FRACTIONAL_AMOUNT,
                row,
                column,
                message,
                "ghi số tiền tròn đồng",
            ));
        };
        Dong::new(whole).map_err(|_| {
            let message = "số tiền vượt quá 999.999.999.999.999 đồng".to_owned();
            self.report(Code::OVERFLOW, row, column, message, "")
        })
    }

    /// Quantity × price, checked against the amount that the sheet states.
    pub(super) fn amount(
        &mut self,
        row: u32,
        quantity: Decimal,
        unit_price: Dong,
    ) -> Result<Dong, Reported> {
        let product = quantity.times_whole(unit_price.amount());
        let Some(product) = product.and_then(|product| Dong::new(product).ok()) else {
            let message = "số lượng nhân đơn giá không ra số tiền tròn đồng".to_owned();
            return Err(self.report(
                Code::FRACTIONAL_AMOUNT,
                row,
                Column::Quantity,
                message,
                "xem lại số lượng và đơn giá",
            ));
        };
        if self.cell(row, Column::Amount).is_some() {
            let stated = self.money(row, Column::Amount)?;
            if stated != product {
                let message = format!(
                    "thành tiền ghi {} đồng, số lượng × đơn giá là {} đồng",
                    vietnamese::amount(stated),
                    vietnamese::amount(product)
                );
                let hint = "sửa thành tiền, số lượng hoặc đơn giá cho khớp";
                return Err(self.report(
                    Code::AMOUNT_NOT_PRODUCT,
                    row,
                    Column::Amount,
                    message,
                    hint,
                ));
            }
        }
        Ok(product)
    }

    pub(super) fn source(&mut self, row: u32) -> Result<FundingSource, Reported> {
        let source = self.word(row, Column::Source, &SOURCES, "nguồn kinh phí")?;
        if source == FundingSource::District && !self.profile.has_district {
            let message = "từ 01/7/2025 không còn ngân sách cấp huyện".to_owned();
            let hint = "chọn Tỉnh, Xã hoặc Tự thanh toán";
            return Err(self.report(Code::UNKNOWN_COST_VALUE, row, Column::Source, message, hint));
        }
        Ok(source)
    }

    pub(super) fn year(&mut self, row: u32) -> Result<i32, Reported> {
        let written = self.required_text(row, Column::Year)?;
        let year = written
            .parse()
            .ok()
            .filter(|year| self.profile.years.contains(year));
        year.ok_or_else(|| {
            let message = format!("năm `{written}` không thuộc kế hoạch");
            let hint = format!("các năm của kế hoạch: {}", join_years(&self.profile.years));
            self.report(Code::YEAR_OUTSIDE_PLAN, row, Column::Year, message, &hint)
        })
    }

    pub(super) fn word<T: Copy>(
        &mut self,
        row: u32,
        column: Column,
        known: &[(&str, T)],
        what: &str,
    ) -> Result<T, Reported> {
        let written = self.required_text(row, column)?;
        let found = known.iter().find(|(word, _)| fold(word) == fold(&written));
        if let Some((_, value)) = found {
            return Ok(*value);
        }
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let message = format!("`{written}` không phải là {what} dùng được");
        let finding = Diagnostic::error(Code::UNKNOWN_COST_VALUE, self.at(row, column), message);
        let finding = finding.hint(format!("viết một trong: {}", words.join("; ")));
        Err(self.diagnostics.report(finding.suggest(&written, words)))
    }
}
