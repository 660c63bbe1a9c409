//! The form of a plan's workbook: the head of Phụ lục II, the page that each sheet is printed on,
//! the sheets of the other appendices.

use std::fs;
use std::path::Path;

use calamine::Data;
use calamine::Dimensions;

use super::SHEETS;
use super::built;
use super::cells;
use super::open;
use super::parts;
use super::row_of;
use super::workbook;
use crate::page;
use crate::plans;
use crate::plans::SLUGS;
use crate::support;
use crate::support::Folder;

/// The merged cells of a sheet between two rows, as first and last row and column.
fn merged(path: &Path, sheet: &str, first: u32, last: u32) -> Vec<[u32; 4]> {
    let mut merged: Vec<[u32; 4]> = open(path)
        .merge_cells_by_sheet_name(sheet)
        .expect("a sheet")
        .into_iter()
        .filter(|Dimensions { start, .. }| (first..=last).contains(&start.0))
        .map(|Dimensions { start, end }| [start.0 - first, start.1, end.0 - first, end.1])
        .collect();
    merged.sort_unstable();
    merged
}

#[test]
fn the_head_of_the_budget_is_the_forms() {
    let folder = Folder::sample();
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    fs::write(&profile, format!("{text}\ncap_huyen: true\n")).expect("the profile");
    let three_levels = built(&folder);
    for (path, huyen) in [(workbook(SLUGS[0]), 0), (three_levels, 1)] {
        for sheet in &SHEETS[1..4] {
            let cells = cells(&path, sheet);
            let first = row_of(&cells, "STT");
            let at = u32::try_from(first).expect("a row");
            let mut wanted = vec![
                [0, 0, 2, 0],
                [0, 1, 2, 1],
                [0, 2, 0, 5],
                [0, 6, 0, 8],
                [0, 9, 0, 12 + huyen],
                [0, 13 + huyen, 2, 13 + huyen],
                [1, 2, 2, 2],
                [1, 3, 1, 5],
                [1, 6, 2, 6],
                [1, 7, 1, 8],
                [1, 9, 2, 9],
                [1, 10, 1, 12 + huyen],
            ];
            wanted.sort_unstable();
            assert_eq!(merged(&path, sheet, at, at + 2), wanted, "{sheet}");
            let texts = |row: usize| -> Vec<String> {
                let texts = cells[row].iter().map(ToString::to_string);
                texts.filter(|text| !text.is_empty()).collect()
            };
            let year = sheet.rsplit("Năm ").next().filter(|it| it.len() == 4);
            let allocation = year.map_or_else(
                || "Kế hoạch phân bổ kinh phí hàng năm".to_owned(),
                |year| format!("Kế hoạch phân bổ kinh phí năm {year}"),
            );
            let top = [
                "STT",
                "Nội dung",
                "Kinh phí đầu tư ban đầu",
                "Kinh phí duy trì hàng năm",
                &allocation,
                "Ghi chú",
            ];
            assert_eq!(texts(first), top);
            assert_eq!(texts(first + 1), ["Tổng", "Trong đó"].repeat(3));
            let mut third = vec![
                "Đầu tư nâng cấp hạ tầng, thiết bị",
                "Xã hội hóa",
                "Thuê dịch vụ",
                "Bảo dưỡng, nâng cấp hạ tầng, thiết bị",
                "Thuê dịch vụ",
                "Tỉnh",
            ];
            if huyen == 1 {
                third.push("Huyện");
            }
            let commune = if huyen == 1 {
                "Xã"
            } else {
                plans::commune_column(SLUGS[0])
            };
            third.extend([commune, "Các đơn vị tự thanh toán"]);
            assert_eq!(texts(first + 2), third);
        }
    }
}

#[test]
fn every_sheet_prints_on_a4_lying_one_page_wide_under_its_own_head() {
    for slug in SLUGS {
        let parts = parts(&workbook(slug));
        for number in 1..=SHEETS.len() {
            let sheet = &parts[&format!("xl/worksheets/sheet{number}.xml")];
            for wanted in [
                "<pageSetUpPr fitToPage=\"1\"/>",
                "paperSize=\"9\"",
                "orientation=\"landscape\"",
                "fitToHeight=\"0\"",
                "state=\"frozen\"",
                "&amp;P</oddHeader>",
            ] {
                assert!(sheet.contains(wanted), "{slug} {number}: {wanted}");
            }
        }
        let book = &parts["xl/workbook.xml"];
        // The funding fits on one page; all others repeat their heads.
        assert_eq!(book.matches("_xlnm.Print_Titles").count(), SHEETS.len() - 1);
        let core = &parts["docProps/core.xml"];
        assert!(core.contains("<dc:title>Dự toán kinh phí Kế hoạch chuyển đổi số "));
        let profile = support::project().join(format!("content/communes/{slug}.yaml"));
        let profile = fs::read_to_string(profile).expect("the profile");
        let day = profile
            .lines()
            .find_map(|line| line.trim().strip_prefix("ngay: "));
        let day: Vec<&str> = day.expect("a day").split('/').collect();
        let created = format!("{}-{}-{}T00:00:00Z", day[2], day[1], day[0]);
        assert!(core.contains(&created), "{created} {core}");
    }
}

/// The letters of texts one behind the other: a list has other marks in a cell than on a page.
fn letters<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts
        .flat_map(str::chars)
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

#[test]
fn the_sheets_of_the_tasks_say_what_the_pages_say() {
    for slug in SLUGS {
        for (sheet, name, table) in [
            (SHEETS[5], "phu-luc-i.html", "hang-muc"),
            (SHEETS[6], "phu-luc-iii.html", "nhiem-vu"),
        ] {
            let page = plans::site().join(slug).join(name);
            let page = fs::read_to_string(page).expect("a page");
            let wanted = page::table(&page, table);
            assert!(wanted.len() > 10, "{slug} {sheet}");
            let cells = cells(&workbook(slug), sheet);
            let seen = &cells[row_of(&cells, "STT") + 1..];
            let numbers = seen
                .iter()
                .filter(|row| matches!(row[0], Data::Float(_) | Data::Int(_)));
            assert_eq!(numbers.count(), wanted.len(), "{slug} {sheet}");
            // A row too long for a sheet goes on in the next.
            for column in 1..wanted[0].len() {
                let texts: Vec<String> = seen.iter().map(|row| row[column].to_string()).collect();
                let seen = letters(texts.iter().map(String::as_str));
                let wanted = letters(wanted.iter().map(|row| row[column].as_str()));
                assert!(seen == wanted, "{slug} {sheet} {column}: {seen}\n{wanted}");
            }
        }
    }
}
