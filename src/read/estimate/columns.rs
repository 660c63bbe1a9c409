//! The columns of an estimate and what a head may say of the shares of an amount.

use super::spans::is_whole;
use super::spans::period_of;
use super::spans::year_of;
use super::values::kind_of;
use super::values::source_of;
use crate::model::fold;
use crate::read::table::Column as TableColumn;
use crate::read::table::Named;
use crate::read::table::Part;
use crate::read::table::Share;

/// A column of the estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Number,
    Row,
    Component,
    Description,
    Unit,
    Quantity,
    UnitPrice,
    Amount,
    Kind,
    Year,
    Source,
    Note,
}

/// The part that tells how much, by a price or by whole amounts.
pub(super) const HOW_MUCH: &str = "Đơn giá (hoặc Thành tiền)";

/// The parts without which no line can be counted, though a heading or the tab may tell them.
pub(super) const KIND: &str = "Loại chi phí";
pub(super) const SOURCE: &str = "Nguồn kinh phí";

/// The columns of codes, of which one is enough.
pub(super) const CODE: &str = "Dòng (hoặc Mã thành phần)";

/// The year, as messages ask for it.
pub(super) const YEAR: &str = "Năm (hoặc ghi năm ở tên trang)";

impl TableColumn for Column {
    const TABLE: &'static str = "bảng dự toán";

    const NAMES: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Column::Number, "STT", &["stt", "tt", "so tt", "so thu tu"]),
        (
            Column::Row,
            "Dòng",
            &[
                "dong",
                "ma dong",
                "dong phu luc ii",
                "ma dong phu luc ii",
                "muc phu luc ii",
                "ma muc",
            ],
        ),
        (
            Column::Component,
            "Mã thành phần",
            &["ma thanh phan", "thanh phan", "ma tp"],
        ),
        (
            Column::Description,
            "Nội dung chi",
            &[
                "noi dung chi",
                "noi dung",
                "noi dung chi phi",
                "noi dung cong viec",
                "noi dung nhiem vu",
                "noi dung thuc hien",
                "noi dung, nhiem vu",
                "noi dung, hang muc",
                "noi dung mua sam",
                "nhiem vu",
                "ten nhiem vu",
                "hang muc",
                "ten hang muc",
                "hang muc chi",
                "danh muc",
                "danh muc hang hoa",
                "danh muc thiet bi",
                "ten hang",
                "ten hang hoa",
                "ten hang hoa, dich vu",
                "ten thiet bi",
                "dien giai",
                "khoan muc",
                "khoan chi",
            ],
        ),
        (
            Column::Unit,
            "Đơn vị tính",
            &["don vi tinh", "dvt", "don vi", "dv tinh", "dv"],
        ),
        (
            Column::Quantity,
            "Số lượng",
            &[
                "so luong",
                "khoi luong",
                "sl",
                "s.l",
                "s.luong",
                "kl",
                "k.luong",
                "so luong du kien",
            ],
        ),
        (
            Column::UnitPrice,
            "Đơn giá",
            &[
                "don gia",
                "d.gia",
                "d/gia",
                "dg",
                "don gia du kien",
                "don gia du toan",
                "don gia tam tinh",
                "don gia (da gom vat)",
                "muc chi",
                "dinh muc chi",
            ],
        ),
        (
            Column::Amount,
            "Thành tiền",
            &[
                "thanh tien",
                "thanh tien du kien",
                "thanh tien truoc thue",
                "thanh tien sau thue",
                "thanh tien co vat",
                "t.tien",
                "th.tien",
                "t/tien",
                "so tien",
                "tong tien",
                "tong kinh phi",
                "tong so tien",
                "tong cong",
                "tong du toan",
                "kinh phi",
                "kinh phi du kien",
                "kinh phi thuc hien",
                "nhu cau kinh phi",
                "gia tri",
                "du toan",
                "du toan kinh phi",
            ],
        ),
        (
            Column::Kind,
            KIND,
            &[
                "loai chi phi",
                "loai chi",
                "loai cp",
                "loai c.phi",
                "tinh chat chi",
                "tinh chat chi phi",
                "hinh thuc chi",
                "phan loai chi phi",
                "phan loai chi",
                "loai hinh chi",
            ],
        ),
        (
            Column::Year,
            "Năm",
            &[
                "nam",
                "nam thuc hien",
                "nam th",
                "nam kh",
                "nam ke hoach",
                "nam chi",
                "nam du toan",
                "nam ngan sach",
            ],
        ),
        (
            Column::Source,
            SOURCE,
            &[
                "nguon kinh phi",
                "nguon kp",
                "nguon ngan sach",
                "nguon",
                "nguon von",
                "nguon chi",
                "nguon tien",
                "nguon kinh phi thuc hien",
            ],
        ),
        (Column::Note, "Ghi chú", &["ghi chu", "dien giai them"]),
    ];

    const PARTS: &'static [Part<Self>] = &[
        Part {
            name: "Nội dung chi",
            columns: &[Self::Description],
            by_share: |_| false,
        },
        Part {
            name: "Số lượng",
            columns: &[Self::Quantity],
            by_share: |_| false,
        },
        Part {
            name: HOW_MUCH,
            columns: &[Self::UnitPrice, Self::Amount],
            by_share: |_| true,
        },
        Part {
            name: KIND,
            columns: &[Self::Kind],
            by_share: |share| share.kind.is_some(),
        },
        Part {
            name: SOURCE,
            columns: &[Self::Source],
            by_share: |share| share.source.is_some(),
        },
    ];

    const ENOUGH: usize = 4;

    const TEXT: Self = Self::Description;

    const COUNT: Option<Self> = Some(Self::Quantity);

    fn counts(text: &str) -> Share {
        let folded = fold(text.split(['(', '[']).next().unwrap_or(""));
        let year = ["so luong", "s.luong", "khoi luong", "s.l", "sl", "kl"]
            .iter()
            .find_map(|word| year_of(folded.trim().strip_prefix(*word)?.trim()));
        Share {
            year,
            ..Share::default()
        }
    }

    fn is_period(text: &str) -> bool {
        let folded = fold(text.split(['(', '[']).next().unwrap_or(""));
        period_of(folded.trim()).is_some()
    }

    fn is_whole(text: &str) -> bool {
        is_whole(fold(text.split(['(', '[']).next().unwrap_or("")).trim())
    }

    fn missing(named: &Named<Self>) -> Vec<&'static str> {
        let has = |column: Self| named.columns.contains(&column);
        let is_spread = !named.shares.is_empty();
        // A lump sum has no quantity.
        let is_told = |part: &Part<Self>| {
            let is_lump = part.columns == [Self::Quantity] && (has(Self::Amount) || is_spread);
            named.has(part) || is_lump
        };
        let missing = Self::PARTS.iter().filter(|part| !is_told(part));
        let mut missing: Vec<&str> = missing.map(|part| part.name).collect();
        if !has(Self::Row) && !has(Self::Component) {
            missing.push(CODE);
        }
        if !has(Self::Year) && !named.shares.iter().any(|share| share.year.is_some()) {
            missing.push(YEAR);
        }
        missing
    }

    const MONEY: &'static [Self] = &[Self::UnitPrice, Self::Amount];

    const WORDS: &'static [Self] = &[Self::Description, Self::Unit, Self::Note];

    const UNIT: Self = Self::Unit;

    fn share(text: &str) -> Share {
        // A tax is a rent without its marks.
        if text.to_lowercase().contains("thuế") {
            return Share::default();
        }
        let folded = fold(text.split(['(', '[']).next().unwrap_or(""));
        let folded = folded.trim().trim_end_matches([':', '.']);
        if let Some(year) = year_of(folded).or_else(|| period_of(folded)?) {
            return Share {
                year: Some(year),
                ..Share::default()
            };
        }
        let told = [
            "nguon von",
            "nguon",
            "tu nguon",
            "tu",
            "trong do",
            "kinh phi",
        ]
        .iter()
        .find_map(|word| folded.strip_prefix(*word)?.strip_prefix([' ', ':']))
        .map_or(folded, str::trim);
        if told == "duy tri hang nam" || told == "duy tri" {
            return Share {
                kind: kind_of("duy tri"),
                ..Share::default()
            };
        }
        let source = source_of(folded).or_else(|| source_of(told));
        let kind = kind_of(folded).or_else(|| kind_of(told));
        let kind = kind.filter(|_| source.is_none());
        Share {
            source,
            kind,
            ..Share::default()
        }
    }
}
