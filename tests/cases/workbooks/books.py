"""What the scripts of this folder share: the lines of the sample, and workbooks made of rows."""
import datetime
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
HEAD = ["STT", "Dòng", "Mã thành phần", "Nội dung chi", "Đơn vị tính", "Số lượng", "Đơn giá",
        "Thành tiền", "Loại chi phí", "Năm", "Nguồn kinh phí", "Ghi chú"]
LINES = [
    [1, "I.1.8", "HTS7", "Thiết bị mạng", "bộ", 2, 15000000, 30000000, "Đầu tư", 2027, "Tỉnh", None],
    [2, "I.1.8", "HTS7", "Thuê đường truyền", "tháng", 12, 1200000, 14400000, "Thuê hằng năm", 2028, "Xã", None],
    [3, "I.3", "ANM7", "Phần mềm phòng, chống mã độc", "máy", 38, 290000, 11020000, "Thuê dịch vụ", 2027, "Tự thanh toán", None],
    [4, "I.1.1", "ƯDCQS6", "Tập huấn sử dụng nền tảng số", "lớp", 1, 8000000, 8000000, "Thuê dịch vụ", 2027, "Xã", None],
    [5, "II.1", "NVKTS1", "Hướng dẫn mở gian hàng số", "cơ sở", 4, 2000000, 8000000, "Thuê dịch vụ", 2028, "Xã", None],
    [6, "III.3", "NVXHS2", "Tập huấn Tổ công nghệ số cộng đồng", "lớp", 2, 8000000, 16000000, "Thuê dịch vụ", 2027, "Xã", None],
]


def lines(**changes):
    """The lines, each column named in `changes` with other values."""
    columns = {"stt": 0, "dong": 1, "ma": 2, "noi_dung": 3, "dvt": 4, "so_luong": 5, "don_gia": 6,
               "thanh_tien": 7, "loai": 8, "nam": 9, "nguon": 10, "ghi_chu": 11}
    copy = [list(line) for line in LINES]
    for name, values in changes.items():
        for line, value in zip(copy, values):
            line[columns[name]] = value
    return copy


def book(sheets):
    """A workbook of sheets: (name, rows) or (name, rows, what to do with the sheet)."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows, *more in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for change in more:
            change(sheet)
    day = datetime.datetime(2027, 1, 1)
    workbook.properties.created = workbook.properties.modified = day
    workbook.properties.creator = "Xaso"
    return workbook


def save(name, workbook, ending="xlsx", file="du-toan"):
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    target = folder / f"{file}.{ending}"
    if ending in ("xlsx", "xlsm"):
        workbook.save(target)
        return
    with tempfile.TemporaryDirectory() as scratch:
        source = pathlib.Path(scratch) / f"{file}.xlsx"
        workbook.save(source)
        command = ["soffice", "--headless", "--convert-to", ending, "--outdir", scratch, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        shutil.copy(pathlib.Path(scratch) / f"{file}.{ending}", target)


def in_sheet(name, old, new):
    """The workbook of a case, with a change that openpyxl does not write."""
    target = HERE / name / "du-toan.xlsx"
    with zipfile.ZipFile(target) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].decode().replace(old, new).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (2027, 1, 1, 0, 0, 0)), content)


def words(text, column=3):
    """A row of nothing but a text."""
    return [None] * column + [text]


def beside(name, amount, quantity=None):
    """A row with a name and an amount."""
    return [None, None, None, name, None, quantity, None, amount]


def formatted(number_format, column):
    """A change of a sheet: the number format of a column of its lines."""
    def change(sheet):
        for row in sheet.iter_rows(min_row=2, min_col=column, max_col=column):
            for cell in row:
                cell.number_format = number_format
    return change


def shift(rows, right, down):
    """The rows further right and further down."""
    return [[]] * down + [[None] * right + list(row) for row in rows]


def with_box(name, text):
    """The workbook of a case with a box of text on its first sheet, which openpyxl does not write."""
    target = HERE / name / "du-toan.xlsx"
    with zipfile.ZipFile(target) as archive:
        parts = {part: archive.read(part).decode() for part in archive.namelist()}
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheet, types = "xl/worksheets/sheet1.xml", "[Content_Types].xml"
    parts[sheet] = parts[sheet].replace("</worksheet>", f'<drawing xmlns:r="{office}" r:id="rId1"/></worksheet>')
    parts[types] = parts[types].replace("</Types>", '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/'
                                                    'vnd.openxmlformats-officedocument.drawing+xml"/></Types>')
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{office}/drawing" Target="../drawings/drawing1.xml"/></Relationships>')
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    at = "".join(f"<xdr:{end}><xdr:col>{cell}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff>"
                 f"</xdr:{end}>" for end, cell in (("from", 1), ("to", 3)))
    parts["xl/drawings/drawing1.xml"] = (
        f'<xdr:wsDr xmlns:xdr="{drawing}/spreadsheetDrawing" xmlns:a="{drawing}/main"><xdr:twoCellAnchor>{at}<xdr:sp macro="" '
        'textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom '
        f'prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody>'
        '</xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>')
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (2027, 1, 1, 0, 0, 0)), content)
