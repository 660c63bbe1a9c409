//! Figures as large, as small and as many as a workbook holds: their sums are exact or reported, and
//! nothing panics.

use std::fs;

use rust_xlsxwriter::Workbook;
use xaso::diagnostic::Severity;
use xaso::load::Memory;
use xaso::load::Overlay;
use xaso::load::Request;
use xaso::model::Dong;
use xaso::pipeline::Session;

use crate::random::Random;
use crate::support;

const HEAD: [&str; 8] = [
    "Mã thành phần",
    "Nội dung chi",
    "Đơn vị tính",
    "Số lượng",
    "Đơn giá (đồng)",
    "Loại chi phí",
    "Năm",
    "Nguồn kinh phí",
];

/// The largest amount that the program counts.
const LARGEST: f64 = 999_999_999_999_999.0;

/// The sample, which weighs its network device, with an estimate of these quantities and prices.
fn sample(figures: &[(f64, f64)]) -> Memory {
    let profile = "content/communes/xa-mau.yaml";
    let sample = support::project().join("tests/cases/base").join(profile);
    let mut text = fs::read_to_string(sample).expect("the sample");
    text.push_str(
        "thue_hay_mua:\n  - {ten: Thiết bị mạng, thanh_phan: HTS7, so_luong: 2, mua: 15000000, \
         bao_duong: 0, thue: 4000000, chon: mua, ly_do: Dùng lâu dài}\n",
    );
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(HEAD) {
        sheet.write_string(0, column, name).expect("a cell");
    }
    for (row, (quantity, price)) in (1..).zip(figures) {
        let texts = [
            (0, "HTS7"),
            (1, "Thiết bị mạng"),
            (2, "bộ"),
            (5, "Đầu tư"),
            (7, "Xã"),
        ];
        for (column, text) in texts {
            sheet.write_string(row, column, text).expect("a cell");
        }
        for (column, number) in [(3, *quantity), (4, *price), (6, 2027.0)] {
            sheet.write_number(row, column, number).expect("a cell");
        }
    }
    let workbook = workbook.save_to_buffer().expect("a workbook");
    Memory::of([
        (profile, text.into_bytes()),
        ("budgets/xa-mau.xlsx", workbook),
    ])
}

/// What was read: how many lines, how many not, the sum; and whether an error says so.
fn read(figures: &[(f64, f64)]) -> (usize, usize, i128, bool) {
    let mut session = Session::default();
    let request = Request::all(Overlay::new(sample(figures)));
    let checked = session.check(&request);
    let tally = checked.tallies[0].clone();
    let lines = checked.communes[0].estimate.lines.iter();
    let sum: i128 = lines.map(|line| i128::from(line.amount.amount())).sum();
    assert_eq!(tally.total.amount(), sum);
    let mut session = Session::default();
    let plans = session.plans(&request, |plan| plan).communes;
    let findings = session.diagnostics.sorted(&session.sources);
    let has_error = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    assert_eq!(plans.is_empty(), has_error);
    if let Some(plan) = plans.first() {
        assert_eq!(i128::from(plan.funding.total.amount()), sum);
    }
    (tally.n_lines, tally.n_unread, sum, has_error)
}

#[test]
fn ten_thousand_weighed_lines_of_fifteen_digits_are_a_sum_that_is_reported() {
    let figures = vec![(LARGEST, 1.0); 10_000];
    let sum = 9_999_999_999_999_990_000;
    assert_eq!(read(&figures), (10_000, 0, sum, true));
    // As many of a thing that costs nothing are no sum at all, and no fault of counting.
    let figures = vec![(LARGEST, 0.0); 10_000];
    assert_eq!(read(&figures), (10_000, 0, 0, false));
}

#[test]
fn extreme_figures_are_exact_or_reported() {
    let quantities = [
        0.0,
        0.000_001,
        0.5,
        1.0,
        999_999_999.999_999,
        1e14,
        LARGEST,
        1e15,
    ];
    let prices = [
        0.0,
        1.0,
        999.0,
        1_000_000.0,
        5e9,
        999_999_999.0,
        1e14,
        LARGEST,
        1e15,
    ];
    let mut random = Random::new("extreme figures");
    for _ in 0..12 {
        let n_lines = 1 + random.below(40);
        let figures: Vec<(f64, f64)> = (0..n_lines)
            .map(|_| {
                let quantity = quantities[random.below(quantities.len())];
                (quantity, prices[random.below(prices.len())])
            })
            .collect();
        let (n_lines, n_unread, sum, has_error) = read(&figures);
        assert_eq!(n_lines + n_unread, figures.len(), "{figures:?}");
        let is_plan = n_unread == 0 && i64::try_from(sum).is_ok_and(|sum| Dong::new(sum).is_ok());
        assert!(has_error || is_plan, "{figures:?}");
    }
}
