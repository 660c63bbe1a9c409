//! What a page or a print is made of: headings, paragraphs, lists, tables, charts, ready to be drawn.

use serde::Serialize;

use super::charts::ChartView;
use super::table::CellView;
use super::table::TableView;
use crate::model::Alignment;
use crate::model::Block;
use crate::model::Grid;
use crate::model::Inline;
use crate::model::Item;
use crate::model::Mark;
use crate::model::RichText;

/// A piece of a part, in the order in which it is read.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum BlockView {
    /// A heading.
    Heading(HeadingView),
    /// Something with a heading, a short text and facts, which the print runs on in one paragraph.
    Entry {
        heading: HeadingView,
        blocks: Vec<BlockView>,
        facts: Vec<FactView>,
    },
    /// A paragraph.
    Paragraph { content: Vec<InlineView> },
    /// A legal basis, on its own line in italics.
    Citation { text: String },
    /// A few words that say what follows.
    Label { text: String },
    /// Short facts: "Đơn vị chủ trì: …".
    Facts { items: Vec<FactView> },
    /// A list.
    List {
        /// Whether its items bear the marks that they were written with.
        marked: bool,
        items: Vec<ItemView>,
    },
    /// A table.
    Table(TableView),
    /// A chart.
    Chart(ChartView),
}

/// A heading: level 2 is `1.`, level 3 `1.1.`, level 4 `a)`.
#[derive(Debug, Serialize)]
pub(crate) struct HeadingView {
    /// How deep it lies.
    pub level: u8,
    /// Its number.
    pub number: String,
    /// What it says.
    pub text: String,
    /// Its name in the page.
    pub id: String,
}

/// An item of a list.
#[derive(Debug, Serialize)]
pub(crate) struct ItemView {
    /// Its mark as written, or nothing.
    pub mark: String,
    /// What it says.
    pub blocks: Vec<BlockView>,
}

impl ItemView {
    /// An item without a mark of its own.
    pub(crate) fn bullet(blocks: Vec<BlockView>) -> Self {
        let mark = String::new();
        Self { mark, blocks }
    }
}

/// A short fact.
#[derive(Debug, Serialize)]
pub(crate) struct FactView {
    /// What it is.
    pub label: String,
    /// What is said.
    pub text: String,
}

impl FactView {
    /// What is said of something.
    pub(crate) fn new(label: &str, text: impl Into<String>) -> Self {
        Self {
            label: label.to_owned(),
            text: text.into(),
        }
    }
}

/// A label with a text below it.
pub(crate) fn headed(label: &str, text: &RichText) -> Vec<BlockView> {
    let mut view = vec![BlockView::Label {
        text: format!("{label}:"),
    }];
    view.extend(blocks(text));
    view
}

/// A piece of a line.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum InlineView {
    /// Plain text.
    Text { text: String },
    /// Bold.
    Strong { content: Vec<InlineView> },
    /// Italic.
    Emphasis { content: Vec<InlineView> },
    /// A link.
    Link {
        address: String,
        content: Vec<InlineView>,
    },
    /// A line break.
    Break,
}

/// The blocks of a text whose placeholders are filled.
pub(crate) fn blocks(text: &RichText) -> Vec<BlockView> {
    text.blocks.iter().map(block).collect()
}

/// A paragraph of plain text.
pub(crate) fn paragraph(text: impl Into<String>) -> BlockView {
    BlockView::Paragraph {
        content: vec![InlineView::Text { text: text.into() }],
    }
}

/// The lines of an enumeration: each ends with ";", the last with ".".
pub(crate) fn closed(lines: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let last = lines.len().saturating_sub(1);
    lines
        .enumerate()
        .map(|(index, line)| format!("{line}{}", if index == last { "." } else { ";" }))
        .collect()
}

/// A list of plain lines.
pub(crate) fn plain_list(lines: impl IntoIterator<Item = String>) -> BlockView {
    let items = lines
        .into_iter()
        .map(|line| ItemView::bullet(vec![paragraph(line)]))
        .collect();
    BlockView::List {
        marked: false,
        items,
    }
}

fn block(block: &Block) -> BlockView {
    match block {
        Block::Paragraph(content) => BlockView::Paragraph {
            content: inlines(content),
        },
        Block::Heading(content) => BlockView::Paragraph {
            content: vec![InlineView::Strong {
                content: inlines(content),
            }],
        },
        Block::List(items) => BlockView::List {
            marked: items.iter().any(|item| item.mark != Mark::Bullet),
            items: items.iter().map(item).collect(),
        },
        Block::Table(grid) => BlockView::Table(own_table(grid)),
    }
}

fn item(item: &Item) -> ItemView {
    ItemView {
        mark: match &item.mark {
            Mark::Bullet => String::new(),
            Mark::Written(mark) => mark.clone(),
        },
        blocks: item.blocks.iter().map(block).collect(),
    }
}

/// The narrowest and the broadest share of a column of a table in a text, in letters of its longest cell.
const SHARES: (usize, usize) = (5, 40);

/// A table that stands in a text: it has no name, and is read out by the names of its columns.
fn own_table(grid: &Grid) -> TableView {
    let text = |cell: &Vec<Inline>| {
        let blocks = vec![Block::Paragraph(cell.clone())];
        RichText { blocks }.to_plain()
    };
    let head: Vec<String> = grid.head.iter().map(text).collect();
    let columns = grid.columns.iter().enumerate().map(|(index, column)| {
        let cells = grid.rows.iter().filter_map(|row| row.get(index).map(text));
        let all = cells.chain(head.get(index).cloned());
        let longest = all.map(|text| text.chars().count()).max().unwrap_or(0);
        let width = u32::try_from(longest.clamp(SHARES.0, SHARES.1)).unwrap_or(1);
        let align = match column {
            Alignment::Left => "left",
            Alignment::Center => "center",
            Alignment::Right => "right",
        };
        (head.get(index).map_or("", String::as_str), width, align)
    });
    let columns: Vec<_> = columns.collect();
    let mut table = TableView::new("", head.join(", "), &columns);
    for row in &grid.rows {
        let cells = row.iter().map(|cell| match &cell[..] {
            [] => CellView::text(""),
            [Inline::Text(text)] => CellView::text(text),
            _ => CellView::rich(&RichText {
                blocks: vec![Block::Paragraph(cell.clone())],
            }),
        });
        table.row("normal", cells.collect());
    }
    table
}

fn inlines(content: &[Inline]) -> Vec<InlineView> {
    let view = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Placeholder(text) => {
            Some(InlineView::Text { text: text.clone() })
        }
        Inline::Strong(content) => Some(InlineView::Strong {
            content: inlines(content),
        }),
        Inline::Emphasis(content) => Some(InlineView::Emphasis {
            content: inlines(content),
        }),
        Inline::Link { address, content } => Some(InlineView::Link {
            address: address.clone(),
            content: inlines(content),
        }),
        Inline::Break => Some(InlineView::Break),
        Inline::Condition(_) | Inline::Otherwise | Inline::ConditionEnd => None,
    };
    content.iter().filter_map(view).collect()
}
