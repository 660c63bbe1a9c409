//! What to do about a finding whose maker could say no more than what is wrong.

use super::Code;

/// The usual remedy of a code.
pub(super) fn usual(code: Code) -> String {
    let remedy = match code {
        Code::DANGLING_REFERENCE => "sửa lại mã này, hoặc thêm tệp của mục mang mã đó vào content",
        Code::DUPLICATE_CODE => "đổi mã của một trong hai mục",
        Code::WRONG_HEADING => "viết nội dung sau dòng --- thứ hai",
        Code::DEPENDENCY_CYCLE => {
            "bỏ một trong các mã này khỏi `phu_thuoc` của thành phần đứng trước nó"
        }
        Code::MISSING_SECTION => "xóa tệp này khỏi thư mục content/sections để dùng phần có sẵn",
        Code::UNKNOWN_PLACEHOLDER => {
            "dùng tên có sẵn, ví dụ {{ xa.ten }}, {{ xa.tinh }}, {{ ke_hoach.giai_doan }}, {{ kinh_phi.tong }}"
        }
        Code::UNKNOWN_OBJECTIVE => "xem danh sách mã bằng lệnh `xaso list objectives`",
        Code::UNKNOWN_TASK => "xem danh sách mã bằng lệnh `xaso list tasks`",
        Code::UNKNOWN_COMPONENT => "xem danh sách mã bằng lệnh `xaso list components`",
        Code::UNKNOWN_COMMUNE => {
            "viết tên tệp trong content/communes, không có đuôi .yaml; xem bằng lệnh `xaso list communes`"
        }
        Code::UNKNOWN_BUDGET_ROW => "xem các dòng bằng lệnh `xaso list rows`",
        Code::ESTIMATE_COLUMN => {
            "đặt tên cột như bảng mẫu mà lệnh xaso new tạo ra, mỗi cột một lần"
        }
        Code::EMPTY_CELL => "điền ô này, hoặc xóa cả dòng nếu không dùng",
        Code::OVERFLOW => {
            "kiểm tra số lượng, đơn giá và thành tiền của các dòng; tiền ghi bằng đồng"
        }
        Code::TEMPLATE | Code::LABELS => {
            "xóa tệp này khỏi thư mục templates để dùng tệp có sẵn, hoặc sửa theo tệp có sẵn"
        }
        code => return format!("xem giải thích bằng lệnh `xaso explain {code}`"),
    };
    remedy.to_owned()
}
