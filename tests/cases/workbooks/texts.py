#!/usr/bin/env python3
"""Makes the workbooks about what is printed as it stands: descriptions, units and notes, which a cell may hold as a
number, a day, a formula or in letters of another encoding.
"""
import datetime

from books import HEAD, LINES, book, lines, save


def formatted(**formats):
    """Gives number formats to cells."""
    def change(sheet):
        for cell, number_format in formats.items():
            sheet[cell].number_format = number_format
    return change


# What Excel shows is what people wrote: hours, numbers of telephones, shares, versions, months.
AMONG_WORDS = [("Dự toán", [HEAD, *lines(
    noi_dung=["Thiết bị mạng", datetime.datetime(2027, 3, 1)],
    dvt=["bộ", "tháng", 3, 1.5, 1000000, 12],
    ghi_chu=[datetime.time(7, 30), 912345678, 0.5, 2.1, datetime.datetime(2027, 3, 1), datetime.timedelta(hours=36)])],
    formatted(D3="dd/mm/yyyy hh:mm", E4='0" máy"', E6="#,##0", E7="000",
              L2="h:mm", L3="0000000000", L4="0%", L5="0.00", L6="mm/yyyy", L7="[h]:mm"))]
save("numbers-among-words", book(AMONG_WORDS))
save("numbers-among-words-old-excel", book(AMONG_WORDS), "xls")
save("numbers-among-words-open-document", book(AMONG_WORDS), "ods")
# Names of months and powers of ten are others on each computer; of a long number Excel has dropped the end.
save("numbers-that-show-nobody-knows-what", book([("Dự toán", [HEAD, *lines(
    ghi_chu=[datetime.datetime(2027, 3, 1), 12345, 0.5, 123456789012345678, datetime.time(7, 30), 5])],
    formatted(L2="d-mmm-yy", L3="0.00E+00", L4="# ?/?", L5="0", L6="h:mm AM/PM", L7=";;;"))]))
save("formulas-among-words", book([("Dự toán", [HEAD, *lines(
    ghi_chu=['=A2&"/TTr-UBND"', "#N/A", None, '=B5&" và "&B6'])])]))

def tcvn3(text):
    """The letters of TCVN3 as the signs that a workbook holds for them."""
    runs = {0xA1: "ĂÂÊÔƠƯĐăâêôơưđ", 0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ", 0xDC: "ĩíịò",
            0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ"}
    codes = {letter: chr(start + at) for start, run in runs.items() for at, letter in enumerate(run)}
    return "".join(codes.get(letter, letter) for letter in text)


# "bộ" and "chú" are "bé" and "chó" then, which are words: their row tells.
save("letters-of-tcvn3-by-the-row", book([("Dự toán", [HEAD, *lines(
    noi_dung=[tcvn3("Mua máy tính để bàn"), tcvn3("Thuê đường truyền")], dvt=[tcvn3("bộ"), tcvn3("bộ")],
    loai=["Đầu tư", tcvn3("Thuê hằng năm")], nguon=["Xã", tcvn3("Xã")],
    ghi_chu=[tcvn3("Ghi chú"), tcvn3("có")])])]))
save("letters-of-vni-by-the-row", book([("Dự toán", [HEAD, *lines(
    noi_dung=["Mua maùy tính ñeå baøn", "Máº¡ng LAN"], dvt=["boä", "cÃ¡i"], nguon=["Xaõ", "XÃ£"])])]))
# A tab between two words is a blank; one that parts columns is told of.
save("tabs-in-cells", book([("Dự toán", [HEAD, *lines(
    noi_dung=["Thiết bị\tmạng", "Thuê đường truyền\t12\ttháng"], ghi_chu=["một\thai", "\tba\t"])])]))
# What a program that knows no such letters leaves of them.
save("letters-lost-as-question-marks", book([("Dự toán", [HEAD, *lines(
    noi_dung=["Mua m?y tính", "Thuê ???ng truy?n", "Đã có máy chưa?"], dvt=["b?", "tháng", "c?i"],
    ghi_chu=["m?y m?i", "http://vidu.vn/?id=1"])])]))
