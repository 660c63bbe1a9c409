//! Rent or buy: what was chosen beside what it costs and what the estimate pays for.

use super::Finding;
use super::Subject;
use crate::model::CostKind;
use crate::model::Way;
use crate::model::vietnamese;

/// The way that is chosen costs less over five years (Khung kế hoạch, Phần II, Mục V.5.2; Tài liệu
/// hướng dẫn, Mục V.2.c); it may cost more for a good reason, which the plan prints.
pub(super) fn dearer_way(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for item in &subject.profile.rent_or_buy {
        let Ok(comparison) = item.compared() else {
            continue;
        };
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

/// The estimate pays for the way that was chosen.
pub(super) fn estimate_unlike_way(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for item in &subject.profile.rent_or_buy {
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
