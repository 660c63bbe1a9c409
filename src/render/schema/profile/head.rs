//! The head of a plan, and who signs it.

use serde_json::Value;
use serde_json::json;

use super::super::build::date;
use super::super::build::may;
use super::super::build::must;
use super::super::build::object;
use super::super::build::text;
use super::super::build::truth;
use super::super::build::word;
use crate::model::Deputising;
use crate::model::Issuer;
use crate::model::keys;

/// A day, or a month of a draft whose day is open.
fn day_or_month() -> Value {
    json!({"anyOf": [date(), {"type": "string", "pattern": r"^(tháng )?\d{1,2}(/| năm )\d{4}$"}]})
}

pub(super) fn plan() -> Value {
    object(vec![
        may(
            keys::DRAFT,
            "Bản dự thảo, trình ký: in chữ DỰ THẢO; được bỏ trống số, và ngày chỉ ghi tháng (01/2027) hoặc bỏ trống.",
            truth(),
        ),
        may(
            keys::ISSUER,
            "Cơ quan ban hành: ubnd (mặc định) hoặc ban_chi_dao.",
            word(&Issuer::KEYS),
        ),
        may(
            keys::NUMBER,
            "Số và ký hiệu, ví dụ 12/KH-UBND, 12/KH-BCĐ.",
            text(),
        ),
        may(
            keys::DATE,
            "Ngày ban hành, ví dụ 15/01/2027; bản dự thảo ghi tháng: 01/2027.",
            day_or_month(),
        ),
        may(
            keys::DECISION,
            "Quyết định ban hành kế hoạch: khi đó kế hoạch không có số, ngày, người ký, nơi nhận riêng.",
            object(vec![
                may(keys::NUMBER, "Số và ký hiệu, ví dụ 45/QĐ-UBND.", text()),
                may(keys::DATE, "Ngày của quyết định.", day_or_month()),
            ]),
        ),
        may(
            keys::PLACE,
            "Địa danh trước ngày tháng; bỏ trống thì lấy tên xã.",
            text(),
        ),
        must(
            keys::YEAR,
            "Các năm của kế hoạch, liền nhau, không quá 5 năm.",
            json!({
                "type": "array", "minItems": 1, "maxItems": 5,
                "items": {"type": "integer", "minimum": 2000, "maximum": 2100},
            }),
        ),
    ])
}

pub(super) fn signatory() -> Value {
    object(vec![
        may(
            keys::SIGNING,
            "Cấp phó ký thay (KT.), hoặc ký thừa ủy quyền (TUQ.), thừa lệnh (TL.) người đứng đầu; người đứng đầu ký thì không ghi.",
            word(&Deputising::KEYS),
        ),
        may(
            keys::AUTHORITY,
            "Ví dụ TM. ỦY BAN NHÂN DÂN; bỏ trống thì theo cơ quan ban hành.",
            text(),
        ),
        must(
            keys::OFFICE,
            "Chức vụ của người ký, ví dụ CHỦ TỊCH; ký thay thì ghi PHÓ CHỦ TỊCH.",
            text(),
        ),
        may(keys::FULL_NAME, "Họ và tên; bỏ trống thì chừa chỗ.", text()),
    ])
}
