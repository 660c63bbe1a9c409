//! A workbook file → sheets of located cells. The only place that knows calamine.
//!
//! calamine's ranges count from their first used cell; here cells stand at their absolute places.
//! Dates come in as text in the Vietnamese spelling, error values as they are shown.

use std::io::Cursor;

use calamine::DataRef;
use calamine::Reader;
use calamine::SheetType;
use calamine::SheetVisible;
use calamine::Xlsx;
use calamine::XlsxFormulaMetadata;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc;

use super::archive;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;
use crate::source::Workbook;

/// The most cells of all sheets together, and the most bytes of their texts.
const MOST_CELLS: usize = 2_000_000;
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// What a workbook's bytes hold.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The sheets.
    pub workbook: Workbook,
    /// The cells whose letters and marks stood apart, by sheet; they are put together.
    pub decomposed: Vec<(usize, CellRef)>,
    n_cells: usize,
    n_bytes: usize,
}

/// Why a workbook is not read.
#[derive(Debug)]
pub(super) enum Unfit {
    /// It is none, or broken, or locked.
    Broken,
    /// It holds more than an estimate can.
    TooLarge,
}

/// Reads the visible worksheets of an .xlsx file's bytes, cell by cell: a table of all places between
/// the first and the last cell, as calamine offers it, would be as large as the file claims to be.
///
/// # Errors
/// Why it is not read.
pub(super) fn read(bytes: &[u8]) -> Result<Read, Unfit> {
    if !archive::is_readable(bytes).map_err(|_| Unfit::Broken)? {
        return Err(Unfit::TooLarge);
    }
    let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
    let names: Vec<String> = xlsx
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut read = Read::default();
    for name in names {
        let sheet = read.sheet(&mut xlsx, name)?;
        read.workbook.sheets.push(sheet);
    }
    Ok(read)
}

impl Read {
    fn sheet(&mut self, xlsx: &mut Xlsx<Cursor<&[u8]>>, name: String) -> Result<Sheet, Unfit> {
        let mut reader = xlsx
            .worksheet_cells_reader(&name)
            .map_err(|_| Unfit::Broken)?;
        let mut cells = Vec::new();
        while let Some(record) = reader
            .next_cell_with_formula_metadata()
            .map_err(|_| Unfit::Broken)?
        {
            let (row, column) = record.pos;
            let at = CellRef { row, column };
            let text = match &record.value {
                DataRef::String(text) => text.as_str(),
                DataRef::SharedString(text) => text,
                _ => "",
            };
            if !is_nfc(text) {
                self.decomposed.push((self.workbook.sheets.len(), at));
            }
            self.n_bytes += text.len();
            let has_value = !matches!(record.value, DataRef::Empty);
            let value = match value(&record.value) {
                // A formula that shows nothing is no cell; one without a stored result is an error,
                // since nobody can know what it would show.
                None if !has_value => record.formula.as_ref().map(without_result),
                value => value,
            };
            let Some(value) = value else { continue };
            self.n_cells += 1;
            if self.n_cells > MOST_CELLS || self.n_bytes > MOST_TEXT {
                return Err(Unfit::TooLarge);
            }
            let formula = record.formula.is_some();
            cells.push((at, Cell { value, formula }));
        }
        Ok(Sheet::new(name, cells))
    }
}

fn without_result(formula: &XlsxFormulaMetadata) -> CellValue {
    let text = match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            formula
        }
        _ => "…",
    };
    CellValue::Error(format!("={text}"))
}

fn value(data: &DataRef<'_>) -> Option<CellValue> {
    let text = |text: &str| {
        let is_blank = text.trim().is_empty();
        (!is_blank).then(|| CellValue::Text(text.nfc().collect()))
    };
    match data {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(CellValue::Number(int_to_float(*number))),
        DataRef::Float(number) => Some(CellValue::Number(*number)),
        DataRef::Bool(truth) => Some(CellValue::Bool(*truth)),
        DataRef::Error(error) => Some(CellValue::Error(error.to_string())),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Some(CellValue::Text(format!("{day:02}/{month:02}/{year}")))
        }
        DataRef::String(written)
        | DataRef::DateTimeIso(written)
        | DataRef::DurationIso(written) => text(written),
        DataRef::SharedString(written) => text(written),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a spreadsheet's numbers are floats anyway"
)]
fn int_to_float(number: i64) -> f64 {
    number as f64
}
