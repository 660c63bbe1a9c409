//! What a commune writes itself → rich text, letter by letter.
//!
//! Officials write letters, not Markdown: `600*800*1000 mm`, `C:\_du_lieu`, `đ)`, `Điều 5.`, `+84`. A reader
//! of Markdown takes signs away, numbers anew and runs lines together, and no list of what to escape before
//! it would ever be whole. So this reader starts from the other end: everything is a letter but a small set,
//! which the README states:
//!
//! - a line as typed is a paragraph, as in Word; one that goes on in the middle of a sentence (a small letter
//!   behind no end of a sentence) belongs to the line above;
//! - a line that begins with a mark of an official list is an item at the level of its mark ([`levels`]);
//! - lines between bars, or parted by tabs, are a table ([`tables`]);
//! - `**bold**`, `*italic*`, `***both***`, `[text](https://…)` inside a line ([`mod@inlines`]);
//! - `{{ xa.ten }}` is a place that the profile fills.
//!
//! Headings are not among them: `#1` and `## 2` are letters.

mod bullets;
mod foreign;
mod inlines;
mod levels;
mod tables;

use super::Place;
use crate::diagnostic::Diagnostics;
use crate::model::Block;
use crate::model::Inline;
use crate::model::ListMark;
use crate::model::RichText;
use levels::Levels;

pub(super) use inlines::inlines;

/// Signs behind which a sentence or a part of an enumeration is over.
const ENDS: [char; 6] = ['.', ';', ':', '!', '?', '…'];

/// A line of the text.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    /// Its first byte in the text, white space left out.
    at: usize,
    /// How many letters of white space stand before it.
    indent: usize,
    /// What it says, without white space around it.
    text: &'a str,
    /// The same with the tabs around it.
    raw: &'a str,
}

/// Reads a text that stands at a place.
pub(super) fn read(text: &str, place: Place<'_>, diagnostics: &mut Diagnostics) -> RichText {
    let lines = lines(text);
    let bullets = bullets::find(&lines, place, diagnostics);
    let mut reader = Reader::default();
    let mut at = 0;
    while at < lines.len() {
        if let Some(text) = bullets.get(&at) {
            reader.mark(&bullets::mark(text), lines[at].indent);
            at += 1;
            continue;
        }
        let until = bullets
            .range(at..)
            .next()
            .map_or(lines.len(), |(next, _)| *next);
        let table = tables::read(&lines[at..until], place, diagnostics);
        let (grid, n_lines) = table.unwrap_or((None, 1));
        let taken = &lines[at..at + n_lines];
        at += n_lines;
        if let Some(grid) = grid {
            reader.flush();
            reader.levels.close();
            reader.levels.push(Block::Table(grid));
            continue;
        }
        for line in taken {
            foreign::check(line, place, diagnostics);
            reader.line(line);
        }
    }
    reader.flush();
    let blocks = reader.levels.finish();
    RichText { blocks }
}

/// The lines of a text; those without letters are empty.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let content = line.trim_start();
        let before = line.len() - content.len();
        lines.push(Line {
            at: start + before,
            indent: line[..before].chars().count(),
            text: content.trim_end(),
            raw: line.trim_matches([' ', '\r']),
        });
        start += line.len() + 1;
    }
    lines
}

/// The text as far as it was read.
#[derive(Debug, Default)]
struct Reader {
    levels: Levels,
    /// The paragraph that may still go on.
    paragraph: String,
}

impl Reader {
    fn line(&mut self, line: &Line<'_>) {
        if line.text.is_empty() {
            self.flush();
        } else if let Some(mark) = ListMark::read(line.text) {
            self.mark(&mark, line.indent);
        } else if self.goes_on(line.text) {
            self.paragraph.push(' ');
            self.paragraph.push_str(line.text);
        } else {
            self.flush();
            self.levels.within(line.indent);
            line.text.clone_into(&mut self.paragraph);
        }
    }

    /// A line that begins as an item, so far from the left.
    fn mark(&mut self, mark: &ListMark<'_>, indent: usize) {
        let announced = self.paragraph.ends_with(':');
        self.flush();
        self.levels.item(mark, indent, announced);
        mark.text.clone_into(&mut self.paragraph);
    }

    /// Whether a line goes on in the middle of the sentence above it.
    fn goes_on(&self, line: &str) -> bool {
        !self.paragraph.is_empty()
            && !self.paragraph.ends_with(ENDS)
            && line.starts_with(char::is_lowercase)
    }

    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.is_empty() {
            self.levels.push(Block::Paragraph(inlines(&paragraph)));
        }
    }
}

/// A line of plain text whose lines stay apart: places to fill, no marks.
pub(super) fn plain(text: &str) -> Vec<Inline> {
    let mut pieces = Vec::new();
    for (index, line) in lines(text).iter().enumerate() {
        if index > 0 {
            pieces.push(Inline::Break);
        }
        inlines::places(line.text, &mut pieces);
    }
    pieces
}

#[cfg(test)]
mod tests;
