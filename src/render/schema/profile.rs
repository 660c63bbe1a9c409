//! The schemas of a commune's profile and of a folder's settings.

use serde_json::Value;
use serde_json::json;

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
use crate::diagnostic::Code;
use crate::diagnostic::Severity;
use crate::model::Catalogue;
use crate::model::CommuneKind;
use crate::model::DisplayUnit;
use crate::model::Phase;
use crate::model::SectionId;
use crate::model::Terrain;
use crate::model::Way;

/// `content/communes/*.yaml`.
pub(super) fn profile(catalogue: &Catalogue) -> Value {
    let sections = SectionId::ALL.map(|(name, id)| may(name, section(id), text()));
    let sections = object(sections.into());
    file(
        "Hồ sơ của xã",
        object(vec![
            must("xa", "Địa phương và các số liệu chung.", commune()),
            may(
                "minh_hoa",
                "Số liệu minh họa: mọi trang sẽ ghi rõ; bỏ dòng này khi đã điền số liệu thật.",
                truth(),
            ),
            may(
                "cap_huyen",
                "Kế hoạch có cấp huyện (trước ngày 01/7/2025).",
                truth(),
            ),
            may(
                "quy_tac",
                "Đặt lại mức của quy tắc kiểm tra, kèm lý do.",
                list(setting()),
            ),
            may(
                "kinh_phi",
                "Giới hạn kinh phí và đơn vị tính của các bảng.",
                object(vec![
                    may(
                        "tran",
                        "Tổng kinh phí được giao, đồng; dự toán vượt mức này là lỗi.",
                        whole(),
                    ),
                    may(
                        "don_vi_tinh",
                        "Đơn vị tính của các bảng kinh phí: dong (mặc định), nghin_dong hoặc trieu_dong.",
                        word(&DisplayUnit::KEYS),
                    ),
                ]),
            ),
            may(
                "thue_hay_mua",
                "Hạng mục vừa thuê được vừa mua được: so sánh chi phí năm năm ở Phần VI.",
                list(rent_or_buy(catalogue)),
            ),
            must(
                "ke_hoach",
                "Số, ngày và các năm của kế hoạch.",
                object(vec![
                    must("so", "Số và ký hiệu, ví dụ 12/KH-UBND.", text()),
                    must("ngay", "Ngày ban hành, ví dụ 15/01/2027.", date()),
                    may(
                        "dia_danh",
                        "Địa danh trước ngày tháng; bỏ trống thì lấy tên xã.",
                        text(),
                    ),
                    must(
                        "nam",
                        "Các năm của kế hoạch, liền nhau, từ một đến năm năm.",
                        json!({
                            "type": "array", "minItems": 1, "maxItems": 5,
                            "items": {"type": "integer", "minimum": 2000, "maximum": 2100},
                        }),
                    ),
                ]),
            ),
            must(
                "nguoi_ky",
                "Người ký kế hoạch.",
                object(vec![
                    must("quyen_han", "Ví dụ TM. ỦY BAN NHÂN DÂN.", text()),
                    must("chuc_vu", "Ví dụ CHỦ TỊCH.", text()),
                    may("ho_ten", "Họ và tên; bỏ trống thì chừa chỗ.", text()),
                ]),
            ),
            may(
                "noi_nhan",
                "Nơi nhận, mỗi dòng một nơi, dòng cuối là Lưu.",
                list(text()),
            ),
            may(
                "can_cu",
                "Văn bản riêng của tỉnh, của xã; văn bản chung đã có sẵn.",
                list(text()),
            ),
            may("hien_trang", "Hiện trạng theo khảo sát.", situation()),
            must(
                "muc_tieu",
                "Chỉ tiêu: hiện trạng và giá trị cuối mỗi năm.",
                list(target(catalogue)),
            ),
            must(
                "giai_doan",
                "Ngày của ba giai đoạn.",
                list(object(vec![
                    must("so", "1, 2 hoặc 3.", word(&Phase::KEYS)),
                    must("tu", "Ngày đầu.", date()),
                    must("den", "Ngày cuối.", date()),
                ])),
            ),
            must(
                "thanh_phan",
                "Thành phần triển khai: mã, hoặc mã kèm phần riêng của xã.",
                list(json!({
                    "anyOf": [commune_component(catalogue), component(catalogue)],
                })),
            ),
            may(
                "khong_chon",
                "Thành phần thiết yếu không triển khai kỳ này, kèm lý do.",
                list(object(vec![
                    must("ma", "Mã thành phần.", commune_component(catalogue)),
                    must("ly_do", "Vì sao không triển khai.", text()),
                    may(
                        "da_co",
                        "Xã đã có từ trước, thành phần khác được dựa vào.",
                        truth(),
                    ),
                ])),
            ),
            may(
                "nhiem_vu",
                "Nhiệm vụ của Phụ lục I; bỏ trống thì lấy mọi nhiệm vụ của các thành phần đã chọn.",
                list(json!({
                    "anyOf": [task_code(catalogue), task(catalogue)],
                })),
            ),
            may(
                "dong",
                "Dòng xã thêm vào Phụ lục II.",
                list(object(vec![
                    must("ma", "Số tiếp theo dưới một dòng đã có, ví dụ I.3.", text()),
                    must("ten", "Tên dòng.", text()),
                ])),
            ),
            may(
                "van_ban",
                "Lời riêng của xã thay cho lời chung của chương trình.",
                sections,
            ),
        ]),
    )
}

/// What a section of the plan holds.
fn section(id: SectionId) -> &'static str {
    match id {
        SectionId::Subject => "Trích yếu: tên của kế hoạch, dưới chữ KẾ HOẠCH.",
        SectionId::Basis => "Đoạn mở đầu, trước danh sách căn cứ.",
        SectionId::Features => "Đặc điểm tình hình chung của địa phương.",
        SectionId::GeneralObjective => "Mục tiêu tổng quát.",
        SectionId::SpecificObjectives => "Lời dẫn của mục tiêu cụ thể.",
        SectionId::Principles => "Nguyên tắc thực hiện.",
        SectionId::GovernmentPillar => "Lời dẫn của nội dung về chính quyền số.",
        SectionId::EconomyPillar => "Lời dẫn của nội dung về kinh tế số.",
        SectionId::SocietyPillar => "Lời dẫn của nội dung về xã hội số.",
        SectionId::Operation => "Vận hành, quản trị.",
        SectionId::Resources => "Nguồn lực, nhân lực.",
        SectionId::Roadmap => "Lời dẫn của lộ trình.",
        SectionId::FirstPhase => "Giai đoạn 1 của lộ trình.",
        SectionId::SecondPhase => "Giai đoạn 2 của lộ trình.",
        SectionId::ThirdPhase => "Giai đoạn 3 của lộ trình.",
        SectionId::FundingSources => "Nguồn kinh phí.",
        SectionId::FundingPrinciples => "Nguyên tắc bố trí, sử dụng kinh phí.",
        SectionId::FundingSummary => "Lời dẫn của tổng hợp kinh phí.",
        SectionId::GovernmentEffects => "Hiệu quả về chính quyền số.",
        SectionId::EconomyEffects => "Hiệu quả về kinh tế số.",
        SectionId::SocietyEffects => "Hiệu quả về xã hội số.",
        SectionId::Organisation => "Tổ chức thực hiện.",
        SectionId::Reporting => "Chế độ báo cáo.",
        SectionId::Closing => "Đoạn kết của kế hoạch.",
    }
}

/// `content/settings.yaml`.
pub(super) fn settings() -> Value {
    file(
        "Thiết lập chung của thư mục",
        object(vec![may(
            "quy_tac",
            "Đặt lại mức của quy tắc kiểm tra cho mọi xã, kèm lý do.",
            list(setting()),
        )]),
    )
}

fn setting() -> Value {
    let codes: Vec<String> = Code::ALL
        .iter()
        .filter(|code| code.is_rule())
        .map(ToString::to_string)
        .collect();
    let mut severities = vec!["tat"];
    severities.extend(Severity::KEYS.map(|(key, _)| key));
    object(vec![
        must(
            "ma",
            "Mã quy tắc; xem `xaso explain`.",
            json!({"enum": codes}),
        ),
        must(
            "muc",
            "Mức mới: tắt, lỗi, cảnh báo hoặc gợi ý.",
            json!({"enum": severities}),
        ),
        must("ly_do", "Vì sao; được in ra khi kiểm tra.", text()),
    ])
}

fn commune() -> Value {
    object(vec![
        must("ten", "Tên riêng, không ghi chữ xã, phường.", text()),
        must("loai", "Loại đơn vị hành chính.", word(&CommuneKind::KEYS)),
        must("tinh", "Ví dụ tỉnh An Bình, thành phố …", text()),
        must(
            "dia_ban",
            "Địa bàn: quyết định thành phần bổ sung được chọn.",
            word(&Terrain::KEYS),
        ),
        must("dan_so", "Dân số, viết liền chữ số.", whole()),
        must("so_ho", "Số hộ.", whole()),
        must(
            "dien_tich",
            "Diện tích, km², phần thập phân viết bằng dấu chấm.",
            number(),
        ),
        must("so_thon", "Số thôn, bản, tổ dân phố.", whole()),
        may(
            "don_vi_dan_cu",
            "Tên gọi của đơn vị dân cư: thôn, bản, tổ dân phố …",
            text(),
        ),
        must("so_can_bo", "Số cán bộ, công chức.", whole()),
    ])
}

fn rent_or_buy(catalogue: &Catalogue) -> Value {
    object(vec![
        must("ten", "Tên hạng mục.", text()),
        must(
            "thanh_phan",
            "Mã thành phần có trong hồ sơ.",
            commune_component(catalogue),
        ),
        must("so_luong", "Số lượng cần dùng.", above_zero()),
        must("mua", "Giá mua một đơn vị, đồng.", above_zero()),
        must(
            "bao_duong",
            "Tiền bảo dưỡng một đơn vị mỗi năm nếu mua, đồng.",
            whole(),
        ),
        must("thue", "Giá thuê một đơn vị mỗi năm, đồng.", above_zero()),
        must("chon", "Phương án được chọn.", word(&Way::KEYS)),
        must("ly_do", "Vì sao chọn phương án này.", text()),
    ])
}

fn situation() -> Value {
    let row = object(vec![
        must("ten", "Nội dung khảo sát.", text()),
        must("gia_tri", "Con số hoặc vài chữ.", text()),
        may("don_vi", "Đơn vị tính.", text()),
        may("ghi_chu", "Ghi chú.", text()),
    ]);
    object(vec![
        may(
            "tong_quan",
            "Đoạn văn riêng của xã sau phần đặc điểm chung.",
            text(),
        ),
        may(
            "khao_sat",
            "Bảng khảo sát, theo nhóm.",
            list(object(vec![
                must("nhom", "Tên nhóm.", text()),
                must("chi_tieu", "Các dòng của nhóm.", list(row)),
            ])),
        ),
        may("thuan_loi", "Thuận lợi.", text()),
        may("kho_khan", "Khó khăn.", text()),
    ])
}

fn target(catalogue: &Catalogue) -> Value {
    let objectives = catalogue.objectives.iter();
    let objectives = objectives.filter(|objective| objective.superseded.is_none());
    object(vec![
        must(
            "ma",
            "Mã chỉ tiêu.",
            code(objectives.map(|objective| (&*objective.code, &*objective.name))),
        ),
        must("hien_trang", "Giá trị hiện nay.", number()),
        must(
            "gia_tri",
            "Giá trị cuối mỗi năm, ví dụ {2027: 60, 2028: 80}.",
            json!({
                "type": "object",
                "patternProperties": {r"^\d{4}$": number()},
                "additionalProperties": false,
            }),
        ),
        may(
            "ly_do",
            "Vì sao đặt thấp hơn mức của tài liệu nguồn.",
            text(),
        ),
    ])
}

/// The code of a component that a commune deploys.
pub(super) fn commune_component(catalogue: &Catalogue) -> Value {
    let components = catalogue.components.iter();
    let components = components.filter(|component| component.supplier.is_commune());
    code(components.map(|component| (&*component.code, &*component.name)))
}

fn component(catalogue: &Catalogue) -> Value {
    object(vec![
        must("ma", "Mã thành phần.", commune_component(catalogue)),
        may(
            "giai_doan",
            "Giai đoạn, nếu khác hướng dẫn.",
            word(&Phase::KEYS),
        ),
        may("bat_dau", "Ngày bắt đầu, trong giai đoạn.", date()),
        may("ket_thuc", "Ngày kết thúc, trong giai đoạn.", date()),
        may(
            "chu_tri",
            "Đơn vị chủ trì: mã đơn vị hoặc tên.",
            body(catalogue),
        ),
        may("phoi_hop", "Đơn vị phối hợp.", list(body(catalogue))),
        may("hinh_thuc", "Hình thức thực hiện: thuê, mua sắm …", text()),
        may(
            "them_noi_dung",
            "Nội dung riêng của xã, đứng sau hướng dẫn chung.",
            text(),
        ),
        may(
            "thay_noi_dung",
            "Nội dung riêng của xã, thay cho hướng dẫn chung.",
            text(),
        ),
        may("ket_qua", "Kết quả, thay cho kết quả chung.", text()),
        may("ly_do_mua", "Vì sao mua mà không thuê.", text()),
    ])
}

fn task_code(catalogue: &Catalogue) -> Value {
    let tasks = catalogue.tasks.iter();
    code(tasks.map(|task| (&*task.code, &*task.name)))
}

fn task(catalogue: &Catalogue) -> Value {
    object(vec![
        must("ma", "Mã nhiệm vụ.", task_code(catalogue)),
        may("bat_dau", "Ngày bắt đầu.", date()),
        may("ket_thuc", "Ngày kết thúc.", date()),
        may(
            "chu_tri",
            "Đơn vị chủ trì: mã đơn vị hoặc tên.",
            body(catalogue),
        ),
        may("phoi_hop", "Đơn vị phối hợp.", list(body(catalogue))),
        may("khong_kinh_phi", "Nhiệm vụ không cần kinh phí.", truth()),
    ])
}
