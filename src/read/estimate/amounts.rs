//! What a row of an estimate spends: quantity, price and amount, of which one may be left to the others,
//! held against each other and against the shares of the row.

use super::Column;
use super::Reader;
use super::cures::as_lump;
use super::shares::Part;
use super::values;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::fold;
use crate::model::vietnamese;
use crate::read::table::Row;
use crate::source::CellValue;
use crate::source::Located;

/// The figures that a row states, each of which may be left to the others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated {
    pub quantity: Option<Decimal>,
    pub unit_price: Option<Dong>,
    pub amount: Option<Dong>,
}

impl Stated {
    /// The whole amount, as far as the row says it.
    pub(super) fn whole(&self) -> Option<Dong> {
        self.amount.or_else(|| {
            let (quantity, price) = (self.quantity?, self.unit_price?);
            Dong::product(quantity, price.amount()).ok()
        })
    }
}

/// How much is spent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amounts {
    pub quantity: Decimal,
    pub unit_price: Dong,
    pub amount: Dong,
}
impl<'a> Reader<'a> {
    /// The figures that a row states, and the word behind its quantity.
    pub(super) fn stated(&mut self, row: Row<'a>) -> (Result<Stated, Reported>, Option<&'a str>) {
        let has = |column| {
            self.table.figure_cell(row, column).is_some()
                || self.table.merged_from(row, column).is_some()
        };
        let (has_quantity, has_price) = (has(Column::Quantity), has(Column::UnitPrice));
        let is_empty_formula = self
            .table
            .figure_cell(row, Column::Amount)
            .is_some_and(|cell| {
                let is_zero = matches!(cell.value, CellValue::Number(number) if number == 0.0);
                cell.formula && is_zero
            });
        let is_whole = has_quantity && has_price;
        let has_amount = has(Column::Amount) && (is_whole || !is_empty_formula);
        let is_spread = self.has_shares(row);
        if let Some(reported) = self.unlike_figures(row) {
            return (Err(reported), None);
        }
        let mut word = None;
        let quantity = if has_quantity || !(has_amount || is_spread) {
            let read = self.table.number(row, Column::Quantity);
            read.map(|(number, behind)| {
                word = behind;
                Some(number)
            })
        } else {
            Ok(None)
        };
        let unit_price = if has_price || !(has_amount || is_spread) {
            self.unit_price(row).map(Some)
        } else {
            Ok(None)
        };
        let amount = has_amount.then(|| self.table.money(row, Column::Amount));
        let amount = amount.transpose();
        let stated = match (quantity, unit_price, amount) {
            (Ok(quantity), Ok(unit_price), Ok(amount)) => Ok(Stated {
                quantity,
                unit_price,
                amount,
            }),
            (Err(reported), ..) | (_, Err(reported), _) | (.., Err(reported)) => Err(reported),
        };
        if let Some(word) = word {
            let unit = self.table.text(row, Column::Unit);
            let is_other = !unit.is_empty() && fold(&unit) != fold(word);
            if is_other {
                let message = format!("số lượng ghi theo `{word}`, đơn vị tính là `{unit}`");
                let hint = "ghi số lượng bằng một con số theo đơn vị tính của dòng";
                let code = Code::AMOUNT_NOT_A_NUMBER;
                return (
                    Err(self
                        .table
                        .report(code, row, Column::Quantity, message, hint)),
                    None,
                );
            }
        }
        (stated, word)
    }

    /// Reports figures whose kind of fault can be named together with its remedy.
    fn unlike_figures(&mut self, row: Row<'a>) -> Option<Reported> {
        self.bad_quantity(row)
            .or_else(|| self.in_brackets(row))
            .or_else(|| self.below_zero(row))
            .or_else(|| self.fraction(row))
    }

    /// The price of one; where the cell is empty, that of the province's list, if it names one.
    fn unit_price(&mut self, row: Row<'a>) -> Result<Dong, Reported> {
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

    /// What the row spends: quantity × price, held against the amount and the shares that it states.
    /// A lump sum is one at its price; of quantity, price and amount one may be left to the others.
    pub(super) fn whole(
        &mut self,
        row: Row<'a>,
        stated: Stated,
        parts: &[Part],
    ) -> Result<Amounts, Reported> {
        let spread = match parts {
            [] => None,
            parts => Some(
                Dong::sum(parts.iter().map(|part| part.amount)).map_err(|_| self.too_large(row))?,
            ),
        };
        let total = stated.amount.or(spread);
        let is_missing = |reader: &mut Self, column: Column, other: &str| {
            let message = format!("ô này đang trống, và thành tiền không chia hết cho {other}");
            let amount = total.map(vietnamese::amount).unwrap_or_default();
            let hint = format!(
                "{}; hoặc ghi số lượng và đơn giá tròn đồng, sửa thành tiền theo tích",
                as_lump(&amount)
            );
            reader
                .table
                .report(Code::EMPTY_CELL, row, column, message, &hint)
        };
        let amounts = match (stated.quantity, stated.unit_price, total) {
            (Some(quantity), Some(unit_price), _) => {
                let located = Located {
                    value: quantity,
                    at: self.table.at(row, Column::Quantity),
                };
                let amount = stated.amount.map(|value| Located {
                    value,
                    at: self.table.at(row, Column::Amount),
                });
                let diagnostics = &mut *self.table.diagnostics;
                let amount = values::amount(&located, unit_price, amount.as_ref(), diagnostics)?;
                Amounts {
                    quantity,
                    unit_price,
                    amount,
                }
            }
            (Some(quantity), None, Some(amount)) => {
                let price = quantity
                    .to_whole()
                    .and_then(|quantity| divided(amount, quantity));
                let Some(price) = price.and_then(|price| Dong::new(price).ok()) else {
                    return Err(is_missing(self, Column::UnitPrice, "số lượng"));
                };
                Amounts {
                    quantity,
                    unit_price: price,
                    amount,
                }
            }
            (None, Some(unit_price), Some(amount)) => {
                let Some(quantity) = divided(amount, unit_price.amount()) else {
                    return Err(is_missing(self, Column::Quantity, "đơn giá"));
                };
                Amounts {
                    quantity: Decimal::whole(quantity),
                    unit_price,
                    amount,
                }
            }
            (None, None, Some(amount)) => Amounts {
                quantity: Decimal::whole(1),
                unit_price: amount,
                amount,
            },
            (_, _, None) => return Err(self.missing(row, Column::Amount)),
        };
        if let (Some(spread), Some(part)) = (spread, parts.first())
            && spread != amounts.amount
        {
            let message = format!(
                "các cột chia theo năm, nguồn cộng lại được {} đồng, thành tiền của dòng là {} đồng",
                vietnamese::amount(spread),
                vietnamese::amount(amounts.amount)
            );
            let hint = "sửa các cột chia, hoặc số lượng, đơn giá, thành tiền cho khớp";
            let code = Code::SHARES_UNCLEAR;
            return Err(self.table.report_at(code, row, part.column, message, hint));
        }
        Ok(amounts)
    }

    fn too_large(&mut self, row: Row<'a>) -> Reported {
        let message = "số tiền vượt quá 999.999.999.999.999 đồng".to_owned();
        let hint = "xem lại số tiền và đơn vị tính của bảng";
        self.table
            .report(Code::OVERFLOW, row, Column::Description, message, hint)
    }
}

/// An amount by a number, where it comes out whole.
fn divided(amount: Dong, by: i64) -> Option<i64> {
    let amount = amount.amount();
    (by > 0 && amount % by == 0).then(|| amount / by)
}

/// A share of what a row spends: so many at its price, or a part of it where that does not come out.
pub(super) fn part_of(whole: Amounts, amount: Dong) -> Amounts {
    match divided(amount, whole.unit_price.amount()) {
        Some(quantity) => Amounts {
            quantity: Decimal::whole(quantity),
            unit_price: whole.unit_price,
            amount,
        },
        None => Amounts {
            quantity: Decimal::whole(1),
            unit_price: amount,
            amount,
        },
    }
}
