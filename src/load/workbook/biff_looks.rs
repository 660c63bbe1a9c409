//! What calamine does not tell of the sheets of an .xls file: what is hidden, whether a filter is set, and
//! which cells have a look that tells something.
//!
//! The records are those of Microsoft, \[MS-XLS\] 2.4: Font (122), Format (126), XF (353), Row (221),
//! `ColInfo` (53), `FilterMode` (115).

use std::sync::Arc;

use super::MOST_CELLS;
use super::biff::number;
use super::style;
use super::xml::add;
use crate::source::CellRef;
use crate::source::CellStyle;
use crate::source::SheetLooks;

const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041E;
const XF: u16 = 0x00E0;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const FILTER_MODE: u16 = 0x009B;

/// The cells that hold something, by record: NUMBER, LABEL, BOOLERR, FORMULA, LABELSST, RK, RSTRING; and
/// the row of numbers.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x0205, 0x0006, 0x00FD, 0x027E, 0x00D6];
const NUMBERS: u16 = 0x00BD;

/// The styles of a book, as its first records tell them.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// Whether each font strikes through, and its name.
    fonts: Vec<(bool, String)>,
    /// The number formats, each with its number.
    formats: Vec<(u64, String)>,
    /// The font and the number format of each style, by their numbers.
    styles: Vec<(u64, u64)>,
}

impl Styles {
    /// Reads a record of the book.
    pub(super) fn read(&mut self, kind: u16, record: &[u8]) {
        match kind {
            FONT => {
                let is_struck = number(record, 2).is_some_and(|flags| flags & 0x08 != 0);
                let name = text(record.get(14..).unwrap_or_default(), 1);
                self.fonts.push((is_struck, name));
            }
            FORMAT => {
                let id = number(record, 0).unwrap_or_default();
                let format = text(record.get(2..).unwrap_or_default(), 2);
                self.formats.push((id, format));
            }
            XF => {
                let ids = number(record, 0).zip(number(record, 2));
                self.styles.push(ids.unwrap_or_default());
            }
            _ => {}
        }
    }

    /// The styles that tell something, by number.
    pub(super) fn telling(&self) -> Vec<Option<Arc<CellStyle>>> {
        let styles = self.styles.iter().map(|(font, format)| {
            // There is no font with the number 4.
            let font = if *font > 4 { font - 1 } else { *font };
            let font = usize::try_from(font).ok().and_then(|at| self.fonts.get(at));
            let (is_struck, name) =
                font.map_or((false, ""), |(is_struck, name)| (*is_struck, name));
            let own = self.formats.iter().find(|(id, _)| id == format);
            let format = own.map_or_else(|| built_in(*format), |(_, format)| format);
            style::telling(format, name, is_struck)
        });
        styles.collect()
    }
}

/// The number format that every book has under this number.
///
/// Source: ECMA-376 Part 1, 18.8.30 (numFmt).
fn built_in(id: u64) -> &'static str {
    match id {
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "mm-dd-yy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "m/d/yy h:mm",
        37 | 38 => "#,##0;(#,##0)",
        39 | 40 => "#,##0.00;(#,##0.00)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mmss.0",
        48 => "##0.0E+0",
        _ => "",
    }
}

/// A text that begins with its length, in so many bytes; then, in new files, with a byte that tells
/// whether its letters have two bytes each.
fn text(bytes: &[u8], length: usize) -> String {
    let Some((n, rest)) = bytes.split_at_checked(length) else {
        return String::new();
    };
    let n = n
        .iter()
        .rev()
        .fold(0, |n, byte| n << 8 | usize::from(*byte));
    match rest.split_first() {
        Some((1, letters)) => {
            let letters = letters.chunks_exact(2).take(n);
            let letters = letters.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            char::decode_utf16(letters).flatten().collect()
        }
        Some((0, letters)) => letters
            .iter()
            .take(n)
            .map(|byte| char::from(*byte))
            .collect(),
        // A file of Excel 95.
        _ => rest.iter().take(n).map(|byte| char::from(*byte)).collect(),
    }
}

/// Notes what a record of a sheet tells of its looks; whether there is room for it.
pub(super) fn read(
    looks: &mut SheetLooks,
    styles: &[Option<Arc<CellStyle>>],
    kind: u16,
    record: &[u8],
) -> bool {
    let at = |place| number(record, place).and_then(|number| u32::try_from(number).ok());
    let is_set = |place, bit| number(record, place).is_some_and(|flags| flags & bit != 0);
    match kind {
        ROW if is_set(12, 0x20) => {
            if let Some(row) = at(0) {
                add(&mut looks.hidden_rows, row, row);
            }
        }
        COLUMNS if is_set(8, 0x01) || number(record, 4) == Some(0) => {
            if let (Some(first), Some(last)) = (at(0), at(2)) {
                add(&mut looks.hidden_columns, first, last);
            }
        }
        FILTER_MODE => looks.is_filtered = true,
        NUMBERS => {
            let n = record.len().saturating_sub(6) / 6;
            for (offset, place) in (0..).zip((4..).step_by(6)).take(n) {
                note(looks, styles, (at(0), at(2), offset), number(record, place));
            }
        }
        _ if CELLS.contains(&kind) => {
            note(looks, styles, (at(0), at(2), 0), number(record, 4));
        }
        _ => {}
    }
    looks.styles.len() <= MOST_CELLS
}

/// Notes the style of a cell, where it tells something.
fn note(
    looks: &mut SheetLooks,
    styles: &[Option<Arc<CellStyle>>],
    (row, column, offset): (Option<u32>, Option<u32>, u32),
    style: Option<u64>,
) {
    let style = style.and_then(|style| styles.get(usize::try_from(style).ok()?));
    if let (Some(row), Some(column), Some(Some(style))) = (row, column, style) {
        let column = column.saturating_add(offset);
        let at = CellRef { row, column };
        looks.styles.push((at, Arc::clone(style)));
    }
}
