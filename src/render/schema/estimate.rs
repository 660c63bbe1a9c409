//! The schema of an estimate in YAML.

use serde_json::Value;
use serde_json::json;

use super::build::file;
use super::build::list;
use super::build::may;
use super::build::must;
use super::build::object;
use super::build::quantity;
use super::build::text;
use super::build::whole;
use super::profile::commune_component;
use crate::model::Catalogue;
use crate::model::keys;

/// `budgets/*.yaml`.
pub(super) fn estimate(catalogue: &Catalogue) -> Value {
    file(
        "Dự toán của xã",
        object(vec![must(
            keys::ESTIMATE,
            "Các khoản chi: mỗi khoản của một năm, từ một nguồn, là một mục.",
            list(object(vec![
                may(
                    keys::ROW,
                    "Dòng của Phụ lục II; bỏ trống được nếu có mã thành phần.",
                    json!({"type": "string", "pattern": r"^(I|II|III)(\.\d{1,3}){0,5}$"}),
                ),
                may(
                    keys::COMPONENTS,
                    "Mã thành phần mà khoản chi phục vụ.",
                    commune_component(catalogue),
                ),
                must(keys::CONTENT, "Nội dung chi.", text()),
                may(keys::UNIT, "Đơn vị tính.", text()),
                must(keys::QUANTITY, "Số lượng.", quantity()),
                may(
                    keys::UNIT_PRICE,
                    "Đơn giá, đồng; bỏ trống thì lấy theo bảng giá.",
                    whole(),
                ),
                may(
                    keys::AMOUNT,
                    "Thành tiền, đồng; nếu ghi thì phải bằng số lượng nhân đơn giá.",
                    whole(),
                ),
                must(
                    keys::KIND,
                    "Loại chi phí: Đầu tư, Xã hội hóa, Thuê dịch vụ, Bảo dưỡng hoặc Thuê hằng năm.",
                    text(),
                ),
                must(keys::YEAR, "Năm của kế hoạch.", text()),
                must(
                    keys::FUNDING_SOURCE,
                    "Nguồn kinh phí: Tỉnh (Thành phố), Xã (Phường, Đặc khu), Tự thanh toán, Trung ương, Chương trình mục tiêu quốc gia hoặc Xã hội hóa.",
                    text(),
                ),
                may(keys::NOTE, "Ghi chú.", text()),
            ])),
        )]),
    )
}
