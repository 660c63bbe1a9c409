//! Which files were read, and where in them something stands.
//!
//! A leaf: it knows neither what the files mean nor how they were read. `Sources` keeps every text
//! and every workbook of a run, so that a finding made anywhere can be shown with the line or the
//! row that it speaks of. Offsets are bytes into the text as kept here (without byte-order mark).

mod cell;
mod formula;
mod number_format;
mod templates;
mod workbook;

pub use cell::CellRef;
pub use formula::culprit;
pub use number_format::Shown;
pub use templates::Templates;
pub use workbook::{Cell, CellStyle, CellValue, Sheet, SheetLooks, Workbook};

use std::ops::Range;

/// A file of this run, as an index into [`Sources`].
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(u32);

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

/// Every file of a run, in the order in which it was met.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
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
        let index = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        self.files.push(SourceFile { path, content });
        FileId(index)
    }

    fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
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
