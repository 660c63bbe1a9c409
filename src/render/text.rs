//! Blocks of the view → lines for a terminal: wrapped, indented, without marks of any format.

use textwrap::Options;
use textwrap::WordSplitter;

use super::plain::Piece;
use super::plain::pieces;
use super::view::BlockView;

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
        for piece in pieces(std::slice::from_ref(block)) {
            lines.extend(piece_lines(&piece));
        }
        after_label = matches!(block, BlockView::Label { .. });
    }
    lines.push(String::new());
    lines.join("\n")
}

fn piece_lines(piece: &Piece) -> Vec<String> {
    let indent = " ".repeat(piece.indent);
    let first = format!("{indent}{}", piece.mark);
    let rest = format!("{indent}{}", " ".repeat(piece.hang));
    wrapped(&piece.text, &first, &rest)
}

fn wrapped(text: &str, first: &str, rest: &str) -> Vec<String> {
    let options = Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        // A code with a hyphen stays whole.
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}
