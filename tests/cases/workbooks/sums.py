#!/usr/bin/env python3
"""Makes the workbooks about sums: heads of groups with their sums, what rounds and what is taken off, sums
in words, years of groups and tabs, and figures that come to no whole price."""
from books import HEAD, LINES, book, save

WHOLE = [None, None, None, "Tổng cộng", None, None, None, 87420000]


def group(number, name, amount, row=None, code=None, kind=None, year=None, source=None):
    """The head of a group with its sum."""
    return [number, row, code, name, None, None, None, amount, kind, year, source, None]


def bare(line, number, *columns):
    """A line under another number, without what stands in columns."""
    return [number, *[None if at in columns else cell for at, cell in enumerate(line)][1:]]


NETWORK = ("I.1.8", "HTS7", "Thuê hằng năm", 2028, "Xã")
RENTED = [2, "I.1.8", "HTS7", "Thuê đường truyền", "tháng", 12, 1200000, 14400000, "Thuê hằng năm", 2028, "Xã", None]
DEVICES = [1, "I.1.8", "HTS7", "Thuê thiết bị mạng", "tháng", 12, 2500000, 30000000, "Thuê hằng năm", 2028, "Xã", None]

# The head of a group looks like a cost as a whole: its number tells that the lines lie within it.
for name, numbers in [("roman", ("I", "1", "2")), ("dots", ("1", "1.1", "1.2")), ("dashes", ("1", "-", "-"))]:
    head, *own = numbers
    save(f"group-like-a-cost-{name}", book([("Dự toán", [
        HEAD, group(head, "Hạ tầng số", 44400000, *NETWORK), bare(DEVICES, own[0]), bare(RENTED, own[1]),
        *([bare(line, None) for line in LINES[2:]] if head == "I" else
          [bare(line, 2 + at) for at, line in enumerate(LINES[2:])]), WHOLE])]))
# What the head says holds for the lines that say nothing.
save("group-tells-its-lines", book([("Dự toán", [
    HEAD, ["A", None, None, "Chính quyền số"], group("I", "Hạ tầng số", 44400000, *NETWORK),
    bare(DEVICES, 1, 1, 2, 8, 9, 10), bare(RENTED, 2, 1, 2, 8, 9, 10), *[bare(line, None) for line in LINES[2:]], WHOLE])]))
save("group-tells-its-lines-and-ends", book([("Dự toán", [
    HEAD, group("1", "Hạ tầng số", 44400000, *NETWORK), bare(DEVICES, "-", 1, 2, 8, 9, 10),
    bare(RENTED, "-", 1, 2, 8, 9, 10), bare(LINES[2], 2, 1, 2)])]))
# The sum of a group was not brought up to date.
save("group-like-a-cost-with-a-wrong-sum", book([("Dự toán", [
    HEAD, group("1", "Hạ tầng số", 30000000, *NETWORK), bare(DEVICES, "1.1"), bare(RENTED, "1.2"), bare(LINES[2], 2)])]))
# No number tells; the sum does.
save("sum-that-looks-like-a-cost", book([("Dự toán", [
    HEAD, group(None, "Hạ tầng số", 44400000, *NETWORK), bare(DEVICES, None), bare(RENTED, None), *LINES[2:]])]))
# Sums that happen to come out between lump sums, and of costs of other codes.
save("lump-sums-that-add-up", book([("Dự toán", [
    HEAD, group(1, "Hạ tầng số", 16000000, *NETWORK), group(2, "Thuê máy chủ ảo", 8000000, *NETWORK),
    group(3, "Thuê chữ ký số", 8000000, *NETWORK), group(4, "Tư vấn", 16000000, "I.1.8", "HTS7", "Thuê dịch vụ", 2027, "Xã"),
    *LINES[3:5]])]))
# A head with a code and a sum, and nothing else.
save("groups-with-codes", book([("Dự toán", [
    HEAD, group("I", "Hạ tầng số", 44400000, "I.1.8", "HTS7"), *[bare(line, None, 1, 2) for line in LINES[:2]],
    group("II", "An toàn thông tin", 11020000, None, "ANM7"), bare(LINES[2], None, 1, 2),
    group("III", "Tập huấn", 8000000, "I.1.1"), bare(LINES[3], None, 1, 2)])]))
save("groups-with-codes-without-numbers", book([("Dự toán", [
    HEAD, group(None, "Hạ tầng số", 44400000, "I.1.8", "HTS7"), *[bare(line, None, 1, 2) for line in LINES[:2]],
    group(None, "An toàn thông tin", 11020000, None, "ANM7"), bare(LINES[2], None, 1, 2)])]))

# Years that contradict the tab or the head of the group.
IN_2027 = [line for line in LINES if line[9] == 2027]
save("year-unlike-the-tab", book([("Năm 2027", [HEAD, *IN_2027]), ("Năm 2028", [HEAD, *IN_2027[:2], LINES[1]])]))
save("year-unlike-the-heading", book([("Dự toán", [
    HEAD, ["A", None, None, "Năm 2027"], *IN_2027, ["B", None, None, "Năm 2028"], LINES[1], *IN_2027[:2]])]))
save("tabs-of-several-years", book([("Giai đoạn 2027-2028", [HEAD, *LINES[:3]]), ("Từ 2028", [HEAD, *LINES[3:5]]),
                                    ("Dự toán 2027-28", [HEAD, LINES[5]])]))
save("years-in-one-cell", book([("Dự toán", [HEAD, *[
    [*line[:9], year, *line[10:]] for line, year in zip(LINES, ["2027, 2028", "2027-2028", "2027-28", "2026, 2027", "2027 và 2028", 2029])]])]))

# Sums in words, and in one text.
for name, text in [("words", "Bằng chữ: Tám mươi bảy triệu bốn trăm nghìn đồng./."),
                   ("words-of-another-unit", "Bằng chữ: Tám mươi bảy tỷ bốn trăm hai mươi triệu đồng chẵn./."),
                   ("words-that-are-right", "(Bằng chữ: Tám mươi bảy triệu bốn trăm hai mươi nghìn đồng chẵn)"),
                   ("text", "Tổng cộng (làm tròn): 97,4 triệu đồng"),
                   ("text-that-is-right", "Tổng cộng: 87,4 triệu đồng")]:
    save(f"sum-in-{name}", book([("Dự toán", [HEAD, *LINES, [], [None, None, None, text]])]))
save("sum-in-words-above", book([("Dự toán", [["DỰ TOÁN"], ["Tổng kinh phí: 87.420.000 đồng"],
    ["(Bằng chữ: Tám mươi bảy triệu bốn trăm hai mươi mốt nghìn đồng)"], HEAD, *LINES])]))
save("sums-in-words-of-parts", book([
    ("Một", [HEAD, *LINES[:3], [None, None, None, "Bằng chữ: Năm mươi lăm triệu bốn trăm hai mươi nghìn đồng"]]),
    ("Hai", [HEAD, *LINES[3:], [None, None, None, "Cộng", None, None, None, 32000000],
             ["Bằng chữ: Ba mươi hai triệu đồng"], ["Bằng chữ: Tám mươi bảy triệu bốn trăm hai mươi nghìn đồng"]])]))

# What rounds, and what is taken off.
def beside(name, amount):
    return [None, None, None, name, None, None, None, amount]


save("rounding-below-zero", book([("Dự toán", [HEAD, *LINES, beside("Làm tròn", -20000), beside("Tổng cộng", 87400000)])]))
save("rounding-in-the-total", book([("Dự toán", [HEAD, *LINES, beside("Làm tròn", 80000), beside("Tổng", 87500000)])]))
save("rounding-not-in-the-total", book([("Dự toán", [HEAD, *LINES, beside("Làm tròn", 80000), beside("Tổng", 87600000)])]))
save("total-called-rounded", book([("Dự toán", [HEAD, *LINES, beside("Tổng cộng làm tròn", 87000000)])]))
save("discount", book([("Dự toán", [HEAD, *LINES, beside("Chiết khấu 5%", 4371000), beside("Tổng cộng", 83049000)])]))
save("discount-below-zero", book([("Dự toán", [HEAD, *LINES, beside("Giảm trừ chiết khấu", -5000000), beside("Tổng cộng", 82420000)])]))
save("discount-as-a-line", book([("Dự toán", [HEAD, *LINES[:5],
    [6, "III.3", "NVXHS2", "Giảm giá của nhà cung cấp", "lần", 1, -500000, -500000, "Thuê dịch vụ", 2027, "Xã", None],
    [7, "III.3", "NVXHS2", "Tập huấn", "lớp", 1, "(8.000.000)", None, "Thuê dịch vụ", 2027, "Xã", None],
    [8, "III.3", "NVXHS2", "Tập huấn", "lớp", 1, -8000000, None, "Thuê dịch vụ", 2027, "Xã", None]])]))

# Prices that do not come out, and quantities that are reckonings.
def counted(*figures):
    return [[*line[:5], *own, *line[8:]] for line, own in zip(LINES, figures)]


save("prices-that-do-not-come-out", book([("Dự toán", [HEAD, *counted(
    [3, None, 10000000], [3, 3333333.33, 10000000], [2.5, 3333333, 8333332.5], [None, 3000000, 10000000], [2.5, 3333333, None])])]))
save("quantities-that-are-reckonings", book([("Dự toán", [HEAD, *counted(
    ["2x3", 4500000, None], ["03 máy x 12 tháng", 100000, 3600000], ["5%", 200000000, None], ["2+1", 4500000, None],
    ["1/2", 4500000, None], ["vài lớp", 8000000, None])])]))
save("total-in-the-column-of-units", book([("Dự toán", [HEAD, *LINES, [None, None, None, None, "Cộng", None, None, 87420000]])]))
