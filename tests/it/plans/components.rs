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
    /// The first of its phases and the last.
    phases: (u64, u64),
    /// Its first day and its last.
    days: (i32, i32),
    is_permanent: bool,
}

impl Chosen {
    fn is_in(&self, phase: u64) -> bool {
        (self.phases.0..=self.phases.1).contains(&phase)
    }

    /// The first and the last of its phases in which it has days of a year; where there are none, the last that has
    /// ended before.
    fn phases_of_cost(&self, profile: &Value, year: i32) -> (u64, u64) {
        phases_with_days(profile, self.days, year, |phase| self.is_in(phase))
    }
}

/// The first and the last phase, of those that are meant, in which a stretch of days has some of a year.
fn phases_with_days(
    profile: &Value,
    days: (i32, i32),
    year: i32,
    is_meant: impl Fn(u64) -> bool,
) -> (u64, u64) {
    let first = year * 12 * 31;
    let phases = profile["giai_doan"].as_sequence().expect("phases").iter();
    let own = phases.filter_map(|phase| {
        let number = phase["so"].as_u64().filter(|it| is_meant(*it))?;
        Some((number, day(&phase["tu"]), day(&phase["den"])))
    });
    let own: Vec<_> = own.collect();
    let shared = own.iter().filter(|(_, from, to)| {
        *from.max(&days.0).max(&first) <= *to.min(&days.1).min(&(first + 12 * 31 - 1))
    });
    let shared: Vec<u64> = shared.map(|(number, ..)| *number).collect();
    let mut before = own.iter().filter(|(.., to)| *to < first);
    match (shared.first(), shared.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => {
            let (number, ..) = before.next_back().expect("a phase before");
            (*number, *number)
        }
    }
}

/// A day as a number that grows with it, each month taken for one of 31.
fn day(written: &Value) -> i32 {
    let parts = written.as_str().expect("a day").split('/');
    let parts: Vec<i32> = parts.map(|it| it.parse().expect("a number")).collect();
    (parts[2] * 12 + parts[1] - 1) * 31 + parts[0] - 1
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
            let usual = guidance["giai_doan"].as_u64().expect("a phase");
            let number = |value: &Value| value.as_u64().expect("a phase");
            let mut phases = match choice.get("giai_doan") {
                Some(Value::Sequence(several)) => {
                    (number(&several[0]), number(&several[several.len() - 1]))
                }
                Some(one) => (number(one), number(one)),
                None => (usual, usual),
            };
            let is_permanent = choice.get("thuong_xuyen").is_some();
            if is_permanent && phases.0 == phases.1 {
                phases.1 = 3;
            }
            let of_phase = |number: u64, key: &str| {
                let mut phases = profile["giai_doan"].as_sequence().expect("phases").iter();
                let phase = phases.find(|it| it["so"].as_u64() == Some(number));
                day(&phase.expect("the phase")[key])
            };
            let set = |key: &str| choice.get(key).map(day);
            let days = (
                set("bat_dau").unwrap_or_else(|| of_phase(phases.0, "tu")),
                set("ket_thuc").unwrap_or_else(|| of_phase(phases.1, "den")),
            );
            Chosen {
                code,
                layer: guidance["lop"].as_u64().expect("a layer"),
                phases,
                days,
                is_permanent,
            }
        })
        .collect()
}

/// The days of the task of a plan that pays in a row of Phụ lục II beside components.
fn days_of_row(profile: &Value, row: &str) -> Option<(i32, i32)> {
    let tasks = profile["nhiem_vu"].as_sequence().expect("tasks").iter();
    let mut own = tasks.filter(|task| {
        let code = task["ma"].as_str().expect("a code");
        let path = support::project().join(format!("content/tasks/{code}.md"));
        yaml(&path).get("dong").and_then(Value::as_str) == Some(row)
    });
    let task = own.next().filter(|_| own.next().is_none())?;
    Some((day(&task["bat_dau"]), day(&task["ket_thuc"])))
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
            phases.push(((number, number), name));
        }
        for (several, name) in [((1, 2), "1, 2"), ((1, 3), "1, 2, 3"), ((2, 3), "2, 3")] {
            phases.push((several, format!("Chung các giai đoạn {name}")));
        }
        phases.sort_by_key(|(numbers, _)| *numbers);
        let phases_of = |line: &estimate::Line| match of(line) {
            Some(component) => Some(component.phases_of_cost(&profile, line.year)),
            None => {
                let days = days_of_row(&profile, &line.row)?;
                Some(phases_with_days(&profile, days, line.year, |_| true))
            }
        };
        let rows = phases.into_iter().map(|(numbers, name)| {
            let amounts = years(&|line| phases_of(line) == Some(numbers));
            (numbers, name, amounts)
        });
        // What goes through several phases has a row where something is spent on it.
        let rows = rows.filter(|((first, last), _, amounts)| first == last || amounts[2] != "-");
        let phases: Vec<_> = rows.map(|(_, name, amounts)| (name, amounts)).collect();
        let general = [
            years(&|line| of(line).is_none()),
            years(&|line| phases_of(line).is_none()),
        ];
        n_general += usize::from(general[0][2] != "-");
        let print = print_text(slug);
        let tables = [
            ("phu-luc-iv.html", "theo-lop", layers),
            ("phan-vi.html", "theo-giai-doan", phases),
        ];
        for ((name, table, mut expected), general) in tables.into_iter().zip(general) {
            let html = read_page(slug, name);
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
        for row in rows.filter(|row| !row[1].starts_with("NV-")) {
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
        for phase in profile["giai_doan"].as_sequence().expect("phases") {
            let day = |key: &str| phase[key].as_str().expect("a day");
            let number = phase["so"].as_u64().expect("a number");
            let title = format!("Giai đoạn {number} ({} - {})", day("tu"), day("den"));
            assert!(roadmap.contains(&title), "{slug}: {title}");
            // As far as the head of the next phase, whose number is the next.
            let (_, listed) = roadmap.split_once(&title).expect("the phase");
            let next = format!("1.{0}. Giai đoạn {0} (", number + 1);
            let listed = plain(listed.split(&next).next().expect("its text"));
            let own = choices.iter().zip(&chosen);
            let own = own.filter(|(_, component)| component.is_in(number));
            // What goes on is counted, with the tasks that pay for something; the others are named.
            let n_before = own.clone().filter(|(_, it)| it.phases.0 != number).count();
            let told = listed.split("Tiếp tục triển khai").nth(1);
            let told = told.and_then(|text| text.trim_start_matches(':').split_whitespace().next());
            let told = told.map_or(0, |count| count.parse().expect("a count"));
            let n_paid = rows.iter().filter(|row| row[1].starts_with("NV-")).count();
            let possible = n_before..=n_before + n_paid;
            assert!(
                possible.contains(&told),
                "{slug}: {told} go on in phase {number}"
            );
            let (begun, _) = listed.split_once("Tiếp tục").unwrap_or((&listed, ""));
            let (begun, _) = begun.split_once("Hoàn thành").unwrap_or((begun, ""));
            let ended = listed.split("Hoàn thành trong giai đoạn").nth(1);
            for (choice, component) in own {
                let code = &component.code;
                let ends = choice
                    .get("ket_thuc")
                    .and_then(Value::as_str)
                    .unwrap_or(day("den"));
                let iso = |day: &str| day.split('/').rev().map(str::to_owned).collect::<Vec<_>>();
                let ends_here = !component.is_permanent
                    && component.phases.1 == number
                    && iso(ends) <= iso(day("den"));
                let names = |text: &str| {
                    let mut words = text.split(|it: char| !it.is_alphanumeric());
                    words.any(|word| word == code)
                };
                assert_eq!(
                    ended.is_some_and(names),
                    ends_here,
                    "{slug}: {code} ends in {number}"
                );
                let (first, last) = component.phases;
                assert_eq!(
                    names(begun),
                    number == first,
                    "{slug}: {code} in phase {number}"
                );
                if number != first {
                    continue;
                }
                let row = rows.iter().find(|row| plain(&row[1]) == *code);
                let row = row.expect("a row of the component");
                let phases = match first == last {
                    true => first.to_string(),
                    false => format!("{first} - {last}"),
                };
                // The days of the phase, where the commune sets none; of several it sets them.
                let set = |key: &str, phase: &str| {
                    let own = choice.get(key).and_then(Value::as_str);
                    own.unwrap_or(day(phase)).to_owned()
                };
                let time = match component.is_permanent {
                    true => format!("Thường xuyên, từ {}", set("bat_dau", "tu")),
                    false => format!("{} - {}", set("bat_dau", "tu"), set("ket_thuc", "den")),
                };
                assert_eq!(row[4..6], [phases, time], "{slug}: {code}");
            }
        }
    }
}
