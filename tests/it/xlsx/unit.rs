//! The workbook of a plan in triệu đồng: its cells hold every đồng, what LibreOffice shows of them in
//! Vietnamese settings is what the page shows, also after a price was changed; and it is read back.

use std::fs;
use std::path::Path;

use super::SHEETS;
use super::cells;
use super::figures::check;
use super::figures::formulas;
use super::figures::lines_in_order;
use super::libreoffice::with_other;
use super::recalculated;
use super::returned::same_but_for_the_given_workbook;
use super::row_of;
use crate::page;
use crate::plans::SLUGS;
use crate::support;
use crate::support::Folder;

/// The three communes in millions, built.
fn in_millions(places: &str) -> Folder {
    let folder = Folder::new();
    let from = support::project();
    support::copy_below(&from.join("budgets"), &folder.path().join("budgets"));
    let communes = folder.path().join("content/communes");
    fs::create_dir_all(&communes).expect("a folder");
    for slug in SLUGS {
        let name = format!("{slug}.yaml");
        let profile = fs::read_to_string(from.join("content/communes").join(&name));
        let profile = profile.expect("the profile");
        let profile = format!("{profile}\nkinh_phi: {{don_vi_tinh: trieu_dong{places}}}\n");
        fs::write(communes.join(name), profile).expect("the profile");
    }
    build(&folder);
    folder
}

fn build(folder: &Folder) {
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
}

/// The rows of each sheet as LibreOffice shows them to a person.
pub(crate) fn as_shown(path: &Path, folder: &Folder) -> Vec<Vec<Vec<String>>> {
    let html = fs::read_to_string(recalculated(path, "html", folder)).expect("a page");
    let sheets = html.split("<table").skip(1);
    let sheets = sheets.map(|sheet| {
        let rows = sheet.split("<tr").skip(1);
        let cells = |row: &str| -> Vec<String> {
            let cells = row.split("<td").skip(1).map(|cell| {
                let text = page::text(cell.split_once('>').map_or("", |(_, rest)| rest));
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            });
            cells.collect()
        };
        rows.map(cells).collect()
    });
    sheets.collect()
}

/// Compares the tables of a workbook, as they are shown, with those of the pages.
pub(crate) fn shown_as_on_the_pages(path: &Path, site: &Path, scratch: &Folder) {
    let sheets = as_shown(path, scratch);
    let html = |name: &str| fs::read_to_string(site.join(name)).expect("a page");
    let (appendix, part) = (html("phu-luc-ii.html"), html("phan-vi.html"));
    for (sheet, table, first) in [
        (1, "du-toan", "I"),
        (2, "du-toan-2027", "I"),
        (3, "du-toan-2028", "I"),
        (4, "theo-nguon", "Tỉnh"),
        (4, "theo-tru-cot", "Chính quyền số"),
    ] {
        let html = if sheet == 4 { &part } else { &appendix };
        let rows = &sheets[sheet];
        let first = rows
            .iter()
            .position(|row| row.first().is_some_and(|cell| cell == first));
        let rows = &rows[first.expect("the first row")..];
        let expected = page::table(html, table);
        // A year's table on the page leaves out what it spends nothing on.
        let is_of_year = table.starts_with("du-toan-");
        let is_left_out = |row: &&Vec<String>| {
            let amounts = row.get(2..13).unwrap_or_default();
            let is_pillar = ["I", "II", "III"].contains(&row[0].as_str());
            is_of_year && !is_pillar && amounts.len() == 11 && amounts.iter().all(|it| it == "-")
        };
        let rows: Vec<_> = rows.iter().filter(|row| !is_left_out(row)).collect();
        assert!(rows.len() >= expected.len(), "{table}");
        for (row, expected) in rows.into_iter().zip(&expected) {
            // A sheet names the total as the page does, but in capitals.
            let texts = |row: &[String]| row.join("|").to_lowercase();
            assert_eq!(texts(row), texts(expected), "{table}");
        }
    }
}

#[test]
fn millions_are_shown_as_on_the_pages_and_hold_every_dong_also_after_a_change() {
    let folder = in_millions("");
    let site = folder.path().join("output/site");
    for slug in SLUGS {
        let path = site.join(slug).join("du-toan.xlsx");
        let scratch = Folder::new();
        check(&path, slug, &lines_in_order(slug));
        check(
            &recalculated(&path, "xlsx", &scratch),
            slug,
            &lines_in_order(slug),
        );
        shown_as_on_the_pages(&path, &site.join(slug), &scratch);
        // 1,65 million instead of whatever it was, and an odd amount: no total is left behind.
        for price in [1_650_000, 1_234_567] {
            let other = scratch.path().join(format!("don-gia-{price}.xlsx"));
            let lines = with_other(&path, &other, 6, price);
            check(&recalculated(&other, "xlsx", &scratch), slug, &lines);
        }
        // Each sheet says its unit, and the estimate is in đồng.
        for sheet in &SHEETS[..5] {
            let unit = if *sheet == SHEETS[0] {
                "đồng"
            } else {
                "triệu đồng"
            };
            let unit = format!("Đơn vị tính: {unit}");
            let cells = cells(&path, sheet);
            assert!(cells.iter().flatten().any(|cell| *cell == unit.as_str()));
        }
        let cells = cells(&path, SHEETS[0]);
        assert_eq!(cells[row_of(&cells, "STT")].len(), 12);
        let formulas = formulas(&path, SHEETS[1]);
        let mut formulas = formulas.values();
        assert!(formulas.any(|it| it.starts_with("SUMIFS('Dự toán'!$H$")));
    }
    let before = Folder::new();
    support::copy_below(&site, before.path());
    for slug in SLUGS {
        let budget = folder.path().join(format!("budgets/{slug}.xlsx"));
        fs::copy(site.join(slug).join("du-toan.xlsx"), budget).expect("the workbook");
    }
    build(&folder);
    same_but_for_the_given_workbook(before.path(), &site);
}

#[test]
fn a_price_that_needs_more_decimals_than_any_before_shows_them() {
    let folder = in_millions("");
    let slug = SLUGS[0];
    let path = folder
        .path()
        .join("output/site")
        .join(slug)
        .join("du-toan.xlsx");
    let other = folder.path().join("le.xlsx");
    let lines = with_other(&path, &other, 6, 1_234_567);
    let total: i64 = lines.iter().map(|line| line.amount).sum();
    let sheets = as_shown(&other, &folder);
    let row = sheets[1]
        .iter()
        .find(|row| row.contains(&"TỔNG CỘNG".to_owned()));
    let digits: String = row.expect("a total")[9]
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let exact = total.to_string();
    assert_eq!(digits, exact.trim_end_matches('0'), "{total}");
}
