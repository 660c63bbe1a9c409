#!/usr/bin/env python3
"""Makes the workbooks of this folder again: by openpyxl, XlsxWriter and, for .xls and .ods, by LibreOffice.

Needs openpyxl, xlsxwriter and soffice. The tests only read the workbooks; their expected reports are written by
UPDATE=1 cargo test --release --test cases, and read by people.
"""
import datetime
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl
import openpyxl.cell.rich_text
import openpyxl.cell.text
import openpyxl.styles

from books import HEAD, HERE, LINES, book, in_sheet, lines, save, shift

PLAIN = [HEAD, *LINES]
save("plain", book([("Dự toán", PLAIN)]))
save("macro-book", book([("Dự toán", PLAIN)]), "xlsm")
save("old-excel", book([("Dự toán", PLAIN)]), "xls")
save("open-document", book([("Dự toán", PLAIN)]), "ods")


def titled(sheet):
    sheet["C2"] = "DỰ TOÁN KINH PHÍ CHUYỂN ĐỔI SỐ"
    sheet.merge_cells("C2:J2")
    sheet["C3"] = "(Kèm theo Kế hoạch của Ủy ban nhân dân xã)"
    sheet.merge_cells("C3:J3")
    sheet["D16"] = "Ghi chú: đơn giá theo báo giá tháng 12 năm 2026."
    sheet["H18"] = "NGƯỜI LẬP"


save("title-notes-empty-rows", book([
    ("Dự toán", shift([HEAD, LINES[0], [], LINES[1], LINES[2], [], [], *LINES[3:]], 2, 5), titled)]))
ORDER = [9, 6, 5, 3, 10, 8, 2, 4, 7]
save("columns-in-another-order", book([
    ("Dự toán", [[row[index] for index in ORDER] for row in PLAIN])]))
save("other-names-of-columns", book([("Dự toán", [
    ["TT", "Mã dòng", "Thành phần", "Diễn giải", "ĐVT", "Khối lượng", "Đơn giá (đồng)", "Số tiền (đồng)",
     "Loại chi", "Năm thực hiện", "Nguồn vốn", "Ghi chú"], *LINES])]))
save("figures-as-text", book([("Dự toán", [HEAD, *lines(
    so_luong=["2", "12", "38,0", " 1 ", "4", "2"],
    don_gia=["15.000.000", "1.200.000 đ", "290 nghìn", "8 triệu", "0,002 tỷ", "8 000 000 VNĐ"],
    thanh_tien=["30.000.000 đồng", "14,4 triệu", "11.020.000", "8.000.000", "8tr", "16,000,000"])])]))
save("ambiguous-figure", book([("Dự toán", [HEAD, *lines(don_gia=["15,000"])])]))


def in_thousands(sheet):
    sheet.insert_rows(1, 2)
    sheet["L1"] = "Đơn vị tính: nghìn đồng"


save("unit-above-the-table", book([("Dự toán", [HEAD, *lines(
    don_gia=[15000, 1200, 290, 8000, 2000, 8000],
    thanh_tien=[30000, 14400, 11020, 8000, 8000, 16000])], in_thousands)]))
save("unit-in-the-head", book([("Dự toán", [
    [*HEAD[:6], "Đơn giá (triệu đồng)", "Thành tiền (nghìn đồng)", *HEAD[8:]], *lines(
        don_gia=[15, 1.2, 0.29, 8, 2, 8],
        thanh_tien=[30000, 14400, 11020, 8000, 8000, 16000])])]))
save("head-of-two-rows", book([("Dự toán", [
    ["STT", "Dòng", "Mã thành phần", "Nội dung chi", "Dự toán", None, None, None, "Loại chi phí", "Năm", "Nguồn kinh phí", "Ghi chú"],
    [None, None, None, None, "Đơn vị tính", "Số lượng", "Đơn giá", "Thành tiền"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)=(6)x(7)", "(9)", "(10)", "(11)", "(12)"],
    *LINES], lambda sheet: sheet.merge_cells("E1:H1"))]))
save("subtotals", book([("Dự toán", [
    HEAD, ["I", None, None, "Chính quyền số"], *LINES[:2], [None, None, None, "Cộng", None, None, None, 44400000],
    ["II", None, None, "Còn lại"], *LINES[2:], [None, None, None, "Cộng", None, None, None, 43020000],
    [None, None, None, "Tổng cộng:", None, None, None, "=H5+H11"]])]), "xls")
save("wrong-subtotal", book([("Dự toán", [
    HEAD, *LINES[:2], [None, None, None, "Cộng", None, None, None, 44400000],
    *LINES[2:], [None, None, None, "Cộng", None, None, None, 43020001]])]))


def merged(sheet):
    for cells in ("B2:B3", "C2:C3", "K5:K6"):
        sheet.merge_cells(cells)


save("merged-words", book([("Dự toán", PLAIN, merged)]))
save("merged-figure", book([("Dự toán", PLAIN, lambda sheet: sheet.merge_cells("G2:G3"))]))


def hide(sheet):
    sheet.sheet_state = "hidden"


save("hidden-sheet", book([("Dự toán", PLAIN), ("Nháp", PLAIN, hide)]))
save("sheets-by-year", book([
    (f"Năm {year}", [[cell for index, cell in enumerate(row) if index != 9]
                     for row in [HEAD, *(line for line in LINES if line[9] == year)]])
    for year in (2027, 2028)]))
save("dates-for-years", book([("Dự toán", [HEAD, *lines(nam=[
    datetime.date(2027, 3, 1), datetime.datetime(2028, 1, 1), "Năm 2027", "2027", "01/06/2028", "12/2027"])])]))
save("formula-without-a-result", book([("Dự toán", [HEAD, *lines(thanh_tien=["=F2*G2"])])]))
save("formulas-calculated", book([("Dự toán", [HEAD, *lines(
    thanh_tien=[f"=F{row}*G{row}" for row in range(2, 8)])])]), "ods")
save("cells-with-errors", book([("Dự toán", [HEAD, *lines(
    don_gia=["#REF!"], noi_dung=[None, "#N/A"], thanh_tien=[30000000, 14400000, "#DIV/0!"])])]))
save("price-from-the-list", book([("Dự toán", [HEAD, *lines(don_gia=[None], thanh_tien=[None])])]))
prices = book([("Bảng giá", [["Mặt hàng", "Đơn vị tính", "Đơn giá"], ["Thiết bị mạng", "bộ", 15000000]])])
save("price-from-the-list", prices, file="don-gia")
save("two-files", book([("Dự toán", PLAIN)]))
save("two-files", book([("Dự toán", PLAIN)]), "ods")
(HERE / "not-a-workbook").mkdir(exist_ok=True)
(HERE / "not-a-workbook" / "du-toan.xlsx").write_bytes(b"PK\x03\x04 not an archive")


# Units as people write them, in a head of two rows.
def in_millions(sheet):
    for column in "ABCDEFIJKL":
        sheet.merge_cells(f"{column}1:{column}2")


save("units-below-the-head", book([("Dự toán", [
    HEAD, [None] * 6 + ["(tr.đ)", "(1.000đ)"],
    *lines(don_gia=[15, 1.2, 0.29, 8, 2, 8], thanh_tien=[30000, 14400, 11020, 8000, 8000, 16000])], in_millions)]))
save("unit-in-short", book([("Dự toán", [
    [None, None, None, "ĐVT: 1.000đ"], HEAD,
    *lines(don_gia=[15000, 1200, 290, 8000, 2000, 8000],
           thanh_tien=[30000, 14400, 11020, 8000, 8000, 16000])])]))
save("unit-unknown", book([("Dự toán", [[name.replace("Đơn giá", "Đơn giá (USD)") for name in HEAD], *LINES])]))
save("units-two", book([("Dự toán", [
    ["Đơn vị tính: nghìn đồng"], [None, None, None, None, None, None, "ĐVT: triệu đồng"], *PLAIN])]))
save("millions-and-some-dong", book([("Dự toán", [
    [name.replace("Đơn giá", "Đơn giá (triệu đồng)") for name in HEAD],
    *lines(so_luong=[1], don_gia=[2500.0008, 1.2, 0.29, 8, 2, 8], thanh_tien=[2500000800])])]))

# Letters: encodings older than Unicode, with their fonts and without; signs that show nothing; look-alikes.
# UniKey's tables, from Unicode to the signs of Windows-1252 that have the bytes; a capital of TCVN3 with a tone is its
# small letter.
def tcvn3(text):
    runs = {0xA1: "ĂÂÊÔƠƯĐăâêôơưđ", 0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ", 0xDC: "ĩíịò",
            0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ"}
    signs = {letter: chr(first + at) for first, letters in runs.items() for at, letter in enumerate(letters)}
    return "".join(signs.get(letter, signs.get(letter.lower(), letter)) for letter in text)


def vni(text):
    import unicodedata
    single = {"đ": "ñ", "ư": "ö", "ơ": "ô", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
    marks = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "\u0302": "â", "\u0306": "ê",
             "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å", "\u0302\u0303": "ã", "\u0323\u0302": "ä",
             "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú", "\u0306\u0303": "ü", "\u0323\u0306": "ë"}
    written = ""
    for letter in text:
        small = letter.lower()
        parts = unicodedata.normalize("NFD", small)
        if small in single:
            sign = single[small]
        elif "\u031b" in parts:
            sign = single[unicodedata.normalize("NFC", parts[0] + "\u031b")]
            sign += "".join(marks[it] for it in parts[1:] if it != "\u031b")
        else:
            sign = parts[0] + (marks[parts[1:]] if len(parts) > 1 else "")
        written += sign if letter == small else sign.upper()
    return written


def misread(text, times=1):
    for _ in range(times):
        text = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    return text


def in_font(rows, encode, font, columns="DE"):
    """The rows with the letters of some columns in an encoding, and what puts its font to them."""
    import openpyxl.styles
    indexes = ["ABCDEFGHIJKL".index(column) for column in columns]
    rows = [[encode(cell) if at in indexes and isinstance(cell, str) else cell for at, cell in enumerate(row)]
            for row in rows]

    def style(sheet):
        for row in sheet.iter_rows(min_row=1):
            for at in indexes:
                row[at].font = openpyxl.styles.Font(name=font)
    return rows, style


# "đưa" lost its ư, which is the soft hyphen, in a converter (lamquangminh/EVKey#9); "Bé" for "Bộ" is a word of its own,
# which the font tells.
UNITS = lines(noi_dung=["Đường truyền đưa về thôn", "Thuê đường truyền", "Phần mềm phòng, chống mã độc", "Tập huấn",
                        "Hướng dẫn mở gian hàng số", "Tập huấn Tổ công nghệ số cộng đồng"],
              dvt=["Bộ", "Tháng", "Máy", "Lớp", "Cơ sở", "Lớp"])
save("letters-of-tcvn3", book([("Dự toán", *in_font([HEAD, *UNITS], tcvn3, ".VnTime"))]))
# Whoever has taken the fonts away has left the letters: the other cells of the column tell.
save("letters-of-tcvn3-without-font", book([("Dự toán", [HEAD, *in_font(UNITS, tcvn3, "")[0]])]))
save("letters-of-tcvn3-capitals", book([("Dự toán", *in_font(
    [HEAD, *lines(noi_dung=["thiết bị mạng", "THUÊ ĐƯỜNG TRUYỀN"])], tcvn3, ".VnTimeH", "D"))]))
# Letters of two signs, some of which are letters themselves (Funput/Funput#224), the name of the sheet too.
save("letters-of-vni", book([(vni("Dự toán 2027"), *in_font([HEAD, *UNITS], vni, "VNI-Times"))]), "xls")
save("letters-misread", book([("Dự toán", [HEAD, *lines(
    # exceljs/exceljs#2153, and twice; entities; the escapes of a program, that of one which lost its sign.
    noi_dung=[misread("Thiết bị mạng"), misread("Thuê đường truyền", 2), "Ph&#7847;n m&#7873;m &amp; ch&oacute; m&egrave;o",
              "T\\u1eadp hu\\u1ea5n", "Hu01b0u1edbng du1eabn", "Ta^.p hua^'n To^? co^ng nghe^. so^'"],
    dvt=["bá»™", "th\u00c3\u00a1ng", "m&aacute;y", "lo+'p", "c\u01a1 s\ufffd"])])]))
# Zero-width signs, hard spaces and the signs that Windows puts around what is copied from its dialogs, in heads, codes and
# figures (lucivpav/cwg#64); figures of a Japanese keyboard (jmcnamara/excel-writer-xlsx#160), of Arabic and Khmer.
save("signs-that-show-nothing", book([("Dự toán\u200b", [
    [name.replace("Đơn giá", "Đơn\u00a0giá\u200b").replace("Nội", "\ufeffNội") for name in HEAD],
    *lines(dong=["\u202aI.1.8\u202c", "I\u2060.1.8"], ma=["HTS7\u200d", "ＨＴＳ７"], so_luong=["２", "١٢", "38\u00a0"],
           don_gia=["15000000\u200b", "１.200.000", "290\u202f000", "8\u2009000\u2009000"],
           nam=["2027\ufeff"], nguon=["Tỉnh\u00ad", "X\u00adã"], ghi_chu=["\u200b", "\u200e", None])])]))
# Cyrillic in a code and in words (CatalogueOfLife/data#409), the D of Iceland.
save("letters-alike", book([("Dự toán", [HEAD, *lines(
    ma=["НТS7", "HTS7", "АNM7"], noi_dung=["Thiết bị mạng сơ sở", "Ðường truyền", "Tủ 600х800", "Phần mềm «Прим» Wifiб"],
    dvt=["bộ", "tháng", "mаy"])])]))
# What is no Vietnamese and is right (Funput/Funput#229 took µ and ¶ for à and ả).
save("letters-that-are-right", book([("Dự toán", [HEAD, *lines(
    noi_dung=["HP LaserJet Pro M404dn, Citroën, Société Générale", "Krông Búk, Čư\u0306 Êbur, Đắk R'lấp, Ea H'leo",
              "µ ¶ ° ½ ® © « » × ² 25°C", "can't, I'm, user.name@xa.gov.vn, C:\\u01b0\\dd", "A&B; R&D; x^2 + y^2",
              "Điện trở 5 kΩ, 10 µm, ΔP, UBND XÃ”, “CẤP XÃ”"])])]))

# Groups with their sums in the heading, as in Phụ lục II, and one within another.
def group(number, name, amount):
    return [number, None, None, name, None, None, None, amount]


GROUPED = [HEAD, group(None, "TỔNG CỘNG", 87420000), group("I", "CHÍNH QUYỀN SỐ", 63420000),
           group("1", "Hạ tầng số", 44400000), *LINES[:2], group("2", "An toàn và tập huấn", 19020000), *LINES[2:4],
           group("II", "KINH TẾ SỐ", 8000000), LINES[4], group("III", "XÃ HỘI SỐ", "=F13*G13"), LINES[5]]
save("groups-with-their-sums", book([("Dự toán", GROUPED)]), "xls")
save("group-with-a-wrong-sum", book([("Dự toán", [
    *GROUPED[:3], group("1", "Hạ tầng số", 44400001), *GROUPED[4:-2], group("III", "XÃ HỘI SỐ", 16000000), LINES[5]])]))
save("subtotals-with-names", book([("Dự toán", [
    HEAD, *LINES[:2], group(None, "Cộng mục 1", 44400000), *LINES[2:4], group(None, "Cộng mục 2:", 19020000),
    group(None, "Cộng I", 63420000), LINES[4], group(None, "Cộng II", 8000000), LINES[5],
    group(None, "Cộng III", 16000000), group(None, "Tổng cộng (I+II+III)", 87420000), [],
    [None, None, None, "NGƯỜI LẬP", None, None, None, "CHỦ TỊCH", "Ký tên", "đóng dấu", "KẾ TOÁN"]])]))

# Pages that repeat the head; the letters of the columns; a second table in another unit.
INDEX = ["A", "B", "C", "D", "E", 1, 2, "3=1x2", 4, 5, 6, 7]
save("head-on-every-page", book([("Dự toán", [
    HEAD, INDEX, *LINES[:3], HEAD, INDEX, *LINES[3:], group(None, "Tổng cộng", 87420000)])]))
save("second-table", book([("Dự toán", [
    *PLAIN[:4], [], ["B. Phần tập huấn", None, None, "Đơn vị tính: nghìn đồng"],
    [HEAD[index] for index in ORDER],
    *[[row[index] for index in ORDER] for row in lines(
        don_gia=[None, None, None, 8000, 2000, 8000], thanh_tien=[None, None, None, 8000, 8000, 16000])[3:]]])]))

# What would not be reckoned with, or belongs to no line.
save("column-that-does-not-count", book([("Dự toán", [
    [*HEAD, "Số tháng", "Số hiệu"], *[[*line, 12, "A-1"] for line in LINES]])]))
save("two-columns-of-amounts", book([("Dự toán", [
    [*HEAD, "Thuế VAT", "Tổng cộng"], *[[*line, line[7] / 10, line[7] * 1.1] for line in LINES]])]))
save("merged-amount", book([("Dự toán", PLAIN, lambda sheet: sheet.merge_cells("H2:H3"))]))
save("open-document-merged", book([("Dự toán", [
    HEAD, *lines(dong=["I.1.8", None], ma=["HTS7", None], don_gia=[15000000, 1200000, None, 8000000, "=1/0"])],
    lambda sheet: [sheet.merge_cells(cells) for cells in ("B2:B3", "C2:C3", "G3:G4")])]), "ods")
save("figures-in-words-and-dashes", book([("Dự toán", [HEAD, *lines(
    don_gia=["15 triệu", "1 triệu 200 nghìn", "290.000 đ", "8 tr.đ", "2 000 000", "8.000.000."],
    thanh_tien=["-", "–"], ma=["HTS 7"],
    loai=["Đầu tư ban đầu", "Thuê hàng năm"], nguon=["NS tỉnh", "Ngân sách cấp xã"])])]))
save("source-that-is-none", book([("Dự toán", [HEAD, *lines(nguon=["Liên xã"], so_luong=[1, 1e9], don_gia=[15000000, 1e9])])]))
# Sources as the reports of provinces and the annexes of programmes write them; a figure of three of them
# has no column in the form (open-contracting/standard#292, OCA/account-budgeting#46: a budget has many funds).
save("sources-as-offices-write-them", book([("Dự toán", [HEAD, *lines(nguon=["NSTW", "Vốn CTMTQG", "NSNN cấp tỉnh", "Vốn ngoài ngân sách", "Nguồn thu sự nghiệp", "Ngân sách xã Mẫu"])])]))
save("price-not-quite-in-the-list", book([("Dự toán", [HEAD, *lines(
    noi_dung=["Thiết bị mạng không dây"], don_gia=[None], thanh_tien=[None])])]))
save("price-not-quite-in-the-list", book([("Bảng giá", [
    ["Mặt hàng", "Đơn vị tính", "Giá cao nhất"], ["Thiết bị mạng", "bộ", 15000000]])]), "ods", "don-gia")

# What is hidden or struck through and counts all the same.
def hidden_rows(*rows):
    def change(sheet):
        for row in rows:
            sheet.row_dimensions[row].hidden = True
    return change


def filtered(sheet):
    """A filter that shows the lines of the commune's own money, as an office leaves it set."""
    sheet.auto_filter.ref = "A1:L7"
    sheet.auto_filter.add_filter_column(10, ["Xã"])
    for row in range(2, 8):
        sheet.row_dimensions[row].hidden = sheet.cell(row, 11).value != "Xã"


def struck(rows, columns=range(1, 13)):
    def change(sheet):
        for row in rows:
            for column in columns:
                sheet.cell(row, column).font = openpyxl.styles.Font(strike=True)
    return change


# brechtsanders/xlsxio#92: rows out of sight are read like the others, in every kind of file.
for ending in ("xlsx", "xls", "ods"):
    save(f"hidden-rows-{ending}", book([("Dự toán", PLAIN, hidden_rows(3, 4, 7))]), ending)
# MarkPflug/Sylvan.Data.Excel#185: rows that a filter has put out of sight.
for ending in ("xlsx", "xls", "ods"):
    save(f"filtered-rows-{ending}", book([("Dự toán", PLAIN, filtered)]), ending)
save("hidden-row-of-a-heading", book([("Dự toán", [
    HEAD, group("I", "CHÍNH QUYỀN SỐ", None), *LINES], hidden_rows(2))]))


save("row-without-height", book([("Dự toán", PLAIN)]))
in_sheet("row-without-height", '<row r="4"', '<row r="4" ht="0" customHeight="1"')


def hidden_columns(sheet):
    for column in "BCGH":
        sheet.column_dimensions[column].hidden = True


save("hidden-columns", book([("Dự toán", PLAIN, hidden_columns)]))
save("hidden-columns-old-excel", book([("Dự toán", PLAIN, hidden_columns)]), "xls")
save("hidden-columns-open-document", book([("Dự toán", PLAIN, hidden_columns)]), "ods")
save("hidden-in-the-price-list", book([("Dự toán", [HEAD, *lines(don_gia=[None], thanh_tien=[None])])]))
save("hidden-in-the-price-list", book([("Bảng giá", [
    ["Mặt hàng", "Đơn vị tính", "Đơn giá"], ["Thiết bị mạng", "bộ", 15000000], ["Máy quét", "máy", 9000000]],
    hidden_rows(2), struck([3]))]), file="don-gia")

# exceljs/exceljs#19: a line is crossed out by the font of its cells; troldal/OpenXLSX#314: of one of them.
for ending in ("xlsx", "xls", "ods"):
    save(f"struck-lines-{ending}", book([("Dự toán", PLAIN, struck([3]), struck([5], [7, 8]))]), ending)
save("struck-lines-many", book([("Dự toán", PLAIN, struck(range(2, 8)))]))
save("struck-note-below", book([("Dự toán", [*PLAIN, [], [None, None, None, "Ghi chú: giá cũ"]], struck([9]))]))


def struck_letters(sheet):
    """tfussell/xlnt#530: the letters are crossed out, not the cell; of the second one only a part."""
    crossed = openpyxl.cell.text.InlineFont(strike=True)
    rich = openpyxl.cell.rich_text
    sheet["D2"] = rich.CellRichText(rich.TextBlock(crossed, "Thiết bị "), rich.TextBlock(crossed, "mạng"))
    sheet["D3"] = rich.CellRichText(rich.TextBlock(crossed, "Mua "), "Thuê đường truyền")


save("struck-letters", book([("Dự toán", PLAIN, struck_letters)]))
save("struck-letters-open-document", book([("Dự toán", PLAIN, struck_letters)]), "ods")


# Formulas that nobody has calculated.
def written(name, formulas, ending="xlsx"):
    """The plain lines by XlsxWriter, with formulas in some cells: their stored results, or its 0."""
    import xlsxwriter
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    workbook = xlsxwriter.Workbook(folder / "du-toan.xlsx")
    workbook.set_properties({"created": datetime.datetime(2027, 1, 1)})
    sheet = workbook.add_worksheet("Dự toán")
    for index, row in enumerate(PLAIN):
        sheet.write_row(index, 0, row)
    for cell, formula, *result in formulas:
        sheet.write_formula(cell, formula, None, *result)
    workbook.close()


TOTAL = ("H8", "=SUM(H2:H7)")
AMOUNTS = [(f"H{row}", f"=F{row}*G{row}") for row in range(2, 8)]
# jmcnamara/excel-writer-xlsx#225: a writer that calculates nothing stores 0 for every result.
written("formulas-all-zero", [*AMOUNTS, TOTAL])
written("formulas-all-zero-of-prices", [("G2", "=15000000*1"), ("G3", "=VLOOKUP(D3,Gia!A:B,2,0)")])
# subtlelib/poi#12: some were calculated, some show 0 until somebody opens the file.
written("formulas-partly-calculated", [
    *[(cell, formula, LINES[index][7]) for index, (cell, formula) in enumerate(AMOUNTS[:4])], *AMOUNTS[4:]])
# ClosedXML/ClosedXML#2751: a library has saved the file and thrown the results away.
save("formulas-without-results", book([("Dự toán", [HEAD, *lines(
    thanh_tien=[f"=F{row}*G{row}" for row in range(2, 8)]), group(None, "Tổng cộng", "=SUM(H2:H7)")])]))
save("formulas-calculated-old-excel", book([("Dự toán", [HEAD, *lines(
    thanh_tien=[f"=F{row}*G{row}" for row in range(2, 8)]), group(None, "Tổng cộng", "=SUM(H2:H7)")])]), "xls")
# Nothing is wrong with a 0 that is one: a line without money, its sum and lines to be filled in.
written("formulas-really-zero", [("G2", "=0*1"), ("H2", "=F2*G2"), ("H9", "=F9*G9"), ("H10", "=SUM(H9:H9)")])
# tidyverse/readxl#19, nuovo/spreadsheet-reader#37: files of other programs end in capitals.
(HERE / "ending-in-capitals").mkdir(exist_ok=True)
shutil.copy(HERE / "plain" / "du-toan.xlsx", HERE / "ending-in-capitals" / "du-toan.XLSX")

# A sense of size: figures of a wrong unit.
MILLIONS = [[15, 30], [2, 24], [1, 38], [8, 8], [2, 8], [8, 16]]


def sized(figures, **changes):
    """The lines at other prices and amounts."""
    return lines(don_gia=[price for price, _ in figures], thanh_tien=[amount for _, amount in figures], **changes)


# farhanrahman/kyoto#131: figures in millions where whole ones are wanted, six orders too small.
save("whole-millions-without-a-unit", book([("Dự toán", [HEAD, *sized(MILLIONS)])]))
# 16,5 is no price in đồng; asked once, not at each line.
save("fractions-without-a-unit", book([("Dự toán", [HEAD, *sized(
    [[15.5, 31], [1.2, 14.4], [0.29, 11.02], [8, 8], [2.25, 9], [8, 16]])])]))
# msperlin/GetDFPData#5: some parts of a file in thousands, others not, and nothing says which.
save("thousands-on-one-sheet", book([
    ("Hạ tầng", [HEAD, *LINES[:3]]),
    ("Tập huấn", [HEAD, *sized([[0, 0]] * 3 + [[8000, 8000], [2000, 8000], [8000, 16000]])[3:]])]))
# dgunning/edgartools#807: the scale that is stated is not that of the figures.
save("dong-under-millions", book([("Dự toán", [["Đơn vị tính: triệu đồng"], HEAD, *sized(
    [[15000000, 30000000], [7200000, 86400000], [9900000, 376200000], [8000000, 8000000], [5500000, 22000000],
     [8000000, 16000000]])])]))
save("one-price-in-dong-under-millions", book([("Dự toán", [["Đơn vị tính: triệu đồng"], HEAD, *sized(
    [[15000000, 30000000], *MILLIONS[1:]])])]))
# thinh-vu/vnstock#5: four zeros too many, far from anything that it could be.
save("zeros-too-many", book([("Dự toán", [HEAD, *sized([[150000000000, 300000000000]])])]))
# "290" of someone who writes thousands as the English do.
save("english-thousands", book([("Dự toán", [HEAD, *sized([[15000000, 30000000], [1200000, 14400000], [290, 11020]])])]))
save("same-thing-a-thousand-times", book([("Dự toán", [HEAD, *LINES, [
    7, "III.3", "NVXHS2", "Tập huấn tổ công nghệ số cộng đồng", "lớp", 30, 8000, 240000, "Thuê dịch vụ", 2028, "Xã", None]])]))
# Systemorph/IFRS17CalculationEngine#139: what is taken in twice is counted twice.
save("old-sheet-beside", book([("Dự toán", PLAIN), ("Bản cũ", PLAIN)]))
save("old-sheet-with-other-amounts", book([("Bản cũ", [HEAD, *lines(
    don_gia=[18000000, 1500000], thanh_tien=[36000000, 18000000])[:5]]), ("Dự toán", PLAIN)]))
# Small things that are many, and pens beside machines, are no fault.
save("small-things", book([("Dự toán", [HEAD, *sized(
    [[30000000, 60000000], [5000, 500000], [320, 48000000], [8000000, 8000000], [350, 700000], [8000000, 16000000]],
    noi_dung=["Thiết bị mạng", "Bút ký", "Tem truy xuất nguồn gốc", "Tập huấn", "Tin nhắn"],
    dvt=["bộ", "cái", "con tem", "lớp", "tin nhắn"], so_luong=[2, 100, 150000, 1, 2000])])]))


def calculated(name, workbook):
    """Saves a workbook whose formulas LibreOffice has calculated."""
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        source = pathlib.Path(scratch) / "du-toan.xlsx"
        workbook.save(source)
        command = ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True)


# A price that is words: the product and all sums above and below fail by it, and only it is wrong.
FAILING = lines(don_gia=[15000000, "1,2 triệu"], thanh_tien=[f"=F{row}*G{row}" for row in range(3, 9)])
calculated("formulas-that-fail-by-a-text", book([("Dự toán", [
    HEAD, ["I", None, None, "Hạ tầng số", None, None, None, "=SUM(H3:H4)"], *FAILING,
    [None, None, None, "Tổng cộng", None, None, None, "=SUM(H3:H8)"]])]))
