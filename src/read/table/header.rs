//! The head of a table in a sheet: one row or several, found by the names in it wherever the table
//! starts, its columns in any order. A column may be one of the table's own, or hold the share of a
//! row's amount that falls to a year, a source or a kind of cost ("Năm 2027", "NS tỉnh").

mod reading;

use std::collections::BTreeMap;

use super::column::Column;
use super::column::Named;
use super::column::Share;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;

pub(super) use reading::read;

/// A column that holds a share of a row's amount.
#[derive(Debug, Clone)]
pub(crate) struct ShareColumn {
    /// The sheet's column, from 0.
    pub column: u32,
    /// The cell that names it.
    pub at: CellRef,
    /// Whose share it is.
    pub share: Share,
    /// The đồng that one of its amounts is, where the head says so.
    pub unit: Option<i64>,
}

/// Where the columns are.
#[derive(Debug)]
pub(crate) struct Header<C> {
    columns: Vec<(C, CellRef)>,
    shares: Vec<ShareColumn>,
    /// The columns of quantities that fall to a share.
    counts: Vec<ShareColumn>,
    /// The columns of prices that hold for a share.
    prices: Vec<ShareColumn>,
    /// The cells that name a column which is none of the table's.
    others: Vec<CellRef>,
    units: BTreeMap<C, i64>,
    /// What is said of the unit of all its amounts, and where.
    pub(super) unit: Option<i64>,
    /// Units that heads of other columns state, with the place.
    pub(super) said: Vec<(CellRef, i64)>,
    /// The first row, the last one of the header and what belongs to it, and the first row behind the
    /// table where another one begins.
    first: u32,
    last: u32,
    end: Option<u32>,
}

impl<C: Column> Header<C> {
    /// The sheet's column (from 0) of a column of the table.
    pub(crate) fn column(&self, column: C) -> Option<u32> {
        let found = self.columns.iter().find(|(own, _)| *own == column);
        found.map(|(_, at)| at.column)
    }

    /// The columns that hold shares of a row's amount, from the left.
    pub(crate) fn shares(&self) -> &[ShareColumn] {
        &self.shares
    }

    /// The columns that hold the quantities of shares, from the left: "SL 2027".
    pub(crate) fn counts(&self) -> &[ShareColumn] {
        &self.counts
    }

    /// The columns of prices that hold for a share, from the left: "Đơn giá" below "Năm 2027".
    pub(crate) fn prices(&self) -> &[ShareColumn] {
        &self.prices
    }

    /// What all columns of shares speak of, amounts, quantities and prices.
    pub(crate) fn spread(&self) -> impl Iterator<Item = &ShareColumn> {
        self.shares.iter().chain(&self.counts).chain(&self.prices)
    }

    /// The đồng that one of an amount in a column is: what stands behind the column's name, or what is
    /// said about the table.
    pub(crate) fn unit(&self, column: C) -> i64 {
        self.own_unit(column).or(self.unit).unwrap_or(1)
    }

    /// The đồng that one of an amount in a share's column is.
    pub(crate) fn unit_of_share(&self, share: &ShareColumn) -> i64 {
        share.unit.or(self.unit).unwrap_or(1)
    }

    /// Whether the unit of a column is stated anywhere.
    pub(crate) fn is_unit_said(&self, column: C) -> bool {
        self.own_unit(column).or(self.unit).is_some()
    }

    /// The largest unit that the head of a column of money states, where one does.
    pub(crate) fn unit_in_heads(&self) -> Option<i64> {
        let heads = C::MONEY.iter().filter_map(|money| self.own_unit(*money));
        let shares = self.shares.iter().chain(&self.prices);
        let shares = shares.filter_map(|share| share.unit);
        heads.chain(shares).max()
    }

    /// The unit that the head of a column states.
    pub(super) fn own_unit(&self, column: C) -> Option<i64> {
        self.units.get(&column).copied()
    }

    /// The first row (from 0).
    pub(crate) fn first_row(&self) -> u32 {
        self.first
    }

    /// The last row (from 0) that belongs to the head.
    pub(crate) fn last_row(&self) -> u32 {
        self.last
    }

    /// The cells that name a column which is none of the table's.
    pub(crate) fn others(&self) -> &[CellRef] {
        &self.others
    }

    /// Whether a column of the sheet is one of the table's.
    pub(crate) fn knows(&self, column: u32) -> bool {
        self.columns.iter().any(|(_, at)| at.column == column)
            || self.spread().any(|share| share.column == column)
    }

    /// The cells that name the columns of the table, from the left.
    pub(crate) fn named(&self) -> Vec<CellRef> {
        let own = self.columns.iter().map(|(_, at)| *at);
        let mut named: Vec<_> = own.chain(self.spread().map(|share| share.at)).collect();
        named.sort_by_key(|at| (at.column, at.row));
        named
    }

    /// The columns and shares that the head names.
    pub(crate) fn names(&self) -> Named<C> {
        Named {
            columns: self.columns.iter().map(|(column, _)| *column).collect(),
            shares: self.spread().map(|column| column.share).collect(),
            periods: false,
        }
    }

    /// The first cell that names a column.
    pub(super) fn corner(&self) -> CellRef {
        let corner = self.named().into_iter().next();
        corner.unwrap_or(CellRef {
            row: self.first,
            column: 0,
        })
    }

    /// The cell that names a column.
    pub(super) fn head(&self, column: C) -> Option<CellRef> {
        let found = self.columns.iter().find(|(own, _)| *own == column);
        found.map(|(_, at)| *at)
    }

    /// The rows (from 0) below the header that have a cell, as far as the table goes, with their cells.
    pub(crate) fn rows_below<'s>(
        &self,
        sheet: &'s Sheet,
    ) -> impl Iterator<Item = (u32, &'s [(CellRef, Cell)])> + use<'s, C> {
        let end = self.end.unwrap_or(u32::MAX);
        sheet
            .rows_below(self.last)
            .take_while(move |(row, _)| *row < end)
    }
}

/// What a cell says that may name a column: a text, or a year.
pub(super) fn head_text(cell: &Cell) -> Option<String> {
    match &cell.value {
        CellValue::Text(text) => Some(text.trim().to_owned()),
        CellValue::Number(_) if super::is_year(cell) => Some(cell.display()),
        _ => None,
    }
}
