//! How large the tables of an .xls file would be, before they are made: calamine keeps a place for
//! every cell between the first and the last one.
//!
//! The records of a sheet bear row and column in their first four bytes (Microsoft, \[MS-XLS\] 2.4 and
//! 2.5.13: Cell); anything else in the file does not matter here.

use std::io::Cursor;
use std::io::Read;

/// The records that are cells, by number: BLANK, NUMBER, LABEL, BOOLERR, FORMULA, LABELSST, RK, RSTRING,
/// MULRK, MULBLANK.
const CELLS: [u16; 10] = [
    0x0201, 0x0203, 0x0204, 0x0205, 0x0006, 0x00FD, 0x027E, 0x00D6, 0x00BD, 0x00BE,
];

/// The record that begins a sheet, or another part of the stream.
const BOF: u16 = 0x0809;

/// How many places the tables of all sheets have together.
///
/// # Errors
/// What is wrong with bytes that are no such file.
pub(super) fn n_places(bytes: &[u8]) -> std::io::Result<u64> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let mut stream = Vec::new();
    let mut book = file
        .open_stream("Workbook")
        .or_else(|_| file.open_stream("Book"))?;
    book.read_to_end(&mut stream)?;
    let mut all = 0_u64;
    let (mut rows, mut columns) = (0_u64, 0_u64);
    let mut rest = stream.as_slice();
    while let Some((head, body)) = rest.split_at_checked(4) {
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let Some((record, after)) = body.split_at_checked(length) else {
            break;
        };
        if kind == BOF {
            all = all.saturating_add(rows * columns);
            (rows, columns) = (0, 0);
        }
        if let (true, [row_low, row_high, column_low, column_high, ..]) =
            (CELLS.contains(&kind), record)
        {
            let row = u16::from_le_bytes([*row_low, *row_high]);
            let column = u16::from_le_bytes([*column_low, *column_high]);
            rows = rows.max(u64::from(row) + 1);
            columns = columns.max(u64::from(column) + 1);
            // A record of many cells goes on to the right, two bytes or more a cell.
            if kind == 0x00BD || kind == 0x00BE {
                columns = columns.max(u64::from(column) + length as u64 / 2);
            }
        }
        rest = after;
    }
    Ok(all.saturating_add(rows * columns))
}
