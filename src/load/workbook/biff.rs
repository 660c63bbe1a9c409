//! How large the tables of an .xls file would be, before they are made: calamine keeps a place for
//! every cell between the first and the last one, and as many as a sheet says that it has. What the
//! sheets look like is seen on the way.
//!
//! The records of a sheet bear row and column in their first four bytes (Microsoft, \[MS-XLS\] 2.4 and
//! 2.5.13: Cell), that of its size the rows and columns between which it lies (2.4.90: Dimensions).

use std::io::Cursor;
use std::io::Read;
use std::sync::Arc;

use super::biff_looks;
use super::biff_looks::Styles;
use crate::source::CellStyle;
use crate::source::SheetLooks;

/// The records that are cells, by number: BLANK, NUMBER, LABEL, BOOLERR, FORMULA, LABELSST, RK, RSTRING,
/// MULRK, MULBLANK.
const CELLS: [u16; 10] = [
    0x0201, 0x0203, 0x0204, 0x0205, 0x0006, 0x00FD, 0x027E, 0x00D6, 0x00BD, 0x00BE,
];

/// The records that begin and end a sheet, or another part of the stream.
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;

/// The record that tells where a sheet begins; its first four bytes are the place in the stream.
const BOUND_SHEET: u16 = 0x0085;

/// The record of a sheet's size.
const DIMENSIONS: u16 = 0x0200;

/// What was seen of the sheets.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// How many places their tables have together.
    pub n_places: u64,
    /// What each looks like.
    pub looks: Vec<SheetLooks>,
}

/// Looks at all sheets.
///
/// # Errors
/// What is wrong with bytes that are no such file.
pub(super) fn survey(bytes: &[u8]) -> std::io::Result<Survey> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let mut stream = Vec::new();
    let mut book = file
        .open_stream("Workbook")
        .or_else(|_| file.open_stream("Book"))?;
    book.read_to_end(&mut stream)?;
    let mut begins: Vec<[u8; 4]> = Vec::new();
    let mut styles = Styles::default();
    for (kind, record) in records(&stream).take_while(|(kind, _)| *kind != EOF) {
        match kind {
            BOUND_SHEET => begins.extend(record.first_chunk()),
            _ => styles.read(kind, record),
        }
    }
    let mut survey = Survey::default();
    // calamine reads each sheet anew, even if many are said to begin at the same place.
    if begins.len() > super::MOST_SHEETS {
        survey.n_places = u64::MAX;
        return Ok(survey);
    }
    let styles = styles.telling();
    for begin in begins {
        let begin = usize::try_from(u32::from_le_bytes(begin)).unwrap_or(usize::MAX);
        let mut looks = SheetLooks::default();
        let stream = stream.get(begin..).unwrap_or_default();
        let n_places = look_at_sheet(stream, &styles, &mut looks);
        survey.n_places = survey.n_places.saturating_add(n_places);
        survey.looks.push(looks);
    }
    Ok(survey)
}

/// The records of a stream: their numbers and what they hold.
fn records(mut rest: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let ([kind_low, kind_high, length_low, length_high], body) = rest.split_first_chunk()?;
        let length = u16::from_le_bytes([*length_low, *length_high]);
        let (record, after) = body.split_at_checked(length.into())?;
        rest = after;
        Some((u16::from_le_bytes([*kind_low, *kind_high]), record))
    })
}

/// The places of the table of the sheet that begins here, without what is set into it, such as charts;
/// what it looks like is noted.
fn look_at_sheet(stream: &[u8], styles: &[Option<Arc<CellStyle>>], looks: &mut SheetLooks) -> u64 {
    let (mut rows, mut columns, mut said) = (0, 0, 0_u64);
    let mut depth = 0_u32;
    for (kind, record) in records(stream) {
        if depth == 1 && !biff_looks::read(looks, styles, kind, record) {
            return u64::MAX;
        }
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ if depth > 1 => {}
            DIMENSIONS => said = said.saturating_add(places_said(record)),
            _ if CELLS.contains(&kind) => {
                let (Some(row), Some(column)) = (number(record, 0), number(record, 2)) else {
                    continue;
                };
                rows = rows.max(row + 1);
                columns = columns.max(column + 1);
                // A record of many cells goes on to the right, two bytes or more a cell.
                if kind == 0x00BD || kind == 0x00BE {
                    columns = columns.max(column + record.len() as u64 / 2);
                }
            }
            _ => {}
        }
    }
    (rows * columns).max(said)
}

/// The places of the table that a sheet says it has: the rows in two numbers of four bytes, in two of
/// two in old files, and the columns behind them.
fn places_said(record: &[u8]) -> u64 {
    let row = |at| Some(number(record, at)? | number(record, at + 2)? << 16);
    let sides = if record.len() < 14 {
        [
            number(record, 0),
            number(record, 2),
            number(record, 4),
            number(record, 6),
        ]
    } else {
        [row(0), row(4), number(record, 8), number(record, 10)]
    };
    let [
        Some(first_row),
        Some(end_row),
        Some(first_column),
        Some(end_column),
    ] = sides
    else {
        return 0;
    };
    // A first column out of reach counts as the leftmost.
    let first_column = if first_column > 0xFF { 0 } else { first_column };
    let rows = end_row.saturating_sub(first_row);
    rows.saturating_mul(end_column.saturating_sub(first_column))
}

/// The number of two bytes at a place.
pub(super) fn number(record: &[u8], at: usize) -> Option<u64> {
    let bytes = record.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes).into())
}
