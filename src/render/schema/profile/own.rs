//! What a commune adds to the catalogue, and the columns of Phụ lục I that it words itself.

use serde_json::Value;
use serde_json::json;

use super::super::build::Key;
use super::super::build::list;
use super::super::build::may;
use super::super::build::must;
use super::super::build::number;
use super::super::build::object;
use super::super::build::text;
use super::super::build::truth;
use super::super::build::word;
use super::super::registers::body;
use super::choice;
use super::times;
use super::yearly;
use crate::model::Catalogue;
use crate::model::Direction;
use crate::model::Layer;
use crate::model::Pillar;
use crate::model::keys;

/// The code and the name of something of the commune's own, and its pillar.
fn named(example: &str, name: &str) -> Vec<Key> {
    let code = format!(
        "Mã riêng, ví dụ {example}; bỏ trống thì được đặt theo thứ tự. Hồ sơ, dự toán dẫn mã này thì nên ghi; dự toán chỉ dẫn mã của thành phần, nhiệm vụ có kinh phí qua khóa `dong`."
    );
    vec![
        may(
            keys::CODE,
            &code,
            json!({"type": "string", "pattern": r"^\p{L}[\p{L}\p{N}.-]{0,15}$"}),
        ),
        must(keys::NAME, name, text()),
        must(keys::PILLAR, "Trụ cột.", word(&Pillar::KEYS)),
    ]
}

fn short_name() -> Key {
    may(
        keys::SHORT_NAME,
        "Tên ngắn dùng trong câu, ví dụ: sàn nông sản của xã.",
        text(),
    )
}

fn lead(catalogue: &Catalogue) -> Key {
    must(
        keys::LEAD,
        "Đơn vị chủ trì: mã đơn vị hoặc tên.",
        body(catalogue),
    )
}

/// A component that no catalogue has.
pub(super) fn component(catalogue: &Catalogue) -> Value {
    let mut found = named("TPR1", "Tên thành phần riêng của địa phương.");
    found.extend([
        short_name(),
        must(keys::LAYER, "Lớp của mô hình, 1 đến 4.", word(&Layer::KEYS)),
        may(keys::ROW, "Dòng của Phụ lục II, ví dụ I.1.7.", text()),
        must(keys::CONTENT, "Việc của địa phương, in ở Phần IV.", text()),
        must(keys::RESULT, "Sản phẩm.", text()),
        may(keys::HOW, "Cách làm, in ở Hướng dẫn thực hiện.", text()),
        may(
            keys::ENSURE,
            "Yêu cầu phải bảo đảm, in ở Hướng dẫn thực hiện.",
            text(),
        ),
        may(
            keys::AVOID,
            "Những việc không được làm, in ở Hướng dẫn thực hiện.",
            text(),
        ),
        lead(catalogue),
    ]);
    found.extend(choice(catalogue));
    object(found)
}

/// A task that no catalogue has.
pub(super) fn task(catalogue: &Catalogue) -> Value {
    let mut found = named("NVR-01", "Tên nhiệm vụ riêng của địa phương: cột Nội dung.");
    found.push(short_name());
    found.push(lead(catalogue));
    found.extend(task_choice(catalogue));
    found.extend(columns(true));
    object(found)
}

/// What any task may say of itself, but for who leads.
pub(super) fn task_choice(catalogue: &Catalogue) -> Vec<Key> {
    let mut found: Vec<Key> = times().into();
    found.extend([
        may(keys::SUPPORT, "Đơn vị phối hợp.", list(body(catalogue))),
        may(keys::COSTLESS, "Nhiệm vụ không cần kinh phí.", truth()),
    ]);
    found
}

/// The columns of Phụ lục I; of a task of the commune's own some must be there.
pub(super) fn columns(is_own: bool) -> Vec<Key> {
    let needed = if is_own { must } else { may };
    vec![
        may(
            keys::ORGANISERS,
            "Cột Bộ phận tổ chức thực hiện; nhiệm vụ riêng bỏ trống thì lấy đơn vị chủ trì, phối hợp.",
            text(),
        ),
        may(keys::PERSONS, "Cột Cá nhân thực hiện.", text()),
        needed(keys::CONTENT, "Cột Nội dung cần thực hiện.", text()),
        may(keys::METHOD, "Cột Cách thức tổ chức thực hiện.", text()),
        needed(keys::RESULT, "Cột Kết quả sau khi thực hiện.", text()),
        may(keys::BENEFIT, "Cột Hiệu quả mang lại.", text()),
        may(keys::DURATION, "Thời lượng, ví dụ 04 tuần.", text()),
        may(keys::ROW, "Dòng của Phụ lục II.", text()),
        may(
            keys::COMPONENTS,
            "Mã các thành phần mà nhiệm vụ thực hiện.",
            list(text()),
        ),
    ]
}

/// A target that no catalogue has.
pub(super) fn target() -> Value {
    let mut found = named("CTR-01", "Tên chỉ tiêu riêng của địa phương.");
    found.extend([
        must(keys::UNIT, "Đơn vị tính, ví dụ %.", text()),
        may(
            keys::DIRECTION,
            "Chiều hướng tốt: tang (mặc định) hoặc giam.",
            word(&Direction::KEYS),
        ),
        must(keys::MEASUREMENT, "Cách đo.", text()),
        may(
            keys::COMPONENTS,
            "Mã các thành phần phục vụ chỉ tiêu.",
            list(text()),
        ),
        may(
            keys::TASKS,
            "Mã các nhiệm vụ phục vụ chỉ tiêu.",
            list(text()),
        ),
        must(keys::SITUATION, "Giá trị hiện nay.", number()),
        yearly(),
    ]);
    object(found)
}
