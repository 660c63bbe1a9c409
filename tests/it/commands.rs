//! How commands end and where they speak: what a filter leaves, which stream, which exit code, what a
//! wrong command line is told, what stays on the disk after a fault.

use std::fs;
use std::process::Command;
use std::process::Stdio;

use serde_json::Value;

use crate::support;
use crate::support::Folder;

const PROFILE: &str = "content/communes/xa-mau.yaml";

/// The sample with a word of its profile replaced.
fn changed(old: &str, new: &str) -> Folder {
    let folder = Folder::sample();
    let path = folder.path().join(PROFILE);
    let text = fs::read_to_string(&path).expect("the sample");
    assert!(text.contains(old), "{old}");
    fs::write(path, text.replacen(old, new, 1)).expect("the sample, changed");
    folder
}

/// What the command prints on each stream, and its exit code.
fn run(folder: &Folder, arguments: &[&str]) -> (String, String, i32) {
    let output = support::xaso(folder.path(), arguments);
    (
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
        output.status.code().unwrap_or(-1),
    )
}

#[test]
fn a_filter_keeps_what_kept_something_unread() {
    let only = ["check", "--chi", "XS0432"];
    for (old, new, code) in [
        ("- HTS6\n", "- HTS66\n", "XS0201"),
        ("nong_thon", "nongthonn_x", "XS0008"),
        ("  so_ho", "\tso_ho", "XS0003"),
    ] {
        let (text, _, exit) = run(&changed(old, new), &only);
        assert!(text.contains(code), "{text}");
        for all_well in ["không có gì phải sửa", "không có phát hiện"] {
            assert!(!text.contains(all_well), "{text}");
        }
        assert_eq!(exit, 1, "{text}");
    }
    let (text, _, exit) = run(&Folder::sample(), &["check", "xa-khong", "--chi", "XS0401"]);
    assert!(text.contains("XS0210") && exit == 2, "{text}");
}

/// What was read of the sample's estimate.
const READ: &str = "6 khoản chi đọc từ budgets/xa-mau.xlsx, trang Dự toán (số trong tệp tính bằng đồng); \
                    2027: 65.020.000; 2028: 22.400.000; tổng 87.420.000 đồng\n";

#[test]
fn a_run_ends_with_what_was_read_of_each_commune_and_of_all() {
    let folder = Folder::sample();
    for file in ["content/communes/xa-mau.yaml", "budgets/xa-mau.xlsx"] {
        let other = file.replace("xa-mau", "xa-mau-hai");
        fs::copy(folder.path().join(file), folder.path().join(other)).expect("a copy");
    }
    let sums = "2027: 130.040.000; 2028: 44.800.000; tổng 174.840.000 đồng";
    let all = format!("Cộng 2 địa phương: 12 khoản chi; {sums}\n");
    let other = READ.replace("xa-mau", "xa-mau-hai");
    let wanted = format!("{READ}{other}{all}");
    let (text, _, exit) = run(&folder, &["check"]);
    assert!(text.ends_with(&wanted) && exit == 0, "{text}");
    let (text, _, exit) = run(&folder, &["build"]);
    assert!(text.ends_with(&wanted) && exit == 0, "{text}");
    // With an error nothing is built, and all the same told, by the way that errors go.
    let profile = folder.path().join(PROFILE);
    let text = fs::read_to_string(&profile).expect("the sample");
    fs::write(&profile, text.replacen("- HTS6\n", "- HTS66\n", 1)).expect("the sample, changed");
    let (text, told, exit) = run(&folder, &["build"]);
    assert!(text.is_empty() && exit == 1, "{text}");
    assert!(told.contains(&wanted), "{told}");
}

#[test]
fn programs_are_told_what_was_read() {
    let folder = changed("  - ANM7\n", "");
    let (text, _, _) = run(&folder, &["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&text).expect("JSON");
    let read = serde_json::json!([{
        "xa": "xa-mau",
        "tep": "budgets/xa-mau.xlsx",
        "bang": [{
            "trang_tinh": "Dự toán",
            "so_khoan": 5,
            "so_dong_chua_doc": 1,
            "dong_dau": 4,
            "dong_cuoi": 9,
            "don_vi_don_gia": 1,
            "don_vi_thanh_tien": 1,
            "co_ghi_don_vi": true,
        }],
        "so_khoan": 5,
        "so_dong_chua_doc": 1,
        "du_bang": true,
        "nam": {"2027": 54_000_000, "2028": 22_400_000},
        "tong": 76_400_000,
    }]);
    assert_eq!(report["da_doc"], read);
    let (text, _, _) = run(&folder, &["check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&text).expect("JSON");
    let note = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0];
    let said = note["message"]["text"].as_str().expect("a text");
    assert!(
        said.starts_with("5 khoản chi đọc từ budgets/xa-mau.xlsx"),
        "{said}"
    );
    assert!(
        said.ends_with("tổng 76.400.000 đồng; 1 dòng chưa đọc được"),
        "{said}"
    );
    let place = &note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(place, "budgets/xa-mau.xlsx");
}

#[test]
fn under_a_filter_nothing_is_said_of_the_rest() {
    let (text, _, exit) = run(&Folder::sample(), &["check", "--chi", "XS0432"]);
    assert_eq!(exit, 0);
    let wanted = "Hồ sơ và dự toán của 1 địa phương không có phát hiện nào thuộc các mã đã chọn\n";
    assert_eq!(text.strip_prefix(wanted), Some(READ));
}

#[test]
fn findings_are_what_check_prints_and_a_build_warns_of() {
    let folder = changed("- HTS6\n", "- HTS66\n");
    let (out, err, _) = run(&folder, &["check"]);
    assert!(out.contains("XS0201") && err.is_empty(), "{out}{err}");
    let (out, err, _) = run(&folder, &["build"]);
    assert!(out.is_empty() && err.contains("XS0201"), "{out}{err}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_report_that_cannot_be_printed_is_no_success() {
    for arguments in [&["check", "--format", "json"][..], &["list", "laws"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full");
        let folder = Folder::sample();
        let status = Command::new(env!("CARGO_BIN_EXE_xaso"))
            .args(arguments)
            .current_dir(folder.path())
            .stdout(full.expect("the full disk"))
            .stderr(Stdio::null())
            .status();
        assert_eq!(status.expect("it runs").code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn programs_are_told_that_a_check_could_not_be_run() {
    let (text, _, exit) = run(
        &Folder::sample(),
        &["check", "xa-khong", "--format", "sarif"],
    );
    let log: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        log["runs"][0]["invocations"][0]["executionSuccessful"],
        false
    );
    assert_eq!(exit, 2);
    let (text, _, _) = run(&Folder::sample(), &["check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        log["runs"][0]["invocations"][0]["executionSuccessful"],
        true
    );
}

#[test]
fn programs_are_told_the_row_of_a_cell() {
    let folder = Folder::sample();
    let grid = "Nội dung chi\tMã thành phần\tSố lượng\tĐơn giá\tLoại chi phí\tNăm\tNguồn kinh phí\n\
                Thiết bị\tHTS7\thai\t5\tĐầu tư\t2027\tXã\n";
    fs::write(folder.path().join("budgets/xa-mau.grid"), grid).expect("a grid");
    support::grids_to_workbooks(folder.path());
    let row = "A2: Thiết bị │ B2: HTS7 │ C2: hai │ D2: 5 │ E2: Đầu tư │ F2: 2027 │ G2: Xã";
    let (text, _, _) = run(&folder, &["check", "--format", "json", "--chi", "XS0304"]);
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["phat_hien"][0]["trich"], row);
    let (text, _, _) = run(&folder, &["check", "--format", "sarif", "--chi", "XS0304"]);
    let log: Value = serde_json::from_str(&text).expect("JSON");
    let place = &log["runs"][0]["results"][0]["locations"][0];
    let region = serde_json::json!({"startLine": 2, "snippet": {"text": row}});
    assert_eq!(place["physicalLocation"]["region"], region);
    assert_eq!(
        place["logicalLocations"][0]["fullyQualifiedName"],
        "Dự toán!C2"
    );
}

#[test]
fn gaps_nobody_can_know_are_not_none() {
    let arguments = ["check", "--gaps", "--format", "json"];
    let (text, _, _) = run(&changed("- HTS6\n", "- HTS66\n"), &arguments);
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report.get("chua_chon"), Some(&Value::Null));
    let (text, _, _) = run(&Folder::sample(), &["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report.get("chua_chon"), None);
}

#[test]
fn ten_thousand_faults_on_one_line_make_no_gigabyte() {
    let codes: Vec<String> = (0..10_000).map(|n| format!("Q{n}")).collect();
    let folder = Folder::sample();
    let path = folder.path().join(PROFILE);
    let text = fs::read_to_string(&path).expect("the sample");
    let (head, rest) = text.split_once("\nthanh_phan:").expect("a list");
    let (_, tail) = rest.split_once("\nkhong_chon:").expect("its end");
    let list = format!("thanh_phan: [{}]", codes.join(", "));
    fs::write(path, format!("{head}\n{list}\nkhong_chon:{tail}")).expect("the sample, changed");
    for format in ["json", "sarif"] {
        let (text, _, _) = run(&folder, &["check", "--format", format]);
        let count = text.matches("XS0201").count();
        assert!(count >= 10_000, "{count}");
        assert!(text.len() < 20_000_000, "{} bytes", text.len());
    }
}

#[test]
fn a_wrong_command_line_is_told_what_to_write() {
    let folder = Folder::sample();
    for (arguments, wanted) in [
        (&["new", "xa", "Đắk Ơ"][..], "thiếu tham số: --dia-ban"),
        (
            &["check", "--chi"],
            "tùy chọn `--chi <MÃ>` cần một giá trị\nxem hướng dẫn",
        ),
        (&["check", "khong-co"], "viết một trong: xa-mau"),
        (&["explain", "XS6262"], "gợi ý: mã đứng đầu mỗi phát hiện"),
        (&["explain", "XS4O1"], "gợi ý: XS0401"),
        (
            &["check", "--chi", "XS6262"],
            "gợi ý: mã đứng đầu mỗi phát hiện",
        ),
    ] {
        let (out, err, exit) = run(&folder, arguments);
        assert!(
            format!("{out}{err}").contains(wanted),
            "{arguments:?}: {out}{err}"
        );
        assert_eq!(exit, 2, "{arguments:?}");
    }
}

#[test]
fn a_name_that_cannot_be_printed_makes_no_profile() {
    let folder = Folder::new();
    for name in ["Minh\u{7}Sơn", "Minh\u{1b}[31mSơn"] {
        let new = ["new", "xa", name, "--dia-ban", "nong_thon"];
        let (_, err, exit) = run(&folder, &new);
        assert!(err.contains("ký tự điều khiển") && exit == 2, "{err}");
    }
    let province = [
        "new",
        "xa",
        "Sơn",
        "--dia-ban",
        "do_thi",
        "--tinh",
        "tỉnh\u{1}A",
    ];
    assert_eq!(run(&folder, &province).2, 2);
    assert!(support::files_below(folder.path()).is_empty());
}

#[test]
fn what_is_there_already_is_kept_and_the_command_was_not_run() {
    let folder = Folder::new();
    let new = ["new", "xa", "Minh Sơn", "--dia-ban", "nong_thon"];
    assert_eq!(run(&folder, &new).2, 0);
    let (_, err, exit) = run(&folder, &new);
    assert!(err.contains("XS0901") && exit == 2, "{err}");
}

#[test]
fn a_commune_is_begun_as_a_whole_or_not_at_all() {
    for in_the_way in ["content/schema", "budgets"] {
        let folder = Folder::new();
        let path = folder.path().join(in_the_way);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, "").expect("a file in the way");
        let (_, err, exit) = run(&folder, &["new", "xa", "Sơn", "--dia-ban", "do_thi"]);
        assert_eq!(exit, 2, "{err}");
        let left = support::files_below(folder.path());
        let half_made = left.iter().any(|path| path.contains("xa-son"));
        assert!(!half_made, "{in_the_way}: {left:?}");
    }
}

#[test]
fn the_schemas_are_named_where_they_were_written() {
    let folder = Folder::new();
    let (out, _, _) = run(&folder, &["schema", "--output", "luoc-do"]);
    assert!(out.contains("$schema=../../luoc-do/xa.json"), "{out}");
    let (_, err, exit) = run(&folder, &["schema", "--output", "/proc/x"]);
    assert!(err.contains("XS0901") && exit == 2, "{err}");
}

#[test]
fn settings_in_which_nothing_is_set_are_none() {
    for text in ["", "# chưa đặt gì\n", "quy_tac:\n"] {
        let folder = Folder::sample();
        fs::write(folder.path().join("content/settings.yaml"), text).expect("the settings");
        let (out, _, exit) = run(&folder, &["check"]);
        assert_eq!(exit, 0, "{text:?}: {out}");
    }
}

#[test]
fn a_misspelt_label_makes_no_schema_of_its_own() {
    let folder = Folder::new();
    fs::create_dir_all(folder.path().join("templates")).expect("a folder");
    let path = support::project().join("templates/labels.yaml");
    let labels = fs::read_to_string(path).expect("the labels");
    let labels = labels.replacen("quoc_hieu:", "quoc_hiu:", 1);
    fs::write(folder.path().join("templates/labels.yaml"), labels).expect("the labels, changed");
    let (_, err, exit) = run(&folder, &["schema"]);
    assert!(err.contains("XS0502") && exit == 1, "{err}");
}

/// What a finding says of which nobody knows what to do: the last arm of `diagnostic/remedy.rs`.
const AT_A_LOSS: &str = "xem giải thích bằng lệnh";

#[test]
fn every_finding_says_what_to_do() {
    let remedies = support::project().join("src/diagnostic/remedy.rs");
    let remedies = fs::read_to_string(remedies).expect("the remedies");
    assert!(remedies.contains(AT_A_LOSS), "the words are others now");
    let cases = support::project().join("tests/cases");
    let reports = support::files_below(&cases);
    let reports = reports.iter().filter(|path| path.ends_with("expected.txt"));
    let mut n_findings = 0;
    for path in reports {
        let text = fs::read_to_string(cases.join(path)).expect("a report");
        for finding in text.split("\n\n") {
            if ["lỗi[", "cảnh báo[", "gợi ý["]
                .iter()
                .any(|level| finding.starts_with(level))
            {
                // Long lines are broken.
                let words: Vec<&str> = finding.split_whitespace().collect();
                let words = words.join(" ");
                assert!(words.contains("cách sửa: "), "{path}: {finding}");
                assert!(!words.contains(AT_A_LOSS), "{path}: {finding}");
                n_findings += 1;
            }
        }
    }
    assert!(n_findings > 100, "{n_findings}");
}
