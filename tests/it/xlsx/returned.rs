//! A plan's workbook given back as the estimate: it makes the same plan, whatever its texts look like
//! and however long it is.

use std::fs;
use std::path::Path;

use super::SHEETS;
use super::built;
use super::cells;
use super::workbook;
use crate::estimate;
use crate::plans;
use crate::plans::SLUGS;
use crate::support;
use crate::support::Folder;

/// Builds a folder of the three communes whose estimates are the workbooks that were made of them.
#[test]
fn the_workbook_read_back_gives_the_same_plan() {
    let folder = Folder::new();
    let budgets = folder.path().join("budgets");
    let communes = folder.path().join("content/communes");
    fs::create_dir_all(&budgets).expect("a folder");
    fs::create_dir_all(&communes).expect("a folder");
    for slug in SLUGS {
        let name = format!("{slug}.yaml");
        let profile = support::project().join("content/communes").join(&name);
        fs::copy(profile, communes.join(name)).expect("the profile");
        let budget = budgets.join(format!("{slug}.xlsx"));
        fs::copy(workbook(slug), budget).expect("the workbook");
    }
    let prices = support::project().join("budgets/don-gia.xlsx");
    fs::copy(prices, budgets.join("don-gia.xlsx")).expect("the prices");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    same_but_for_the_given_workbook(&plans::site(), &folder.path().join("output/site"));
}

pub(super) fn same_but_for_the_given_workbook(one: &Path, other: &Path) {
    let files = support::files_below(one);
    assert_eq!(files, support::files_below(other));
    for path in files {
        if path.ends_with("du-toan-goc.xlsx") {
            continue;
        }
        let read = |folder: &Path| fs::read(folder.join(&path)).expect("a file");
        assert!(read(one) == read(other), "{path} differs");
    }
}

#[test]
fn texts_that_look_like_something_else_and_fractions_come_back_as_they_were() {
    let folder = Folder::sample();
    let budget = folder.path().join("budgets/xa-mau.xlsx");
    fs::copy(
        support::project().join("tests/cases/base/budgets/xa-mau.grid"),
        budget.with_extension("grid"),
    )
    .expect("the grid");
    let grid = budget.with_extension("grid");
    let text = fs::read_to_string(&grid).expect("the grid");
    let text = text
        .replace(
            "Thiết bị mạng\tbộ\t2\t15000000",
            "=1+1 \"mạng\"\t'bộ\t0.1\t300000000",
        )
        .replace("Tập huấn sử dụng nền tảng số", "+84 _x0041_ & <b>, Tổng")
        .replace("\tlớp\t1\t8000000", "\t1/2\t0.333333\t24000000")
        .replace(
            "8000000\tThuê dịch vụ\t2027\tXã",
            "7999992\tThuê dịch vụ\t2027\tXã\t@ghi chú",
        )
        .replace("87420000", "87419992");
    fs::write(&grid, text).expect("the grid");
    support::grids_to_workbooks(folder.path());
    let ours = built(&folder);
    let before = Folder::new();
    support::copy_below(&folder.path().join("output/site"), before.path());
    fs::copy(&ours, &budget).expect("the workbook");
    built(&folder);
    same_but_for_the_given_workbook(before.path(), &folder.path().join("output/site"));
    let cells = cells(&ours, SHEETS[0]);
    let has = |text: &str| cells.iter().flatten().any(|cell| *cell == text);
    assert!(has("=1+1 \"mạng\"") && has("1/2") && has("@ghi chú"));
}

#[test]
fn an_estimate_that_is_too_long_to_print_is_whole_in_the_workbook() {
    let folder = Folder::sample();
    let budget = folder.path().join("budgets/xa-mau.xlsx");
    let mut grid = String::from(
        "Dòng\tMã thành phần\tNội dung chi\tSố lượng\tĐơn giá (đồng)\tLoại chi phí\tNăm\tNguồn kinh phí\n",
    );
    for number in 1..=2500 {
        let line = format!("I.1.8\tHTS7\tThiết bị {number}\t2\t{number}\tĐầu tư\t2027\tTỉnh\n");
        grid.push_str(&line);
    }
    fs::write(budget.with_extension("grid"), grid).expect("the grid");
    support::grids_to_workbooks(folder.path());
    let lines = estimate::lines(&built(&folder));
    assert_eq!(lines.len(), 2500);
    let total: i64 = lines.iter().map(|line| line.amount).sum();
    assert_eq!(total, 2500 * 2501);
}
