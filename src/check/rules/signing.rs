//! Who signs, as the form of official documents wants it (Nghị định số 30/2020/NĐ-CP, Phụ lục I).

use super::Finding;
use super::Subject;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::fold;
use crate::model::keys;

/// Whoever signs is named in a plan that is no sample.
pub(super) fn signatory_unnamed(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(node) = subject.node.get(keys::SIGNATORY) else {
        return Vec::new();
    };
    let is_read = matches!(node.value, NodeValue::Mapping(_)) && node.unread.is_none();
    let is_named = node
        .get(keys::FULL_NAME)
        .is_some_and(|name| !name.is_empty());
    if subject.profile.illustrative || !is_read || is_named {
        return Vec::new();
    }
    vec![Finding::new(
        &subject.at(keys::SIGNATORY),
        "chưa ghi họ tên người ký, bản in để trống chỗ này",
        "thêm `ho_ten: …` vào nhóm `nguoi_ky` khi đã biết người ký",
    )]
}

/// The office is written without the organ, and a deputy signs for the head (Phụ lục I, Mục II, Phần I,
/// khoản 7).
pub(super) fn office_of_signatory(subject: &Subject<'_>) -> Vec<Finding> {
    let node = subject.node.get(keys::SIGNATORY);
    let node = node.and_then(|node| node.get(keys::OFFICE));
    let Some(Node {
        value: NodeValue::Scalar(office),
        ..
    }) = node
    else {
        return Vec::new();
    };
    let at = subject.value(&[keys::SIGNATORY, keys::OFFICE]);
    let (bare, has_organ): (Vec<_>, Vec<_>) = office.lines().map(without_organ).unzip();
    let bare: Vec<&str> = bare.into_iter().filter(|line| !line.is_empty()).collect();
    let is_deputy = bare.iter().any(|line| fold(line).starts_with("pho "));
    let lacks_head = is_deputy && !bare.iter().any(|line| fold(line).starts_with("kt"));
    let proper = match bare.as_slice() {
        _ if lacks_head => "\"KT. CHỦ TỊCH\\nPHÓ CHỦ TỊCH\"".to_owned(),
        [] => "CHỦ TỊCH".to_owned(),
        [line] => line.to_uppercase(),
        lines => format!("\"{}\"", lines.join("\\n").to_uppercase()),
    };
    let message = if has_organ.contains(&true) {
        "chức vụ ghi cả tên cơ quan, bản in sẽ thừa: tên cơ quan đã có ở dòng quyền hạn"
    } else if lacks_head {
        "cấp phó ký mà không ghi ký thay (KT.) người đứng đầu"
    } else {
        return Vec::new();
    };
    vec![Finding::new(
        &at,
        message,
        format!("viết `{}: {proper}`", keys::OFFICE),
    )]
}

/// A line of an office up to the organ that it names, and whether it names one.
fn without_organ(line: &str) -> (&str, bool) {
    let line = line.trim();
    let mut at = 0;
    for word in line.split_inclusive(char::is_whitespace) {
        let rest = fold(line[at..].trim_start_matches(['(', '-', '–']));
        let organs = ["ubnd", "uy ban", "xa ", "phuong ", "dac khu ", "hdnd"];
        let is_end = ["xa", "phuong", "dac khu"].contains(&rest.as_str());
        if is_end || organs.iter().any(|organ| rest.starts_with(organ)) {
            return (line[..at].trim_end_matches([' ', '(', '-', '–', ',']), true);
        }
        at += word.len();
    }
    (line, false)
}

#[cfg(test)]
mod tests {
    use super::without_organ;

    #[test]
    fn the_organ_is_cut_from_an_office() {
        for (line, wanted) in [
            ("Chủ tịch UBND xã", ("Chủ tịch", true)),
            ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", ("CHỦ TỊCH", true)),
            ("Chủ tịch xã", ("Chủ tịch", true)),
            ("Phó Chủ tịch phường Minh Sơn", ("Phó Chủ tịch", true)),
            ("UBND xã", ("", true)),
            ("CHỦ TỊCH", ("CHỦ TỊCH", false)),
            ("KT. CHỦ TỊCH", ("KT. CHỦ TỊCH", false)),
        ] {
            assert_eq!(without_organ(line), wanted, "{line}");
        }
    }
}
