//! Text with paragraphs, lists and emphasis, free of any file format.
//!
//! What a commune's profile puts into guidance comes in as [`Inline::Placeholder`]s, filled when catalogue
//! and profile are merged: a value becomes text, whatever signs it holds, never markup.

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
    List {
        /// The number it starts with, where it is numbered.
        start: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
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

    /// The name of every placeholder, in order.
    pub fn placeholders(&self) -> Vec<&str> {
        let mut found = Vec::new();
        for block in &self.blocks {
            collect_block(block, &mut found);
        }
        found
    }

    /// The same text with every placeholder replaced by what `value` gives for its name.
    #[must_use]
    pub fn filled(&self, value: &impl Fn(&str) -> String) -> Self {
        Self {
            blocks: self
                .blocks
                .iter()
                .map(|block| fill_block(block, value))
                .collect(),
        }
    }

    /// The text alone, blocks parted by a space; placeholders must be filled.
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

fn collect_block<'a>(block: &'a Block, found: &mut Vec<&'a str>) {
    match block {
        Block::Paragraph(inlines) | Block::Heading(inlines) => collect_inlines(inlines, found),
        Block::List { items, .. } => {
            for block in items.iter().flatten() {
                collect_block(block, found);
            }
        }
    }
}

fn collect_inlines<'a>(inlines: &'a [Inline], found: &mut Vec<&'a str>) {
    for inline in inlines {
        match inline {
            Inline::Placeholder(name) => found.push(name),
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link { content, .. } => {
                collect_inlines(content, found);
            }
            Inline::Text(_) | Inline::Break => {}
        }
    }
}

fn fill_block(block: &Block, value: &impl Fn(&str) -> String) -> Block {
    match block {
        Block::Paragraph(inlines) => Block::Paragraph(fill_inlines(inlines, value)),
        Block::Heading(inlines) => Block::Heading(fill_inlines(inlines, value)),
        Block::List { start, items } => Block::List {
            start: *start,
            items: items
                .iter()
                .map(|item| item.iter().map(|block| fill_block(block, value)).collect())
                .collect(),
        },
    }
}

fn fill_inlines(inlines: &[Inline], value: &impl Fn(&str) -> String) -> Vec<Inline> {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Placeholder(name) => Inline::Text(value(name)),
            Inline::Strong(content) => Inline::Strong(fill_inlines(content, value)),
            Inline::Emphasis(content) => Inline::Emphasis(fill_inlines(content, value)),
            Inline::Link { address, content } => Inline::Link {
                address: address.clone(),
                content: fill_inlines(content, value),
            },
            Inline::Text(_) | Inline::Break => inline.clone(),
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
        Block::List { items, .. } => {
            for block in items.iter().flatten() {
                plain_block(block, parts);
            }
        }
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
        }
    }
}
