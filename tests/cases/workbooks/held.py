#!/usr/bin/env python3
"""Makes the workbooks in which a unit or a sum holds for other lines than it seems: a unit between two lines, in
the column of units or in a number's format, a table that goes on below another one, totals filled in like costs
and summaries beside their lines."""
from books import HEAD, LINES, book, lines, save

THOUSANDS = lines(don_gia=[15000, 1200, 290, 8000, 2000, 8000],
                  thanh_tien=[30000, 14400, 11020, 8000, 8000, 16000])


def words(text, column=3):
    return [None] * column + [text]


# --- a unit between two lines: whose is it? ------------------------------------------------------
save("unit-between-lines", book([("Dự toán", [HEAD, *LINES[:3], words("Phần xã (nghìn đồng)"), *THOUSANDS[3:]])]))
save("unit-between-lines-behind-a-total", book([("Dự toán", [
    HEAD, *LINES[:3], [None, None, None, "Cộng", None, None, None, 55420000],
    words("II. Phần bổ sung, ĐVT: nghìn đồng"), *THOUSANDS[3:]])]))
save("unit-between-lines-is-that-of-the-title", book([("Dự toán", [
    words("ĐVT: nghìn đồng", 0), HEAD, *THOUSANDS[:3], words("Phần xã (nghìn đồng)"), *THOUSANDS[3:]])]))
save("unit-between-lines-is-that-of-the-heads", book([("Dự toán", [
    [*HEAD[:6], "Đơn giá (nghìn đồng)", "Thành tiền (nghìn đồng)", *HEAD[8:]], *THOUSANDS[:3],
    words("Phần xã (nghìn đồng)"), *THOUSANDS[3:]])]))
save("unit-between-lines-is-dong", book([("Dự toán", [HEAD, *LINES[:3], words("Phần xã (đồng)"), *LINES[3:]])]))
save("unit-on-the-next-page-only", book([("Dự toán", [
    HEAD, *THOUSANDS[:3], words("Đơn vị tính: nghìn đồng"), HEAD, *THOUSANDS[3:]])]))
save("next-page-in-dong-below-thousands", book([("Dự toán", [
    words("ĐVT: nghìn đồng", 0), HEAD, *THOUSANDS[:3], HEAD,
    *lines(don_gia=[None] * 3 + [8000000, 2000000, 8000000], thanh_tien=[None] * 3 + [8000000, 8000000, 16000000])[3:]])]))
save("next-page-in-thousands-below-dong", book([("Dự toán", [
    words("ĐVT: đồng", 0), HEAD, *LINES[:3], HEAD, *THOUSANDS[3:4], *lines(don_gia=[None] * 4 + [2, 8], thanh_tien=[None] * 4 + [8, 16])[4:]])]))

# --- quantities below one head ---------------------------------------------------------------------
save("quantities-over-years", book([("Dự toán", [
    [*HEAD[:5], "Số lượng", None, "Đơn giá", "Loại chi phí", "Nguồn kinh phí"], [None] * 5 + ["2027", "2028"],
    *[[*line[:5], line[5], 1, line[6], line[8], line[10]] for line in LINES]])]))

# --- the column of units -------------------------------------------------------------------------
for name, unit in [("dong-in-the-column-of-units", "đồng"), ("letter-in-the-column-of-units", "k"),
                   ("unit-in-two-words-in-the-column-of-units", "VNĐ (triệu)"), ("dollars-in-the-column-of-units", "USD")]:
    rows = [list(row) for row in THOUSANDS]
    rows[4][4:8] = [unit, 1, 8000000, 8000000] if unit == "đồng" else [unit, 4, 2000, 8000]
    first = words("ĐVT: triệu đồng" if unit == "k" else "ĐVT: nghìn đồng", 0)
    save(name, book([("Dự toán", [first, HEAD, *rows])]))
save("dong-in-the-column-of-units-of-dong", book([("Dự toán", [HEAD, *lines(dvt=[*(line[4] for line in LINES[:4]), "đồng"])])]))

# --- formats that show money ---------------------------------------------------------------------
def formatted(number_format):
    def change(sheet):
        for row in sheet.iter_rows(min_row=3, min_col=7, max_col=8):
            for cell in row:
                cell.number_format = number_format
    return change


save("format-of-dong-in-thousands", book([("Dự toán", [
    words("ĐVT: nghìn đồng", 0), HEAD, *LINES], formatted("#,##0\\ [$₫-42A]"))]))
save("format-of-dong-in-dong", book([("Dự toán", [
    words("ĐVT: đồng", 0), HEAD, *LINES], formatted("#,##0\\ [$₫-42A]"))]))
save("format-of-dollars", book([("Dự toán", [words("ĐVT: đồng", 0), HEAD, *LINES], formatted('"$"#,##0.00'))]))
save("format-with-a-place-behind-its-comma", book([("Dự toán", [
    words("ĐVT: nghìn đồng", 0), HEAD, *LINES], formatted("#,##0,[$ nghìn đồng-1010000]"))]))

# --- totals and summaries that are filled in like costs --------------------------------------------
def total(name, amount, row="I.1.8", code="HTS7", quantity=None, price=None):
    return [None, row, code, name, None, quantity, price, amount, "Đầu tư", 2027, "Tỉnh", None]


save("total-filled-in-like-a-cost", book([("Dự toán", [HEAD, *LINES[:2], total("Cộng HTS7", 44400000), *LINES[2:]])]))
save("total-of-all-filled-in-like-a-cost", book([("Dự toán", [HEAD, *LINES, total("Tổng cộng", 87420000)])]))
save("total-of-one-line-filled-in-like-a-cost", book([("Dự toán", [
    HEAD, LINES[0], total("Cộng", 30000000), *LINES[1:]])]))
save("total-that-is-wrong-filled-in-like-a-cost", book([("Dự toán", [HEAD, *LINES, total("Tổng cộng", 87000000)])]))
save("total-as-one-package", book([("Dự toán", [
    HEAD, *LINES[:2], total("Tổng hạ tầng mạng", 44400000, quantity=1, price=44400000), *LINES[2:]])]))
save("sum-without-a-word-below-its-lines", book([("Dự toán", [
    HEAD, *LINES[:2], total("Hạ tầng mạng", 44400000), *LINES[2:]])]))
save("helper-that-begins-like-a-total", book([("Dự toán", [
    HEAD, *lines(noi_dung=[*(line[3] for line in LINES[:4]), "Cộng tác viên hướng dẫn mở gian hàng số"])])]))


def package(number, line, name, amount):
    return [number, *line[1:3], name, "gói", 1, amount, amount, *line[8:]]


WHOLE = [None, None, None, "Tổng cộng", None, None, None, 87420000]
save("summary-on-a-sheet", book([
    ("Tổng hợp", [HEAD, package(1, LINES[0], "Hạ tầng mạng", 44400000), package(2, LINES[2], "An toàn thông tin", 11020000),
                  package(3, LINES[3], "Đào tạo", 8000000)]),
    ("Chi tiết", [HEAD, *LINES])]))
save("summary-of-as-many-lines", book([
    ("Tổng hợp", [HEAD, *[package(at + 1, line, f"Gói {line[2]}", line[7]) for at, line in enumerate(LINES)], WHOLE]),
    ("Chi tiết", [HEAD, *LINES])]))
save("summary-above-its-lines", book([("Dự toán", [
    ["I. TỔNG HỢP"], HEAD, package(1, LINES[0], "Hạ tầng mạng", 44400000), package(2, LINES[5], "Các lớp", 43020000), WHOLE,
    [], ["II. CHI TIẾT"], HEAD, *LINES, WHOLE])]))
save("summary-by-years", book([
    ("Tổng hợp", [["STT", "Dòng", "Nội dung", "Loại chi phí", "Nguồn kinh phí", "Năm 2027", "Năm 2028", "Tổng cộng"],
                  [1, "I.1.8", "Hạ tầng mạng", "Đầu tư", "Tỉnh", 30000000, None, 30000000],
                  [2, "I.1.8", "Đường truyền", "Thuê hằng năm", "Xã", None, 14400000, 14400000],
                  [3, "III.3", "Xã hội số", "Thuê dịch vụ", "Xã", 16000000, None, 16000000]]),
    ("Chi tiết", [HEAD, *LINES])]))
# The same set of things for two places, and the same in two years, are no sums.
PLACES = [[*line[:3], f"{line[3]} thôn {{}}", *line[4:]] for line in LINES[:3]]
save("the-same-for-two-places", book([
    (f"Thôn {name}", [HEAD, *[[*line[:3], line[3].format(name), *line[4:]] for line in PLACES]]) for name in ("Đông", "Đoài")]))
save("the-same-in-two-years", book([
    ("2027", [HEAD, *lines(nam=[2027] * 3)[:3]]), ("2028", [HEAD, *[package(at + 1, line, line[3], line[7]) for at, line in
                                                                   enumerate(lines(nam=[2028] * 3)[:3])]])]))

# --- prices, places and schools are no units; units in short are -----------------------------------
SMALL = lines(don_gia=[2000000, 1200000, 290000, 2000000, 2000000, 2000000],
              thanh_tien=[4000000, 14400000, 11020000, 2000000, 8000000, 4000000])
save("prices-beside-are-no-units", book([
    ("Tr. MN", [["Kinh phí được giao: 100.000.000 đồng"], ["Đơn vị: Trạm Y tế xã Triệu Sơn"], HEAD, *SMALL, [],
                [None, None, None, "Ghi chú: đơn giá tin nhắn: 1.000đ"]]),
    ("Định mức", [["Photo", "1.000đ"], ["In", "1.000đ/trang"]])]))
save("unit-with-its-dot", book([("Dự toán", [["ĐVT: Ng. đồng"], HEAD, *THOUSANDS])]))
save("unit-with-a-letter-of-tcvn3", book([("Dự toán", [["(1.000®)"], HEAD, *THOUSANDS])]))
save("unit-that-nobody-reckons-in", book([("Dự toán", [["Đơn vị tính: trăm đồng"], HEAD, *LINES])]))
save("unit-of-a-block-below", book([("Dự toán", [
    HEAD, *SMALL, [], ["Tổng hợp theo nguồn (nghìn đồng)"], ["Ngân sách tỉnh", 4000], ["Ngân sách xã", 28400]])]))
save("unit-of-a-block-above", book([("Dự toán", [
    ["TÓM TẮT (nghìn đồng)"], ["Tỉnh", 4000], ["Xã", 28400], [], ["DỰ TOÁN CHI TIẾT"], HEAD, *SMALL])]))
save("format-with-a-letter", book([("Dự toán", [[], [], HEAD, *SMALL], formatted('#,##0"k"'))]))
save("format-with-a-condition", book([("Dự toán", [[], HEAD, *SMALL], formatted('[<1000]0;#,##0" nghìn"'))]))

# --- a whole and its parts -------------------------------------------------------------------------
PARTS = [["1.1", "I.1.8", "HTS7", "Thiết bị chuyển mạch", "bộ", 1, 10000000, 10000000, "Đầu tư", 2027, "Tỉnh", None],
         ["1.2", "I.1.8", "HTS7", "Bộ phát không dây", "bộ", 4, 5000000, 20000000, "Đầu tư", 2027, "Tỉnh", None]]
save("whole-and-parts-as-lines", book([("Dự toán", [HEAD, LINES[0], *PARTS, *LINES[1:]])]))
save("whole-and-parts-behind-words", book([("Dự toán", [
    HEAD, LINES[0], words("Trong đó:"), *[[None, *part[1:]] for part in PARTS], *LINES[1:]])]))
save("total-first-as-one-package", book([("Dự toán", [HEAD, total("TỔNG CỘNG", 87420000, quantity=1, price=87420000), *LINES])]))

# --- what a cell and a column say of one thing --------------------------------------------------------
save("sources-behind-brackets", book([("Dự toán", [HEAD, *lines(nguon=["Tỉnh (70%) xã (30%)", "Xã (còn lại tỉnh)", "Tỉnh (NS tỉnh)"])])]))
save("year-beside-years-that-differ", book([("Dự toán", [
    [*HEAD[:5], "Loại chi phí", "Nguồn kinh phí", "Năm", "Năm 2027", "Năm 2028"],
    [*LINES[0][:5], "Đầu tư", "Tỉnh", 2027, None, 30000000]])]))
save("kinds-within-initial-and-yearly", book([("Dự toán", [
    [*HEAD[:5], "Loại chi phí", "Nguồn kinh phí", "Năm", "Đầu tư", "Duy trì"],
    [*LINES[0][:5], "Thuê dịch vụ", "Tỉnh", 2027, 30000000, None], [*LINES[1][:5], "Thuê hằng năm", "Xã", 2028, None, 14400000],
    [*LINES[3][:5], "Thuê hằng năm", "Xã", 2028, 8000000, None]])]))

# A total above its table, as in the workbook of `xaso new`, is in the unit that stands over both.
save("unit-above-a-total-above-the-head", book([("Dự toán", [
    words("ĐVT: nghìn đồng", 0), ["Tổng cộng", None, None, None, None, None, None, 87420], HEAD, *THOUSANDS])]))
