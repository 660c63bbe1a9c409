//! The schema of a commune's profile.

mod head;
mod own;
mod section;
mod survey;

use serde_json::Value;
use serde_json::json;

use super::build::Key;
use super::build::above_zero;
use super::build::code;
use super::build::date;
use super::build::file;
use super::build::list;
use super::build::may;
use super::build::must;
use super::build::number;
use super::build::object;
use super::build::text;
use super::build::truth;
use super::build::whole;
use super::build::word;
use super::registers::body;
use super::settings::setting;
use crate::model::Catalogue;
use crate::model::CommuneKind;
use crate::model::DisplayUnit;
use crate::model::GuidancePrint;
use crate::model::Phase;
use crate::model::SectionId;
use crate::model::Terrain;
use crate::model::Way;
use crate::model::keys;

/// `content/communes/*.yaml`.
pub(super) fn profile(catalogue: &Catalogue) -> Value {
    let sections = SectionId::ALL.map(|(name, id)| may(name, section::meaning(id), text()));
    let sections = object(sections.into());
    file(
        "Hồ sơ của xã",
        object(vec![
            must(keys::COMMUNE, "Địa phương và các số liệu chung.", commune()),
            may(
                keys::ILLUSTRATIVE,
                "Số liệu minh họa: mọi trang sẽ ghi rõ; bỏ dòng này khi đã điền số liệu thật.",
                truth(),
            ),
            may(
                keys::HAS_DISTRICT,
                "Kế hoạch có cấp huyện (trước ngày 01/7/2025).",
                truth(),
            ),
            may(
                keys::RULES,
                "Đặt lại mức của quy tắc kiểm tra, kèm lý do.",
                list(setting()),
            ),
            may(
                keys::FUNDING,
                "Giới hạn kinh phí và đơn vị tính của các bảng.",
                object(vec![
                    may(
                        keys::CEILING,
                        "Tổng kinh phí được giao, đồng; dự toán vượt mức này là lỗi.",
                        whole(),
                    ),
                    may(
                        keys::DISPLAY_UNIT,
                        "Đơn vị tính của các bảng kinh phí: dong (mặc định), nghin_dong hoặc trieu_dong.",
                        word(&DisplayUnit::KEYS),
                    ),
                    may(
                        keys::MOST_PLACES,
                        "Số chữ số lẻ nhiều nhất khi tính bằng nghìn đồng (0 đến 3) hoặc triệu đồng (0 đến 6); không ghi thì đủ để số nào cũng đúng đến từng đồng.",
                        json!({"type": "integer", "minimum": 0, "maximum": 6}),
                    ),
                ]),
            ),
            may(
                keys::PRINTS,
                "Các bản in kèm theo kế hoạch.",
                object(vec![must(
                    keys::GUIDANCE_PRINT,
                    "Hướng dẫn thực hiện cho các đơn vị: tai_lieu_rieng (mặc định) là tài liệu riêng, có thêm bản của từng đơn vị; phu_luc là phụ lục cuối của kế hoạch; khong là không in.",
                    word(&GuidancePrint::KEYS),
                )]),
            ),
            may(
                keys::RENT_OR_BUY,
                "Hạng mục vừa thuê được vừa mua được: so sánh chi phí năm năm ở Phụ lục II.",
                list(rent_or_buy(catalogue)),
            ),
            must(
                keys::PLAN,
                "Số, ngày, các năm của kế hoạch và cách ban hành.",
                head::plan(),
            ),
            may(
                keys::SIGNATORY,
                "Người ký kế hoạch; ban hành kèm theo quyết định thì không ghi.",
                head::signatory(),
            ),
            may(
                keys::RECIPIENTS,
                "Nơi nhận, mỗi dòng một nơi, dòng cuối là Lưu.",
                list(text()),
            ),
            may(
                keys::LEGAL,
                "Văn bản riêng của tỉnh, của xã; văn bản chung đã có sẵn.",
                list(text()),
            ),
            may(
                keys::ABBREVIATIONS,
                "Từ viết tắt riêng của hồ sơ; từ thông dụng đã có sẵn.",
                list(object(vec![
                    must(keys::SHORT, "Chữ viết tắt, ví dụ HTX.", text()),
                    must(keys::NAME, "Nghĩa, ví dụ Hợp tác xã.", text()),
                ])),
            ),
            may(
                keys::SITUATION,
                "Hiện trạng theo khảo sát.",
                survey::situation(),
            ),
            must(
                keys::TARGETS,
                "Chỉ tiêu: hiện trạng và giá trị cuối mỗi năm.",
                list(json!({"anyOf": [target(catalogue), own::target()]})),
            ),
            must(
                keys::PHASE,
                "Ngày của ba giai đoạn.",
                list(object(vec![
                    must(keys::NUMBER, "1, 2 hoặc 3.", word(&Phase::KEYS)),
                    must(keys::FROM, "Ngày đầu.", date()),
                    must(keys::UNTIL, "Ngày cuối.", date()),
                ])),
            ),
            must(
                keys::COMPONENTS,
                "Thành phần triển khai: mã; mã kèm phần riêng của xã; hoặc thành phần riêng, có tên thay cho mã.",
                list(json!({
                    "anyOf": [
                        commune_component(catalogue), component(catalogue), own::component(catalogue),
                    ],
                })),
            ),
            may(
                keys::OPINIONS,
                "Văn bản của cấp tỉnh trả lời về các thành phần xin ý kiến, mỗi văn bản một mục.",
                list(object(vec![
                    must(keys::NUMBER, "Số và ký hiệu của văn bản trả lời.", text()),
                    must(keys::DATE, "Ngày của văn bản trả lời.", date()),
                    may(keys::AGREED, "Mã các thành phần được đồng ý.", list(text())),
                    may(
                        keys::REFUSED,
                        "Mã các thành phần không được đồng ý.",
                        list(text()),
                    ),
                ])),
            ),
            may(
                keys::LEFT_OUT,
                "Thành phần thiết yếu không triển khai kỳ này, kèm lý do.",
                list(object(vec![
                    must(keys::CODE, "Mã thành phần.", commune_component(catalogue)),
                    must(keys::REASON, "Vì sao không triển khai.", text()),
                    may(
                        keys::PRESENT,
                        "Xã đã có từ trước, thành phần khác được dựa vào.",
                        truth(),
                    ),
                ])),
            ),
            may(
                keys::TASKS,
                "Nhiệm vụ của Phụ lục I; bỏ trống thì lấy mọi nhiệm vụ của các thành phần đã chọn.",
                list(json!({
                    "anyOf": [task_code(catalogue), task(catalogue), own::task(catalogue)],
                })),
            ),
            may(
                keys::ROW,
                "Dòng xã thêm vào Phụ lục II.",
                list(object(vec![
                    must(
                        keys::CODE,
                        "Số tiếp theo dưới một dòng đã có, ví dụ I.3.",
                        text(),
                    ),
                    must(keys::NAME, "Tên dòng.", text()),
                ])),
            ),
            may(
                keys::OWN_SECTIONS,
                "Lời riêng của xã thay cho lời chung của chương trình.",
                sections,
            ),
        ]),
    )
}

fn commune() -> Value {
    object(vec![
        must(keys::NAME, "Tên riêng, không ghi chữ xã, phường.", text()),
        must(
            keys::KIND,
            "Loại đơn vị hành chính.",
            word(&CommuneKind::KEYS),
        ),
        must(keys::PROVINCE, "Ví dụ tỉnh An Bình, thành phố …", text()),
        must(
            keys::TERRAIN,
            "Địa bàn: quyết định thành phần bổ sung được chọn.",
            word(&Terrain::KEYS),
        ),
        must(keys::POPULATION, "Dân số, viết liền chữ số.", whole()),
        must(keys::HOUSEHOLDS, "Số hộ.", whole()),
        must(
            keys::AREA,
            "Diện tích, km², phần thập phân viết bằng dấu chấm.",
            number(),
        ),
        must(keys::UNITS, "Số thôn, bản, tổ dân phố.", whole()),
        may(
            keys::UNIT_NAME,
            "Tên gọi của đơn vị dân cư: thôn, bản, tổ dân phố …",
            text(),
        ),
        must(keys::OFFICIALS, "Số cán bộ, công chức.", whole()),
    ])
}

fn rent_or_buy(catalogue: &Catalogue) -> Value {
    object(vec![
        must(keys::NAME, "Tên hạng mục.", text()),
        must(
            keys::COMPONENTS,
            "Mã thành phần có trong hồ sơ.",
            json!({"anyOf": [commune_component(catalogue), text()]}),
        ),
        must(keys::QUANTITY, "Số lượng cần dùng.", above_zero()),
        must(keys::BUYING, "Giá mua một đơn vị, đồng.", above_zero()),
        must(
            keys::UPKEEP,
            "Tiền bảo dưỡng một đơn vị mỗi năm nếu mua, đồng.",
            whole(),
        ),
        must(
            keys::RENTING,
            "Giá thuê một đơn vị mỗi năm, đồng.",
            above_zero(),
        ),
        must(keys::CHOSEN_WAY, "Phương án được chọn.", word(&Way::KEYS)),
        must(keys::REASON, "Vì sao chọn phương án này.", text()),
    ])
}

fn target(catalogue: &Catalogue) -> Value {
    let objectives = catalogue.objectives.iter();
    let objectives = objectives.filter(|objective| objective.superseded.is_none());
    object(vec![
        must(
            keys::CODE,
            "Mã chỉ tiêu.",
            code(objectives.map(|objective| (&*objective.code, &*objective.name))),
        ),
        may(
            keys::SITUATION,
            "Giá trị hiện nay; bỏ được khi một dòng khảo sát ghi `muc_tieu` là mã này.",
            number(),
        ),
        yearly(),
        may(
            keys::REASON,
            "Vì sao đặt thấp hơn mức của tài liệu nguồn.",
            text(),
        ),
    ])
}

/// The values of a target.
fn yearly() -> Key {
    must(
        keys::VALUE,
        "Giá trị cuối mỗi năm, ví dụ {2027: 60, 2028: 80}.",
        json!({
            "type": "object",
            "patternProperties": {r"^\d{4}$": number()},
            "additionalProperties": false,
        }),
    )
}

/// The code of a component that a commune deploys.
pub(super) fn commune_component(catalogue: &Catalogue) -> Value {
    let components = catalogue.components.iter();
    let components = components.filter(|component| component.supplier.is_commune());
    code(components.map(|component| (&*component.code, &*component.name)))
}

fn component(catalogue: &Catalogue) -> Value {
    let mut keys = vec![must(
        keys::CODE,
        "Mã thành phần.",
        commune_component(catalogue),
    )];
    keys.extend(choice(catalogue));
    keys.push(lead(catalogue));
    keys.extend([
        may(
            keys::TEXT_AFTER,
            "Nội dung riêng của xã, đứng sau nội dung chung của thành phần trong kế hoạch.",
            text(),
        ),
        may(
            keys::TEXT_INSTEAD,
            "Nội dung riêng của xã, thay cho nội dung chung của thành phần trong kế hoạch; thành phần này không có phần hướng dẫn thực hiện.",
            text(),
        ),
        may(
            keys::RESULT,
            "Sản phẩm, thay cho sản phẩm chung của thành phần.",
            text(),
        ),
    ]);
    object(keys)
}

/// What any component may say of itself, the catalogue's or the commune's own.
fn choice(catalogue: &Catalogue) -> Vec<Key> {
    let phase = word(&Phase::KEYS);
    let mut keys = vec![may(
        keys::PHASE,
        "Giai đoạn, nếu khác hướng dẫn; làm qua nhiều giai đoạn thì viết [1, 2].",
        json!({"anyOf": [phase, {"type": "array", "minItems": 1, "maxItems": 3, "items": phase}]}),
    )];
    keys.extend(times());
    keys.extend([
        may(keys::SUPPORT, "Đơn vị phối hợp.", list(body(catalogue))),
        may(
            keys::PROCUREMENT,
            "Hình thức thực hiện: thuê, mua sắm …",
            text(),
        ),
        may(keys::REASON_TO_BUY, "Vì sao mua mà không thuê.", text()),
    ]);
    keys
}

/// When something is done.
fn times() -> [Key; 4] {
    [
        may(keys::START, "Ngày bắt đầu, trong giai đoạn.", date()),
        may(keys::END, "Ngày kết thúc, trong giai đoạn.", date()),
        may(
            keys::PERMANENT,
            "Việc làm thường xuyên, kéo dài đến hết kế hoạch; in là Thường xuyên.",
            truth(),
        ),
        may(
            keys::DEADLINE,
            "Thời hạn bằng lời, in nguyên văn: Quý II/2027, trước Tết Nguyên đán …",
            text(),
        ),
    ]
}

/// Who leads.
fn lead(catalogue: &Catalogue) -> Key {
    may(
        keys::LEAD,
        "Đơn vị chủ trì: mã đơn vị hoặc tên.",
        body(catalogue),
    )
}

fn task_code(catalogue: &Catalogue) -> Value {
    let tasks = catalogue.tasks.iter();
    code(tasks.map(|task| (&*task.code, &*task.name)))
}

fn task(catalogue: &Catalogue) -> Value {
    let mut keys = vec![
        must(keys::CODE, "Mã nhiệm vụ.", task_code(catalogue)),
        lead(catalogue),
    ];
    keys.extend(own::task_choice(catalogue));
    keys.extend(own::columns(false));
    object(keys)
}
