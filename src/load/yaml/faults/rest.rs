//! What can be read of a text around its faults.
//!
//! The faulty stretches are blanked, byte for byte, so that all that remains stands where it stood;
//! where that is no YAML either, the whole parts around them are. A node that lost something says so
//! ([`Node::unread`]), and nobody complains of what it lacks.

use std::ops::Range;

use super::Kind;
use super::Value;
use super::entries;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::load::yaml::Stop;
use crate::load::yaml::build;
use crate::load::yaml::bulleted;
use crate::source::FileId;

/// How often more is blanked before nothing can be read.
const ATTEMPTS: usize = 6;

/// A stretch of a text that is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load::yaml) struct Lost {
    /// Its bytes.
    range: Range<usize>,
    /// Whether its key or dash is still there; of a whole line nobody knows what it was.
    is_value: bool,
}

impl Lost {
    /// The line of a place.
    pub(super) fn line(range: Range<usize>) -> Self {
        let is_value = false;
        Self { range, is_value }
    }

    /// The value of a key or an item.
    pub(super) fn value(range: Range<usize>) -> Self {
        let is_value = true;
        Self { range, is_value }
    }

    /// Whole lines, with what stands below them.
    fn widened(&self, text: &str) -> Self {
        let written = text[..self.range.end].trim_end().len();
        let end = line_end(text, written.max(self.range.start));
        if self.is_value {
            return Self::value(self.range.start..end);
        }
        let start = text[..self.range.start].rfind('\n').map_or(0, |at| at + 1);
        Self::line(start..below(text, start, end).unwrap_or(end))
    }
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |n| at + n)
}

/// How far what stands below a line reaches, if anything does.
fn below(text: &str, start: usize, end: usize) -> Option<usize> {
    let line = text[start..end].trim_end();
    let content = line.trim_start();
    let has_tab = line[..line.len() - content.len()].contains(|letter| letter != ' ');
    // How far a line with a tab is meant to be indented, nobody knows.
    let column = if has_tab {
        0
    } else {
        line.len() - content.len()
    };
    // A line with a sign of Word's is an item too.
    let item = bulleted(content).map(|item| format!("- {item}"));
    let content = item.as_deref().unwrap_or(content);
    let entries = entries(content, column);
    let is_item = content.starts_with('-');
    let value = Value::read("", &content[entries.value..], 0);
    let may_have = match entries.levels.len() {
        0 => !has_tab,
        1 => matches!(value, Value::Below | Value::Block | Value::Open(_)),
        _ => true,
    };
    if !may_have {
        return None;
    }
    let mut first = None;
    let mut reach = None;
    let mut at = end;
    for line in text[end..].split_inclusive('\n') {
        let content = line.trim();
        at += line.len();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        if line.trim_start_matches(' ').starts_with('\t') {
            // It is lost itself.
            if reach.is_none() {
                break;
            }
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let is_dash = content.starts_with('-');
        let first = *first.get_or_insert(indent);
        let belongs = match reach {
            None => {
                indent > column && !(is_item && is_dash && has_tab)
                    || indent == column && is_dash && !is_item
            }
            Some(_) => true,
        };
        if !belongs || indent < first || indent == 0 && !is_dash {
            break;
        }
        reach = Some(at - (line.len() - line.trim_end().len()));
    }
    reach
}

/// Where the parts of a text begin, each with a key without indent.
fn parts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_indented = line.starts_with([' ', '\t', '#']);
        let first = entries(line.trim_end(), 0).levels.first().copied();
        if !is_indented && first == Some((0, Kind::Mapping)) {
            starts.push(at);
        }
        at += line.len();
    }
    starts
}

/// The part around a place.
fn part(text: &str, starts: &[usize], at: usize) -> Lost {
    let next = starts.partition_point(|start| *start <= at);
    let end = starts.get(next).copied().unwrap_or(text.len());
    let Some(start) = next.checked_sub(1).and_then(|part| starts.get(part)) else {
        return Lost::line(0..end);
    };
    let first = text[*start..].lines().next().unwrap_or_default();
    Lost::value(start + entries(first, 0).value..end)
}

/// What is lost, widened, each stretch once.
fn widened(lost: Vec<Lost>, widen: impl Fn(&Lost) -> Lost) -> Vec<Lost> {
    let mut wide: Vec<Lost> = Vec::new();
    for lost in lost {
        let last = wide.last().map(|last| &last.range);
        if last.is_none_or(|last| lost.range.start < last.start || lost.range.end > last.end) {
            wide.push(widen(&lost));
        }
    }
    wide
}

/// The text with blanks in the place of what is lost.
fn blanked(text: &str, lost: &[Lost]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for Lost { range, .. } in lost {
        for byte in &mut bytes[range.clone()] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Reads what is left of a text; nothing where what is left is no YAML.
pub(in crate::load::yaml) fn read_around(
    file: FileId,
    text: &str,
    lost: Vec<Lost>,
    reported: Reported,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let starts = parts(text);
    let mut lost = lost;
    lost.sort_by_key(|lost| lost.range.start);
    lost = widened(lost, |lost| lost.widened(text));
    let mut stop = None;
    for attempt in 0..ATTEMPTS {
        if let Some(at) = stop {
            lost.push(part(text, &starts, at));
        }
        lost.sort_by_key(|lost| lost.range.start);
        if attempt == 1 {
            lost = widened(lost, |lost| part(text, &starts, lost.range.start));
        }
        lost.dedup();
        let rest = blanked(text, &lost);
        // What the tries find is found again at the end.
        match build(file, &rest, 0, &mut Diagnostics::default()) {
            Ok(_) => {
                let mut node = build(file, &rest, 0, diagnostics).ok()?;
                mark(&mut node, 0..text.len(), text, &lost, reported);
                return Some(node);
            }
            Err(Stop::Refused(_)) => return None,
            Err(Stop::At(at)) => stop = Some(rest.floor_char_boundary(at.min(rest.len()))),
        }
    }
    None
}

/// Says of a node that it lost what stood in its extent, if it did.
fn mark(node: &mut Node, extent: Range<usize>, text: &str, lost: &[Lost], reported: Reported) {
    let first = lost.partition_point(|lost| lost.range.start < extent.start);
    let behind = lost.partition_point(|lost| lost.range.start < extent.end);
    let Some(inside) = lost.get(first..behind).filter(|inside| !inside.is_empty()) else {
        return;
    };
    // What has brackets ends with them.
    if text[node.range.start..].starts_with(['[', '{']) && !node.is_empty() {
        return;
    }
    let has_line = inside.iter().any(|lost| !lost.is_value);
    let file = node.file;
    match &mut node.value {
        NodeValue::Scalar(_) => return,
        NodeValue::Null => node.unread = Some(reported),
        NodeValue::Sequence(items) => {
            let mut end = extent.end;
            for index in (0..items.len()).rev() {
                let before = index.checked_sub(1).and_then(|before| items.get(before));
                let start = before.map_or(extent.start, |before| before.range.end);
                let own = items[index].range.start;
                mark(&mut items[index], start..end, text, inside, reported);
                end = own;
            }
            if has_line {
                items.push(Node::unread(file, reported));
            }
        }
        NodeValue::Mapping(entries) => {
            let mut end = extent.end;
            for entry in entries.iter_mut().rev() {
                let start = entry.key_range.start;
                mark(&mut entry.value, start..end, text, inside, reported);
                end = start;
            }
        }
    }
    if has_line {
        node.unread = Some(reported);
    }
    let ends = inside.iter().map(|lost| lost.range.end);
    let end = ends.max().unwrap_or_default();
    node.range = node.range.start.min(inside[0].range.start)..node.range.end.max(end);
}
