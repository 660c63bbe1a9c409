#!/usr/bin/env python3
"""Makes the workbooks of which something has to be asked or understood before money is lost: units that are
misspelt or shortened, figures with two kinds of marks, heads that nobody knows, splits by year and source in
other words. Beside `make.py` and `offices.py`; needs openpyxl.
"""
from books import HEAD, LINES, book, lines, save

THOUSANDS = lines(don_gia=[15000, 1200, 290, 8000, 2000, 8000],
                  thanh_tien=[30000, 14400, 11020, 8000, 8000, 16000])


def merged(*ranges):
    def change(sheet):
        for cells in ranges:
            sheet.merge_cells(cells)
    return change


# --- units -------------------------------------------------------------------------------------
def with_unit(text):
    return book([("Dự toán", [[text], HEAD, *THOUSANDS])])


save("unit-as-dong-times", with_unit("Đơn vị: đồng x 1000"))
save("unit-with-zeros-apart", with_unit("Đơn vị tính: VNĐ (000)"))
save("unit-of-one-letter", with_unit("ĐVT: n.đ"))
save("unit-misspelt", with_unit("Đơn vị tính: ngìn đồng"))
save("unit-that-is-nobodys", with_unit("Đơn vị: theo báo giá"))
save("unit-misspelt-beside-its-name", book([("Dự toán", [["ĐVT:", "ngìn đồng"], HEAD, *THOUSANDS])]))
save("unit-is-an-office", book([("Dự toán", [["Đơn vị: Ngân hàng Chính sách xã hội"], ["Đơn vị: Minh Sơn"], HEAD, *LINES])]))
save("unit-as-zeros-in-the-head", book([("Dự toán", [
    [*HEAD[:6], "Đơn giá ('000)", "Thành tiền (,000)", *HEAD[8:]], *THOUSANDS])]))
save("unit-of-one-letter-in-the-head", book([("Dự toán", [
    [*HEAD[:6], "Đơn giá (n.đ)", "Thành tiền (n.đ)", *HEAD[8:]], *THOUSANDS])]))
save("unit-in-a-note-of-a-line", book([("Dự toán", [HEAD, *lines(
    don_gia=[15000], thanh_tien=[30000], ghi_chu=["Đơn giá tính theo nghìn đồng"])])]))
save("unit-in-a-description", book([("Dự toán", [HEAD, *lines(
    don_gia=[15000], thanh_tien=[30000], noi_dung=["Thiết bị mạng (đơn giá tính nghìn đồng)"])])]))
save("second-table-without-its-unit", book([("Dự toán", [
    ["ĐVT: nghìn đồng"], HEAD, *THOUSANDS[:3], [], ["Bảng 2"], HEAD, *LINES[3:]])]))
save("second-table-alone-with-a-unit", book([("Dự toán", [
    HEAD, *LINES[:3], [], ["Bảng 2"], ["ĐVT: nghìn đồng"], HEAD, *THOUSANDS[3:]])]))
save("head-on-the-next-page-in-thousands", book([("Dự toán", [
    ["ĐVT: nghìn đồng"], HEAD, *THOUSANDS[:3], [None, None, None, "Phần tập huấn"], HEAD, THOUSANDS[3], [], ["Trang 3"], HEAD,
    *THOUSANDS[4:]])]))

# --- figures -----------------------------------------------------------------------------------
save("figures-with-two-marks", book([("Dự toán", [HEAD, *lines(
    don_gia=["15,000.000", "1.200,000"], thanh_tien=[None, None])])]))
