//! What the level of the province and that of the commune are called: in a city under the centre
//! nothing speaks of a province, in a phường nothing of a xã; and the sources of money beyond the form.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::archive;
use crate::page;
use crate::support;
use crate::support::Folder;

const TERRAINS: [&str; 3] = ["do_thi", "nong_thon", "mien_nui"];
const KINDS: [&str; 3] = ["xa", "phuong", "dac_khu"];

/// Sentences of the guidance in which another province is meant than the commune's own.
const OF_OTHERS: [(&str, &str); 1] = [("components/UDKTS11.md", "gửi đi tỉnh xa")];

/// Where a word stands in a text, with some of what is around it.
fn around(text: &str, word: &str, is_meant: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let places = text.match_indices(word).filter(|(at, _)| {
        let (before, behind) = (&text[..*at], &text[at + word.len()..]);
        let is_whole = !is_letter(before.chars().last()) && !is_letter(behind.chars().next());
        is_whole && is_meant(before, behind)
    });
    places
        .map(|(at, _)| {
            let before: Vec<char> = text[..at].chars().rev().take(40).collect();
            let before: String = before.into_iter().rev().collect();
            let behind: String = text[at..].chars().take(40).collect();
            format!("{before}{behind}")
        })
        .collect()
}

/// Where a text speaks of a province as such: not of the level as the law calls it ("cấp tỉnh"), nor of
/// provinces and cities in general.
fn provinces(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    around(&lower, "tỉnh", |before, behind| {
        let is_level = before.trim_end().ends_with("cấp");
        !is_level && !behind.starts_with(", thành phố")
    })
}

/// Where a text speaks of a city as such.
fn cities(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    around(&lower, "thành phố", |before, _| {
        !before.ends_with("tỉnh, ")
    })
}

/// The texts of a built plan: its pages, its print, the words of its workbook.
fn texts(folder: &Path, slug: &str) -> BTreeMap<String, String> {
    let site = folder.join("output/site").join(slug);
    let pages = support::files_below(&site).into_iter();
    let mut texts: BTreeMap<String, String> = pages
        .filter(|name| name.ends_with(".html"))
        .map(|name| {
            let html = fs::read_to_string(site.join(&name)).expect("a page");
            (name, page::text(&html))
        })
        .collect();
    let print = page::print_text(&site.join("ke-hoach.pdf"));
    texts.insert(
        "ke-hoach.pdf".to_owned(),
        print.split_whitespace().collect::<Vec<_>>().join(" "),
    );
    let book = fs::read(site.join("du-toan.xlsx")).expect("the workbook");
    let strings = archive::unpack(&book).into_iter();
    let strings = strings.filter(|(name, _)| name.ends_with("sharedStrings.xml"));
    for (name, bytes) in strings {
        texts.insert(name, String::from_utf8(bytes).expect("letters"));
    }
    assert!(texts.len() >= 14, "{:?}", texts.keys());
    texts
}

/// A folder with a plan of every kind and these terrains in a province or city.
fn plans(province: &str, terrains: &[&str]) -> (Folder, Vec<String>) {
    let folder = Folder::new();
    let mut slugs = Vec::new();
    for kind in KINDS {
        for terrain in terrains {
            let name = format!("Mẫu {terrain}").replace('_', " ");
            let run = support::xaso(
                folder.path(),
                &[
                    "new",
                    kind,
                    &name,
                    "--dia-ban",
                    terrain,
                    "--nam",
                    "2027",
                    "--tinh",
                    province,
                ],
            );
            assert!(run.status.success(), "{}", support::transcript(&run));
            slugs.push(format!("{kind}-mau-{terrain}").replace('_', "-"));
        }
    }
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    (folder, slugs)
}

#[test]
fn no_text_of_the_guidance_names_the_level_but_by_its_placeholder() {
    let content = support::project().join("content");
    let mut seen = 0;
    for name in support::files_below(&content) {
        let folders = [
            "components/",
            "objectives/",
            "tasks/",
            "sections/",
            "bodies/",
        ];
        if !folders.iter().any(|folder| name.starts_with(folder)) {
            continue;
        }
        let text = fs::read_to_string(content.join(&name)).expect("a file");
        let (front, body) = text[4..].split_once("\n---\n").expect("front matter");
        let named = front.lines().filter(|line| line.starts_with("ten:"));
        for text in named.chain([body]) {
            let found = provinces(text).into_iter().chain(cities(text));
            for found in found {
                let mut others = OF_OTHERS.iter();
                let is_other = others.any(|(file, words)| *file == name && found.contains(words));
                assert!(is_other, "{name}: {found}");
            }
        }
        seen += usize::from(body.contains("{{ xa.cap_tinh"));
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn in_a_city_no_plan_speaks_of_a_province() {
    let (folder, slugs) = plans("TP. Đà Nẵng", &TERRAINS);
    for slug in &slugs {
        let mut said = 0;
        for (name, text) in texts(folder.path(), slug) {
            let found = provinces(&text);
            assert!(found.is_empty(), "{slug} {name}: {found:#?}");
            said += text.matches("thành phố").count();
        }
        assert!(said > 50, "{slug}: {said}");
        let appendix = folder
            .path()
            .join(format!("output/site/{slug}/phu-luc-ii.html"));
        let appendix = page::text(&fs::read_to_string(appendix).expect("a page"));
        assert!(appendix.contains("Thành phố"), "{slug}");
    }
}

#[test]
fn in_a_province_no_plan_speaks_of_a_city() {
    let (folder, slugs) = plans("An Giang", &TERRAINS[1..2]);
    for slug in &slugs {
        for (name, text) in texts(folder.path(), slug) {
            let found = cities(&text);
            assert!(found.is_empty(), "{slug} {name}: {found:#?}");
        }
    }
}

#[test]
fn sources_beyond_the_form_are_counted_where_a_plan_uses_them() {
    let folder = Folder::sample_as_grid();
    let change = |name: &str, changes: &[(&str, &str)]| {
        let path = folder.path().join(name);
        let mut text = fs::read_to_string(&path).expect("a file of the sample");
        for (old, new) in changes {
            assert_eq!(text.matches(old).count(), 1, "{old}");
            text = text.replace(old, new);
        }
        fs::write(&path, text).expect("a file of the sample");
    };
    change(
        "content/communes/xa-mau.yaml",
        &[("tinh: tỉnh An Bình", "tinh: tp. Đà Nẵng")],
    );
    change(
        "budgets/xa-mau.grid",
        &[
            ("Đầu tư\t2027\tTỉnh", "Đầu tư\t2027\tNSTW"),
            (
                "14400000\tThuê hằng năm\t2028\tXã",
                "14400000\tThuê hằng năm\t2028\tVốn CTMTQG",
            ),
            (
                "1\t8000000\t8000000\tThuê dịch vụ\t2027\tXã",
                "1\t8000000\t8000000\tThuê dịch vụ\t2027\tNSTP",
            ),
            (
                "16000000\tThuê dịch vụ\t2027\tXã",
                "16000000\tXã hội hóa\t2027\tXHH",
            ),
        ],
    );
    support::grids_to_workbooks(folder.path());
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let site = folder.path().join("output/site/xa-mau");
    let read = |name: &str| fs::read_to_string(site.join(name)).expect("a page");
    let rows: Vec<String> = page::table(&read("phan-vi.html"), "theo-nguon")
        .iter()
        .map(|row| row.join(" "))
        .collect();
    assert_eq!(
        rows,
        [
            "Trung ương 30.000.000 - 30.000.000",
            "Chương trình mục tiêu quốc gia - 14.400.000 14.400.000",
            "Thành phố 8.000.000 - 8.000.000",
            "Xã - 8.000.000 8.000.000",
            "Các đơn vị tự thanh toán 11.020.000 - 11.020.000",
            "Xã hội hóa 16.000.000 - 16.000.000",
            "Tổng cộng 65.020.000 22.400.000 87.420.000",
        ]
    );
    let total = page::table(&read("phu-luc-ii.html"), "du-toan");
    let total = total.last().expect("the total");
    assert_eq!(
        total[2..15],
        [
            "73.020.000",
            "30.000.000",
            "16.000.000",
            "27.020.000",
            "14.400.000",
            "-",
            "14.400.000",
            "87.420.000",
            "30.000.000",
            "14.400.000",
            "8.000.000",
            "8.000.000",
            "11.020.000",
        ]
    );
    assert_eq!(total[15], "16.000.000");
}
