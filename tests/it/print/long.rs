//! Nothing is lost for its length: whatever the lengths of texts and words, each word is in the print, in
//! its order, inside the margins.

use super::built;
use super::copied;
use super::print_of;
use crate::page;
use crate::page::Word;
use crate::random::Random;

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
