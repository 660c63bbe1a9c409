//! The schemas of the registers that a province may put in place of those inside, and of the labels.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use super::build::code;
use super::build::date;
use super::build::file;
use super::build::list;
use super::build::may;
use super::build::must;
use super::build::object;
use super::build::text;
use super::build::truth;
use super::build::whole;
use super::build::word;
use crate::model::Catalogue;
use crate::model::LegalState;
use crate::model::Measured;
use crate::model::ProvinceKind;
use crate::model::keys;
use crate::render::TemplateFault;
use crate::render::parse_labels;
use crate::render::view::Labels;
use crate::source::Templates;

/// A body: its code, completed, or any other name.
pub(super) fn body(catalogue: &Catalogue) -> Value {
    let bodies = catalogue.bodies.iter();
    let codes: Vec<&str> = bodies.map(|body| &*body.code).collect();
    json!({"anyOf": [{"enum": codes}, {"type": "string"}]})
}

/// The place where something was read.
fn citation(catalogue: &Catalogue) -> Value {
    let documents = catalogue.legal.iter();
    object(vec![
        must(
            keys::DOCUMENT,
            "Mã văn bản trong danh mục.",
            code(documents.map(|document| (&*document.code, &*document.title))),
        ),
        must(keys::DOCUMENT_SECTION, "Mục trong văn bản.", text()),
    ])
}

/// `content/legal.yaml`.
pub(super) fn legal(catalogue: &Catalogue) -> Value {
    let documents = catalogue.legal.iter();
    let codes = code(documents.map(|document| (&*document.code, &*document.title)));
    let parts = json!({"enum": ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]});
    file(
        "Danh mục văn bản",
        list(object(vec![
            must(keys::CODE, "Mã riêng của văn bản.", text()),
            may(keys::KIND, "Luật, Nghị định, Quyết định …", text()),
            may(keys::NUMBER, "Số và ký hiệu; chưa rõ thì bỏ.", text()),
            may(keys::DATE, "Ngày ban hành; chưa rõ thì bỏ.", date()),
            may(keys::ISSUER, "Cơ quan ban hành.", text()),
            must(keys::TITLE, "Trích yếu.", text()),
            may(
                keys::IN_FORCE_FROM,
                "Ngày bắt đầu có hiệu lực; bỏ thì là ngày ban hành.",
                date(),
            ),
            may(
                keys::NO_LONGER,
                "Ngày đầu tiên không còn hiệu lực; bỏ thì là ngày có hiệu lực của văn bản thay thế.",
                date(),
            ),
            may(
                keys::STATUS,
                "Điều mà các ngày không nói: còn là dự thảo, hoặc chưa rõ còn hiệu lực hay không.",
                word(&LegalState::KEYS),
            ),
            may(keys::REPLACED_BY, "Mã văn bản thay thế.", codes.clone()),
            may(
                keys::AMENDED_BY,
                "Mã các văn bản sửa đổi, bổ sung.",
                list(codes),
            ),
            may(
                keys::CONFIRMED,
                "true khi số, ngày, cơ quan ban hành đã được đối chiếu với một văn bản công bố; chưa đối chiếu thì kế hoạch không viện dẫn.",
                truth(),
            ),
            must(
                keys::PART,
                "Các phần của kế hoạch viện dẫn văn bản này; [] là không viện dẫn.",
                list(parts),
            ),
            may(keys::NOTE, "Điều cần biết, chỗ chưa rõ.", text()),
        ])),
    )
}

/// `content/budget-rows.yaml`.
pub(super) fn budget_rows() -> Value {
    file(
        "Các dòng của Phụ lục II",
        list(object(vec![
            must(
                keys::CODE,
                "Mã dòng, ví dụ I.1.9.",
                json!({"type": "string", "pattern": r"^(I|II|III)(\.\d{1,3}){0,5}$"}),
            ),
            must(keys::NAME, "Tên dòng.", text()),
        ])),
    )
}

/// `content/province-tasks.yaml`.
pub(super) fn province_tasks(catalogue: &Catalogue) -> Value {
    let components = catalogue.components.iter();
    let components = code(components.map(|component| (&*component.code, &*component.name)));
    file(
        "Nhiệm vụ cấp tỉnh",
        list(object(vec![
            must(keys::NAME, "Tên nhóm.", text()),
            must(
                keys::TASKS,
                "Các nhiệm vụ của nhóm.",
                list(object(vec![
                    must(keys::CODE, "Mã nhiệm vụ.", text()),
                    must(keys::NAME, "Tên nhiệm vụ.", text()),
                    may(keys::DEADLINE, "Thời hạn theo nguồn.", text()),
                    must(keys::CONTENT, "Tỉnh làm gì, xã góp gì.", text()),
                    must(
                        keys::COMPONENTS,
                        "Thành phần cấp xã góp phần.",
                        list(components),
                    ),
                    must(keys::CITATIONS, "Nơi đã đọc.", list(citation(catalogue))),
                ])),
            ),
        ])),
    )
}

/// `content/glossary.yaml`.
pub(super) fn glossary(catalogue: &Catalogue) -> Value {
    file(
        "Từ viết tắt",
        list(object(vec![
            must(keys::SHORT, "Chữ viết tắt.", text()),
            must(keys::NAME, "Nghĩa tiếng Việt.", text()),
            may(keys::ENGLISH, "Tiếng Anh.", text()),
            may(
                keys::COMMON,
                "Ai cũng biết, không phải giải thích trong kế hoạch.",
                truth(),
            ),
            may(keys::CITATIONS, "Nơi đã đọc.", citation(catalogue)),
        ])),
    )
}

/// `content/provinces.yaml`.
pub(super) fn provinces(catalogue: &Catalogue) -> Value {
    file(
        "Tỉnh, thành phố",
        list(object(vec![
            must(
                keys::NAME,
                "Tên riêng, không ghi chữ tỉnh hay thành phố.",
                text(),
            ),
            must(
                keys::KIND,
                "tinh hoặc thanh_pho.",
                word(&ProvinceKind::KEYS),
            ),
            may(
                keys::CITY_SINCE,
                "Ngày trở thành thành phố, nếu trước đó là tỉnh.",
                date(),
            ),
            may(
                keys::OTHER_NAMES,
                "Cách viết khác vẫn gặp của tên này.",
                list(text()),
            ),
            may(
                keys::FORMER,
                "Tên các tỉnh cũ đã hợp nhất vào đây và không còn dùng.",
                list(text()),
            ),
            must(keys::CITATIONS, "Nơi đã đọc.", citation(catalogue)),
        ])),
    )
}

/// `content/rules.yaml`.
pub(super) fn rules() -> Value {
    file(
        "Giải thích quy tắc kiểm tra",
        list(object(vec![
            must(
                keys::CODE,
                "Mã phát hiện.",
                json!({"type": "string", "pattern": r"^XS\d{4}$"}),
            ),
            must(keys::NAME, "Kiểm tra điều gì.", text()),
            must(keys::WHY, "Vì sao.", text()),
            must(keys::REMEDY, "Sửa thế nào.", text()),
        ])),
    )
}

/// `content/sizes.yaml`.
pub(super) fn sizes() -> Value {
    file(
        "Mức tiền thường gặp",
        list(object(vec![
            must(keys::CODE, "Số tiền nào.", word(&Measured::KEYS)),
            may(
                keys::UNIT,
                "Chỉ dùng cho những thứ đếm bằng các đơn vị tính này.",
                list(text()),
            ),
            may(keys::FROM, "Ít hơn thì hỏi lại, bằng đồng.", whole()),
            may(keys::UNTIL, "Nhiều hơn thì hỏi lại, bằng đồng.", whole()),
            may(
                keys::AMOUNT,
                "Đơn giá thấp mà cả khoản từ mức này trở lên thì không hỏi.",
                whole(),
            ),
            must(keys::WHY, "Vì sao.", text()),
        ])),
    )
}

/// `templates/labels.yaml`: the same keys as the file inside.
pub(super) fn labels(templates: &Templates) -> Result<Value, TemplateFault> {
    // What the program takes for labels has all the keys of its own and no other.
    let _: Labels = parse_labels(templates)?;
    let labels: Value = parse_labels(templates)?;
    let mut schema = like(&labels);
    for place in lists(&labels, "") {
        if is_of_any_length(&labels, &place) {
            let list = place.replace('/', "/properties/");
            if let Some(Value::Object(list)) = schema.pointer_mut(&list) {
                list.remove("maxItems");
                list.remove("minItems");
            }
        }
    }
    Ok(file("Chữ cố định", schema))
}

/// The places of all lists.
fn lists(value: &Value, place: &str) -> Vec<String> {
    match value {
        Value::Object(entries) => {
            let below = entries.iter();
            let below = below.flat_map(|(key, value)| lists(value, &format!("{place}/{key}")));
            below.collect()
        }
        Value::Array(_) => vec![place.to_owned()],
        _ => Vec::new(),
    }
}

/// Whether the labels are as good with one item more in the list at a place.
fn is_of_any_length(labels: &Value, place: &str) -> bool {
    let mut longer = labels.clone();
    if let Some(Value::Array(items)) = longer.pointer_mut(place) {
        items.push("".into());
    }
    serde_json::from_value::<Labels>(longer).is_ok()
}

/// The schema of what has the keys of this value.
fn like(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let keys: Vec<&String> = entries.keys().collect();
            let properties: Map<String, Value> = entries
                .iter()
                .map(|(key, value)| (key.clone(), like(value)))
                .collect();
            json!({
                "type": "object",
                "properties": properties,
                "required": keys,
                "additionalProperties": false,
            })
        }
        Value::Array(items) => json!({
            "type": "array",
            "minItems": items.len(),
            "maxItems": items.len(),
            "items": {"type": "string"},
        }),
        _ => json!({"type": "string"}),
    }
}
