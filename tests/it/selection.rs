//! Whatever a commune can choose yields a plan: for each terrain all its components, all the
//! objectives and all the tasks at once.

use std::fs;

use serde_json::Value;

use crate::page;
use crate::support;
use crate::support::Folder;

/// The rows of a listing.
fn list(folder: &Folder, arguments: &[&str]) -> Vec<Value> {
    let arguments = [&["list"], arguments, &["--format", "json"]].concat();
    let run = support::xaso(folder.path(), &arguments);
    assert!(run.status.success(), "{}", support::transcript(&run));
    serde_json::from_slice(&run.stdout).expect("JSON")
}

fn code(row: &Value) -> &str {
    row["ma"].as_str().expect("a code")
}

/// The profile with the part of this key written anew.
fn with_part(profile: &str, key: &str, lines: &str) -> String {
    let start = profile.find(&format!("\n{key}:")).expect("the part") + 1;
    let rest = &profile[start..];
    let end = rest
        .match_indices('\n')
        .map(|(index, _)| index + 1)
        .find(|index| rest[*index..].starts_with(|letter: char| letter.is_ascii_lowercase()))
        .unwrap_or(rest.len());
    format!("{}{key}:\n{lines}{}", &profile[..start], &rest[end..])
}

#[test]
fn whatever_a_terrain_offers_makes_a_plan() {
    for terrain in ["do_thi", "nong_thon", "mien_nui"] {
        let folder = Folder::sample();
        let mut components = list(&folder, &["components", "--dia-ban", terrain]);
        components.retain(|row| {
            row["cap"]
                .as_str()
                .is_some_and(|cap| cap.starts_with("xa_"))
        });
        assert!(components.len() > 60);
        let mut objectives = list(&folder, &["objectives"]);
        objectives.retain(|row| row["con_ap_dung"] == true);
        let tasks = list(&folder, &["tasks"]);

        let path = folder.path().join("content/communes/xa-mau.yaml");
        let profile = fs::read_to_string(&path).expect("the sample");
        let lines = |rows: &[Value]| -> String {
            rows.iter()
                .map(|row| format!("  - {}\n", code(row)))
                .collect()
        };
        let targets: String = objectives
            .iter()
            .map(|row| {
                // The values suit no objective; the reason says that this is meant.
                let values = "{2027: 3, 2028: 3}, ly_do: Giá trị để thử";
                format!(
                    "  - {{ma: {}, hien_trang: 3, gia_tri: {values}}}\n",
                    code(row)
                )
            })
            .collect();
        let profile = profile.replace("dia_ban: nong_thon", &format!("dia_ban: {terrain}"));
        let profile = with_part(&profile, "thanh_phan", &lines(&components));
        let costless: String = tasks
            .iter()
            .map(|row| format!("  - {{ma: {}, khong_kinh_phi: true}}\n", code(row)))
            .collect();
        let profile = with_part(&profile, "nhiem_vu", &costless);
        let profile = with_part(&profile, "khong_chon", "  []\n");
        let profile = with_part(&profile, "muc_tieu", &targets);
        let rule = "quy_tac: [{ma: XS0446, muc: tat, ly_do: Nhiệm vụ nào cũng được chọn để thử}]";
        let profile = format!("{profile}{rule}\n");
        fs::write(&path, profile).expect("the profile");

        let run = support::xaso(folder.path(), &["build"]);
        let transcript = support::transcript(&run);
        assert!(run.status.success(), "{transcript}");
        assert!(!transcript.contains("cảnh báo["), "{transcript}");
        for (page, rows) in [
            ("phan-iii", &objectives),
            ("phan-iv", &components),
            ("phu-luc-i", &tasks),
        ] {
            let html = folder
                .path()
                .join(format!("output/site/xa-mau/{page}.html"));
            let text = page::text(&fs::read_to_string(html).expect("a page"));
            for row in rows {
                let name = row["ten"].as_str().expect("a name");
                assert!(
                    text.contains(name),
                    "{terrain}: {} is not in {page}",
                    code(row)
                );
            }
            assert!(
                !text.contains("{{") && !text.contains("…"),
                "{terrain}: a gap in {page}"
            );
        }
    }
}
