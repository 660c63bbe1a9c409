//! What lies on the disk after a build: the same bytes each time, whole or not at all, and pages
//! that lead only to pages that are there.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::page;
use crate::plans;
use crate::support;
use crate::support::Folder;

/// Two folders hold the same files, byte for byte.
pub(crate) fn same(left: &Path, right: &Path) {
    let files = support::files_below(left);
    assert_eq!(files, support::files_below(right));
    assert!(files.len() > 10);
    for path in files {
        let same = fs::read(left.join(&path)).expect("a file")
            == fs::read(right.join(&path)).expect("a file");
        assert!(same, "{path} differs");
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    let folder = Folder::new();
    let output = folder.path().join("elsewhere/output");
    let run = Command::new(env!("CARGO_BIN_EXE_xaso"))
        .args(["build", "--output"])
        .arg(&output)
        .current_dir(support::project())
        .env("TZ", "Pacific/Kiritimati")
        .env("LANG", "tr_TR.UTF-8")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("the binary runs");
    assert!(run.status.success(), "{}", support::transcript(&run));
    same(&plans::site(), &output.join("site"));
}

#[test]
fn a_failed_build_leaves_the_old_output() {
    let folder = Folder::sample();
    let before = Folder::new();
    assert!(support::xaso(folder.path(), &["build"]).status.success());
    support::copy_below(&folder.path().join("output"), before.path());
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    fs::write(&profile, text.replace("ANM7", "ANM70")).expect("a broken profile");
    assert_eq!(
        support::xaso(folder.path(), &["build"]).status.code(),
        Some(1)
    );
    same(before.path(), &folder.path().join("output"));
}

#[test]
fn a_build_takes_away_what_it_no_longer_makes_and_keeps_what_it_never_made() {
    let folder = Folder::sample();
    assert!(support::xaso(folder.path(), &["build"]).status.success());
    let site = folder.path().join("output/site");
    fs::write(site.join("ghi-chu.txt"), "của tôi").expect("a file of somebody else");
    let communes = folder.path().join("content/communes");
    fs::rename(communes.join("xa-mau.yaml"), communes.join("xa-moi.yaml")).expect("renamed");
    let budgets = folder.path().join("budgets");
    fs::rename(budgets.join("xa-mau.xlsx"), budgets.join("xa-moi.xlsx")).expect("renamed");
    let build = support::transcript(&support::xaso(folder.path(), &["build"]));
    assert!(
        build.contains("kế hoạch tạo lần trước của: xa-mau;"),
        "{build}"
    );
    assert!(site.join("xa-moi/index.html").exists());
    assert!(!site.join("xa-mau").exists());
    assert_eq!(
        fs::read_to_string(site.join("ghi-chu.txt")).expect("kept"),
        "của tôi"
    );
    let left: Vec<_> = fs::read_dir(folder.path().join("output"))
        .expect("the output")
        .collect();
    assert_eq!(left.len(), 1, "nothing but the site is left behind");
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let folder = Folder::sample();
    let site = folder.path().join("output/site");
    fs::create_dir_all(&site).expect("a folder");
    fs::write(site.join("trang-cu.html"), "trang của cơ quan").expect("a page of somebody else");
    let run = support::xaso(folder.path(), &["build"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(support::transcript(&run).contains("lỗi[XS0901]: thư mục này đã có"));
    assert_eq!(support::files_below(&site), ["trang-cu.html"]);
}

#[test]
fn every_link_leads_to_a_page_that_is_there_and_no_page_runs_anything() {
    let site = plans::site();
    let mut n_links = 0;
    for path in support::files_below(&site)
        .iter()
        .filter(|path| path.ends_with(".html"))
    {
        let html = fs::read_to_string(site.join(path)).expect("a page");
        for active in [
            "<script",
            "javascript:",
            "<iframe",
            "<object",
            " onclick",
            " onload",
        ] {
            assert!(!html.contains(active), "{path} holds {active}");
        }
        for link in page::links(&html) {
            let (target, anchor) = link.split_once('#').unwrap_or((link.as_str(), ""));
            assert!(
                !target.starts_with('/') && !target.contains(':'),
                "{path}: {link}"
            );
            let folder = site.join(path).parent().expect("a folder").to_owned();
            let target = if target.is_empty() {
                site.join(path)
            } else {
                folder.join(target)
            };
            assert!(
                target.is_file(),
                "{path} links to {link}, which is not there"
            );
            if !anchor.is_empty() {
                let page = fs::read_to_string(&target).expect("a page");
                assert!(page.contains(&format!("id=\"{anchor}\"")), "{path}: {link}");
            }
            n_links += 1;
        }
    }
    assert!(n_links > 500, "{n_links} links");
}

#[test]
fn letters_with_their_marks_apart_a_byte_order_mark_and_windows_lines_change_nothing() {
    let (plain, odd) = (Folder::sample(), Folder::sample());
    let profile = odd.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    let apart: String = unicode_normalization::UnicodeNormalization::nfd(text.as_str()).collect();
    fs::write(&profile, format!("\u{feff}{}", apart.replace('\n', "\r\n"))).expect("the profile");
    for folder in [&plain, &odd] {
        let run = support::xaso(folder.path(), &["build"]);
        assert!(run.status.success(), "{}", support::transcript(&run));
    }
    same(&plain.path().join("output"), &odd.path().join("output"));
}

#[test]
fn signs_of_markup_in_a_name_stay_text() {
    let folder = Folder::sample();
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    let name = "A*b* <b>_c_</b> & {{ xa.ten }}";
    let text = text.replace("  ten: Mẫu\n", &format!("  ten: \"{name}\"\n"));
    fs::write(&profile, text).expect("the profile");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let folder = folder.path().join("output/site/xa-mau");
    let html = fs::read_to_string(folder.join("phan-ii.html")).expect("a page");
    assert!(!html.contains("<b>"));
    let (_, guidance) = html
        .split_once("<h2 id=\"muc-1\"")
        .expect("the first heading");
    assert!(
        page::text(guidance).contains(name),
        "the name stands in the guidance as it was written"
    );
    let print = page::print_text(&folder.join("ke-hoach.pdf"));
    assert!(print.contains(&page::squeeze(name)));
}

/// A Mac parts letters and their marks in the names of files; the profile may come from elsewhere.
#[cfg(target_os = "linux")]
#[test]
fn an_estimate_whose_name_has_its_marks_apart_is_read() {
    let folder = Folder::sample();
    let (profiles, budgets) = (
        folder.path().join("content/communes"),
        folder.path().join("budgets"),
    );
    let apart = budgets.join("xa\u{303}-ma\u{302}\u{303}u.xlsx");
    fs::rename(profiles.join("xa-mau.yaml"), profiles.join("xã-mẫu.yaml")).expect("a profile");
    fs::rename(budgets.join("xa-mau.xlsx"), &apart).expect("an estimate");
    let output = support::xaso(folder.path(), &["check", "xa\u{303}-ma\u{302}\u{303}u"]);
    let said = support::transcript(&output);
    assert!(
        output.status.success() && !said.contains("XS0017"),
        "{said}"
    );
    fs::copy(&apart, budgets.join("xã-mẫu.xlsx")).expect("a second one");
    let said = support::transcript(&support::xaso(folder.path(), &["check"]));
    assert!(
        said.contains("XS0017") && said.contains("viết tách rời"),
        "{said}"
    );
}
