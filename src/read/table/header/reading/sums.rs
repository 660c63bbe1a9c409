//! What columns of shares have in common: the column that holds the sum of each row, and the only one of prices.

use super::HeadCell;
use crate::model::written;
use crate::model::written::Said;
use crate::read::table::column::Column;
use crate::read::table::header::Header;
use crate::source::CellRef;

/// The head of a column that holds the sum of each row, as "Tổng số" beside "NS tỉnh" and "NS xã", with
/// the unit that it states.
pub(super) fn sum_of_row<C: Column>(
    chain: &[&HeadCell],
    column: u32,
) -> Option<(CellRef, Option<i64>)> {
    let (leaf, parents) = chain.split_last()?;
    let is_of_other = |parent: &&HeadCell| {
        let name = C::of(&parent.text);
        C::share(&parent.text).is_some() || name.is_some() && name != C::MONEY.last().copied()
    };
    let is_sum = leaf.at.column == column
        && C::of(&leaf.text).is_none()
        && C::is_whole(&leaf.text)
        && !parents.iter().any(is_of_other);
    let unit = chain
        .iter()
        .rev()
        .find_map(|cell| match written::said(&cell.text) {
            Said::Unit(stated) => Some(stated.dong),
            Said::Nothing | Said::Unclear => None,
        });
    is_sum.then_some((leaf.at, unit))
}

/// Takes the first of the sums for the column of whole amounts where the table has none and spreads its
/// amounts, or tells them by quantity and price.
pub(super) fn take_sum<C: Column>(sums: &[(CellRef, Option<i64>)], header: &mut Header<C>) {
    let (Some((at, unit)), Some(amount)) = (sums.first(), C::MONEY.last()) else {
        return;
    };
    let is_spread = !header.shares.is_empty();
    let is_product = C::COUNT.is_some_and(|count| header.column(count).is_some())
        && C::MONEY
            .first()
            .is_some_and(|price| header.column(*price).is_some());
    if header.column(*amount).is_some() || !(is_spread || is_product) {
        return;
    }
    header.others.retain(|other| other != at);
    header.columns.push((*amount, *at));
    if let Some(unit) = unit {
        header.units.insert(*amount, *unit);
    }
}

/// Takes the only column of prices for that of the whole table, whatever stands over it.
pub(super) fn take_only_price<C: Column>(header: &mut Header<C>) {
    let ([only], Some(price)) = (header.prices.as_slice(), C::MONEY.first()) else {
        return;
    };
    if header.column(*price).is_none() {
        header.columns.push((*price, only.at));
        if let Some(unit) = only.unit {
            header.units.insert(*price, unit);
        }
        header.prices.clear();
    }
}
