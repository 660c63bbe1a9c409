//! Columns of shares that hold no amounts: percentages of the row's amount, marks, quantities of each year.
//! Where the amount follows from them without doubt it is read, else it is asked.

use super::Column;
use super::Reader;
use super::amounts::Amounts;
use super::amounts::Stated;
use super::shares::Part;
use super::shares::is_figure;
use super::sources::doubt;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::fold;
use crate::model::vietnamese;
use crate::read::table::Row;
use crate::read::table::Share;
use crate::read::table::ShareColumn;
use crate::source::Cell;
use crate::source::CellValue;

/// How people mark a column with a word, in small letters.
const MARKS: [&str; 6] = ["x", "v", "có", "✓", "√", "✔"];

impl<'a> Reader<'a> {
    /// The percentage in each column of shares of a row, where they hold such: `70%`, 70 below "Tỉnh (%)",
    /// or 0,7 and 0,3.
    pub(super) fn ratios(&self, row: Row<'a>) -> Option<Vec<(ShareColumn, Decimal)>> {
        let shares = self.table.header.shares().iter();
        let given = shares.filter(|share| row.cell(share.column).is_some_and(is_figure));
        let mut says = false;
        let read = given.map(|share| {
            let cell = row.cell(share.column)?;
            let head = self.table.sheet.cell(share.at)?.text()?;
            let number = match &cell.value {
                CellValue::Text(text) => {
                    let percent = text.trim().strip_suffix('%');
                    says |= percent.is_some() || head.contains('%');
                    Decimal::parse(&percent.unwrap_or(text).trim().replace(',', "."))?
                }
                CellValue::Number(number) => {
                    let is_part = *number < 1.0 || !head.contains('%') && *number <= 1.0;
                    says |= head.contains('%');
                    let number = if is_part { *number * 100.0 } else { *number };
                    // A stored 0,07 is a little more than that once it is multiplied.
                    Decimal::from_float((number * 10_000.0).round() / 10_000.0)?
                }
                _ => return None,
            };
            Some((share.clone(), number))
        });
        let read: Option<Vec<_>> = read.collect();
        let read = read.filter(|read| !read.is_empty())?;
        let are_parts = read.iter().all(|(share, _)| {
            let number = row.cell(share.column).map(|cell| &cell.value);
            matches!(number, Some(CellValue::Number(number)) if *number < 1.0)
        });
        (says || are_parts && sums_up(&read)).then_some(read)
    }

    /// The parts of a row's amount that percentages stand for; nothing where there are none.
    ///
    /// # Errors
    /// Percentages that do not come to 100 % or to whole đồng are reported.
    pub(super) fn by_ratio(
        &mut self,
        row: Row<'a>,
        stated: &Stated,
    ) -> Result<Option<Vec<Part>>, Reported> {
        let Some(ratios) = self.ratios(row) else {
            return Ok(None);
        };
        let column = ratios[0].0.column;
        let mut ask = |message: &str| {
            let hint = "ghi số tiền của từng cột thay cho tỷ lệ";
            let code = Code::SHARES_UNCLEAR;
            Err(self
                .table
                .report_at(code, row, column, message.to_owned(), hint))
        };
        let Some(whole) = stated.whole() else {
            return ask("các cột chia ghi tỷ lệ, dòng này không có thành tiền để chia");
        };
        if !sums_up(&ratios) {
            return ask("các tỷ lệ chia của dòng này cộng lại không được 100%");
        }
        let parts = ratios.iter().map(|(share, ratio)| {
            let hundredfold = ratio.times(whole.amount())?.to_whole()?;
            let amount = (hundredfold % 100 == 0).then_some(hundredfold / 100)?;
            Some(Part {
                share: share.share,
                amount: Dong::new(amount).ok()?,
                column: share.column,
            })
        });
        match parts.collect::<Option<Vec<Part>>>() {
            Some(parts) => Ok(Some(parts)),
            None => {
                let whole = vietnamese::amount(whole);
                ask(&format!(
                    "chia {whole} đồng theo các tỷ lệ này không ra số tiền tròn đồng"
                ))
            }
        }
    }

    /// The part of a row whose columns of shares hold no figure: all of it where one is marked, nothing
    /// where the row itself tells what the columns would.
    ///
    /// # Errors
    /// A row that leaves open what only the columns tell is reported.
    pub(super) fn unsplit(&mut self, row: Row<'a>, stated: &Stated) -> Result<Vec<Part>, Reported> {
        let columns: Vec<ShareColumn> = self.table.header.shares().to_vec();
        let is_open = |column: Column| {
            self.table.text(row, column).is_empty() && self.headings.value(column).is_none()
        };
        let (year, source, kind) = (
            is_open(Column::Year) && !self.is_year_on_tab,
            is_open(Column::Source),
            is_open(Column::Kind),
        );
        let leaves_open = self.table.header.spread().any(|column| {
            let share = column.share;
            share.year.is_some() && year
                || share.source.is_some() && source
                || share.kind.is_some() && kind
        });
        if !leaves_open {
            return Ok(Vec::new());
        }
        let word = |column: &&ShareColumn| row.cell(column.column).is_some_and(is_word);
        let marked: Vec<&ShareColumn> = columns.iter().filter(word).collect();
        let heads = |columns: &[&ShareColumn]| {
            let names = columns.iter().filter_map(|column| {
                let head = self.table.sheet.cell(column.at)?;
                Some(format!("\"{}\"", head.display().trim()))
            });
            names.collect::<Vec<_>>().join(", ")
        };
        let is_mark = |column: &&&ShareColumn| {
            let text = row.cell(column.column).and_then(Cell::text);
            text.is_some_and(|text| MARKS.contains(&text.trim().to_lowercase().as_str()))
        };
        let (column, code, message) = match (marked.as_slice(), stated.whole()) {
            ([one], Some(whole)) if is_mark(&one) => {
                return Ok(vec![Part {
                    share: one.share,
                    amount: whole,
                    column: one.column,
                }]);
            }
            ([], _) => {
                if let Some(reported) = self.in_unknown_column(row, stated) {
                    return Err(reported);
                }
                let all: Vec<&ShareColumn> = self.table.header.spread().collect();
                let first = all.first().map_or(0, |first| first.column);
                let message = format!("dòng này để trống các cột chia {}", heads(&all));
                (first, Code::EMPTY_CELL, message)
            }
            (some, _) => {
                let written = row.cell(some[0].column).map(Cell::display);
                let message = format!(
                    "cột {} của dòng này ghi `{}`, không có số tiền",
                    heads(some),
                    written.unwrap_or_default().trim()
                );
                (some[0].column, Code::SHARES_UNCLEAR, message)
            }
        };
        let hint = "ghi số tiền của dòng vào cột năm, cột nguồn của nó; nhiều cột thì cộng lại bằng thành tiền";
        Err(self.table.report_at(code, row, column, message, hint))
    }

    /// Tells once, at its head, of a column among those of shares that holds the amount of a row and is not known.
    fn in_unknown_column(&mut self, row: Row<'a>, stated: &Stated) -> Option<Reported> {
        let whole = stated.whole()?;
        let header = &self.table.header;
        let is_among = |column: u32| {
            let mut shares = header.shares().iter();
            shares.any(|share| share.column.abs_diff(column) == 1)
        };
        let mut others = header.others().iter();
        let head = others.find(|head| {
            let cell = row.cell(head.column).map(|cell| &cell.value);
            let number = match cell {
                Some(CellValue::Number(number)) => Decimal::from_float(*number),
                _ => None,
            };
            let number = number.and_then(|number| number.times(header.unit(Column::Amount)));
            is_among(head.column) && number.and_then(Decimal::to_whole) == Some(whole.amount())
        })?;
        let column = head.column;
        if let Some(told) = self.money_told.get(&column) {
            return Some(*told);
        }
        let at = self.table.place.cell(*head);
        let name = self.table.sheet.cell(*head).map(Cell::display);
        let name = name.unwrap_or_default();
        let name = name.trim();
        let why = doubt(&fold(name)).unwrap_or("chưa rõ là tiền của nguồn nào, năm nào");
        let message = format!("cột \"{name}\" có tiền của các khoản chi: `{name}` {why}");
        let hint = format!(
            "đặt tên cột theo nguồn ({}) hoặc theo năm (Năm 2027)",
            self.values.offered()
        );
        let finding = Diagnostic::new(Code::COLUMN_OF_MONEY, at, message).hint(hint);
        let reported = self.table.diagnostics.report(finding);
        self.money_told.insert(column, reported);
        Some(reported)
    }

    /// The price that a column states for a share.
    fn price_of_share(&mut self, row: Row<'a>, share: Share) -> Result<Option<Dong>, Reported> {
        let mut prices = self.table.header.prices().iter();
        let price = prices.find(|price| price.share == share).cloned();
        let price = price.filter(|price| row.cell(price.column).is_some_and(is_figure));
        price.map(|price| self.table.share(row, &price)).transpose()
    }

    /// How many are paid by a part, and the price of one, where the columns of its share state both and they come to
    /// it.
    pub(super) fn each_of(&mut self, row: Row<'a>, part: &Part) -> Option<Amounts> {
        let is_of_part = |share: Share| share.over(part.share) == part.share && share.is_some();
        let mut counts = self.table.header.counts().iter();
        let count = counts.find(|count| is_of_part(count.share)).cloned()?;
        let unit_price = self.price_of_share(row, count.share).ok()??;
        let quantity = self.table.count(row, &count).ok()?;
        let amount = Dong::product(quantity, unit_price.amount()).ok()?;
        (amount == part.amount).then_some(Amounts {
            quantity,
            unit_price,
            amount,
        })
    }

    /// The parts that quantities of shares stand for at the price of the row; they must agree with those
    /// that are given as amounts.
    ///
    /// # Errors
    /// A quantity that is none, without a price, or unlike its amount is reported.
    pub(super) fn by_count(
        &mut self,
        row: Row<'a>,
        stated: &Stated,
        given: &mut Vec<Part>,
    ) -> Result<(), Reported> {
        for count in self.table.header.counts().to_vec() {
            if !row.cell(count.column).is_some_and(is_figure) {
                continue;
            }
            let number = self.table.count(row, &count)?;
            let amount = given.iter().find(|part| part.share == count.share);
            let amount = amount.map(|part| part.amount);
            let price = match self.price_of_share(row, count.share)? {
                Some(price) => Some(price),
                None => stated.unit_price,
            };
            let Some(price) = price else {
                match amount {
                    Some(_) => continue,
                    None => return Err(self.missing(row, Column::UnitPrice)),
                }
            };
            let product = Dong::product(number, price.amount());
            if let (Some(amount), true) = (amount, product.ok() != amount) {
                let product =
                    product.map_or_else(|_| "số không tròn".to_owned(), vietnamese::amount);
                let message = format!(
                    "số lượng ở cột này nhân đơn giá được {product} đồng, thành tiền của phần này là {} đồng",
                    vietnamese::amount(amount)
                );
                let hint = "sửa số lượng, đơn giá hoặc thành tiền cho khớp";
                let code = Code::SHARES_UNCLEAR;
                return Err(self.table.report_at(code, row, count.column, message, hint));
            }
            if let (None, Ok(amount)) = (amount, product) {
                given.push(Part {
                    share: count.share,
                    amount,
                    column: count.column,
                });
            } else if product.is_err() {
                let message = "số lượng nhân đơn giá không ra số tiền tròn đồng".to_owned();
                let hint = "xem lại số lượng và đơn giá";
                let code = Code::FRACTIONAL_AMOUNT;
                return Err(self.table.report_at(code, row, count.column, message, hint));
            }
        }
        Ok(())
    }
}

/// Whether the percentages that speak of the same things come to a hundred.
fn sums_up(ratios: &[(ShareColumn, Decimal)]) -> bool {
    let speaks = |share: &ShareColumn| {
        let share = share.share;
        (
            share.year.is_some(),
            share.source.is_some(),
            share.kind.is_some(),
        )
    };
    ratios.iter().all(|(one, _)| {
        let alike = ratios
            .iter()
            .filter(|(other, _)| speaks(other) == speaks(one));
        // In ten-thousandths, as they were rounded.
        let sum: Option<i64> = alike
            .map(|(_, ratio)| ratio.times(10_000)?.to_whole())
            .sum();
        sum == Some(1_000_000)
    })
}

/// Whether a cell holds a text without a figure, which is no dash.
pub(super) fn is_word(cell: &Cell) -> bool {
    let text = cell.text().unwrap_or_default().trim();
    !text.trim_matches(['-', '–', '—']).is_empty() && !is_figure(cell)
}
