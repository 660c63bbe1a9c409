#!/usr/bin/env python3
"""Makes the workbooks whose unit stands where few look for it: below the head, in zeros of a number format, as a bare
multiple; and those whose money stands in a column or a row that is not what it seems."""
from books import HEAD, LINES, beside, book, formatted, lines, save, words

# The prices in thousands of đồng, large enough to pass for đồng.
THOUSANDS = [[*line[:6], line[6] // 5, line[7] // 5, *line[8:]] for line in LINES]
PRICES = {"don_gia": [15000, 1200, 290, 8000, 2000, 8000], "thanh_tien": [30000, 14400, 11020, 8000, 8000, 16000]}
SMALL = lines(**PRICES)


def heads(price, amount):
    return [*HEAD[:6], price, amount, *HEAD[8:]]


def both(number_format):
    return [formatted(number_format, 7), formatted(number_format, 8)]


# --- below the head -------------------------------------------------------------------------------------------
save("unit-alone-below-the-head", book([("Dự toán", [HEAD, words("Đơn vị tính: nghìn đồng"), *THOUSANDS])]))
save("unit-alone-below-the-numbers-of-columns", book([("Dự toán", [
    HEAD, [f"({number})" for number in range(1, 13)], words("(nghìn đồng)", 11), *THOUSANDS])]))
save("unit-alone-below-the-head-unlike-the-title", book([("Dự toán", [
    ["ĐVT: đồng"], HEAD, words("ĐVT: triệu đồng", 0), *THOUSANDS])]))

# --- zeros of a format ------------------------------------------------------------------------------------------
save("format-that-adds-zeros", book([("Dự toán", [HEAD, *SMALL], *both('#,##0".000"'))]))
save("format-that-adds-zeros-and-dong", book([("Dự toán", [HEAD, *SMALL], *both('#,##0\\.\\0\\0\\0" đ"'))]))
save("format-that-adds-decimals-of-zeros", book([("Dự toán", [HEAD, *SMALL], *both("#,##0.\\0\\0\\0"))]))

# --- in short, in cells, bare -------------------------------------------------------------------------------------
save("unit-in-short-with-its-dot", book([("Dự toán", [words("ĐVT: ngh. đồng", 0), HEAD, *THOUSANDS])]))
save("unit-in-three-cells", book([("Dự toán", [[*[None] * 6, "ĐVT:", 1000, "đồng"], HEAD, *THOUSANDS])]))
save("multiple-alone-in-the-head", book([("Dự toán", [heads("Đơn giá (1.000)", "Thành tiền (1.000)"), *THOUSANDS])]))
save("multiple-of-one-letter-in-the-head", book([("Dự toán", [heads("Đơn giá (k)", "Thành tiền (k)"), *THOUSANDS])]))
save("head-divided-by-a-thousand", book([("Dự toán", [heads("Đơn giá /1000", "Thành tiền /1000"), *THOUSANDS])]))

# --- costs that are no lines, rent that is no tax -------------------------------------------------------------------
COUNTED = beside("Cộng", 87420000)
for name, text, amount in [("management", "Chi phí quản lý dự án 3%", 2622600), ("advice", "Tư vấn", 5000000),
                           ("rising-prices", "Trượt giá 2%", 1748400), ("transport", "Phí vận chuyển", 1000000),
                           ("other-costs", "Chi phí khác (1%)", 874200)]:
    save(f"extra-of-{name}", book([("Dự toán", [
        HEAD, *LINES, COUNTED, beside(text, amount), beside("Tổng cộng", 87420000 + amount)])]))
save("extras-one-below-the-other", book([("Dự toán", [HEAD, *LINES, COUNTED, beside("Chi phí chung", 3000000),
    beside("Phí dự phòng (5%)", 4371000), beside("Thuế VAT", 1000000), beside("Tổng cộng", 95791000)])]))
save("groups-named-like-extras", book([("Dự toán", [HEAD, ["I", *beside("Tư vấn", 44400000)[1:]], *LINES[:2],
    ["II", *beside("Chi phí khác", 43020000)[1:]], *LINES[2:]])]))
save("rent-is-no-tax", book([("Dự toán", [HEAD, *LINES, beside("Thuê máy chủ", 5000000)])]))

# --- a total that stands in another column -----------------------------------------------------------------------------
save("total-in-the-column-of-prices", book([("Dự toán", [HEAD, *LINES, [*[None] * 3, "Tổng cộng", None, None, 97420000]])]))
save("total-in-the-notes", book([("Dự toán", [HEAD, *LINES, [*[None] * 3, "Tổng cộng", *[None] * 7, "97.420.000"]])]))
save("total-in-the-notes-that-is-right", book([("Dự toán", [
    HEAD, *LINES, [*[None] * 3, "Tổng cộng", *[None] * 7, "87.420.000 đồng"]])]))

# --- columns of sources of which one is not known ---------------------------------------------------------------------------
def by_source(*names):
    columns = {"Tỉnh": 0, "Xã": 1, "Tự thanh toán": 2}
    rows = [[*line[:10], *[line[7] if columns[line[10]] == at else None for at in range(3)]] for line in LINES + LINES[2:3]]
    return book([("Dự toán", [[*HEAD[:10], *names], *rows])])


save("source-among-columns-that-nobody-knows", by_source("NSTW", "NS xã", "Khác"))
save("source-between-columns-that-nobody-knows", by_source("NS tỉnh", "Đơn vị tự chi", "NS xã"))

# --- quantity and price exchanged ---------------------------------------------------------------------------------------------
save("quantities-and-prices-exchanged", book([("Dự toán", [[*HEAD[:5], "Đơn giá", "Số lượng", *HEAD[7:]], *LINES])]))
save("many-cheap-things", book([("Dự toán", [HEAD, *LINES, [
    7, "III.3", "NVXHS2", "Tin nhắn tuyên truyền", "tin nhắn", 500000, 300, 150000000, "Thuê dịch vụ", 2027, "Xã"]])]))
