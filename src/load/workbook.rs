//! A workbook file → sheets of located cells. The only place that knows calamine.
//!
//! calamine's ranges count from their first used cell; here cells stand at their absolute places.
//! Dates come in as text in the Vietnamese spelling, error values as they are shown.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::Data;
use calamine::Reader;
use calamine::SheetType;
use calamine::SheetVisible;
use calamine::Xlsx;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc;

use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;
use crate::source::Workbook;

/// What a workbook's bytes hold.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The sheets.
    pub workbook: Workbook,
    /// The cells whose letters and marks stood apart, by sheet; they are put together.
    pub decomposed: Vec<(usize, CellRef)>,
}

/// Reads the visible worksheets of an .xlsx file's bytes.
///
/// # Errors
/// What calamine says of bytes that are no workbook, as text for a log; the user gets our words.
pub(super) fn read(bytes: &[u8]) -> Result<Read, String> {
    let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let names: Vec<String> = xlsx
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut read = Read::default();
    for (index, name) in names.into_iter().enumerate() {
        let range = xlsx
            .worksheet_range(&name)
            .map_err(|error| error.to_string())?;
        let mut sheet = Sheet {
            name: name.clone(),
            ..Sheet::default()
        };
        let start = range.start().unwrap_or((0, 0));
        let mut blank = BTreeSet::new();
        for (row, column, data) in range.used_cells() {
            let at = place(start, row, column);
            if let Data::String(text) = data {
                if !is_nfc(text) {
                    read.decomposed.push((index, at));
                }
                if text.trim().is_empty() {
                    blank.insert(at);
                }
            }
            if let Some(value) = value(data) {
                let cell = Cell {
                    value,
                    formula: false,
                };
                sheet
                    .rows
                    .entry(at.row)
                    .or_default()
                    .insert(at.column, cell);
            }
        }
        mark_formulas(&mut xlsx, &name, &blank, &mut sheet)?;
        read.workbook.sheets.push(sheet);
    }
    Ok(read)
}

/// Marks the cells whose value is the result of a formula; one without a stored result becomes an
/// error value, since nobody can know what it would show. One that shows nothing is no cell.
fn mark_formulas(
    xlsx: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    blank: &BTreeSet<CellRef>,
    sheet: &mut Sheet,
) -> Result<(), String> {
    let formulas = xlsx
        .worksheet_formula(name)
        .map_err(|error| error.to_string())?;
    let start = formulas.start().unwrap_or((0, 0));
    for (row, column, formula) in formulas
        .used_cells()
        .filter(|(_, _, text)| !text.is_empty())
    {
        let at = place(start, row, column);
        if blank.contains(&at) {
            continue;
        }
        let value = CellValue::Error(format!("={formula}"));
        let cells = sheet.rows.entry(at.row).or_default();
        let cell = cells.entry(at.column).or_insert(Cell {
            value,
            formula: true,
        });
        cell.formula = true;
    }
    Ok(())
}

fn place(start: (u32, u32), row: usize, column: usize) -> CellRef {
    let offset = |from: u32, by: usize| from + u32::try_from(by).unwrap_or(u32::MAX - from);
    CellRef {
        row: offset(start.0, row),
        column: offset(start.1, column),
    }
}

fn value(data: &Data) -> Option<CellValue> {
    Some(match data {
        Data::Empty => return None,
        Data::Int(number) => CellValue::Number(int_to_float(*number)),
        Data::Float(number) => CellValue::Number(*number),
        Data::Bool(truth) => CellValue::Bool(*truth),
        Data::Error(error) => CellValue::Error(error.to_string()),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            CellValue::Text(format!("{day:02}/{month:02}/{year}"))
        }
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            if text.trim().is_empty() {
                return None;
            }
            CellValue::Text(text.nfc().collect())
        }
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a spreadsheet's numbers are floats anyway"
)]
fn int_to_float(number: i64) -> f64 {
    number as f64
}
