//! Amounts as people read them, of random estimates in every unit: page, print and workbook show the same
//! figures, which are worked out here from the page in đồng; and no figure moves that a changed line is
//! not part of.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::estimate;
use crate::page;
use crate::random::Random;
use crate::support;
use crate::support::Folder;
use crate::xlsx::shown_as_on_the_pages;

/// Rows, components, kinds and sources that may stand beside each other in the small sample.
const ROWS: [&str; 6] = [
    "I.1.8\tHTS7",
    "I.3\tANM7",
    "I.1.1\tƯDCQS6",
    "II.1\tNVKTS1",
    "III.3\tNVXHS2",
    "I.1.2\t",
];

/// The kinds of cost, as estimates name them.
pub(crate) const KINDS: [&str; 5] = [
    "Đầu tư",
    "Xã hội hóa",
    "Thuê dịch vụ",
    "Bảo dưỡng",
    "Thuê hằng năm",
];
const SOURCES: [&str; 3] = ["Tỉnh", "Xã", "Tự thanh toán"];

/// An estimate of some lines, whose prices are whole multiples of `step`.
fn lines(random: &mut Random, step: usize) -> Vec<String> {
    let line = |_| {
        let price = (1 + random.below(900_000_000 / step)) * step;
        format!(
            "{}\tKhoản chi\t{}\t{price}\t{}\t{}\t{}",
            random.pick(&ROWS),
            1 + random.below(9),
            random.pick(&KINDS),
            2027 + random.below(2),
            random.pick(&SOURCES)
        )
    };
    (0..24).map(line).collect()
}

/// The small sample with these lines, its amounts shown so, built.
fn built(lines: &[String], funding: &str) -> Folder {
    let folder = Folder::sample_as_grid();
    let head =
        "Dòng\tMã thành phần\tNội dung chi\tSố lượng\tĐơn giá\tLoại chi phí\tNăm\tNguồn kinh phí";
    let grid = format!("{head}\n{}\n", lines.join("\n"));
    fs::write(folder.path().join("budgets/xa-mau.grid"), grid).expect("the grid");
    support::grids_to_workbooks(folder.path());
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    fs::write(&profile, format!("{text}\nkinh_phi: {{{funding}}}\n")).expect("the profile");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder
}

fn site(folder: &Folder) -> std::path::PathBuf {
    folder.path().join("output/site/xa-mau")
}

/// Every figure of the tables of money: the page, the table, and the cells of its columns of money.
fn figures(site: &Path) -> Vec<String> {
    let appendices = ["", "-2027", "-2028"].iter().flat_map(|suffix| {
        ["tong-hop", "du-toan"].map(|id| ("phu-luc-ii", format!("{id}{suffix}"), 2..13))
    });
    let part = ["theo-tru-cot", "theo-nguon", "theo-giai-doan"];
    let part = part.map(|id| ("phan-vi", id.to_owned(), 1..4));
    let components = [("thanh-phan", 7..8), ("theo-lop", 1..4)];
    let components = components.map(|(id, columns)| ("phu-luc-iv", id.to_owned(), columns));
    let mut figures = Vec::new();
    for (name, table, columns) in appendices.chain(part).chain(components) {
        let html = fs::read_to_string(site.join(name).with_extension("html")).expect("a page");
        for row in page::table(&html, &table) {
            // A heading among the rows has one cell.
            figures.extend(row.get(columns.clone()).unwrap_or_default().to_vec());
        }
    }
    assert!(figures.len() > 500);
    figures
}

/// The amount of a figure in đồng.
fn amount(figure: &str) -> i64 {
    let digits = figure.replace(['.', '-'], "");
    if digits.is_empty() {
        0
    } else {
        digits.parse().expect("whole đồng")
    }
}

/// An amount in a unit with so many decimals, half up.
fn written(amount: i64, size: i64, places: u32) -> String {
    if amount == 0 {
        return "-".to_owned();
    }
    let scale = 10_i64.pow(places);
    let steps = (2 * amount * scale + size) / (2 * size);
    let whole = match steps / scale {
        0 => "0".to_owned(),
        whole => estimate::shown(whole),
    };
    if places == 0 {
        return whole;
    }
    format!("{whole},{:0width$}", steps % scale, width = places as usize)
}

/// How many decimals show each of these amounts exactly.
fn needed(amounts: &[i64], size: i64) -> u32 {
    let exact = |places: &u32| {
        amounts
            .iter()
            .all(|it| it * 10_i64.pow(*places) % size == 0)
    };
    (0..=6)
        .find(exact)
        .expect("a đồng is a millionth of a million")
}

#[test]
fn page_print_and_workbook_show_each_amount_alike_in_every_unit() {
    let mut random = Random::new("amounts");
    for (step, unit, size, most) in [
        (1_000, "nghin_dong", 1_000, 3),
        (10_000, "trieu_dong", 1_000_000, 6),
        (1, "trieu_dong", 1_000_000, 6),
        (100, "trieu_dong", 1_000_000, 2),
        (1, "nghin_dong", 1_000, 0),
    ] {
        let lines = lines(&mut random, step);
        let exact = built(&lines, "don_vi_tinh: dong");
        let amounts: Vec<i64> = figures(&site(&exact)).iter().map(|it| amount(it)).collect();
        let total: i64 = estimate::lines(&exact.path().join("budgets/xa-mau.xlsx"))
            .iter()
            .map(|line| line.amount)
            .sum();
        assert_eq!(
            amounts.iter().max(),
            Some(&total),
            "the largest is the total"
        );

        let folder = built(&lines, &format!("don_vi_tinh: {unit}, so_le: {most}"));
        let site = site(&folder);
        let places = needed(&amounts, size).min(most);
        let expected = amounts.iter().map(|amount| written(*amount, size, places));
        let expected: Vec<String> = expected.collect();
        let seen = figures(&site);
        assert_eq!(seen, expected, "{unit} {most}");

        // The words are the figures.
        let html = fs::read_to_string(site.join("phu-luc-ii.html")).expect("a page");
        let text = page::text(&html);
        let exact = format!("Tổng kinh phí: {} đồng. Bằng chữ: ", estimate::shown(total));
        assert!(text.contains(&exact), "{exact}");
        let rounds = needed(&amounts, size) > most;
        assert_eq!(
            text.contains("được làm tròn riêng đến"),
            rounds,
            "{unit} {most}"
        );

        // Each figure is in the print, as often as on the pages.
        let mut words: BTreeMap<String, usize> = BTreeMap::new();
        for word in page::words(&site.join("ke-hoach.pdf")) {
            *words.entry(word.text).or_default() += 1;
        }
        let mut on_pages: BTreeMap<&String, usize> = BTreeMap::new();
        for figure in &seen {
            *on_pages.entry(figure).or_default() += 1;
        }
        for (figure, n) in on_pages {
            let printed = words.get(figure).copied().unwrap_or(0);
            assert!(printed >= n, "{figure}: {n} times, printed {printed}");
        }
        shown_as_on_the_pages(&site.join("du-toan.xlsx"), &site, &folder);
    }
}

#[test]
fn a_changed_line_moves_only_what_it_is_part_of() {
    let mut random = Random::new("edit");
    let mut lines = lines(&mut random, 10_000);
    let places = ["", ", so_le: 0", ", so_le: 1"];
    let all = |lines: &[String]| {
        let of = |funding: &str| figures(&site(&built(lines, funding)));
        let millions = places.map(|places| of(&format!("don_vi_tinh: trieu_dong{places}")));
        (of("don_vi_tinh: dong"), millions)
    };
    let before = all(&lines);
    let cells: Vec<&str> = lines[7].split('\t').collect();
    let price: i64 = cells[4].parse().expect("a price");
    let other = format!("\t{}\t", price + 4_170_000);
    lines[7] = lines[7].replace(&format!("\t{price}\t"), &other);
    let after = all(&lines);
    let mut n_moved = 0;
    for (index, (one, two)) in before.0.iter().zip(&after.0).enumerate() {
        n_moved += usize::from(one != two);
        for (before, after) in before.1.iter().zip(&after.1) {
            assert!(one != two || before[index] == after[index], "{one} moved");
        }
    }
    // A line counts in few of all figures.
    assert!((10..before.0.len() / 4).contains(&n_moved), "{n_moved}");
}
