//! What texts of offices say of the unit.

use super::Said;
use super::is_unit;
use super::of_number_format;
use super::said;
use super::said_in_head;
use crate::model::fold;

/// The đồng of what a text says; 0 for nothing, -1 for unclear.
fn dong(said: Said) -> i64 {
    match said {
        Said::Nothing => 0,
        Said::Unit(stated) => stated.dong,
        Said::Unclear => -1,
    }
}

#[test]
fn units_are_found_however_they_are_written() {
    for (text, wanted) in [
        ("Đơn vị tính: nghìn đồng", 1_000),
        ("Đơn vị tính nghìn đồng", 1_000),
        ("ĐVT: Triệu đồng", 1_000_000),
        ("ĐVT: ngh. đồng", 1_000),
        ("ĐVT: NGH. ĐỒNG", 1_000),
        ("ĐVT: mil. VND", 1_000_000),
        ("ĐVT: 1000đ", 1_000),
        ("(Đơn vị: 1.000 VNĐ)", 1_000),
        ("Đơn giá (1.000đ)", 1_000),
        ("Đơn giá, 1.000 đồng", 1_000),
        ("Thành tiền (tr.đ)", 1_000_000),
        ("Thành tiền (triệu đ)", 1_000_000),
        ("Thành tiền (có VAT) - triệu VNĐ", 1_000_000),
        ("Đơn giá (nghìn đồng/máy)", 1_000),
        ("Thành tiền (đồng) (7=5x6)", 1),
        ("Thành tiền (VNĐ)", 1),
        ("(Triệu đồng)", 1_000_000),
        ("Đv: Triệu đồng", 1_000_000),
        ("đv: tr.đ", 1_000_000),
        (
            "Đơn vị tính: triệu đồng Việt Nam luỹ kế từ đầu năm",
            1_000_000,
        ),
        ("Đơn vị: 1.000.000.000 đồng", 1_000_000_000),
        ("ĐVT: 10.000 đồng", 10_000),
        ("ĐVT: 10^6 đồng", 1_000_000),
        ("(10⁶ đồng)", 1_000_000),
        ("(x1000)", 1_000),
        ("(x 1.000 đồng)", 1_000),
        ("ĐVT: x1.000.000", 1_000_000),
        ("KVND", 1_000),
        ("(K VNĐ)", 1_000),
        ("[ngàn đồng]", 1_000),
        ("Số tiền tính bằng triệu đồng", 1_000_000),
        ("Số liệu tính theo nghìn đồng", 1_000),
        ("BẢNG DỰ TOÁN KINH PHÍ TRIỆU ĐỒNG", 1_000_000),
        ("Thành tiền triệu đồng", 1_000_000),
        ("Đơn giá tr.đồng", 1_000_000),
        ("Thành tiền (trđ)", 1_000_000),
        ("Thành tiền (ng.đ)", 1_000),
        ("Đơn vị: đồng x 1000", 1_000),
        ("Đơn vị tính: VNĐ (000)", 1_000),
        ("Đơn vị tính: (000) VNĐ", 1_000),
        ("ĐVT: n.đ", 1_000),
        ("Đơn giá (n.đ)", 1_000),
        ("Đơn giá (n.đồng)", 1_000),
        ("Đơn giá ('000)", 1_000),
        ("Đơn giá (’000 đ)", 1_000),
        ("Đơn giá (,000)", 1_000),
        ("Đơn giá ('000.000)", 1_000_000),
        ("Đơn giá tính theo nghìn đồng", 1_000),
        ("Máy chiếu (đơn giá tính nghìn đồng)", 1_000),
        ("ĐVT: trăm triệu đồng", 100_000_000),
        ("ĐVT: chục triệu", 10_000_000),
        ("ĐVT: nghìn tỷ đồng", 1_000_000_000_000),
        ("Đơn vị tính: 1 000 đồng", 1_000),
        ("Unit: VND million", 1_000_000),
        ("VND'000", 1_000),
        ("(million VND)", 1_000_000),
        ("Kinh phí (ĐVT: 1.000đ)", 1_000),
        ("triệu", 1_000_000),
        ("tỷ đồng", 1_000_000_000),
        ("Ghi chú: đơn vị tính là triệu đồng", 1_000_000),
        ("Đơn vị tính", 0),
        ("Thành tiền (7 = 5 x 6)", 0),
        ("Thành tiền (6=4x5)", 0),
        ("Đơn vị: UBND xã Đồng Tâm", 0),
        ("Đơn vị: Hội đồng nhân dân xã", 0),
        ("DỰ TOÁN KINH PHÍ 320 TRIỆU ĐỒNG", 0),
        ("Tổng kinh phí: 1.205,5 triệu đồng", 0),
        ("Bằng chữ: Ba trăm hai mươi triệu đồng", 0),
        ("(Hai tỷ ba trăm triệu đồng)", 0),
        ("(Năm triệu đồng)", 0),
        ("Mức hỗ trợ 1.000.000 đồng/người", 0),
        ("UBND XÃ TRIỆU PHONG", 0),
        ("Đơn vị: Ngân hàng Chính sách xã hội", 0),
        ("Ngân sách tỉnh", 0),
        ("Sở Tài chính tỉnh Đồng Tháp", 0),
        ("Số: 000/KH-UBND", 0),
        ("Căn cứ NĐ 73/2019/NĐ-CP", 0),
        ("Mức chi 500.000 đồng x 1.000 người", 0),
        ("Mẫu 10.000", 0),
        ("Công ty Tỷ Phú", 0),
        ("Tỷ lệ (%)", 0),
        ("Hợp đồng lao động", 0),
        ("(1)", 0),
        ("1.000", 0),
        ("Số lượng máy", 0),
        ("Chiều dài (m)", 0),
        ("(k)", 0),
        ("Làm tròn đến nghìn đồng", 0),
        ("Đơn giá (USD)", -1),
        ("Đơn vị tính: đồng x 1000 x 10", -1),
        (
            "Đơn vị tính: nghìn đồng, riêng thuê bao tính triệu đồng",
            -1,
        ),
        ("Đơn giá: nghìn đồng; thành tiền: triệu đồng", -1),
    ] {
        assert_eq!(dong(said(text)), wanted, "{text}");
    }
}

#[test]
fn a_long_text_is_heard_to_its_end() {
    let text = format!("{} (triệu đồng)", "Ghi chú dài. ".repeat(500));
    assert_eq!(dong(said(&text)), 1_000_000);
}

#[test]
fn formats_of_numbers_say_it_too() {
    for (format, wanted) in [
        ("#,##0\" triệu\"", 1_000_000),
        ("#,##0.00\\ \"tr.đ\"", 1_000_000),
        ("#,##0 \"nghìn đồng\";[Red]-#,##0", 1_000),
        ("#,##0\" đồng\"", 1),
        ("#,##0\",000\"", 1_000),
        ("#,##0\".000\"", 1_000),
        ("#,##0\"000\"", 1_000),
        ("#,##0\\.\\0\\0\\0", 1_000),
        ("#,##0\".000 đ\"", 1_000),
        ("#,##0\",000 VND\"", 1_000),
        ("#,##0\".000.000\"", 1_000_000),
        ("#,##0.\\0\\0\\0", -1),
        ("#,##0\"0\"", -1),
        ("#,##0\".000 nghìn\"", -1),
        ("#,##0,\".000\"", 1_000),
        ("#,##0\",00\"", 0),
        ("#\\.###\\.##0", 0),
        ("#,##0 [$₫-42A]", 1),
        ("_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-", 0),
        ("0.00%", 0),
        ("#,##0\" USD\"", -1),
        ("#,##0\" cái\"", 0),
    ] {
        assert_eq!(dong(of_number_format(format)), wanted, "{format}");
    }
}

#[test]
fn a_bare_multiple_is_enough_in_the_head_of_a_column_of_money() {
    for (text, wanted) in [
        ("Đơn giá (1.000)", 1_000),
        ("Thành tiền (1000)", 1_000),
        ("Đơn giá (10^6)", 1_000_000),
        ("Đơn giá (k)", 1_000),
        ("Đơn giá [K]", 1_000),
        ("Đơn giá /1000", -1),
        ("Đơn giá (ng)", -1),
        ("Đơn giá (N)", -1),
        ("Đơn giá (nghìn đồng)", 1_000),
        ("Thành tiền (7)", 0),
        ("Đơn giá (m)", 0),
        ("Đơn giá", 0),
    ] {
        assert_eq!(dong(said_in_head(text)), wanted, "{text}");
    }
}

#[test]
fn units_alone() {
    for text in [
        "đ",
        "nghìn đồng",
        "tr.đ",
        "VNĐ",
        "triệu",
        "1.000đ",
        "nghìn đồng/máy",
    ] {
        assert!(is_unit(&fold(text)), "{text}");
    }
    for text in ["", "1.000", "cái", "công ty", "dự toán", "hợp đồng"] {
        assert!(!is_unit(&fold(text)), "{text}");
    }
}
