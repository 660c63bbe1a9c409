//! Markdown → rich text, with placeholders found and what may not be printed left out aloud.
//!
//! Allowed are paragraphs, lists, bold, italic, headings, links to web and mail addresses. HTML and
//! pictures stay out of the plan and are reported: no text may bring active content into a page.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;
use pulldown_cmark::TextMergeStream;

use crate::check::letters;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Block;
use crate::model::Inline;
use crate::model::RichText;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sources;

/// Lists and quotes nested deeper than this are laid flat.
const DEEPEST: usize = 24;

/// Texts whose placeholders wait until all names are known.
#[derive(Debug, Default)]
pub(crate) struct TextReader {
    pending: Vec<Pending>,
}

/// The placeholders of a text, and where that text is.
#[derive(Debug)]
struct Pending {
    file: FileId,
    range: Range<usize>,
    names: Vec<String>,
}

impl TextReader {
    /// The Markdown of a scalar.
    pub(crate) fn node(&mut self, node: &Node, diagnostics: &mut Diagnostics) -> RichText {
        match &node.value {
            NodeValue::Scalar(text) => self.read(text, node.file, node.range.clone(), diagnostics),
            _ => {
                super::fields::wrong_type(node, "một đoạn chữ", diagnostics);
                RichText::default()
            }
        }
    }

    /// One line of plain text with placeholders, no markup.
    pub(crate) fn line(&mut self, node: &Node, diagnostics: &mut Diagnostics) -> RichText {
        let text = super::fields::text(node, diagnostics).unwrap_or_default();
        let mut inlines = Vec::new();
        push_text(text, &mut inlines);
        let rich = RichText {
            blocks: vec![Block::Paragraph(inlines)],
        };
        self.remember(&rich, node.file, node.range.clone());
        rich
    }

    /// Markdown that stands at `range` of `file`.
    pub(crate) fn read(
        &mut self,
        markdown: &str,
        file: FileId,
        range: Range<usize>,
        diagnostics: &mut Diagnostics,
    ) -> RichText {
        let at = Origin::Text {
            file,
            range: range.clone(),
        };
        let mut builder = Builder {
            frames: vec![Frame::default()],
            at: at.clone(),
            diagnostics,
        };
        let parser = Parser::new_ext(markdown, Options::empty());
        for event in TextMergeStream::new(parser) {
            builder.event(event);
        }
        let rich = RichText {
            blocks: builder.frames.pop().unwrap_or_default().blocks,
        };
        // The text as parsed: an entity may stand for a letter that the source does not show.
        letters::check(&rich.to_plain(), &at, diagnostics);
        self.remember(&rich, file, range);
        rich
    }

    /// The sections of a Markdown body by their `## ` headings, as (heading, text).
    ///
    /// What stands before the first heading comes under an empty one, if there is anything.
    pub(crate) fn sections(
        &mut self,
        body: Range<usize>,
        file: FileId,
        sources: &Sources,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(String, RichText)> {
        let text = &sources.text(file)[body.clone()];
        let rich = self.read(text, file, body, diagnostics);
        let mut sections: Vec<(String, RichText)> = Vec::new();
        for block in rich.blocks {
            match block {
                Block::Heading(inlines) => {
                    let heading = RichText {
                        blocks: vec![Block::Paragraph(inlines)],
                    }
                    .to_plain();
                    sections.push((heading, RichText::default()));
                }
                block => {
                    if sections.is_empty() {
                        sections.push((String::new(), RichText::default()));
                    }
                    if let Some((_, section)) = sections.last_mut() {
                        section.blocks.push(block);
                    }
                }
            }
        }
        sections
    }

    fn remember(&mut self, rich: &RichText, file: FileId, range: Range<usize>) {
        let names: Vec<String> = rich.placeholders().into_iter().map(str::to_owned).collect();
        if !names.is_empty() {
            self.pending.push(Pending { file, range, names });
        }
    }

    /// Reports every placeholder that is not among `known`, at its place.
    pub(crate) fn finish(self, known: &[String], sources: &Sources, diagnostics: &mut Diagnostics) {
        for Pending { file, range, names } in self.pending {
            let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
            for name in names.iter().filter(|name| !known.contains(name)) {
                let nth = counted.entry(name).or_default();
                let place = nth_placeholder(&sources.text(file)[range.clone()], name, *nth)
                    .map_or(range.clone(), |found| {
                        range.start + found.start..range.start + found.end
                    });
                *nth += 1;
                let origin = Origin::Text { file, range: place };
                let finding = Diagnostic::new(
                    Code::UNKNOWN_PLACEHOLDER,
                    origin,
                    format!("không có gì để điền vào `{{{{ {name} }}}}`"),
                );
                diagnostics.report(finding.suggest(name, known.iter().map(String::as_str)));
            }
        }
    }
}

/// The bytes of the `nth` placeholder of this name.
fn nth_placeholder(source: &str, name: &str, nth: usize) -> Option<Range<usize>> {
    let mut from = 0;
    let mut seen = 0;
    while let Some(open) = source[from..].find("{{").map(|at| from + at) {
        let close = open + source[open..].find("}}")? + 2;
        if source[open + 2..close - 2].trim() == name {
            if seen == nth {
                return Some(open..close);
            }
            seen += 1;
        }
        from = open + 2;
    }
    None
}

/// Cuts a text at its placeholders.
fn push_text(text: &str, inlines: &mut Vec<Inline>) {
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
}

struct Builder<'a> {
    frames: Vec<Frame>,
    at: Origin,
    diagnostics: &'a mut Diagnostics,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => push_text(&text, &mut self.top().inlines),
            Event::SoftBreak => self.top().inlines.push(Inline::Text(" ".to_owned())),
            Event::HardBreak => self.top().inlines.push(Inline::Break),
            Event::Html(text) | Event::InlineHtml(text) => {
                self.unsupported(
                    "mã HTML không được in ra",
                    "viết bằng chữ thường, chữ đậm là **như thế này**",
                );
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

    fn unsupported(&mut self, message: &str, hint: &str) {
        let finding =
            Diagnostic::new(Code::UNSUPPORTED_MARKUP, self.at.clone(), message).hint(hint);
        self.diagnostics.report(finding);
    }

    fn start(&mut self, tag: Tag<'_>) {
        let mut frame = Frame::default();
        match tag {
            // A tight list item holds its text without a paragraph around it.
            Tag::List(start) => {
                self.flush();
                frame.start = start;
            }
            Tag::Link { dest_url, .. } => frame.address = Some(dest_url.into_string()),
            Tag::Image { .. } => {
                self.unsupported(
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
            self.top().inlines.push(Inline::Link {
                address,
                content: frame.inlines,
            });
        } else {
            self.unsupported(
                "liên kết này không in được",
                "địa chỉ phải bắt đầu bằng https://, http:// hoặc mailto:",
            );
            self.top().inlines.extend(frame.inlines);
        }
    }
}
