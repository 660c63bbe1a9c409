//! The columns of an estimate, found by their names wherever the table starts and in any order.

use std::collections::BTreeMap;

use super::Place;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::fold;
use crate::source::CellRef;
use crate::source::Sheet;

/// A column of the estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
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

/// Each column with the names it goes by, folded; the first is the one that messages use.
const NAMES: [(Column, &str, &[&str]); 11] = [
    (
        Column::Row,
        "Dòng",
        &["dong", "ma dong", "dong phu luc ii", "ma dong phu luc ii"],
    ),
    (
        Column::Component,
        "Mã thành phần",
        &["ma thanh phan", "thanh phan"],
    ),
    (
        Column::Description,
        "Nội dung chi",
        &["noi dung chi", "noi dung", "noi dung chi phi", "dien giai"],
    ),
    (
        Column::Unit,
        "Đơn vị tính",
        &["don vi tinh", "dvt", "don vi"],
    ),
    (
        Column::Quantity,
        "Số lượng",
        &["so luong", "khoi luong", "sl"],
    ),
    (Column::UnitPrice, "Đơn giá", &["don gia"]),
    (Column::Amount, "Thành tiền", &["thanh tien", "so tien"]),
    (Column::Kind, "Loại chi phí", &["loai chi phi", "loai chi"]),
    (Column::Year, "Năm", &["nam", "nam thuc hien"]),
    (
        Column::Source,
        "Nguồn kinh phí",
        &["nguon kinh phi", "nguon", "nguon von"],
    ),
    (Column::Note, "Ghi chú", &["ghi chu"]),
];

impl Column {
    /// The columns that an estimate cannot do without.
    pub(super) const REQUIRED: [Self; 6] = [
        Self::Description,
        Self::Quantity,
        Self::UnitPrice,
        Self::Kind,
        Self::Year,
        Self::Source,
    ];

    /// Its name in messages.
    pub(super) fn name(self) -> &'static str {
        NAMES
            .iter()
            .find(|(column, ..)| *column == self)
            .map_or("", |(_, name, _)| name)
    }

    /// The column that a header cell names; a unit in brackets behind the name does not count.
    fn of(text: &str) -> Option<Self> {
        let folded = fold(text);
        let name = folded
            .split('(')
            .next()
            .unwrap_or("")
            .trim()
            .trim_end_matches(':');
        NAMES
            .iter()
            .find(|(_, _, names)| names.contains(&name))
            .map(|(column, ..)| *column)
    }
}

/// Where the columns are.
#[derive(Debug)]
pub(super) struct Header {
    columns: BTreeMap<Column, u32>,
}

impl Header {
    /// The sheet's column (from 0) of a column of the estimate.
    pub(super) fn column(&self, column: Column) -> Option<u32> {
        self.columns.get(&column).copied()
    }
}

/// The first row in which at least four cells name columns that an estimate needs.
pub(super) fn find_header(sheet: &Sheet) -> Option<u32> {
    let names_enough = |row: &u32| {
        let named = Column::REQUIRED.iter().filter(|wanted| {
            let cells = sheet.rows.get(row);
            cells.is_some_and(|cells| {
                cells
                    .values()
                    .filter_map(|cell| cell.text())
                    .any(|text| Column::of(text) == Some(**wanted))
            })
        });
        named.count() >= 4
    };
    sheet.rows.keys().copied().find(names_enough)
}

/// Reads the header; a column that is missing or there twice is reported.
pub(super) fn read_header(
    sheet: &Sheet,
    row: u32,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Option<Header> {
    let mut columns = BTreeMap::new();
    let mut sound = true;
    for (index, cell) in sheet.rows.get(&row)? {
        let Some(column) = cell.text().and_then(Column::of) else {
            continue;
        };
        let at = place.cell(CellRef {
            row,
            column: *index,
        });
        if columns.insert(column, *index).is_some() {
            sound = false;
            let message = format!("cột \"{}\" có hai lần", column.name());
            diagnostics.report(Diagnostic::error(Code::ESTIMATE_COLUMN, at, message));
        }
    }
    let first = sheet.rows.get(&row)?.keys().next().copied().unwrap_or(0);
    for column in Column::REQUIRED
        .into_iter()
        .filter(|column| !columns.contains_key(column))
    {
        sound = false;
        let at = place.cell(CellRef { row, column: first });
        let message = format!("bảng dự toán thiếu cột \"{}\"", column.name());
        diagnostics.report(Diagnostic::error(Code::ESTIMATE_COLUMN, at, message));
    }
    if !columns.contains_key(&Column::Row) && !columns.contains_key(&Column::Component) {
        sound = false;
        let at = place.cell(CellRef { row, column: first });
        let message = "bảng dự toán thiếu cột \"Dòng\" hoặc cột \"Mã thành phần\"";
        diagnostics.report(Diagnostic::error(Code::ESTIMATE_COLUMN, at, message));
    }
    sound.then_some(Header { columns })
}
