//! Hướng dẫn thực hiện: what the guidance says of the chosen components stands there and not in the plan.

use std::fs;

use serde_yaml::Value;

use super::SLUGS;
use super::codes;
use super::has;
use super::lines;
use super::names;
use super::print_text;
use super::profile;
use super::read_page;
use super::site;
use crate::estimate;
use crate::page;

/// What stands before the last part of each component's guidance.
const AVOID: &str = "Những việc không được làm:";

/// The chosen components with guidance: those whose text the commune did not replace.
fn guided(slug: &str) -> Vec<String> {
    let chosen = profile(slug)["thanh_phan"].clone();
    let items = chosen.as_sequence().expect("a list").iter();
    let kept = items.filter(|item| item.get("thay_noi_dung").is_none());
    codes(&Value::Sequence(kept.cloned().collect()))
}

#[test]
fn the_guidance_of_each_chosen_component_is_in_a_document_of_its_own() {
    let names = names("components");
    for slug in SLUGS {
        let guided = guided(slug);
        assert!(guided.len() > 20, "{slug}");
        let print = page::print_text(&site().join(slug).join("huong-dan.pdf"));
        for code in &guided {
            has(&print, &format!("{code}: {}", names[code]), slug);
        }
        let avoid = page::squeeze(AVOID);
        assert_eq!(print.matches(&avoid).count(), guided.len(), "{slug}");
        assert!(!print_text(slug).contains(&avoid), "{slug}");
    }
}

#[test]
fn whose_part_it_is_stands_once_for_each_component_and_task() {
    for slug in SLUGS {
        let rows = page::table(&read_page(slug, "huong-dan.html"), "phan-viec");
        let mut seen: Vec<&str> = rows
            .iter()
            .filter(|row| row.len() == 5)
            .map(|row| row[1].as_str())
            .filter(|code| *code != "Mã")
            .collect();
        seen.sort_unstable();
        let profile = profile(slug);
        let mut chosen = codes(&profile["thanh_phan"]);
        chosen.extend(codes(&profile["nhiem_vu"]));
        chosen.sort_unstable();
        assert_eq!(seen, chosen, "{slug}");
    }
}

#[test]
fn each_unit_has_its_part_as_a_page_and_a_paper() {
    for slug in SLUGS {
        let whole = page::print_text(&site().join(slug).join("huong-dan.pdf"));
        let avoid = page::squeeze(AVOID);
        let (mut seen, mut n_papers) = (0, 0);
        for entry in fs::read_dir(site().join(slug)).expect("the pages") {
            let path = entry.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy();
            if !name.starts_with("huong-dan-") || !name.ends_with(".pdf") {
                continue;
            }
            let text = page::print_text(&path);
            let html = read_page(slug, &name.replace(".pdf", ".html"));
            assert!(html.contains(&format!("href=\"{name}\"")), "{slug}: {name}");
            let (title, _) = page::text(&html)
                .split_once("Bản in riêng")
                .map(|(before, _)| before.rsplit_once("Phần việc").expect("a title"))
                .map(|(_, unit)| (format!("PHẦN VIỆC{}", unit.trim_end().to_uppercase()), ()))
                .expect("a link to the paper");
            has(&text, &title, &name);
            has(&whole, &title, &name);
            let own = text.matches(&avoid).count();
            assert!(own > 0, "{slug}: {name}");
            (seen, n_papers) = (seen + own, n_papers + 1);
        }
        assert!(n_papers > 2, "{slug}");
        assert_eq!(seen, guided(slug).len(), "{slug}");
    }
}

#[test]
fn the_total_stands_on_the_first_page() {
    for slug in SLUGS {
        let total: i64 = lines(slug).iter().map(|line| line.amount).sum();
        let print = site().join(slug).join("ke-hoach.pdf");
        let total = format!("Tổng kinh phí: {} đồng", estimate::shown(total));
        has(&page::first_page(&print), &total, slug);
    }
}

#[test]
fn a_plan_says_what_is_done_and_what_comes_of_each_component() {
    for slug in SLUGS {
        let html = read_page(slug, "phan-iv.html");
        let chosen = codes(&profile(slug)["thanh_phan"]).len();
        // Behind them come tasks that pay for something beside components.
        let tasks = html
            .matches("Nội dung, cách thức thực hiện nêu tại Phụ lục I.")
            .count();
        assert_eq!(
            html.matches("<dt>Đơn vị chủ trì</dt>").count(),
            chosen + tasks,
            "{slug}"
        );
        let products =
            html.matches("<dt>Sản phẩm</dt>").count() + html.matches("Sản phẩm:").count();
        assert_eq!(products, chosen + tasks, "{slug}");
        let beside = lines(slug).iter().any(|line| line.component.is_empty());
        assert_eq!(tasks > 0, beside, "{slug}");
    }
}
