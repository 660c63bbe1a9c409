//! Who does what: "6 rõ" (Quyết định số 268/QĐ-TTg ngày 12/02/2026) and the bodies of today.

use std::collections::BTreeMap;

use super::Finding;
use super::Subject;
use super::text::scalars;
use crate::check::keys;

/// The lead is not among those who help it, as far as the profile names them.
pub(super) fn lead_also_supports(subject: &Subject<'_>) -> Vec<Finding> {
    let profile = subject.profile;
    let components = subject.chosen().filter_map(|(chosen, component)| {
        let lead = chosen.lead.as_ref().unwrap_or(&component.lead);
        Some((&chosen.at, &chosen.code, lead, chosen.support.as_ref()?))
    });
    let tasks = profile.tasks.iter().filter_map(|chosen| {
        let task = subject.catalogue.task(&chosen.code)?;
        let lead = chosen.lead.as_ref().unwrap_or(&task.lead);
        Some((&chosen.at, &chosen.code, lead, chosen.support.as_ref()?))
    });
    components
        .chain(tasks)
        .filter(|(_, _, lead, support)| support.contains(lead))
        .map(|(at, code, lead, _)| {
            Finding::new(
                at,
                format!("{code}: đơn vị chủ trì `{lead}` cũng có tên trong đơn vị phối hợp"),
                "bỏ đơn vị chủ trì khỏi `phoi_hop`, hoặc ghi `phoi_hop` của xã",
            )
        })
        .collect()
}

/// A task has days of its own.
pub(super) fn task_without_deadline(subject: &Subject<'_>) -> Vec<Finding> {
    let tasks = subject.profile.tasks.iter();
    tasks
        .filter(|task| !task.has_own_days)
        .map(|task| {
            Finding::new(
                &task.at,
                format!(
                    "nhiệm vụ {} chưa có thời hạn riêng, đang lấy theo các thành phần của nó",
                    task.code
                ),
                "ghi `bat_dau` và `ket_thuc` cho nhiệm vụ",
            )
        })
        .collect()
}

/// Something is spent on a task, unless it is marked as costing nothing.
pub(super) fn task_without_money(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = &subject.estimate.lines;
    let tasks = subject.profile.tasks.iter();
    tasks
        .filter(|chosen| !chosen.costless)
        .filter_map(|chosen| {
            let task = subject.catalogue.task(&chosen.code)?;
            let row = task.budget_row.as_ref()?;
            let is_paid = lines.iter().any(|line| {
                let by_component = line.component.as_ref();
                line.row.is_within(row)
                    || line.row == *row
                    || by_component.is_some_and(|code| task.components.contains(code))
            });
            (!is_paid).then(|| {
                Finding::new(
                    &chosen.at,
                    format!("dự toán không có dòng nào cho nhiệm vụ {} (dòng {row})", task.code),
                    "thêm dòng chi vào dự toán; nhiệm vụ không tốn kinh phí thì ghi `khong_kinh_phi: true` cho nhiệm vụ",
                )
            })
        })
        .collect()
}

/// Bodies that are no more, and what took their place (Luật Tổ chức chính quyền địa phương số
/// 72/2025/QH15; the merging of ministries and departments of 2025).
const ABOLISHED: [(&str, &str); 12] = [
    ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
    ("Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ"),
    (
        "Sở Tài nguyên và Môi trường",
        "Sở Nông nghiệp và Môi trường",
    ),
    (
        "Bộ Tài nguyên và Môi trường",
        "Bộ Nông nghiệp và Môi trường",
    ),
    (
        "Sở Nông nghiệp và Phát triển nông thôn",
        "Sở Nông nghiệp và Môi trường",
    ),
    ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
    ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"),
    ("Sở Giao thông vận tải", "Sở Xây dựng"),
    ("Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ"),
    ("UBND huyện", "Ủy ban nhân dân cấp tỉnh hoặc cấp xã"),
    (
        "Ủy ban nhân dân huyện",
        "Ủy ban nhân dân cấp tỉnh hoặc cấp xã",
    ),
    ("cấp huyện", "cấp tỉnh hoặc cấp xã"),
];

/// A plan of two levels names no body of the third, nor one that was merged away.
pub(super) fn abolished_body(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.profile.has_district {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (text, at) in scalars(subject.node) {
        let named = ABOLISHED.iter().find(|(body, _)| text.contains(body));
        if let Some((body, today)) = named {
            found.push(Finding::new(
                &at,
                format!("“{body}” không còn trong chính quyền hai cấp"),
                format!("viết {today}"),
            ));
        }
    }
    found
}

/// The work is shared: no unit leads nearly everything.
pub(super) fn one_lead_for_all(subject: &Subject<'_>) -> Vec<Finding> {
    let mut by_lead: BTreeMap<&str, usize> = BTreeMap::new();
    for (chosen, component) in subject.chosen() {
        let lead = chosen.lead.as_ref().unwrap_or(&component.lead);
        *by_lead.entry(lead).or_default() += 1;
    }
    let total: usize = by_lead.values().sum();
    by_lead
        .into_iter()
        .filter(|(_, count)| total >= 10 && count * 10 > total * 7)
        .map(|(lead, count)| {
            Finding::new(
                &subject.at(keys::COMPONENTS),
                format!("đơn vị `{lead}` chủ trì {count} trong {total} thành phần"),
                "giao bớt cho phòng chuyên môn bằng khóa `chu_tri`",
            )
        })
        .collect()
}
