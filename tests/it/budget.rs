//! Phụ lục II as a reader sees it: the summary by pillar, the totals in words, amounts in millions,
//! the column of the district. The figures are worked out by hand.

use std::fs;

use crate::charts;
use crate::page;
use crate::support;
use crate::support::Folder;
use crate::xlsx;

/// Builds the small sample with other cells in its grid and more in its profile.
fn built(cells: &[(&str, &str)], more: &str) -> Folder {
    let folder = Folder::sample_as_grid();
    let grid = folder.path().join("budgets/xa-mau.grid");
    let mut text = fs::read_to_string(&grid).expect("the grid");
    for (old, new) in cells {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text = text.replace(old, new);
    }
    fs::write(&grid, text).expect("another grid");
    support::grids_to_workbooks(folder.path());
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    fs::write(&profile, format!("{text}\n{more}\n")).expect("the profile, changed");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder
}

fn pages_of(folder: &Folder, names: [&str; 2]) -> [String; 2] {
    let site = folder.path().join("output/site/xa-mau");
    names.map(|name| fs::read_to_string(site.join(name)).expect("a page"))
}

/// 30,4; 11,4; 8,4 and 16,4 million in 2027, 8 and 14,4 million in 2028.
const FRACTIONS: [(&str, &str); 5] = [
    ("15000000\t30000000", "15200000\t30400000"),
    ("290000\t11020000", "300000\t11400000"),
    ("1\t8000000\t8000000", "1\t8400000\t8400000"),
    ("8000000\t16000000", "8200000\t16400000"),
    ("87420000", "89000000"),
];

/// Builds the small sample with these amounts in a unit.
fn in_unit(unit: &str) -> Folder {
    built(&FRACTIONS, &format!("kinh_phi: {{don_vi_tinh: {unit}}}"))
}

/// The cells of a table's rows behind the first `skip` ones, parted by white space.
fn rows(html: &str, table: &str, skip: usize) -> Vec<String> {
    let rows = page::table(html, table);
    rows.iter().map(|row| row[skip..].join(" ")).collect()
}

#[test]
fn millions_have_the_decimals_that_they_need_and_the_words_say_the_same() {
    let folder = in_unit("trieu_dong");
    let [appendix, part] = pages_of(&folder, ["phu-luc-ii.html", "phan-vi.html"]);
    assert_eq!(
        rows(&appendix, "tong-hop-2027", 2),
        [
            "50,2 30,4 - 19,8 - - - 50,2 30,4 8,4 11,4 ",
            "- - - - - - - - - - - ",
            "16,4 - - 16,4 - - - 16,4 - 16,4 - ",
            "66,6 30,4 - 36,2 - - - 66,6 30,4 24,8 11,4 ",
        ]
    );
    assert_eq!(
        rows(&appendix, "tong-hop-2028", 2),
        [
            "- - - - 14,4 - 14,4 14,4 - 14,4 - ",
            "8,0 - - 8,0 - - - 8,0 - 8,0 - ",
            "- - - - - - - - - - - ",
            "8,0 - - 8,0 14,4 - 14,4 22,4 - 22,4 - ",
        ]
    );
    assert_eq!(
        rows(&appendix, "tong-hop", 2),
        [
            "50,2 30,4 - 19,8 14,4 - 14,4 64,6 30,4 22,8 11,4 ",
            "8,0 - - 8,0 - - - 8,0 - 8,0 - ",
            "16,4 - - 16,4 - - - 16,4 - 16,4 - ",
            "74,6 30,4 - 44,2 14,4 - 14,4 89,0 30,4 47,2 11,4 ",
        ]
    );
    let details = rows(&appendix, "du-toan-2027", 1);
    assert!(details.contains(&"Đào tạo, tập huấn 8,4 - - 8,4 - - - 8,4 - 8,4 - ".to_owned()));
    let text = page::text(&appendix);
    for sentence in [
        "Tổng kinh phí: 66.600.000 đồng. Bằng chữ: Sáu mươi sáu triệu sáu trăm nghìn đồng.",
        "Tổng kinh phí: 22.400.000 đồng. Bằng chữ: Hai mươi hai triệu bốn trăm nghìn đồng.",
        "Tổng kinh phí: 89.000.000 đồng. Bằng chữ: Tám mươi chín triệu đồng.",
        "Đơn vị tính: triệu đồng",
        "30.400.000",
    ] {
        assert!(text.contains(sentence), "{sentence}");
    }
    assert!(!text.contains("làm tròn"));
    for table in ["theo-tru-cot", "theo-nguon", "theo-giai-doan"] {
        let rows = rows(&part, table, 1);
        let total = rows.last().map(String::as_str);
        assert_eq!(total, Some("66,6 22,4 89,0"), "{table}");
    }
    // A chart bears the figures of the table above it.
    let drawings = charts::drawings(&part);
    for (table, drawing) in ["theo-tru-cot", "theo-nguon"].into_iter().zip(drawings) {
        assert!(drawing.contains("(triệu đồng)</title>"), "{table}");
        let mut rows = page::table(&part, table);
        rows.rotate_right(1);
        let document = roxmltree::Document::parse(drawing).expect("XML");
        let bars = charts::bars(&document);
        assert_eq!(bars.len(), 2 * rows.len(), "{table}");
        for (place, bar) in bars.iter().enumerate() {
            let row = &rows[place % rows.len()];
            let figure = row[1 + place / rows.len()].replace('-', "0,0");
            assert_eq!(
                (&bar.name, &bar.figure),
                (&row[0], &figure),
                "{}",
                bar.group
            );
        }
    }
}

#[test]
fn fewer_decimals_than_are_needed_are_told_of_and_each_figure_is_rounded_by_itself() {
    let folder = in_unit("trieu_dong, so_le: 0");
    let [appendix, part] = pages_of(&folder, ["phu-luc-ii.html", "phan-vi.html"]);
    // 50,2 = 30,4 + 11,4 + 8,4; 36,2 = 19,8 + 16,4.
    assert_eq!(
        rows(&appendix, "tong-hop-2027", 2),
        [
            "50 30 - 20 - - - 50 30 8 11 ",
            "- - - - - - - - - - - ",
            "16 - - 16 - - - 16 - 16 - ",
            "67 30 - 36 - - - 67 30 25 11 ",
        ]
    );
    for (page, n_tables) in [(appendix, 3), (part, 1)] {
        let text = page::text(&page);
        let note = "Mỗi số trong bảng được làm tròn riêng đến 1 triệu đồng";
        assert_eq!(text.matches(note).count(), n_tables);
        let exact = "Tổng kinh phí: 89.000.000 đồng. Bằng chữ: Tám mươi chín triệu đồng.";
        assert!(text.contains(exact));
    }
}

#[test]
fn money_spent_after_a_phase_is_said_to_be_counted_in_it() {
    const NOTE: &str = "được tính vào giai đoạn triển khai thành phần đó, kể cả bảo dưỡng, thuê hằng năm của các năm sau";
    // The line of HTS7, whose phase ends in 2027, is rented in 2028; then all is spent in 2027.
    for (year, is_noted) in [("2028", true), ("2027", false)] {
        let folder = Folder::sample_as_grid();
        let grid = folder.path().join("budgets/xa-mau.grid");
        let text = fs::read_to_string(&grid).expect("the grid");
        let text = text.replace("\t2028\t", &format!("\t{year}\t"));
        fs::write(&grid, text).expect("another grid");
        support::grids_to_workbooks(folder.path());
        let run = support::xaso(folder.path(), &["build"]);
        assert!(run.status.success(), "{}", support::transcript(&run));
        let page = folder.path().join("output/site/xa-mau/phan-vi.html");
        let page = page::text(&fs::read_to_string(page).expect("a page"));
        assert_eq!(page.contains(NOTE), is_noted, "{year}");
    }
}

#[test]
fn the_district_has_its_own_column_where_it_pays() {
    let cells = [("2027\tTự thanh toán", "2027\tHuyện")];
    let folder = built(&cells, "cap_huyen: true");
    let [appendix, part] = pages_of(&folder, ["phu-luc-ii.html", "phan-vi.html"]);
    // First: total and three kinds; a year: total and two; allocated: total, tỉnh, huyện, xã, tự.
    let expected = [
        (
            "tong-hop-2027",
            "65.020.000 30.000.000 - 35.020.000 - - - \
             65.020.000 30.000.000 11.020.000 24.000.000 - ",
        ),
        (
            "tong-hop-2028",
            "8.000.000 - - 8.000.000 14.400.000 - 14.400.000 22.400.000 - - 22.400.000 - ",
        ),
        (
            "tong-hop",
            "73.020.000 30.000.000 - 43.020.000 14.400.000 - 14.400.000 \
             87.420.000 30.000.000 11.020.000 46.400.000 - ",
        ),
    ];
    let workbook = folder.path().join("output/site/xa-mau/du-toan.xlsx");
    let again = xlsx::recalculated(&workbook, "xlsx", &folder);
    for (table, total) in expected {
        let rows = rows(&appendix, table, 2);
        assert_eq!(rows.last().map(String::as_str), Some(total), "{table}");
        let sheet = match table.rsplit('-').next() {
            Some(year) if year.starts_with("20") => format!("Phụ lục II - Năm {year}"),
            _ => "Phụ lục II".to_owned(),
        };
        for path in [&workbook, &again] {
            let cells = xlsx::cells(path, &sheet);
            let last = cells.last().expect("a total");
            let amounts = xlsx::amounts(&last[2..14]).join(" ");
            assert_eq!(amounts, total.trim_end(), "{sheet}");
            // The row of what the district pays for.
            let row = cells.iter().find(|row| row[0] == "3").expect("I.3");
            let own = if table.ends_with("2028") {
                "-"
            } else {
                "11.020.000"
            };
            assert_eq!(xlsx::amounts(&row[11..12]), [own], "{sheet}");
        }
    }
    let sources = [
        "Tỉnh 30.000.000 - 30.000.000",
        "Huyện 11.020.000 - 11.020.000",
        "Xã 24.000.000 22.400.000 46.400.000",
        "Các đơn vị tự thanh toán - - -",
        "Tổng cộng 65.020.000 22.400.000 87.420.000",
    ];
    assert_eq!(rows(&part, "theo-nguon", 0), sources);
}

#[test]
fn in_dong_nothing_is_rounded_and_each_table_has_its_total_in_words() {
    let folder = in_unit("dong");
    let [appendix, components] = pages_of(&folder, ["phu-luc-ii.html", "phu-luc-iv.html"]);
    let totals = rows(&appendix, "tong-hop-2027", 2);
    let expected =
        "66.600.000 30.400.000 - 36.200.000 - - - 66.600.000 30.400.000 24.800.000 11.400.000 ";
    assert_eq!(totals.last().map(String::as_str), Some(expected));
    let text = page::text(&appendix);
    let counted = |words: &str| text.matches(words).count();
    assert_eq!(
        counted("Bằng chữ: Sáu mươi sáu triệu sáu trăm nghìn đồng."),
        2
    );
    assert_eq!(
        counted("Bằng chữ: Hai mươi hai triệu bốn trăm nghìn đồng."),
        2
    );
    assert_eq!(counted("Bằng chữ: Tám mươi chín triệu đồng."), 2);
    assert_eq!(counted("làm tròn"), 0);
    // What is spent on components, and all together.
    let costs = page::table(&components, "thanh-phan");
    let last = costs.last().expect("a total");
    assert_eq!((&*last[2], &*last[7]), ("TỔNG CỘNG", "89.000.000"));
}

/// Estimates of five years, each of whose lines costs so many đồng, as a print.
fn print(cost: i64) -> Vec<page::Word> {
    let folder = Folder::new();
    let years = ["--nam", "2026,2027,2028,2029,2030"];
    let arguments = [
        &["new", "xa", "Mẫu", "--dia-ban", "nong_thon"][..],
        &years[..],
    ];
    let run = support::xaso(folder.path(), &arguments.concat());
    assert!(run.status.success(), "{}", support::transcript(&run));
    let kinds = [
        ("I.1.8", "Đầu tư", "Tỉnh"),
        ("I.1.2", "Bảo dưỡng", "Xã"),
        ("I.1.2", "Thuê hằng năm", "Xã"),
        ("II.1", "Xã hội hóa", "Tự thanh toán"),
        ("III.1.1", "Thuê dịch vụ", "Tỉnh"),
    ];
    let mut estimate = "du_toan:\n".to_owned();
    for year in 2026..=2030 {
        for (row, kind, source) in kinds {
            estimate += &format!(
                "  - {{dong: {row}, noi_dung: Thiết bị, don_vi: bộ, so_luong: 1, don_gia: {cost}, \
                 loai: {kind}, nam: {year}, nguon: {source}}}\n"
            );
        }
    }
    let budget = folder.path().join("budgets/xa-mau.xlsx");
    fs::remove_file(&budget).expect("the workbook to fill in");
    fs::write(budget.with_extension("yaml"), estimate).expect("an estimate");
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    let item = format!(
        "thue_hay_mua:\n  - {{ten: Máy, thanh_phan: HTS8, so_luong: 10, mua: {cost}, bao_duong: {cost}, \
         thue: {cost}, chon: thue, ly_do: Rẻ hơn}}\n"
    );
    fs::write(&profile, format!("{text}\n{item}")).expect("a profile");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    page::words(&folder.path().join("output/site/xa-mau/ke-hoach.pdf"))
}

/// The right margin of an upright page, in pt; that of one which lies is wider.
const MARGIN: f64 = 42.5;

#[test]
fn large_figures_neither_run_into_each_other_nor_over_the_margin() {
    // The least space of two figures beside each other: both cells' insets, a little less.
    let least = 2.5;
    for (cost, total) in [
        (123_456_789_012, "3.086.419.725.300"),
        (9_123_456_789_012, "228.086.419.725.300"),
    ] {
        let words = print(cost);
        let is_figure = |word: &&page::Word| {
            let mut letters = word.text.chars();
            word.text.len() > 12
                && word
                    .text
                    .starts_with(|letter: char| letter.is_ascii_digit())
                && letters.all(|letter| letter == '.' || letter.is_ascii_digit())
        };
        let figures: Vec<_> = words.iter().filter(is_figure).collect();
        assert!(figures.iter().any(|word| word.text == total), "{total}");
        assert!(figures.len() > 300, "{}", figures.len());
        for (index, word) in figures.iter().enumerate() {
            // None is larger; what is longer is two that touch.
            assert!(word.text.len() <= total.len(), "{word:?}");
            assert!(word.right < word.page_width - MARGIN, "{word:?}");
            let others = figures[index + 1..].iter();
            let mut beside = others
                .take_while(|other| other.page == word.page)
                .filter(|other| (other.top - word.top).abs() < 1.0);
            let clash = beside
                .find(|other| other.left < word.right + least && word.left < other.right + least);
            assert!(clash.is_none(), "{word:?} {clash:?}");
        }
    }
}
