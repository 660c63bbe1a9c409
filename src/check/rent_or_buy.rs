//! Rent or buy: what was chosen beside what it costs and what the estimate pays for.

use memchr::memmem::Finder;

use super::Finding;
use super::Subject;
use crate::model::Comparison;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::RentOrBuy;
use crate::model::Way;
use crate::model::fold;
use crate::model::vietnamese;

/// The way that is chosen costs less over five years (Khung kế hoạch, Phần II, Mục V.5.2; Tài liệu
/// hướng dẫn, Mục V.2.c); it may cost more for a good reason, which the plan prints.
pub(super) fn dearer_way(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for comparison in &subject.profile.rent_or_buy {
        let item = &comparison.item;
        if comparison.cheaper != Some(item.chosen.other()) {
            continue;
        }
        found.push(Finding::new(
            &item.at,
            format!(
                "“{}” chọn {}, sau 5 năm tốn hơn {} {} đồng",
                item.name,
                verb(item.chosen),
                verb(item.chosen.other()),
                vietnamese::amount(comparison.difference)
            ),
            "xem lại `chon` và các giá; nếu vẫn giữ thì nêu rõ lợi ích khác trong `ly_do`",
        ));
    }
    found
}

/// The estimate pays for the way that was chosen, and for what was weighed.
pub(super) fn estimate_unlike_way(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for Comparison { item, .. } in &subject.profile.rent_or_buy {
        found.extend(bought_at_other_figures(subject, item));
        found.extend(rented_at_another_price(subject, item));
        let mut lines = subject.lines_of(&item.component).peekable();
        let is_paid = lines.peek().is_some();
        let pays = |kind| pays(kind) == Some(item.chosen);
        let may_pay = subject
            .may_have_line(|line| line.may_name(&item.component) && line.kind.is_none_or(pays));
        if !is_paid || may_pay || lines.any(|line| pays(line.kind)) {
            continue;
        }
        let kinds = match item.chosen {
            Way::Buy => "Đầu tư",
            Way::Rent => "Thuê dịch vụ hoặc Thuê hằng năm",
        };
        found.push(Finding::new(
            &item.at,
            format!(
                "“{}” chọn {}, dự toán của {} không có khoản nào loại {kinds}",
                item.name,
                verb(item.chosen),
                item.component
            ),
            "sửa `chon`, hoặc sửa cột Loại chi phí của thành phần trong dự toán",
        ));
    }
    found
}

/// The lines of the item's component that name it and pay for a way.
fn lines_of<'a>(subject: &Subject<'a>, item: &RentOrBuy, way: Way) -> Vec<&'a CostLine> {
    let name = words(&fold(&item.name));
    // Few descriptions have the first word of the name.
    let first = name.split(' ').find(|word| !word.is_empty());
    let first = Finder::new(first.unwrap_or_default());
    let lines = subject.index.lines_of(&item.component);
    let lines = lines.filter(|(line, _)| pays(line.kind) == Some(way));
    let lines = lines.filter(|(_, description)| first.find(description.as_bytes()).is_some());
    let lines = lines.filter(|(_, description)| words(description).contains(&name));
    lines.map(|(line, _)| line).collect()
}

/// The words of a folded text as people spell them, each between spaces, so that no part of a word is one.
fn words(folded: &str) -> String {
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

/// The purchase is estimated at the number and the price that it was weighed at; several lines, such as
/// those of two sources, may make up the number.
fn bought_at_other_figures(subject: &Subject<'_>, item: &RentOrBuy) -> Option<Finding> {
    let may_be_more = subject.may_have_line(|line| {
        let buys = |kind| pays(kind) == Some(Way::Buy);
        line.may_name(&item.component) && line.kind.is_none_or(buys)
    });
    let lines = lines_of(subject, item, Way::Buy);
    let mut numbers = lines.iter().map(|line| line.quantity.to_whole());
    // As many lines as a workbook holds, of fifteen digits each, are more than a number has.
    let number = numbers.try_fold(0_i64, |sum, number| sum.checked_add(number?));
    let is_same = number == Some(item.quantity.into())
        && lines.iter().all(|line| line.unit_price == item.price);
    if lines.is_empty() || is_same || may_be_more {
        return None;
    }
    let figures = |quantity: String, price| format!("{quantity} × {}", vietnamese::amount(price));
    let estimated: Vec<String> = lines
        .iter()
        .map(|line| figures(vietnamese::decimal(line.quantity), line.unit_price))
        .collect();
    Some(Finding::new(
        &item.at,
        format!(
            "“{}” so sánh mua {} đồng, dự toán ghi {} đồng",
            item.name,
            figures(vietnamese::count(item.quantity), item.price),
            estimated.join(" và ")
        ),
        "ghi số lượng, giá trong `thue_hay_mua` và trong dự toán như nhau",
    ))
}

/// The rent is estimated at the price that it was weighed at, a year or a part of it; how many are
/// rented for how long is not told apart in an estimate.
fn rented_at_another_price(subject: &Subject<'_>, item: &RentOrBuy) -> Option<Finding> {
    let lines = lines_of(subject, item, Way::Rent);
    let is_same = |line: &&&CostLine| {
        let parts = [1, 2, 4, 12].into_iter();
        let mut years = parts.filter_map(|parts| line.unit_price.times(parts).ok());
        years.any(|year| year == item.rent)
    };
    let other = lines.iter().find(|line| !is_same(line))?;
    let unit = match other.unit.trim() {
        "" => String::new(),
        unit => format!(" một {unit}"),
    };
    Some(Finding::new(
        &item.at,
        format!(
            "“{}” so sánh thuê {} đồng một năm, dự toán ghi đơn giá {} đồng{unit}",
            item.name,
            vietnamese::amount(item.rent),
            vietnamese::amount(other.unit_price)
        ),
        "ghi giá thuê trong `thue_hay_mua` (của một năm) và trong dự toán khớp nhau",
    ))
}

/// The way that a kind of cost pays for.
fn pays(kind: CostKind) -> Option<Way> {
    match kind {
        CostKind::Investment | CostKind::Socialised => Some(Way::Buy),
        CostKind::Rent | CostKind::YearlyRent => Some(Way::Rent),
        CostKind::Upkeep => None,
    }
}

fn verb(way: Way) -> &'static str {
    match way {
        Way::Buy => "mua",
        Way::Rent => "thuê",
    }
}
