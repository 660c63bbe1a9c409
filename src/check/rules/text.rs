//! The commune's own words: nothing left over from a form, no part empty, figures that agree.

use super::Finding;
use super::Piece;
use super::Subject;
use crate::check::keys;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Decimal;
use crate::source::Origin;

/// Every text of the profile with its place.
pub(super) fn scalars(node: &Node) -> Vec<(&str, Origin)> {
    let mut found = Vec::new();
    collect(node, &mut found);
    found
}

fn collect<'a>(node: &'a Node, found: &mut Vec<(&'a str, Origin)>) {
    match &node.value {
        NodeValue::Scalar(text) => found.push((text, node.origin())),
        NodeValue::Sequence(items) => items.iter().for_each(|item| collect(item, found)),
        NodeValue::Mapping(entries) => {
            entries
                .iter()
                .for_each(|entry| collect(&entry.value, found));
        }
        NodeValue::Null => {}
    }
}

/// The texts of the list below a key of the profile.
pub(super) fn items(node: &Node, key: &str) -> Vec<(String, Origin)> {
    let found = node.get(key).map(scalars).unwrap_or_default();
    found
        .into_iter()
        .map(|(text, at)| (text.to_owned(), at))
        .collect()
}

/// What a form leaves to be filled in.
const LEFTOVERS: [&str; 9] = ["[...]", "[…]", "XXX", "xxx", "____", "...", "…", "{{", "}}"];

/// Nothing of a form is left unfilled in a plan that is no sample.
pub(super) fn leftover(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.profile.illustrative {
        return Vec::new();
    }
    let lines = subject.estimate.lines.iter();
    let lines = lines.map(|line| (line.description.as_str(), line.at.description.clone()));
    scalars(subject.node)
        .into_iter()
        .chain(lines)
        .flat_map(|(text, at)| {
            let text = without_endings(text);
            let mut found = Vec::new();
            for left in LEFTOVERS {
                // "[...]" is not "..." as well.
                let is_part = found.iter().any(|other: &&str| other.contains(left));
                if stands_alone(&text, left) && !is_part {
                    found.push(left);
                }
            }
            let findings = found.into_iter().map(|left| {
                Finding::new(
                    &at,
                    format!("còn chỗ chưa điền: `{left}`"),
                    "điền nội dung, hoặc xóa chỗ trống",
                )
            });
            findings.collect::<Vec<_>>()
        })
        .collect()
}

/// A text without what is no gap: filled placeholders, and the dots that end a list ("v.v...", ", ...").
fn without_endings(text: &str) -> String {
    let mut text = text.to_owned();
    for ending in ["v.v...", "v.v…", ", ...", ", …", ",..."] {
        text = text.replace(ending, "");
    }
    let mut rest = String::new();
    let mut parts = text.split("{{");
    rest.push_str(parts.next().unwrap_or(""));
    for part in parts {
        match part.split_once("}}") {
            Some((_, after)) => rest.push_str(after),
            None => {
                rest.push_str("{{");
                rest.push_str(part);
            }
        }
    }
    rest
}

/// Whether a text has this gap; letters must be a word of their own ("lần thứ XXXI" is none).
fn stands_alone(text: &str, left: &str) -> bool {
    if !left.starts_with(char::is_alphabetic) {
        return text.contains(left);
    }
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| word == left)
}

/// No part of the plan that only the commune can fill is empty (Khung kế hoạch, Phần I).
pub(super) fn empty_part(subject: &Subject<'_>) -> Vec<Finding> {
    let profile = subject.profile;
    let survey = &profile.survey;
    let lines = &subject.estimate.lines;
    [
        (
            survey.groups.is_empty(),
            Piece::Situation,
            keys::SITUATION,
            "kết quả khảo sát (`khao_sat`)",
        ),
        (
            profile.recipients.is_empty(),
            Piece::Recipients,
            keys::RECIPIENTS,
            "nơi nhận (`noi_nhan`)",
        ),
        (
            profile.targets.is_empty(),
            Piece::Targets,
            keys::TARGETS,
            "chỉ tiêu (`muc_tieu`)",
        ),
        (
            profile.components.is_empty(),
            Piece::Components,
            keys::COMPONENTS,
            "thành phần (`thanh_phan`)",
        ),
        (
            profile.tasks.is_empty(),
            Piece::Tasks,
            keys::TASKS,
            "nhiệm vụ (`nhiem_vu`)",
        ),
        (
            lines.is_empty() && subject.estimate.unread.is_empty(),
            Piece::Estimate,
            keys::PLAN,
            "dự toán",
        ),
    ]
    .into_iter()
    .filter(|(is_empty, piece, ..)| *is_empty && subject.is_sound(*piece))
    .map(|(_, _, key, what)| {
        Finding::new(
            &subject.at(key),
            format!("kế hoạch chưa có {what}"),
            "bổ sung trước khi trình ký",
        )
    })
    .collect()
}

/// The commune's figures can be true together.
pub(super) fn figures_disagree(subject: &Subject<'_>) -> Vec<Finding> {
    let commune = &subject.profile.commune;
    // A sample may be a form still to be filled in.
    let is_zero = |count: u32| count == 0 && !subject.profile.illustrative;
    [
        (
            commune.households > commune.population,
            keys::HOUSEHOLDS,
            "số hộ lớn hơn dân số",
        ),
        (
            commune.units > commune.households,
            keys::UNITS,
            "số thôn, tổ dân phố lớn hơn số hộ",
        ),
        (
            commune.officials > commune.population,
            keys::OFFICIALS,
            "số cán bộ, công chức lớn hơn dân số",
        ),
        (
            is_zero(commune.population),
            keys::POPULATION,
            "dân số bằng 0",
        ),
        (
            is_zero(commune.households),
            keys::HOUSEHOLDS,
            "số hộ bằng 0",
        ),
        (
            is_zero(commune.units),
            keys::UNITS,
            "số thôn, tổ dân phố bằng 0",
        ),
        (
            is_zero(commune.officials),
            keys::OFFICIALS,
            "số cán bộ, công chức bằng 0",
        ),
        (
            !subject.profile.illustrative && commune.area <= Decimal::whole(0),
            keys::AREA,
            "diện tích không lớn hơn 0",
        ),
    ]
    .into_iter()
    .filter(|(disagrees, ..)| *disagrees)
    .map(|(_, key, message)| {
        let at = subject.value(&[keys::COMMUNE, key]);
        Finding::new(&at, message, "kiểm tra lại các số trong `xa`")
    })
    .collect()
}
