#!/usr/bin/env python3
"""Makes the workbooks that tell something beside their lines: totals in a title, sheets that are versions of one
estimate, headings that name another year or source, what is hidden, struck through or stands in the margin of the
printed page."""
from openpyxl.comments import Comment
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from books import HEAD, LINES, beside, book, formatted, lines, save, with_box, words


def hidden(*letters):
    def change(sheet):
        for letter in letters:
            sheet.column_dimensions[letter].hidden = True
    return change


# --- totals above the head ---------------------------------------------------------------------------
save("total-in-a-title", book([("Dự toán", [
    ["DỰ TOÁN NĂM 2027-2028"], ["(Kèm theo Kế hoạch số 5/KH-UBND; tổng kinh phí: 90.000.000 đồng)"], HEAD, *LINES])]))
save("total-in-a-title-of-a-year", book([("Dự toán", [
    ["Tổng kinh phí năm 2027: 65.020.000 đồng"], ["Tổng kinh phí năm 2028: 22 triệu đồng"],
    ["Tổng kinh phí năm 2026: 50.000.000 đồng"], HEAD, *LINES])]))
save("total-beside-its-name-above", book([("Dự toán", [["Tổng kinh phí thực hiện:", 90000000], HEAD, *LINES])]))

# --- sheets that are versions of one estimate ----------------------------------------------------------
OTHERS = [[*line[:3], f"{line[3]} tập trung", line[4], line[5] + 1, line[6], (line[5] + 1) * line[6], *line[8:]] for line in LINES[:4]]
for name, one, other in [("options", "Phương án 1", "Phương án 2"), ("short-options", "Dự toán PA1", "Dự toán PA2"),
                         ("old-and-new", "Bản cũ", "Dự toán"), ("copied", "Dự toán", "Dự toán (2)")]:
    save(f"sheets-{name}", book([(one, [HEAD, *LINES]), (other, [HEAD, *OTHERS])]))
save("sheets-in-parts", book([("Phần 1", [HEAD, *LINES[:3]]), ("Phần 2", [HEAD, *LINES[3:]])]))

# --- headings, titles and tabs that say another year or source ----------------------------------------------
save("source-unlike-the-heading", book([("Dự toán", [
    HEAD, ["A", None, None, "Nguồn ngân sách tỉnh"], *LINES[:3], ["B", None, None, "Nguồn ngân sách xã"], *LINES[3:]])]))
save("source-unlike-the-title", book([("Dự toán", [["DỰ TOÁN KINH PHÍ (NGÂN SÁCH XÃ)"], HEAD, *LINES])]))
save("source-unlike-the-tab", book([("NS tỉnh", [HEAD, LINES[0]]), ("NS xã", [HEAD, *LINES[1:]])]))
save("year-unlike-the-title", book([("Dự toán", [["DỰ TOÁN KINH PHÍ NĂM 2028"], HEAD, *LINES])]))
save("year-unlike-a-longer-heading", book([("Dự toán", [HEAD, ["A", None, None, "Kinh phí năm 2027"], *LINES[:2], *LINES[3:4]])]))

# --- one cell, several sources ----------------------------------------------------------------------------
save("source-that-is-split-in-words", book([("Dự toán", [HEAD, *lines(nguon=[
    "Tỉnh (trong đó xã 3 triệu)", "Xã (hỗ trợ 27.000.000 đ)", "Xã (một phần)", "Tỉnh (NQ 12/2026)", "Xã (NS xã)"])])]))

# --- figures that are shown otherwise -----------------------------------------------------------------------
save("quantities-as-percentages", book([("Dự toán", [HEAD, *LINES], formatted("0%", 6))]))
save("quantities-in-thousands", book([("Dự toán", [HEAD, *LINES], formatted('#,##0" nghìn bộ"', 6))]))
save("quantities-without-their-thousands", book([("Dự toán", [HEAD, *LINES], formatted("#,##0,", 6))]))
save("quantities-with-their-unit", book([("Dự toán", [HEAD, *LINES], formatted('0" bộ"', 6))]))
save("prices-as-percentages", book([("Dự toán", [HEAD, *LINES], formatted("0%", 7))]))

# --- columns that nobody sees ---------------------------------------------------------------------------------
save("hidden-columns-of-years-and-sources", book([("Dự toán", [HEAD, *LINES], hidden("J", "K"))]))
save("hidden-column-that-is-empty", book([("Dự toán", [
    HEAD, ["A", None, None, "Năm 2027"], *lines(nam=[None] * 6)], hidden("J"))]))

# --- cells that refer to the row above ---------------------------------------------------------------------------
save("words-that-refer-to-the-row-above", book([("Dự toán", [HEAD, *lines(
    noi_dung=[LINES[0][3], "nt", "Như trên", "-nt-", "〃", '"'])])]))
save("units-that-refer-to-the-row-above", book([("Dự toán", [HEAD, *lines(
    dvt=["bộ", "nt"], ghi_chu=["Mua mới", '"', "Như máy ở tầng 1"])])]))

# --- letters struck through -------------------------------------------------------------------------------------
def rich(row, column, *parts):
    def change(sheet):
        runs = [TextBlock(InlineFont(strike=is_struck), text) for text, is_struck in parts]
        sheet.cell(row, column).value = CellRichText(*runs)
    return change


save("struck-part-of-a-text", book([("Dự toán", [HEAD, *LINES],
    rich(2, 4, ("Thiết bị cũ ", True), ("Thiết bị mạng", False)), rich(3, 7, ("1.200.00", False), ("0", True)))]))
save("struck-part-of-a-price", book([("Dự toán", [HEAD, *lines(thanh_tien=[None])],
    rich(2, 7, ("14.000.000 ", True), ("15.000.000", False)))]))
save("struck-part-of-a-text-open-document", book([("Dự toán", [HEAD, *LINES],
    rich(2, 4, ("Thiết bị cũ ", True), ("Thiết bị mạng", False)))]), "ods")

# --- one price in đồng among thousands ----------------------------------------------------------------------------
SMALL = lines(don_gia=[150, 120, 290, 200, 250000, 180], thanh_tien=[300, 1440, 11020, 200, 1000000, 360],
              dvt=["bộ"] * 6)
save("one-price-in-full-under-thousands", book([("Dự toán", [words("ĐVT: nghìn đồng", 0), HEAD, *SMALL])]))
save("one-dear-thing-under-thousands", book([("Dự toán", [words("ĐVT: nghìn đồng", 0), HEAD,
    *lines(don_gia=[150, 120, 290, 200, 20000, 180], thanh_tien=[300, 1440, 11020, 200, 80000, 360], dvt=["bộ"] * 6)])]))

# --- groups by their numbers ------------------------------------------------------------------------------------------
def numbered(number, line, row=None, code=None):
    return [number, row, code, *line[3:]]


save("line-of-another-group-by-its-number", book([("Dự toán", [
    HEAD, [1, "I.1.8", "HTS7", "Hạ tầng số"], numbered("1.1", LINES[0]), numbered("1.2", LINES[1]), numbered("1.3", LINES[2]),
    numbered("2.1", LINES[3])])]))
save("line-as-high-as-the-group-above", book([("Dự toán", [
    HEAD, ["I", "I.1.8", "HTS7", "Hạ tầng số"], numbered(1, LINES[0]), numbered(2, LINES[1]), numbered("II", LINES[3])])]))
save("lines-within-their-groups-by-their-numbers", book([("Dự toán", [
    HEAD, [1, "I.1.8", "HTS7", "Hạ tầng số"], numbered("1.1", LINES[0]), numbered("1.2", LINES[1]),
    [2, "III.3", "NVXHS2", "Đào tạo"], numbered("2.1", LINES[5]), numbered("a", LINES[3])])]))

# --- what is no fault: parts of a total, groups that add quantities, prices with their unit, years on the tab ------------
TOTAL = beside("Tổng cộng", 87420000)
save("parts-below-a-total", book([("Dự toán", [
    HEAD, *LINES, TOTAL, words("Trong đó:"), beside("- Ngân sách tỉnh", 30000000), beside("- Ngân sách xã", 46400000),
    beside("- Tự thanh toán", 11020000)])]))
save("parts-below-a-total-without-a-word", book([("Dự toán", [
    HEAD, *LINES, TOTAL, beside("Năm 2027", 65020000), beside("Năm 2028", 22400000)])]))
save("parts-below-a-total-that-are-wrong", book([("Dự toán", [
    HEAD, *LINES, TOTAL, beside("Trong đó: Ngân sách tỉnh", 31000000), beside("Ngân sách xã", 46400000)])]))
save("groups-that-add-quantities", book([("Dự toán", [
    HEAD, ["I", *beside("Hạ tầng số", 44400000, 14)[1:]], *LINES[:2], ["II", *beside("Còn lại", 43020000, 45)[1:]], *LINES[2:]])]))
save("groups-that-add-quantities-wrongly", book([("Dự toán", [
    HEAD, beside("Hạ tầng số", 44000000, 14), *LINES[:2], beside("Còn lại", 43020000, 45), *LINES[2:]])]))
save("unit-of-money-among-the-heads", book([
    ("Một", [[*HEAD, "ĐVT: đồng"], *LINES[:3]]), ("Hai", [["ĐVT: đồng", *HEAD], *[[None, *line] for line in LINES[3:]]])]))
save("thousands-among-the-heads", book([("Dự toán", [[*HEAD, "ĐVT: nghìn đồng"], *lines(
    don_gia=[15000, 1200, 290, 8000, 2000, 8000], thanh_tien=[30000, 14400, 11020, 8000, 8000, 16000])])]))
save("amounts-by-year-in-short", book([("Dự toán", [
    [*HEAD[:7], "TT 2027", "TT 2028", "Loại chi phí", "Nguồn kinh phí"],
    *[[*line[:7], *([line[7], None] if line[9] == 2027 else [None, line[7]]), line[8], line[10]] for line in LINES]])]))
save("prices-with-their-unit", book([("Dự toán", [HEAD, *lines(don_gia=[
    "15.000.000 đ/bộ", "1.200.000 đồng/tháng", "290.000đ/máy", "8 triệu đồng/lớp", "2.000.000 đ/lớp"])])]))
save("years-on-tabs-beside-an-empty-column", book([
    ("Năm 2027", [HEAD, *lines(nam=[None] * 6)[2:4]]), ("2028", [HEAD, *lines(nam=[None] * 6)[1:2]])]))
save("years-on-tabs-beside-a-column-half-filled", book([("Năm 2027", [HEAD, *lines(nam=[2027, 2028, None])])]))
save("notes-with-prices", book([("Dự toán", [["Định mức: 1.000 đồng/trang"], HEAD, *lines(ghi_chu=["15 triệu đồng/bộ"]), [],
    ["Ghi chú:", "Đơn giá: 1.000 đồng/tin nhắn"]])]))
save("last-lump-sum-without-a-kind", book([("Dự toán", [HEAD, *LINES, [7, "III.3", None, "Chi khác", None, None, None, 5000000]])]))

# --- units beside the cells ---------------------------------------------------------------------------------------------
def page_head(sheet):
    sheet.oddHeader.right.text = "ĐVT: nghìn đồng"


def page_foot(sheet):
    sheet.oddFooter.left.text = "Đơn vị tính: triệu đồng"


def comments(*texts):
    def change(sheet):
        for at, text in texts:
            sheet[at].comment = Comment(text, "Kế toán")
    return change


save("unit-at-the-head-of-the-page", book([("Dự toán", [HEAD, *LINES], page_head)]))
save("unit-at-the-foot-of-the-page", book([("Dự toán", [HEAD, *LINES], page_foot)]))
save("unit-at-the-head-of-the-page-that-is-right", book([("Dự toán", [words("ĐVT: nghìn đồng", 0), HEAD, *lines(
    don_gia=[15000, 1200, 290, 8000, 2000, 8000], thanh_tien=[30000, 14400, 11020, 8000, 8000, 16000])], page_head)]))
save("unit-in-a-comment", book([("Dự toán", [HEAD, *LINES], comments(("G1", "ĐVT: nghìn đồng")))]))
save("comments-with-prices", book([("Dự toán", [HEAD, *LINES], comments(
    ("G2", "Báo giá 15 triệu đồng/bộ"), ("H2", "đã duyệt 30.000.000 đồng")))]))
save("unit-in-a-box-of-text", book([("Dự toán", [HEAD, *LINES])]))
with_box("unit-in-a-box-of-text", "Đơn vị tính: triệu đồng")

# --- what does not come out ---------------------------------------------------------------------------------------------
save("costs-in-words-between-lines", book([("Dự toán", [HEAD, LINES[0], words("Mua thêm 3 máy in, mỗi máy 5 triệu đồng"),
    *LINES[1:3], [3, None, None, "Máy quét, 2 cái, 12.000.000 đồng/cái"], *LINES[3:], words("Ngoài ra mua 2 máy in 5.000.000 đồng")])]))
save("words-between-lines-that-cost-nothing", book([("Dự toán", [HEAD, LINES[0], words("- Cấu hình: giá tham khảo 15 triệu đồng"),
    *LINES[1:3], words("Đào tạo theo Quyết định 12/2026"), *LINES[3:], [], words("Giá thuê theo báo giá: 1.200.000 đồng/tháng")])]))
save("column-of-texts-without-a-head", book([("Dự toán", [HEAD, *[[*line, None, "Văn phòng thực hiện"] for line in LINES]])]))

# --- quantity, price and amount of each year ------------------------------------------------------------------------------
def of_years(heads, *figures):
    head = [*HEAD[:5], "Năm 2027", None, None, "Năm 2028", None, None, "Loại chi phí", "Nguồn kinh phí"]
    return book([("Dự toán", [head, [None] * 5 + heads * 2, *[
        [*line[:5], *own, line[8], line[10]] for line, own in zip(LINES, figures)]])])


YEARS = [[2, 15000000, 30000000, None, None, None], [6, 1200000, 7200000, 12, 1300000, 15600000],
         [38, 290000, 11020000, 38, 290000, 11020000]]
save("quantities-prices-and-amounts-by-year", of_years(["Số lượng", "Đơn giá", "Thành tiền"], *YEARS))
save("quantities-prices-and-amounts-by-year-in-short", of_years(["SL", "ĐG", "TT"], *YEARS))
save("quantities-prices-and-amounts-by-year-that-differ", of_years(["SL", "ĐG", "TT"], YEARS[0], [6, 1200000, 7000000, 12, 1300000, 15600000]))
