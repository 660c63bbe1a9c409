//! YAML text → a tree in which every key and value knows its place.
//!
//! serde would stop at the first fault and forget the places; this tree keeps both for the check.
//! Scalars stay as written: what is a number or a date is decided by whoever asks for one.
//! Aliases and anchors are refused (people do not write them, and they can blow up a tree).

mod cut;
mod faults;
mod figures;
mod folded;
mod node;
mod quotes;
mod signs;
mod verbatim;

use std::collections::BTreeSet;
use std::ops::Range;

use granit_parser::Event;
use granit_parser::Parser;
use granit_parser::ScalarStyle;
use granit_parser::Span;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Verbatim;
use node::Place;
use verbatim::verbatim;

pub(crate) use node::{Entry, Node, NodeValue};
pub(crate) use quotes::bulleted;
pub(crate) use quotes::without_curly_quotes;

/// Deeper trees and more nodes than these are refused.
const DEEPEST: usize = 32;
const MOST_NODES: usize = 50_000;

/// A list or mapping that is still open.
struct Open {
    start: usize,
    kind: OpenKind,
}

enum OpenKind {
    Sequence(Vec<Node>),
    Mapping {
        entries: Vec<Entry>,
        names: BTreeSet<String>,
        key: Option<(String, Range<usize>)>,
    },
}

/// Parses `text`, which begins at byte `offset` of the file.
///
/// # Errors
/// A text that is not YAML, or more of it than a person writes, is reported.
pub(crate) fn parse(
    file: FileId,
    text: &str,
    offset: usize,
    diagnostics: &mut Diagnostics,
) -> Result<Node, Reported> {
    build(file, text, offset, diagnostics).map_err(|stop| match stop {
        Stop::Refused(reported) => reported,
        Stop::At(at) => faults::report(file, text, offset, at, diagnostics).0,
    })
}

/// Parses the text of a file; of one that is not YAML throughout, as much as can be read around its
/// faults, which are reported. What is missing by them has a node that says so.
pub(super) fn parse_around_faults(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Node {
    match build(file, text, 0, diagnostics) {
        Ok(node) => node,
        Err(Stop::Refused(reported)) => Node::unread(file, reported),
        Err(Stop::At(at)) => {
            let (reported, lost) = faults::report(file, text, 0, at, diagnostics);
            let rest = faults::read_around(file, text, lost, reported, diagnostics);
            rest.unwrap_or_else(|| Node::unread(file, reported))
        }
    }
}

/// Why a text was not read to its end.
enum Stop {
    /// It is no YAML from this byte on.
    At(usize),
    /// It is more than a person writes.
    Refused(Reported),
}

fn build(
    file: FileId,
    text: &str,
    offset: usize,
    diagnostics: &mut Diagnostics,
) -> Result<Node, Stop> {
    let mut builder = Builder {
        file,
        text,
        offset,
        open: Vec::new(),
        root: None,
        n_nodes: 0,
    };
    for next in Parser::new_from_str(text) {
        match next {
            Ok((event, span)) => {
                let outcome = builder.event(event, span, diagnostics);
                outcome.map_err(Stop::Refused)?;
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(text.len());
                return Err(Stop::At(at));
            }
        }
    }
    let end = offset + text.len();
    let nothing = Node::new(file, end..end, NodeValue::Null);
    Ok(builder.root.unwrap_or(nothing))
}

struct Builder<'a> {
    file: FileId,
    text: &'a str,
    offset: usize,
    open: Vec<Open>,
    root: Option<Node>,
    n_nodes: usize,
}

impl Builder<'_> {
    fn event(
        &mut self,
        event: Event<'_>,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) -> Result<(), Reported> {
        let range = self.range(&span);
        self.n_nodes += 1;
        if self.open.len() > DEEPEST || self.n_nodes > MOST_NODES {
            let what = (
                "tệp lồng quá sâu hoặc quá nhiều mục",
                "bỏ bớt ngoặc lồng nhau và phần không dùng, hoặc chép lại từ tệp mẫu",
            );
            return Err(self.refuse(range, what, diagnostics));
        }
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                let is_marked = anchor != 0 || tag.is_some();
                let place = self.place(range.clone());
                let verbatim = Verbatim(verbatim(&value, place.written(), range.start));
                let value = scalar(&value, style);
                let mut node = Node::new(self.file, range, value);
                if is_marked {
                    node.unread = Some(signs::marked(&place, diagnostics));
                }
                match style {
                    ScalarStyle::Plain => {
                        if let NodeValue::Scalar(text) = &node.value {
                            quotes::check(text, node.origin(), diagnostics);
                        }
                        cut::check(&place, diagnostics);
                    }
                    ScalarStyle::DoubleQuoted => signs::check_escapes(&place, diagnostics),
                    ScalarStyle::SingleQuoted | ScalarStyle::Literal | ScalarStyle::Folded => {}
                }
                if style != ScalarStyle::Literal {
                    node.joined = folded::joined(&place);
                }
                self.push(Node { verbatim, ..node }, diagnostics);
            }
            Event::SequenceStart(_, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    signs::marked(&self.place(range.clone()), diagnostics);
                }
                let kind = OpenKind::Sequence(Vec::new());
                self.open.push(Open {
                    start: range.start,
                    kind,
                });
            }
            Event::MappingStart(_, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    signs::marked(&self.place(range.clone()), diagnostics);
                }
                let kind = OpenKind::Mapping {
                    entries: Vec::new(),
                    names: BTreeSet::new(),
                    key: None,
                };
                self.open.push(Open {
                    start: range.start,
                    kind,
                });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end, diagnostics),
            Event::Alias(..) => {
                let what = (
                    "không dùng bí danh YAML (dấu *)",
                    "đặt cả giá trị trong dấu ngoặc kép nếu dấu * thuộc về chữ",
                );
                return Err(self.refuse(range, what, diagnostics));
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                let (mark, range) = self.mark_before(range);
                let hint =
                    format!("xóa dòng {mark}; nếu phần sau là hồ sơ khác thì tách thành tệp khác");
                let what = ("một tệp chỉ chứa một tài liệu YAML", hint.as_str());
                return Err(self.refuse(range, what, diagnostics));
            }
            _ => {}
        }
        Ok(())
    }

    /// A stretch of the text, in bytes of the file.
    fn place(&self, range: Range<usize>) -> Place<'_> {
        Place {
            file: self.file,
            text: self.text,
            offset: self.offset,
            range: range.start - self.offset..range.end - self.offset,
        }
    }

    /// The mark that ends a document before another one at `next`, and its line.
    fn mark_before(&self, next: Range<usize>) -> (&'static str, Range<usize>) {
        let before = &self.text[..next.start - self.offset];
        let here = &self.text[next.start - self.offset..];
        // Where the next one has its own mark, that is told of.
        if here.starts_with("---") {
            return ("---", next);
        }
        let line = before.rfind("\n...").map(|at| self.offset + at + 1);
        line.map_or(("---", next), |at| ("...", at..at + "...".len()))
    }

    fn refuse(
        &self,
        range: Range<usize>,
        (message, hint): (&str, &str),
        diagnostics: &mut Diagnostics,
    ) -> Reported {
        let origin = Origin::Text {
            file: self.file,
            range,
        };
        diagnostics.report(Diagnostic::new(Code::BAD_YAML, origin, message).hint(hint))
    }

    /// The span in bytes of the file, without the white space that block scalars take along.
    fn range(&self, span: &Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or(0..0);
        let start = self
            .text
            .floor_char_boundary(range.start.min(self.text.len()));
        let end = self
            .text
            .floor_char_boundary(range.end.clamp(start, self.text.len()));
        let trimmed = self.text[start..end].trim_end().len();
        self.offset + start..self.offset + start + trimmed
    }

    fn close(&mut self, end: usize, diagnostics: &mut Diagnostics) {
        let Some(Open { start, kind }) = self.open.pop() else {
            return;
        };
        let (value, content_end) = match kind {
            OpenKind::Sequence(items) => {
                let last = items.last().map_or(start, |item| item.range.end);
                (NodeValue::Sequence(items), last)
            }
            OpenKind::Mapping { entries, .. } => {
                let last = entries.last().map_or(start, |entry| entry.value.range.end);
                (NodeValue::Mapping(entries), last)
            }
        };
        // Flow style ends at its bracket, block style with its last value.
        let bytes = self.text.as_bytes();
        let flow = bytes
            .get(start - self.offset)
            .is_some_and(|byte| matches!(byte, b'[' | b'{'));
        let range = start..if flow { end } else { content_end }.max(start);
        self.push(Node::new(self.file, range, value), diagnostics);
    }

    fn push(&mut self, mut node: Node, diagnostics: &mut Diagnostics) {
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => self.root = Some(node),
            Some(OpenKind::Sequence(items)) => items.push(node),
            Some(OpenKind::Mapping {
                entries,
                names,
                key,
            }) => match key.take() {
                None => {
                    let name = match node.value {
                        NodeValue::Scalar(text) => text,
                        NodeValue::Null => String::new(),
                        NodeValue::Sequence(_) | NodeValue::Mapping(_) => "{…}".to_owned(),
                    };
                    *key = Some((name, node.range));
                }
                Some((name, key_range)) => {
                    if let Some(entry) = entries.last_mut()
                        && figures::is_rest(&entry.value, (&name, &key_range), &node)
                    {
                        figures::join(&mut entry.value, &name, key_range);
                        return;
                    }
                    if !names.insert(name.clone()) {
                        let at = Origin::Text {
                            file: self.file,
                            range: key_range.clone(),
                        };
                        let message = format!("khóa `{name}` có hai lần trong cùng một mục");
                        let finding = Diagnostic::new(Code::DUPLICATE_KEY, at, message);
                        let hint = "gộp hai chỗ làm một, hoặc xóa chỗ thừa";
                        node.unread = Some(diagnostics.report(finding.hint(hint)));
                    }
                    entries.push(Entry {
                        key: name,
                        key_range,
                        value: node,
                    });
                }
            },
        }
    }
}

/// An unquoted nothing is null; all else is kept as written.
fn scalar(text: &str, style: ScalarStyle) -> NodeValue {
    if style == ScalarStyle::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL") {
        NodeValue::Null
    } else {
        NodeValue::Scalar(text.to_owned())
    }
}
