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
    let folder = Folder::new();
    support::copy_below(&support::project().join("tests/cases/base"), folder.path());
    support::grids_to_workbooks(folder.path());
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
        ("objectives", 24, "CQS-01"),
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
fn a_command_line_that_is_not_understood_is_explained_in_vietnamese() {
    let folder = Folder::new();
    for (arguments, message) in [
        (vec!["buidl"], "lỗi: không có lệnh `buidl`\ngợi ý: build\n"),
        (
            vec!["build", "--ouput", "x"],
            "lỗi: không có tùy chọn `--ouput`\ngợi ý: --output\n",
        ),
        (
            vec!["list", "laws"],
            "lỗi: `laws` không phải là giá trị dùng được\n",
        ),
        (vec!["list"], "lỗi: thiếu tham số\n"),
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
