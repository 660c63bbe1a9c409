#!/usr/bin/env python3
"""Makes the workbooks that tell something beside their lines: totals in a title, sheets that are versions of one
estimate, headings that name another year or source, what is hidden, struck through or stands in the margin of the
printed page."""
from books import HEAD, LINES, book, lines, save


def words(text, column=3):
    return [None] * column + [text]


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
