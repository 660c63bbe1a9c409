#!/usr/bin/env python3
"""Makes the workbooks in the shapes that offices use: units wherever people write them, words of totals
in other columns, annexes with years and sources as columns, tables that come near.

A name behind `seen:` is a public report of the same fault, by project and number.
"""
import openpyxl
from openpyxl.styles import Font

from books import HEAD, LINES, book, lines, save

MILLIONS = {"don_gia": [15, 1.2, 0.29, 8, 2, 8], "thanh_tien": [30, 14.4, 11.02, 8, 8, 16]}
IN_MILLIONS = lines(**MILLIONS)


def cells(**values):
    """Writes texts into cells."""
    def change(sheet):
        for cell, text in values.items():
            sheet[cell] = text
    return change


def merged(*ranges):
    def change(sheet):
        for cells in ranges:
            sheet.merge_cells(cells)
    return change


def formats(pattern, columns="GH"):
    def change(sheet):
        for column in columns:
            for row in range(2, 8):
                sheet[f"{column}{row}"].number_format = pattern
    return change


# --- units -------------------------------------------------------------------------------------
TITLE = ["DỰ TOÁN KINH PHÍ"]
save("unit-in-brackets", book([("Dự toán", [TITLE, [None] * 11 + ["(Triệu đồng)"], HEAD, *IN_MILLIONS])]))
# seen: basedosdados/queries-basedosdados#731 (a measure in x1000 read as ones)
save("unit-as-times-thousand", book([("Dự toán", [TITLE, ["(x1000)"], HEAD, *lines(
    don_gia=[15000, 1200, 290, 8000, 2000, 8000], thanh_tien=[30000, 14400, 11020, 8000, 8000, 16000])])]))
save("unit-as-a-power", book([("Dự toán", [["Dự toán kinh phí, 10^6 đồng"], HEAD, *IN_MILLIONS])]))
save("unit-in-a-note-below", book([("Dự toán", [HEAD, *IN_MILLIONS, [], [None, None, None, "Ghi chú: số liệu tính bằng triệu đồng."]])]))
save("unit-on-the-tab", book([("Dự toán (triệu đồng)", [HEAD, *IN_MILLIONS])]))
save("unit-on-the-first-sheet", book([
    ("Bìa", [["UBND XÃ MẪU"], ["DỰ TOÁN CHUYỂN ĐỔI SỐ"], ["Đơn vị tính: triệu đồng"]]),
    ("Dự toán", [HEAD, *IN_MILLIONS])]))
save("unit-on-one-sheet-only", book([
    ("Năm 2027", [["ĐVT: triệu đồng"], HEAD, *[line for line in IN_MILLIONS if line[9] == 2027]]),
    ("Năm 2028", [HEAD, *[line for line in IN_MILLIONS if line[9] == 2028]])]))
save("unit-over-merged-heads", book([("Dự toán", [
    [*HEAD[:6], "Kinh phí (triệu đồng)", None, *HEAD[8:]],
    [None] * 6 + ["Đơn giá", "Thành tiền"], *IN_MILLIONS], merged("G1:H1"))]))
save("unit-beside-the-table", book([("Dự toán", [HEAD, *IN_MILLIONS], cells(N3="ĐVT: triệu đồng"))]))
save("unit-in-the-numbers-format", book([("Dự toán", [HEAD, *IN_MILLIONS], formats('#,##0.00" triệu"'))]))
save("format-unlike-the-title", book([("Dự toán", [HEAD, *IN_MILLIONS], formats('#,##0.00" triệu"'),
    lambda sheet: sheet.insert_rows(1), cells(A1="Đơn vị tính: nghìn đồng"))]))
save("format-that-hides-thousands", book([("Dự toán", [HEAD, *LINES], formats("#,##0,"),
    lambda sheet: sheet.insert_rows(1), cells(A1="Đơn vị tính: nghìn đồng"))]))
# seen: Open-Systems-Pharmacology/PK-Sim#1717 (units in heads that are none pass in silence)
save("unit-of-a-line", book([("Dự toán", [HEAD, *lines(dvt=["bộ", "tháng", "máy", "triệu đồng"])])]))
save("unit-on-one-column-only", book([("Dự toán", [[*HEAD[:7], "Thành tiền (triệu đồng)", *HEAD[8:]], *lines(
    thanh_tien=[30, 14.4, 11.02, 8, 8, 16])])]))
save("amounts-in-titles-are-no-units", book([("Dự toán", [
    ["DỰ TOÁN KINH PHÍ 87,42 TRIỆU ĐỒNG"], ["(Bằng chữ: Tám mươi bảy triệu bốn trăm hai mươi nghìn đồng)"], HEAD, *LINES,
    [None, None, None, "Thiết bị từ 30 triệu đồng trở lên là tài sản cố định; làm tròn đến nghìn đồng."]])]))

# --- rows --------------------------------------------------------------------------------------
WORK = [7, "I.1.1", "ƯDCQS6", "Nhập dữ liệu hồ sơ", "công", 100, 250000, 25000000, "Thuê dịch vụ", 2027, "Xã", None]
# seen: votingworks/arlo#1212 and ysichov/ACE#7 (a word of a total inside another one)
save("words-like-a-total", book([("Dự toán", [
    HEAD, *LINES, WORK, [8, "I.1.8", "HTS7", "Cổng kết nối mạng", "cái", 1, 5000000, None, "Đầu tư", 2027, "Xã", "Tổng số theo báo giá"],
    [9, "I.1.8", "HTS7", "Tổng đài 1022 (thiết bị đầu cuối)", "bộ", 1, 6000000, None, "Đầu tư", 2027, "Xã", None]])]))
save("totals-of-quantities", book([("Dự toán", [
    HEAD, *LINES[:2], [None, None, None, "Cộng phần hạ tầng", None, 14, None, 44400000], *LINES[2:],
    [None, None, None, "Tổng cộng", None, 59, None, 87420000]])]))
save("totals-without-marks", book([("Dự toán", [HEAD, *LINES, ["TONG CONG", None, None, None, None, None, None, 87420000]])]))
save("lump-sums", book([("Dự toán", [HEAD, *LINES[:2],
    [3, "I.1.1", "ƯDCQS6", "Tập huấn chuyển đổi số", "trọn gói", None, None, 8000000, "Thuê dịch vụ", 2027, "Xã", None],
    [4, "I.3", "ANM7", "Kiểm tra an toàn thông tin", None, None, None, 12000000, "Thuê dịch vụ", 2027, "Xã", None],
    [5, "II.1", "NVKTS1", "Hướng dẫn bán hàng", "cơ sở", 4, None, 8000000, "Thuê dịch vụ", 2028, "Xã", None]])]))
save("lump-sum-above-its-like", book([("Dự toán", [HEAD, *LINES[:2],
    [3, None, None, "Chi khác", None, None, None, 11020000],
    [4, *LINES[2][1:]]])]))
save("contingency-as-a-line", book([("Dự toán", [HEAD, *LINES,
    [7, "I.1.8", None, "Dự phòng 5%", None, None, None, 4371000, "Đầu tư", 2028, "Xã", None],
    [None, None, None, "Tổng cộng", None, None, None, 91791000]])]))
save("contingency-tax-rounding", book([("Dự toán", [HEAD, *LINES,
    [None, None, None, "Cộng trước thuế", None, None, None, 87420000],
    [None, None, None, "Thuế VAT (10%)", None, None, None, 8742000],
    [None, None, None, "Chi phí dự phòng 5%", None, None, None, 4808100],
    [None, None, None, "Tổng cộng", None, None, None, 100970100],
    [None, None, None, "Làm tròn", None, None, None, 101000000]])]))
save("rounded-total", book([("Dự toán", [HEAD, *LINES,
    [None, None, None, "Tổng cộng", None, None, None, 87420000],
    [None, None, None, "Làm tròn", None, None, None, 87400000]])]))
# seen: miraisolutions/xlconnect#29 (rows at the end that are no data)
NO_CODE = [[line[0], None, None, *line[3:]] for line in LINES]
save("codes-of-groups", book([("Dự toán", [HEAD,
    ["I", "I.1.8", None, "Hạ tầng số"], *NO_CODE[:2],
    ["II", None, None, "I.3. An toàn thông tin"], NO_CODE[2],
    ["III", None, "NVXHS2", "Xã hội số"], NO_CODE[5]])]))
save("codes-end-with-their-group", book([("Dự toán", [HEAD,
    ["I", "I.1.8", None, "Hạ tầng số"], *NO_CODE[:2],
    ["II", None, None, "Việc khác"], NO_CODE[2]])]))
NO_YEAR = [[*line[:9], None, None, None] for line in LINES]
save("years-and-sources-in-headings", book([("Dự toán", [HEAD,
    [None, None, None, "Năm 2027"], [None, None, None, "Nguồn: ngân sách tỉnh"], NO_YEAR[0],
    [None, None, None, "Nguồn: ngân sách xã"], NO_YEAR[3],
    [None, None, None, "Năm 2028"], NO_YEAR[1], NO_YEAR[4]])]))

# --- what would be lost -------------------------------------------------------------------------
OTHER = [*HEAD[:8], "Phân nhóm", "Năm", "Người trả", "Ghi chú"]
MORE = [7, "I.1.8", "HTS7", "Máy chủ", "bộ", 1, 55000000, 55000000, "Đầu tư", 2028, "Xã", None]
# seen: lsfusion/platform#1537 (heads on further sheets)
save("sheet-that-comes-near", book([("Hạ tầng", [HEAD, *LINES]), ("Bổ sung", [OTHER, MORE])]))
save("table-below-that-comes-near", book([("Dự toán", [HEAD, *LINES, [], ["Phần bổ sung"], OTHER, MORE])]))
save("sheet-with-figures", book([("Dự toán", [HEAD, *LINES]), ("Tính toán", [["Máy chủ", 55000000], ["Màn hình", 4000000]])]))
save("text-figures-beside", book([("Dự toán", [[*HEAD, "Thời gian", "Thuế"], *[
    [*line, "12 tháng", "10%"] for line in LINES]])]))
# seen: dfinke/ImportExcel#996 (the last column is lost)
save("column-without-a-head", book([("Dự toán", [HEAD, *[[*line, 3] for line in LINES]])]))
save("counts-with-words", book([("Dự toán", [HEAD, *lines(so_luong=["2 bộ", "12 tháng", "38 máy", 1, 4, "2 lớp"], dvt=["bộ", None, "máy"])])]))
save("counts-with-other-words", book([("Dự toán", [HEAD, *lines(so_luong=[2, "1 năm"])])]))
save("details-below-a-line", book([("Dự toán", [HEAD, LINES[0],
    [None, None, None, "- Bộ chuyển mạch 24 cổng"], [None, None, None, "- Bộ phát không dây, 2 băng tần"], *LINES[1:]])]))

# --- annexes -----------------------------------------------------------------------------------
ANNEX = ["TT", "Mã dòng", "Thành phần", "Nội dung nhiệm vụ", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Loại chi"]


def annex(line, *shares):
    return [*line[:9], *shares]


save("years-as-columns", book([("PL", [[*ANNEX, "Nguồn vốn", "Năm 2027", "Năm 2028"],
    annex(LINES[0], "Tỉnh", 30000000, None), annex(LINES[1], "Xã", None, 14400000),
    [3, "I.3", "ANM7", "Phần mềm", "máy", 40, 300000, 12000000, "Thuê dịch vụ", "Xã", 6000000, 6000000]])]))
save("sources-as-columns", book([("PL", [[*ANNEX, "Năm", "NS tỉnh", "NS xã", "Tự thanh toán"],
    annex(LINES[0], 2027, 20000000, 10000000, None), annex(LINES[1], 2028, None, 14400000, "-"),
    annex(LINES[2], 2027, None, None, 11020000)])]))
# seen: tidyverse/readxl#379 (heads of several rows), benborgers/opensheet#6 (merged heads)
save("years-over-sources", book([("PL", [
    ["DỰ TOÁN KINH PHÍ"], [None] * 11 + ["ĐVT: triệu đồng"],
    [*ANNEX, "Năm 2027", None, "Năm 2028", None],
    [None] * 9 + ["NS tỉnh", "NS xã", "NS tỉnh", "NS xã"],
    annex(IN_MILLIONS[0], 20, 10), annex(IN_MILLIONS[1], None, None, None, 14.4),
    ["", None, None, "Tổng cộng", None, None, None, 44.4, None, 20, 10, None, 14.4]],
    merged("J3:K3", "L3:M3"))]))
save("years-and-sources-apart", book([("PL", [
    [*ANNEX, "Phân kỳ", None, "Nguồn vốn", None], [None] * 9 + ["Năm 2027", "Năm 2028", "NS tỉnh", "NS xã"],
    annex(LINES[0], 30000000, None, 20000000, 10000000), annex(LINES[1], None, 14400000, None, 14400000)],
    merged("J1:K1", "L1:M1"))]))
save("years-and-sources-that-cross", book([("PL", [
    [*ANNEX, "2027", "2028", "NS tỉnh", "NS xã"], annex(LINES[0], 20000000, 10000000, 15000000, 15000000)])]))
save("shares-that-do-not-add-up", book([("PL", [
    [*ANNEX, "Nguồn vốn", "2027", "2028"], annex(LINES[0], "Tỉnh", 20000000, 11000000)])]))
save("quantities-by-year", book([("PL", [[*ANNEX, "Nguồn vốn", 2027, 2028],
    [1, "I.1.7", "HTS8", "Máy tính", "máy", 22, 15000000, 330000000, "Đầu tư", "Xã", 12, 10]])]))
save("annex-without-kinds", book([("PL2", [
    ["Phụ lục II"], [None] * 9 + ["ĐVT: Triệu đồng"],
    ["TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Năm 2027", "Năm 2028", "NS tỉnh", "NS xã"],
    [1, "Thiết bị mạng", "Văn phòng", "Bộ", 2, 15, 30, 30, None, 30, None]])]))
save("shopping-list", book([("Danh sách", [["STT", "Tên thiết bị", "ĐVT", "SL", "Đơn giá", "Thành tiền"],
    [1, "Máy tính", "máy", 2, 15000000, 30000000]])]))
