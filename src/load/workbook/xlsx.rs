//! .xlsx and .xlsm, cell by cell: a table of all places between the first and the last cell, as
//! calamine offers it, would be as large as the file claims to be.

use std::io::Cursor;
use std::sync::Arc;

use calamine::DataRef;
use calamine::Font;
use calamine::Reader;
use calamine::Style;
use calamine::Xlsx;
use calamine::XlsxCellFormulaMetadataRecord;
use calamine::XlsxFormulaMetadata;

use super::Cells;
use super::Read;
use super::Unfit;
use super::Value;
use super::archive;
use super::archive::Weighed;
use super::style;
use super::xlsx_looks::Looks;
use crate::load::quiet::quietly;
use crate::source::CellRef;
use crate::source::CellStyle;

/// So many cells are read at once.
const AT_ONCE: usize = 8_192;

/// Reads a workbook whose parts were weighed.
pub(super) fn read(bytes: &[u8], weighed: &Weighed) -> Result<Read, Unfit> {
    let broken = |_| Unfit::Broken;
    let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let (mut read, names) = Read::begin(xlsx.sheets_metadata())?;
    read.is_to_calculate = weighed.is_to_calculate;
    // Many names may stand for the same large sheet.
    if weighed.largest_sheet.saturating_mul(names.len() as u64) > archive::LARGEST_ALL {
        return Err(Unfit::TooLarge);
    }
    let mut looks = None;
    for name in names {
        let mut reader = xlsx.worksheet_cells_reader(&name).map_err(broken)?;
        let looks = match &mut looks {
            Some(looks) => looks,
            unknown => {
                let styles: Vec<_> = reader.styles().iter().map(telling).collect();
                unknown.insert(Looks::new(bytes, styles, weighed)?)
            }
        };
        let mut next = || -> Result<Vec<_>, Unfit> {
            let mut records = Vec::with_capacity(AT_ONCE);
            while records.len() < AT_ONCE
                && let Some(record) = reader.next_cell_with_formula_metadata().map_err(broken)?
            {
                records.push(record);
            }
            Ok(records)
        };
        // It may panic, and on another thread.
        let mut next = || quietly(&mut next).unwrap_or(Err(Unfit::Broken));
        let mut cells = Cells::default();
        let mut take = |records: &[XlsxCellFormulaMetadataRecord<'_>]| {
            records.iter().try_for_each(|record| {
                let (row, column) = record.pos;
                let at = CellRef { row, column };
                let formula = record.formula.as_ref().map(text_of);
                read.cell(&mut cells, at, value(&record.value), formula)
            })
        };
        let take_all = || -> Result<(), Unfit> {
            let mut records = next()?;
            // While some cells are taken in, the next ones are read.
            while records.len() == AT_ONCE {
                let (following, taken) = rayon::join(&mut next, || take(&records));
                taken?;
                records = following?;
            }
            take(&records)
        };
        // And while they are read, the sheet is looked at.
        let (taken, seen) = rayon::join(take_all, || looks.of_sheet(&name));
        taken?;
        let (looks, merged) = seen?;
        read.sheet(name, cells, merged, looks);
    }
    Ok(read)
}

/// A style, where it tells something.
fn telling(style: &Style) -> Option<Arc<CellStyle>> {
    let format = style.number_format.as_ref();
    let format = format.map_or("", |format| &format.format_code);
    let font = style.font.as_ref();
    let name = font.and_then(|font| font.name.as_deref()).unwrap_or("");
    style::telling(format, name, font.is_some_and(Font::has_strikethrough))
}

fn text_of(formula: &XlsxFormulaMetadata) -> &str {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            formula
        }
        // It follows from another cell's.
        _ => "…",
    }
}

fn value<'a>(data: &'a DataRef<'_>) -> Value<'a> {
    use crate::source::CellValue;
    match data {
        DataRef::Empty => Value::Empty,
        DataRef::Int(number) => Value::whole(*number),
        DataRef::Float(number) => Value::Other(CellValue::Number(*number)),
        DataRef::Bool(truth) => Value::Other(CellValue::Bool(*truth)),
        DataRef::Error(error) => Value::Other(CellValue::Error(error.to_string())),
        DataRef::DateTime(moment) => Value::date(moment),
        DataRef::DateTimeIso(text) => Value::iso_date(text),
        DataRef::String(text) | DataRef::DurationIso(text) => Value::Text(text),
        DataRef::SharedString(text) => Value::Text(text),
    }
}
