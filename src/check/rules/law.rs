//! Documents that the commune cites of its own, and the form of its own document.

use std::collections::BTreeSet;

use super::Finding;
use super::Subject;
use super::text::items;
use crate::check::keys;
use crate::model::LegalBasis;
use crate::model::LegalStatus;
use crate::model::fold;
use crate::source::Origin;

/// The commune's own citations with their places.
fn citations(subject: &Subject<'_>) -> Vec<(String, Origin)> {
    items(subject.node, keys::LEGAL)
}

fn cites(text: &str, document: &LegalBasis) -> bool {
    let number = document.number.as_deref().map(fold);
    number.is_some_and(|number| fold(text).contains(&number))
}

/// No document that was replaced or is a draft is cited.
pub(super) fn superseded_law(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (text, at) in citations(subject) {
        for document in subject
            .catalogue
            .legal
            .iter()
            .filter(|document| cites(&text, document))
        {
            let what = match document.status {
                LegalStatus::Superseded => "đã được thay thế hoặc không còn phù hợp",
                LegalStatus::Draft => "là dự thảo",
                LegalStatus::InForce | LegalStatus::Unknown => continue,
            };
            let by = document.replaced_by.as_ref();
            let by = by.and_then(|code| subject.catalogue.document(code));
            let hint = by.map_or_else(
                || "bỏ văn bản này, hoặc viện dẫn văn bản đang có hiệu lực".to_owned(),
                |by| format!("viện dẫn {}", by.name()),
            );
            found.push(Finding::new(
                &at,
                format!("{} {what}", document.name()),
                hint,
            ));
        }
    }
    found
}

/// Part I cites each document once: what the register cites already, the commune need not.
pub(super) fn cited_twice(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut numbers = BTreeSet::new();
    for (text, at) in citations(subject) {
        let in_register = subject.catalogue.legal.iter().find(|document| {
            document.status == LegalStatus::InForce
                && document.parts.iter().any(|part| part == "I")
                && cites(&text, document)
        });
        let is_new = number(&text).is_none_or(|number| numbers.insert(number));
        if let Some(document) = in_register {
            found.push(Finding::new(
                &at,
                format!(
                    "{} đã được kế hoạch viện dẫn từ danh mục văn bản",
                    document.name()
                ),
                "xóa dòng này khỏi `can_cu`",
            ));
        } else if !is_new {
            found.push(Finding::new(
                &at,
                "văn bản này đã được viện dẫn ở trên, có thể viết khác đi",
                "giữ một cách viết: loại, số, ngày, cơ quan ban hành, trích yếu",
            ));
        }
    }
    found
}

/// The number of a document in a citation: the first word that holds a digit and a slash.
fn number(text: &str) -> Option<String> {
    let mut words = text.split([' ', ',', ';', '(', ')']);
    words
        .find(|word| word.contains('/') && word.contains(|letter: char| letter.is_ascii_digit()))
        .map(fold)
}

/// The number of a plan is "12/KH-UBND" (Nghị định số 30/2020/NĐ-CP, Phụ lục I, Mục II.3).
pub(super) fn number_of_plan(subject: &Subject<'_>) -> Vec<Finding> {
    let written = &subject.profile.number;
    let parts = written.split_once('/');
    let digits = parts.is_some_and(|(digits, sign)| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && sign == "KH-UBND"
    });
    // A sample may be a form still to be filled in.
    let is_form = subject.profile.illustrative && written == "…/KH-UBND";
    if digits || is_form {
        return Vec::new();
    }
    vec![Finding::new(
        &subject.value(&[keys::PLAN, keys::NUMBER]),
        format!("số kế hoạch đang là `{written}`"),
        "viết như 12/KH-UBND",
    )]
}

/// One copy is kept: "Lưu: VT" (Nghị định số 30/2020/NĐ-CP, Phụ lục I, Mục II.9).
pub(super) fn no_copy_for_file(subject: &Subject<'_>) -> Vec<Finding> {
    let recipients = items(subject.node, keys::RECIPIENTS);
    if recipients
        .iter()
        .any(|(text, _)| fold(text).starts_with("luu"))
    {
        return Vec::new();
    }
    vec![Finding::new(
        &subject.at(keys::RECIPIENTS),
        "nơi nhận chưa có dòng lưu văn bản",
        "thêm dòng cuối: \"Lưu: VT\" và tên viết tắt của đơn vị soạn thảo",
    )]
}
