//! Where a finding is, in the numbers that programs read: lines and columns from 1, columns in
//! characters, or the name of a sheet and of a cell.

use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sources;

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
        /// The line in which it begins.
        line: &'a str,
    },
    /// A cell.
    Cell {
        /// The name of the sheet.
        sheet: &'a str,
        /// `C7`.
        cell: String,
    },
}

/// A line and a column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub line: usize,
    pub column: usize,
}

/// The place of an origin.
pub(super) fn locate<'a>(at: &Origin, sources: &'a Sources) -> Location<'a> {
    let region = match at {
        Origin::Text { file, range } => text_region(*file, range, sources),
        Origin::Cell { file, sheet, cell } => {
            let sheets = sources.workbook(*file).map(|workbook| &workbook.sheets);
            let sheet = sheets.and_then(|sheets| sheets.get(*sheet));
            sheet.map_or(Region::File, |sheet| Region::Cell {
                sheet: &sheet.name,
                cell: cell.to_string(),
            })
        }
        Origin::File(_) => Region::File,
    };
    Location {
        path: sources.path(at.file()),
        region,
    }
}

fn text_region<'a>(
    file: FileId,
    range: &std::ops::Range<usize>,
    sources: &'a Sources,
) -> Region<'a> {
    let text = sources.text(file);
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.floor_char_boundary(range.end.clamp(start, text.len()));
    let line_start = text[..start].rfind('\n').map_or(0, |place| place + 1);
    Region::Text {
        start: point(text, start),
        end: point(text, end),
        line: text[line_start..].lines().next().unwrap_or(""),
    }
}

fn point(text: &str, offset: usize) -> Point {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |place| place + 1);
    Point {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::Point;
    use super::Region;
    use super::locate;
    use crate::source::Origin;
    use crate::source::Sources;

    #[test]
    fn columns_count_characters_from_one() {
        let mut sources = Sources::default();
        let text = "a: 1\nxã: Đông\n";
        let file = sources.add_text("x.yaml", text.to_owned());
        let start = text.find("Đông").expect("the word");
        let at = Origin::Text {
            file,
            range: start..start + "Đông".len(),
        };
        let region = locate(&at, &sources).region;
        assert_eq!(
            region,
            Region::Text {
                start: Point { line: 2, column: 5 },
                end: Point { line: 2, column: 9 },
                line: "xã: Đông",
            }
        );
    }
}
