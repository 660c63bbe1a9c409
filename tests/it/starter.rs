//! What a commune begins with: it is read as it is, makes a plan, and is never written over.

use std::fs;

use crate::support;
use crate::support::Folder;

const TERRAINS: [&str; 3] = ["do_thi", "nong_thon", "mien_nui"];

/// A folder in which `xaso new` was run.
fn begun(arguments: &[&str]) -> Folder {
    let folder = Folder::new();
    let run = support::xaso(folder.path(), &[&["new"], arguments].concat());
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder
}

#[test]
fn whatever_begins_makes_a_plan_as_it_is() {
    for (kind, name, slug) in [
        ("xa", "Xã Minh Sơn", "xa-minh-son"),
        ("phuong", "Yên Bình: \"Đông\"", "phuong-yen-binh-dong"),
        ("dac_khu", "  Phú   Quý ", "dac-khu-phu-quy"),
    ] {
        for terrain in TERRAINS {
            let years = if terrain == "do_thi" {
                "2026,2027,2028,2029,2030"
            } else {
                "2027"
            };
            let folder = begun(&[kind, name, "--dia-ban", terrain, "--nam", years]);
            let mut files = support::files_below(folder.path());
            files.retain(|path| !path.starts_with("content/schema/"));
            let wanted = [
                format!("budgets/{slug}.xlsx"),
                format!("content/communes/{slug}.yaml"),
            ];
            assert_eq!(files, wanted);
            // That nothing is estimated yet is all there is to say.
            let run = support::xaso(folder.path(), &["check"]);
            let report = support::transcript(&run);
            assert!(report.contains("0 lỗi, 1 cảnh báo, 0 gợi ý"), "{report}");
            assert!(report.contains("XS0476"), "{report}");
            let run = support::xaso(folder.path(), &["build"]);
            assert!(run.status.success(), "{}", support::transcript(&run));
            let plan = folder
                .path()
                .join(format!("output/site/{slug}/phan-iii.html"));
            let plan = fs::read_to_string(plan).expect("a page");
            assert!(plan.contains("Tỷ lệ văn bản đi được ký số"));
        }
    }
}

#[test]
fn a_profile_begins_with_what_fits_and_says_what_else_there_is() {
    let folder = begun(&["xa", "Mẫu", "--dia-ban", "mien_nui", "--nam", "2028"]);
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(path).expect("the profile");
    for line in [
        "  nam: [2028]",
        "  - HTS7",
        "  # - KTT24",
        "  - {ma: CQS-01, hien_trang: 0, gia_tri: {2028: 100}}",
        // Less is better: it begins at what is asked for.
        "  - {ma: CQS-35, hien_trang: 0, gia_tri: {2028: 0}}",
        "  - {so: 1, tu: 01/02/2028, den: 31/05/2028}",
        "  - {so: 3, tu: 01/10/2028, den: 31/12/2028}",
    ] {
        let found = profile.lines().any(|written| written.starts_with(line));
        assert!(found, "no {line}\n{profile}");
    }
    let schema = folder.path().join("content/schema/xa.json");
    assert!(schema.is_file(), "the first line names it");
    // The component of a city and the target that was given up are not even offered.
    assert!(!profile.contains("KTT12") && !profile.contains("CQS-24"));
}

#[test]
fn the_same_commune_begins_with_the_same_bytes() {
    let arguments = [
        "phuong",
        "Mẫu",
        "--dia-ban",
        "do_thi",
        "--tinh",
        "tỉnh An Bình",
    ];
    let (one, other) = (begun(&arguments), begun(&arguments));
    for name in support::files_below(one.path()) {
        let read = |folder: &Folder| fs::read(folder.path().join(&name)).expect("a file");
        assert!(read(&one) == read(&other), "{name}");
    }
}

#[test]
fn what_is_there_is_not_written_over() {
    for there in ["content/communes/xa-mau.yaml", "budgets/xa-mau.xlsx"] {
        let folder = Folder::new();
        let path = folder.path().join(there);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, "của xã").expect("a file");
        let run = support::xaso(folder.path(), &["new", "xa", "Mẫu", "--dia-ban", "do_thi"]);
        assert_eq!(run.status.code(), Some(2));
        let report = support::transcript(&run);
        assert!(
            report.contains("XS0901") && report.contains(there),
            "{report}"
        );
        assert_eq!(support::files_below(folder.path()), [there]);
        assert_eq!(fs::read_to_string(&path).expect("the file"), "của xã");
    }
}

#[test]
fn what_cannot_begin_is_said_and_leaves_nothing() {
    for (arguments, wanted) in [
        (
            &["xa", "../", "--dia-ban", "do_thi"][..],
            "`../` không phải là một tên",
        ),
        (
            &["xa", "Mẫu", "--dia-ban", "do_thi", "--nam", "2027,2029"],
            "phải liền nhau",
        ),
        (
            &["xa", "Mẫu", "--dia-ban", "do_thi", "--nam", "1027"],
            "1027",
        ),
        (&["huyen", "Mẫu", "--dia-ban", "do_thi"], "`huyen`"),
        (&["xa", "Mẫu"], "thiếu tham số"),
    ] {
        let folder = Folder::new();
        let run = support::xaso(folder.path(), &[&["new"], arguments].concat());
        let report = support::transcript(&run);
        assert_eq!(run.status.code(), Some(2), "{report}");
        assert!(report.contains(wanted), "{report}");
        assert!(support::files_below(folder.path()).is_empty());
    }
}

#[test]
fn what_is_to_be_weighed_is_shown_by_an_example_that_can_be_used() {
    let folder = begun(&["xa", "Mẫu", "--dia-ban", "nong_thon"]);
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(&path).expect("the profile");
    let (before, example) = profile.split_once("# thue_hay_mua:").expect("an example");
    let (example, after) = example.split_once("\n\n").expect("its end");
    let example = example.replace("\n# ", "\n");
    fs::write(&path, format!("{before}thue_hay_mua:{example}\n\n{after}")).expect("the profile");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let page = folder.path().join("output/site/xa-mau/phan-vi.html");
    let page = fs::read_to_string(page).expect("a page");
    assert!(page.contains("Biểu đồ chi phí thuê và mua: Máy tính xách tay"));
}
