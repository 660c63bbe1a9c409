//! How long a plan is: who signs it reads the body, and the appendices are for those who carry it out.

use std::path::Path;

use super::SLUGS;
use super::site;
use crate::page;
use crate::support;
use crate::support::Folder;

/// The most pages of a body, and of a plan with its appendices.
const MOST_OF_BODY: usize = 20;
const MOST: usize = 45;

/// The pages before the first appendix, and all.
fn pages(print: &Path) -> (usize, usize) {
    let pages = page::pages(print);
    let first = page::squeeze("Phụ lục I KẾ HOẠCH TRIỂN KHAI CÁC HẠNG MỤC");
    let body = pages.iter().position(|page| page.starts_with(&first));
    (body.expect("the first appendix"), pages.len())
}

#[test]
fn a_plan_is_as_long_as_one_who_signs_it_reads() {
    let mut shortest = MOST_OF_BODY;
    for slug in SLUGS {
        let (body, all) = pages(&site().join(slug).join("ke-hoach.pdf"));
        assert!(body <= MOST_OF_BODY, "{slug}: {body} pages");
        assert!(all <= MOST, "{slug}: {all} pages with the appendices");
        shortest = shortest.min(body);
    }
    let folder = Folder::new();
    let run = support::xaso(
        folder.path(),
        &["new", "xa", "Mẫu", "--dia-ban", "nong_thon"],
    );
    assert!(run.status.success(), "{}", support::transcript(&run));
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let print = folder.path().join("output/site/xa-mau/ke-hoach.pdf");
    let (body, all) = pages(&print);
    assert!(body < shortest && all < MOST, "{body} of {all} pages");
}

#[test]
fn the_table_of_contents_tells_the_pages_of_the_parts() {
    for slug in SLUGS {
        let pages = page::pages(&site().join(slug).join("ke-hoach.pdf"));
        for (number, title) in [
            ("I", "Căn cứ lập kế hoạch"),
            ("IV", "Nhiệm vụ, giải pháp"),
            ("VIII", "Tổ chức thực hiện"),
        ] {
            let entry = page::squeeze(&format!("{number}. {title}"));
            let (_, behind) = pages[0].split_once(&entry).expect("an entry");
            let told: String = behind
                .trim_start_matches('.')
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            let told: usize = told.parse().expect("a page");
            let heading = page::squeeze(&format!("{number}. {}", title.to_uppercase()));
            assert!(
                pages[told - 1].contains(&heading),
                "{slug}: {title} on {told}"
            );
        }
    }
}

/// Each appendix counts its pages from one, and the contents say how many they are.
#[test]
fn the_table_of_contents_tells_how_long_each_appendix_is() {
    for slug in SLUGS {
        let pages = page::pages(&site().join(slug).join("ke-hoach.pdf"));
        let numbers = ["I", "II", "III", "IV", "V", "VI"];
        let firsts: Vec<usize> = numbers
            .iter()
            .map(|number| {
                let head = page::squeeze(&format!("Phụ lục {number}"));
                let is_first =
                    |page: &&String| page.starts_with(&head) && page.contains("(Kèmtheo");
                let first = pages.iter().position(|page| is_first(&page));
                first.expect("an appendix")
            })
            .collect();
        let ends = firsts.iter().skip(1).copied().chain([pages.len()]);
        for ((number, first), end) in numbers.iter().zip(&firsts).zip(ends) {
            let entry = page::squeeze(&format!("Phụ lục {number}. "));
            let (_, behind) = pages[0].split_once(&entry).expect("an entry");
            let (_, behind) = behind.split_once('(').expect("a count");
            let told: String = behind.chars().take_while(char::is_ascii_digit).collect();
            assert_eq!(told, (end - first).to_string(), "{slug}: Phụ lục {number}");
        }
    }
}
