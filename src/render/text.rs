//! Blocks of the view → lines for a terminal: wrapped, indented, without marks of any format.

use textwrap::Options;

use super::view::BlockView;
use super::view::InlineView;

/// The columns that a line may take.
const WIDTH: usize = 100;

/// The heading, then every block, parted by empty lines.
pub(super) fn render(heading: &str, blocks: &[BlockView]) -> String {
    let mut lines = wrapped(heading, "", "");
    let mut after_label = false;
    for block in blocks {
        // What a label announces stands right below it.
        if !after_label {
            lines.push(String::new());
        }
        draw(block, "", &mut lines);
        after_label = matches!(block, BlockView::Label { .. });
    }
    lines.push(String::new());
    lines.join("\n")
}

fn draw(block: &BlockView, indent: &str, lines: &mut Vec<String>) {
    match block {
        BlockView::Heading { number, text, .. } => {
            lines.extend(wrapped(
                format!("{number} {text}").trim_start(),
                indent,
                indent,
            ));
        }
        BlockView::Paragraph { content } => lines.extend(wrapped(&plain(content), indent, indent)),
        BlockView::Citation { text } | BlockView::Label { text } => {
            lines.extend(wrapped(text, indent, indent));
        }
        BlockView::Facts { items } => {
            let inner = format!("{indent}  ");
            for fact in items {
                let text = format!("{}: {}", fact.label, fact.text);
                lines.extend(wrapped(&text, indent, &inner));
            }
        }
        BlockView::List {
            ordered,
            start,
            items,
        } => {
            for (number, item) in (*start..).zip(items) {
                let mark = if *ordered {
                    format!("{number}. ")
                } else {
                    "- ".to_owned()
                };
                list_item(&mark, item, indent, lines);
            }
        }
        BlockView::Chart(chart) => lines.extend(wrapped(&chart.description, indent, indent)),
        BlockView::Table(table) => {
            for row in &table.rows {
                let cells: Vec<String> = row.cells.iter().map(cell).collect();
                lines.extend(wrapped(&cells.join(" | "), indent, &format!("{indent}  ")));
            }
        }
    }
}

fn list_item(mark: &str, item: &[BlockView], indent: &str, lines: &mut Vec<String>) {
    let inner = format!("{indent}{}", " ".repeat(mark.len()));
    let mut blocks = item.iter();
    if let Some(BlockView::Paragraph { content }) = blocks.as_slice().first() {
        blocks.next();
        lines.extend(wrapped(&plain(content), &format!("{indent}{mark}"), &inner));
    }
    for block in blocks {
        draw(block, &inner, lines);
    }
}

fn cell(cell: &super::view::CellView) -> String {
    let mut lines = Vec::new();
    for block in &cell.blocks {
        draw(block, "", &mut lines);
    }
    format!("{}{}", cell.text, lines.join(" "))
}

fn wrapped(text: &str, first: &str, rest: &str) -> Vec<String> {
    let options = Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false);
    textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// The text of a line alone.
pub(super) fn plain(content: &[InlineView]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            InlineView::Text { text } => text.clone(),
            InlineView::Strong { content }
            | InlineView::Emphasis { content }
            | InlineView::Link { content, .. } => plain(content),
            InlineView::Break => " ".to_owned(),
        })
        .collect()
}
