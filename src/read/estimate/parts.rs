//! Rows below a total that tell what it is made of: "Trong đó: Ngân sách tỉnh", "Ngân sách xã". They are no groups of
//! lines; what they state must be a sum of the lines.

use super::Column;
use super::Reader;
use super::rows::Kind;
use super::spans::year_of;
use super::total_words::without_number;
use super::values::source_of;
use crate::model::fold;
use crate::read::table::Row;

/// Whether rows may tell what a total above them is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum PartsOfTotal {
    /// There is no total right above.
    #[default]
    None,
    /// A total stands above, and no line since.
    MayFollow,
    /// It was said that its parts follow.
    Follow,
}

impl<'a> Reader<'a> {
    /// Notes what a row means for those below: behind a total its parts may follow.
    pub(super) fn see_parts_of_total(&mut self, row: Row<'a>, kind: Kind) {
        self.parts_of_total = match kind {
            Kind::Line => PartsOfTotal::None,
            Kind::Total => PartsOfTotal::MayFollow,
            _ if self.parts_of_total == PartsOfTotal::MayFollow && self.begins_parts(row) => {
                PartsOfTotal::Follow
            }
            _ => self.parts_of_total,
        };
    }

    fn begins_parts(&self, row: Row<'a>) -> bool {
        let text = fold(&self.table.text(row, Column::Description));
        without_number(&text).starts_with("trong do")
    }

    /// Whether a row with an amount alone tells a part of the total above. Where no word says so, it names a source or
    /// a year, and no line follows.
    pub(super) fn is_part_of_total(&self, row: Row<'a>, below: &[Row<'a>]) -> bool {
        match self.parts_of_total {
            PartsOfTotal::None => false,
            PartsOfTotal::Follow => !self.is_above(row, below),
            PartsOfTotal::MayFollow => {
                let text = fold(&self.table.text(row, Column::Description));
                let text = without_number(&text);
                let is_named = source_of(text).is_some() || year_of(text).is_some();
                is_named && !below.iter().any(|below| self.has_count(*below))
            }
        }
    }

    /// Keeps what a part of a total states.
    pub(super) fn note_part(&mut self, row: Row<'a>) {
        let column = self.table.header.column(Column::Amount);
        let stated = self.money_seen(row, Column::Amount).zip(column);
        if let Some((amount, column)) = stated {
            self.note_amount(row, column, amount);
        }
    }
}
