//! How fast an estimate of 100,000 lines is read, checked and summed, beside calamine's own reading of
//! the same file in the same run. `cargo bench` makes the workbook first; nothing is kept.

#![expect(clippy::print_stdout, reason = "the ratio is what it is run for")]

#[path = "../tests/support/mod.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod support;

use std::fs;
use std::hint::black_box;
use std::io::Cursor;
use std::path::Path;
use std::time::Instant;

use calamine::Data;
use calamine::Range;
use calamine::Reader;
use calamine::Xlsx;
use rust_xlsxwriter::Workbook;
use support::Folder;
use xaso::load::Overlay;
use xaso::load::Request;
use xaso::model::CostKind;
use xaso::model::CostLine;
use xaso::model::Dong;
use xaso::model::Levels;
use xaso::model::plan::Plan;
use xaso::pipeline::Session;

const SLUG: &str = "xa-minh-son-ha";
const LINES: u32 = 100_000;
const ROUNDS: usize = 21;
const SHEET: &str = "Dự toán";

/// The cost lines of the sample commune, as often as it takes, each with words of its own.
fn fill(folder: &Path) -> Dong {
    let mut session = Session::default();
    let checked = session.check(&Request::some(
        Overlay::of_folder(support::project()),
        [SLUG.to_owned()],
    ));
    let lines = &checked.communes[0].estimate.lines;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(SHEET).expect("a name");
    let head = "Dòng|Mã thành phần|Nội dung chi|Đơn vị tính|Số lượng|Đơn giá (đồng)|\
        Thành tiền (đồng)|Loại chi phí|Năm|Nguồn kinh phí|Ghi chú";
    for (column, name) in (0..).zip(head.split('|')) {
        sheet.write(0, column, name).expect("a cell");
    }
    let mut total = Dong::ZERO;
    for (row, line) in (1..=LINES).zip(lines.iter().cycle()) {
        let (texts, numbers) = cells(line, row);
        for (column, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, *column, text).expect("a cell");
        }
        for (column, number) in numbers {
            let number: f64 = number.parse().expect("a number");
            sheet.write(row, column, number).expect("a cell");
        }
        total = total.plus(line.amount).expect("a sum in range");
    }
    fs::create_dir_all(folder.join("budgets")).expect("a folder");
    fs::create_dir_all(folder.join("content/communes")).expect("a folder");
    let estimate = folder.join(format!("budgets/{SLUG}.xlsx"));
    workbook.save(estimate).expect("a workbook");
    for path in [
        "budgets/don-gia.xlsx".to_owned(),
        format!("content/communes/{SLUG}.yaml"),
    ] {
        fs::copy(support::project().join(&path), folder.join(&path)).expect("a copy");
    }
    total
}

/// A cell of a line: its column and what it holds.
type Written = (u16, String);

/// A line's texts and numbers.
fn cells(line: &CostLine, row: u32) -> ([Written; 7], [Written; 4]) {
    let kind = match line.kind {
        CostKind::Investment => "Đầu tư",
        CostKind::Socialised => "Xã hội hóa",
        CostKind::Rent => "Thuê dịch vụ",
        CostKind::Upkeep => "Bảo dưỡng",
        CostKind::YearlyRent => "Thuê hằng năm",
    };
    let source = line.source.written(Levels::GENERAL);
    let texts = [
        (0, line.row.to_string()),
        (1, line.component.as_deref().unwrap_or_default().to_owned()),
        (2, format!("{} (đợt {row})", line.description)),
        (3, line.unit.clone()),
        (7, kind.to_owned()),
        (9, source.to_owned()),
        (10, line.note.clone()),
    ];
    let (whole, fraction) = line.quantity.digits();
    let numbers = [
        (4, format!("{whole}.{fraction}0")),
        (5, line.unit_price.amount().to_string()),
        (6, line.amount.amount().to_string()),
        (8, line.year.to_string()),
    ];
    (texts, numbers)
}

/// The plan of the folder, read, checked, summed, and what it was read into.
fn plan(folder: &Path) -> (Plan, Session) {
    let mut session = Session::default();
    let mut plans = session
        .plans(&Request::all(Overlay::of_folder(folder)), |plan| plan)
        .communes;
    (plans.pop().expect("a plan"), session)
}

/// The cells that calamine reads.
fn read(bytes: &[u8]) -> (usize, Range<Data>) {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = workbook.worksheet_range(SHEET).expect("the sheet");
    (range.used_cells().count(), range)
}

fn main() {
    let folder = Folder::new();
    let total = fill(folder.path());
    let file = folder.path().join(format!("budgets/{SLUG}.xlsx"));
    assert_eq!(plan(folder.path()).0.funding.total, total);
    // In turns, and held against each other turn by turn: what else the machine does slows down both.
    let rounds = (0..ROUNDS).map(|_| {
        let calamine = timed(|| read(&fs::read(&file).expect("a workbook")));
        (calamine, timed(|| plan(folder.path())))
    });
    let rounds: Vec<(f64, f64)> = rounds.collect();
    let median = |of: fn(&(f64, f64)) -> f64| {
        let mut values: Vec<f64> = rounds.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[ROUNDS / 2]
    };
    println!(
        "calamine reads {:.0} lines/s; xaso reads, checks and sums {:.0} lines/s: {:.2} of it (medians of {ROUNDS} rounds)",
        median(|(calamine, _)| *calamine),
        median(|(_, xaso)| *xaso),
        median(|(calamine, xaso)| xaso / calamine)
    );
}

/// The lines a second of something that goes through all of them. Giving back the memory of what was made
/// does not count: a program ends there.
fn timed<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let made = black_box(run());
    let time = start.elapsed();
    drop(made);
    f64::from(LINES) / time.as_secs_f64()
}
