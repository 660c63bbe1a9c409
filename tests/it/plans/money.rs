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
            let rows = budget_rows(slug);
            let rows = rows.iter().map(|(code, name)| {
                let below = format!("{code}.");
                let within = lines
                    .iter()
                    .filter(in_year)
                    .filter(|line| line.row == *code || line.row.starts_with(&below));
                (code, name.to_lowercase(), estimate::amounts(within))
            });
            // A year's table leaves out what it spends nothing on; the pillars stand in each.
            let rows = rows.filter(|(code, _, amounts)| {
                let is_spent = amounts.iter().any(|amount| amount != "-");
                year.is_none() || is_spent || !code.contains('.')
            });
            let (mut wanted, mut expected): (Vec<String>, Vec<Vec<String>>) =
                rows.map(|(_, name, amounts)| (name, amounts)).unzip();
            wanted.push("tổng cộng".to_owned());
            expected.push(estimate::amounts(lines.iter().filter(in_year)));
            let seen = page::table(&html, table);
            let names: Vec<String> = seen.iter().map(|row| row[1].to_lowercase()).collect();
            let amounts: Vec<Vec<String>> = seen
                .iter()
                .map(|row| row[2..row.len() - 1].to_vec())
                .collect();
            assert_eq!(amounts, expected, "{slug} {table}");
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
