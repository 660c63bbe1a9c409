//! The components: those of the official list, each with all its parts, no two alike, none that needs
//! what its commune cannot have.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;

use super::below;
use super::entries;
use super::needs;
use super::text;
use crate::support;

/// The headings of a component: what a plan says of it, and its guidance.
const IN_PLAN: [&str; 2] = ["Việc của xã", "Sản phẩm"];
const GUIDANCE: [&str; 5] = ["Nội dung", "Cách làm", "Bảo đảm", "Không làm", "Kết quả"];

#[test]
fn the_components_are_those_of_the_official_list() {
    let list = support::project().join("tests/official/components.tsv");
    let list = fs::read_to_string(list).expect("the official list");
    let official: BTreeSet<String> = list.lines().skip(1).map(str::to_owned).collect();
    let names: BTreeMap<&str, &str> = [
        ("HTS", "Hạ tầng số"),
        ("ANM", "An ninh mạng"),
        ("DL", "Dữ liệu"),
        ("NTL", "Nền tảng lõi"),
        ("ƯDCQS", "Ứng dụng phục vụ Chính quyền số"),
        ("NVCQS", "Hoạt động nghiệp vụ phục vụ Chính quyền số"),
        ("ƯDKTS", "Ứng dụng phục vụ Kinh tế số"),
        ("NVKTS", "Hoạt động nghiệp vụ phục vụ Kinh tế số"),
        ("ƯDXHS", "Ứng dụng phục vụ Xã hội số"),
        ("NVXHS", "Hoạt động nghiệp vụ phục vụ Xã hội số"),
        ("KTT", "Kênh tương tác"),
        ("ĐLHQ", "Đo lường hiệu quả"),
    ]
    .into();
    let entries = entries();
    let ours: BTreeSet<String> = below(&entries, "components/")
        .into_iter()
        .map(|entry| {
            [
                entry.text("ma"),
                &entry.front["lop"].as_u64().expect("a layer").to_string(),
                names[entry.text("nhom")],
                entry.text("cap"),
                text(&entry.front, "dia_ban").unwrap_or(""),
                entry.text("ten"),
            ]
            .join("\t")
        })
        .collect();
    assert_eq!(ours.len(), 170);
    assert_eq!(ours, official);
}

#[test]
fn every_component_has_its_parts_and_people_for_it() {
    for entry in below(&entries(), "components/") {
        let path = &entry.path;
        let body = format!("\n{}", entry.body);
        let parts: Vec<(&str, &str)> = body
            .split("\n## ")
            .skip(1)
            .map(|part| part.split_once('\n').expect("a text below the heading"))
            .collect();
        let headings: Vec<&str> = parts.iter().map(|(heading, _)| *heading).collect();
        assert_eq!(headings, [&IN_PLAN[..], &GUIDANCE].concat(), "{path}");
        for (heading, text) in parts {
            let n_words = text.split_whitespace().count();
            let usual = match heading {
                "Việc của xã" => 20..=70,
                "Sản phẩm" => 6..=40,
                _ => 8..=usize::MAX,
            };
            assert!(
                usual.contains(&n_words),
                "{path}: {heading} says {n_words} words"
            );
            // Figures of a plan are the commune's own.
            let has_digit = wording(text).contains(|letter: char| letter.is_ascii_digit());
            assert!(
                !(IN_PLAN.contains(&heading) && has_digit),
                "{path}: {heading}"
            );
        }
        let support = entry.codes("phoi_hop");
        assert!(!support.is_empty(), "{path}: nobody helps");
        assert!(
            !support.contains(&entry.text("chu_tri").to_owned()),
            "{path}"
        );
    }
}

/// A text as it is where all its conditions hold, without its placeholders.
fn wording(text: &str) -> String {
    let mut pieces = text.split("{{");
    let mut said = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").unwrap_or(("", piece));
        if name.trim() != "neu_khong" {
            said.push_str(rest);
        }
    }
    said
}

#[test]
fn no_two_components_say_the_same() {
    const RUN: usize = 10;
    let entries = entries();
    let mut said: BTreeMap<Vec<String>, &str> = BTreeMap::new();
    let mut shared: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for entry in below(&entries, "components/") {
        let prose: Vec<String> = wording(&entry.body)
            .lines()
            .filter(|line| !line.starts_with("## "))
            .flat_map(str::split_whitespace)
            .map(str::to_lowercase)
            .collect();
        let mut own = BTreeSet::new();
        for run in prose.windows(RUN) {
            if own.insert(run.to_vec()) {
                match said.get(run) {
                    Some(other) => *shared.entry((other, &entry.path)).or_default() += 1,
                    None => {
                        said.insert(run.to_vec(), &entry.path);
                    }
                }
            }
        }
    }
    let alike: Vec<_> = shared.iter().filter(|(_, count)| **count > 5).collect();
    assert!(alike.is_empty(), "runs of {RUN} words in common: {alike:?}");
}

#[test]
fn components_do_not_need_each_other_in_a_circle() {
    let entries = entries();
    let mut open: BTreeMap<String, BTreeSet<String>> = below(&entries, "components/")
        .into_iter()
        .map(|entry| {
            let needed = needs(entry).into_iter().flatten().collect();
            (entry.text("ma").to_owned(), needed)
        })
        .collect();
    assert!(open.values().map(BTreeSet::len).sum::<usize>() > 30);
    // What needs nothing that is still open is taken away until nothing can be.
    loop {
        let free: Vec<String> = open
            .iter()
            .filter(|(_, needed)| needed.iter().all(|code| !open.contains_key(code)))
            .map(|(code, _)| code.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        for code in free {
            open.remove(&code);
        }
    }
    assert!(open.is_empty(), "in a circle: {open:?}");
}

#[test]
fn a_component_of_one_terrain_needs_none_of_another() {
    let entries = entries();
    let components = below(&entries, "components/");
    let terrain: BTreeMap<&str, Option<&str>> = components
        .iter()
        .map(|entry| (entry.text("ma"), text(&entry.front, "dia_ban")))
        .collect();
    for entry in components {
        let own = terrain[entry.text("ma")];
        for need in needs(entry) {
            let met = need.iter().any(|code| {
                let its = terrain[code.as_str()];
                its.is_none() || its == own
            });
            assert!(met, "{} needs {need:?} of another terrain", entry.path);
        }
    }
}

/// A sentence names a component in a few words, and no two alike.
#[test]
fn each_component_has_a_short_name_of_its_own() {
    let entries = entries();
    let mut seen = BTreeSet::new();
    for entry in below(&entries, "components/") {
        let (code, name) = (entry.text("ma"), entry.text("ten_ngan"));
        let n_letters = name.chars().count();
        assert!((5..=34).contains(&n_letters), "{code}: {name}");
        assert!(name.contains(' '), "{code}: {name}");
        assert!(seen.insert(name.to_lowercase()), "{code}: {name} twice");
    }
    assert_eq!(seen.len(), 170);
}
