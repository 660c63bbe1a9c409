//! The workbook of a plan: every figure against sums made apart, every total a formula that gives the
//! same when LibreOffice calculates it anew, the form's head, the page, and the estimate read back.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use calamine::Data;
use calamine::Dimensions;
use calamine::Reader;
use calamine::Xlsx;

use crate::archive;
use crate::estimate;
use crate::plans;
use crate::plans::SLUGS;
use crate::support;
use crate::support::Folder;

const YEARS: [i32; 2] = [2027, 2028];

/// The sheets, in order.
pub(crate) const SHEETS: [&str; 7] = [
    "Dự toán",
    "Phụ lục II",
    "Phụ lục II - Năm 2027",
    "Phụ lục II - Năm 2028",
    "Tổng hợp kinh phí",
    "Phụ lục I",
    "Phụ lục III",
];

fn workbook(slug: &str) -> PathBuf {
    plans::site().join(slug).join("du-toan.xlsx")
}

pub(crate) fn open(path: &Path) -> Xlsx<std::io::BufReader<fs::File>> {
    calamine::open_workbook(path).expect("a workbook")
}

/// The cells of a sheet, as they are shown to a program that does not calculate.
pub(crate) fn cells(path: &Path, sheet: &str) -> Vec<Vec<Data>> {
    let range = open(path).worksheet_range(sheet).expect("a sheet");
    assert_eq!(range.start(), Some((0, 0)));
    range.rows().map(<[Data]>::to_vec).collect()
}

/// Where formulas stand in a sheet.
pub(crate) fn formulas(path: &Path, sheet: &str) -> BTreeMap<(usize, usize), String> {
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

/// The amounts of a row, written as the estimate's own sums are.
pub(crate) fn amounts(row: &[Data]) -> Vec<String> {
    let amount = |cell: &Data| {
        let Data::Float(number) = cell else {
            panic!("{cell:?} is no amount");
        };
        assert!(number.fract() == 0.0, "{number} is not whole");
        #[expect(clippy::cast_possible_truncation, reason = "whole, as asserted")]
        let whole = *number as i64;
        estimate::shown(whole)
    };
    row.iter().map(amount).collect()
}

pub(crate) fn row_of(cells: &[Vec<Data>], text: &str) -> usize {
    let found = cells.iter().position(|row| row[0] == text);
    found.unwrap_or_else(|| panic!("no row begins with {text}"))
}

/// Compares every figure of a workbook with sums of these lines.
fn check(path: &Path, slug: &str, lines: &[estimate::Line]) {
    for (sheet, year) in [
        (SHEETS[1], None),
        (SHEETS[2], Some(2027)),
        (SHEETS[3], Some(2028)),
    ] {
        let in_year = |line: &&estimate::Line| year.is_none_or(|year| line.year == year);
        let cells = cells(path, sheet);
        let first = row_of(&cells, "STT") + 3;
        let rows = plans::budget_rows(slug);
        assert_eq!(cells.len(), first + rows.len() + 1, "{slug} {sheet}");
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
    let sources = ["Tỉnh", "Xã", "Các đơn vị tự thanh toán"];
    let first = row_of(&cells, "Nguồn kinh phí") + 1;
    for (row, source) in cells[first..].iter().zip(sources) {
        assert_eq!(row[0], source);
        let is_own =
            |line: &estimate::Line| source.to_lowercase().ends_with(&line.source.to_lowercase());
        assert_eq!(amounts(&row[1..]), years(&is_own), "{slug} {source}");
    }
    assert_eq!(amounts(&cells[first + 3][1..]), years(&|_| true), "{slug}");
    let first = row_of(&cells, "Trụ cột") + 1;
    for (row, roman) in cells[first..].iter().zip(["I", "II", "III"]) {
        let is_own = |line: &estimate::Line| line.row.split('.').next() == Some(roman);
        assert_eq!(amounts(&row[1..]), years(&is_own), "{slug} {roman}");
    }
    assert_eq!(amounts(&cells[first + 3][1..]), years(&|_| true), "{slug}");
    assert_eq!(cells.len(), first + 4);
}

/// The lines of a commune in the order of the detailed estimate: by row and year.
fn lines_in_order(slug: &str) -> Vec<estimate::Line> {
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

/// The merged cells of a sheet between two rows, as first and last row and column.
fn merged(path: &Path, sheet: &str, first: u32, last: u32) -> Vec<[u32; 4]> {
    let mut merged: Vec<[u32; 4]> = open(path)
        .merge_cells_by_sheet_name(sheet)
        .expect("a sheet")
        .into_iter()
        .filter(|Dimensions { start, .. }| (first..=last).contains(&start.0))
        .map(|Dimensions { start, end }| [start.0 - first, start.1, end.0 - first, end.1])
        .collect();
    merged.sort_unstable();
    merged
}

#[test]
fn the_head_of_the_budget_is_the_forms() {
    let folder = Folder::sample();
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    fs::write(&profile, format!("{text}\ncap_huyen: true\n")).expect("the profile");
    let three_levels = built(&folder);
    for (path, huyen) in [(workbook(SLUGS[0]), 0), (three_levels, 1)] {
        for sheet in &SHEETS[1..4] {
            let cells = cells(&path, sheet);
            let first = row_of(&cells, "STT");
            let at = u32::try_from(first).expect("a row");
            let mut wanted = vec![
                [0, 0, 2, 0],
                [0, 1, 2, 1],
                [0, 2, 0, 5],
                [0, 6, 0, 8],
                [0, 9, 0, 12 + huyen],
                [0, 13 + huyen, 2, 13 + huyen],
                [1, 2, 2, 2],
                [1, 3, 1, 5],
                [1, 6, 2, 6],
                [1, 7, 1, 8],
                [1, 9, 2, 9],
                [1, 10, 1, 12 + huyen],
            ];
            wanted.sort_unstable();
            assert_eq!(merged(&path, sheet, at, at + 2), wanted, "{sheet}");
            let texts = |row: usize| -> Vec<String> {
                let texts = cells[row].iter().map(ToString::to_string);
                texts.filter(|text| !text.is_empty()).collect()
            };
            let year = sheet.rsplit("Năm ").next().filter(|it| it.len() == 4);
            let allocation = year.map_or_else(
                || "Kế hoạch phân bổ kinh phí hàng năm".to_owned(),
                |year| format!("Kế hoạch phân bổ kinh phí năm {year}"),
            );
            let top = [
                "STT",
                "Nội dung",
                "Kinh phí đầu tư ban đầu",
                "Kinh phí duy trì hàng năm",
                &allocation,
                "Ghi chú",
            ];
            assert_eq!(texts(first), top);
            assert_eq!(texts(first + 1), ["Tổng", "Trong đó"].repeat(3));
            let mut third = vec![
                "Đầu tư nâng cấp hạ tầng, thiết bị",
                "Xã hội hóa",
                "Thuê dịch vụ",
                "Bảo dưỡng, nâng cấp hạ tầng, thiết bị",
                "Thuê dịch vụ",
                "Tỉnh",
            ];
            if huyen == 1 {
                third.push("Huyện");
            }
            third.extend(["Xã", "Các đơn vị tự thanh toán"]);
            assert_eq!(texts(first + 2), third);
        }
    }
}

/// Builds the small sample and tells where its workbook is.
fn built(folder: &Folder) -> PathBuf {
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder.path().join("output/site/xa-mau/du-toan.xlsx")
}

/// The parts of a workbook, as text.
fn parts(path: &Path) -> BTreeMap<String, String> {
    let parts = archive::unpack(&fs::read(path).expect("a workbook"));
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    parts
        .into_iter()
        .map(|(name, bytes)| (name, text(bytes)))
        .collect()
}

#[test]
fn every_sheet_prints_on_a4_lying_one_page_wide_under_its_own_head() {
    for slug in SLUGS {
        let parts = parts(&workbook(slug));
        for number in 1..=SHEETS.len() {
            let sheet = &parts[&format!("xl/worksheets/sheet{number}.xml")];
            for wanted in [
                "<pageSetUpPr fitToPage=\"1\"/>",
                "paperSize=\"9\"",
                "orientation=\"landscape\"",
                "fitToHeight=\"0\"",
                "state=\"frozen\"",
                "&amp;P</oddHeader>",
            ] {
                assert!(sheet.contains(wanted), "{slug} {number}: {wanted}");
            }
        }
        let book = &parts["xl/workbook.xml"];
        // The funding fits on one page; all others repeat their heads.
        assert_eq!(book.matches("_xlnm.Print_Titles").count(), SHEETS.len() - 1);
        let core = &parts["docProps/core.xml"];
        assert!(core.contains("<dc:title>Dự toán kinh phí Kế hoạch chuyển đổi số "));
        let profile = support::project().join(format!("content/communes/{slug}.yaml"));
        let profile = fs::read_to_string(profile).expect("the profile");
        let day = profile
            .lines()
            .find_map(|line| line.trim().strip_prefix("ngay: "));
        let day: Vec<&str> = day.expect("a day").split('/').collect();
        let created = format!("{}-{}-{}T00:00:00Z", day[2], day[1], day[0]);
        assert!(core.contains(&created), "{created} {core}");
    }
}

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

pub(crate) fn same_but_for_the_given_workbook(one: &Path, other: &Path) {
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
        "Dòng\tMã thành phần\tNội dung chi\tSố lượng\tĐơn giá\tLoại chi phí\tNăm\tNguồn kinh phí\n",
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

/// Has LibreOffice read a workbook, calculate everything anew and write it in another format.
pub(crate) fn recalculated(path: &Path, format: &str, folder: &Folder) -> PathBuf {
    let profile = folder.path().join("profile");
    fs::create_dir_all(profile.join("user")).expect("a folder");
    // Always calculate, whoever wrote the file.
    let settings = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
        <oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\
        <item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">\
        <prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item>\
        </oor:items>";
    let file = profile.join("user/registrymodifications.xcu");
    fs::write(file, settings).expect("the settings");
    let output = folder.path().join("recalculated");
    let run = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", format, "--outdir"])
        .arg(&output)
        .arg(path)
        .output()
        .unwrap_or_else(|error| panic!("soffice, which tests/run installs: {error}"));
    let name = path.file_name().expect("a name");
    let written = output.join(name).with_extension(format);
    assert!(written.is_file(), "{}", support::transcript(&run));
    written
}

/// A workbook whose parts were changed.
fn changed(path: &Path, to: &Path, change: impl Fn(&str, String) -> String) {
    let parts = archive::unpack(&fs::read(path).expect("a workbook"));
    let parts = parts.into_iter().map(|(name, bytes)| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let text = change(&name, text);
        (name, text.into_bytes())
    });
    fs::write(to, archive::pack(parts.collect())).expect("a workbook");
}

#[test]
fn libreoffice_calculates_the_same_figures_also_after_a_change() {
    for slug in SLUGS {
        let folder = Folder::new();
        let again = recalculated(&workbook(slug), "xlsx", &folder);
        check(&again, slug, &lines_in_order(slug));

        // The quantity of the first line becomes another; whatever adds it up must follow.
        let cells = cells(&workbook(slug), SHEETS[0]);
        let first = row_of(&cells, "STT") + 1;
        let begin = format!("<c r=\"F{}\"", first + 1);
        let quantity = format!("<v>{}</v>", cells[first][5]);
        let path = folder.path().join("doi-so-luong.xlsx");
        changed(&workbook(slug), &path, |name, text| {
            if name != "xl/worksheets/sheet1.xml" {
                return text;
            }
            let (before, after) = text.split_once(&begin).expect("the quantity");
            let after = after.replacen(&quantity, "<v>987654</v>", 1);
            format!("{before}{begin}{after}")
        });
        let mut lines = estimate::lines(&path);
        for line in &mut lines {
            line.source = line.source.replace("Các đơn vị tự", "Tự");
        }
        let sum = |lines: &[estimate::Line]| -> i64 { lines.iter().map(|it| it.amount).sum() };
        assert!(sum(&lines) > sum(&plans::lines(slug)), "{slug}");
        check(&recalculated(&path, "xlsx", &folder), slug, &lines);
    }
}

/// The height of each row of a sheet that has one, in pt.
fn heights(path: &Path, sheet: usize) -> BTreeMap<u32, f64> {
    let parts = parts(path);
    let rows = parts[&format!("xl/worksheets/sheet{sheet}.xml")].split("<row ");
    rows.skip(1)
        .filter_map(|row| {
            let value = |name: &str| {
                let (_, rest) = row.split('>').next()?.split_once(name)?;
                rest.split('"').next()
            };
            let number = value("r=\"")?.parse().expect("a row");
            Some((number, value(" ht=\"")?.parse().expect("a height")))
        })
        .collect()
}

#[test]
fn no_row_is_too_low_for_its_texts() {
    // The height of a line in our rows, and in those that LibreOffice fits, where the first has more.
    let (line, their_line, first) = (16.5, 12.7, 1.5);
    for slug in SLUGS {
        let folder = Folder::new();
        let flat = recalculated(&workbook(slug), "fods", &folder);
        let text = fs::read_to_string(&flat).expect("a document");
        let fixed = "use-optimal-row-height=\"false\"";
        assert!(text.contains(fixed), "{slug}");
        let text = text.replace(fixed, "use-optimal-row-height=\"true\"");
        let path = folder.path().join("vua-chu.fods");
        fs::write(
            &path,
            text.replace("style:row-height=", "style:row-height-was="),
        )
        .expect("it");
        let fitted = recalculated(&path, "xlsx", &folder);
        for number in 1..=SHEETS.len() {
            let (ours, theirs) = (heights(&workbook(slug), number), heights(&fitted, number));
            let (mut n_lines, mut n_needed) = (0.0, 0.0);
            for (row, height) in &ours {
                let needed = ((theirs[row] - first) / their_line).round();
                let lines = (height / line).floor();
                assert!(lines >= needed, "{slug} {number} {row}: {lines} {needed}");
                n_lines += lines;
                n_needed += needed;
            }
            assert!(n_lines < n_needed * 1.3, "{slug} {number}: rows too high");
        }
    }
}
