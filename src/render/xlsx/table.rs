//! A table of the view as a sheet: the head with its merged cells, texts wrapped, a row that no sheet
//! could show as a whole in several.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::formats::Formats;
use super::page;
use crate::render::plain;
use crate::render::view::HeadView;
use crate::render::view::TableView;

/// How many characters all columns of a table of texts have together.
const WIDTH: f64 = 180.0;

/// The sheet of a table of texts.
pub(super) fn draw(
    table: &TableView,
    name: &str,
    titles: &[&str],
    formats: &Formats,
) -> Result<Worksheet, XlsxError> {
    let shares: u32 = table.columns.iter().map(|column| column.width).sum();
    let unit = WIDTH / f64::from(shares.max(1));
    let columns = table.columns.iter();
    let widths: Vec<f64> = columns
        .map(|column| f64::from(column.width) * unit)
        .collect();
    let mut sheet = page::sheet(name, &widths)?;
    let titles: Vec<_> = titles.iter().copied().zip(formats.titles()).collect();
    let first = page::title(&mut sheet, &titles, &widths)?;
    let mut row = head(&mut sheet, first, &table.head, &widths, formats)?;
    sheet.set_freeze_panes(row, 0)?;
    sheet.set_repeat_rows(first, row - 1)?;
    let last = u16::try_from(widths.len()).unwrap_or(1) - 1;
    for it in &table.rows {
        let texts: Vec<String> = it.cells.iter().map(|it| plain::cell(it, "\n")).collect();
        if let ("group", [text]) = (it.kind, texts.as_slice()) {
            sheet.merge_range(row, 0, row, last, page::within(text), &formats.group)?;
            page::fit(&mut sheet, row, &[(text, WIDTH)])?;
            row += 1;
            continue;
        }
        let pieces: Vec<Vec<String>> = texts
            .iter()
            .zip(&widths)
            .map(|(text, width)| page::pieces(text, *width))
            .collect();
        let n_rows = pieces.iter().map(Vec::len).max().unwrap_or(1).max(1);
        for piece in 0..n_rows {
            let texts: Vec<&str> = pieces
                .iter()
                .map(|pieces| pieces.get(piece).map_or("", String::as_str))
                .collect();
            for ((index, text), column) in (0..).zip(&texts).zip(&table.columns) {
                let look = if column.align == "center" {
                    &formats.top_centred
                } else {
                    &formats.top
                };
                // A number that counts is a number; whatever else looks like one is a text.
                match text.parse::<u32>() {
                    _ if text.is_empty() => sheet.write_blank(row, index, look)?,
                    Ok(number) if index == 0 => {
                        sheet.write_with_format(row, index, number, look)?
                    }
                    _ => sheet.write_with_format(row, index, *text, look)?,
                };
            }
            let texts: Vec<_> = texts.into_iter().zip(widths.iter().copied()).collect();
            page::fit(&mut sheet, row, &texts)?;
            row += 1;
        }
    }
    Ok(sheet)
}

/// Writes the head of a table from a row on, and tells the row that follows.
pub(super) fn head(
    sheet: &mut Worksheet,
    first: u32,
    head: &[Vec<HeadView>],
    widths: &[f64],
    formats: &Formats,
) -> Result<u32, XlsxError> {
    // How many rows of each column are taken by cells that began above.
    let mut taken = vec![0_usize; widths.len()];
    let count = |n: usize| u16::try_from(n).unwrap_or(1);
    let mut row = first;
    for cells in head {
        let mut begin = 0;
        let mut texts = Vec::new();
        for cell in cells {
            while taken.get(begin).is_some_and(|rows| *rows > 0) {
                begin += 1;
            }
            let end = begin + cell.colspan;
            let last = row + u32::try_from(cell.rowspan).unwrap_or(1) - 1;
            let (left, right) = (count(begin), count(end - 1));
            if cell.colspan == 1 && cell.rowspan == 1 {
                sheet.write_with_format(row, left, &cell.text, &formats.head)?;
            } else {
                sheet.merge_range(row, left, last, right, &cell.text, &formats.head)?;
            }
            if cell.rowspan == 1 {
                let width = widths.get(begin..end).unwrap_or_default().iter().sum();
                texts.push((cell.text.as_str(), width));
            }
            for rows in taken.iter_mut().take(end).skip(begin) {
                *rows = cell.rowspan;
            }
            begin = end;
        }
        for rows in &mut taken {
            *rows = rows.saturating_sub(1);
        }
        page::fit(sheet, row, &texts)?;
        row += 1;
    }
    Ok(row)
}
