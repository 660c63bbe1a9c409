//! What a cell of the estimate must agree with: the product of its line, the years and the level of
//! the plan.

use super::Column;
use super::Reader;
use super::SOURCES;
use crate::check::profile::join_years;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::vietnamese;

impl Reader<'_> {
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
            return Err(self.table.report(
                Code::FRACTIONAL_AMOUNT,
                row,
                Column::Quantity,
                message,
                "xem lại số lượng và đơn giá",
            ));
        };
        if self.table.cell(row, Column::Amount).is_some() {
            let stated = self.table.money(row, Column::Amount)?;
            if stated != product {
                let message = format!(
                    "thành tiền ghi {} đồng, số lượng × đơn giá là {} đồng",
                    vietnamese::amount(stated),
                    vietnamese::amount(product)
                );
                let hint = "sửa thành tiền, số lượng hoặc đơn giá cho khớp";
                return Err(self.table.report(
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
        let source = self
            .table
            .word(row, Column::Source, &SOURCES, "nguồn kinh phí")?;
        if source == FundingSource::District && !self.scope.has_district {
            let message = "từ 01/7/2025 không còn ngân sách cấp huyện".to_owned();
            let hint = "chọn Tỉnh, Xã hoặc Tự thanh toán";
            return Err(self.table.report(
                Code::UNKNOWN_COST_VALUE,
                row,
                Column::Source,
                message,
                hint,
            ));
        }
        Ok(source)
    }

    pub(super) fn year(&mut self, row: u32) -> Result<i32, Reported> {
        let written = self.table.required_text(row, Column::Year)?;
        let years = self.scope.years.as_deref().map_err(|reported| *reported)?;
        let year = written.parse().ok().filter(|year| years.contains(year));
        year.ok_or_else(|| {
            let message = format!("năm `{written}` không thuộc kế hoạch");
            let hint = format!("các năm của kế hoạch: {}", join_years(years));
            self.table
                .report(Code::YEAR_OUTSIDE_PLAN, row, Column::Year, message, &hint)
        })
    }
}
