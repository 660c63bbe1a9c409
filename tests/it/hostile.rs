//! Files that are made to do harm: small files that unpack to gigabytes, cells at the end of the
//! world. Each is refused with a finding, soon and in little memory.

use std::fs;

use crate::archive;
use crate::support;
use crate::support::Folder;

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A sheet of these rows.
fn sheet(rows: &str) -> String {
    let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    format!("<worksheet xmlns=\"{spreadsheet}\"><sheetData>{rows}</sheetData></worksheet>")
}

/// What `check` says of the sample with one part of its workbook in other words.
fn check_with(part: &str, text: &str) -> String {
    let folder = Folder::sample();
    let path = folder.path().join("budgets/xa-mau.xlsx");
    let mut parts = archive::unpack(&fs::read(&path).expect("the workbook"));
    let found = parts.iter_mut().find(|(name, _)| name == part);
    found.expect("the part").1 = text.as_bytes().to_vec();
    fs::write(path, archive::pack(parts)).expect("the workbook");
    let run = support::xaso(folder.path(), &["check"]);
    let report = support::transcript(&run);
    assert_eq!(run.status.code(), Some(1), "{report}");
    assert!(!report.contains("panicked"), "{report}");
    report
}

#[test]
fn a_workbook_that_unpacks_to_gigabytes_is_not_unpacked() {
    for (part, text) in [
        (SHEET, sheet(&" ".repeat(600 << 20))),
        ("xl/sharedStrings.xml", "<si/>".repeat(14 << 20)),
        ("xl/styles.xml", " ".repeat(65 << 20)),
    ] {
        let report = check_with(part, &text);
        assert!(report.contains("XS0318"), "{part}: {report}");
    }
}

#[test]
fn a_sheet_of_too_many_cells_is_left_unread() {
    let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(1000));
    let report = check_with(SHEET, &sheet(&row.repeat(2001)));
    assert!(report.contains("XS0318"), "{report}");
}

#[test]
fn a_cell_far_away_costs_nothing() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let report = check_with(
        SHEET,
        &sheet(&format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>{far}")),
    );
    assert!(report.contains("XS0301"), "{report}");
}

#[test]
fn impossible_places_make_a_broken_workbook() {
    for cell in [
        "<c r=\"A99999999999\"><v>1</v></c>",
        "<c r=\"ZZZZZZZZZZZ1\"><v>1</v></c>",
        "<c r=\"?\"><v>1</v></c>",
    ] {
        let report = check_with(SHEET, &sheet(&format!("<row>{cell}</row>")));
        assert!(report.contains("XS0315"), "{cell}: {report}");
    }
    let shared =
        "<c r=\"A1\"><f t=\"shared\" ref=\"A1:B2\" si=\"18446744073709551615\">1</f><v>1</v></c>";
    let report = check_with(SHEET, &sheet(&format!("<row>{shared}</row>")));
    assert!(report.contains("XS0301"), "{report}");
}

#[test]
fn after_a_thousand_wrong_lines_the_rest_is_left_unread() {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let line = |texts: [&str; 7]| format!("<row>{}</row>", texts.map(cell).concat());
    let head = line([
        "Dòng",
        "Nội dung chi",
        "Số lượng",
        "Đơn giá",
        "Loại chi phí",
        "Năm",
        "Nguồn",
    ]);
    let wrong = line(["I.1.8", "Tủ mạng", "một", "1000", "Đầu tư", "2027", "Xã"]);
    let report = check_with(SHEET, &sheet(&format!("{head}{}", wrong.repeat(1500))));
    assert!(report.contains("XS0317"), "{report}");
    assert!(report.contains("[Dự toán!B1001]"), "{report}");
}

/// What `check` says of the sample with this file as its estimate.
fn check_file(ending: &str, bytes: &[u8]) -> String {
    let folder = Folder::sample_as_grid();
    let budgets = folder.path().join("budgets");
    fs::remove_file(budgets.join("xa-mau.grid")).expect("the grid");
    fs::write(budgets.join(format!("xa-mau.{ending}")), bytes).expect("the estimate");
    let run = support::xaso(folder.path(), &["check"]);
    let report = support::transcript(&run);
    assert_eq!(run.status.code(), Some(1), "{report}");
    report
}

fn sample(path: &str) -> Vec<u8> {
    fs::read(support::project().join("tests/cases/workbooks").join(path)).expect("a workbook")
}

/// What `check` says of the sample with an .ods estimate whose table goes on with these rows.
fn with_rows(rows: &str) -> String {
    let mut parts = archive::unpack(&sample("open-document/du-toan.ods"));
    let content = parts.iter_mut().find(|(name, _)| name == "content.xml");
    let content = &mut content.expect("the tables").1;
    let text = String::from_utf8(std::mem::take(content)).expect("XML");
    assert_eq!(text.matches("</table:table>").count(), 1);
    let rows = format!("{rows}</table:table>");
    *content = text.replace("</table:table>", &rows).into_bytes();
    check_file("ods", &archive::pack(parts))
}

#[test]
fn a_cell_that_stands_there_a_million_times_is_not_made() {
    let report = with_rows(
        "<table:table-row table:number-rows-repeated=\"100000\"><table:table-cell \
         table:number-columns-repeated=\"1000\" office:value-type=\"float\" office:value=\"1\"/>\
         </table:table-row>",
    );
    assert!(report.contains("XS0318"), "{report}");
}

#[test]
fn a_wide_row_makes_no_table_with_a_row_that_stands_there_a_thousand_times() {
    let cell = |repeats: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{repeats}\" \
             office:value-type=\"float\" office:value=\"1\"/>"
        )
    };
    let (wide, narrow) = (cell("16384"), cell("1"));
    let report = with_rows(&format!(
        "<table:table-row>{wide}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"6000\">{narrow}</table:table-row>"
    ));
    assert!(report.contains("XS0318"), "{report}");
}

#[test]
fn an_old_workbook_is_not_given_the_room_that_it_asks_for() {
    let mut bytes = sample("old-excel/du-toan.xls");
    // The size of the sheet: rows up to 2 billion, columns up to 65,535.
    let size = [0x00_u8, 0x02, 0x0E, 0x00, 0x00, 0x00, 0x00, 0x00];
    let at = bytes.windows(8).position(|bytes| bytes == size);
    let at = at.expect("the size of the sheet");
    bytes[at + 8..at + 12].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0x7F]);
    bytes[at + 14..at + 16].copy_from_slice(&[0xFF, 0xFF]);
    let report = check_file("xls", &bytes);
    assert!(report.contains("XS0318"), "{report}");
}

#[test]
fn a_cell_far_away_in_an_old_workbook_makes_no_table() {
    let mut bytes = sample("old-excel/du-toan.xls");
    // The first NUMBER or RK record of row 2 is sent to the last row and a far column.
    let record = [0x7E_u8, 0x02, 0x0A, 0x00];
    let number = [0x03_u8, 0x02, 0x0E, 0x00];
    let at = bytes
        .windows(4)
        .position(|bytes| bytes == record || bytes == number)
        .expect("a cell with a number");
    bytes[at + 4..at + 8].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0x3F]);
    let report = check_file("xls", &bytes);
    assert!(report.contains("XS0318"), "{report}");
}

#[test]
fn what_a_file_says_does_not_command_the_terminal() {
    let folder = Folder::sample();
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(&path).expect("the profile");
    let name = "  ten: Mẫu\n";
    assert!(profile.contains(name));
    let clear = "  ten: Mẫu: \u{1b}[2J\u{7}\n";
    fs::write(&path, profile.replacen(name, clear, 1)).expect("the profile");
    let report = support::transcript(&support::xaso(folder.path(), &["check"]));
    assert!(report.contains("XS0003"), "{report}");
    // Twice in a quoted line and once in what to write instead; signs that command are taken away and told.
    assert_eq!(report.matches("[2J").count(), 3, "{report}");
    assert!(report.contains("U+001B, U+0007"), "{report}");
    assert!(!report.contains(['\u{1b}', '\u{7}']), "{report}");
}
