//! The sheets of the province's price list → the items and what they may cost.

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::PriceItem;
use crate::model::PriceList;
use crate::read::table;
use crate::read::table::Column as TableColumn;
use crate::read::table::Counted;
use crate::read::table::MOST_FAULTY;
use crate::read::table::Part;
use crate::read::table::Row;
use crate::read::table::Table;
use crate::read::table::Tables;
use crate::source::FileId;
use crate::source::Sources;

/// A column of the price list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Name,
    Unit,
    Lowest,
    Highest,
}

impl TableColumn for Column {
    const TABLE: &'static str = "bảng giá";

    const NAMES: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (
            Self::Name,
            "Mặt hàng",
            &[
                "mat hang",
                "ten hang",
                "hang hoa, dich vu",
                "noi dung",
                "noi dung chi",
            ],
        ),
        (Self::Unit, "Đơn vị tính", &["don vi tinh", "dvt", "don vi"]),
        (
            Self::Lowest,
            "Giá thấp nhất",
            &["gia thap nhat", "don gia thap nhat", "tu"],
        ),
        (
            Self::Highest,
            "Giá cao nhất",
            &[
                "gia cao nhat",
                "don gia cao nhat",
                "don gia toi da",
                "don gia",
                "den",
            ],
        ),
    ];

    const PARTS: &'static [Part<Self>] = &[
        Part {
            name: "Mặt hàng",
            columns: &[Self::Name],
            by_share: |_| false,
        },
        Part {
            name: "Đơn vị tính",
            columns: &[Self::Unit],
            by_share: |_| false,
        },
        Part {
            name: "Giá cao nhất",
            columns: &[Self::Highest],
            by_share: |_| false,
        },
    ];

    const ENOUGH: usize = 3;

    const TEXT: Self = Self::Name;

    const MONEY: &'static [Self] = &[Self::Lowest, Self::Highest];

    const WORDS: &'static [Self] = &[Self::Name, Self::Unit];

    const UNIT: Self = Self::Unit;
}

/// Reads the price list out of a workbook; rows without a price are headings or notes.
pub(super) fn read(file: FileId, sources: &Sources, diagnostics: &mut Diagnostics) -> PriceList {
    let mut list = PriceList::default();
    let mut counted = Vec::new();
    // A list that cannot be read was reported; there is no other to take.
    let _: Result<bool, Reported> =
        table::each_sheet(file, sources, diagnostics, |tables, diagnostics| {
            read_sheet(tables, &mut list, &mut counted, diagnostics);
        });
    table::check_looks(counted.into_iter(), sources, diagnostics);
    list
}

fn read_sheet(
    tables: Tables<'_, Column>,
    list: &mut PriceList,
    counted: &mut Vec<Counted>,
    diagnostics: &mut Diagnostics,
) {
    let Tables {
        sheet,
        place,
        headers,
    } = tables;
    for header in headers {
        let mut table = Table::new(sheet, header, place, &mut *diagnostics);
        table.ask_unit(Column::Highest);
        let mut n_faulty = 0;
        for row in table.header.rows_below(sheet).map(Row::new) {
            let has = |column| table.figure_cell(row, column).is_some();
            let is_item = !table.text(row, Column::Name).is_empty()
                && !table.text(row, Column::Unit).is_empty();
            if !(has(Column::Highest) || is_item && has(Column::Lowest)) {
                continue;
            }
            match item(&mut table, row).map(|item| list.add(item)) {
                Ok(true) => {
                    let columns = [Column::Lowest, Column::Highest].into_iter();
                    counted.push(Counted {
                        place,
                        row: row.number,
                        columns: columns
                            .filter_map(|column| table.header.column(column))
                            .collect(),
                        amount: None,
                    });
                }
                Ok(false) => {
                    let message = "mặt hàng này với đơn vị tính này đã có ở trên".to_owned();
                    let hint = "giữ một dòng cho mỗi mặt hàng và đơn vị tính";
                    table.report(Code::BAD_PRICE, row, Column::Name, message, hint);
                    n_faulty += 1;
                }
                Err(_) => n_faulty += 1,
            }
            if n_faulty == MOST_FAULTY {
                table.give_up(row, Column::Name, n_faulty);
                break;
            }
        }
    }
}

fn item<'a>(table: &mut Table<'a, Column>, row: Row<'a>) -> Result<PriceItem, Reported> {
    let name = table.required_text(row, Column::Name);
    let unit = table.required_text(row, Column::Unit);
    let highest = table.money(row, Column::Highest);
    let has_lowest = table.cell(row, Column::Lowest).is_some();
    let lowest = has_lowest.then(|| table.money(row, Column::Lowest));
    let (lowest, highest) = (lowest.transpose()?, highest?);
    if lowest.is_some_and(|lowest| lowest > highest) {
        let message = "giá thấp nhất lớn hơn giá cao nhất".to_owned();
        let hint = "đổi chỗ hai giá, hoặc sửa giá sai";
        return Err(table.report(Code::BAD_PRICE, row, Column::Lowest, message, hint));
    }
    Ok(PriceItem {
        name: name?.into_owned(),
        unit: unit?.into_owned(),
        lowest,
        highest,
        at: table.at(row, Column::Highest),
    })
}
