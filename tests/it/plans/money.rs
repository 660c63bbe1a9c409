//! Every total on the pages and in the prints against sums made apart from the program.

use super::budget_rows;
use super::has;
use super::lines;
use super::print_text;
use super::read_page;
use crate::estimate;
use crate::page;
use crate::plans::SLUGS;

#[test]
fn every_total_of_the_budget_is_right_on_the_page_and_in_the_print() {
    for slug in SLUGS {
        let lines = lines(slug);
        let html = read_page(slug, "phu-luc-ii.html");
        let text = print_text(slug);
        for (table, year) in [
            ("du-toan-2027", Some(2027)),
            ("du-toan-2028", Some(2028)),
            ("du-toan", None),
        ] {
            let in_year = |line: &&estimate::Line| year.is_none_or(|year| line.year == year);
            let mut expected: Vec<Vec<String>> = budget_rows(slug)
                .iter()
                .map(|(code, _)| {
                    let below = format!("{code}.");
                    let within = lines
                        .iter()
                        .filter(in_year)
                        .filter(|line| line.row == *code || line.row.starts_with(&below));
                    estimate::amounts(within)
                })
                .collect();
            expected.push(estimate::amounts(lines.iter().filter(in_year)));
            let seen = page::table(&html, table);
            let names: Vec<String> = seen.iter().map(|row| row[1].to_lowercase()).collect();
            let amounts: Vec<Vec<String>> = seen
                .iter()
                .map(|row| row[2..row.len() - 1].to_vec())
                .collect();
            assert_eq!(amounts, expected, "{slug} {table}");
            let mut wanted: Vec<String> = budget_rows(slug)
                .iter()
                .map(|(_, name)| name.to_lowercase())
                .collect();
            wanted.push("tổng cộng".to_owned());
            assert_eq!(names, wanted, "{slug} {table}");
            // The print shows the same rows: a name and behind it its amounts.
            for row in &seen {
                has(&text, &format!("{}{}", row[1], row[2..].concat()), slug);
            }
        }
    }
}

#[test]
fn the_totals_of_the_overview_are_those_of_the_workbook() {
    for slug in SLUGS {
        let lines = lines(slug);
        let html = read_page(slug, "index.html");
        let sum = |keep: &dyn Fn(&estimate::Line) -> bool| {
            estimate::shown(
                lines
                    .iter()
                    .filter(|line| keep(line))
                    .map(|line| line.amount)
                    .sum(),
            )
        };
        let years = |keep: &dyn Fn(&estimate::Line) -> bool| {
            vec![
                sum(&|line| keep(line) && line.year == 2027),
                sum(&|line| keep(line) && line.year == 2028),
                sum(keep),
            ]
        };
        let pillar = |roman: &'static str| {
            move |line: &estimate::Line| line.row.split('.').next() == Some(roman)
        };
        let source = |name: &'static str| move |line: &estimate::Line| line.source == name;
        let by_pillar = page::table(&html, "theo-tru-cot");
        let by_source = page::table(&html, "theo-nguon");
        for (row, expected) in by_pillar.iter().zip([
            years(&pillar("I")),
            years(&pillar("II")),
            years(&pillar("III")),
            years(&|_| true),
        ]) {
            assert_eq!(row[1..], expected, "{slug}: {}", row[0]);
        }
        for (row, expected) in by_source.iter().zip([
            years(&source("Tỉnh")),
            years(&source("Xã")),
            years(&source("Tự thanh toán")),
            years(&|_| true),
        ]) {
            assert_eq!(row[1..], expected, "{slug}: {}", row[0]);
        }
        assert_eq!((by_pillar.len(), by_source.len()), (4, 4), "{slug}");
        let total = sum(&|_| true);
        assert!(
            page::text(&html).contains(&format!("{total} đồng")),
            "{slug}"
        );
        has(&print_text(slug), &format!("{total} đồng"), slug);
    }
}
