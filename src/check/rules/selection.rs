//! Which components are chosen, and how they fit each other and what is shared.

use super::Finding;
use super::Subject;
use crate::check::keys;
use crate::model::Component;
use crate::model::CostKind;
use crate::model::Dependency;
use crate::model::Supplier;
use crate::model::fold;

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
        .filter(|(_, component)| component.supplier.needs_opinion())
        .map(|(_, component)| component.code.as_str())
        .collect();
    if asking.is_empty() {
        return Vec::new();
    }
    vec![Finding::new(
        &subject.at(keys::COMPONENTS),
        format!(
            "{} thành phần bổ sung phải xin ý kiến cấp tỉnh trước khi triển khai: {}",
            asking.len(),
            asking.join(", ")
        ),
        "gửi Phụ lục IV của kế hoạch cho Ủy ban nhân dân cấp tỉnh; lưu văn bản trả lời",
    )]
}

/// Whether a component is the use of what the centre and the province supply.
fn uses_shared(component: &Component) -> bool {
    component.name.starts_with("Khai thác") && component.supplier == Supplier::CommuneEssential
}

/// Words for building a system, without marks; equipment to use a shared one is the commune's own.
const BUILDING: [&str; 8] = [
    "xay dung",
    "phan mem",
    "he thong",
    "nen tang",
    "ung dung",
    "co so du lieu",
    "cong thong tin",
    "may chu",
];

fn builds(description: &str) -> bool {
    let description = fold(description);
    BUILDING.iter().any(|word| description.contains(word))
}

/// Words for making something of one's own, without marks.
const DEVELOPING: [&str; 4] = [
    "xay dung",
    "phat trien phan mem",
    "viet phan mem",
    "lap trinh",
];

fn develops(description: &str) -> bool {
    let description = fold(description);
    DEVELOPING.iter().any(|word| description.contains(word))
}

/// Nobody builds at the commune what is supplied from above (Tài liệu hướng dẫn, Phụ lục 01 to 04).
pub(super) fn investing_in_shared(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (_, component) in subject
        .chosen()
        .filter(|(_, component)| uses_shared(component))
    {
        let lines = subject.lines_of(&component.code);
        // Whatever a line calls its kind: what is developed is invested in.
        let invested = lines.filter(|line| {
            let invests = line.kind == CostKind::Investment && builds(&line.description);
            invests || develops(&line.description)
        });
        for line in invested {
            found.push(Finding::new(
                &line.at.description,
                format!(
                    "{} là khai thác thành phần dùng chung, không ghi kinh phí đầu tư",
                    component.code
                ),
                "ghi vào thành phần của xã (thiết bị, mạng …), hoặc đổi loại chi phí nếu là phí sử dụng",
            ));
        }
    }
    found
}

/// Words for what is shared, without marks; a commune that buys one doubles it.
const SHARED: [(&str, &str); 16] = [
    (
        "trung tam dieu hanh",
        "trung tâm giám sát, điều hành của tỉnh",
    ),
    ("trung tam du lieu", "trung tâm dữ liệu của tỉnh"),
    ("may chu", "trung tâm dữ liệu của tỉnh"),
    (
        "phan mem mot cua",
        "hệ thống thông tin giải quyết thủ tục hành chính",
    ),
    (
        "phan mem quan ly van ban",
        "hệ thống quản lý văn bản và điều hành của tỉnh",
    ),
    ("cong dich vu cong", "Cổng Dịch vụ công quốc gia"),
    (
        "cong thong tin dien tu thu hai",
        "trang thông tin điện tử của xã trên cổng của tỉnh",
    ),
    (
        "truc lien thong",
        "nền tảng tích hợp, chia sẻ dữ liệu của tỉnh",
    ),
    ("kho du lieu", "kho dữ liệu dùng chung của tỉnh"),
    ("co so du lieu dan cu", "Cơ sở dữ liệu quốc gia về dân cư"),
    ("csdl dan cu", "Cơ sở dữ liệu quốc gia về dân cư"),
    (
        "san thuong mai dien tu rieng",
        "các sàn thương mại điện tử sẵn có",
    ),
    (
        "san thuong mai dien tu cua xa",
        "các sàn thương mại điện tử sẵn có",
    ),
    ("ung dung cong dan", "ứng dụng công dân số của tỉnh"),
    ("ung dung di dong cong dan", "ứng dụng công dân số của tỉnh"),
    (
        "phan anh hien truong rieng",
        "hệ thống tiếp nhận phản ánh của tỉnh",
    ),
];

/// What doubles a shared channel or system is not bought (Tài liệu hướng dẫn, Mục IV.3.d).
pub(super) fn doubles_shared(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for line in &subject.estimate.lines {
        let description = fold(&line.description);
        let shared = SHARED.iter().find(|(words, _)| description.contains(words));
        if let Some((_, what)) = shared.filter(|_| line.kind.is_initial()) {
            found.push(Finding::new(
                &line.at.description,
                format!("“{}” có thể trùng với {what}", line.description),
                "bỏ khoản này; nếu tỉnh cho phép thì đặt lại mức của quy tắc này trong `quy_tac`, lý do là văn bản của tỉnh",
            ));
        }
    }
    found
}
