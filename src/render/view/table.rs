//! A table, described once and drawn by every renderer: columns, a head of one to three rows, rows.

use serde::Serialize;

use super::blocks::BlockView;
use super::blocks::blocks;
use super::blocks::paragraph;
use crate::model::RichText;

/// A table.
#[derive(Debug, Default, Serialize)]
pub(crate) struct TableView {
    /// Its name in the page and for styles: `budget`.
    pub id: String,
    /// What it shows; also read out to those who cannot see it.
    pub caption: String,
    /// Whether the caption is printed too, where the heading above does not say as much.
    pub titled: bool,
    /// The unit of its figures, or nothing.
    pub unit: String,
    /// Its columns.
    pub columns: Vec<ColumnView>,
    /// The head, repeated on every page of a print.
    pub head: Vec<Vec<HeadView>>,
    /// The rows.
    pub rows: Vec<RowView>,
}

/// A column.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ColumnView {
    /// Its share of the width.
    pub width: u32,
    /// `left`, `center` or `right`.
    pub align: &'static str,
}

/// A cell of the head.
#[derive(Debug, Serialize)]
pub(crate) struct HeadView {
    /// What it says.
    pub text: String,
    /// Columns that it spans.
    pub colspan: usize,
    /// Rows that it spans.
    pub rowspan: usize,
}

/// A row.
#[derive(Debug, Serialize)]
pub(crate) struct RowView {
    /// `normal`, `group` (a heading among the rows), `subtotal` or `total`.
    pub kind: &'static str,
    /// What it is about, by which the print tells its page; nothing where nobody asks for it.
    pub place: String,
    /// Its cells.
    pub cells: Vec<CellView>,
}

/// A cell.
#[derive(Debug, Default, Serialize)]
pub(crate) struct CellView {
    /// Its text, where it is a line of plain text.
    pub text: String,
    /// Its blocks, where it is more.
    pub blocks: Vec<BlockView>,
    /// Columns that it spans.
    pub colspan: usize,
}

impl CellView {
    /// Plain text: a line, or several that stay apart.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let blocks: Vec<_> = lines.map(paragraph).collect();
        let (text, blocks) = match blocks.len() {
            0 | 1 => (text, Vec::new()),
            _ => (String::new(), blocks),
        };
        Self {
            text,
            blocks,
            colspan: 1,
        }
    }

    /// A text with lists and paragraphs.
    pub(crate) fn rich(text: &RichText) -> Self {
        Self::of(blocks(text))
    }

    /// Blocks.
    pub(crate) fn of(blocks: Vec<BlockView>) -> Self {
        Self {
            text: String::new(),
            blocks,
            colspan: 1,
        }
    }
}

impl From<String> for CellView {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<&String> for CellView {
    fn from(text: &String) -> Self {
        Self::text(text)
    }
}

impl From<&RichText> for CellView {
    fn from(text: &RichText) -> Self {
        Self::rich(text)
    }
}

impl TableView {
    /// A table with a head of one row; each column is (head, share of the width, alignment).
    pub(crate) fn new(
        id: &str,
        caption: impl Into<String>,
        columns: &[(&str, u32, &'static str)],
    ) -> Self {
        Self {
            id: id.to_owned(),
            caption: caption.into(),
            titled: false,
            unit: String::new(),
            columns: columns
                .iter()
                .map(|(_, width, align)| ColumnView {
                    width: *width,
                    align,
                })
                .collect(),
            head: vec![columns.iter().map(|(text, ..)| head(text, 1, 1)).collect()],
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, kind: &'static str, cells: Vec<CellView>) {
        self.place_row(kind, String::new(), cells);
    }

    /// Adds a row about something whose page in the print is asked for.
    pub(crate) fn place_row(
        &mut self,
        kind: &'static str,
        place: impl Into<String>,
        cells: Vec<CellView>,
    ) {
        let place = place.into();
        self.rows.push(RowView { kind, place, cells });
    }

    /// Adds a heading across all columns.
    pub(crate) fn group(&mut self, text: impl Into<String>) {
        let cell = CellView {
            colspan: self.columns.len(),
            ..CellView::text(text)
        };
        self.row("group", vec![cell]);
    }
}

/// A cell of the head.
pub(crate) fn head(text: &str, colspan: usize, rowspan: usize) -> HeadView {
    HeadView {
        text: text.to_owned(),
        colspan,
        rowspan,
    }
}
