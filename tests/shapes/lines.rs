//! The lines of an estimate, made up, and what of them must come out.

use xaso::model::CostKind;
use xaso::model::CostLine;
use xaso::model::FundingSource;

use crate::random::Random;

/// What must come out of a line: row, component, kind, year, source and đồng.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    row: String,
    component: String,
    kind: String,
    year: i32,
    source: String,
    amount: i64,
}

impl Entry {
    /// What the program read.
    pub(crate) fn of(line: &CostLine) -> Self {
        Self {
            row: line.row.to_string(),
            component: line.component.as_deref().unwrap_or_default().to_owned(),
            kind: format!("{:?}", line.kind),
            year: line.year,
            source: format!("{:?}", line.source),
            amount: line.amount.amount(),
        }
    }
}

/// A line as an accountant thinks of it.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub row: &'static str,
    pub component: &'static str,
    pub description: String,
    pub unit: &'static str,
    pub quantity: i64,
    /// Đồng.
    pub price: i64,
    pub kind: (&'static str, CostKind),
    pub year: i32,
    pub source: (&'static str, FundingSource),
}

pub(crate) const CODES: [(&str, &str); 5] = [
    ("I.1.8", "HTS7"),
    ("I.3", "ANM7"),
    ("I.1.1", "ƯDCQS6"),
    ("II.1", "NVKTS1"),
    ("III.3", "NVXHS2"),
];

pub(crate) const SOURCES: [(&str, FundingSource); 3] = [
    ("Tỉnh", FundingSource::Province),
    ("Xã", FundingSource::Commune),
    ("Tự thanh toán", FundingSource::SelfPaid),
];

const KINDS: [(&str, CostKind); 4] = [
    ("Đầu tư", CostKind::Investment),
    ("Thuê dịch vụ", CostKind::Rent),
    ("Bảo dưỡng", CostKind::Upkeep),
    ("Thuê hằng năm", CostKind::YearlyRent),
];

const THINGS: [&str; 10] = [
    "Thiết bị mạng",
    "Máy tính để bàn",
    "Thuê đường truyền",
    "Tập huấn kỹ năng số",
    "Phần mềm phòng, chống mã độc",
    "Tổng đài hỗ trợ người dân",
    "Cổng kết nối",
    "Nhập dữ liệu hồ sơ",
    "Dự phòng thiết bị lưu điện",
    "Thuế tên miền và lưu trữ",
];

const UNITS: [&str; 6] = ["bộ", "máy", "tháng", "lớp", "công", "trọn gói"];

impl Line {
    /// đồng.
    pub(crate) fn amount(&self) -> i64 {
        self.quantity * self.price
    }

    /// What must come out of it.
    pub(crate) fn entry(&self) -> Entry {
        self.share(self.year, self.source.1, self.amount())
    }

    /// What must come out of a share of it.
    pub(crate) fn share(&self, year: i32, source: FundingSource, amount: i64) -> Entry {
        Entry {
            row: self.row.to_owned(),
            component: self.component.to_owned(),
            kind: format!("{:?}", self.kind.1),
            year,
            source: format!("{source:?}"),
            amount,
        }
    }
}

/// A few lines, each its own: prices in whole thousands, from 100.000 đồng.
pub(crate) fn some(random: &mut Random) -> Vec<Line> {
    let n_lines = 2 + random.below(7);
    (0..n_lines)
        .map(|index| {
            let (row, component) = CODES[random.below(CODES.len())];
            let price = 100_000 + 1_000 * i64::try_from(random.below(90_000)).expect("a price");
            Line {
                row,
                component,
                description: format!("{} ({})", THINGS[random.below(THINGS.len())], index + 1),
                unit: UNITS[random.below(UNITS.len())],
                quantity: i64::try_from(1 + random.below(40)).expect("a quantity"),
                price,
                kind: KINDS[random.below(KINDS.len())],
                year: 2027 + i32::try_from(random.below(2)).expect("a year"),
                source: SOURCES[random.below(SOURCES.len())],
            }
        })
        .collect()
}

/// The lines with those of the same code together.
pub(crate) fn grouped(lines: &[Line]) -> Vec<(&'static str, &'static str, Vec<Line>)> {
    CODES
        .iter()
        .map(|(row, component)| {
            let own = lines.iter().filter(|line| line.row == *row).cloned();
            (*row, *component, own.collect::<Vec<_>>())
        })
        .filter(|(.., own)| !own.is_empty())
        .collect()
}
