//! A sheet as a page: its widths, its print, what stands above a table, and rows as high as their
//! texts need, since no program makes them so for a file that it did not write.

use rust_xlsxwriter::Format;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::formats::Formats;
use crate::model::Dong;
use crate::model::plan::Plan;
use crate::model::vietnamese;
use crate::render::view::Labels;
use crate::render::view::exact_cells;

/// The height of a line of text, in pt, and of the heading of a table; and how many lines the highest
/// row holds.
const LINE: f64 = 16.5;
pub(super) const HEADING: f64 = 24.0;
const MOST_LINES: usize = 24;

/// The width of the widest column that programs know.
const MOST_WIDTH: f64 = 255.0;

/// How much of a column's width, a unit of which is a digit, a text has for itself: in thousandths of
/// the size of the letters, a little less than the digit's 500.
const ROOM: f64 = 470.0;

/// The longest text of a cell, in the units of UTF-16.
const MOST_LETTERS: usize = 32_767;

/// An empty workbook. A column is as wide as so many digits of the workbook's own letters, so these are
/// the same in every program: Times New Roman, whose rows are 21 pixels high and columns 72 wide.
pub(in crate::render) fn workbook(formats: &Formats) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&formats.entry, 21, 72)?;
    Ok(workbook)
}

/// A sheet with these widths of columns that prints on A4, landscape, one page wide, with the number
/// of the page above.
pub(in crate::render) fn sheet(name: &str, widths: &[f64]) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    for (index, width) in (0..).zip(widths) {
        sheet.set_column_width(index, *width)?;
    }
    sheet
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(0.8, 0.6, 0.8, 0.8, 0.4, 0.4)
        .set_print_first_page_number(1)
        .set_header("&C&\"Times New Roman,Regular\"&13&P");
    Ok(sheet)
}

/// Makes a row as high as its texts need, each in a column of its width.
pub(in crate::render) fn fit(
    sheet: &mut Worksheet,
    row: u32,
    texts: &[(&str, f64)],
) -> Result<(), XlsxError> {
    let lines = texts.iter().map(|(text, width)| lines(text, *width).len());
    let most = lines.max().unwrap_or(1).clamp(1, MOST_LINES);
    let most = u32::try_from(most).unwrap_or(1);
    sheet.set_row_height(row, f64::from(most) * LINE)?;
    Ok(())
}

/// How wide a column must be for the highest row to hold each of these texts whole, this wide at least.
/// A text of more lines of its own than a row has is cut in print, however wide.
pub(super) fn widened<'a>(width: f64, texts: impl IntoIterator<Item = &'a str>) -> f64 {
    texts.into_iter().fold(width, |mut width, text| {
        let most = MOST_LINES.max(text.lines().count());
        while width < MOST_WIDTH && lines(text, width).len() > most {
            width = (width * 1.1).min(MOST_WIDTH);
        }
        width
    })
}

/// How wide a column must be to show an amount, also in bold letters.
pub(super) fn money_width(amount: Dong) -> f64 {
    let letters = u32::try_from(vietnamese::amount(amount).len()).unwrap_or_default();
    f64::from(letters.max(12)) + 0.5
}

/// Writes lines across the whole width, one below the other from the first row on, and tells the row
/// that follows.
pub(super) fn title(
    sheet: &mut Worksheet,
    titles: &[(&str, &Format)],
    widths: &[f64],
) -> Result<u32, XlsxError> {
    let last = u16::try_from(widths.len()).unwrap_or(1) - 1;
    let width: f64 = widths.iter().sum();
    let mut row = 0;
    for (text, format) in titles.iter().filter(|(text, _)| !text.is_empty()) {
        let text = within(text);
        sheet.merge_range(row, 0, row, last, text, format)?;
        // A title is larger than what else there is.
        let enlarged = 20.0 / LINE;
        let most = u32::try_from(lines(text, width / enlarged).len()).unwrap_or(1);
        sheet.set_row_height(row, f64::from(most) * LINE * enlarged)?;
        row += 1;
    }
    Ok(row)
}

/// Says below a table that its cells hold đồng, where they are shown in another unit.
pub(super) fn how_shown(
    sheet: &mut Worksheet,
    row: u32,
    plan: &Plan,
    labels: &Labels,
    widths: &[f64],
    formats: &Formats,
) -> Result<(), XlsxError> {
    let Some(text) = exact_cells(plan.budget.format, labels) else {
        return Ok(());
    };
    let last = u16::try_from(widths.len()).unwrap_or(1) - 1;
    sheet.merge_range(row, 0, row, last, &text, &formats.below)?;
    fit(sheet, row, &[(&text, widths.iter().sum())])
}

/// The text in pieces that each fit into the highest row.
pub(super) fn pieces(text: &str, width: f64) -> Vec<String> {
    let lines = lines(text, width);
    let join = |lines: &[Line]| {
        let lines = lines.iter();
        let joined: String = lines
            .flat_map(|line| [line.text.as_str(), if line.ends { "\n" } else { " " }])
            .collect();
        within(joined.trim_end()).to_owned()
    };
    lines.chunks(MOST_LINES).map(join).collect()
}

/// The text, or as much of it as a cell can hold.
pub(super) fn within(text: &str) -> &str {
    let mut n_units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        n_units += letter.len_utf16();
        n_units > MOST_LETTERS
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// A name for a sheet that every program accepts and that no sheet before it bears.
pub(super) fn name(wanted: &str, taken: &mut Vec<String>) -> String {
    const MOST: usize = 31;
    let allowed = |letter: char| match letter {
        '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    let clean: String = wanted.chars().map(allowed).collect();
    let outer = [' ', '\''];
    let cut = |most: usize| -> String {
        let letters = clean.trim_matches(outer).chars();
        let mut n_units = 0;
        let letters = letters.take_while(|letter| {
            n_units += letter.len_utf16();
            n_units <= most
        });
        let letters: String = letters.collect();
        letters.trim_end_matches(outer).to_owned()
    };
    let mut name = cut(MOST);
    let mut number = 1;
    while name.is_empty() || taken.contains(&name.to_lowercase()) {
        number += 1;
        let behind = format!(" ({number})");
        name = format!("{}{behind}", cut(MOST - behind.len()));
        name = name.trim_start().to_owned();
    }
    taken.push(name.to_lowercase());
    name
}

/// A line of a text.
struct Line {
    text: String,
    /// Whether a new line was asked for behind it.
    ends: bool,
}

/// The lines that a text takes in a column.
fn lines(text: &str, width: f64) -> Vec<Line> {
    let room = (width * ROOM).max(1000.0);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        let mut filled = 0.0;
        for word in paragraph.split(' ') {
            let space = if line.is_empty() { 0.0 } else { breadth(' ') };
            let needed: f64 = word.chars().map(breadth).sum();
            if filled + space + needed <= room {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
                filled += space + needed;
                continue;
            }
            if !line.is_empty() {
                let text = std::mem::take(&mut line);
                lines.push(Line { text, ends: false });
            }
            filled = 0.0;
            // A word that is wider than the column goes on in the next line.
            for letter in word.chars() {
                if filled + breadth(letter) > room {
                    let text = std::mem::take(&mut line);
                    lines.push(Line { text, ends: false });
                    filled = 0.0;
                }
                line.push(letter);
                filled += breadth(letter);
            }
        }
        let text = line;
        lines.push(Line { text, ends: true });
    }
    lines
}

/// How broad a letter of Times New Roman is, in thousandths of its size.
fn breadth(letter: char) -> f64 {
    match letter {
        ' ' | '.' | ',' | '\'' => 250.0,
        'i' | 'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' | 'j' | 'l' | 't' | ';' | ':' | '/' => 278.0,
        'f' | 'r' | '-' | '(' | ')' | 'I' => 333.0,
        'a' | 'c' | 'e' | 's' | 'z' => 444.0,
        'm' | 'w' => 778.0,
        'M' | 'W' | '%' | '…' => 1000.0,
        letter if letter.is_uppercase() => 722.0,
        _ => 500.0,
    }
}

#[cfg(test)]
mod tests {
    use super::name;
    use super::pieces;
    use super::widened;
    use super::within;

    #[test]
    fn names_of_sheets_are_short_allowed_and_unlike() {
        let mut taken = Vec::new();
        let long = "Một tên trang dài hơn ba mươi mốt chữ";
        for (wanted, expected) in [
            ("Phụ lục II", "Phụ lục II"),
            ("PHỤ LỤC II", "PHỤ LỤC II (2)"),
            ("'[a/b]:*?\\'", "a b"),
            ("", "(2)"),
            (long, "Một tên trang dài hơn ba mươi m"),
            (long, "Một tên trang dài hơn ba mư (2)"),
        ] {
            let name = name(wanted, &mut taken);
            assert!(name.chars().count() <= 31, "{name}");
            assert_eq!(name, expected);
        }
    }

    #[test]
    fn a_column_is_wide_enough_for_the_longest_text() {
        let long = "mua sắm thiết bị ".repeat(100);
        assert_eq!(pieces(&long, 20.0).len(), 4);
        let width = widened(20.0, ["ngắn", &long, ""]);
        assert!((60.0..90.0).contains(&width), "{width}");
        assert_eq!(pieces(&long, width).len(), 1);
        assert!(widened(20.0, ["ngắn"]) < 20.1 && widened(20.0, [&*"\n".repeat(99)]) < 20.1);
        assert!(widened(20.0, [&*"đ".repeat(30_000)]) < 255.1);
    }

    #[test]
    fn a_long_text_goes_on_in_more_pieces_and_nothing_is_lost() {
        let text = (0..400).map(|number| format!("việc {number}\n"));
        let text: String = text.collect();
        let pieces = pieces(&text, 20.0);
        assert!(pieces.len() > 10);
        assert_eq!(pieces.join("\n"), text.trim_end());
        assert_eq!(within(&"đ".repeat(40_000)).chars().count(), 32_767);
    }
}
