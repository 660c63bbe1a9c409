//! Which files were read, and where in them something stands.
//!
//! A leaf: it knows neither what the files mean nor how they were read. `Sources` keeps texts and
//! workbooks, so that a finding made anywhere can be shown with the line or the row that it speaks of.
//! What all communes share is one lot of files and what each commune has is another, so that these can
//! be read side by side and given up one by one; a [`FileId`] tells of which lot it is. Offsets are bytes
//! into the text as kept here (without byte-order mark).

mod cell;
mod formula;
mod number_format;
mod templates;
mod verbatim;
mod workbook;

pub use cell::CellRef;
pub use formula::culprit;
pub use number_format::Shown;
pub use number_format::Sign;
pub use number_format::signs;
pub use templates::Templates;
pub use verbatim::Verbatim;
pub use workbook::{Aside, AsidePlace, Cell, CellStyle, CellValue, Sheet, SheetLooks, Workbook};

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;

/// A file of this run: one of those that all communes share, by its number, or the number of a commune
/// and of the file among its own.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(u32);

/// What marks the file of a commune, and how many bits hold its number: a commune has few files.
const OF_COMMUNE: u32 = 1 << 31;
const NUMBER_BITS: u32 = 10;

impl FileId {
    /// The file of a lot by its number. What is beyond the last number is the last file.
    fn new(lot: Lot, number: usize) -> Self {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        match lot.0 {
            None => Self(number.min(OF_COMMUNE - 1)),
            Some(commune) => {
                Self(OF_COMMUNE | commune << NUMBER_BITS | number.min((1 << NUMBER_BITS) - 1))
            }
        }
    }

    fn lot(self) -> Lot {
        let is_of_commune = self.0 & OF_COMMUNE != 0;
        Lot(is_of_commune.then_some((self.0 & !OF_COMMUNE) >> NUMBER_BITS))
    }

    fn number(self) -> usize {
        let number = match self.lot() {
            Lot(None) => self.0,
            Lot(Some(_)) => self.0 & ((1 << NUMBER_BITS) - 1),
        };
        number as usize
    }
}

/// Files that are read together: what all communes share, or what one of them has, by its number.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Lot(Option<u32>);

/// What a file holds, as far as findings need it.
#[derive(Debug)]
enum Content {
    /// UTF-8 text without byte-order mark.
    Text(String),
    /// A workbook, its cells as read.
    Workbook(Workbook),
    /// A file that is missing or could not be read.
    Unreadable,
}

/// A file and the path by which messages name it.
#[derive(Debug)]
struct SourceFile {
    path: String,
    content: Content,
}

/// The files of a run, or of a part of it, each lot in the order in which it was met.
#[derive(Debug, Default)]
pub struct Sources {
    /// The lot of those that are added.
    lot: Lot,
    files: BTreeMap<Lot, Vec<SourceFile>>,
}

impl Sources {
    /// Those of a commune by its number in the run, below a million; none yet.
    pub fn of_commune(number: usize) -> Self {
        let most = (1 << (31 - NUMBER_BITS)) - 1;
        let number = u32::try_from(number).map_or(most, |number| number.min(most));
        Self {
            lot: Lot(Some(number)),
            files: BTreeMap::new(),
        }
    }

    /// Takes over the files of other lots.
    pub fn take(&mut self, others: Self) {
        self.files.extend(others.files);
    }

    /// Gives up the rows of workbooks that none of these places speaks of.
    pub fn keep_rows<'a>(&mut self, places: impl Iterator<Item = &'a Origin>) {
        let rows = places.filter_map(|at| match at {
            Origin::Cell { file, sheet, cell } => Some((*file, *sheet, cell.row)),
            Origin::Text { .. } | Origin::File(_) => None,
        });
        let rows: BTreeSet<(FileId, usize, u32)> = rows.collect();
        for (lot, files) in &mut self.files {
            for (number, file) in files.iter_mut().enumerate() {
                let id = FileId::new(*lot, number);
                if let Content::Workbook(workbook) = &mut file.content {
                    for (index, sheet) in workbook.sheets.iter_mut().enumerate() {
                        sheet.rewrite(|at, _| rows.contains(&(id, index, at.row)));
                        sheet.shrink();
                    }
                }
            }
        }
    }

    /// Keeps a text under `path` (parts separated by `/`, relative to the user's folder).
    pub fn add_text(&mut self, path: impl Into<String>, text: String) -> FileId {
        self.add(path.into(), Content::Text(text))
    }

    /// Keeps a workbook under `path`.
    pub fn add_workbook(&mut self, path: impl Into<String>, workbook: Workbook) -> FileId {
        self.add(path.into(), Content::Workbook(workbook))
    }

    /// Keeps the name of a file that is missing or unreadable, so that a finding can name it.
    pub fn add_unreadable(&mut self, path: impl Into<String>) -> FileId {
        self.add(path.into(), Content::Unreadable)
    }

    fn add(&mut self, path: String, content: Content) -> FileId {
        let files = self.files.entry(self.lot).or_default();
        files.push(SourceFile { path, content });
        FileId::new(self.lot, files.len() - 1)
    }

    fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(&id.lot())?.get(id.number())
    }

    /// The path by which messages name the file.
    pub fn path(&self, id: FileId) -> &str {
        self.file(id).map_or("", |file| &file.path)
    }

    /// The text of a text file; empty for any other.
    pub fn text(&self, id: FileId) -> &str {
        match self.file(id).map(|file| &file.content) {
            Some(Content::Text(text)) => text,
            _ => "",
        }
    }

    /// The workbook of a workbook file.
    pub fn workbook(&self, id: FileId) -> Option<&Workbook> {
        match self.file(id).map(|file| &file.content) {
            Some(Content::Workbook(workbook)) => Some(workbook),
            _ => None,
        }
    }
}

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A stretch of a text file.
    Text {
        /// The file.
        file: FileId,
        /// Bytes of the file's text.
        range: Range<usize>,
    },
    /// A cell of a workbook.
    Cell {
        /// The file.
        file: FileId,
        /// Index of the sheet, from 0.
        sheet: usize,
        /// The cell.
        cell: CellRef,
    },
    /// A file as a whole, for example one that is missing.
    File(FileId),
}

impl Origin {
    /// The file that this place belongs to.
    pub fn file(&self) -> FileId {
        match self {
            Self::Text { file, .. } | Self::Cell { file, .. } | Self::File(file) => *file,
        }
    }

    /// Whether it is in this stretch of a text; the rest of places hold the whole file.
    pub fn is_within(&self, other: &Self) -> bool {
        let inside = match (self, other) {
            (Self::Text { range, .. }, Self::Text { range: outer, .. }) => {
                outer.start <= range.start && range.end <= outer.end
            }
            _ => true,
        };
        inside && self.file() == other.file()
    }

    /// A key that orders places as a reader meets them: file, then position.
    pub fn sort_key(&self) -> (FileId, usize, usize) {
        match self {
            Self::Text { file, range } => (*file, 0, range.start),
            Self::Cell { file, sheet, cell } => (
                *file,
                *sheet,
                cell.row as usize * 100_000 + cell.column as usize,
            ),
            Self::File(file) => (*file, 0, 0),
        }
    }
}

/// A value together with the place where it was read.
#[derive(Debug, Clone)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it was read.
    pub at: Origin,
}

#[cfg(test)]
mod tests {
    use super::Cell;
    use super::CellRef;
    use super::CellValue;
    use super::Origin;
    use super::Sheet;
    use super::Sources;
    use super::Workbook;

    #[test]
    fn files_of_communes_and_of_all_are_told_apart() {
        let mut all = Sources::default();
        let shared = all.add_text("chung.yaml", "chung".to_owned());
        let mut ids = vec![(shared, "chung".to_owned())];
        for number in [0, 1, 2, 3_320, 999_999] {
            let mut own = Sources::of_commune(number);
            for name in ["a", "b"] {
                let text = format!("{number} {name}");
                ids.push((own.add_text(format!("{text}.yaml"), text.clone()), text));
            }
            all.take(own);
        }
        for (id, text) in ids {
            assert_eq!(all.text(id), text);
            assert_eq!(all.path(id), format!("{text}.yaml"));
        }
    }

    #[test]
    fn of_a_workbook_the_rows_are_kept_that_findings_speak_of() {
        let cell = |row, column| {
            let value = CellValue::Text(format!("{row}:{column}"));
            let at = CellRef { row, column };
            let (formula, is_plain, style) = (false, false, None);
            (
                at,
                Cell {
                    value,
                    formula,
                    is_plain,
                    style,
                },
            )
        };
        let cells = (0..9).flat_map(|row| (0..3).map(move |column| (row, column)));
        let cells: Vec<_> = cells.map(|(row, column)| cell(row, column)).collect();
        let sheets = ["một", "hai"].map(|name| Sheet::new(name.to_owned(), cells.clone()));
        let mut sources = Sources::of_commune(7);
        let hidden = Vec::new();
        let workbook = Workbook {
            sheets: sheets.into(),
            hidden,
        };
        let file = sources.add_workbook("x.xlsx", workbook);
        let at = CellRef { row: 4, column: 1 };
        let place = Origin::Cell {
            file,
            sheet: 1,
            cell: at,
        };
        sources.keep_rows([&place, &Origin::File(file)].into_iter());
        let sheets = &sources.workbook(file).expect("the workbook").sheets;
        assert_eq!(sheets[0].cells(), []);
        assert_eq!(sheets[1].cells(), [cell(4, 0), cell(4, 1), cell(4, 2)]);
    }
}
