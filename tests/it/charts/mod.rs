//! The charts of the three communes and of made ones: what they show against sums from the workbooks;
//! that website and print draw the same.

mod svg;

use std::fs;
use std::path::Path;
use std::process::Command;

use roxmltree::Document;

use crate::estimate;
use crate::page;
use crate::plans;
use crate::plans::SLUGS;
use crate::support;
use crate::support::Folder;
pub(crate) use svg::bars;
pub(crate) use svg::drawings;
use svg::hold;
use svg::number;

/// What the two charts of spending must show, out of the cost lines.
fn spending(
    years: &[i32],
    lines: &[estimate::Line],
    commune: &'static str,
) -> [Vec<(String, String, i64)>; 2] {
    let sum = |keep: &dyn Fn(&estimate::Line) -> bool| -> i64 {
        lines
            .iter()
            .filter(|line| keep(line))
            .map(|line| line.amount)
            .sum()
    };
    let keys: [&[(&str, &str)]; 2] = [
        &[
            ("I", "Chính quyền số"),
            ("II", "Kinh tế số"),
            ("III", "Xã hội số"),
        ],
        &[
            ("Tỉnh", "Tỉnh"),
            ("Xã", commune),
            ("Tự thanh toán", "Các đơn vị tự thanh toán"),
        ],
    ];
    let has = |line: &estimate::Line, key: &str| {
        line.row.split('.').next() == Some(key) || line.source == key
    };
    keys.map(|keys| {
        let years = years.iter().flat_map(|year| {
            let group = format!("Năm {year}");
            let total = (
                group.clone(),
                "Tổng cộng".to_owned(),
                sum(&|line| line.year == *year),
            );
            let parts = keys.iter().map(move |(key, name)| {
                let amount = sum(&|line| line.year == *year && has(line, key));
                (group.clone(), (*name).to_owned(), amount)
            });
            std::iter::once(total).chain(parts)
        });
        years.collect()
    })
}

#[test]
fn bars_figures_and_words_say_what_the_workbooks_say() {
    for slug in SLUGS {
        let workbook = support::project().join(format!("budgets/{slug}.xlsx"));
        let expected = spending(
            &[2027, 2028],
            &estimate::lines(&workbook),
            plans::commune_column(slug),
        );
        for name in ["phan-vi.html", "index.html"] {
            let html = fs::read_to_string(plans::site().join(slug).join(name)).expect("a page");
            let drawings = drawings(&html);
            assert!(drawings.len() >= 2, "{slug}: {name}");
            for (drawing, expected) in drawings.iter().zip(&expected) {
                hold(drawing, expected, &format!("{slug}/{name}"));
            }
        }
    }
}

#[test]
fn renting_and_buying_are_reckoned_year_by_year() {
    // Number, price, upkeep and rent as the profiles say; the year in which both are even, or none, as worked
    // out by hand.
    for (slug, items) in [
        (
            "xa-minh-son-ha",
            vec![
                (22, 15_900_000, 350_000, 5_400_000, "Mua", 4),
                (1, 78_000_000, 2_500_000, 21_600_000, "Mua", 5),
                (16, 21_800_000, 800_000, 6_000_000, "Mua", 5),
                (13, 14_500_000, 600_000, 4_200_000, "Mua", 5),
            ],
        ),
        (
            "phuong-hung-thinh-dong",
            vec![
                (21, 16_200_000, 350_000, 5_400_000, "Mua", 4),
                (40, 12_500_000, 3_200_000, 5_040_000, "Thuê", 0),
                (20, 22_500_000, 800_000, 6_300_000, "Mua", 5),
            ],
        ),
    ] {
        let html =
            fs::read_to_string(plans::site().join(slug).join("phu-luc-ii.html")).expect("a page");
        let drawings = drawings(&html);
        assert_eq!(drawings.len(), items.len(), "{slug}");
        for (index, (quantity, price, upkeep, rent, chosen, even)) in items.into_iter().enumerate()
        {
            let buying: Vec<i64> = (1..=5)
                .map(|year| quantity * (price + year * upkeep))
                .collect();
            let renting: Vec<i64> = (1..=5).map(|year| quantity * year * rent).collect();
            let mark = |way: &str| {
                if way == chosen {
                    format!("{way} (được chọn)")
                } else {
                    way.to_owned()
                }
            };
            let expected: Vec<(String, String, i64)> = (0..5)
                .flat_map(|year| {
                    let mark_of_year = if year + 1 == even {
                        " (hòa vốn)"
                    } else {
                        ""
                    };
                    let group = format!("Năm thứ {}{mark_of_year}", year + 1);
                    [
                        (group.clone(), mark("Mua"), buying[year]),
                        (group, mark("Thuê"), renting[year]),
                    ]
                })
                .collect();
            hold(drawings[index], &expected, slug);
            let rows = page::table(&html, &format!("thue-hay-mua-{}", index + 1));
            assert_eq!(rows.len(), 2, "{slug}");
            for (row, costs) in rows.iter().zip([&buying, &renting]) {
                let costs: Vec<String> = costs.iter().map(|cost| estimate::shown(*cost)).collect();
                assert_eq!(row[1..], costs, "{slug}: {}", row[0]);
            }
            let (bought, rented) = (buying[4], renting[4]);
            let sentence = format!(
                "Sau năm năm, chi phí mua là {} đồng, chi phí thuê là {} đồng, {} tiết kiệm {} đồng; ",
                estimate::shown(bought),
                estimate::shown(rented),
                if bought < rented { "mua" } else { "thuê" },
                estimate::shown((bought - rented).abs())
            );
            let year = if chosen == "Mua" {
                format!(
                    "mua hòa vốn vào cuối năm thứ {even}, khi tổng tiền thuê bằng hoặc vượt tổng chi phí mua"
                )
            } else {
                "trong năm năm, mua chưa hòa vốn, tổng tiền thuê luôn thấp hơn tổng chi phí mua"
                    .to_owned()
            };
            let sentence = format!(
                "{sentence}{year}. Kế hoạch chọn {}. Lý do: ",
                chosen.to_lowercase()
            );
            assert!(page::text(&html).contains(&sentence), "{slug}: {sentence}");
            let print = page::print_text(&plans::site().join(slug).join("ke-hoach.pdf"));
            assert!(
                print.contains(&page::squeeze(&sentence)),
                "{slug}: {sentence}"
            );
        }
    }
}

/// What qpdf says of a print; `-` is where it writes to, where it writes.
fn inspect(arguments: &[&str], print: &Path, to: &[&str]) -> String {
    let mut command = Command::new("qpdf");
    let output = command.args(arguments).arg(print).args(to).output();
    let output = output.expect("qpdf, which tests/run installs");
    assert!(output.status.success(), "{}", support::transcript(&output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn website_and_print_draw_the_same() {
    for slug in SLUGS {
        let folder = plans::site().join(slug);
        let html = fs::read_to_string(folder.join("phan-vi.html")).expect("a page");
        let print = folder.join("ke-hoach.pdf");
        let text = page::print_text(&print);
        let drawn = inspect(&["--qdf", "--object-streams=disable"], &print, &["-"]);
        let described = inspect(&["--json", "--json-key=qpdf"], &print, &[]);
        let mut from = 0;
        // Of the charts the print has that of the pillars; the tables have the figures of all.
        for drawing in drawings(&html).into_iter().take(1) {
            let document = Document::parse(drawing).expect("XML");
            let children = || document.root_element().children();
            // Every text, in the order in which it is drawn.
            let texts = children().filter(|node| node.has_tag_name("text"));
            let texts: String = texts.filter_map(|node| node.text()).collect();
            assert!(text.contains(&page::squeeze(&texts)), "{slug}: {texts}");
            // Every bar, by the corners that it has in the drawing.
            for bar in children().filter(|node| node.has_tag_name("rect")) {
                let (x, y) = (number(bar, "x"), number(bar, "y"));
                let (right, bottom) = (x + number(bar, "width"), y + number(bar, "height"));
                let path = format!("{x} {y} m {right} {y} l {right} {bottom} l {x} {bottom} l");
                let place = drawn[from..].find(&path);
                from += place.unwrap_or_else(|| panic!("{slug}: the print lacks {path}"));
            }
            let description = children().find(|node| node.has_tag_name("desc"));
            let description = description.and_then(|node| node.text()).expect("words");
            let alternative = format!("\"/Alt\": \"u:{description}\"");
            assert!(described.contains(&alternative), "{slug}: {description}");
        }
        assert!(!drawn.contains("/SMask /"), "{slug}: transparency");
    }
}

/// A cost: year, row, source, amount.
type Cost = (i32, &'static str, &'static str, i64);

/// A commune of these years that spends these amounts.
fn commune(years: &[i32], costs: &[Cost]) -> Folder {
    let folder = Folder::new();
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    let arguments = [
        "new",
        "xa",
        "Mẫu",
        "--dia-ban",
        "nong_thon",
        "--nam",
        &years.join(","),
    ];
    let run = support::xaso(folder.path(), &arguments);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let budgets = folder.path().join("budgets");
    fs::remove_file(budgets.join("xa-mau.xlsx")).expect("the workbook to be filled in");
    let mut grid =
        "Dòng\tNội dung chi\tĐơn vị tính\tSố lượng\tĐơn giá (đồng)\tLoại chi phí\tNăm\tNguồn kinh phí\n"
            .to_owned();
    for (year, row, source, amount) in costs {
        let line =
            format!("{row}\tKhoản chi của {row}\tgói\t1\t{amount}\tĐầu tư\t{year}\t{source}\n");
        grid.push_str(&line);
    }
    fs::write(budgets.join("xa-mau.grid"), grid).expect("a grid");
    support::grids_to_workbooks(folder.path());
    folder
}

#[test]
fn one_year_to_five_of_nothing_little_and_much_are_drawn() {
    const HUGE: i64 = 900_000_000_000_000;
    let cases: [(&str, &[i32], &[Cost]); 5] = [
        ("one year, one amount", &[2027], &[(2027, "I.1.8", "Xã", 1)]),
        (
            "one huge, many small",
            &[2027, 2028, 2029, 2030, 2031],
            &[
                (2027, "I.1.8", "Tỉnh", HUGE),
                (2027, "II.1", "Xã", 1),
                (2028, "III.3", "Tự thanh toán", 1_000),
                (2029, "I.1.8", "Xã", 7_500_000),
                (2030, "II.1", "Tự thanh toán", 12_345_678_901),
                (2031, "III.3", "Xã", 999_999),
            ],
        ),
        (
            "a year and a pillar of nothing",
            &[2027, 2028, 2029],
            &[
                (2027, "I.1.8", "Xã", 4_999_999),
                (2029, "III.3", "Xã", 5_000_000),
            ],
        ),
        (
            "all alike, near the end of the axis",
            &[2027, 2028, 2029, 2030],
            &[
                (2027, "I.1.8", "Xã", 1_999_999_999),
                (2028, "II.1", "Tỉnh", 1_999_999_999),
                (2029, "III.3", "Tự thanh toán", 2_000_000_000),
                (2030, "I.1.8", "Xã", 1_999_999_999),
            ],
        ),
        ("nothing at all", &[2027], &[]),
    ];
    for (what, years, costs) in cases {
        let folder = commune(years, costs);
        let run = support::xaso(folder.path(), &["build"]);
        assert!(
            run.status.success(),
            "{what}: {}",
            support::transcript(&run)
        );
        let page = folder.path().join("output/site/xa-mau/phan-vi.html");
        let html = fs::read_to_string(page).expect("a page");
        let drawings = drawings(&html);
        let lines: Vec<estimate::Line> = costs
            .iter()
            .map(|(year, row, source, amount)| estimate::Line {
                row: (*row).to_owned(),
                component: String::new(),
                kind: "Đầu tư".to_owned(),
                year: *year,
                source: (*source).to_owned(),
                amount: *amount,
            })
            .collect();
        assert_eq!(
            drawings.len(),
            if costs.is_empty() { 0 } else { 2 },
            "{what}"
        );
        for (drawing, expected) in drawings.iter().zip(&spending(years, &lines, "Xã")) {
            hold(drawing, expected, what);
        }
    }
}

#[test]
fn what_a_profile_holds_is_text_in_a_drawing() {
    let folder = commune(&[2027], &[(2027, "I.1.8", "Xã", 1)]);
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(&path).expect("the profile");
    let item = "thue_hay_mua:\n  - {ten: '<script>&\"]]></svg>', thanh_phan: HTS8, so_luong: 1, mua: 9, bao_duong: 0, thue: 3, chon: mua, ly_do: Dùng lâu}\n\nnguoi_ky:";
    fs::write(&path, profile.replacen("nguoi_ky:", item, 1)).expect("the profile, changed");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let page = folder.path().join("output/site/xa-mau/phu-luc-ii.html");
    let html = fs::read_to_string(page).expect("a page");
    assert!(!html.contains("<script"), "active content");
    let drawings = drawings(&html);
    let document = Document::parse(drawings.last().expect("a drawing")).expect("XML");
    let title = document
        .descendants()
        .find(|node| node.has_tag_name("title"));
    let title = title.and_then(|node| node.text()).expect("a title");
    assert!(title.ends_with("<script>&\"]]></svg> (đồng)"), "{title}");
}
