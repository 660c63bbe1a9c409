//! Nothing is lost for its length: whatever the lengths of texts and words, each word is in the print, in
//! its order, inside the margins.

use super::built;
use super::copied;
use super::print_of;
use crate::page;
use crate::page::Word;
use crate::random::Random;
use crate::support;
use crate::support::Folder;

/// Words of some letters in all that occur nowhere else: `k3x0 k3x1 …`.
fn text(field: usize, letters: usize) -> String {
    let mut words = Vec::new();
    let mut length = 0;
    while length < letters {
        words.push(format!("k{field}x{}", words.len()));
        length += words[words.len() - 1].len() + 1;
    }
    words.join(" ")
}

/// Where texts of people stand in the sample, and what stands there when they are so long.
fn everywhere(mut long: impl FnMut() -> String) -> [Vec<(&'static str, String)>; 2] {
    let profile = vec![
        ("  so: 5/KH-UBND", format!("  so: {}", long())),
        (
            "  chuc_vu: Chủ tịch",
            format!("  chuc_vu: {}\n  ho_ten: {}", long(), long()),
        ),
        (
            "  - \"Lưu: VT\"",
            format!("  - {}\n  - {}\n  - {}", long(), long(), long()),
        ),
        (
            "hien_trang:\n  khao_sat:",
            format!(
                "can_cu:\n  - {}\nhien_trang:\n  tong_quan: {}\n  thuan_loi: {}\n  kho_khan: |-\n    - {}\n    - {}\n  khao_sat:",
                long(),
                long(),
                long(),
                long(),
                long()
            ),
        ),
        ("nhom: Hạ tầng số", format!("nhom: {}", long())),
        (
            "ten: Máy tính phục vụ công việc",
            format!("ten: {}", long()),
        ),
        (
            "don_vi: máy",
            format!("don_vi: {}\n          ghi_chu: {}", long(), long()),
        ),
        (
            "{ma: CQS-03, hien_trang: 60,",
            format!("{{ma: CQS-03, hien_trang: 60, ly_do: {},", long()),
        ),
        (
            "hinh_thuc: Mua sắm thiết bị",
            format!(
                "hinh_thuc: {}\n    phoi_hop: [thon, {}]\n    them_noi_dung: {}\n    ket_qua: {}\n    ly_do_mua: {}",
                long(),
                long(),
                long(),
                long(),
                long()
            ),
        ),
        ("Đã số hóa xong", long()),
        (
            "{ma: I.3, ten: Bảo đảm an toàn thông tin}",
            format!("{{ma: I.3, ten: {}}}", long()),
        ),
        (
            "nhiem_vu:\n",
            format!("van_ban:\n  dac-diem: {}\nnhiem_vu:\n", long()),
        ),
    ];
    let grid = vec![
        ("Thiết bị mạng", long()),
        ("Tỉnh\t\n", format!("Tỉnh\t{}\n", long())),
        (
            "Phần mềm phòng, chống mã độc\tmáy",
            format!("{}\t{}", long(), long()),
        ),
        ("Tự thanh toán\t\n", format!("Tự thanh toán\t{}\n", long())),
    ];
    [profile, grid]
}

/// No word stands in the margins, which no page has smaller; what hangs below the last line may.
fn assert_inside(words: &[Word]) {
    let margin = |millimetres: f64| millimetres * 72.0 / 25.4 - 1.0;
    for word in words {
        let (left, right, foot) = if word.page_width < word.page_height {
            (margin(30.0), margin(15.0), margin(20.0) - 3.0)
        } else {
            (margin(20.0), margin(20.0), margin(15.0) - 3.0)
        };
        assert!(
            word.left >= left
                && word.right <= word.page_width - right
                && word.bottom <= word.page_height - foot,
            "outside the page: {word:?}"
        );
    }
}

#[test]
fn every_word_of_long_texts_is_printed_in_its_order() {
    for round in 0..3 {
        let mut random = Random::new(&format!("long texts {round}"));
        let mut lengths = Vec::new();
        let [profile, grid] = everywhere(|| {
            let short = 1 + random.below(400);
            lengths.push([short, 1_200 + random.below(4_800)][random.below(2)]);
            text(lengths.len() - 1, lengths[lengths.len() - 1])
        });
        let folder = built(&profile, &grid);
        let mut words = page::words(&print_of(&folder));
        assert_inside(&words);
        for word in &mut words {
            // An office is printed in capitals.
            word.text = word.text.to_lowercase();
        }
        words.sort_by(|a, b| {
            let place = |word: &Word| (word.page, word.top, word.left);
            place(a).partial_cmp(&place(b)).expect("places")
        });
        for (field, letters) in lengths.into_iter().enumerate() {
            let start = format!("k{field}x");
            let printed: Vec<usize> = words
                .iter()
                .filter_map(|word| word.text.strip_prefix(&start))
                .map(|number| number.trim_end_matches([',', '.', ';', ':', ')']))
                .map(|number| number.parse().expect("the number of a word"))
                .collect();
            let n_words = text(field, letters).split(' ').count();
            let whole = 0..n_words;
            assert!(
                !printed.is_empty(),
                "round {round}: field {field} of {letters} letters"
            );
            for copy in printed.chunks(n_words) {
                assert!(
                    copy.iter().copied().eq(whole.clone()),
                    "round {round}: field {field} of {letters} letters: {copy:?}"
                );
            }
        }
    }
}

#[test]
fn words_that_no_line_holds_go_on_in_the_next() {
    let mut random = Random::new("long words");
    let mut written = Vec::new();
    let [profile, grid] = everywhere(|| {
        let number = written.len();
        let word = match number % 4 {
            0 => format!(
                "https://xa-mau.gov.vn/a{number}/tai-lieu?ma={}",
                "0a1b".repeat(40)
            ),
            1 => format!(
                "M{number}{}",
                random.pick(&["W", "Ẵ", "i"]).repeat(40 + random.below(160))
            ),
            2 => format!("Q{number}{}", "đặng".repeat(50)),
            _ => format!("{number}/QĐ-UBND-{}", "TTĐHTM".repeat(30)),
        };
        written.push(word.clone());
        word
    });
    let folder = built(&profile, &grid);
    let print = print_of(&folder);
    assert_inside(&page::words(&print));
    // Without the page numbers above; an office is printed in capitals.
    let below = ["-raw", "-x", "0", "-y", "60", "-W", "1000", "-H", "1000"];
    let text = page::squeeze(&copied(&print, &below)).to_lowercase();
    for word in written {
        let word = word.to_lowercase();
        assert!(text.contains(&word), "not in one piece: {word}");
    }
}

/// Places of the sample with what is written there instead, each from a report of what other programs lost.
const LONG_PLACES: &[(&str, &str, &str, usize)] = &[
    // py-pdf/fpdf2#1142: the note of one line takes more than a page.
    ("grid", "Tỉnh\t\n", "Tỉnh\tX\n", 4_000),
    // prawnpdf/prawn#149: what follows a cell of several pages.
    ("grid", "Thiết bị mạng", "X", 9_000),
    // QuestPDF/QuestPDF#442: a row begins where there is room for a part of it only.
    ("grid", "Tập huấn sử dụng nền tảng số", "X", 700),
    // A short table, which stays on one page where it can.
    (
        "profile",
        "don_vi: máy",
        "don_vi: máy\n          ghi_chu: X",
        5_000,
    ),
    // The heading of a group of rows.
    ("profile", "nhom: Hạ tầng số", "nhom: X", 6_000),
    // The closing words stand with the signature: more recipients than a page has lines.
    ("profile", "  - \"Lưu: VT\"", "  - X", 7_000),
    // A quarter of the page is the office of the one who signs.
    ("profile", "  chuc_vu: Chủ tịch", "  chuc_vu: X", 2_500),
];

#[test]
fn each_place_alone_may_be_long() {
    for (file, old, new, letters) in LONG_PLACES {
        let change = vec![(*old, new.replace('X', &text(0, *letters)))];
        let folder = match *file {
            "grid" => built(&[], &change),
            _ => built(&change, &[]),
        };
        let words = page::words(&print_of(&folder));
        assert_inside(&words);
        let n_words = text(0, *letters).split(' ').count();
        let printed = words.iter().map(|word| word.text.to_lowercase());
        let printed = printed.filter(|word| word.starts_with("k0x")).count();
        assert!(
            printed >= n_words && printed.is_multiple_of(n_words),
            "{old}: {printed} of {n_words}"
        );
        let figures = words
            .iter()
            .filter(|word| word.text == "14.400.000")
            .count();
        assert!(figures > 1, "{old}: the line's own amount");
    }
}

#[test]
fn a_row_of_a_few_lines_stays_whole_below_its_head() {
    let letters = |line: usize| 60 + line * 7;
    let lines: Vec<String> = (0..40)
        .map(|line| {
            format!(
                "{line}\tIII.3\tNVXHS2\t{}\tlớp\t1\t100000\t100000\tThuê dịch vụ\t2027\tXã\t\n",
                text(line, letters(line))
            )
        })
        .collect();
    let total = "\t\t\tTổng cộng\t\t\t\t87420000";
    let words = page::words(&print_of(&built(&[], &[(total, lines.concat())])));
    // The appendices behind that of the money have short tables.
    let last = words.iter().filter(|word| word.text.starts_with("k39x"));
    let last = last.map(|word| word.page).max().expect("the last line");
    let heads = || {
        let heads = words.iter().filter(|word| word.text == "STT");
        heads.filter(|word| word.page <= last)
    };
    for line in 0..40 {
        let start = format!("k{line}x");
        let row: Vec<&Word> = words
            .iter()
            .filter(|word| word.text.starts_with(&start))
            .collect();
        let n_words = text(line, letters(line)).split(' ').count();
        assert!(
            !row.is_empty() && row.len().is_multiple_of(n_words),
            "line {line}"
        );
        for copy in row.chunks(n_words) {
            let page = copy[0].page;
            assert!(
                copy.iter().all(|word| word.page == page),
                "line {line} is torn: {copy:?}"
            );
            let is_above = |head: &Word| head.page == page && head.top < copy[0].top;
            assert!(heads().any(is_above), "line {line} without a head");
        }
    }
    for head in heads() {
        let is_below = |word: &Word| word.page == head.page && word.top > head.top + 40.0;
        assert!(words.iter().any(is_below), "a head alone: {head:?}");
    }
}

#[test]
fn what_no_print_can_hold_is_found_where_it_stands() {
    for (old, new, code) in [
        (
            "nhiem_vu:\n",
            format!(
                "van_ban:\n  dac-diem: Mã {}\nnhiem_vu:\n",
                "x".repeat(40_001)
            ),
            "XS0503",
        ),
        (
            "nhiem_vu:\n",
            format!(
                "van_ban:\n  dac-diem: Xem [trang](https://a.vn/{}).\nnhiem_vu:\n",
                "x".repeat(2_000)
            ),
            "XS0504",
        ),
        (
            "ten: Mẫu",
            format!("ten: {}", "Xa ".repeat(10_001)),
            "XS0505",
        ),
    ] {
        let folder = Folder::sample();
        super::change(&folder, "content/communes/xa-mau.yaml", &[(old, new)]);
        let run = support::xaso(folder.path(), &["build"]);
        let seen = support::transcript(&run);
        assert_eq!(run.status.code(), Some(1), "{code}: {}", seen.len());
        let place = " ╭▸ content/communes/xa-mau.yaml:";
        assert!(
            seen.contains(code) && seen.contains(place),
            "{code}: {seen:.3000}"
        );
        assert!(!seen.contains("XS0501"), "{code}");
    }
    // Below these bounds all is printed.
    let own = format!("van_ban:\n  dac-diem: {}\nnhiem_vu:\n", "xy".repeat(16_500));
    let folder = built(&[("nhiem_vu:\n", own)], &[]);
    let words = page::words(&print_of(&folder));
    assert_inside(&words);
    let letters = words.iter().flat_map(|word| word.text.chars());
    assert!(letters.filter(|letter| *letter == 'y').count() >= 16_500);
    // More numbers of documents than typst finds in one paragraph by a rule.
    let numbers = "Quyết định 12/2027/QĐ-UBND ".repeat(700);
    let own = format!("van_ban:\n  dac-diem: {numbers}\nnhiem_vu:\n");
    let folder = built(&[("nhiem_vu:\n", own)], &[]);
    let words = page::words(&print_of(&folder));
    let printed = words.iter().filter(|word| word.text == "12/2027/QĐ-UBND");
    assert_eq!(printed.count(), 700);
}
