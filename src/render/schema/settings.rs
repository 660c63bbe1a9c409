//! The schema of a folder's settings, which a profile may hold, too.

use serde_json::Value;
use serde_json::json;

use super::build::file;
use super::build::list;
use super::build::may;
use super::build::must;
use super::build::object;
use super::build::text;
use crate::diagnostic::Code;
use crate::diagnostic::Severity;
use crate::model::keys;

/// `content/settings.yaml`.
pub(super) fn settings() -> Value {
    file(
        "Thiết lập chung của thư mục",
        object(vec![
            may(
                keys::RULES,
                "Đặt lại mức của quy tắc kiểm tra cho mọi xã, kèm lý do.",
                list(setting()),
            ),
            may(
                keys::REMOVED,
                "Bỏ thành phần, chỉ tiêu, nhiệm vụ khỏi danh mục cho mọi xã, kèm lý do.",
                list(removal()),
            ),
        ]),
    )
}

/// What a folder takes away from the catalogue, which then has its code no longer.
fn removal() -> Value {
    object(vec![
        must(
            keys::CODE,
            "Mã thành phần, chỉ tiêu hoặc nhiệm vụ; xem `xaso list`.",
            text(),
        ),
        must(
            keys::REASON,
            "Vì sao; xã nào dùng mã đã bỏ sẽ được báo lý do này.",
            text(),
        ),
    ])
}

/// What a profile or a folder sets for a rule.
pub(super) fn setting() -> Value {
    let codes: Vec<String> = Code::ALL
        .iter()
        .filter(|code| code.is_rule())
        .map(ToString::to_string)
        .collect();
    let mut severities = vec![Severity::OFF];
    severities.extend(Severity::KEYS.map(|(key, _)| key));
    object(vec![
        must(
            keys::CODE,
            "Mã quy tắc; xem `xaso explain`.",
            json!({"enum": codes}),
        ),
        must(
            keys::SEVERITY,
            "Mức mới: tắt, lỗi, cảnh báo hoặc gợi ý.",
            json!({"enum": severities}),
        ),
        must(keys::REASON, "Vì sao; được in ra khi kiểm tra.", text()),
    ])
}
