//! Markdown of the guidance → rich text: the elements that a plan has, and aloud what it does not print.
//!
//! The guidance is ours or a province's, written as Markdown; what a commune writes itself is letters ([`super::own`]).

use std::ops::Range;

use pulldown_cmark::Alignment as Aligned;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;
use pulldown_cmark::TextMergeWithOffset;

use super::Place;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::Alignment;
use crate::model::Block;
use crate::model::Condition;
use crate::model::Grid;
use crate::model::Inline;
use crate::model::Item;
use crate::model::ListMark;
use crate::model::Mark;
use crate::model::RichText;
use crate::read::words;

/// Lists and quotes nested deeper than this are laid flat.
const DEEPEST: usize = 24;

/// Reads Markdown that stands at a place.
pub(super) fn read(markdown: &str, place: Place<'_>, diagnostics: &mut Diagnostics) -> RichText {
    let mut builder = Builder {
        frames: vec![Frame::default()],
        n_flat: 0,
        markdown,
        place,
        has_html: false,
        diagnostics,
    };
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    for (event, stretch) in TextMergeWithOffset::new(parser.into_offset_iter()) {
        builder.event(event, stretch);
    }
    RichText {
        blocks: builder.frames.pop().unwrap_or_default().blocks,
    }
}

/// Cuts a text at its placeholders.
pub(super) fn push_text(text: &str, inlines: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some(open) = rest.find("{{") {
        let Some(length) = rest[open..].find("}}") else {
            break;
        };
        let name = rest[open + 2..open + length].trim();
        if open > 0 {
            inlines.push(Inline::Text(rest[..open].to_owned()));
        }
        rest = &rest[open + length + 2..];
        // What ends or turns round a condition is nothing where there is none before it.
        let is_governed = is_governed(inlines);
        let mark = match Condition::parse(name) {
            Some(condition) => Inline::Condition(condition),
            None if name == Condition::OTHERWISE && is_governed => Inline::Otherwise,
            None if name == Condition::END && is_governed => Inline::ConditionEnd,
            None => {
                inlines.push(Inline::Placeholder(name.to_owned()));
                continue;
            }
        };
        // No reader sees the mark, so that the white space around it is one.
        if is_after_space(inlines) {
            rest = rest.trim_start();
        }
        inlines.push(mark);
    }
    if !rest.is_empty() {
        inlines.push(Inline::Text(rest.to_owned()));
    }
}

/// Whether a condition governs what comes next.
fn is_governed(inlines: &[Inline]) -> bool {
    let n_of = |is_one: fn(&Inline) -> bool| inlines.iter().filter(|it| is_one(it)).count();
    n_of(|it| matches!(it, Inline::Condition(_))) > n_of(|it| matches!(it, Inline::ConditionEnd))
}

/// Whether a piece belongs to a condition and is not printed.
fn is_mark(piece: &Inline) -> bool {
    matches!(
        piece,
        Inline::Condition(_) | Inline::Otherwise | Inline::ConditionEnd
    )
}

/// Whether white space, or nothing, stands before what comes next.
fn is_after_space(inlines: &[Inline]) -> bool {
    let mut said = inlines.iter().rev();
    let said = said.find(|it| !is_mark(it));
    match said {
        Some(Inline::Text(text)) => text.ends_with(char::is_whitespace),
        Some(Inline::Break) | None => true,
        Some(_) => false,
    }
}

/// An element whose end has not come yet.
#[derive(Debug, Default)]
struct Frame {
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    items: Vec<Item>,
    /// The number that the next item bears, where the list is numbered.
    next: Option<u64>,
    grid: Grid,
    cells: Vec<Vec<Inline>>,
    address: Option<String>,
    /// Where it stands in the text.
    stretch: Range<usize>,
}

struct Builder<'a> {
    frames: Vec<Frame>,
    /// How many pieces of a line are open that are nested too deep to have a frame.
    n_flat: usize,
    markdown: &'a str,
    place: Place<'a>,
    /// Whether HTML was told of.
    has_html: bool,
    diagnostics: &'a mut Diagnostics,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, stretch: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, stretch),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => push_text(&text, &mut self.top().inlines),
            Event::SoftBreak => {
                // A line that begins an item of an official list stands by itself.
                let next = self.markdown[stretch.end..].lines().next();
                let is_item = next.is_some_and(|line| ListMark::read(line.trim()).is_some());
                let part = Inline::Text(" ".to_owned());
                self.top()
                    .inlines
                    .push(if is_item { Inline::Break } else { part });
            }
            Event::HardBreak => self.top().inlines.push(Inline::Break),
            Event::Html(text) => push_text(&text, &mut self.top().inlines),
            Event::InlineHtml(text) => {
                // An end belongs to a beginning that was told of.
                if !(text.starts_with("</") && self.has_html) {
                    self.html(stretch);
                }
                push_text(&text, &mut self.top().inlines);
            }
            _ => {}
        }
    }

    fn top(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// Tells of what is left out of the plan, at its first line.
    fn unsupported(&mut self, stretch: Range<usize>, message: &str, hint: &str) {
        let first = self.markdown[stretch.clone()].lines().next();
        let length = first.map_or(0, |line| line.trim_end().len());
        let at = self.place.at(stretch.start..stretch.start + length);
        let finding = Diagnostic::new(Code::UNSUPPORTED_MARKUP, at, message);
        self.diagnostics.report(finding.hint(hint));
    }

    fn html(&mut self, stretch: Range<usize>) {
        self.has_html = true;
        self.unsupported(
            stretch,
            "mã HTML không được in ra",
            "viết bằng chữ thường, chữ đậm là **như thế này**",
        );
    }

    fn start(&mut self, tag: Tag<'_>, stretch: Range<usize>) {
        let is_piece = matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. });
        if is_piece && self.frames.len() > DEEPEST {
            self.n_flat += 1;
            return;
        }
        let mut frame = Frame {
            stretch: stretch.clone(),
            ..Frame::default()
        };
        match tag {
            Tag::HtmlBlock => self.html(stretch),
            // A tight list item holds its text without a paragraph around it.
            Tag::List(start) => {
                self.flush();
                frame.next = start;
            }
            Tag::Table(columns) => {
                frame.grid.columns = columns.into_iter().map(alignment).collect();
            }
            Tag::Link { dest_url, .. } => frame.address = Some(dest_url.into_string()),
            Tag::Image { .. } => {
                self.unsupported(
                    stretch,
                    "hình ảnh chưa in được trong kế hoạch",
                    "thay hình bằng một câu mô tả",
                );
            }
            _ => {}
        }
        self.frames.push(frame);
    }

    /// Turns loose pieces of a line into a paragraph.
    fn flush(&mut self) {
        let top = self.top();
        let inlines = std::mem::take(&mut top.inlines);
        if !inlines.is_empty() {
            top.blocks.push(Block::Paragraph(inlines));
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let is_piece = matches!(tag, TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link);
        if is_piece && self.n_flat > 0 {
            self.n_flat -= 1;
            return;
        }
        if matches!(tag, TagEnd::Item | TagEnd::BlockQuote(_)) {
            self.flush();
        }
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        if self.frames.len() > DEEPEST {
            // Nobody nests so deep by intent; the text is kept, flat.
            let items = std::mem::take(&mut frame.items);
            let top = self.top();
            top.blocks.extend(
                frame
                    .blocks
                    .into_iter()
                    .chain(items.into_iter().flat_map(|it| it.blocks)),
            );
            top.inlines.extend(frame.inlines);
            return;
        }
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::CodeBlock => {
                if !frame.inlines.is_empty() {
                    self.top().blocks.push(Block::Paragraph(frame.inlines));
                }
            }
            TagEnd::Heading(level) => {
                let block = if level == HeadingLevel::H2 {
                    Block::Heading(frame.inlines)
                } else {
                    Block::Paragraph(vec![Inline::Strong(frame.inlines)])
                };
                self.top().blocks.push(block);
            }
            TagEnd::Item => {
                let list = self.top();
                let mark = match &mut list.next {
                    None => Mark::Bullet,
                    Some(number) => {
                        let mark = Mark::Written(format!("{number}."));
                        *number = number.saturating_add(1);
                        mark
                    }
                };
                let blocks = frame.blocks;
                list.items.push(Item { mark, blocks });
            }
            TagEnd::List(_) => self.top().blocks.push(Block::List(frame.items)),
            TagEnd::TableCell => self.top().cells.push(frame.inlines),
            TagEnd::TableHead => self.top().grid.head = frame.cells,
            TagEnd::TableRow => self.top().grid.rows.push(frame.cells),
            TagEnd::Table => self.top().blocks.push(Block::Table(frame.grid)),
            TagEnd::Strong => self.top().inlines.push(Inline::Strong(frame.inlines)),
            TagEnd::Emphasis => self.top().inlines.push(Inline::Emphasis(frame.inlines)),
            TagEnd::Link => self.link(frame),
            _ => {
                let top = self.top();
                top.blocks.extend(frame.blocks);
                top.inlines.extend(frame.inlines);
            }
        }
    }

    fn link(&mut self, frame: Frame) {
        let address = frame.address.unwrap_or_default();
        let lower = address.to_ascii_lowercase();
        if ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| lower.starts_with(scheme))
        {
            let at = self.place.at(frame.stretch);
            words::check_address(&address, &at, self.diagnostics);
            self.top().inlines.push(Inline::Link {
                address,
                content: frame.inlines,
            });
        } else {
            self.unsupported(
                frame.stretch,
                "liên kết này không in được",
                "địa chỉ phải bắt đầu bằng https://, http:// hoặc mailto:",
            );
            self.top().inlines.extend(frame.inlines);
        }
    }
}

fn alignment(stated: Aligned) -> Alignment {
    match stated {
        Aligned::None | Aligned::Left => Alignment::Left,
        Aligned::Center => Alignment::Center,
        Aligned::Right => Alignment::Right,
    }
}
