//! The components of a plan: what is spent on them by layer, by phase and one by one, against sums over
//! the lines of the workbooks that name them; and when each is at work.

use serde_yaml::Value;

use super::has;
use super::lines;
use super::print_text;
use super::profile;
use super::read_page;
use super::yaml;
use crate::estimate;
use crate::page;
use crate::plans::SLUGS;
use crate::support;

/// A component that a commune chose.
struct Chosen {
    code: String,
    layer: u64,
    phase: u64,
}

/// A code as the files of the guidance are named.
fn plain(code: &str) -> String {
    code.replace('Ư', "U").replace('Đ', "D")
}

/// What a commune chose, in the phase that it sets itself or else in that of the guidance.
fn chosen(profile: &Value) -> Vec<Chosen> {
    let choices = profile["thanh_phan"].as_sequence().expect("a list").iter();
    choices
        .map(|choice| {
            let code = choice.as_str().or_else(|| choice["ma"].as_str());
            let code = plain(code.expect("a code"));
            let path = format!("content/components/{code}.md");
            let guidance = yaml(&support::project().join(path));
            let own = choice.get("giai_doan").and_then(Value::as_u64);
            Chosen {
                code,
                layer: guidance["lop"].as_u64().expect("a layer"),
                phase: own.unwrap_or_else(|| guidance["giai_doan"].as_u64().expect("a phase")),
            }
        })
        .collect()
}

#[test]
fn layers_and_phases_spend_what_their_components_do() {
    let mut n_general = 0;
    for slug in SLUGS {
        let (profile, lines) = (profile(slug), lines(slug));
        let chosen = chosen(&profile);
        let of = |line: &estimate::Line| {
            let code = plain(&line.component);
            let component = chosen.iter().find(|component| component.code == code);
            assert!(component.is_none() == code.is_empty(), "{slug}: {code}");
            component
        };
        let years = |keep: &dyn Fn(&estimate::Line) -> bool| {
            let sum = |in_year: &dyn Fn(i32) -> bool| {
                let kept = lines.iter().filter(|line| in_year(line.year) && keep(line));
                estimate::shown(kept.map(|line| line.amount).sum())
            };
            [
                sum(&|year| year == 2027),
                sum(&|year| year == 2028),
                sum(&|_| true),
            ]
        };
        let mut layers = Vec::new();
        for layer in 1..=4 {
            let amounts = years(&|line| of(line).is_some_and(|it| it.layer == layer));
            layers.push((format!("Lớp {layer}: "), amounts));
        }
        let mut phases = Vec::new();
        for phase in profile["giai_doan"].as_sequence().expect("phases") {
            let number = phase["so"].as_u64().expect("a number");
            let day = |key: &str| phase[key].as_str().expect("a day");
            let name = format!("Giai đoạn {number} ({} - {})", day("tu"), day("den"));
            let amounts = years(&|line| of(line).is_some_and(|it| it.phase == number));
            phases.push((name, amounts));
        }
        let general = years(&|line| of(line).is_none());
        n_general += usize::from(general[2] != "-");
        let html = read_page(slug, "phan-vi.html");
        let print = print_text(slug);
        for (table, mut expected) in [("theo-lop", layers), ("theo-giai-doan", phases)] {
            if general[2] != "-" {
                let name = "Khoản chi không gắn với thành phần".to_owned();
                expected.push((name, general.clone()));
            }
            expected.push(("Tổng cộng".to_owned(), years(&|_| true)));
            let seen = page::table(&html, table);
            assert_eq!(seen.len(), expected.len(), "{slug} {table}");
            for (row, (name, amounts)) in seen.iter().zip(&expected) {
                assert!(row[0].starts_with(name), "{slug} {table}: {row:?}, {name}");
                assert_eq!(row[1..], *amounts, "{slug} {table} {name}");
                has(&print, &row.concat(), slug);
            }
        }
    }
    assert!(n_general > 0, "lines of no component are among them");
}

#[test]
fn each_component_costs_what_its_lines_do() {
    for slug in SLUGS {
        let lines = lines(slug);
        let rows = page::table(&read_page(slug, "phu-luc-iv.html"), "thanh-phan");
        let rows = rows.iter().filter(|row| !row[1].is_empty());
        for row in rows {
            let own = lines
                .iter()
                .filter(|line| plain(&line.component) == plain(&row[1]));
            let cost = estimate::shown(own.map(|line| line.amount).sum());
            assert_eq!(row[7], cost, "{slug}: {}", row[1]);
        }
    }
}

#[test]
fn each_component_stands_in_its_phase_with_its_days() {
    for slug in SLUGS {
        let profile = profile(slug);
        let choices = profile["thanh_phan"].as_sequence().expect("a list");
        let chosen = chosen(&profile);
        let rows = page::table(&read_page(slug, "phu-luc-iv.html"), "thanh-phan");
        let roadmap = page::text(&read_page(slug, "phan-v.html"));
        let mut of_phases = roadmap.split("Thành phần triển khai").skip(1);
        for phase in profile["giai_doan"].as_sequence().expect("phases") {
            let day = |key: &str| phase[key].as_str().expect("a day");
            let number = phase["so"].as_u64().expect("a number");
            let title = format!("Giai đoạn {number} ({} - {})", day("tu"), day("den"));
            assert!(roadmap.contains(&title), "{slug}: {title}");
            let listed = of_phases
                .next()
                .map(plain)
                .expect("the components of a phase");
            let own = choices.iter().zip(&chosen);
            for (choice, component) in own.filter(|(_, component)| component.phase == number) {
                let code = &component.code;
                assert!(listed.contains(code), "{slug}: {code} in phase {number}");
                // The days of the phase, where the commune sets none.
                let set = |key: &str, phase: &str| {
                    let own = choice.get(key).and_then(Value::as_str);
                    own.unwrap_or(day(phase)).to_owned()
                };
                let days = format!("{} - {}", set("bat_dau", "tu"), set("ket_thuc", "den"));
                let row = rows.iter().find(|row| plain(&row[1]) == *code);
                let row = row.expect("a row of the component");
                assert_eq!(row[4..6], [number.to_string(), days], "{slug}: {code}");
            }
        }
    }
}
