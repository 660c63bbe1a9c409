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

# --- columns of money --------------------------------------------------------------------------
LEFT = ["STT", "Dòng", "Mã thành phần", "Nội dung chi", "Loại chi phí"]


def spread(head, *rows, change=None):
    """A table whose amounts stand in columns of years and sources."""
    sheets = [("Dự toán", [[*LEFT, *head], *rows]) if change is None else ("Dự toán", [[*LEFT, *head], *rows], change)]
    return book(sheets)


def line(number, *cells):
    own = LINES[number]
    return [own[0], own[1], own[2], own[3], own[8], *cells]


save("share-of-no-level", spread(["Năm", "NSTW", "NSĐP", "Xã hội hóa"],
                                 line(0, 2027, 6000000, 4000000, 20000000), line(1, 2028, 14400000, None, None)))
save("halves-of-a-year", spread(["Nguồn", "6 tháng đầu năm 2027", "6 tháng cuối năm 2027", "Năm 2028"],
                                line(0, "Tỉnh", 20000000, 10000000, None), line(1, "Xã", None, None, 14400000),
                                line(3, "Xã", 4000000, 4000000, None),
                                [None, None, None, "Cộng", None, None, 24000000, 14000000, 14400000]))
save("quarters-below-a-year", book([("Dự toán", [
    [*LEFT, "Nguồn", "Năm 2027", None, "Năm 2028"], [None] * 6 + ["Quý I", "Quý II", "Cả năm"],
    line(0, "Tỉnh", 20000000, 10000000, None), line(1, "Xã", None, None, 14400000)], merged("G1:H1"))]))
save("year-twice", spread(["Nguồn", "Năm 2027", "6 tháng đầu năm 2027", "Năm 2028"],
                          line(0, "Tỉnh", 30000000, 20000000, None)))
SPLIT = book([("Dự toán", [
    [*LEFT, "Năm", "Tổng số", "Trong đó", None], [None] * 7 + ["NS tỉnh", "NS xã"],
    line(0, 2027, 30000000, None, None), line(1, 2028, 14400000, 10000000, 4400000)], merged("H1:I1"))])
save("total-without-its-shares", SPLIT)
save("total-unlike-its-shares", spread(["Năm", "Ngân sách tỉnh", "Ngân sách xã", "Cộng"],
                                       line(0, 2027, 20000000, 10000000, 29000000), line(1, 2028, 10000000, 4400000, 14400000)))
save("totals-beside-years-and-sources", book([("Dự toán", [
    [*LEFT, "Năm 2027", None, "Năm 2028", None, "Tổng"], [None] * 5 + ["NS tỉnh", "NS xã"] * 2,
    line(0, 20000000, 10000000, None, None, 30000000), line(1, None, None, 10000000, 4400000, 14400000),
    [None, None, None, "Cộng", None, 20000000, 10000000, 10000000, 4400000, 44400000]],
    merged("F1:G1", "H1:I1"))]))
save("total-of-a-stretch-of-years", spread(["Nguồn", "Giai đoạn 2027-2028", "2027", "2028"],
                                           line(0, "Tỉnh", 30000000, 20000000, 10000000), line(1, "Xã", 14400000, None, 14400000)))
for name, head, value in (("months", "Số tháng", 10), ("tax", "VAT (%)", "10%"), ("factor", "Hệ số", 1.2)):
    rows = [[*row[:6], factor, *row[6:7], None, *row[8:]] for row, factor in zip([HEAD, *LINES], [head, value] + [None] * 5)]
    rows[0][8] = "Thành tiền"
    save(f"factor-without-amounts-{name}", book([("Dự toán", rows)]))
save("quantities-and-amounts-by-year", book([("Dự toán", [
    [*LEFT, "ĐVT", "Đơn giá", "Năm 2027", None, "Năm 2028", None, "Nguồn"],
    [None] * 7 + ["Số lượng", "Thành tiền"] * 2,
    line(0, "bộ", 15000000, 2, 30000000, None, None, "Tỉnh"), line(1, "tháng", 1200000, 3, 3600000, 9, 10800000, "Xã"),
    line(3, "lớp", 8000000, 1, 9000000, None, None, "Xã")], merged("H1:I1", "J1:K1"))]))
save("quantities-alone-by-year", spread(["Nguồn", "ĐVT", "Đơn giá", "SL 2027", "SL 2028"],
                                        line(0, "Tỉnh", "bộ", 15000000, 2, None), line(1, "Xã", "tháng", 1200000, 3, 9)))
save("prices-by-year", book([("Dự toán", [
    [*LEFT, "Nguồn", "Năm 2027", None, "Năm 2028", None], [None] * 6 + ["Số lượng", "Đơn giá"] * 2,
    line(0, "Tỉnh", 2, 15000000, 1, 16000000)], merged("G1:H1", "I1:J1"))]))

# --- heads -------------------------------------------------------------------------------------
save("heads-in-short", book([("Dự toán", [
    ["TT", "Mục", "Mã TP", "Nội dung công việc", "ĐVT", "S.L", "Đ.giá", "T.tiền", "Loại CP", "Năm TH", "Nguồn KP", "Ghi chú"], *LINES])]))
save("heads-that-nobody-knows", book([("Dự toán", [
    ["TT", "Mục", "Mã TP", "Nội dung công việc", "ĐVT", "S.L", "Đ.giá", "T.tiền", "Loại", "Năm TH", "Nguồn KP", "Ghi chú"], *LINES])]))
save("heads-too-few", book([("Dự toán", [["STT", "Nội dung", "Kinh phí", "Nguồn", "Người làm"], [1, "Thuê", 10000000, "Xã", "An"]])]))
save("annex-without-codes", book([("Dự toán", [
    ["Phụ lục II"], ["STT", "Nội dung", "Năm 2027", None, "Năm 2028", None], [None, None] + ["NS tỉnh", "NS xã"] * 2,
    ["I", "Chính quyền số"], [1, "Tập huấn", 0, 19000000, 0, 20000000]], merged("C2:D2", "E2:F2"))]))

# --- columns of shares without amounts -----------------------------------------------------------
WHOLE = ["Số lượng", "Đơn giá", "Thành tiền"]
save("marks-in-years", spread(["Nguồn", *WHOLE, "Năm 2027", "Năm 2028"],
                              line(0, "Tỉnh", 2, 15000000, 30000000, "x", None), line(1, "Xã", 12, 1200000, 14400000, None, "X")))
save("marks-in-two-years", spread(["Nguồn", *WHOLE, "Năm 2027", "Năm 2028"],
                                  line(0, "Tỉnh", 2, 15000000, 30000000, "x", "x")))
save("percentages-of-sources", spread(["Năm", *WHOLE, "Tỉnh", "Xã"],
                                      line(0, 2027, 2, 15000000, 30000000, "70%", "30%"), line(1, 2028, 12, 1200000, 14400000, 0.7, 0.3)))
save("percentages-that-do-not-fit", spread(["Năm", *WHOLE, "Tỉnh", "Xã"],
                                           line(0, 2027, 2, 15000000, 30000000, "70%", "40%"), line(1, 2028, 1, 1000001, 1000001, "70%", "30%")))
