//! The workbook of a plan, read back cell by cell.

mod figures;
mod form;
mod libreoffice;
mod returned;
mod unit;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use calamine::Data;
use calamine::Reader;
use calamine::Xlsx;

use crate::archive;
use crate::estimate;
use crate::plans;
use crate::support;
use crate::support::Folder;
pub(crate) use libreoffice::recalculated;
pub(crate) use unit::shown_as_on_the_pages;

/// The sheets, in order.
const SHEETS: [&str; 7] = [
    "Dự toán",
    "Phụ lục II",
    "Phụ lục II - Năm 2027",
    "Phụ lục II - Năm 2028",
    "Tổng hợp kinh phí",
    "Phụ lục I",
    "Phụ lục III",
];

fn workbook(slug: &str) -> PathBuf {
    plans::site().join(slug).join("du-toan.xlsx")
}

fn open(path: &Path) -> Xlsx<std::io::BufReader<fs::File>> {
    calamine::open_workbook(path).expect("a workbook")
}

/// The cells of a sheet, as they are shown to a program that does not calculate.
pub(crate) fn cells(path: &Path, sheet: &str) -> Vec<Vec<Data>> {
    let range = open(path).worksheet_range(sheet).expect("a sheet");
    assert_eq!(range.start(), Some((0, 0)));
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The amounts of a row, written as the estimate's own sums are.
pub(crate) fn amounts(row: &[Data]) -> Vec<String> {
    let amount = |cell: &Data| {
        let Data::Float(number) = cell else {
            panic!("{cell:?} is no amount");
        };
        assert!(number.fract() == 0.0, "{number} is not whole");
        #[expect(clippy::cast_possible_truncation, reason = "whole, as asserted")]
        let whole = *number as i64;
        estimate::shown(whole)
    };
    row.iter().map(amount).collect()
}

fn row_of(cells: &[Vec<Data>], text: &str) -> usize {
    let found = cells.iter().position(|row| row[0] == text);
    found.unwrap_or_else(|| panic!("no row begins with {text}"))
}

/// Builds the small sample and tells where its workbook is.
fn built(folder: &Folder) -> PathBuf {
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder.path().join("output/site/xa-mau/du-toan.xlsx")
}

/// The parts of a workbook, as text.
fn parts(path: &Path) -> BTreeMap<String, String> {
    let parts = archive::unpack(&fs::read(path).expect("a workbook"));
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    parts
        .into_iter()
        .map(|(name, bytes)| (name, text(bytes)))
        .collect()
}
