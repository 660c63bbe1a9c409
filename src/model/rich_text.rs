//! Text with paragraphs, lists and emphasis, free of any file format.
//!
//! What a commune's profile puts into guidance comes in as [`Inline::Placeholder`]s, filled when catalogue
//! and profile are merged: a value becomes text, whatever signs it holds, never markup.

use super::Condition;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Bold.
    Strong(Vec<Inline>),
    /// Italic.
    Emphasis(Vec<Inline>),
    /// A link to a web or mail address.
    Link {
        /// The address, of an allowed scheme.
        address: String,
        /// What is shown.
        content: Vec<Inline>,
    },
    /// A place where a value of the profile goes, by its name: `{{ xa.ten }}` is `xa.ten`.
    Placeholder(String),
    /// When what follows in the paragraph stands in a plan.
    Condition(Condition),
    /// Behind it stands what is said where the last condition does not hold.
    Otherwise,
    /// Where what the last condition governs ends.
    ConditionEnd,
    /// A line break within the paragraph.
    Break,
}

/// A paragraph or list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading inside the text, with what follows it belonging to it.
    Heading(Vec<Inline>),
    /// A list.
    List(Vec<Item>),
    /// A table.
    Table(Grid),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What stands before it.
    pub mark: Mark,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// What stands before an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// What each format puts before an item that has no number.
    Bullet,
    /// This, letter by letter; nothing where the text itself begins with its mark.
    Written(String),
}

/// A table in a text: as many cells in each row as there are columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// How the text of each column stands.
    pub columns: Vec<Alignment>,
    /// What each column is.
    pub head: Vec<Vec<Inline>>,
    /// The rows below.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How the text of a column stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Alignment {
    /// Flush left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// Flush right.
    Right,
}

/// A text of blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RichText {
    /// The blocks, in order.
    pub blocks: Vec<Block>,
}

impl RichText {
    /// A text of one paragraph.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            blocks: vec![Block::Paragraph(vec![Inline::Text(text.into())])],
        }
    }

    /// Whether nothing is there.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The same text without what stands under a condition that does not hold. A paragraph or item of which
    /// nothing is left falls away, and what was the last item of a list ends it.
    #[must_use]
    pub fn kept(&self, holds: &impl Fn(&Condition) -> bool) -> Self {
        Self {
            blocks: kept_blocks(&self.blocks, holds),
        }
    }

    /// The name of every placeholder and what every condition says, in order.
    pub fn placeholders(&self) -> Vec<&str> {
        let mut found = Vec::new();
        for block in &self.blocks {
            collect_block(block, &mut found);
        }
        found
    }

    /// The same text with every placeholder replaced by what `value` gives for its name; what stands under a
    /// condition stands there as if it held.
    #[must_use]
    pub fn filled(&self, value: &impl Fn(&str) -> String) -> Self {
        let blocks = kept_blocks(&self.blocks, &|_| true);
        let blocks = blocks.iter().map(|block| fill_block(block, value));
        Self {
            blocks: blocks.collect(),
        }
    }

    /// The text alone with the marks of its lists, blocks parted by a space; placeholders must be filled.
    pub fn to_plain(&self) -> String {
        let mut parts = Vec::new();
        for block in &self.blocks {
            plain_block(block, &mut parts);
        }
        parts.join(" ")
    }

    /// This text followed by another.
    #[must_use]
    pub fn followed_by(mut self, other: Self) -> Self {
        self.blocks.extend(other.blocks);
        self
    }
}

impl Grid {
    /// Every cell, row by row, the head first.
    pub fn cells(&self) -> impl Iterator<Item = &Vec<Inline>> {
        self.head.iter().chain(self.rows.iter().flatten())
    }

    fn filled(&self, value: &impl Fn(&str) -> String) -> Self {
        let fill = |row: &Vec<Vec<Inline>>| {
            let cells = row.iter();
            cells.map(|cell| fill_inlines(cell, value)).collect()
        };
        Self {
            columns: self.columns.clone(),
            head: fill(&self.head),
            rows: self.rows.iter().map(fill).collect(),
        }
    }
}

fn collect_block<'a>(block: &'a Block, found: &mut Vec<&'a str>) {
    match block {
        Block::Paragraph(inlines) | Block::Heading(inlines) => collect_inlines(inlines, found),
        Block::List(items) => {
            for block in items.iter().flat_map(|item| &item.blocks) {
                collect_block(block, found);
            }
        }
        Block::Table(grid) => {
            for cell in grid.cells() {
                collect_inlines(cell, found);
            }
        }
    }
}

fn collect_inlines<'a>(inlines: &'a [Inline], found: &mut Vec<&'a str>) {
    for inline in inlines {
        match inline {
            Inline::Placeholder(name) => found.push(name),
            Inline::Condition(condition) => found.push(&condition.written),
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link { content, .. } => {
                collect_inlines(content, found);
            }
            Inline::Text(_) | Inline::Break | Inline::Otherwise | Inline::ConditionEnd => {}
        }
    }
}

fn kept_blocks(blocks: &[Block], holds: &impl Fn(&Condition) -> bool) -> Vec<Block> {
    let kept = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(inlines) => {
            let left = kept_inlines(inlines, holds);
            (!left.is_empty()).then_some(Block::Paragraph(left))
        }
        Block::List(items) => {
            let mut left: Vec<Item> = items
                .iter()
                .filter_map(|item| {
                    let blocks = kept_blocks(&item.blocks, holds);
                    let mark = item.mark.clone();
                    let is_left = item.blocks.is_empty() || !blocks.is_empty();
                    is_left.then_some(Item { mark, blocks })
                })
                .collect();
            if left.len() < items.len()
                && let Some(last) = left.last_mut()
            {
                close(&mut last.blocks);
            }
            (!left.is_empty()).then_some(Block::List(left))
        }
        other => Some(other.clone()),
    });
    kept.collect()
}

/// What is left of a paragraph, without white space where the rest fell away.
fn kept_inlines(inlines: &[Inline], holds: &impl Fn(&Condition) -> bool) -> Vec<Inline> {
    let mut left = Vec::new();
    let mut governing: Vec<bool> = Vec::new();
    let mut is_cut = false;
    for inline in inlines {
        match inline {
            Inline::Condition(condition) => governing.push(holds(condition)),
            Inline::Otherwise => {
                if let Some(last) = governing.last_mut() {
                    *last = !*last;
                }
            }
            Inline::ConditionEnd => {
                governing.pop();
            }
            _ if governing.contains(&false) => is_cut = true,
            Inline::Strong(content) => left.push(Inline::Strong(kept_inlines(content, holds))),
            Inline::Emphasis(content) => left.push(Inline::Emphasis(kept_inlines(content, holds))),
            _ => left.push(inline.clone()),
        }
    }
    while is_cut && let Some(Inline::Text(text)) = left.last_mut() {
        text.truncate(text.trim_end().len());
        if !text.is_empty() {
            break;
        }
        left.pop();
    }
    left
}

/// Ends a text that went on in the next item with a full stop.
fn close(blocks: &mut [Block]) {
    match blocks.last_mut() {
        Some(Block::Paragraph(inlines)) => {
            if let Some(Inline::Text(text)) = inlines.last_mut()
                && let Some(rest) = text.strip_suffix(';')
            {
                *text = format!("{rest}.");
            }
        }
        Some(Block::List(items)) => {
            if let Some(last) = items.last_mut() {
                close(&mut last.blocks);
            }
        }
        Some(Block::Heading(_) | Block::Table(_)) | None => {}
    }
}

fn fill_block(block: &Block, value: &impl Fn(&str) -> String) -> Block {
    match block {
        Block::Paragraph(inlines) => Block::Paragraph(fill_inlines(inlines, value)),
        Block::Heading(inlines) => Block::Heading(fill_inlines(inlines, value)),
        Block::List(items) => Block::List(
            items
                .iter()
                .map(|item| Item {
                    mark: item.mark.clone(),
                    blocks: item
                        .blocks
                        .iter()
                        .map(|block| fill_block(block, value))
                        .collect(),
                })
                .collect(),
        ),
        Block::Table(grid) => Block::Table(grid.filled(value)),
    }
}

fn fill_inlines(inlines: &[Inline], value: &impl Fn(&str) -> String) -> Vec<Inline> {
    let inlines = inlines.iter();
    inlines
        .map(|inline| match inline {
            Inline::Placeholder(name) => Inline::Text(value(name)),
            Inline::Strong(content) => Inline::Strong(fill_inlines(content, value)),
            Inline::Emphasis(content) => Inline::Emphasis(fill_inlines(content, value)),
            Inline::Link { address, content } => Inline::Link {
                address: address.clone(),
                content: fill_inlines(content, value),
            },
            _ => inline.clone(),
        })
        .collect()
}

fn plain_block(block: &Block, parts: &mut Vec<String>) {
    match block {
        Block::Paragraph(inlines) | Block::Heading(inlines) => {
            let mut text = String::new();
            plain_inlines(inlines, &mut text);
            parts.push(text);
        }
        Block::List(items) => {
            for item in items {
                let first = parts.len();
                for block in &item.blocks {
                    plain_block(block, parts);
                }
                if let (Mark::Written(mark), Some(text)) = (&item.mark, parts.get_mut(first))
                    && !mark.is_empty()
                {
                    *text = format!("{mark} {text}");
                }
            }
        }
        Block::Table(grid) => parts.extend(grid.cells().map(|cell| {
            let mut text = String::new();
            plain_inlines(cell, &mut text);
            text
        })),
    }
}

fn plain_inlines(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) => text.push_str(part),
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link { content, .. } => {
                plain_inlines(content, text);
            }
            Inline::Break => text.push(' '),
            Inline::Placeholder(name) => text.push_str(name),
            Inline::Condition(_) | Inline::Otherwise | Inline::ConditionEnd => {}
        }
    }
}
