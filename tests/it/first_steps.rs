//! What a person is told on the way from an empty folder to a first plan, and where errors are many.

use std::fs;

use crate::support;
use crate::support::Folder;

/// What the command says, and its exit code.
fn said(folder: &Folder, arguments: &[&str]) -> (String, i32) {
    let output = support::xaso(folder.path(), arguments);
    let code = output.status.code().unwrap_or(-1);
    (support::transcript(&output), code)
}

#[test]
fn an_empty_folder_names_the_command_that_begins() {
    for command in ["build", "check"] {
        let (text, code) = said(&Folder::new(), &[command]);
        assert!(
            text.contains("`xaso new xa \"Minh Sơn\" --dia-ban nong_thon`"),
            "{text}"
        );
        assert_eq!(code, 2);
    }
}

#[test]
fn a_new_commune_is_told_what_is_to_be_filled_in() {
    let folder = Folder::new();
    let new = [
        "new",
        "xã",
        "Minh Sơn",
        "--dia-ban",
        "nông thôn",
        "--nam",
        "2026-2027",
    ];
    let (text, code) = said(&folder, &new);
    assert_eq!(code, 0, "{text}");
    let profile = fs::read_to_string(folder.path().join("content/communes/xa-minh-son.yaml"));
    let profile = profile.expect("the profile");
    let (text, code) = said(&folder, &["check"]);
    assert_eq!(code, 0, "{text}");
    for part in ["xa", "ke_hoach", "hien_trang", "muc_tieu"] {
        let found = text.split_once(&format!("`{part}` còn ")).expect(part).1;
        // The lines that are named have what is to be filled in.
        let lines = found.split_once("dòng ").expect("lines").1;
        let first = lines
            .split(|c: char| !c.is_ascii_digit())
            .next()
            .expect("a line");
        let line = profile
            .lines()
            .nth(first.parse::<usize>().expect("a number") - 1);
        let line = line.expect("a line of the profile");
        assert!(line.contains('…') || line.contains(": 0"), "{part}: {line}");
    }
    let (text, code) = said(&folder, &["build"]);
    assert_eq!(code, 0, "{text}");
    assert!(
        text.contains("phần còn chỗ phải điền: xem bằng `xaso check`"),
        "{text}"
    );
}

#[test]
fn the_second_commune_of_a_name_has_a_file_of_another_name() {
    let folder = Folder::new();
    let new = ["new", "xa", "Tân Phú", "--dia-ban", "nong_thon"];
    assert_eq!(said(&folder, &new).1, 0);
    let (text, code) = said(&folder, &new);
    assert_eq!(code, 2, "{text}");
    let own = text.split_once("thêm `").expect("an option").1;
    let own = own.split_once('`').expect("its end").0;
    let own: Vec<&str> = own.split(' ').collect();
    assert_eq!(own, ["--tep", "xa-tan-phu-2"]);
    let (text, code) = said(&folder, &[&new[..], &own].concat());
    assert_eq!(code, 0, "{text}");
    let profile = folder.path().join("content/communes/xa-tan-phu-2.yaml");
    let profile = fs::read_to_string(profile).expect("the profile");
    assert!(profile.contains("\n  ten: Tân Phú "), "the name stays");
}

#[test]
fn errors_are_seen_alone() {
    let folder = Folder::sample();
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(&path).expect("the sample");
    let profile = profile
        .replace("  - HTS6\n", "  - HTS\n")
        .replace("\"Lưu: VT\"", "Sở Nội vụ");
    fs::write(path, profile).expect("the sample, changed");
    let (all, code) = said(&folder, &["check"]);
    assert!(all.contains("XS0201") && all.contains("XS0474"), "{all}");
    assert_eq!(code, 1);
    let (alone, code) = said(&folder, &["check", "--chi-loi"]);
    assert!(
        alone.contains("XS0201") && !alone.contains("XS0474"),
        "{alone}"
    );
    assert!(alone.contains("1 lỗi, 1 cảnh báo, "), "{alone}");
    assert!(
        alone.contains("chỉ in lỗi; xem tất cả bằng `xaso check`"),
        "{alone}"
    );
    assert_eq!(code, 1);
}

#[test]
fn a_province_that_is_no_more_becomes_that_of_today() {
    for (written, today) in [
        ("tỉnh Kiên Giang", "tỉnh An Giang"),
        ("Kien Giang", "tỉnh An Giang"),
        ("tỉnh Đồng Thap", "tỉnh Đồng Tháp"),
        ("tỉnh Huế", "thành phố Huế"),
    ] {
        let folder = Folder::new();
        let new = ["new", "xa", "Mẫu", "--dia-ban", "do_thi", "--tinh", written];
        let report = support::transcript(&support::xaso(folder.path(), &new));
        assert!(
            report.contains(&format!("ghi `tinh: {today}` thay cho `{written}`")),
            "{report}"
        );
        let path = folder.path().join("content/communes/xa-mau.yaml");
        let profile = fs::read_to_string(path).expect("the profile");
        assert!(profile.contains(&format!("  tinh: {today} ")), "{profile}");
        let check = support::xaso(folder.path(), &["check", "--chi-loi"]);
        assert!(check.status.success(), "{}", support::transcript(&check));
    }
    let folder = Folder::new();
    let new = [
        "new",
        "xa",
        "Mẫu",
        "--dia-ban",
        "do_thi",
        "--tinh",
        "An Giang",
    ];
    let report = support::transcript(&support::xaso(folder.path(), &new));
    assert!(!report.contains("Lưu ý"), "{report}");
}

#[test]
fn a_name_from_a_converter_begins_in_letters_of_ours() {
    let folder = Folder::new();
    let new = ["new", "xa", "Chƣơng Mỹ", "--dia-ban", "nong_thon"];
    let (text, code) = said(&folder, &new);
    assert!(text.contains("xa-chuong-my.yaml"), "{text}");
    assert_eq!(code, 0);
}
