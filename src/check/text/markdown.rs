//! Markdown → rich text: the elements that a plan has, and aloud what it does not print.

use std::ops::Range;

use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;
use pulldown_cmark::TextMergeWithOffset;

use crate::check::words;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::load::Node;
use crate::model::Block;
use crate::model::Inline;
use crate::model::RichText;
use crate::source::FileId;
use crate::source::Origin;

/// Lists and quotes nested deeper than this are laid flat.
const DEEPEST: usize = 24;

/// Where a text in Markdown stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'a> {
    /// In a value of YAML.
    Scalar(&'a Node),
    /// In a file, as it is, from one byte to another.
    Body(FileId, usize, usize),
}

impl Place<'_> {
    pub(super) fn whole(self) -> (FileId, Range<usize>) {
        match self {
            Self::Scalar(node) => (node.file, node.range.clone()),
            Self::Body(file, start, end) => (file, start..end),
        }
    }

    /// Where a stretch of the text stands.
    pub(super) fn at(self, stretch: Range<usize>) -> Origin {
        match self {
            Self::Scalar(node) => node.origin_of(stretch),
            Self::Body(file, start, _) => {
                let range = start + stretch.start..start + stretch.end;
                Origin::Text { file, range }
            }
        }
    }
}

/// Reads Markdown that stands at a place.
pub(super) fn read(markdown: &str, place: Place<'_>, diagnostics: &mut Diagnostics) -> RichText {
    let mut builder = Builder {
        frames: vec![Frame::default()],
        markdown,
        place,
        has_html: false,
        diagnostics,
    };
    let parser = Parser::new_ext(markdown, Options::empty());
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
        inlines.push(Inline::Placeholder(name.to_owned()));
        rest = &rest[open + length + 2..];
    }
    if !rest.is_empty() {
        inlines.push(Inline::Text(rest.to_owned()));
    }
}

/// An element whose end has not come yet.
#[derive(Debug, Default)]
struct Frame {
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    items: Vec<Vec<Block>>,
    start: Option<u64>,
    address: Option<String>,
    /// Where it stands in the text.
    stretch: Range<usize>,
}

struct Builder<'a> {
    frames: Vec<Frame>,
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
            Event::SoftBreak => self.top().inlines.push(Inline::Text(" ".to_owned())),
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
        let mut frame = Frame {
            stretch: stretch.clone(),
            ..Frame::default()
        };
        match tag {
            Tag::HtmlBlock => self.html(stretch),
            // A tight list item holds its text without a paragraph around it.
            Tag::List(start) => {
                self.flush();
                frame.start = start;
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
            top.blocks
                .extend(frame.blocks.into_iter().chain(items.into_iter().flatten()));
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
            TagEnd::Item => self.top().items.push(frame.blocks),
            TagEnd::List(_) => {
                let list = Block::List {
                    start: frame.start,
                    items: frame.items,
                };
                self.top().blocks.push(list);
            }
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
