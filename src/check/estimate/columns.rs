//! The columns of an estimate.

use crate::check::table::Column as TableColumn;

/// A column of the estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Row,
    Component,
    Description,
    Unit,
    Quantity,
    UnitPrice,
    Amount,
    Kind,
    Year,
    Source,
    Note,
}

impl TableColumn for Column {
    const TABLE: &'static str = "bảng dự toán";

    const NAMES: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (
            Column::Row,
            "Dòng",
            &["dong", "ma dong", "dong phu luc ii", "ma dong phu luc ii"],
        ),
        (
            Column::Component,
            "Mã thành phần",
            &["ma thanh phan", "thanh phan"],
        ),
        (
            Column::Description,
            "Nội dung chi",
            &[
                "noi dung chi",
                "noi dung",
                "noi dung chi phi",
                "noi dung cong viec",
                "hang muc",
                "danh muc",
                "ten hang",
                "ten hang hoa, dich vu",
                "ten thiet bi",
                "dien giai",
            ],
        ),
        (
            Column::Unit,
            "Đơn vị tính",
            &["don vi tinh", "dvt", "don vi"],
        ),
        (
            Column::Quantity,
            "Số lượng",
            &["so luong", "khoi luong", "sl"],
        ),
        (
            Column::UnitPrice,
            "Đơn giá",
            &["don gia", "don gia du kien", "don gia du toan", "muc chi"],
        ),
        (
            Column::Amount,
            "Thành tiền",
            &[
                "thanh tien",
                "thanh tien du kien",
                "thanh tien truoc thue",
                "thanh tien sau thue",
                "thanh tien co vat",
                "t.tien",
                "so tien",
                "tong tien",
                "tong kinh phi",
                "tong cong",
                "kinh phi",
                "kinh phi du kien",
                "gia tri",
                "du toan",
            ],
        ),
        (Column::Kind, "Loại chi phí", &["loai chi phi", "loai chi"]),
        (
            Column::Year,
            "Năm",
            &["nam", "nam thuc hien", "nam ke hoach"],
        ),
        (
            Column::Source,
            "Nguồn kinh phí",
            &[
                "nguon kinh phi",
                "nguon kp",
                "nguon ngan sach",
                "nguon",
                "nguon von",
            ],
        ),
        (Column::Note, "Ghi chú", &["ghi chu"]),
    ];

    const REQUIRED: &'static [Self] = &[
        Self::Description,
        Self::Quantity,
        Self::UnitPrice,
        Self::Kind,
        Self::Source,
    ];

    const ENOUGH: usize = 4;

    const IGNORED: &'static [&'static str] = &["stt", "tt", "so tt", "so thu tu", "so hien thi"];
}
