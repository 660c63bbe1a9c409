//! The workbook of a plan in triệu đồng: the figures of the page, as formulas that LibreOffice gives the
//! same for, and the estimate read back.

use std::fs;
use std::path::Path;

use super::SHEETS;
use super::amounts;
use super::cells;
use super::figures::formulas;
use super::recalculated;
use super::returned::same_but_for_the_given_workbook;
use super::row_of;
use crate::page;
use crate::plans::SLUGS;
use crate::support;
use crate::support::Folder;

/// The three communes in millions, built.
fn in_millions() -> Folder {
    let folder = Folder::new();
    let from = support::project();
    support::copy_below(&from.join("budgets"), &folder.path().join("budgets"));
    let communes = folder.path().join("content/communes");
    fs::create_dir_all(&communes).expect("a folder");
    for slug in SLUGS {
        let name = format!("{slug}.yaml");
        let profile = fs::read_to_string(from.join("content/communes").join(&name));
        let profile = profile.expect("the profile");
        let profile = format!("{profile}\nkinh_phi: {{don_vi_tinh: trieu_dong}}\n");
        fs::write(communes.join(name), profile).expect("the profile");
    }
    build(&folder);
    folder
}

fn build(folder: &Folder) {
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
}

/// The figures of a table of a page behind the first columns, nothing as a dash.
fn of_page(html: &str, table: &str, columns: std::ops::Range<usize>) -> Vec<Vec<String>> {
    let rows = page::table(html, table);
    let dash = |figure: &String| {
        if figure == "0" {
            "-".to_owned()
        } else {
            figure.clone()
        }
    };
    let figures = |row: &Vec<String>| row[columns.clone()].iter().map(dash).collect();
    rows.iter().map(figures).collect()
}

/// Compares every figure of a workbook with the page's tables.
fn check(path: &Path, site: &Path) {
    let html = |name: &str| fs::read_to_string(site.join(name)).expect("a page");
    let appendix = html("phu-luc-ii.html");
    for (sheet, table) in [
        (SHEETS[1], "du-toan"),
        (SHEETS[2], "du-toan-2027"),
        (SHEETS[3], "du-toan-2028"),
    ] {
        let expected = of_page(&appendix, table, 2..13);
        let cells = cells(path, sheet);
        let first = row_of(&cells, "STT") + 3;
        for (row, expected) in cells[first..].iter().zip(&expected) {
            assert_eq!(amounts(&row[2..13]), *expected, "{sheet} {}", row[1]);
        }
        // Below them stands how they are rounded.
        let last = &cells[first + expected.len()..];
        assert_eq!(last.len(), 1, "{sheet}");
        let rule = last[0][0].to_string();
        assert!(rule.starts_with("Số liệu trong bảng làm tròn đến triệu đồng."));
        assert!(page::text(&appendix).contains(&rule), "{rule}");
    }
    let part = html("phan-vi.html");
    let cells = cells(path, SHEETS[4]);
    for (head, table) in [
        ("Nguồn kinh phí", "theo-nguon"),
        ("Trụ cột", "theo-tru-cot"),
    ] {
        let expected = of_page(&part, table, 1..4);
        let first = row_of(&cells, head) + 1;
        for (row, expected) in cells[first..].iter().zip(&expected) {
            assert_eq!(amounts(&row[1..4]), *expected, "{table} {}", row[0]);
        }
    }
}

#[test]
fn millions_are_the_pages_also_calculated_anew_and_read_back() {
    let folder = in_millions();
    let site = folder.path().join("output/site");
    for slug in SLUGS {
        let path = site.join(slug).join("du-toan.xlsx");
        check(&path, &site.join(slug));
        let scratch = Folder::new();
        let again = recalculated(&path, "xlsx", &scratch);
        check(&again, &site.join(slug));
        // Each sheet says its unit, and the estimate has đồng beside what is counted.
        for sheet in &SHEETS[..5] {
            let unit = if *sheet == SHEETS[0] {
                "đồng"
            } else {
                "triệu đồng"
            };
            let unit = format!("Đơn vị tính: {unit}");
            assert!(
                cells(&path, sheet)
                    .iter()
                    .flatten()
                    .any(|cell| *cell == unit.as_str())
            );
        }
        let (ours, theirs) = (cells(&path, SHEETS[0]), cells(&again, SHEETS[0]));
        let first = row_of(&ours, "STT");
        assert_eq!(ours[first][12], "Số hiển thị (triệu đồng)");
        for (row, other) in ours[first + 1..].iter().zip(&theirs[first + 1..]) {
            assert_eq!(amounts(&row[7..8]), amounts(&other[7..8]), "{slug}");
            assert_eq!(amounts(&row[12..13]), amounts(&other[12..13]), "{slug}");
        }
        let formulas = formulas(&path, SHEETS[1]);
        assert!(
            formulas
                .values()
                .any(|it| it.starts_with("SUMIFS('Dự toán'!$M$"))
        );
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
