//! The schema of what the sources ask of plans.

use serde_json::Value;
use serde_json::json;

use super::build::above_zero;
use super::build::code;
use super::build::file;
use super::build::list;
use super::build::may;
use super::build::must;
use super::build::object;
use super::build::text;
use super::build::word;
use crate::model::Catalogue;
use crate::model::Condition;
use crate::model::PlanPlace;
use crate::model::PlanTable;
use crate::model::SectionId;
use crate::model::keys;

/// `content/demands/*.yaml`.
pub(super) fn demands(catalogue: &Catalogue) -> Value {
    let mut places = list(place(catalogue));
    places["minItems"] = 1.into();
    let mut demand = object(vec![
        must(keys::CODE, "Mã yêu cầu.", text()),
        must(
            keys::DOCUMENT_SECTION,
            "Mục trong tài liệu mang tên tệp này.",
            text(),
        ),
        must(keys::DEMAND, "Điều tài liệu yêu cầu.", text()),
        may(
            keys::CONTENT,
            "Các nội dung của yêu cầu, khi có nơi chỉ đáp ứng một phần.",
            list(text()),
        ),
        may(
            keys::PLACES,
            "Các nơi đáp ứng trong kế hoạch; mỗi nội dung có một nơi là đủ.",
            places,
        ),
        may(
            keys::REASON,
            "Vì sao kế hoạch của cấp xã không đáp ứng.",
            text(),
        ),
    ]);
    demand["oneOf"] = json!([{"required": [keys::PLACES]}, {"required": [keys::REASON]}]);
    file("Yêu cầu của một tài liệu", list(demand))
}

/// A place: one of its keys, with when and what it answers.
fn place(catalogue: &Catalogue) -> Value {
    let mut condition = list(json!({"enum": Condition::all_words(catalogue)}));
    condition["minItems"] = 1.into();
    let mut answers = list(above_zero());
    answers["minItems"] = 1.into();
    let bodies: Vec<&str> = catalogue.bodies.iter().map(|it| &*it.code).collect();
    let components = catalogue.components.iter();
    let objectives = catalogue.objectives.iter();
    let tasks = catalogue.tasks.iter();
    let rules = catalogue.rules.iter();
    let mut place = object(vec![
        may(keys::PART, "Một phần văn bản.", word(&SectionId::ALL)),
        may(
            keys::UNIT,
            "Trách nhiệm của một đơn vị.",
            json!({"enum": bodies}),
        ),
        may(
            keys::COMPONENTS,
            "Một thành phần.",
            code(components.map(|it| (&*it.code, &*it.name))),
        ),
        may(
            keys::TARGETS,
            "Một chỉ tiêu.",
            code(objectives.map(|it| (&*it.code, &*it.name))),
        ),
        may(
            keys::TASKS,
            "Một nhiệm vụ.",
            code(tasks.map(|it| (&*it.code, &*it.name))),
        ),
        may(
            keys::TABLE,
            "Một bảng, hoặc thuận lợi, khó khăn của địa phương.",
            word(&PlanTable::KEYS),
        ),
        may(
            keys::RULES,
            "Một quy tắc kiểm tra.",
            code(rules.map(|it| (&*it.code, &*it.name))),
        ),
        may(keys::SURVEY, "Một dòng của bảng khảo sát.", text()),
        may(
            keys::WHEN,
            "Câu mà nơi này dựa vào chỉ có khi kế hoạch có một trong các mã này hoặc ở loại địa phương này.",
            condition,
        ),
        may(
            keys::ANSWERS,
            "Số thứ tự các nội dung mà nơi này đáp ứng; không ghi là mọi nội dung.",
            answers,
        ),
    ]);
    let kinds = PlanPlace::KINDS.map(|kind| json!({"required": [kind]}));
    place["oneOf"] = kinds.as_slice().into();
    place
}
