//! The three communes of the repository, built by the real binary: what the profile and the
//! workbook say must stand in the print and on the pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use serde_yaml::Value;

use crate::estimate;
use crate::page;
use crate::support;
use crate::support::Folder;

/// The communes, built once for all tests.
static BUILT: LazyLock<Folder> = LazyLock::new(|| {
    let folder = Folder::new();
    let output = folder.path().join("output");
    let run = support::xaso(
        support::project(),
        &["build", "--output", &output.to_string_lossy()],
    );
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder
});

pub(crate) const SLUGS: [&str; 3] = [
    "phuong-hung-thinh-dong",
    "xa-minh-son-ha",
    "xa-pa-khoang-thuong",
];

pub(crate) fn site() -> PathBuf {
    BUILT.path().join("output/site")
}

fn yaml(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let front = text.strip_prefix("---\n").map_or(text.as_str(), |rest| {
        rest.split("\n---\n").next().unwrap_or(rest)
    });
    serde_yaml::from_str(front).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

fn profile(slug: &str) -> Value {
    yaml(&support::project().join(format!("content/communes/{slug}.yaml")))
}

/// The codes of a list whose items are codes or mappings with one.
fn codes(list: &Value) -> Vec<String> {
    let items = list.as_sequence().expect("a list").iter();
    items
        .map(|item| {
            let code = item
                .as_str()
                .or_else(|| item.get("ma").and_then(Value::as_str));
            code.expect("a code").to_owned()
        })
        .collect()
}

/// Code → name of everything in a folder of the catalogue.
fn names(folder: &str) -> BTreeMap<String, String> {
    let folder = support::project().join("content").join(folder);
    support::files_below(&folder)
        .iter()
        .map(|path| {
            let front = yaml(&folder.join(path));
            let text = |key: &str| front[key].as_str().expect("a text").to_owned();
            (text("ma"), text("ten"))
        })
        .collect()
}

fn print_text(slug: &str) -> String {
    page::print_text(&site().join(slug).join("ke-hoach.pdf"))
}

fn read_page(slug: &str, name: &str) -> String {
    fs::read_to_string(site().join(slug).join(name)).expect("a page")
}

fn has(haystack: &str, needle: &str, slug: &str) {
    assert!(
        haystack.contains(&page::squeeze(needle)),
        "{slug}: the print lacks {needle:?}"
    );
}

#[test]
fn the_samples_are_as_large_as_real_plans() {
    for slug in SLUGS {
        let profile = profile(slug);
        assert!(codes(&profile["muc_tieu"]).len() >= 12, "{slug}");
        assert!(codes(&profile["thanh_phan"]).len() >= 25, "{slug}");
        let lines = lines(slug);
        assert!(lines.len() >= 30, "{slug}");
        for source in ["Tỉnh", "Xã", "Tự thanh toán"] {
            assert!(
                lines.iter().any(|line| line.source == source),
                "{slug}: {source}"
            );
        }
        for year in [2027, 2028] {
            assert!(lines.iter().any(|line| line.year == year), "{slug}: {year}");
        }
    }
}

#[test]
fn every_component_target_and_task_is_printed() {
    let components = names("components");
    let objectives = names("objectives");
    let tasks = names("tasks");
    for slug in SLUGS {
        let profile = profile(slug);
        let text = print_text(slug);
        for code in codes(&profile["thanh_phan"]) {
            has(&text, &format!("{code}: {}", components[&code]), slug);
        }
        for target in profile["muc_tieu"].as_sequence().expect("targets") {
            let code = target["ma"].as_str().expect("a code");
            // A row of the table by year: code, name, unit, baseline, a value a year.
            let unit = yaml(&support::project().join(format!("content/objectives/{code}.md")));
            let mut row = format!(
                "{code}{}{}",
                objectives[code],
                unit["don_vi"].as_str().expect("a unit")
            );
            row.push_str(&spelled(&target["hien_trang"]));
            for (_, value) in target["gia_tri"].as_mapping().expect("values") {
                row.push_str(&spelled(value));
            }
            has(&text, &row, slug);
        }
        for code in codes(&profile["nhiem_vu"]) {
            has(&text, &format!("{code}{}", tasks[&code]), slug);
        }
    }
}

/// A number of a profile as a Vietnamese reader writes it.
fn spelled(value: &Value) -> String {
    let text = serde_yaml::to_string(value).expect("a number");
    let text = text.trim().trim_end_matches(".0");
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = match whole.parse().expect("a whole number") {
        0 => "0".to_owned(),
        whole => estimate::shown(whole),
    };
    if fraction.is_empty() {
        whole
    } else {
        format!("{whole},{fraction}")
    }
}

pub(crate) fn lines(slug: &str) -> Vec<estimate::Line> {
    estimate::lines(&support::project().join(format!("budgets/{slug}.xlsx")))
}

/// The rows of Phụ lục II: the form's and the commune's own, in the order of the table.
pub(crate) fn budget_rows(slug: &str) -> Vec<(String, String)> {
    let form = yaml(&support::project().join("content/budget-rows.yaml"));
    let own = profile(slug)["dong"].clone();
    let mut rows: Vec<(String, String)> = [form, own]
        .iter()
        .flat_map(|list| list.as_sequence().cloned().unwrap_or_default())
        .map(|row| {
            let text = |key: &str| row[key].as_str().expect("a text").to_owned();
            (text("ma"), text("ten"))
        })
        .collect();
    let key = |code: &str| -> Vec<usize> {
        let part = |part: &str| match part {
            "I" | "II" | "III" => part.len(),
            number => number.parse().expect("a number"),
        };
        code.split('.').map(part).collect()
    };
    rows.sort_by_key(|(code, _)| key(code));
    rows
}

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

#[test]
fn the_parts_stand_in_their_order_and_the_appendices_behind() {
    let order = [
        "I. CĂN CỨ LẬP KẾ HOẠCH",
        "II. THỰC TRẠNG",
        "III. MỤC TIÊU",
        "IV. NHIỆM VỤ, GIẢI PHÁP",
        "V. LỘ TRÌNH THỰC HIỆN",
        "VI. KINH PHÍ THỰC HIỆN",
        "VII. HIỆU QUẢ DỰ KIẾN",
        "VIII. TỔ CHỨC THỰC HIỆN",
        "Nơi nhận:",
        "Phụ lục I KẾ HOẠCH TRIỂN KHAI CÁC HẠNG MỤC",
        "Phụ lục II BẢNG DỰ TOÁN CÁC HẠNG MỤC",
        "Phụ lục III DANH MỤC NHIỆM VỤ, DỰ ÁN",
        "Phụ lục IV DANH MỤC THÀNH PHẦN ĐỀ XUẤT TRIỂN KHAI",
    ];
    for slug in SLUGS {
        let text = print_text(slug);
        let mut from = 0;
        for heading in order {
            let place = text[from..].find(&page::squeeze(heading));
            from += place.unwrap_or_else(|| panic!("{slug}: {heading} at its place"));
        }
        assert!(text.contains(&page::squeeze("Số liệu minh họa")), "{slug}");
    }
}

#[test]
fn components_that_need_the_provinces_opinion_are_marked() {
    let folder = support::project().join("content/components");
    for slug in SLUGS {
        let mut rows = page::table(&read_page(slug, "phu-luc-iv.html"), "thanh-phan");
        // Behind the components: what is spent on none of them, and all together.
        let amount = |row: &Vec<String>| row[6].replace('.', "").parse().unwrap_or(0);
        let total: i64 = rows.pop().as_ref().map(amount).expect("a total");
        assert_eq!(rows.iter().map(amount).sum::<i64>(), total, "{slug}");
        let spent: i64 = lines(slug).iter().map(|line| line.amount).sum();
        assert_eq!(total, spent, "{slug}");
        rows.retain(|row| !row[1].is_empty());
        assert_eq!(
            rows.len(),
            codes(&profile(slug)["thanh_phan"]).len(),
            "{slug}"
        );
        for row in rows {
            let file = row[1].replace('Ư', "U").replace('Đ', "D");
            let supplementary = yaml(&folder.join(format!("{file}.md")))["cap"] == "xa_bo_sung";
            assert_eq!(
                row[7] == "Cần xin ý kiến",
                supplementary,
                "{slug}: {}",
                row[1]
            );
        }
    }
}

/// Runs a program of poppler-utils or qpdf on a print.
fn inspect(program: &str, arguments: &[&str], slug: &str) -> String {
    let output = Command::new(program)
        .args(arguments)
        .arg(site().join(slug).join("ke-hoach.pdf"))
        .output()
        .unwrap_or_else(|error| panic!("{program}, which tests/run installs: {error}"));
    assert!(
        output.status.success(),
        "{program}: {}",
        support::transcript(&output)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_four_faces_are_embedded_and_nothing_else() {
    for slug in SLUGS {
        let listing = inspect("pdffonts", &[], slug);
        let mut faces: Vec<&str> = listing
            .lines()
            .skip(2)
            .map(|line| {
                let columns: Vec<&str> = line.split_whitespace().collect();
                assert!(
                    columns.windows(3).any(|c| c == ["yes", "yes", "yes"]),
                    "{slug}: {line}"
                );
                columns[0]
                    .split_once('+')
                    .map_or(columns[0], |(_, face)| face)
            })
            .collect();
        faces.sort_unstable();
        assert_eq!(
            faces,
            ["Tinos", "Tinos-Bold", "Tinos-BoldItalic", "Tinos-Italic"],
            "{slug}"
        );
    }
}

#[test]
fn the_plan_stands_upright_and_the_appendices_lie() {
    for slug in SLUGS {
        let info = inspect("pdfinfo", &["-l", "-1"], slug);
        let sizes: Vec<bool> = info
            .lines()
            .filter(|line| line.starts_with("Page ") && line.contains(" size:"))
            .map(|line| {
                assert!(
                    line.contains("595.276") && line.contains("841.89"),
                    "{slug}: {line}"
                );
                line.contains("595.276 x 841.89")
            })
            .collect();
        let first_landscape = sizes
            .iter()
            .position(|upright| !upright)
            .expect("appendices");
        assert!(first_landscape > 10, "{slug}");
        assert!(
            sizes[first_landscape..].iter().all(|upright| !upright),
            "{slug}"
        );
        assert!(info.contains("Tagged:          yes"), "{slug}");
    }
}

#[test]
fn the_prints_are_sound_and_bear_bookmarks() {
    for slug in SLUGS {
        inspect("qpdf", &["--check"], slug);
        let json = inspect("qpdf", &["--json", "--json-key=outlines"], slug);
        for title in [
            "I. CĂN CỨ",
            "VIII. TỔ CHỨC THỰC HIỆN",
            "Phụ lục I",
            "Phụ lục IV",
        ] {
            assert!(json.contains(title), "{slug}: no bookmark {title}");
        }
    }
}
