//! A workbook as somebody writes it: sheets of cells, what is merged, hidden, struck through.

use std::path::Path;

use rust_xlsxwriter::Format;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::Workbook;

/// A cell.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    /// A formula and the result that is stored with it.
    Formula(String, f64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text.to_owned())
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<i64> for Cell {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a spreadsheet's numbers are floats"
    )]
    fn from(number: i64) -> Self {
        Self::Number(number as f64)
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

/// An amount in a unit of so many đồng.
#[expect(
    clippy::cast_precision_loss,
    reason = "a spreadsheet's numbers are floats"
)]
pub(crate) fn amount(dong: i64, unit: i64) -> Cell {
    Cell::Number(dong as f64 / unit as f64)
}

/// A row of texts.
pub(crate) fn texts(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| Cell::from(*text)).collect()
}

/// A sheet.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<Cell>>,
    /// First row and column, last row and column.
    pub merged: Vec<(u32, u16, u32, u16)>,
    pub hidden: Vec<u32>,
    pub struck: Vec<u32>,
    /// The number format of columns.
    pub formats: Vec<(u16, String)>,
}

impl Sheet {
    pub(crate) fn new(name: &str, rows: Vec<Vec<Cell>>) -> Self {
        Self {
            name: name.to_owned(),
            rows,
            ..Self::default()
        }
    }
}

/// A workbook.
#[derive(Debug, Default)]
pub(crate) struct Book(pub Vec<Sheet>);

impl Book {
    /// One sheet of rows.
    pub(crate) fn of(rows: Vec<Vec<Cell>>) -> Self {
        Self(vec![Sheet::new("Dự toán", rows)])
    }

    /// Writes it to a file.
    pub(crate) fn save(&self, path: &Path) {
        let mut workbook = Workbook::new();
        for sheet in &self.0 {
            let drawn = workbook.add_worksheet();
            drawn.set_name(&sheet.name).expect("a name");
            for (row, cells) in (0..).zip(&sheet.rows) {
                for (column, cell) in (0..).zip(cells) {
                    let mut format = Format::new();
                    if sheet.struck.contains(&row) {
                        format = format.set_font_strikethrough();
                    }
                    let own = sheet.formats.iter().find(|(own, _)| *own == column);
                    if let Some((_, pattern)) = own {
                        format = format.set_num_format(pattern);
                    }
                    match cell {
                        Cell::Empty => continue,
                        Cell::Text(text) => drawn.write_with_format(row, column, text, &format),
                        Cell::Number(number) => {
                            drawn.write_with_format(row, column, *number, &format)
                        }
                        Cell::Formula(formula, result) => {
                            let formula = Formula::new(formula).set_result(result.to_string());
                            drawn.write_with_format(row, column, formula, &format)
                        }
                    }
                    .expect("a cell");
                }
            }
            for (first, left, last, right) in &sheet.merged {
                let text = match sheet
                    .rows
                    .get(*first as usize)
                    .and_then(|row| row.get(usize::from(*left)))
                {
                    Some(Cell::Text(text)) => text.clone(),
                    _ => String::new(),
                };
                drawn
                    .merge_range(*first, *left, *last, *right, &text, &Format::new())
                    .expect("a merged stretch");
            }
            for row in &sheet.hidden {
                drawn.set_row_hidden(*row).expect("a row");
            }
        }
        workbook.save(path).expect("a workbook");
    }
}
