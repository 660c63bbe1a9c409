//! Where a finding is, in the numbers that programs read: lines and columns from 1, columns in
//! characters, or the name of a sheet and of a cell.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::vietnamese;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sheet;
use crate::source::Sources;

/// How much is quoted of a longer line, in characters: before the place and in all.
const QUOTED_BEFORE: usize = 60;
const QUOTED: usize = 200;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Location<'a> {
    /// The path, parts separated by `/`.
    pub path: &'a str,
    /// Where in the file, as far as it is known.
    pub region: Region<'a>,
}

/// A place inside a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Region<'a> {
    /// The whole file.
    File,
    /// A stretch of a text.
    Text {
        /// Its beginning.
        start: Point,
        /// Its end, behind its last character.
        end: Point,
        /// The line in which it begins; of a long one what is around the place.
        quote: &'a str,
    },
    /// A cell.
    Cell {
        /// The name of the sheet.
        sheet: &'a str,
        /// `C7`.
        cell: String,
        /// The row, from 1.
        row: u32,
        /// The row as text; of a long one what is around the cell.
        quote: String,
    },
}

/// A line and a column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub line: usize,
    pub column: usize,
}

/// Finds places; what it has counted in a file it does not count again.
pub(super) struct Locator<'a> {
    sources: &'a Sources,
    /// Where the lines of each file begin.
    lines: BTreeMap<FileId, Vec<usize>>,
    /// The place that was found last, and how many characters of its line stand before it.
    last: (FileId, usize, Point),
}

impl<'a> Locator<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        let nowhere = Point { line: 0, column: 0 };
        Self {
            sources,
            lines: BTreeMap::new(),
            last: (FileId::default(), 0, nowhere),
        }
    }

    /// The place of an origin.
    pub(super) fn locate(&mut self, at: &Origin) -> Location<'a> {
        let region = match at {
            Origin::Text { file, range } => self.text(*file, range),
            Origin::Cell { file, sheet, cell } => {
                let sheets = self.sources.workbook(*file).map(|book| &book.sheets);
                let sheet = sheets.and_then(|sheets| sheets.get(*sheet));
                sheet.map_or(Region::File, |sheet| {
                    let (row, marked) = row_text(sheet, *cell);
                    Region::Cell {
                        sheet: &sheet.name,
                        cell: cell.to_string(),
                        row: cell.row + 1,
                        quote: around(&row, marked.start).to_owned(),
                    }
                })
            }
            Origin::File(_) => Region::File,
        };
        Location {
            path: self.sources.path(at.file()),
            region,
        }
    }

    fn text(&mut self, file: FileId, range: &Range<usize>) -> Region<'a> {
        let text = self.sources.text(file);
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let end = text.floor_char_boundary(range.end.clamp(start, text.len()));
        let first = self.point(file, text, start);
        self.last = (file, start, first);
        let last = self.point(file, text, end);
        // A long line is not gone through for each place in it.
        let line_start = self.line_start(file, first.line).unwrap_or(0);
        let line_end = self.line_start(file, first.line + 1);
        let line = &text[line_start..line_end.unwrap_or(text.len())];
        let line = line.trim_end_matches(['\n', '\r']);
        Region::Text {
            start: first,
            end: last,
            quote: around(line, start - line_start),
        }
    }

    /// Where a line (from 1) begins; nothing behind the last one.
    fn line_start(&self, file: FileId, line: usize) -> Option<usize> {
        self.lines.get(&file)?.get(line - 1).copied()
    }

    fn point(&mut self, file: FileId, text: &str, offset: usize) -> Point {
        let starts = self.lines.entry(file).or_insert_with(|| {
            let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        });
        let line = starts.partition_point(|start| *start <= offset);
        let line_start = starts.get(line - 1).copied().unwrap_or_default();
        // Findings come in their order, many of them perhaps in one long line.
        let (counted_file, counted, point) = self.last;
        let is_counted = counted_file == file && point.line == line && counted <= offset;
        let (from, column) = if is_counted {
            (counted, point.column)
        } else {
            (line_start, 1)
        };
        Point {
            line,
            column: column + text[from..offset].chars().count(),
        }
    }
}

/// What is quoted of a line for a place in it.
fn around(line: &str, place: usize) -> &str {
    let place = line.floor_char_boundary(place);
    let before = line[..place].char_indices().rev();
    let start = before
        .take(QUOTED_BEFORE)
        .last()
        .map_or(place, |(at, _)| at);
    let mut rest = line[start..].char_indices();
    let end = rest.nth(QUOTED).map_or(line.len(), |(at, _)| start + at);
    &line[start..end]
}

/// A row of a sheet as one line of "C4: 12 triệu" pieces, and which stretch of it is the cell.
pub(super) fn row_text(sheet: &Sheet, at: CellRef) -> (String, Range<usize>) {
    let cells = sheet.row(at.row).iter();
    let mut columns: Vec<u32> = cells.map(|(at, _)| at.column).collect();
    if let Err(place) = columns.binary_search(&at.column) {
        columns.insert(place, at.column);
    }
    let mut line = String::new();
    let mut marked = 0..0;
    for column in columns {
        if !line.is_empty() {
            line.push_str(" │ ");
        }
        let cell = CellRef {
            row: at.row,
            column,
        };
        let value = sheet.cell(cell).map(shown).unwrap_or_default();
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = if value.is_empty() {
            "(trống)"
        } else {
            &value
        };
        let start = line.len();
        line.push_str(&format!("{cell}: {value}"));
        if column == at.column {
            marked = start..line.len();
        }
    }
    (line, marked)
}

/// What a spreadsheet shows of a cell.
pub fn shown(cell: &Cell) -> String {
    match cell.value {
        CellValue::Number(number) => vietnamese::number_in_cell(number),
        _ => cell.display(),
    }
}

#[cfg(test)]
mod tests {
    use super::Locator;
    use super::Point;
    use super::Region;
    use crate::source::Origin;
    use crate::source::Sources;

    #[test]
    fn columns_count_characters_from_one() {
        let mut sources = Sources::default();
        let text = "a: 1\nxã: Đông, Đông\n";
        let file = sources.add_text("x.yaml", text.to_owned());
        let mut locator = Locator::new(&sources);
        for (start, column) in text.match_indices("Đông").map(|(at, _)| at).zip([5, 11]) {
            let range = start..start + "Đông".len();
            let region = locator.locate(&Origin::Text { file, range }).region;
            let end = column + 4;
            assert_eq!(
                region,
                Region::Text {
                    start: Point { line: 2, column },
                    end: Point {
                        line: 2,
                        column: end
                    },
                    quote: "xã: Đông, Đông",
                }
            );
        }
    }

    #[test]
    fn of_a_long_line_only_what_is_around_is_quoted() {
        let mut sources = Sources::default();
        let text = format!("{}đây{}", "ă".repeat(5000), "ê".repeat(5000));
        let file = sources.add_text("x.yaml", text);
        let range = 10_000..10_005;
        let region = Locator::new(&sources).locate(&Origin::Text { file, range });
        let Region::Text { start, quote, .. } = region.region else {
            unreachable!("no text");
        };
        assert_eq!((start.line, start.column), (1, 5001));
        assert_eq!(quote.chars().count(), 200);
        assert!(quote.starts_with('ă') && quote.contains("đây") && quote.ends_with('ê'));
    }
}
