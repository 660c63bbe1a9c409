//! Lists that people read stand in the order of the Vietnamese alphabet, not in that of the names of files.

use std::fs;

use crate::support;
use crate::support::Folder;

/// Communes whose files, named without marks, stand in another order.
const COMMUNES: [&str; 9] = [
    "Dân Chủ",
    "Duy Tiên",
    "Đắk Mar",
    "Đông Anh",
    "Óc Eo",
    "Ô Lâm",
    "Ơn Lộc",
    "Ung Thượng",
    "Ứng Hòa",
];

/// A folder with these communes, the sample under other names; their files are named by numbers that run
/// the other way.
fn with_communes(names: &[&str]) -> Folder {
    let folder = Folder::sample();
    let [profiles, budgets] = ["content/communes", "budgets"].map(|path| folder.path().join(path));
    let profile = fs::read_to_string(profiles.join("xa-mau.yaml")).expect("the profile");
    for (number, name) in names.iter().rev().enumerate() {
        let text = profile.replacen("ten: Mẫu", &format!("ten: {name}"), 1);
        fs::write(profiles.join(format!("xa-{number}.yaml")), text).expect("a profile");
        let estimate = budgets.join(format!("xa-{number}.xlsx"));
        fs::copy(budgets.join("xa-mau.xlsx"), estimate).expect("an estimate");
    }
    fs::remove_file(profiles.join("xa-mau.yaml")).expect("the profile has served");
    folder
}

/// In which order some names stand in a text.
fn order<'a>(names: &[&'a str], text: &str) -> Vec<&'a str> {
    let mut found: Vec<_> = names.iter().map(|name| (text.find(name), *name)).collect();
    found.sort_unstable();
    assert!(
        found.iter().all(|(at, _)| at.is_some()),
        "{found:?} in {text}"
    );
    found.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn communes_are_listed_by_name() {
    let folder = with_communes(&COMMUNES);
    let run = support::xaso(folder.path(), &["list", "communes"]);
    let listed = String::from_utf8(run.stdout).expect("UTF-8");
    assert_eq!(order(&COMMUNES, &listed), COMMUNES);
}

#[test]
fn the_first_page_shows_the_plans_by_name() {
    let names = ["Dân Chủ", "Đắk Mar", "Ơn Lộc"];
    let folder = with_communes(&names);
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let page = folder.path().join("output/site/index.html");
    let page = fs::read_to_string(page).expect("the first page");
    assert_eq!(order(&names, &page), names);
    let told = String::from_utf8(run.stdout).expect("UTF-8");
    assert_eq!(order(&names, &told), names);
}

#[test]
fn registers_are_listed_by_name() {
    let folder = Folder::sample();
    for (what, names) in [
        (
            "bodies",
            [
                "Ban Chỉ đạo",
                "Các thôn",
                "Công an",
                "Tổ công nghệ",
                "Ủy ban Mặt trận",
            ],
        ),
        (
            "laws",
            [
                "Luật số 91/2025",
                "Luật số 116/2025",
                "Nghị định số 224/2026",
                "Nghị quyết số 57-NQ/TW",
                "Quyết định số 21/2026",
            ],
        ),
    ] {
        let run = support::xaso(folder.path(), &["list", what]);
        let listed = String::from_utf8(run.stdout).expect("UTF-8");
        assert_eq!(order(&names, &listed), names, "{what}");
    }
}
