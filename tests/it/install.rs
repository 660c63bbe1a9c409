//! One file to install: in a folder that holds only the communes and their workbooks the binary
//! builds the same plan, and a file of the user's wins over the one inside.

use std::fs;

use crate::output;
use crate::page;
use crate::plans;
use crate::support;
use crate::support::Folder;

#[test]
fn the_binary_alone_builds_the_same_plans() {
    let folder = Folder::new();
    for part in ["content/communes", "budgets"] {
        support::copy_below(&support::project().join(part), &folder.path().join(part));
    }
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    output::same(&plans::site(), &folder.path().join("output/site"));
}

#[test]
fn a_file_of_the_users_wins_over_the_one_inside() {
    let folder = Folder::sample();
    let sections = folder.path().join("content/sections");
    fs::create_dir_all(&sections).expect("a folder");
    let subject = fs::read_to_string(support::project().join("content/sections/trich-yeu.md"))
        .expect("the subject")
        .replace("Chuyển đổi số", "Phát triển chính quyền số");
    fs::write(sections.join("trich-yeu.md"), subject).expect("an own section");
    let labels = fs::read_to_string(support::project().join("templates/labels.yaml"))
        .expect("the labels")
        .replace(
            "ten_trang: Kế hoạch chuyển đổi số cấp xã",
            "ten_trang: Kế hoạch của tỉnh An Bình",
        );
    fs::create_dir_all(folder.path().join("templates")).expect("a folder");
    fs::write(folder.path().join("templates/labels.yaml"), labels).expect("own labels");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let html = fs::read_to_string(folder.path().join("output/site/xa-mau/index.html"));
    let text = page::text(&html.expect("a page"));
    assert!(text.contains("Phát triển chính quyền số xã Mẫu giai đoạn 2027 - 2028"));
    assert!(text.contains("Kế hoạch của tỉnh An Bình"));
}

#[test]
fn lists_show_what_there_is_to_choose() {
    let folder = Folder::new();
    for (what, n_lines, line) in [
        ("components", 170, "ƯDCQS7   xã, thiết yếu"),
        ("objectives", 121, "CQS-01"),
        ("tasks", 23, "NV-01  04 tuần"),
        ("laws", 85, "nq-57-2024"),
        ("rows", 28, "I.1.9.3"),
        ("bodies", 21, "so_khcn"),
        ("province-tasks", 36, "NVT-36"),
    ] {
        let run = support::xaso(folder.path(), &["list", what]);
        let text = support::transcript(&run);
        assert!(run.status.success(), "{text}");
        assert_eq!(text.lines().count(), n_lines + 1, "{text}");
        assert!(text.contains(line), "{text}");
    }
    let run = support::xaso(support::project(), &["list", "communes"]);
    let text = support::transcript(&run);
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(text.contains("xa-minh-son-ha"), "{text}");
}

#[test]
fn lists_are_filtered_and_come_as_data() {
    let folder = Folder::new();
    let rows = |arguments: &[&str]| {
        let run = support::xaso(folder.path(), &[&["list"], arguments].concat());
        assert!(run.status.success(), "{}", support::transcript(&run));
        String::from_utf8(run.stdout).expect("UTF-8")
    };
    let codes = |text: &str| -> Vec<String> {
        let lines = text.lines();
        lines
            .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
            .collect()
    };
    let urban = rows(&[
        "components",
        "--lop",
        "4",
        "--cap",
        "xa_bo_sung",
        "--dia-ban",
        "do_thi",
    ]);
    assert_eq!(codes(&urban), ["KTT12", "KTT13", "KTT14", "KTT15", "KTT16"]);
    let economy = rows(&["tasks", "--tru-cot", "kinh_te_so"]);
    assert_eq!(codes(&economy), ["NV-14", "NV-15", "NV-16", "NV-17"]);

    let json = rows(&[
        "components",
        "--lop",
        "3",
        "--dia-ban",
        "mien_nui",
        "--format",
        "json",
    ]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let mobile = json.as_array().expect("a list").iter();
    let mobile = mobile
        .clone()
        .find(|row| row["ma"] == "ƯDXHS17")
        .expect("its row");
    assert_eq!(mobile["dia_ban"], "mien_nui");
    let mut all = json.as_array().expect("a list").iter();
    let shared = all.find(|row| row["ma"] == "ƯDXHS6").expect("its row");
    assert_eq!(
        shared["phu_thuoc"],
        serde_json::json!(["KTT8 | NVXHS3 | NVXHS2"])
    );
    let of_other_terrains = json.as_array().expect("a list").iter();
    let mut of_other_terrains = of_other_terrains.filter(|row| row["dia_ban"] == "do_thi");
    assert!(of_other_terrains.next().is_none());

    let csv = rows(&["laws", "--format", "csv"]);
    assert!(csv.starts_with("\u{feff}ma,loai,so,"), "{csv}");
    assert!(
        csv.contains("\nnq-57-2024,Nghị quyết,57-NQ/TW,22/12/2024,Bộ Chính trị,"),
        "{csv}"
    );
    assert_eq!(csv.lines().count(), 86);
}

#[test]
fn an_entry_is_shown_by_its_code_in_any_spelling() {
    let folder = Folder::new();
    for (code, parts) in [
        (
            "KTT8",
            vec![
                "KTT8. Trung tâm Phục vụ hành chính công",
                "Cách làm:\n1. ",
                "Là điều kiện của:",
                "Nguồn:",
            ],
        ),
        (
            "udxhs6",
            vec![
                "ƯDXHS6. Khai thác",
                "Cần có trước:\n- KTT8.",
                "hoặc NVXHS3.",
            ],
        ),
        (
            "cqs-24",
            vec!["không còn áp dụng", "Được thay bằng:\n- CQS-23."],
        ),
        (
            "NV-09",
            vec!["Bộ phận tổ chức thực hiện:", "I.1.8. Nâng cấp mạng LAN/WAN"],
        ),
        (
            "57-nq/tw",
            vec!["Nghị quyết số 57-NQ/TW", "Ngày ban hành: 22/12/2024"],
        ),
        ("nvt-09", vec!["Nhóm: Hạ tầng số"]),
    ] {
        let run = support::xaso(folder.path(), &["show", code]);
        let text = support::transcript(&run);
        assert!(run.status.success(), "{code}: {text}");
        for part in parts {
            assert!(text.contains(part), "{code} without {part}: {text}");
        }
        assert!(!text.contains("{{"), "{text}");
        let widest = text.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(100), "{text}");
    }
    let run = support::xaso(folder.path(), &["show", "KT7"]);
    assert_eq!(
        support::transcript(&run),
        "lỗi: không có nội dung nào mang mã `KT7`\ngợi ý: có phải bạn muốn xem KTT7?\nmã thoát: 2\n"
    );
}

#[test]
fn a_command_line_that_is_not_understood_is_explained_in_vietnamese() {
    let folder = Folder::new();
    for (arguments, message) in [
        (vec!["buidl"], "lỗi: không có lệnh `buidl`\ngợi ý: build\n"),
        (
            vec!["build", "--ouput", "x"],
            "lỗi: không có tùy chọn `--ouput`\ngợi ý: --output\n",
        ),
        (
            vec!["list", "rules"],
            "lỗi: `rules` không phải là giá trị dùng được\n",
        ),
        (vec!["list"], "lỗi: thiếu tham số: <LOẠI>\n"),
        (
            vec!["list", "laws", "--lop", "1"],
            "lỗi: tùy chọn `--lop` không dùng cho danh sách này\n",
        ),
    ] {
        let run = support::xaso(folder.path(), &arguments);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        let text = support::transcript(&run);
        assert!(text.starts_with(message), "{arguments:?}: {text}");
    }
    let help = support::transcript(&support::xaso(folder.path(), &["build", "--help"]));
    assert!(help.contains("Cách dùng: xaso build"), "{help}");
    for english in ["Usage", "Options", "Arguments", "Commands", "Print help"] {
        assert!(!help.contains(english), "{help}");
    }
}
