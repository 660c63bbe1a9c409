//! A row whose amount is spread over columns: years, sources, kinds of cost. Each share becomes a line
//! of its own. What the columns add up to must be the amount of the row, and whose money is spent in
//! which year must follow from them.

use std::collections::BTreeMap;

use super::Reader;
use super::amounts::Stated;
use super::split::is_word;
use super::totals::Totals;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::vietnamese;
use crate::read::table::Row;
use crate::read::table::Share;
use crate::read::table::ShareColumn;
use crate::source::Cell;
use crate::source::CellValue;

/// The sums of a sheet: of whole amounts, and of each share.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// Of the amounts.
    pub whole: Totals,
    /// Of each column of shares.
    pub shares: BTreeMap<Share, Totals>,
}

/// A part of a row's amount.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// What the columns say of it.
    pub share: Share,
    /// How much.
    pub amount: Dong,
    /// The sheet's column where the amount stands.
    pub column: u32,
}

impl<'a> Reader<'a> {
    /// Whether a row has a figure in a column of shares.
    pub(super) fn has_shares(&self, row: Row<'a>) -> bool {
        let mut shares = self.table.header.spread();
        shares.any(|share| row.cell(share.column).is_some_and(is_figure))
    }

    /// The parts that a row's amount falls into; none where it is not spread.
    ///
    /// # Errors
    /// Shares that do not add up, or do not tell whose money is spent when, are reported.
    pub(super) fn parts(&mut self, row: Row<'a>, stated: &Stated) -> Result<Vec<Part>, Reported> {
        if !self.has_shares(row) {
            return self.unsplit(row, stated);
        }
        let given = match self.by_ratio(row, stated)? {
            Some(parts) => parts,
            None => self.amounts(row, stated)?,
        };
        // Columns that speak of the same things are one breakdown of the amount.
        let mut breakdowns: BTreeMap<[bool; 3], Vec<Part>> = BTreeMap::new();
        for part in given {
            let share = part.share;
            let speaks = [
                share.year.is_some(),
                share.source.is_some(),
                share.kind.is_some(),
            ];
            breakdowns.entry(speaks).or_default().push(part);
        }
        self.drop_sums(row, &mut breakdowns)?;
        let mut parts: Vec<Part> = Vec::new();
        for own in breakdowns.into_values() {
            parts = self.crossed(row, parts, own)?;
        }
        Ok(parts)
    }

    /// The amounts that the columns of a row give, or those that its quantities stand for; of the parts of a
    /// year one amount.
    fn amounts(&mut self, row: Row<'a>, stated: &Stated) -> Result<Vec<Part>, Reported> {
        let columns: Vec<ShareColumn> = self.table.header.shares().to_vec();
        let mut given: Vec<Part> = Vec::new();
        for column in columns {
            let holds = |cell| is_figure(cell) || is_word(cell);
            if !row.cell(column.column).is_some_and(holds) {
                continue;
            }
            let amount = self.table.share(row, &column)?;
            let same = given.iter_mut().find(|part| part.share == column.share);
            let both = same.as_ref().map(|part| part.amount.plus(amount));
            match (same, both) {
                (Some(part), Some(Ok(both))) => part.amount = both,
                _ if amount.is_zero() => {}
                _ => given.push(Part {
                    share: column.share,
                    amount,
                    column: column.column,
                }),
            }
        }
        let counts = self.as_quantities(row, &given, stated.quantity, stated.unit_price);
        let mut given = counts.unwrap_or(given);
        self.by_count(row, stated, &mut given)?;
        Ok(given)
    }

    /// Shares that are numbers of things a year, not amounts: they add up to the quantity of the row.
    fn as_quantities(
        &self,
        row: Row<'a>,
        given: &[Part],
        quantity: Option<Decimal>,
        unit_price: Option<Dong>,
    ) -> Option<Vec<Part>> {
        let (quantity, price) = (quantity?.to_whole()?, unit_price?);
        let whole = |part: &Part| match &row.cell(part.column)?.value {
            CellValue::Number(number) => Decimal::from_float(*number)?.to_whole(),
            _ => None,
        };
        let numbers: Option<Vec<i64>> = given.iter().map(whole).collect();
        let numbers = numbers.filter(|numbers| !numbers.is_empty())?;
        let is_of_years = given.iter().all(|part| {
            part.share.year.is_some() && part.share.source.is_none() && part.share.kind.is_none()
        });
        let sum = numbers
            .iter()
            .try_fold(0_i64, |sum, number| sum.checked_add(*number))?;
        let amounts = Dong::sum(given.iter().map(|part| part.amount)).ok()?;
        let product = Dong::product(Decimal::whole(quantity), price.amount()).ok()?;
        if !is_of_years || sum != quantity || amounts == product {
            return None;
        }
        let parts = given.iter().zip(numbers).map(|(part, number)| {
            let amount = Dong::product(Decimal::whole(number), price.amount()).ok()?;
            Some(Part { amount, ..*part })
        });
        parts.collect()
    }

    /// Takes away columns that add up finer ones ("Năm 2027: Tổng | NS tỉnh | NS xã"), if they do so.
    fn drop_sums(
        &mut self,
        row: Row<'a>,
        breakdowns: &mut BTreeMap<[bool; 3], Vec<Part>>,
    ) -> Result<(), Reported> {
        let fine: Vec<Part> = breakdowns
            .iter()
            .filter(|(speaks, _)| speaks.iter().filter(|speaks| **speaks).count() >= 2)
            .flat_map(|(_, parts)| parts.clone())
            .collect();
        if fine.is_empty() {
            return Ok(());
        }
        for (speaks, parts) in &*breakdowns {
            if speaks.iter().filter(|speaks| **speaks).count() >= 2 {
                continue;
            }
            for coarse in parts {
                let within = fine
                    .iter()
                    .filter(|part| is_within(part.share, coarse.share));
                let sum = Dong::sum(within.map(|part| part.amount));
                if sum != Ok(coarse.amount) {
                    let sum = sum.map_or_else(|_| "quá lớn".to_owned(), vietnamese::amount);
                    return Err(self.unlike(row, coarse.column, coarse.amount, &sum));
                }
            }
        }
        breakdowns.retain(|speaks, _| speaks.iter().filter(|speaks| **speaks).count() >= 2);
        Ok(())
    }

    fn unlike(&mut self, row: Row<'a>, column: u32, amount: Dong, sum: &str) -> Reported {
        let message = format!(
            "cột này ghi {} đồng, các cột chia theo năm, nguồn của cùng dòng cộng lại được {sum} đồng",
            vietnamese::amount(amount)
        );
        let hint = "sửa các cột của dòng này cho khớp";
        self.table
            .report_at(Code::SHARES_UNCLEAR, row, column, message, hint)
    }

    /// Two breakdowns of the same amount as one.
    fn crossed(
        &mut self,
        row: Row<'a>,
        parts: Vec<Part>,
        own: Vec<Part>,
    ) -> Result<Vec<Part>, Reported> {
        let sum = |parts: &[Part]| Dong::sum(parts.iter().map(|part| part.amount));
        if parts.is_empty() {
            return Ok(own);
        }
        let (one, other) = (sum(&parts), sum(&own));
        if one != other {
            let shown = one.map_or_else(|_| "quá lớn".to_owned(), vietnamese::amount);
            let (column, amount) = (own[0].column, other.unwrap_or_default());
            return Err(self.unlike(row, column, amount, &shown));
        }
        let both = |part: &Part, other: &Part, finer: &Part| Part {
            share: Share {
                year: part.share.year.or(other.share.year),
                source: part.share.source.or(other.share.source),
                kind: part.share.kind.or(other.share.kind),
            },
            ..*finer
        };
        match (parts.as_slice(), own.as_slice()) {
            ([part], _) => Ok(own.iter().map(|other| both(part, other, other)).collect()),
            (_, [other]) => Ok(parts.iter().map(|part| both(part, other, part)).collect()),
            _ => {
                let message =
                    "không biết số tiền của mỗi năm là của nguồn nào: dòng này có nhiều năm và nhiều nguồn"
                        .to_owned();
                let hint =
                    "chia cột nguồn dưới từng năm, hoặc tách thành nhiều dòng, mỗi dòng một năm";
                let column = own[0].column;
                Err(self
                    .table
                    .report_at(Code::SHARES_UNCLEAR, row, column, message, hint))
            }
        }
    }

    /// Counts what the columns of a line hold.
    pub(super) fn count_shares(&mut self, row: Row<'a>, sums: &mut Sums) {
        if self.ratios(row).is_some() {
            return;
        }
        for column in self.table.header.shares().to_vec() {
            if row.cell(column.column).is_some_and(is_figure)
                && let Ok(amount) = self.table.share(row, &column)
            {
                sums.shares.entry(column.share).or_default().line(amount);
            }
        }
    }

    /// Notes the totals that the columns of a row state.
    pub(super) fn total_of_shares(&mut self, row: Row<'a>, heads: bool, sums: &mut Sums) {
        if self.ratios(row).is_some() {
            return;
        }
        // The parts of a year are one share.
        let mut stated: BTreeMap<Share, (Dong, u32)> = BTreeMap::new();
        for column in self.table.header.shares().to_vec() {
            if row.cell(column.column).is_some_and(is_figure)
                && let Ok(amount) = self.table.share(row, &column)
            {
                let before = stated.get(&column.share).copied();
                let (sum, first) = before.unwrap_or((Dong::ZERO, column.column));
                stated.insert(column.share, (sum.plus(amount).unwrap_or(sum), first));
            }
        }
        for (share, (amount, column)) in stated {
            let totals = sums.shares.entry(share).or_default();
            totals.total(row.number, amount, heads, Some(column));
        }
    }
}

/// Whether a share lies within another one, which leaves more open.
fn is_within(fine: Share, coarse: Share) -> bool {
    coarse.year.is_none_or(|year| fine.year == Some(year))
        && coarse
            .source
            .is_none_or(|source| fine.source == Some(source))
        && coarse.kind.is_none_or(|kind| fine.kind == Some(kind))
}

/// Whether a cell holds a figure: a number, or a text that is one; a dash or a zero says there is none.
pub(super) fn is_figure(cell: &Cell) -> bool {
    match &cell.value {
        CellValue::Number(number) => *number != 0.0,
        CellValue::Text(text) => text.contains(|letter: char| letter.is_ascii_digit()),
        CellValue::Error(_) => true,
        CellValue::Bool(_) => false,
    }
}
