//! Where a commune has the guidance printed: beside the plan, in it, or nowhere.

use std::fs;
use std::path::PathBuf;

use crate::page;
use crate::support;
use crate::support::Folder;

/// What stands in the guidance of each component of the catalogue and nowhere in a plan.
const AVOID: &str = "Những việc không được làm:";

/// The pages of the sample that has the guidance printed so.
fn built(addition: &str) -> (Folder, PathBuf) {
    let folder = Folder::sample();
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    fs::write(&profile, format!("{}\n{addition}", text.trim_end())).expect("the profile");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let site = folder.path().join("output/site/xa-mau");
    (folder, site)
}

/// How often the guidance is in the print of the plan, in that of its own, and on all pages.
fn counted(addition: &str) -> (usize, Option<usize>, usize) {
    let (_folder, site) = built(addition);
    let avoid = page::squeeze(AVOID);
    let in_print = |name: &str| {
        let path = site.join(name);
        let is_there = path.exists();
        is_there.then(|| page::print_text(&path).matches(&avoid).count())
    };
    let pages = fs::read_dir(&site).expect("the pages").map(|entry| {
        let path = entry.expect("a file").path();
        let is_page = path.extension().is_some_and(|it| it == "html");
        match is_page {
            true => fs::read_to_string(path)
                .expect("a page")
                .matches(AVOID)
                .count(),
            false => 0,
        }
    });
    let plan = in_print("ke-hoach.pdf").expect("the plan");
    (plan, in_print("huong-dan.pdf"), pages.sum())
}

#[test]
fn the_guidance_is_printed_where_the_commune_says() {
    let (plan, own, pages) = counted("");
    let all = own.expect("a paper of its own");
    assert!(all > 3);
    assert_eq!((plan, pages), (0, all));
    let own_paper = "ban_in: {huong_dan: tai_lieu_rieng}\n";
    assert_eq!(counted(own_paper), (0, Some(all), all));
    assert_eq!(counted("ban_in: {huong_dan: phu_luc}\n"), (all, None, all));
    assert_eq!(counted("ban_in: {huong_dan: khong}\n"), (0, None, 0));
}

#[test]
fn as_an_appendix_it_is_the_last_and_named_in_the_contents() {
    let (_folder, site) = built("ban_in: {huong_dan: phu_luc}\n");
    let pages = page::pages(&site.join("ke-hoach.pdf"));
    let heading = page::squeeze("Phụ lục VII HƯỚNG DẪN THỰC HIỆN");
    let begin = pages.iter().position(|page| page.starts_with(&heading));
    let begin = begin.expect("the appendix");
    let avoid = page::squeeze(AVOID);
    assert!(pages[..begin].iter().all(|page| !page.contains(&avoid)));
    assert!(pages[begin..].iter().any(|page| page.contains(&avoid)));
    let contents = page::squeeze("Phụ lục VII. Hướng dẫn thực hiện");
    assert!(pages[0].contains(&contents));
    let overview = fs::read_to_string(site.join("index.html")).expect("a page");
    assert!(overview.contains("href=\"phu-luc-vii.html\""));
    assert!(!overview.contains("huong-dan"));
}
