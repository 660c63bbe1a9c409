//! What a commune adds to the catalogue stands wherever the catalogue's own entries stand: on the pages, in both
//! prints and in the workbook; and who issues and signs a plan stands as the form of official papers has it.

use std::fs;
use std::path::PathBuf;

use crate::page;
use crate::support;
use crate::support::Folder;
use crate::xlsx;

/// Three entries of the commune's own, each behind the key of its list.
const OWN: [(&str, &str); 3] = [
    (
        "muc_tieu:\n",
        "  - {ten: Quầy hàng nhận thanh toán số, tru_cot: kinh_te_so, don_vi: quầy, cach_do: Đếm số quầy có mã QR., thanh_phan: [CHO1], hien_trang: 2, gia_tri: {2027: 30, 2028: 60}}\n",
    ),
    (
        "thanh_phan:\n",
        "  - {ten: Chợ số tại chợ trung tâm, ma: CHO1, tru_cot: kinh_te_so, lop: 3, giai_doan: [2, 3], dong: II.1, chu_tri: phong_kinh_te, noi_dung: Trang bị mã QR cho 60 quầy., ket_qua: 60/60 quầy có mã QR, cach_lam: Lập danh sách quầy trước khi in mã.}\n",
    ),
    (
        "nhiem_vu:\n",
        "  - {ten: Tuần lễ không dùng tiền mặt, tru_cot: kinh_te_so, chu_tri: phong_kinh_te, noi_dung: Tổ chức tuần lễ tại chợ, ket_qua: 500 lượt thanh toán, thanh_phan: [CHO1], thuong_xuyen: true, khong_kinh_phi: true}\n",
    ),
];

/// The sample with these texts put behind each first one of its profile, built.
fn built(additions: &[(&str, &str)]) -> (Folder, PathBuf) {
    let folder = Folder::sample_as_grid();
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let mut text = fs::read_to_string(&profile).expect("the profile");
    for (key, addition) in additions {
        assert!(text.contains(key), "{key}");
        text = text.replacen(key, &format!("{key}{addition}"), 1);
    }
    fs::write(&profile, text).expect("the profile");
    let grid = folder.path().join("budgets/xa-mau.grid");
    let lines = fs::read_to_string(&grid).expect("the estimate");
    let own = "7\t\tCHO1\tBảng mã QR của quầy\tquầy\t60\t100000\t6000000\tThuê dịch vụ\t2028\tXã\t\n1\tI.1.8";
    if additions.len() == OWN.len() {
        let lines = lines.replacen("1\tI.1.8", own, 1);
        fs::write(&grid, lines.replace("87420000", "93420000")).expect("the estimate");
    }
    support::grids_to_workbooks(folder.path());
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let site = folder.path().join("output/site/xa-mau");
    (folder, site)
}

#[test]
fn own_entries_stand_where_those_of_the_catalogue_stand() {
    let (_folder, site) = built(&OWN);
    for (file, wanted) in [
        ("phan-iii.html", "Quầy hàng nhận thanh toán số"),
        ("phu-luc-v.html", "Đếm số quầy có mã QR."),
        ("phan-iv.html", "Trang bị mã QR cho 60 quầy."),
        ("phan-v.html", "CHO1"),
        ("phu-luc-i.html", "Tổ chức tuần lễ tại chợ"),
        ("phu-luc-ii.html", "Bảng mã QR của quầy"),
        ("phu-luc-iii.html", "NVR-01"),
        ("phu-luc-iv.html", "CHO1"),
        ("huong-dan.html", "Chợ số tại chợ trung tâm"),
        (
            "huong-dan-phong-kinh-te.html",
            "Lập danh sách quầy trước khi in mã.",
        ),
    ] {
        let html = fs::read_to_string(site.join(file)).expect("a page");
        assert!(page::text(&html).contains(wanted), "{file}: {wanted}");
    }
    let print = page::print_text(&site.join("ke-hoach.pdf"));
    for wanted in [
        "CTR-01",
        "CHO1",
        "NVR-01",
        "Quầy hàng nhận thanh toán số",
        "Thường xuyên",
    ] {
        assert!(print.contains(&page::squeeze(wanted)), "{wanted}");
    }
    let guidance = page::print_text(&site.join("huong-dan.pdf"));
    assert!(guidance.contains(&page::squeeze("Lập danh sách quầy trước khi in mã.")));
    let workbook = site.join("du-toan.xlsx");
    for (sheet, wanted) in [
        ("Dự toán", "CHO1"),
        ("Phụ lục I", "Tuần lễ không dùng tiền mặt"),
        ("Phụ lục III", "NVR-01"),
    ] {
        let cells = xlsx::cells(&workbook, sheet);
        let mut texts = cells.iter().flatten();
        assert!(
            texts.any(|cell| cell.to_string().contains(wanted)),
            "{sheet}: {wanted}"
        );
    }
}

#[test]
fn work_of_several_phases_stands_in_each_and_its_money_goes_with_the_years() {
    let (_folder, site) = built(&OWN);
    let html = fs::read_to_string(site.join("phan-v.html")).expect("a page");
    let text = page::text(&html);
    assert_eq!(
        text.matches("CHO1").count(),
        2,
        "once in each of its phases"
    );
    let html = fs::read_to_string(site.join("phan-vi.html")).expect("a page");
    let phases = page::table(&html, "theo-giai-doan");
    let shared = phases
        .iter()
        .find(|row| row[0] == "Chung các giai đoạn 2, 3");
    let shared = shared.expect("the phases in which it has days of 2028");
    assert_eq!(shared.last().map(String::as_str), Some("6.000.000"));
}

#[test]
fn a_draft_says_so_wherever_it_is_read() {
    let folder = Folder::sample();
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    let text = text.replace(
        "  so: 5/KH-UBND\n  ngay: 08/01/2027\n",
        "  du_thao: true\n  ngay: 01/2027\n",
    );
    fs::write(&profile, text).expect("the profile");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let site = folder.path().join("output/site/xa-mau");
    let first = page::first_page(&site.join("ke-hoach.pdf"));
    for wanted in ["DỰTHẢO", "Số:/KH-UBND", "Mẫu,ngàytháng01năm2027"] {
        assert!(first.contains(wanted), "{wanted}: {first}");
    }
    for file in support::files_below(&site) {
        if file.ends_with(".html") {
            let html = fs::read_to_string(site.join(&file)).expect("a page");
            assert!(html.contains("DỰ THẢO"), "{file}");
            assert!(
                !html.contains("31/01/2027"),
                "{file} has the day of the fallback"
            );
        }
    }
}
