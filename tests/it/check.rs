//! What `check` writes for programs, how rules are set otherwise, and what it says of gaps.

use std::collections::BTreeSet;
use std::fs;
use std::process::Output;

use serde_json::Value;

use crate::support;
use crate::support::Folder;

/// The sample without its copy for the file, which is one warning, and with a supplementary
/// component, which is one piece of advice.
fn folder() -> Folder {
    let folder = Folder::sample_as_grid();
    let grid = folder.path().join("budgets/xa-mau.grid");
    let lines = fs::read_to_string(&grid).expect("the grid");
    let total = "\t\t\tTổng cộng\t\t\t\t87420000";
    let line = "7\tIII.3\tKTT17\tHướng dẫn quản trị nhóm\tlớp\t1\t1000000\t1000000\tThuê dịch vụ\t2028\tXã";
    let lines = lines.replace(
        total,
        &format!("{line}\n{}", total.replace("87420000", "88420000")),
    );
    fs::write(grid, lines).expect("the grid, changed");
    support::grids_to_workbooks(folder.path());
    change(&folder, "  - \"Lưu: VT\"\n", "  - Thường trực Đảng ủy\n");
    change(&folder, "  - ĐLHQ7\n", "  - ĐLHQ7\n  - KTT17\n");
    folder
}

fn change(folder: &Folder, old: &str, new: &str) {
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&path).expect("the sample");
    assert_eq!(text.matches(old).count(), 1, "{old}");
    fs::write(path, text.replace(old, new)).expect("the sample, changed");
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn codes(report: &Value) -> Vec<&str> {
    let findings = report["phat_hien"].as_array().expect("findings");
    let codes = findings.iter().map(|finding| finding["ma"].as_str());
    codes.map(|code| code.expect("a code")).collect()
}

#[test]
fn json_tells_every_finding_with_its_place() {
    let folder = folder();
    let output = support::xaso(folder.path(), &["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
    let report = json(&output);
    assert_eq!(codes(&report), ["XS0474", "XS0404", "XS0499"]);
    let finding = &report["phat_hien"][0];
    let wanted = serde_json::json!({
        "ma": "XS0474",
        "muc": "canh_bao",
        "noi_dung": "nơi nhận chưa có dòng lưu văn bản",
        "cach_sua": "thêm dòng cuối: \"Lưu: VT\" và tên viết tắt của đơn vị soạn thảo",
        "tep": "content/communes/xa-mau.yaml",
        "dong": 20,
        "cot": 1,
        "dong_cuoi": 20,
        "cot_cuoi": 9,
        "trich": "noi_nhan:",
    });
    assert_eq!(*finding, wanted);
    let counts = serde_json::json!({"loi": 0, "canh_bao": 1, "goi_y": 2});
    assert_eq!(report["so_luong"], counts);
}

#[test]
fn json_names_sheet_and_cell() {
    let folder = folder();
    let grid = folder.path().join("budgets/xa-mau.grid");
    fs::write(
        &grid,
        "Nội dung chi\tMã thành phần\tSố lượng\tĐơn giá\tLoại chi phí\tNăm\tNguồn kinh phí\n\
         Thiết bị\tHTS7\thai\t5\tĐầu tư\t2027\tXã\n",
    )
    .expect("a grid");
    support::grids_to_workbooks(folder.path());
    let output = support::xaso(
        folder.path(),
        &["check", "--format", "json", "--chi", "xs0304"],
    );
    assert_eq!(output.status.code(), Some(1));
    let finding = &json(&output)["phat_hien"][0];
    assert_eq!(finding["tep"], "budgets/xa-mau.xlsx");
    assert_eq!(
        (&finding["trang_tinh"], &finding["o"]),
        (&"Dự toán".into(), &"C2".into())
    );
    assert!(finding.get("dong").is_none());
}

#[test]
fn sarif_is_one_run_whose_rules_are_explained() {
    let folder = folder();
    let output = support::xaso(folder.path(), &["check", "--format", "sarif"]);
    let log = json(&output);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let ids: Vec<&str> = rules
        .iter()
        .filter_map(|rule| rule["id"].as_str())
        .collect();
    assert_eq!(ids, ["XS0404", "XS0474", "XS0499"]);
    for rule in rules {
        for key in ["shortDescription", "fullDescription", "help"] {
            assert!(
                rule[key]["text"]
                    .as_str()
                    .is_some_and(|text| !text.is_empty())
            );
        }
    }
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 3);
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index");
        let index = usize::try_from(index).expect("an index");
        assert_eq!(result["ruleId"], ids[index]);
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"]["uri"],
        "content/communes/xa-mau.yaml"
    );
    let region =
        serde_json::json!({"startLine": 20, "startColumn": 1, "endLine": 20, "endColumn": 9});
    assert_eq!(place["region"], region);
}

#[test]
fn the_asked_severity_decides_the_exit_code() {
    let folder = folder();
    for (limit, code) in [("loi", 0), ("canh_bao", 1), ("goi_y", 1)] {
        let output = support::xaso(folder.path(), &["check", "--muc", limit]);
        assert_eq!(output.status.code(), Some(code), "{limit}");
    }
    let only = ["check", "--chi", "XS0404,XS0409", "--muc", "canh_bao"];
    assert_eq!(support::xaso(folder.path(), &only).status.code(), Some(0));
    for arguments in [&["check", "xa-khac"][..], &["check", "--chi", "XS4"]] {
        let output = support::xaso(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
    let empty = Folder::new();
    let output = support::xaso(empty.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_rule_is_turned_off_or_raised_with_a_reason_that_is_shown() {
    let folder = folder();
    let settings = folder.path().join("content/settings.yaml");
    fs::write(
        settings,
        "quy_tac:\n  - {ma: XS0474, muc: tat, ly_do: Tỉnh quy định mẫu riêng}\n  \
         - {ma: XS0404, muc: tat, ly_do: Tỉnh đã cho ý kiến chung}\n",
    )
    .expect("the settings");
    change(
        &folder,
        "minh_hoa: true\n",
        "minh_hoa: true\nquy_tac:\n  - {ma: XS0404, muc: loi, ly_do: Phải có ý kiến trước}\n",
    );
    let output = support::xaso(folder.path(), &["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report = json(&output);
    let findings = report["phat_hien"].as_array().expect("findings");
    let found: Vec<_> = findings
        .iter()
        .map(|finding| (finding["ma"].as_str(), finding["muc"].as_str()))
        .collect();
    // The commune has the last word.
    let advice = (Some("XS0499"), Some("goi_y"));
    assert_eq!(found, [(Some("XS0404"), Some("loi")), advice]);
    assert_eq!(report["dat_lai_muc"].as_array().map(Vec::len), Some(3));

    let output = support::xaso(folder.path(), &["build"]);
    assert_eq!(output.status.code(), Some(1));
    let text = support::transcript(&output);
    for line in [
        "quy tắc XS0474 tắt (content/settings.yaml:2): Tỉnh quy định mẫu riêng\n",
        "quy tắc XS0404 đặt là lỗi (content/communes/xa-mau.yaml:14): Phải có ý kiến trước\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn a_build_shows_no_advice() {
    let folder = folder();
    let output = support::xaso(folder.path(), &["build"]);
    let text = support::transcript(&output);
    assert!(output.status.success(), "{text}");
    assert!(
        text.contains("XS0474") && !text.contains("XS0404"),
        "{text}"
    );
}

#[test]
fn gaps_are_what_the_catalogue_has_and_the_plan_has_not() {
    let folder = folder();
    let output = support::xaso(folder.path(), &["check", "--gaps", "--format", "json"]);
    let report = json(&output);
    let gaps = &report["chua_chon"][0];
    assert_eq!(gaps["xa"], "xa-mau");
    let listed = |key: &str| -> BTreeSet<String> {
        let list = gaps[key].as_array().expect("a list");
        list.iter()
            .map(|gap| gap["ma"].as_str().expect("a code").to_owned())
            .collect()
    };
    let profile = fs::read_to_string(folder.path().join("content/communes/xa-mau.yaml"));
    let profile = profile.expect("the sample");
    let left_out = profile.split_once("khong_chon:").expect("a list").1;
    let left_out = left_out.split_once("nhiem_vu:").expect("its end").0;
    let left_out: BTreeSet<String> = left_out
        .lines()
        .filter_map(|line| line.strip_prefix("  - {ma: "))
        .map(|line| line.split(',').next().expect("a code").to_owned())
        .collect();
    assert_eq!(listed("thiet_yeu"), left_out);
    for gap in gaps["thiet_yeu"].as_array().expect("a list") {
        assert!(gap["ly_do"].is_string(), "{gap}");
    }
    let chosen = |what: &[&str]| -> usize {
        let arguments = [&["list"], what, &["--format", "json"]].concat();
        let rows: Value = json(&support::xaso(folder.path(), &arguments));
        let rows = rows.as_array().expect("rows").iter();
        rows.filter(|row| row["con_ap_dung"] != false).count()
    };
    // Of 6 objectives and 6 tasks in the sample.
    assert_eq!(listed("muc_tieu").len(), chosen(&["objectives"]) - 6);
    assert_eq!(listed("nhiem_vu").len(), chosen(&["tasks"]) - 6);
    // Of the 23 of this terrain, six are "whatever else" and one is chosen.
    let of_terrain = [
        "components",
        "--cap",
        "xa_bo_sung",
        "--dia-ban",
        "nong_thon",
    ];
    assert_eq!(listed("bo_sung").len(), chosen(&of_terrain) - 6 - 1);
    let page = folder.path().join("output/site/xa-mau/chua-chon.html");
    assert!(support::xaso(folder.path(), &["build"]).status.success());
    let page = fs::read_to_string(page).expect("the page");
    for key in ["thiet_yeu", "bo_sung", "muc_tieu", "nhiem_vu"] {
        for code in listed(key) {
            assert!(page.contains(&code), "{code} is not on the page");
        }
    }
}

#[test]
fn every_code_is_explained() {
    let folder = Folder::new();
    let rules = fs::read_to_string(support::project().join("content/rules.yaml"));
    let rules = rules.expect("the rules");
    let rules: serde_yaml::Value = serde_yaml::from_str(&rules).expect("YAML");
    let rules = rules.as_sequence().expect("a list");
    assert!(rules.len() > 90);
    for rule in rules {
        let words = |key: &str| rule[key].as_str().expect("a text");
        let code = words("ma");
        let output = support::xaso(folder.path(), &["explain", code]);
        assert_eq!(output.status.code(), Some(0), "{code}");
        let text = support::transcript(&output);
        assert!(
            text.starts_with(&format!("{code}. {}\n", words("ten"))),
            "{text}"
        );
        for part in ["Mức: ", "Vì sao:", "Cách sửa:"] {
            assert!(text.contains(part), "{text}");
        }
    }
    let output = support::xaso(folder.path(), &["explain", "XS9999"]);
    assert_eq!(output.status.code(), Some(2));
}
