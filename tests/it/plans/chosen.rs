//! What the profiles choose, in the prints and on the pages: targets, components and tasks, each part
//! at its place.

use serde_yaml::Value;

use super::codes;
use super::has;
use super::lines;
use super::names;
use super::print_text;
use super::profile;
use super::read_page;
use super::yaml;
use crate::estimate;
use crate::page;
use crate::plans::SLUGS;
use crate::support;

#[test]
fn the_samples_are_as_large_as_real_plans() {
    for slug in SLUGS {
        let profile = profile(slug);
        assert!(codes(&profile["muc_tieu"]).len() >= 12, "{slug}");
        assert!(codes(&profile["thanh_phan"]).len() >= 25, "{slug}");
        let lines = lines(slug);
        assert!(lines.len() >= 30, "{slug}");
        for source in ["Tỉnh", "Xã", "Tự thanh toán"] {
            assert!(
                lines.iter().any(|line| line.source == source),
                "{slug}: {source}"
            );
        }
        for year in [2027, 2028] {
            assert!(lines.iter().any(|line| line.year == year), "{slug}: {year}");
        }
    }
}

#[test]
fn every_component_target_and_task_is_printed() {
    let components = names("components");
    let objectives = names("objectives");
    let tasks = names("tasks");
    for slug in SLUGS {
        let profile = profile(slug);
        let text = print_text(slug);
        for code in codes(&profile["thanh_phan"]) {
            has(&text, &format!("{code}: {}", components[&code]), slug);
        }
        for target in profile["muc_tieu"].as_sequence().expect("targets") {
            let code = target["ma"].as_str().expect("a code");
            // A row of the table by year: code, name, unit, baseline, a value a year.
            let unit = yaml(&support::project().join(format!("content/objectives/{code}.md")));
            let mut row = format!(
                "{code}{}{}",
                objectives[code],
                unit["don_vi"].as_str().expect("a unit")
            );
            row.push_str(&spelled(&target["hien_trang"]));
            for (_, value) in target["gia_tri"].as_mapping().expect("values") {
                row.push_str(&spelled(value));
            }
            has(&text, &row, slug);
        }
        for code in codes(&profile["nhiem_vu"]) {
            has(&text, &format!("{code}{}", tasks[&code]), slug);
        }
    }
}

/// A number of a profile as a Vietnamese reader writes it.
fn spelled(value: &Value) -> String {
    let text = serde_yaml::to_string(value).expect("a number");
    let text = text.trim().trim_end_matches(".0");
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = match whole.parse().expect("a whole number") {
        0 => "0".to_owned(),
        whole => estimate::shown(whole),
    };
    if fraction.is_empty() {
        whole
    } else {
        format!("{whole},{fraction}")
    }
}

#[test]
fn the_parts_stand_in_their_order_and_the_appendices_behind() {
    let order = [
        "I. CĂN CỨ LẬP KẾ HOẠCH",
        "II. THỰC TRẠNG",
        "III. MỤC TIÊU",
        "IV. NHIỆM VỤ, GIẢI PHÁP",
        "V. LỘ TRÌNH THỰC HIỆN",
        "VI. KINH PHÍ THỰC HIỆN",
        "VII. HIỆU QUẢ DỰ KIẾN",
        "VIII. TỔ CHỨC THỰC HIỆN",
        "Nơi nhận:",
        "Phụ lục I KẾ HOẠCH TRIỂN KHAI CÁC HẠNG MỤC",
        "Phụ lục II BẢNG DỰ TOÁN CÁC HẠNG MỤC",
        "Phụ lục III DANH MỤC NHIỆM VỤ, DỰ ÁN",
        "Phụ lục IV DANH MỤC THÀNH PHẦN ĐỀ XUẤT TRIỂN KHAI",
        "Phụ lục V CÁCH ĐO CÁC CHỈ TIÊU",
        "Phụ lục VI KẾT QUẢ KHẢO SÁT HIỆN TRẠNG",
    ];
    for slug in SLUGS {
        let text = print_text(slug);
        let mut from = 0;
        for heading in order {
            let place = text[from..].find(&page::squeeze(heading));
            from += place.unwrap_or_else(|| panic!("{slug}: {heading} at its place"));
        }
        assert!(text.contains(&page::squeeze("Số liệu minh họa")), "{slug}");
    }
}

#[test]
fn components_that_need_the_provinces_opinion_are_marked() {
    let folder = support::project().join("content/components");
    for slug in SLUGS {
        let mut rows = page::table(&read_page(slug, "phu-luc-iv.html"), "thanh-phan");
        // Behind the components: what is spent on none of them, and all together.
        let amount = |row: &Vec<String>| row[7].replace('.', "").parse().unwrap_or(0);
        let total: i64 = rows.pop().as_ref().map(amount).expect("a total");
        assert_eq!(rows.iter().map(amount).sum::<i64>(), total, "{slug}");
        let spent: i64 = lines(slug).iter().map(|line| line.amount).sum();
        assert_eq!(total, spent, "{slug}");
        // Tasks that pay for something beside components stand behind them.
        rows.retain(|row| !row[1].is_empty() && !row[1].starts_with("NV-"));
        assert_eq!(
            rows.len(),
            codes(&profile(slug)["thanh_phan"]).len(),
            "{slug}"
        );
        for row in rows {
            let file = row[1].replace('Ư', "U").replace('Đ', "D");
            let supplementary = yaml(&folder.join(format!("{file}.md")))["cap"] == "xa_bo_sung";
            // Supplementary applications are appraised too (Tài liệu hướng dẫn, Phụ lục 03, II.3).
            let wanted = match (supplementary, row[1].starts_with("ƯD")) {
                (true, true) => "Cần xin ý kiến, thẩm định",
                (true, false) => "Cần xin ý kiến",
                (false, _) => "-",
            };
            assert_eq!(row[8], wanted, "{slug}: {}", row[1]);
        }
    }
}

/// The key figures of an overview: name, figure, note.
fn key_figures(html: &str) -> Vec<[String; 3]> {
    let (_, list) = html.split_once("<dl class=\"figures\">").expect("a list");
    let (list, _) = list.split_once("</dl>").expect("its end");
    let figures = list.split("<div>").skip(1).map(|figure| {
        let mut texts = figure
            .split("</d")
            .map(|piece| page::text(piece.trim_start_matches("t>")));
        std::array::from_fn(|_| {
            let text = texts.next().expect("a name, a figure and a note");
            text.trim_start_matches("d>").trim().to_owned()
        })
    });
    figures.collect()
}

#[test]
fn the_key_figures_are_those_of_the_profile_and_the_workbook() {
    let folder = support::project().join("content/components");
    for slug in SLUGS {
        let profile = profile(slug);
        let count = |key: &str| codes(&profile[key]).len().to_string();
        let is_supplementary = |code: &String| {
            let file = code.replace('Ư', "U").replace('Đ', "D");
            yaml(&folder.join(format!("{file}.md")))["cap"] == "xa_bo_sung"
        };
        let chosen = codes(&profile["thanh_phan"]);
        let n_opinions = chosen.iter().filter(|code| is_supplementary(code)).count();
        let total: i64 = lines(slug).iter().map(|line| line.amount).sum();
        let total = format!("{} đồng", estimate::shown(total));
        let people = spelled(&profile["xa"]["dan_so"]);
        let years = "2027 - 2028";
        let seen = key_figures(&read_page(slug, "index.html"));
        let wanted = [
            ["Tổng kinh phí", &total, years],
            [
                "Thành phần",
                &count("thanh_phan"),
                &format!("{n_opinions} thành phần cần xin ý kiến cấp tỉnh"),
            ],
            ["Chỉ tiêu", &count("muc_tieu"), years],
            ["Nhiệm vụ", &count("nhiem_vu"), years],
            [
                "Dân số",
                &format!("{people} người"),
                &format!(
                    "{} hộ, {} {}",
                    spelled(&profile["xa"]["so_ho"]),
                    spelled(&profile["xa"]["so_thon"]),
                    profile["xa"]["don_vi_dan_cu"].as_str().expect("a word")
                ),
            ],
        ];
        assert_eq!(seen[..wanted.len()], wanted, "{slug}");
        // Texts name the total too.
        let sentence = format!("Tổng kinh phí dự kiến thực hiện Kế hoạch là {total}.");
        assert!(
            page::text(&read_page(slug, "phan-vi.html")).contains(&sentence),
            "{slug}"
        );
        has(&print_text(slug), &sentence, slug);
    }
}
