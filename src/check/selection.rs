//! Which components are chosen, and how they fit each other and what is shared.

use super::Finding;
use super::Subject;
use crate::model::Dependency;
use crate::model::OpenDay;
use crate::model::keys;

/// Essential components are deployed by every commune; one that is not is named with a reason
/// (Tài liệu hướng dẫn, Mục III: thành phần thiết yếu).
pub(super) fn essential_left_out(subject: &Subject<'_>) -> Vec<Finding> {
    let left_out = &subject.profile.left_out;
    let missing: Vec<&str> = subject
        .catalogue
        .components
        .iter()
        .filter(|component| component.is_essential(subject.profile.commune.terrain))
        .map(|component| component.code.as_str())
        .filter(|code| !subject.is_chosen(code))
        .filter(|code| !left_out.iter().any(|left| left.code == *code))
        .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    vec![Finding::new(
        &subject.at(keys::COMPONENTS),
        format!(
            "{} thành phần thiết yếu chưa chọn và chưa nêu lý do: {}",
            missing.len(),
            missing.join(", ")
        ),
        "chọn thêm vào `thanh_phan`, hoặc ghi vào `khong_chon` kèm `ly_do`",
    )]
}

/// Whether a need is met without the plan: by what is supplied from above, or what the commune has.
fn is_there(subject: &Subject<'_>, need: &Dependency) -> bool {
    let left_out = &subject.profile.left_out;
    need.any_of.iter().any(|code| {
        let needed = subject.catalogue.component(code);
        let mut left_out = left_out.iter();
        needed.is_none_or(|needed| !needed.supplier.is_commune())
            || left_out.any(|left| left.is_present && left.code == *code)
    })
}

/// A need is met by what is chosen, or by what the centre and the province supply anyway.
pub(super) fn dependency_missing(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (chosen, component) in subject.chosen() {
        for need in &component.depends_on {
            let is_planned = need.any_of.iter().any(|code| subject.is_chosen(code));
            if !is_planned && !is_there(subject, need) {
                let wanted = need.any_of.join(" hoặc ");
                found.push(Finding::new(
                    &chosen.at,
                    format!(
                        "{} cần có {wanted}, nhưng kế hoạch không chọn",
                        component.code
                    ),
                    format!(
                        "chọn thêm {wanted}; xã đã có thì ghi vào `khong_chon` kèm `da_co: true`; hoặc bỏ {}",
                        component.code
                    ),
                ));
            }
        }
    }
    found
}

/// What is needed comes in the same phase or before.
pub(super) fn dependency_later(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (chosen, component) in subject.chosen() {
        if !subject.is_dated(chosen) {
            continue;
        }
        let needs = component.depends_on.iter();
        for need in needs.filter(|need| !is_there(subject, need)) {
            let met: Vec<_> = subject
                .profile
                .components
                .iter()
                .filter(|other| need.any_of.contains(&other.code))
                .collect();
            // One whose phase could not be read may come early enough.
            if met.iter().any(|other| !subject.is_dated(other)) {
                continue;
            }
            let first = met.iter().min_by_key(|other| other.phase);
            if let Some(first) = first.filter(|first| first.phase > chosen.phase) {
                found.push(Finding::new(
                    &chosen.at,
                    format!(
                        "{} ở giai đoạn {} nhưng cần {} là thành phần của giai đoạn {}",
                        component.code,
                        chosen.phase.number(),
                        first.code,
                        first.phase.number()
                    ),
                    format!(
                        "đưa {} lên giai đoạn {}, hoặc lùi {} đến giai đoạn {}",
                        first.code,
                        chosen.phase.number(),
                        component.code,
                        first.phase.number()
                    ),
                ));
            }
        }
    }
    found
}

/// Supplementary components wait for the province's opinion (Tài liệu hướng dẫn, Mục III).
pub(super) fn needs_opinion(subject: &Subject<'_>) -> Vec<Finding> {
    let asking: Vec<&str> = subject
        .chosen()
        .filter(|(chosen, component)| {
            component.supplier.needs_opinion() && chosen.opinion.is_none()
        })
        .map(|(_, component)| component.code.as_str())
        .collect();
    if asking.is_empty() {
        return Vec::new();
    }
    let mut own = subject.chosen().filter(|(_, component)| component.is_own());
    let has_own = own.any(|(chosen, _)| chosen.opinion.is_none());
    vec![Finding::new(
        &subject.at(keys::COMPONENTS),
        format!(
            "{} thành phần {} phải xin ý kiến cấp tỉnh trước khi triển khai: {}",
            asking.len(),
            if has_own {
                "bổ sung, riêng"
            } else {
                "bổ sung"
            },
            asking.join(", ")
        ),
        "gửi Phụ lục IV của kế hoạch cho Ủy ban nhân dân cấp tỉnh; có văn bản trả lời thì ghi vào `y_kien_tinh`",
    )]
}

/// What the province did not agree to is not deployed.
pub(super) fn refused_and_chosen(subject: &Subject<'_>) -> Vec<Finding> {
    let chosen = subject.profile.components.iter();
    chosen
        .filter_map(|chosen| {
            let opinion = chosen.opinion.as_ref().filter(|it| !it.is_agreed)?;
            Some(Finding::new(
                &chosen.at,
                format!(
                    "{}: văn bản số {} ngày {} của cấp tỉnh không đồng ý, kế hoạch vẫn chọn",
                    chosen.code, opinion.number, opinion.date
                ),
                "bỏ thành phần này khỏi `thanh_phan`; tỉnh trả lời lại thì thêm văn bản mới vào `y_kien_tinh`",
            ))
        })
        .collect()
}

/// The province answers before the plan is dated, and to what waits for its opinion.
pub(super) fn opinion_out_of_place(subject: &Subject<'_>) -> Vec<Finding> {
    let date = subject.profile.date;
    let is_day_known = subject.profile.issue.open_day != OpenDay::Month;
    let answered = subject.chosen();
    let answered = answered.filter_map(|(chosen, it)| Some((it, chosen.opinion.as_ref()?)));
    let mut found = Vec::new();
    for (component, opinion) in answered {
        let code = &component.code;
        if is_day_known && opinion.date > date {
            let message = format!(
                "{code}: văn bản trả lời của cấp tỉnh ngày {}, sau ngày của kế hoạch ({date})",
                opinion.date
            );
            let hint = "xem lại ngày của văn bản; tỉnh chưa trả lời khi ký kế hoạch thì bỏ văn bản này khỏi `y_kien_tinh`";
            found.push(Finding::new(&opinion.at, message, hint));
        }
        if !component.supplier.needs_opinion() {
            let message = format!(
                "{code} là thành phần thiết yếu, không phải xin ý kiến cấp tỉnh, nhưng `y_kien_tinh` ghi câu trả lời"
            );
            let hint =
                "xem lại mã thành phần trong văn bản của tỉnh; ghi nhầm thì sửa hoặc bỏ mã này";
            found.push(Finding::new(&opinion.at, message, hint));
        }
    }
    found
}
