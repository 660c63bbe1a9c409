//! What a page or a print is made of: headings, paragraphs, lists, tables, charts, ready to be drawn.

use serde::Serialize;

use super::charts::ChartView;
use super::table::TableView;
use crate::model::Block;
use crate::model::Inline;
use crate::model::RichText;

/// A piece of a part, in the order in which it is read.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum BlockView {
    /// A heading: level 2 is `1.`, level 3 `1.1.`, level 4 `a)`.
    Heading {
        level: u8,
        number: String,
        text: String,
        id: String,
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
        ordered: bool,
        start: u64,
        items: Vec<Vec<BlockView>>,
    },
    /// A table.
    Table(TableView),
    /// A chart.
    Chart(ChartView),
}

/// A short fact.
#[derive(Debug, Serialize)]
pub(crate) struct FactView {
    /// What it is.
    pub label: String,
    /// What is said.
    pub text: String,
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
        .map(|line| vec![paragraph(line)])
        .collect();
    BlockView::List {
        ordered: false,
        start: 1,
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
        Block::List { start, items } => BlockView::List {
            ordered: start.is_some(),
            start: start.unwrap_or(1),
            items: items
                .iter()
                .map(|item| item.iter().map(self::block).collect())
                .collect(),
        },
    }
}

fn inlines(content: &[Inline]) -> Vec<InlineView> {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Placeholder(text) => {
                InlineView::Text { text: text.clone() }
            }
            Inline::Strong(content) => InlineView::Strong {
                content: inlines(content),
            },
            Inline::Emphasis(content) => InlineView::Emphasis {
                content: inlines(content),
            },
            Inline::Link { address, content } => InlineView::Link {
                address: address.clone(),
                content: inlines(content),
            },
            Inline::Break => InlineView::Break,
        })
        .collect()
}
