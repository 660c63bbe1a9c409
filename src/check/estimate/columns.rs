//! The columns of an estimate and what a head may say of the shares of an amount.

use super::values::kind_of;
use super::values::source_of;
use crate::check::table::Column as TableColumn;
use crate::check::table::Named;
use crate::check::table::Part;
use crate::check::table::Share;
use crate::model::fold;

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

    fn share(text: &str) -> Share {
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

/// The year that a head stands for: "2027", "Năm 2027", "Kinh phí năm 2027".
fn year_of(folded: &str) -> Option<i32> {
    let words = folded.strip_suffix(|letter: char| letter.is_ascii_digit())?;
    let digits = folded.get(folded.len().checked_sub(4)?..)?;
    let before = words.get(..words.len().checked_sub(3)?)?;
    let year: i32 = digits.parse().ok()?;
    let is_said = before.split([' ', '.', ':', '/', '-']).all(|word| {
        [
            "", "nam", "kh", "ke", "hoach", "kinh", "phi", "du", "toan", "phan", "bo", "thuc",
            "hien", "nhu", "cau", "von", "so", "tien", "thanh", "trong", "do", "ky", "n", "tong",
            "cong",
        ]
        .contains(&word)
    });
    (is_said && (2020..=2050).contains(&year)).then_some(year)
}

/// The year of the part of a year that a head stands for, if it says which: "6 tháng đầu năm 2027", "Quý I".
fn period_of(folded: &str) -> Option<Option<i32>> {
    let halves = [
        "6 thang dau",
        "6 thang cuoi",
        "sau thang dau",
        "sau thang cuoi",
        "nua dau",
        "nua cuoi",
    ];
    let half = halves.iter().find_map(|half| folded.strip_prefix(*half));
    let numbered = || {
        let rest = ["quy ", "dot ", "thang "]
            .iter()
            .find_map(|word| folded.strip_prefix(*word))?;
        let number = rest.find([' ', '/', '-', '.']).unwrap_or(rest.len());
        let (number, behind) = rest.split_at(number);
        let is_roman = ["i", "ii", "iii", "iv"].contains(&number);
        let is_number = number.len() <= 2 && number.parse::<u8>().is_ok();
        (is_roman || is_number).then_some(behind)
    };
    let behind = half.or_else(numbered)?;
    let behind = behind.trim_start_matches([' ', '/', '-', '.', ',']);
    match behind {
        "" | "nam" => Some(None),
        behind => year_of(behind).map(Some),
    }
}

/// Whether a head stands for all years and sources of a row: "Tổng", "Cộng", "Giai đoạn 2027-2028".
fn is_whole(folded: &str) -> bool {
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let years = words.iter().filter(|word| year_of(word).is_some()).count();
    let begins = words
        .first()
        .is_some_and(|first| ["tong", "cong", "ca", "giai"].contains(first));
    let is_said = words.iter().all(|word| {
        let known = [
            "tong", "cong", "so", "ca", "giai", "doan", "ky", "nam", "cac", "nguon", "von", "nhu",
            "cau", "kinh", "phi", "tien", "du", "toan", "hai", "ba", "bon", "tu", "den",
        ];
        known.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit())
    });
    // One year is a share; "2027-2028" is a stretch.
    is_said && (years >= 2 || begins && years == 0)
}

#[cfg(test)]
mod tests {
    use super::is_whole;
    use super::period_of;
    use super::year_of;

    #[test]
    fn heads_name_parts_of_a_year_and_all_of_them() {
        for (folded, wanted) in [
            ("6 thang dau nam 2027", Some(Some(2027))),
            ("6 thang cuoi nam 2027", Some(Some(2027))),
            ("quy i/2027", Some(Some(2027))),
            ("quy iv nam 2028", Some(Some(2028))),
            ("dot 1", Some(None)),
            ("6 thang dau nam", Some(None)),
            ("quy phat trien", None),
            ("thang", None),
            ("6 thang", None),
        ] {
            assert_eq!(period_of(folded), wanted, "{folded}");
        }
        for folded in [
            "tong",
            "cong",
            "tong so",
            "giai doan 2027-2028",
            "2027 - 2028",
            "ca giai doan",
            "tong 2 nam",
            "tong cac nguon",
        ] {
            assert!(is_whole(folded), "{folded}");
        }
        for folded in [
            "",
            "2027",
            "tong nam 2027",
            "tong so may",
            "so luong",
            "nam",
            "cong nghe",
            "cong xa",
        ] {
            assert!(!is_whole(folded), "{folded}");
        }
    }

    #[test]
    fn heads_name_years() {
        for (folded, wanted) in [
            ("2027", Some(2027)),
            ("nam 2027", Some(2027)),
            ("kinh phi nam 2028", Some(2028)),
            ("kh 2027", Some(2027)),
            ("nam", None),
            ("so 12027", None),
            ("quyet dinh 2027", None),
            ("27", None),
        ] {
            assert_eq!(year_of(folded), wanted, "{folded}");
        }
    }
}
