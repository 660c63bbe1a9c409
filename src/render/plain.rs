//! Blocks of the view → pieces of plain text, without marks of any format: a terminal wraps them, a cell
//! of a workbook shows them below each other.

use super::view::BlockView;
use super::view::CellView;
use super::view::FactView;
use super::view::HeadingView;
use super::view::InlineView;

/// How far the following lines of a fact or of a row stand in where it is wrapped.
const HANG: usize = 2;

/// A paragraph, fact, row or item of a list.
pub(super) struct Piece {
    /// How many letters it stands in.
    pub(super) indent: usize,
    /// What stands before its text: `- `, `2. ` or nothing.
    pub(super) mark: String,
    /// How many letters more its following lines stand in where it is wrapped.
    pub(super) hang: usize,
    /// What it says.
    pub(super) text: String,
}

impl Piece {
    fn new(text: impl Into<String>, hang: usize) -> Self {
        Self {
            indent: 0,
            mark: String::new(),
            hang,
            text: text.into(),
        }
    }
}

/// The pieces of blocks, in the order in which they are read.
pub(super) fn pieces(blocks: &[BlockView]) -> Vec<Piece> {
    blocks.iter().flat_map(of_block).collect()
}

fn titled(heading: &HeadingView) -> String {
    let title = format!("{} {}", heading.number, heading.text);
    title.trim_start().to_owned()
}

fn of_fact(fact: &FactView) -> Piece {
    Piece::new(format!("{}: {}", fact.label, fact.text), HANG)
}

fn of_block(block: &BlockView) -> Vec<Piece> {
    let one = |text: &str| vec![Piece::new(text, 0)];
    match block {
        BlockView::Heading(heading) => one(&titled(heading)),
        BlockView::Entry {
            heading,
            blocks,
            facts,
        } => {
            let mut all = one(&titled(heading));
            all.extend(pieces(blocks));
            all.extend(facts.iter().map(of_fact));
            all
        }
        BlockView::Paragraph { content } => one(&words(content)),
        BlockView::Citation { text } | BlockView::Label { text } => one(text),
        BlockView::Chart(chart) => one(&chart.description),
        BlockView::Facts { items } => items.iter().map(of_fact).collect(),
        BlockView::List { marked, items } => items
            .iter()
            .flat_map(|it| match (marked, &*it.mark) {
                (false, _) => item("- ", &it.blocks),
                (true, "") => item("", &it.blocks),
                (true, mark) => item(&format!("{mark} "), &it.blocks),
            })
            .collect(),
        BlockView::Table(table) => {
            let head = table.head.iter().map(|row| {
                let cells = row.iter().map(|it| it.text.clone());
                cells.collect::<Vec<_>>()
            });
            let rows = table.rows.iter();
            let rows = rows.map(|row| row.cells.iter().map(|it| cell(it, " ")).collect());
            head.chain(rows)
                .map(|cells| Piece::new(cells.join(" | "), HANG))
                .collect()
        }
    }
}

/// The pieces of an item: the first bears its mark, the others stand below the first one's text.
fn item(mark: &str, blocks: &[BlockView]) -> Vec<Piece> {
    let mut pieces = pieces(blocks);
    for (index, piece) in pieces.iter_mut().enumerate() {
        if index == 0 {
            piece.mark.insert_str(0, mark);
            piece.hang += mark.chars().count();
        } else {
            piece.indent += mark.chars().count();
        }
    }
    pieces
}

/// What a cell says, its pieces parted by what is given.
pub(super) fn cell(cell: &CellView, parted_by: &str) -> String {
    let text = (!cell.text.is_empty()).then(|| cell.text.clone());
    let pieces = pieces(&cell.blocks).into_iter();
    let pieces = pieces.map(|piece| format!("{}{}", piece.mark, piece.text));
    text.into_iter()
        .chain(pieces)
        .collect::<Vec<_>>()
        .join(parted_by)
}

/// The words of a line alone.
fn words(content: &[InlineView]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            InlineView::Text { text } => text.clone(),
            InlineView::Strong { content }
            | InlineView::Emphasis { content }
            | InlineView::Link { content, .. } => words(content),
            InlineView::Break => " ".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::pieces;
    use crate::render::view::BlockView;
    use crate::render::view::ItemView;

    fn list(items: Vec<(&str, Vec<BlockView>)>) -> BlockView {
        let marked = items.iter().any(|(mark, _)| !mark.is_empty());
        let item = |(mark, blocks): (&str, _)| ItemView {
            mark: mark.to_owned(),
            blocks,
        };
        let items = items.into_iter().map(item).collect();
        BlockView::List { marked, items }
    }

    fn label(text: &str) -> BlockView {
        let text = text.to_owned();
        BlockView::Label { text }
    }

    #[test]
    fn the_first_of_an_item_bears_its_mark_and_nothing_is_lost() {
        let inner = list(vec![
            ("9.", vec![label("a")]),
            ("đ)", vec![label("b"), label("c")]),
        ]);
        let outer = list(vec![("", vec![label("d"), inner]), ("", vec![])]);
        let nested = list(vec![("", vec![list(vec![("1.", vec![label("e")])])])]);
        let shown: Vec<_> = pieces(&[outer, nested])
            .into_iter()
            .map(|it| {
                format!(
                    "{}{}{} {}",
                    " ".repeat(it.indent),
                    it.mark,
                    it.text,
                    it.hang
                )
            })
            .collect();
        assert_eq!(
            shown,
            ["- d 2", "  9. a 3", "  đ) b 3", "     c 0", "- 1. e 5"]
        );
    }
}
