//! A column that tells the year, the source or the kind of a whole row beside columns that hold its shares: what
//! both say must agree.

use super::Column;
use super::Reader;
use super::shares::Part;
use super::values::kind_of;
use super::values::source_of;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::CostKind;
use crate::read::table::Column as _;
use crate::read::table::Row;

impl<'a> Reader<'a> {
    /// Reports a row whose own cell names another year, source or kind than the column in which its money stands.
    pub(super) fn unlike_columns(&mut self, row: Row<'a>, parts: &[Part]) -> Option<Reported> {
        let column = parts
            .iter()
            .find_map(|part| self.column_unlike(row, part))?;
        let message = format!(
            "cột \"{}\" ghi `{}`, tiền lại đứng ở cột khác của dòng này",
            column.name(),
            self.table.text(row, column).trim()
        );
        let hint =
            "sửa ô này hoặc chuyển tiền sang đúng cột; các cột chia đã nói đủ thì để trống ô này";
        let code = Code::SHARES_UNCLEAR;
        Some(self.table.report(code, row, column, message, hint))
    }

    /// The column of the row that says something else of a part.
    fn column_unlike(&self, row: Row<'a>, part: &Part) -> Option<Column> {
        let own = |column| self.table.text(row, column);
        let share = part.share;
        let year = self.values.plain_year(&own(Column::Year));
        let source = source_of(&own(Column::Source));
        let kind = kind_of(&own(Column::Kind));
        if year.zip(share.year).is_some_and(|(own, it)| own != it) {
            return Some(Column::Year);
        }
        if source.zip(share.source).is_some_and(|(own, it)| own != it) {
            return Some(Column::Source);
        }
        let mut kinds = kind.zip(share.kind).into_iter();
        let differs = kinds.any(|(own, column)| kind_within(column, own).is_none());
        differs.then_some(Column::Kind)
    }

    /// The kind of a part: what its column says, told more closely by the row's own cell.
    pub(super) fn kind_in(&self, row: Row<'a>, part: &Part) -> Option<CostKind> {
        let column = part.share.kind?;
        let own = kind_of(&self.table.text(row, Column::Kind));
        let within = own.and_then(|own| kind_within(column, own));
        Some(within.unwrap_or(column))
    }
}

/// The kind of money in a column of initial costs ("Đầu tư") or of those of each year ("Duy trì"), where the row
/// itself names a kind; nothing where both cannot be.
fn kind_within(column: CostKind, own: CostKind) -> Option<CostKind> {
    match (column, own) {
        _ if column == own => Some(own),
        (CostKind::Investment, CostKind::Rent | CostKind::Socialised)
        | (CostKind::Upkeep, CostKind::YearlyRent) => Some(own),
        (CostKind::Upkeep, CostKind::Rent) => Some(CostKind::YearlyRent),
        (CostKind::Upkeep, CostKind::Investment | CostKind::Socialised) => Some(CostKind::Upkeep),
        _ => None,
    }
}
