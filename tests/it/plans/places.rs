//! On which pages of the print the places stand that answer what the sources ask.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::SLUGS;
use super::read_page;
use super::site;
use crate::page;

#[test]
fn the_page_tells_on_which_page_of_the_print_each_place_stands() {
    for slug in SLUGS {
        let html = read_page(slug, "doi-chieu.html");
        let pages = page::pages(&site().join(slug).join("ke-hoach.pdf"));
        let appendix = |number: &str| {
            let heading = page::squeeze(&format!("Phụ lục {number}"));
            let begins = |page: &String| {
                page.starts_with(&heading) && !page.starts_with(&format!("{heading}I"))
            };
            pages.iter().position(begins).expect("the appendix")
        };
        let mut told: BTreeMap<String, usize> = BTreeMap::new();
        let mut parts = BTreeSet::new();
        for line in page::lines(&html) {
            let Some((link, what)) = line.split_once("</a>: ") else {
                continue;
            };
            let Some((part, number)) = link.split_once(", trang ") else {
                continue;
            };
            let (_, part) = part.rsplit_once('>').expect("a link");
            let number: usize = number.parse().expect("a number");
            let first = match part.strip_prefix("Phụ lục ") {
                None => 0,
                Some(number) => appendix(number),
            };
            parts.insert(part.to_owned());
            told.insert(what.trim_end_matches(" |").to_owned(), first + number - 1);
        }
        assert!(
            told.len() > 100 && parts.len() > 10,
            "{slug}: {} {parts:?}",
            told.len()
        );
        for (what, page) in told {
            let name = what.trim_end_matches(" (lời riêng của địa phương)");
            // The tables have codes and names apart.
            let name = name.split_once(". ").map_or(name, |(_, name)| name);
            let name = name.trim_start_matches("Số liệu khảo sát: ");
            let [name, heading] =
                [name.to_owned(), name.to_uppercase()].map(|it| page::squeeze(&it));
            // In a row that goes on over the page the name may go on too.
            let begins: String = name.chars().take(12).collect();
            let is_there = [begins, heading].map(|it| pages[page].contains(&it));
            assert!(is_there.contains(&true), "{slug}: {what} on {}", page + 1);
        }
    }
}
