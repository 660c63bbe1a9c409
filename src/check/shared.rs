//! Money for what the centre and the province supply already.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::Finding;
use super::Subject;
use crate::model::Component;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::Supplier;

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
    DEVELOPING.iter().any(|word| description.contains(word))
}

/// Whether a line, with its description folded, invests in what the component only uses. Whatever a line
/// calls its kind: what is developed is invested in.
pub(super) fn is_misplaced(component: &Component, (line, description): (&CostLine, &str)) -> bool {
    let invests = || line.kind == CostKind::Investment && builds(description);
    uses_shared(component) && (invests() || develops(description))
}

/// Nobody builds at the commune what is supplied from above (Tài liệu hướng dẫn, Phụ lục 01 to 04).
pub(super) fn investing_in_shared(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (_, component) in subject.chosen() {
        let lines = subject.index.lines_of(&component.code);
        for (line, _) in lines.filter(|line| is_misplaced(component, *line)) {
            found.push(Finding::new(
                &line.at.description(),
                format!(
                    "{} là khai thác thành phần dùng chung, không ghi kinh phí đầu tư",
                    component.code
                ),
                "bỏ khoản này; thiết bị, đường truyền thì ghi vào thành phần của xã, phí sử dụng thì ghi loại chi phí Thuê hằng năm",
            ));
        }
    }
    found
}

/// What is supplied from above, and its words without marks: each of a list must stand in a text, in
/// any order. A commune that buys one doubles it.
const SHARED: [(&[&str], &str); 24] = [
    (
        &["trung tam dieu hanh"],
        "trung tâm giám sát, điều hành cấp tỉnh",
    ),
    (&["trung tam du lieu"], "trung tâm dữ liệu cấp tỉnh"),
    (&["may chu"], "trung tâm dữ liệu cấp tỉnh"),
    (
        &["phan mem mot cua"],
        "hệ thống thông tin giải quyết thủ tục hành chính",
    ),
    (
        &["phan mem quan ly van ban"],
        "hệ thống quản lý văn bản và điều hành cấp tỉnh",
    ),
    (
        &["phan mem ky so"],
        "hệ thống chứng thực chữ ký số chuyên dùng công vụ do Trung ương cung cấp",
    ),
    (
        &["phan mem hoi nghi truyen hinh"],
        "ứng dụng họp trực tuyến do cấp tỉnh cung cấp",
    ),
    (
        &["phan mem hop truc tuyen"],
        "ứng dụng họp trực tuyến do cấp tỉnh cung cấp",
    ),
    (
        &["hoi nghi truyen hinh", "rieng"],
        "ứng dụng họp trực tuyến do cấp tỉnh cung cấp",
    ),
    (&["cong dich vu cong"], "Cổng Dịch vụ công quốc gia"),
    (
        &["cong thong tin dien tu thu hai"],
        "trang thông tin điện tử của xã trên cổng cấp tỉnh",
    ),
    (
        &["truc lien thong"],
        "nền tảng tích hợp, chia sẻ dữ liệu cấp tỉnh",
    ),
    (&["kho du lieu"], "kho dữ liệu dùng chung cấp tỉnh"),
    (
        &["co so du lieu dan cu"],
        "Cơ sở dữ liệu quốc gia về dân cư",
    ),
    (&["csdl dan cu"], "Cơ sở dữ liệu quốc gia về dân cư"),
    (
        &["san thuong mai dien tu rieng"],
        "các sàn thương mại điện tử sẵn có",
    ),
    (
        &["san thuong mai dien tu cua xa"],
        "các sàn thương mại điện tử sẵn có",
    ),
    (&["ung dung cong dan"], "ứng dụng công dân số cấp tỉnh"),
    (
        &["ung dung di dong cong dan"],
        "ứng dụng công dân số cấp tỉnh",
    ),
    (&["ung dung di dong", "xay dung"], MOBILE),
    (&["ung dung di dong", "rieng"], MOBILE),
    (&["ung dung di dong", "cua xa"], MOBILE),
    (
        &["zalo", "rieng"],
        "kênh tương tác số, phản ánh, kiến nghị do cấp tỉnh triển khai",
    ),
    (
        &["phan anh hien truong rieng"],
        "hệ thống tiếp nhận phản ánh cấp tỉnh",
    ),
];

const MOBILE: &str = "ứng dụng VNeID và ứng dụng công dân số cấp tỉnh";

/// Words for learning to use what is there, without marks, as a line begins.
const TEACHING: [&str; 6] = [
    "tap huan",
    "huong dan",
    "tuyen truyen",
    "dao tao",
    "boi duong",
    "pho bien",
];

/// Words for using what is there.
const USING: [&str; 10] = [
    "huong dan",
    "tuyen truyen",
    "khai thac",
    "ket noi",
    "su dung",
    "truy cap",
    "phuc vu",
    "nop ho so",
    "tra cuu",
    "tap huan",
];

/// Words for having something of one's own.
const MAKING: [&str; 8] = [
    "mua",
    "xay dung",
    "thiet lap",
    "lap kenh",
    "phat trien",
    "dau tu",
    "trang bi",
    "lap dat",
];

/// Finds the first words of [`SHARED`] in one pass: most descriptions have none of them.
static ANY_SHARED: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = SHARED.iter().filter_map(|(words, _)| words.first());
    AhoCorasick::new(words).ok()
});

/// What a description without marks would double. The word before the name counts: a machine bought
/// to use the portal is no portal.
fn doubled(description: &str) -> Option<&'static str> {
    let any = ANY_SHARED.as_ref();
    if any.is_some_and(|any| !any.is_match(description)) {
        return None;
    }
    if TEACHING.iter().any(|word| description.starts_with(word)) {
        return None;
    }
    let (words, what) = SHARED
        .iter()
        .find(|(words, _)| words.iter().all(|word| description.contains(word)))?;
    let before = &description[..description.find(words[0])?];
    let last = |of: &[&str]| of.iter().filter_map(|word| before.rfind(word)).max();
    let (using, making) = (last(&USING), last(&MAKING));
    (using.is_none() || making > using).then_some(what)
}

/// What doubles a shared channel or system is not bought (Tài liệu hướng dẫn, Mục IV.3.d).
pub(super) fn doubles_shared(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = subject.estimate.lines.iter();
    let lines = lines.zip(&subject.index.descriptions);
    lines
        .filter(|(line, _)| line.kind.is_initial())
        .filter_map(|(line, description)| {
            let what = doubled(description)?;
            Some(Finding::new(
                &line.at.description(),
                format!("“{}” có thể trùng với {what}", line.description),
                "bỏ khoản này; nếu cấp tỉnh cho phép thì đặt lại mức của quy tắc này trong `quy_tac`, lý do là văn bản của cấp tỉnh",
            ))
        })
        .collect()
}
