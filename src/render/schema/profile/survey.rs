//! The situation of a commune in its profile: the survey, and what it says of it.

use serde_json::Value;
use serde_json::json;

use crate::model::keys;
use crate::render::schema::build::list;
use crate::render::schema::build::may;
use crate::render::schema::build::must;
use crate::render::schema::build::object;
use crate::render::schema::build::text;

/// What the commune says of its situation.
pub(super) fn situation() -> Value {
    let row = json!({"anyOf": [survey_row(false), survey_row(true)]});
    object(vec![
        may(
            keys::OVERVIEW,
            "Đoạn văn riêng của xã sau phần đặc điểm chung.",
            text(),
        ),
        may(
            keys::SURVEY,
            "Bảng khảo sát, theo nhóm.",
            list(object(vec![
                must(keys::GROUP, "Tên nhóm.", text()),
                must(keys::INDICATORS, "Các dòng của nhóm.", list(row)),
            ])),
        ),
        may(keys::STRENGTHS, "Thuận lợi.", text()),
        may(keys::WEAKNESSES, "Khó khăn.", text()),
    ])
}

/// A row of the survey; one that is today's value of a target may leave the rest to that.
fn survey_row(is_linked: bool) -> Value {
    let usual = if is_linked { may } else { must };
    let link = if is_linked { must } else { may };
    object(vec![
        usual(keys::NAME, "Nội dung khảo sát.", text()),
        link(
            keys::TARGETS,
            "Mã chỉ tiêu mà dòng này là hiện trạng: tên, đơn vị lấy theo chỉ tiêu; số chỉ ghi một lần, ở đây hoặc ở `hien_trang`.",
            text(),
        ),
        usual(keys::VALUE, "Con số hoặc vài chữ.", text()),
        may(keys::UNIT, "Đơn vị tính.", text()),
        may(keys::NOTE, "Ghi chú.", text()),
    ])
}
