//! The size of the prices in the province's list, against which estimates are held.

use super::against;
use super::dong;
use super::in_other_units;
use super::of;
use crate::check::Finding;
use crate::model::Beyond;
use crate::model::Measured;
use crate::model::PriceItem;
use crate::model::PriceList;
use crate::model::Size;
use crate::model::size_of;

/// The prices of the province's list have the size of prices; one finding where most have not.
pub(in crate::check) fn listed_out_of_size(prices: &PriceList, sizes: &[Size]) -> Vec<Finding> {
    let n_items = prices.items().count();
    let odd = prices.items().filter_map(|item| {
        let size = size_of(sizes, Measured::UnitPrice, &item.unit)?;
        let beyond = size.beyond(item.highest)?;
        (!item.highest.is_zero()).then_some((item, size, beyond))
    });
    let mut odd: Vec<(&PriceItem, &Size, Beyond)> = odd.collect();
    odd.sort_by_key(|(item, ..)| item.at.sort_key());
    let n_odd = odd.len();
    let is_all = n_odd >= 3 && n_odd > n_items / 2;
    let few = if is_all { 1 } else { n_odd };
    let findings = odd.into_iter().take(few).map(|(item, size, beyond)| {
        let price = of(item.highest);
        let all = if is_all {
            format!(", cùng {} mặt hàng khác", n_odd - 1)
        } else {
            String::new()
        };
        let message = format!(
            "bảng giá ghi “{}” {}, {}{all}",
            item.name,
            dong(price),
            against(size, beyond)
        );
        let hint = match beyond {
            Beyond::Below(_) => format!(
                "ghi đủ số đồng, hoặc ghi đơn vị tiền ở dòng phía trên bảng giá: nếu số này {}",
                in_other_units(price)
            ),
            Beyond::Above(_) => format!(
                "xem lại đơn vị tiền của bảng giá và các chữ số 0: thừa ba số 0 thì giá là {}",
                dong(price / 1_000)
            ),
        };
        Finding::new(&item.at, message, hint)
    });
    findings.collect()
}
