//! What a table looks like to who reads it, where that is another table than the one that counts: rows and
//! columns that are hidden, lines that are struck through, formulas that were never calculated.

use std::collections::BTreeMap;

use super::Place;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::Dong;
use crate::model::vietnamese;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sheet;
use crate::source::Sources;

/// So many lines that are struck through are told of one by one; more are told of together.
const FEW: usize = 5;

/// So many stretches of rows or cells are named, not more.
const MOST_NAMED: usize = 8;

/// A line that counts: where it stands, the columns of its figures, and its amount.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    /// The sheet.
    pub place: Place,
    /// The row, from 0.
    pub row: u32,
    /// The columns of what counts, from 0.
    pub columns: Vec<u32>,
    /// What it adds; none for a price.
    pub amount: Option<Dong>,
}

impl Counted {
    /// The line of an estimate whose pieces stand in these cells of a row; none where they stand in a
    /// text.
    pub(crate) fn of<'o>(figures: impl Iterator<Item = &'o Origin>, amount: Dong) -> Option<Self> {
        let mut line: Option<Self> = None;
        for figure in figures {
            if let Origin::Cell { file, sheet, cell } = figure {
                let (place, row) = (
                    Place {
                        file: *file,
                        sheet: *sheet,
                    },
                    cell.row,
                );
                let line = line.get_or_insert_with(|| Self {
                    place,
                    row,
                    columns: Vec::new(),
                    amount: Some(amount),
                });
                line.columns.push(cell.column);
            }
        }
        line
    }
}

/// Of the lines of a sheet, those that cannot be seen as they count.
#[derive(Debug, Default)]
struct Unlike {
    /// The rows that are hidden, and what they add, if they are lines of an estimate.
    hidden: Vec<u32>,
    hidden_amount: Option<i128>,
    /// The columns that are hidden, with the first row that counts in each.
    columns: BTreeMap<u32, u32>,
    /// The first cell of each line that is struck through.
    struck: Vec<CellRef>,
    /// The cells of which a part is.
    partly_struck: Vec<CellRef>,
}

/// Warns of lines that count although who looks at the sheet does not see them, or sees them crossed out.
pub(crate) fn check(
    lines: impl Iterator<Item = Counted>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let mut sheets: BTreeMap<(FileId, usize), Unlike> = BTreeMap::new();
    for line in lines {
        let Place { file, sheet } = line.place;
        let workbook = sources.workbook(file);
        let Some(seen) = workbook.and_then(|workbook| workbook.sheets.get(sheet)) else {
            continue;
        };
        let (row, is_hidden) = (line.row, seen.is_row_hidden(line.row));
        let mut columns = line.columns.iter();
        let hides = columns.any(|column| seen.is_column_hidden(*column));
        let struck = seen.struck_cell(row);
        let mut partly_struck = seen.partly_struck_cells(row).peekable();
        if !is_hidden && !hides && struck.is_none() && partly_struck.peek().is_none() {
            continue;
        }
        let unlike = sheets.entry((file, sheet)).or_default();
        if is_hidden {
            if let Some(amount) = line.amount {
                *unlike.hidden_amount.get_or_insert(0) += i128::from(amount.amount());
            }
            if unlike.hidden.last() != Some(&row) {
                unlike.hidden.push(row);
            }
        }
        for column in line.columns.iter().copied() {
            // What a heading or the tab says is seen.
            let is_filled = seen.cell(CellRef { row, column }).is_some();
            if is_filled && seen.is_column_hidden(column) {
                unlike.columns.entry(column).or_insert(row);
            }
        }
        if let Some(at) = struck.filter(|at| unlike.struck.last() != Some(at)) {
            unlike.struck.push(at);
        }
        // A row may be several lines.
        if unlike
            .partly_struck
            .last()
            .is_none_or(|last| last.row != row)
        {
            unlike.partly_struck.extend(partly_struck);
        }
    }
    for ((file, index), unlike) in sheets {
        let place = Place { file, sheet: index };
        let workbook = sources.workbook(file);
        if let Some(sheet) = workbook.and_then(|workbook| workbook.sheets.get(index)) {
            unlike.report(sheet, place, diagnostics);
        }
    }
}

impl Unlike {
    fn report(&self, sheet: &Sheet, place: Place, diagnostics: &mut Diagnostics) {
        let mut report = |code, at: CellRef, message: String, hint: &str| {
            diagnostics.report(Diagnostic::new(code, place.cell(at), message).hint(hint));
        };
        if let Some(first) = self.hidden.first() {
            let first = CellRef {
                row: *first,
                column: sheet.row(*first).first().map_or(0, |(at, _)| at.column),
            };
            let counts = match self.hidden_amount {
                Some(amount) => {
                    let amount = vietnamese::group_thousands(&amount.to_string());
                    format!("được tính, cộng {amount} đồng")
                }
                None => "được dùng".to_owned(),
            };
            let message = format!(
                "{} dòng đang ẩn vẫn {counts}: dòng {}",
                count(self.hidden.len()),
                rows(&self.hidden)
            );
            let hint = if sheet.is_filtered() {
                "bỏ lọc (thẻ Data, nút Clear), bỏ ẩn (Unhide) để xem các dòng này; dòng không thuộc bảng \
                 thì xóa, vì lọc không bỏ dòng khỏi bảng"
            } else {
                "bỏ ẩn các dòng này (Unhide) để xem lại; dòng không thuộc bảng thì xóa, vì ẩn không bỏ \
                 dòng khỏi bảng"
            };
            report(Code::HIDDEN_ROWS, first, message, hint);
        }
        if let Some((column, row)) = self.columns.first_key_value() {
            let first = CellRef {
                row: *row,
                column: *column,
            };
            let row = *row;
            let columns = self.columns.keys();
            let letters = columns.map(|column| {
                CellRef {
                    row,
                    column: *column,
                }
                .column_letters()
            });
            let letters: Vec<String> = letters.collect();
            let message = format!(
                "cột {} đang ẩn nhưng các ô trong cột vẫn được dùng",
                letters.join(", ")
            );
            let hint = "bỏ ẩn cột (Unhide) để xem lại; ô không dùng nữa thì xóa";
            report(Code::HIDDEN_COLUMN, first, message, hint);
        }
        if let Some(first) = self.partly_struck.first() {
            let text = sheet.cell(*first).map(Cell::display).unwrap_or_default();
            let message = match self.partly_struck.as_slice() {
                [_] => {
                    format!("ô này có phần chữ bị gạch ngang nhưng cả ô vẫn được dùng: `{text}`")
                }
                many => format!(
                    "{} ô có phần chữ bị gạch ngang nhưng cả ô vẫn được dùng: {}; ví dụ {first} là `{text}`",
                    count(many.len()),
                    stretches(many)
                ),
            };
            let hint = "xóa phần chữ đã gạch, chỉ để lại phần còn dùng";
            report(Code::STRUCK_LINE, *first, message, hint);
        }
        let hint = "bỏ gạch nếu dòng này vẫn còn dùng; nếu không, xóa dòng";
        match self.struck.as_slice() {
            few if few.len() <= FEW => {
                for at in few {
                    let message = "dòng này bị gạch ngang nhưng vẫn được dùng".to_owned();
                    report(Code::STRUCK_LINE, *at, message, hint);
                }
            }
            many => {
                let numbers: Vec<u32> = many.iter().map(|at| at.row).collect();
                let message = format!(
                    "{} dòng bị gạch ngang nhưng vẫn được dùng: dòng {}",
                    count(numbers.len()),
                    rows(&numbers)
                );
                report(Code::STRUCK_LINE, many[0], message, hint);
            }
        }
    }
}

/// Reports the formulas without a result in some rows of a sheet, all at once; nothing where there are
/// none.
pub(crate) fn uncalculated<'a>(
    cells: impl Iterator<Item = &'a (CellRef, Cell)>,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Option<Reported> {
    let mut found: Vec<CellRef> = Vec::new();
    let mut formula = None;
    for (at, cell) in cells.filter(|(_, cell)| is_uncalculated(cell)) {
        found.push(*at);
        formula.get_or_insert_with(|| cell.display());
    }
    let (first, formula) = (*found.first()?, formula?);
    let message = match found.as_slice() {
        [_] => format!("công thức `{formula}` chưa có kết quả"),
        many => format!(
            "{} công thức chưa có kết quả: {}; ví dụ {first} là `{formula}`",
            count(many.len()),
            stretches(many)
        ),
    };
    let hint = "mở tệp bằng Excel và lưu lại để tính các công thức, hoặc ghi số trực tiếp; chương trình \
                đã tạo tệp này không tính công thức";
    let finding = Diagnostic::new(Code::CELL_ERROR, place.cell(first), message);
    Some(diagnostics.report(finding.hint(hint)))
}

/// Whether a cell holds a formula that was never calculated.
pub(crate) fn is_uncalculated(cell: &Cell) -> bool {
    cell.formula && matches!(&cell.value, CellValue::Error(text) if text.starts_with('='))
}

/// Rows as people count them, stretches together: "3, 5–9".
fn rows(rows: &[u32]) -> String {
    let stretches = rows
        .chunk_by(|a, b| a + 1 == *b)
        .map(|stretch| match stretch {
            [first, .., last] => format!("{}–{}", first + 1, last + 1),
            one => one.iter().map(|row| (row + 1).to_string()).collect(),
        });
    listed(stretches.collect())
}

/// Cells, those below one another together: "H2:H7, H9".
fn stretches(cells: &[CellRef]) -> String {
    let mut cells = cells.to_vec();
    cells.sort_by_key(|at| (at.column, at.row));
    let follows = |a: &CellRef, b: &CellRef| a.column == b.column && a.row + 1 == b.row;
    let stretches = cells.chunk_by(follows).map(|stretch| match stretch {
        [first, .., last] => format!("{first}:{last}"),
        one => one.iter().map(CellRef::to_string).collect(),
    });
    listed(stretches.collect())
}

fn count(number: usize) -> String {
    vietnamese::group_thousands(&number.to_string())
}

/// The first of a list, and how many more there are.
fn listed(mut list: Vec<String>) -> String {
    let more = list.len().saturating_sub(MOST_NAMED);
    list.truncate(MOST_NAMED);
    let listed = list.join(", ");
    if more == 0 {
        listed
    } else {
        format!("{listed} và {} chỗ khác", count(more))
    }
}

#[cfg(test)]
mod tests {
    use super::rows;
    use super::stretches;
    use crate::source::CellRef;

    #[test]
    fn what_follows_one_another_is_told_together() {
        assert_eq!(rows(&[2, 4, 5, 6, 8]), "3, 5–7, 9");
        let cells = [(1, 7), (2, 7), (2, 6), (4, 7)];
        let cells = cells.map(|(row, column)| CellRef { row, column });
        assert_eq!(stretches(&cells), "G3, H2:H3, H5");
        let many: Vec<u32> = (0..10).map(|row| row * 2).collect();
        assert_eq!(rows(&many), "1, 3, 5, 7, 9, 11, 13, 15 và 2 chỗ khác");
    }
}
