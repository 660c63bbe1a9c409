//! Every figure of a plan's workbook against sums made apart, and every total a formula.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use calamine::Data;
use calamine::Reader;

use super::SHEETS;
use super::amounts;
use super::built;
use super::cells;
use super::open;
use super::row_of;
use super::workbook;
use crate::estimate;
use crate::plans;
use crate::plans::SLUGS;
use crate::support;
use crate::support::Folder;

const YEARS: [i32; 2] = [2027, 2028];

/// Where formulas stand in a sheet.
pub(super) fn formulas(path: &Path, sheet: &str) -> BTreeMap<(usize, usize), String> {
    let range = open(path).worksheet_formula(sheet).expect("a sheet");
    let (top, left) = range.start().expect("a formula");
    let cells = range.used_cells();
    cells
        .map(|(row, column, text)| {
            let place = (row + top as usize, column + left as usize);
            (place, text.clone())
        })
        .collect()
}

/// Compares every figure of a workbook with sums of these lines.
pub(super) fn check(path: &Path, slug: &str, lines: &[estimate::Line]) {
    for (sheet, year) in [
        (SHEETS[1], None),
        (SHEETS[2], Some(2027)),
        (SHEETS[3], Some(2028)),
    ] {
        let in_year = |line: &&estimate::Line| year.is_none_or(|year| line.year == year);
        let cells = cells(path, sheet);
        let first = row_of(&cells, "STT") + 3;
        let rows = plans::budget_rows(slug);
        only_how_it_is_shown(&cells[first + rows.len() + 1..]);
        for (row, (code, name)) in cells[first..].iter().zip(&rows) {
            let below = format!("{code}.");
            let within = lines
                .iter()
                .filter(in_year)
                .filter(|line| line.row == *code || line.row.starts_with(&below));
            assert_eq!(row[1].to_string().to_lowercase(), name.to_lowercase());
            let expected = estimate::amounts(within);
            assert_eq!(amounts(&row[2..13]), expected, "{slug} {sheet} {code}");
        }
        let total = &cells[first + rows.len()];
        assert_eq!(total[1], "TỔNG CỘNG");
        let expected = estimate::amounts(lines.iter().filter(in_year));
        assert_eq!(amounts(&total[2..13]), expected, "{slug} {sheet}");
    }
    check_funding(path, slug, lines);
    let cells = cells(path, SHEETS[0]);
    let first = row_of(&cells, "STT") + 1;
    assert_eq!(cells.len(), first + lines.len() + 1, "{slug}");
    for (row, line) in cells[first..].iter().zip(lines) {
        assert_eq!(amounts(&row[7..8]), [estimate::shown(line.amount)]);
    }
    let total: i64 = lines.iter().map(|line| line.amount).sum();
    let last = cells.last().expect("a total");
    assert_eq!(amounts(&last[7..8]), [estimate::shown(total)], "{slug}");
}

fn check_funding(path: &Path, slug: &str, lines: &[estimate::Line]) {
    let cells = cells(path, SHEETS[4]);
    let sum = |keep: &dyn Fn(&estimate::Line) -> bool| {
        let kept = lines.iter().filter(|line| keep(line));
        estimate::shown(kept.map(|line| line.amount).sum())
    };
    let years = |keep: &dyn Fn(&estimate::Line) -> bool| {
        let mut sums: Vec<String> = YEARS
            .iter()
            .map(|year| sum(&|line| keep(line) && line.year == *year))
            .collect();
        sums.push(sum(keep));
        sums
    };
    let sources = [
        ("Tỉnh", "Tỉnh"),
        (plans::commune_column(slug), "Xã"),
        ("Các đơn vị tự thanh toán", "Tự thanh toán"),
    ];
    let first = row_of(&cells, "Nguồn kinh phí") + 1;
    for (row, (source, written)) in cells[first..].iter().zip(sources) {
        assert_eq!(row[0], source);
        let is_own = |line: &estimate::Line| line.source == written;
        assert_eq!(amounts(&row[1..]), years(&is_own), "{slug} {source}");
    }
    assert_eq!(amounts(&cells[first + 3][1..]), years(&|_| true), "{slug}");
    let first = row_of(&cells, "Trụ cột") + 1;
    for (row, roman) in cells[first..].iter().zip(["I", "II", "III"]) {
        let is_own = |line: &estimate::Line| line.row.split('.').next() == Some(roman);
        assert_eq!(amounts(&row[1..]), years(&is_own), "{slug} {roman}");
    }
    assert_eq!(amounts(&cells[first + 3][1..]), years(&|_| true), "{slug}");
    only_how_it_is_shown(&cells[first + 4..]);
}

/// Below a table stands nothing but how its figures are shown, where the plan is in another unit.
fn only_how_it_is_shown(below: &[Vec<Data>]) {
    let said = below.iter().map(|row| row[0].to_string());
    let said: Vec<String> = said.collect();
    assert!(said.len() < 2, "{said:?}");
    let begin = "Mỗi ô giữ số chính xác đến đồng và hiển thị theo ";
    assert!(said.iter().all(|it| it.starts_with(begin)), "{said:?}");
}

/// The lines of a commune in the order of the detailed estimate: by row and year.
pub(super) fn lines_in_order(slug: &str) -> Vec<estimate::Line> {
    let order: Vec<String> = plans::budget_rows(slug)
        .into_iter()
        .map(|(code, _)| code)
        .collect();
    let mut lines = plans::lines(slug);
    lines.sort_by_key(|line| (order.iter().position(|code| *code == line.row), line.year));
    lines
}

#[test]
fn every_figure_of_every_sheet_is_that_of_the_communes_workbook() {
    for slug in SLUGS {
        assert_eq!(open(&workbook(slug)).sheet_names(), SHEETS);
        check(&workbook(slug), slug, &lines_in_order(slug));
    }
}

#[test]
fn every_total_is_a_formula() {
    for slug in SLUGS {
        let path = workbook(slug);
        for sheet in &SHEETS[..5] {
            let (cells, formulas) = (cells(&path, sheet), formulas(&path, sheet));
            let first = row_of(
                &cells,
                if *sheet == SHEETS[4] {
                    "Nguồn kinh phí"
                } else {
                    "STT"
                },
            );
            // What a person types: number, quantity, price and year of a line.
            let typed: &[usize] = if *sheet == SHEETS[0] {
                &[0, 5, 6, 9]
            } else {
                &[]
            };
            let mut n_formulas = 0;
            for (index, row) in cells.iter().enumerate().skip(first + 1) {
                for (column, cell) in row.iter().enumerate() {
                    let is_figure = matches!(cell, Data::Float(_) | Data::Int(_));
                    let formula = formulas.get(&(index, column));
                    let wanted = is_figure && !typed.contains(&column);
                    assert_eq!(formula.is_some(), wanted, "{slug} {sheet} {index} {column}");
                    n_formulas += usize::from(formula.is_some());
                }
            }
            assert_eq!(formulas.len(), n_formulas, "{slug} {sheet}");
        }
        // A leaf adds up lines, what stands above adds up what stands below.
        let formulas = formulas(&path, SHEETS[2]);
        let counted = |begin: &str| formulas.values().filter(|it| it.starts_with(begin)).count();
        assert!(counted("SUMIFS('Dự toán'!$H$") > 100 && counted("SUM(") > 100);
        assert_eq!(counted("SUMIFS") + counted("SUM("), formulas.len());
    }
}

#[test]
fn a_plan_without_costs_has_a_workbook_too() {
    let folder = Folder::sample();
    let grid = "Dòng\tNội dung chi\tSố lượng\tĐơn giá\tLoại chi phí\tNăm\tNguồn kinh phí\n";
    let budget = folder.path().join("budgets/xa-mau.grid");
    fs::write(budget, grid).expect("the grid");
    support::grids_to_workbooks(folder.path());
    let cells = cells(&built(&folder), SHEETS[1]);
    let total = cells.last().expect("a total");
    assert_eq!(amounts(&total[2..13]), ["-"; 11].map(str::to_owned));
}
