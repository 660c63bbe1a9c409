//! How the amounts of the plan will look: whether the decimals that its profile allows show them whole,
//! and whether they are more than anybody reads.

use super::Finding;
use super::Subject;
use crate::model::DisplayUnit;
use crate::model::keys;
use crate::model::vietnamese;

/// Of figures in millions, more decimals than these are rarely read: below them lie less than a thousand.
const READABLE_PLACES: u32 = 3;

/// The profile allows fewer decimals than the amounts need.
pub(super) fn rounded(subject: &Subject<'_>) -> Vec<Finding> {
    let funding = &subject.profile.funding;
    let places = subject.estimate.lines.iter();
    let places = places.map(|line| funding.unit.places_of(line.amount));
    let rounded: Vec<u32> = places.filter(|it| *it > funding.most_places).collect();
    let Some(needed) = rounded.iter().max() else {
        return Vec::new();
    };
    vec![Finding::new(
        &subject.value(&[keys::FUNDING, keys::MOST_PLACES]),
        format!(
            "{} khoản chi cần tới {needed} chữ số lẻ, ở đây cho nhiều nhất {}: số in trong bảng được làm tròn, \
             cộng lại có thể lệch so với số tổng",
            rounded.len(),
            funding.most_places
        ),
        format!("ghi `so_le: {needed}` để số nào cũng đúng đến từng đồng"),
    )]
}

/// A few small amounts give all figures many decimals.
pub(super) fn many_decimals(subject: &Subject<'_>) -> Vec<Finding> {
    let funding = &subject.profile.funding;
    let (unit, most) = (funding.unit, funding.most_places);
    let lines = &subject.estimate.lines;
    let places = lines.iter().map(|line| unit.places_of(line.amount));
    let needed = places.max().unwrap_or(0).min(most);
    if unit != DisplayUnit::Million || needed <= READABLE_PLACES {
        return Vec::new();
    }
    let small = lines.iter();
    let small: Vec<_> = small
        .filter(|line| unit.places_of(line.amount) > READABLE_PLACES)
        .collect();
    let Some(first) = small.first() else {
        return Vec::new();
    };
    let others = match small.len() - 1 {
        0 => String::new(),
        n => format!(" và {n} khoản khác"),
    };
    vec![Finding::new(
        &first.at.amount(),
        format!(
            "khoản chi {} đồng{others} lẻ dưới nghìn đồng nên các bảng tính bằng triệu đồng có thể phải in {needed} chữ số lẻ",
            vietnamese::amount(first.amount)
        ),
        "xem lại đơn giá, ghi `don_vi_tinh: nghin_dong`, hoặc ghi `so_le: 3` để làm tròn",
    )]
}
