//! What a commune begins with: it is read as it is, makes a plan, and is never written over.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;

use calamine::Data;
use calamine::Reader;
use calamine::Xlsx;
use serde_yaml::Value;

use crate::archive;
use crate::content;
use crate::support;
use crate::support::Folder;

const TERRAINS: [&str; 3] = ["do_thi", "nong_thon", "mien_nui"];

/// A folder in which `xaso new` was run.
fn begun(arguments: &[&str]) -> Folder {
    let folder = Folder::new();
    let run = support::xaso(folder.path(), &[&["new"], arguments].concat());
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder
}

#[test]
fn whatever_begins_makes_a_plan_as_it_is() {
    for (kind, name, slug) in [
        ("xa", "Xã Minh Sơn", "xa-minh-son"),
        ("phuong", "Yên Bình: \"Đông\"", "phuong-yen-binh-dong"),
        ("dac_khu", "  Phú   Quý ", "dac-khu-phu-quy"),
    ] {
        for terrain in TERRAINS {
            let years = if terrain == "do_thi" {
                "2026,2027,2028,2029,2030"
            } else {
                "2027"
            };
            let folder = begun(&[kind, name, "--dia-ban", terrain, "--nam", years]);
            let mut files = support::files_below(folder.path());
            files.retain(|path| !path.starts_with("content/schema/"));
            let wanted = [
                format!("budgets/{slug}.xlsx"),
                format!("content/communes/{slug}.yaml"),
            ];
            assert_eq!(files, wanted);
            // That nothing is estimated yet, and what is still to be filled in, is all there is to say.
            let run = support::xaso(folder.path(), &["check"]);
            let report = support::transcript(&run);
            // A plan that begins in 2026 lives to see laws end.
            let n_ending = report.matches("cảnh báo[XS0481]").count();
            assert_eq!(n_ending > 0, years.starts_with("2026"), "{report}");
            let warnings = format!("0 lỗi, {} cảnh báo, ", 1 + n_ending);
            assert!(report.contains(&warnings), "{report}");
            let to_fill = report.matches("gợi ý[XS0484]").count();
            assert!(to_fill > 0, "{report}");
            assert_eq!(report.matches("gợi ý[").count(), to_fill, "{report}");
            assert!(report.contains("XS0476"), "{report}");
            let run = support::xaso(folder.path(), &["build"]);
            assert!(run.status.success(), "{}", support::transcript(&run));
            let plan = folder
                .path()
                .join(format!("output/site/{slug}/phan-iii.html"));
            let plan = fs::read_to_string(plan).expect("a page");
            assert!(plan.contains("Tỷ lệ văn bản đi được ký số"));
        }
    }
}

#[test]
fn a_profile_begins_with_what_fits_and_says_what_else_there_is() {
    let folder = begun(&["xa", "Mẫu", "--dia-ban", "mien_nui", "--nam", "2028"]);
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(path).expect("the profile");
    for line in [
        "  nam: [2028]",
        "  - HTS7",
        "  # - KTT24",
        "  - {ma: CQS-01, hien_trang: 0, gia_tri: {2028: 100}}",
        // Less is better: it begins at what is asked for.
        "  - {ma: CQS-35, hien_trang: 0, gia_tri: {2028: 0}}",
        "  - {so: 1, tu: 01/02/2028, den: 31/05/2028}",
        "  - {so: 3, tu: 01/10/2028, den: 31/12/2028}",
    ] {
        let found = profile.lines().any(|written| written.starts_with(line));
        assert!(found, "no {line}\n{profile}");
    }
    let schema = folder.path().join("content/schema/xa.json");
    assert!(schema.is_file(), "the first line names it");
    // The component of a city and the target that was given up are not even offered.
    assert!(!profile.contains("KTT12") && !profile.contains("CQS-24"));
}

#[test]
fn the_same_commune_begins_with_the_same_bytes() {
    let arguments = [
        "phuong",
        "Mẫu",
        "--dia-ban",
        "do_thi",
        "--tinh",
        "tỉnh An Bình",
    ];
    let (one, other) = (begun(&arguments), begun(&arguments));
    for name in support::files_below(one.path()) {
        let read = |folder: &Folder| fs::read(folder.path().join(&name)).expect("a file");
        assert!(read(&one) == read(&other), "{name}");
    }
}

#[test]
fn what_is_there_is_not_written_over() {
    for there in ["content/communes/xa-mau.yaml", "budgets/xa-mau.xlsx"] {
        let folder = Folder::new();
        let path = folder.path().join(there);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, "của xã").expect("a file");
        let run = support::xaso(folder.path(), &["new", "xa", "Mẫu", "--dia-ban", "do_thi"]);
        assert_eq!(run.status.code(), Some(2));
        let report = support::transcript(&run);
        assert!(
            report.contains("XS0901") && report.contains(there),
            "{report}"
        );
        assert_eq!(support::files_below(folder.path()), [there]);
        assert_eq!(fs::read_to_string(&path).expect("the file"), "của xã");
    }
}

#[test]
fn what_cannot_begin_is_said_and_leaves_nothing() {
    for (arguments, wanted) in [
        (
            &["xa", "../", "--dia-ban", "do_thi"][..],
            "`../` không phải là một tên",
        ),
        (
            &["xa", "Mẫu", "--dia-ban", "do_thi", "--nam", "2027,2029"],
            "viết các năm liền nhau",
        ),
        (
            &["xa", "Mẫu", "--dia-ban", "do_thi", "--nam", "1027"],
            "1027",
        ),
        (&["huyen", "Mẫu", "--dia-ban", "do_thi"], "`huyen`"),
        (&["xa", "Mẫu"], "thiếu tham số"),
    ] {
        let folder = Folder::new();
        let run = support::xaso(folder.path(), &[&["new"], arguments].concat());
        let report = support::transcript(&run);
        assert_eq!(run.status.code(), Some(2), "{report}");
        assert!(report.contains(wanted), "{report}");
        assert!(support::files_below(folder.path()).is_empty());
    }
}

#[test]
fn what_is_to_be_weighed_is_shown_by_an_example_that_can_be_used() {
    let folder = begun(&["xa", "Mẫu", "--dia-ban", "nong_thon"]);
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(&path).expect("the profile");
    let (before, example) = profile.split_once("# thue_hay_mua:").expect("an example");
    let (example, after) = example.split_once("\n\n").expect("its end");
    let example = example.replace("\n# ", "\n");
    fs::write(&path, format!("{before}thue_hay_mua:{example}\n\n{after}")).expect("the profile");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let page = folder.path().join("output/site/xa-mau/phu-luc-ii.html");
    let page = fs::read_to_string(page).expect("a page");
    assert!(page.contains("Biểu đồ chi phí thuê và mua: Máy tính xách tay"));
}

/// The codes of a profile's lines that begin so, in their order.
fn codes_behind(profile: &str, begins: &[&str]) -> Vec<String> {
    let lines = profile.lines();
    lines
        .filter_map(|line| begins.iter().find_map(|begin| line.strip_prefix(begin)))
        .filter_map(|rest| rest.split([',', ' ', '}']).next().map(str::to_owned))
        .collect()
}

fn sorted(mut codes: Vec<String>) -> Vec<String> {
    codes.sort_unstable();
    codes
}

/// The code of an item of the components: the item itself, or its key.
fn code_of(item: &Value) -> &str {
    let code = item.as_str().or_else(|| item.get("ma")?.as_str());
    code.expect("a code")
}

#[test]
fn a_profile_leaves_out_nothing_that_could_be_chosen() {
    let list = support::project().join("tests/official/components.tsv");
    let list = fs::read_to_string(list).expect("the official list");
    let entries = content::entries();
    let holding = |folder: &str| -> Vec<String> {
        let entries = entries
            .iter()
            .filter(|entry| entry.path.starts_with(folder));
        let holding = entries.filter(|entry| {
            let is_there = |key: &str| entry.front.get(key).is_some();
            !is_there("thay_the") && !is_there("het_hieu_luc")
        });
        let codes = holding.map(|entry| entry.front["ma"].as_str().expect("a code").to_owned());
        sorted(codes.collect())
    };
    for terrain in TERRAINS {
        let folder = begun(&["xa", "Mẫu", "--dia-ban", terrain]);
        let path = folder.path().join("content/communes/xa-mau.yaml");
        let profile = fs::read_to_string(path).expect("the profile");
        let read: Value = serde_yaml::from_str(&profile).expect("YAML");
        // Of the official list: what every commune here must have, and what it may have.
        let (mut must, mut may) = (Vec::new(), Vec::new());
        for row in list.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [code, _, _, supplier, only, name] = cells[..] else {
                panic!("six columns: {row}");
            };
            if only.is_empty() || only == terrain {
                match supplier {
                    "xa_thiet_yeu" if !name.ends_with(" khác") => must.push(code.to_owned()),
                    "xa_thiet_yeu" | "xa_bo_sung" => may.push(code.to_owned()),
                    _ => {}
                }
            }
        }
        let chosen = read["thanh_phan"].as_sequence().expect("a list").iter();
        let chosen = chosen.map(|item| code_of(item).to_owned());
        assert_eq!(sorted(chosen.collect()), sorted(must), "{terrain}");
        let (_, components) = profile.split_once("\nthanh_phan:").expect("a list");
        let (components, _) = components.split_once("\nnhiem_vu:").expect("its end");
        let offered = codes_behind(components, &["  # - "]);
        assert_eq!(sorted(offered), sorted(may), "{terrain}");
        let targets = codes_behind(&profile, &["  - {ma: ", "  # - {ma: "]);
        let begins = ["CQS", "KTS", "XHS"];
        let of_targets = |code: &String| begins.iter().any(|begin| code.starts_with(begin));
        let (targets, tasks): (Vec<String>, Vec<String>) =
            targets.into_iter().partition(of_targets);
        assert_eq!(sorted(targets), holding("objectives/"), "{terrain}");
        let tasks = tasks.into_iter().filter(|code| code.starts_with("NV-"));
        assert_eq!(sorted(tasks.collect()), holding("tasks/"), "{terrain}");
    }
}

#[test]
fn a_task_lasts_as_long_as_what_it_carries_out() {
    let folder = begun(&["xa", "Mẫu", "--dia-ban", "mien_nui", "--nam", "2027,2028"]);
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(path).expect("the profile");
    let profile: Value = serde_yaml::from_str(&profile).expect("YAML");
    let list = |value: &Value| value.as_sequence().expect("a list").clone();
    let entries = content::entries();
    let entry = |code: &Value| {
        let mut entries = entries.iter();
        let found = entries.find(|entry| entry.front.get("ma") == Some(code));
        &found.expect("an entry").front
    };
    let chosen = list(&profile["thanh_phan"]);
    let phases = list(&profile["giai_doan"]);
    let mut n_long = 0;
    for task in list(&profile["nhiem_vu"]) {
        let components = list(&entry(&task["ma"])["thanh_phan"]).into_iter();
        let is_chosen = |code: &Value| chosen.iter().any(|it| Some(code_of(it)) == code.as_str());
        let components = components.filter(is_chosen);
        let own = components.map(|code| entry(&code)["giai_doan"].as_u64().expect("a phase"));
        let own: BTreeSet<u64> = own.collect();
        let (first, last) = (own.first().expect("a phase"), own.last().expect("a phase"));
        let day = |number: &u64, key: &str| {
            let phase = phases
                .iter()
                .find(|phase| phase["so"].as_u64() == Some(*number));
            phase.expect("the phase")[key].clone()
        };
        assert_eq!(task["bat_dau"], day(first, "tu"), "{task:?}");
        assert_eq!(task["ket_thuc"], day(last, "den"), "{task:?}");
        n_long += usize::from(first < last);
    }
    assert!(n_long > 0, "tasks of several phases are among them");
}

/// A range of one column as a formula names it: column, first and last row from 1.
fn range(text: &str) -> (String, usize, usize) {
    let text = text.replace('$', "");
    let (_, text) = text.rsplit_once('!').unwrap_or(("", &text));
    let (first, last) = text.split_once(':').expect("a range");
    let part = |cell: &str| {
        let digits = cell.find(|letter: char| letter.is_ascii_digit());
        let (column, row) = cell.split_at(digits.expect("a row"));
        (column.to_owned(), row.parse().expect("a row"))
    };
    let ((column, first), (other, last)) = (part(first), part(last));
    assert_eq!(column, other, "{text}");
    (column, first, last)
}

#[test]
fn the_workbook_has_a_line_for_each_component_and_adds_up_all_lines() {
    let folder = begun(&["xa", "Mẫu", "--dia-ban", "mien_nui", "--nam", "2027,2028"]);
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(profile).expect("the profile");
    let profile: Value = serde_yaml::from_str(&profile).expect("YAML");
    let entries = content::entries();
    let own_rows: BTreeMap<&str, &str> = entries
        .iter()
        .filter(|entry| entry.path.starts_with("components/"))
        .map(|entry| {
            let text = |key: &str| entry.front[key].as_str().expect("a text");
            (text("ma"), text("dong"))
        })
        .collect();
    let path = folder.path().join("budgets/xa-mau.xlsx");
    let mut book: Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
    let cells = book.worksheet_range("Dự toán").expect("a sheet");
    assert_eq!(cells.start(), Some((0, 0)));
    let mut written: Vec<(String, String)> = cells
        .rows()
        .filter(|row| matches!(&row[0], Data::Float(_) | Data::Int(_)))
        .map(|row| (row[2].to_string(), row[1].to_string()))
        .filter(|(component, _)| !component.is_empty())
        .collect();
    written.sort_unstable();
    let chosen = profile["thanh_phan"].as_sequence().expect("a list").iter();
    let mut wanted: Vec<(String, String)> = chosen
        .map(code_of)
        .map(|code| (code.to_owned(), own_rows[code].to_owned()))
        .collect();
    wanted.sort_unstable();
    assert_eq!(written, wanted);

    // Each line multiplies its own cells, and the total takes all lines.
    let formulas = book.worksheet_formula("Dự toán").expect("a sheet");
    let (top, _) = formulas.start().expect("a formula");
    let formulas: Vec<(usize, &String)> = formulas
        .used_cells()
        .map(|(row, _, text)| (row + top as usize + 1, text))
        .collect();
    let (total, lines) = formulas.split_first().expect("a total");
    let total = total.1.trim_start_matches("SUM(").trim_end_matches(')');
    let (column, first, last) = range(total);
    assert_eq!(column, "H");
    assert!(lines.len() > wanted.len());
    for (row, formula) in lines {
        assert!((first..=last).contains(row), "{row} is not in {total}");
        assert!(formula.ends_with(&format!(",F{row}*G{row})")), "{formula}");
    }

    // Each list offers what stands in its column, to the last.
    let parts = archive::unpack(&fs::read(&path).expect("the workbook"));
    let sheet = parts
        .iter()
        .find(|(name, _)| name == "xl/worksheets/sheet1.xml");
    let sheet = String::from_utf8_lossy(&sheet.expect("the sheet").1);
    let codes = book.worksheet_range("Danh mục").expect("a sheet");
    let mut offered = BTreeSet::new();
    for list in sheet
        .split("<dataValidation ")
        .filter(|it| it.starts_with("type=\"list\""))
    {
        let (_, place) = list.split_once("<formula1>").expect("a range");
        let (column, first, last) = range(place.split('<').next().expect("a range"));
        let index = usize::from(column.as_bytes()[0] - b'A');
        let of_column = codes.rows().map(|row| row.get(index));
        let filled = of_column.filter(|cell| cell.is_some_and(|cell| *cell != Data::Empty));
        // The head is the first row.
        assert_eq!((first, last), (2, filled.count()), "{column}");
        for row in codes.rows().skip(1) {
            offered.extend(row.get(index).map(ToString::to_string));
        }
        let (_, area) = list.split_once("sqref=\"").expect("where it holds");
        let (_, from, to) = range(area.split('"').next().expect("a range"));
        assert!(
            lines.iter().all(|(row, _)| (from..=to).contains(row)),
            "{area}"
        );
    }
    for (component, row) in &wanted {
        assert!(
            offered.contains(component) && offered.contains(row),
            "{component} {row}"
        );
    }
    for other in ["2027", "2028", "Tỉnh", "Xã", "Đầu tư"] {
        assert!(offered.contains(other), "{other}: {offered:?}");
    }
}
