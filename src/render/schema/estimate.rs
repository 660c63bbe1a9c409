//! The schema of an estimate in YAML.

use serde_json::Value;
use serde_json::json;

use super::build::file;
use super::build::list;
use super::build::may;
use super::build::must;
use super::build::number;
use super::build::object;
use super::build::text;
use super::build::whole;
use super::profile::commune_component;
use crate::model::Catalogue;

/// `budgets/*.yaml`.
pub(super) fn estimate(catalogue: &Catalogue) -> Value {
    file(
        "Dự toán của xã",
        object(vec![must(
            "du_toan",
            "Các khoản chi: mỗi khoản của một năm, từ một nguồn, là một mục.",
            list(object(vec![
                may(
                    "dong",
                    "Dòng của Phụ lục II; bỏ trống được nếu có mã thành phần.",
                    json!({"type": "string", "pattern": r"^(I|II|III)(\.\d{1,3}){0,5}$"}),
                ),
                may(
                    "thanh_phan",
                    "Mã thành phần mà khoản chi phục vụ.",
                    commune_component(catalogue),
                ),
                must("noi_dung", "Nội dung chi.", text()),
                may("don_vi", "Đơn vị tính.", text()),
                must("so_luong", "Số lượng.", number()),
                may(
                    "don_gia",
                    "Đơn giá, đồng; bỏ trống thì lấy theo bảng giá của tỉnh.",
                    whole(),
                ),
                may(
                    "thanh_tien",
                    "Thành tiền, đồng; nếu ghi thì phải bằng số lượng nhân đơn giá.",
                    whole(),
                ),
                must(
                    "loai",
                    "Loại chi phí: Đầu tư, Xã hội hóa, Thuê dịch vụ, Bảo dưỡng hoặc Thuê hằng năm.",
                    text(),
                ),
                must("nam", "Năm của kế hoạch.", text()),
                must(
                    "nguon",
                    "Nguồn kinh phí: Tỉnh, Xã hoặc Tự thanh toán.",
                    text(),
                ),
                may("ghi_chu", "Ghi chú.", text()),
            ])),
        )]),
    )
}
