//! Rows that hold the sum of rows below them: the head of a group, as its number or its empty cells
//! tell, where the group ends, and a row that looks like a cost and would count the rows below twice.

use super::Column;
use super::Reader;
use super::numbering::Numbering;
use super::shares::Sums;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::fold;
use crate::model::vietnamese;
use crate::model::written;
use crate::read::table::Row;
use crate::source::CellValue;

/// So many rows without figures may stand between a head and its first line.
const MOST_BETWEEN: usize = 10;

/// The group that the lines lie in.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// The row of its head, from 0.
    pub row: u32,
    /// How deep it lies, where its number tells that the lines lie within.
    rank: Option<u8>,
    /// Its row of Phụ lục II and its component.
    codes: [String; 2],
}

impl<'a> Reader<'a> {
    /// Whether the number of a row puts the lines below it within it: I → 1, 1 → 1.1, 1 → a.
    pub(super) fn is_above(&self, row: Row<'a>, below: &[Row<'a>]) -> bool {
        let Some(own) = self.numbering(row) else {
            return false;
        };
        let first = self.first_with_figures(own, below);
        first.is_some_and(|first| own.is_above(first))
    }

    /// The number of the first row below that has figures, if no row of the same depth comes before.
    fn first_with_figures(&self, own: Numbering, below: &[Row<'a>]) -> Option<Numbering> {
        for next in below.iter().take(MOST_BETWEEN) {
            let number = self.numbering(*next);
            if self.has_any_figure(*next) {
                return number;
            }
            if number.is_some_and(|number| !own.is_above(number)) {
                return None;
            }
        }
        None
    }

    pub(super) fn has_any_figure(&self, row: Row<'a>) -> bool {
        let columns = [Column::Quantity, Column::UnitPrice, Column::Amount];
        let mut columns = columns.into_iter();
        columns.any(|column| self.has_figure(row, column)) || self.has_shares(row)
    }

    /// Whether the next row with figures says what kind of cost it is or whose money, which neither a row
    /// above it nor a heading does: that row then is no cost but the head of those below.
    pub(super) fn is_fuller(&mut self, below: &[Row<'a>]) -> bool {
        let headings = [Column::Kind, Column::Source].map(|column| self.headings.value(column));
        if headings.iter().any(Option::is_some) {
            return false;
        }
        let mut below = below.iter().take(MOST_BETWEEN);
        let next = below.find(|next| self.has_any_figure(**next));
        let Some(next) = next else { return false };
        let kind = self.table.text(*next, Column::Kind);
        let source = self.table.text(*next, Column::Source);
        self.words.kind(&kind).is_some() || self.words.source(&source).is_some()
    }

    /// Opens the group of a head.
    pub(super) fn open_group(&mut self, row: Row<'a>, below: &[Row<'a>]) {
        let rank = self
            .numbering(row)
            .filter(|own| !own.is_code() && self.is_above(row, below));
        self.headings.group = Some(Group {
            row: row.number,
            rank: rank.map(|own| own.rank),
            codes: self.codes(row),
        });
    }

    fn codes(&self, row: Row<'a>) -> [String; 2] {
        [Column::Row, Column::Component].map(|column| self.table.text(row, column).into_owned())
    }

    /// Ends the group before a line that lies in it no longer, by its number or by its codes. What the
    /// head of the group said holds for a line of other codes, but not for one that is as high.
    pub(super) fn end_group(&mut self, row: Row<'a>, sums: &mut Sums) {
        let Some(group) = &self.headings.group else {
            return;
        };
        let own = self.numbering(row);
        let is_as_high = group
            .rank
            .zip(own)
            .is_some_and(|(rank, own)| own.rank <= rank);
        let differs =
            |(own, other): (String, &String)| !own.is_empty() && !other.is_empty() && own != *other;
        let codes = self.codes(row).into_iter().zip(&group.codes);
        if !is_as_high && !codes.into_iter().any(differs) {
            return;
        }
        let head = group.row;
        if is_as_high {
            self.headings.forget(head);
        }
        self.headings.left = Some(head);
        self.headings.group = None;
        sums.whole.end_group();
        for totals in sums.shares.values_mut() {
            totals.end_group();
        }
    }

    /// Reports a row that is the sum of the next rows, which it would count twice: one with an amount alone, of
    /// two or more that each have a quantity or a price; one that calls itself a total; and one with parts below
    /// it, by its number or by words ("Trong đó").
    pub(super) fn counted_twice(&mut self, row: Row<'a>, below: &[Row<'a>]) -> Option<Reported> {
        let is_whole = self.has_count(row);
        if is_whole && !self.may_be_sum(row, below) {
            return None;
        }
        let is_above = self.is_above(row, below) || self.tells_parts(below);
        let is_total = self.named_total(row).begins;
        if is_whole && !is_above && !is_total {
            return None;
        }
        let stated = self.amount_seen(row).filter(|own| *own > 0)?;
        let codes = self.codes(row);
        let mut sum = 0_i64;
        let mut counted = Vec::new();
        for next in below {
            if !self.has_any_figure(*next) {
                continue;
            }
            let mut own = self.codes(*next).into_iter().zip(&codes);
            let is_other =
                own.any(|(own, other)| !own.is_empty() && !other.is_empty() && own != *other);
            if !(self.has_count(*next) || is_above) || is_other && !is_total {
                return None;
            }
            sum = sum.checked_add(self.amount_seen(*next)?)?;
            counted.push(next.number + 1);
            if sum >= stated {
                break;
            }
        }
        let (first, last) = counted.first().zip(counted.last())?;
        if sum != stated || counted.len() < 2 && !is_above {
            return None;
        }
        let message = format!(
            "dòng này ghi {} đồng, đúng bằng tổng các dòng {first}–{last} bên dưới; tính cả hai thì kế hoạch cộng hai lần",
            vietnamese::group_thousands(&stated.to_string())
        );
        let hint = "nếu đây là dòng tên nhóm, xóa thành tiền, loại chi phí, năm và nguồn ở dòng này, chỉ để lại tên nhóm; \
                    nếu là một khoản chi riêng, ghi số lượng 1 và đơn giá";
        let code = Code::SUM_COUNTED_TWICE;
        Some(self.table.report(code, row, Column::Amount, message, hint))
    }

    /// Whether the amounts of the next rows may add up to that of a row, by the numbers in their cells: few do,
    /// and only of those the words are looked at.
    fn may_be_sum(&self, row: Row<'a>, below: &[Row<'a>]) -> bool {
        let number = |row: Row<'a>| {
            let cell = self.table.figure_cell(row, Column::Amount);
            cell.map(|cell| match &cell.value {
                CellValue::Number(number) => Some(*number),
                _ => None,
            })
        };
        let Some(Some(stated)) = number(row) else {
            return true;
        };
        let mut sum = 0.0;
        for next in below {
            match number(*next) {
                Some(Some(amount)) => sum += amount,
                // A text, or an amount that is not written, may be any.
                Some(None) => return true,
                None if self.has_count(*next) => return true,
                None => {}
            }
            if sum >= stated {
                break;
            }
        }
        (sum - stated).abs() < 0.5
    }

    /// Whether the next row says that parts of the one above follow.
    fn tells_parts(&self, below: &[Row<'a>]) -> bool {
        let next = below.first();
        let text = next.map(|next| fold(&self.table.text(*next, Column::Description)));
        text.is_some_and(|text| {
            text.trim_start_matches(['-', ' ', '+'])
                .starts_with("trong do")
        })
    }

    /// Whether a quantity or a price stands in a row.
    pub(super) fn has_count(&self, row: Row<'a>) -> bool {
        let mut columns = [Column::Quantity, Column::UnitPrice].into_iter();
        columns.any(|column| {
            self.table.figure_cell(row, column).is_some()
                || self.table.merged_from(row, column).is_some()
        })
    }

    /// The amount of a row, its own or quantity × price, without a word on what is wrong with it.
    pub(super) fn amount_seen(&self, row: Row<'a>) -> Option<i64> {
        let stated = self.money_seen(row, Column::Amount);
        stated.filter(|stated| *stated != 0).or_else(|| {
            let quantity = self.number_seen(row, Column::Quantity)?.0;
            let price = self.money_seen(row, Column::UnitPrice)?;
            Some(Dong::product(quantity, price).ok()?.amount())
        })
    }

    /// The đồng that a cell states, which may be below zero, without a word on what is wrong with it.
    pub(super) fn money_seen(&self, row: Row<'a>, column: Column) -> Option<i64> {
        let (number, unit) = self.number_seen(row, column)?;
        let unit = unit.unwrap_or_else(|| self.table.header.unit(column));
        number.times(unit)?.to_whole()
    }

    /// The number in a cell and the đồng that one of it is where the cell says so.
    pub(super) fn number_seen(
        &self,
        row: Row<'a>,
        column: Column,
    ) -> Option<(Decimal, Option<i64>)> {
        match &self.table.figure_cell(row, column)?.value {
            CellValue::Number(number) => Some((Decimal::from_float(*number)?, None)),
            CellValue::Text(text) => {
                // Accounts write what is below zero in brackets.
                let inner = text.trim().strip_prefix('(');
                let inner = inner.and_then(|text| text.strip_suffix(')'));
                let figure = written::figure(inner.unwrap_or(text)).ok()?;
                let sign = if inner.is_some() { -1 } else { 1 };
                Some((figure.number.times(sign)?, figure.unit))
            }
            CellValue::Bool(_) | CellValue::Error(_) => None,
        }
    }
}
