//! The estimate of a commune, read and added up apart from the program: by its own reading of the
//! workbook and with plain integers.

use std::collections::BTreeMap;
use std::path::Path;

use calamine::Data;
use calamine::Reader;
use calamine::Xlsx;

/// A cost line, as far as sums need it.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) row: String,
    /// The code of what it pays for, or nothing.
    pub(crate) component: String,
    pub(crate) kind: String,
    pub(crate) year: i32,
    pub(crate) source: String,
    pub(crate) amount: i64,
}

/// The cost lines of a workbook: quantity times price, the stated amount not trusted.
pub(crate) fn lines(workbook: &Path) -> Vec<Line> {
    let mut xlsx: Xlsx<_> = calamine::open_workbook(workbook).expect("a workbook");
    let range = xlsx.worksheet_range("Dự toán").expect("the sheet");
    let rows: Vec<Vec<String>> = range
        .rows()
        .map(|row| {
            row.iter()
                .map(|cell| match cell {
                    Data::String(text) => text.trim().to_owned(),
                    other => other.to_string(),
                })
                .collect()
        })
        .collect();
    let header = rows
        .iter()
        .position(|row| row.iter().any(|cell| cell == "Nội dung chi"));
    let header = header.expect("a header");
    let column: BTreeMap<&str, usize> = rows[header]
        .iter()
        .enumerate()
        .map(|(index, name)| (name.trim_end_matches(" (đồng)"), index))
        .collect();
    rows[header + 1..]
        .iter()
        .filter(|row| !row[column["Số lượng"]].is_empty())
        .map(|row| {
            let number = |name: &str| -> i64 {
                let number: f64 = row[column[name]].parse().expect("a number");
                assert!(number.fract() == 0.0, "the samples count whole things");
                #[expect(clippy::cast_possible_truncation, reason = "whole, as asserted")]
                let whole = number as i64;
                whole
            };
            Line {
                row: row[column["Dòng"]].clone(),
                component: row[column["Mã thành phần"]].clone(),
                kind: row[column["Loại chi phí"]].clone(),
                year: i32::try_from(number("Năm")).expect("a year"),
                source: row[column["Nguồn kinh phí"]].clone(),
                amount: number("Số lượng") * number("Đơn giá"),
            }
        })
        .collect()
}

/// The twelve amounts of a row of Phụ lục II over these lines, as the table shows them.
pub(crate) fn amounts<'a>(lines: impl Iterator<Item = &'a Line> + Clone) -> Vec<String> {
    let kind = |kinds: &[&str]| -> i64 {
        lines
            .clone()
            .filter(|line| kinds.contains(&line.kind.as_str()))
            .map(|line| line.amount)
            .sum()
    };
    let source = |sources: &[&str]| -> i64 {
        lines
            .clone()
            .filter(|line| sources.contains(&line.source.as_str()))
            .map(|line| line.amount)
            .sum()
    };
    let initial = ["Đầu tư", "Xã hội hóa", "Thuê dịch vụ"];
    let yearly = ["Bảo dưỡng", "Thuê hằng năm"];
    [
        kind(&initial),
        kind(&initial[..1]),
        kind(&initial[1..2]),
        kind(&initial[2..]),
        kind(&yearly),
        kind(&yearly[..1]),
        kind(&yearly[1..]),
        source(&["Tỉnh", "Xã", "Tự thanh toán"]),
        source(&["Tỉnh"]),
        source(&["Xã"]),
        source(&["Tự thanh toán"]),
    ]
    .map(shown)
    .into()
}

/// 1234567 → 1.234.567; nothing is a dash.
pub(crate) fn shown(amount: i64) -> String {
    if amount == 0 {
        return "-".to_owned();
    }
    let digits = amount.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).expect("digits"))
        .collect();
    groups.join(".")
}
